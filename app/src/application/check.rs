//! Check your answers, send, and the page with the number.

use axum::{
    Form, Router,
    extract::Path,
    response::{IntoResponse, Redirect, Response},
    routing::{get, post},
};
use leptos::prelude::*;
use uuid::Uuid;
use xinju_domain::application::Question;
use xinju_domain::reference::Reference;
use xinju_domain::time::Day;
use xinju_service::Failure;
use xinju_service::application::{self, HomeOffice, Own, Sent, SubmitRefusal};
use xinju_service::draft::{self, Draft};
use xinju_text::{Locale, t};

use super::{apply, words};
use crate::frame::{AppState, Fields, Page, Stop, Visit, form};
use crate::ui::{self, SummaryRow};

pub(super) fn routes() -> Router<AppState> {
    Router::new()
        .route("/certificate/apply/check", get(check))
        .route("/certificate/apply/send", post(send))
        .route("/certificate/apply/disputed", get(disputed))
        .route("/certificate/{reference}/sent", get(sent))
}

async fn check(visit: Visit) -> Result<Response, Stop> {
    let who = visit.person()?;
    let Some(draft) = draft::find(&visit.services, who).await? else {
        return Ok(Redirect::to("/certificate").into_response());
    };
    if let Some(question) = draft.missing().first() {
        return Ok(Redirect::to(&apply::address(*question, false)).into_response());
    }
    let office = match draft.answers.home_place {
        Some(place) => application::home_office(&visit.services, place).await?,
        None => HomeOffice::OnPaper(None),
    };
    let HomeOffice::OnPortal(office) = office else {
        return Ok(Redirect::to("/certificate/apply/on-paper").into_response());
    };
    let locale = visit.locale;
    let typed = visit.typed().await?;
    let back = apply::address(Question::Papers, false);
    let page = Page::titled(&t!(locale, "application-check-title")).back(&back, &t!(locale, "application-back"));
    Ok(visit.page(page, move || {
        let total = Question::asked(&draft.answers).len() + 1;
        let id = draft.id.to_string();
        view! {
            {ui::steps(locale, total, total)}
            {ui::error_summary(locale, &typed)}
            <h1>{t!(locale, "application-check-title")}</h1>
            <p class="hint">{t!(locale, "application-check-hint")}</p>
            {ui::summary_list(rows(locale, &draft))}
            {ui::note("send", &t!(locale, "application-check-goes-to", office = office.name.as_str()))}
            <form method="post" action="/certificate/apply/send" id="send" class="actions">
                {ui::hidden("draft", &id)}
                {ui::button(&t!(locale, "application-send"))}
                {ui::link_row("/certificate?saved=1", &t!(locale, "application-save-later"), None)}
            </form>
        }
    }))
}

fn rows(locale: Locale, draft: &Draft) -> Vec<SummaryRow> {
    let mut rows = Vec::new();
    let kinds = draft.kinds();
    for question in Question::asked(&draft.answers) {
        let change = (apply::address(question, true), t!(locale, "application-change"));
        rows.push(SummaryRow {
            question: words::question(locale, question),
            answer: words::answer(locale, &draft.answers, &kinds, question),
            change: Some(change),
        });
        if let (Question::IdNumber, Some(number)) = (question, &draft.answers.id_number) {
            let read = t!(
                locale,
                "application-id-born",
                born = words::full_day(locale, number.birth()),
                sex = words::sex(locale, number.sex())
            );
            rows.push(SummaryRow { question: t!(locale, "application-name-born"), answer: read, change: None });
        }
    }
    rows
}

async fn send(visit: Visit, Form(fields): Form<Fields>) -> Result<Response, Stop> {
    let who = visit.person()?;
    let id: Uuid = form::value(&fields, "draft").parse().map_err(|_| Stop::Unreadable)?;
    let address = match application::submit(&visit.services, who, id).await {
        Ok(Sent::Sent(reference)) => format!("/certificate/{reference}/sent"),
        Ok(Sent::Disputed { .. }) => "/certificate/apply/disputed".to_owned(),
        Err(Failure::Broken(broken)) => return Err(broken.into()),
        Err(Failure::Refused(SubmitRefusal::Absent)) => return Err(Stop::NotFound),
        Err(Failure::Refused(SubmitRefusal::Open(reference))) => format!("/certificate/{reference}?open=1"),
        Err(Failure::Refused(SubmitRefusal::Missing(question))) => apply::address(question, true),
        Err(Failure::Refused(SubmitRefusal::OnPaper)) => "/certificate/apply/on-paper".to_owned(),
        Err(Failure::Refused(SubmitRefusal::NoConsent)) => "/certificate/apply".to_owned(),
    };
    Ok(Redirect::to(&address).into_response())
}

async fn disputed(visit: Visit) -> Result<Response, Stop> {
    visit.person()?;
    let locale = visit.locale;
    let page = Page::titled(&t!(locale, "application-disputed-title"))
        .back("/certificate", &t!(locale, "application-overview-title"));
    Ok(visit.page(page, move || {
        view! {
            <h1>{t!(locale, "application-disputed-title")}</h1>
            <p>{t!(locale, "application-disputed-words")}</p>
            <ol class="do-list">
                <li>{t!(locale, "application-disputed-check")}</li>
                <li>{t!(locale, "application-disputed-wait")}</li>
                <li>{t!(locale, "application-disputed-kept")}</li>
            </ol>
            <div class="actions">
                {ui::button_link("/certificate/apply/id-number?from=check", &t!(locale, "application-disputed-look"))}
                {ui::link_row("/certificate?saved=1", &t!(locale, "application-save-later"), None)}
            </div>
        }
    }))
}

async fn sent(visit: Visit, Path(reference): Path<String>) -> Result<Response, Stop> {
    let who = visit.person()?;
    let reference: Reference = reference.parse().map_err(|_| Stop::NotFound)?;
    let own = application::find_own(&visit.services, who, reference).await?.ok_or(Stop::NotFound)?;
    let locale = visit.locale;
    let page = Page::titled(&t!(locale, "application-sent-title")).back("/", &t!(locale, "application-to-home"));
    Ok(visit.page(page, move || sent_view(locale, &own)))
}

fn sent_view(locale: Locale, own: &Own) -> impl IntoView + use<> {
    let reference = own.application.reference.to_string();
    let today = own.today;
    let due: Option<Day> = own.promise.as_ref().map(|promise| promise.due);
    let answer = due.map(|due| {
        let day = words::day(locale, due, today);
        view! { <li>{t!(locale, "application-sent-answer", day = day)}</li> }
    });
    let number = view! {
        <p class="person reference">{reference.clone()}</p>
        <p>{t!(locale, "application-sent-keep")}</p>
    };
    view! {
        <h1>{t!(locale, "application-sent-title")}</h1>
        {ui::fact_panel("check", &t!(locale, "application-sent-number"), number)}
        <h2>{t!(locale, "application-sent-next")}</h2>
        <ol class="do-list">
            <li>{t!(locale, "application-sent-look", office = own.office_name())}</li>
            {answer}
            <li>{t!(locale, "application-sent-told")}</li>
        </ol>
        <div class="actions">
            {ui::button_link(&format!("/certificate/{reference}"), &t!(locale, "application-see-status"))}
        </div>
    }
}
