//! `/notices` and `/notices/{id}`

use axum::{
    Form, Router,
    extract::Path,
    response::{IntoResponse, Redirect, Response},
    routing::get,
};
use leptos::prelude::*;
use uuid::Uuid;
use xinju_domain::registration::{Item, NoticeState};
use xinju_service::{
    Failure,
    notice::{self as service, CompleteRefusal, Own},
};
use xinju_text::{Locale, t};

use crate::{
    frame::{AppState, Fields, Page, Stop, Typed, Visit, form},
    registration::item_words,
    ui,
};

pub fn routes() -> Router<AppState> {
    Router::new().route("/notices", get(list)).route("/notices/{id}", get(one).post(complete))
}

async fn list(visit: Visit) -> Result<Response, Stop> {
    let locale = visit.locale;
    let notices = service::list_own(&visit.services, visit.person()?).await?;
    let page = Page::titled(&t!(locale, "notice-list-title")).back("/", &t!(locale, "frame-home"));
    Ok(visit.page(page, move || {
        let rows = notices
            .iter()
            .map(|own| ui::Row {
                picture: "bell",
                title: own.office_name.clone(),
                more: state_words(locale, own),
                href: Some(format!("/notices/{}", own.sent.id)),
                end: None,
            })
            .collect::<Vec<_>>();
        let is_empty = rows.is_empty();
        view! {
            <h1>{t!(locale, "notice-list-title")}</h1>
            {is_empty.then(|| view! { <p>{t!(locale, "notice-list-empty")}</p> })}
            {ui::rows(rows)}
        }
    }))
}

fn state_words(locale: Locale, own: &Own) -> String {
    match own.state {
        NoticeState::Open => t!(locale, "notice-until", day = ui::date::day(locale, own.sent.notice.due(), own.today)),
        NoticeState::Completed => t!(locale, "notice-completed"),
        NoticeState::Ended => t!(locale, "notice-ended"),
    }
}

async fn one(visit: Visit, Path(id): Path<Uuid>) -> Result<Response, Stop> {
    let locale = visit.locale;
    let own = service::find_own(&visit.services, visit.person()?, id).await?.ok_or(Stop::NotFound)?;
    let typed = visit.typed().await?;
    let is_just_done = visit.path.ends_with("?done") && own.state == NoticeState::Open;
    let mut page = Page::titled(&t!(locale, "notice-title")).back("/", &t!(locale, "frame-home"));
    if is_just_done {
        page = page.banner(move || ui::notice_banner(&t!(locale, "notice-part-done")));
    }
    Ok(visit.page(page, move || {
        view! {
            {ui::error_summary(locale, &typed)}
            <h1>{t!(locale, "notice-title")}</h1>
            {match own.state {
                NoticeState::Open => open(locale, &own, &typed).into_any(),
                NoticeState::Completed => over(locale, &own, "notice-done-words").into_any(),
                NoticeState::Ended => over(locale, &own, "notice-ended-words").into_any(),
            }}
        }
    }))
}

fn over(locale: Locale, own: &Own, key: &'static str) -> impl IntoView + use<> {
    let words = t!(locale, key, office = &own.office_name);
    view! {
        {ui::fact_panel("check", &own.office_name, view! { <p>{words}</p> })}
        {ui::quiet_link("/", &t!(locale, "frame-home"))}
    }
}

fn open(locale: Locale, own: &Own, typed: &Typed) -> impl IntoView + use<> {
    let due = ui::date::day(locale, own.sent.notice.due(), own.today);
    let words = t!(locale, "notice-words", office = &own.office_name, day = due);
    let note = own.sent.notice.note().to_owned();
    let options = own.sent.notice.missing().map(|item| choice(locale, item)).collect();
    let chosen: Vec<String> =
        own.sent.notice.missing().map(|item| item.code().to_owned()).filter(|code| typed.has("item", code)).collect();
    let lists_certificate = own.sent.notice.missing().any(leads_to_certificate);
    view! {
        {ui::lit_panel("bell", &own.office_name, view! {
            <p>{words}</p>
            {(!note.is_empty()).then(|| view! { <p class="strong">{note}</p> })}
        })}
        {lists_certificate.then(|| ui::link_row("/certificate", &t!(locale, "notice-certificate"), Some("certificate")))}
        <form method="post" action=format!("/notices/{}", own.sent.id) class="stack">
            {ui::choices(ui::Choices {
                name: "item",
                legend: t!(locale, "notice-question"),
                hint: t!(locale, "notice-question-hint"),
                options,
                chosen,
                fault: typed.fault("item").map(|key| t!(locale, key)),
                several: true,
                ..ui::Choices::default()
            })}
            {ui::text_area(ui::TextArea {
                name: "answer",
                label: t!(locale, "notice-answer-label"),
                hint: t!(locale, "notice-answer-hint"),
                value: typed.value_or("answer", &own.sent.answer),
                fault: typed.fault("answer").map(|key| t!(locale, key)),
                rows: 3,
            })}
            {ui::button(&t!(locale, "notice-button"))}
        </form>
        {ui::note("heart-handshake", &t!(locale, "notice-calm"))}
    }
}

fn choice(locale: Locale, item: Item) -> ui::Choice {
    ui::Choice {
        value: item.code().to_owned(),
        words: item_words(locale, item),
        hint: t!(locale, &format!("notice-item-{}-hint", item.code())),
    }
}

/// What is put right by a new or corrected certificate.
fn leads_to_certificate(item: Item) -> bool {
    matches!(item, Item::Certificate | Item::MarriagePaper | Item::ChildrenDetails | Item::Photo)
}

async fn complete(visit: Visit, Path(id): Path<Uuid>, Form(fields): Form<Fields>) -> Result<Response, Stop> {
    let items: Vec<Item> =
        fields.iter().filter(|(name, _)| name == "item").filter_map(|(_, code)| Item::from_code(code)).collect();
    let page = format!("/notices/{id}");
    let answer = form::value(&fields, "answer").to_owned();
    match service::complete(&visit.services, visit.person()?, id, (&items, &answer)).await {
        Ok(is_done) => {
            let after = if is_done { page } else { format!("{page}?done") };
            Ok(Redirect::to(&after).into_response())
        }
        Err(Failure::Refused(CompleteRefusal::Absent)) => Err(Stop::NotFound),
        Err(Failure::Refused(CompleteRefusal::Closed)) => Ok(Redirect::to(&page).into_response()),
        Err(Failure::Refused(CompleteRefusal::Nothing)) => {
            visit.refuse(&page, fields, &[("item", "notice-fault-nothing")]).await
        }
        Err(Failure::Refused(CompleteRefusal::AnswerTooLong)) => {
            visit.refuse(&page, fields, &[("answer", "fault-words-too-long")]).await
        }
        Err(Failure::Broken(broken)) => Err(Stop::Broken(broken)),
    }
}
