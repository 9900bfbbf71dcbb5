//! `/certificate` and `/certificate/apply`: where things stand, and the way in.

use axum::{
    Form, Router,
    extract::Query,
    response::{IntoResponse, Redirect, Response},
    routing::get,
};
use leptos::prelude::*;
use serde::Deserialize;
use xinju_domain::application::State;
use xinju_domain::consent::Purpose;
use xinju_domain::time::Day;
use xinju_service::application::{self, Summary};
use xinju_service::certificate::{self, Certificate};
use xinju_service::draft::{self, Draft, DraftRefusal};
use xinju_service::{Failure, consent, session::Session};
use xinju_text::{Locale, t};

use super::{held, words};
use crate::frame::{AppState, Fields, Page, Stop, Visit, form};
use crate::ui::{self, Row};

pub(super) fn routes() -> Router<AppState> {
    Router::new()
        .route("/certificate", get(overview))
        .route("/certificate/apply", get(explain).post(begin))
        .route("/certificate/apply/discard", get(ask_discard).post(discard))
}

#[derive(Deserialize)]
struct Came {
    saved: Option<String>,
}

async fn overview(visit: Visit, Query(came): Query<Came>) -> Result<Response, Stop> {
    let who = visit.person()?;
    let locale = visit.locale;
    let list = application::list_own(&visit.services, who).await?;
    let draft = draft::find(&visit.services, who).await?;
    let certificate = certificate::active_of(&visit.services, who).await?;
    let today = Day::of(who.asked_at);
    let title = t!(locale, "application-overview-title");
    let home = t!(locale, "application-to-home");
    let mut page = Page::titled(&title).back("/", &home);
    if came.saved.is_some() {
        let words = t!(locale, "application-saved");
        page = page.banner(move || ui::notice_banner(&words));
    }
    Ok(visit.page(page, move || overview_view(locale, &list, draft.as_ref(), certificate.as_ref(), today)))
}

fn overview_view(
    locale: Locale,
    list: &[Summary],
    draft: Option<&Draft>,
    certificate: Option<&Certificate>,
    today: Day,
) -> impl IntoView + use<> {
    let held = certificate.and_then(|certificate| held::panel(locale, certificate, today));
    let open = list.iter().find(|summary| summary.state.is_in_queue());
    let next = match (open, draft) {
        (Some(open), _) => open_panel(locale, open, today).into_any(),
        (None, Some(draft)) => draft_panel(locale, draft).into_any(),
        (None, None) if held.is_some() => ().into_any(),
        (None, None) => begin_panel(locale).into_any(),
    };
    let rows: Vec<Row> = list.iter().map(|summary| row(locale, summary, today)).collect();
    let past = (!rows.is_empty()).then(|| {
        view! { <h2>{t!(locale, "application-all")}</h2>{ui::rows(rows)} }
    });
    view! {
        <h1>{t!(locale, "application-overview-title")}</h1>
        {held}
        {next}
        {past}
    }
}

fn open_panel(locale: Locale, open: &Summary, today: Day) -> impl IntoView + use<> {
    let href = format!("/certificate/{}", open.reference);
    if open.state == State::MoreAsked {
        let office = open.office.as_str();
        return ui::lit_link(
            &href,
            "1",
            &t!(locale, "application-your-turn"),
            &t!(locale, "application-asked-title", office = office),
            &t!(locale, "application-asked-words"),
        )
        .into_any();
    }
    let until = open.due.map(|due| {
        let due = words::day(locale, due, today);
        view! { <p class="panel__title">{t!(locale, "application-answer-by", day = due)}</p> }
    });
    let body = view! {
        {until}
        {ui::link_row(&href, &t!(locale, "application-see-status"), None)}
    };
    ui::fact_panel("clock", &t!(locale, "application-offices-turn", office = open.office.as_str()), body).into_any()
}

fn draft_panel(locale: Locale, draft: &Draft) -> impl IntoView + use<> {
    let next = draft
        .missing()
        .first()
        .map_or_else(|| "/certificate/apply/check".to_owned(), |q| format!("/certificate/apply/{q}"));
    let left = draft.missing().len();
    view! {
        {ui::lit_link(
            &next,
            "pencil",
            &t!(locale, "application-your-turn"),
            &t!(locale, "application-draft-title"),
            &t!(locale, "application-draft-words", count = left),
        )}
        {ui::link_row("/certificate/apply/discard", &t!(locale, "application-discard-link"), None)}
    }
}

fn begin_panel(locale: Locale) -> impl IntoView + use<> {
    view! {
        <p>{t!(locale, "application-begin-words")}</p>
        {ui::button_link("/certificate/apply", &t!(locale, "application-begin"))}
    }
}

fn row(locale: Locale, summary: &Summary, today: Day) -> Row {
    let sent = words::day(locale, Day::of(summary.submitted_at), today);
    Row {
        picture: "certificate",
        title: state_words(locale, summary.state, &summary.office),
        more: t!(locale, "application-row-more", reference = summary.reference.to_string(), sent = sent),
        href: Some(format!("/certificate/{}", summary.reference)),
        end: None,
    }
}

/// A state in plain words.
pub(super) fn state_words(locale: Locale, state: State, office: &str) -> String {
    match state {
        State::Draft => t!(locale, "application-state-draft"),
        State::Submitted => t!(locale, "application-offices-turn", office = office),
        State::MoreAsked => t!(locale, "application-your-turn"),
        State::Issued => t!(locale, "application-state-issued"),
        State::Refused => t!(locale, "application-state-refused"),
        State::Withdrawn => t!(locale, "application-state-withdrawn"),
    }
}

async fn explain(visit: Visit) -> Result<Response, Stop> {
    let who = visit.person()?;
    if let Some(on) = on_the_way(&visit, who).await? {
        return Ok(on);
    }
    let locale = visit.locale;
    let typed = visit.typed().await?;
    let page = Page::titled(&t!(locale, "application-explain-title"))
        .back("/certificate", &t!(locale, "application-overview-title"));
    Ok(visit.page(page, move || {
        let fault = typed.fault("consent").map(|key| {
            let words = t!(locale, key);
            view! { <p class="field__error" id="consent-error">{words}</p> }
        });
        view! {
            {ui::error_summary(locale, &typed)}
            <h1>{t!(locale, "application-explain-title")}</h1>
            <p class="hint">{t!(locale, "application-explain-hint")}</p>
            <ul class="notes">
                <li>{ui::note("id", &t!(locale, "application-need-id"))}</li>
                <li>{ui::note("camera", &t!(locale, "application-need-photo"))}</li>
                <li>{ui::note("clock", &t!(locale, "application-need-time"))}</li>
                <li>{ui::note("heart-handshake", &t!(locale, "application-need-free"))}</li>
            </ul>
            <form method="post" action="/certificate/apply" class="stack">
                <section class="panel panel--bare consent stack">
                    <h2>{t!(locale, "application-consent-title")}</h2>
                    <p>{t!(locale, "application-consent-words")}</p>
                    <ul class="notes">
                        <li>{ui::note("eye", &t!(locale, "application-consent-who"))}</li>
                        <li>{ui::note("lock", &t!(locale, "application-consent-how"))}</li>
                        <li>{ui::note("refresh", &t!(locale, "application-consent-stop"))}</li>
                    </ul>
                    {fault}
                    {ui::checkbox("consent", "yes", &t!(locale, "application-consent-yes"), false)}
                </section>
                <div class="actions">{ui::button(&t!(locale, "application-begin"))}</div>
            </form>
        }
    }))
}

/// Who has an open application is led to it, who has a draft goes on with it.
async fn on_the_way(visit: &Visit, who: &Session) -> Result<Option<Response>, Stop> {
    if let Some(reference) = application::open_reference_of(&visit.services, who).await? {
        return Ok(Some(Redirect::to(&format!("/certificate/{reference}?open=1")).into_response()));
    }
    // Who withdrew the consent is asked again; the answers so far are kept.
    if !consent::holds(&visit.services, who, Purpose::SensitiveData).await? {
        return Ok(None);
    }
    let draft = draft::find(&visit.services, who).await?;
    Ok(draft.map(|draft| Redirect::to(&next_address(&draft)).into_response()))
}

/// The first question without an answer, or the page where answers are checked.
pub(super) fn next_address(draft: &Draft) -> String {
    match draft.missing().first() {
        Some(question) => format!("/certificate/apply/{question}"),
        None => "/certificate/apply/check".to_owned(),
    }
}

async fn begin(visit: Visit, Form(fields): Form<Fields>) -> Result<Response, Stop> {
    let who = visit.person()?;
    let is_agreed = form::value(&fields, "consent") == "yes";
    match draft::begin(&visit.services, who, is_agreed).await {
        Ok(draft) => Ok(Redirect::to(&next_address(&draft)).into_response()),
        Err(Failure::Refused(DraftRefusal::NoConsent)) => {
            let faults = [("consent", "application-consent-missing")];
            visit.refuse("/certificate/apply", fields, &faults).await
        }
        Err(failure) => refused(failure),
    }
}

/// Where a refusal leads that is no fault of a field.
pub(super) fn refused(failure: Failure<DraftRefusal>) -> Result<Response, Stop> {
    let address = match failure {
        Failure::Broken(broken) => return Err(broken.into()),
        Failure::Refused(DraftRefusal::Open(reference)) => format!("/certificate/{reference}?open=1"),
        Failure::Refused(_) => "/certificate/apply".to_owned(),
    };
    Ok(Redirect::to(&address).into_response())
}

async fn ask_discard(visit: Visit) -> Result<Response, Stop> {
    visit.person()?;
    let locale = visit.locale;
    let page = Page::titled(&t!(locale, "application-discard-title"))
        .back("/certificate", &t!(locale, "application-overview-title"));
    Ok(visit.page(page, move || {
        view! {
            <h1>{t!(locale, "application-discard-title")}</h1>
            <p>{t!(locale, "application-discard-words")}</p>
            <form method="post" action="/certificate/apply/discard" class="actions">
                {ui::danger_button(&t!(locale, "application-discard"))}
                {ui::link_row("/certificate", &t!(locale, "application-discard-not"), None)}
            </form>
        }
    }))
}

async fn discard(visit: Visit) -> Result<Response, Stop> {
    let who = visit.person()?;
    draft::discard(&visit.services, who).await?;
    Ok(Redirect::to("/certificate").into_response())
}
