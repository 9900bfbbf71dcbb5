//! What is done to an application: asking for more, refusing, passing on, each with a page for its words; issuing and
//! assigning, each a button.

use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use axum::{Form, Router};
use leptos::prelude::*;
use xinju_domain::application::Question;
use xinju_domain::reference::Reference;
use xinju_domain::staff::Role;
use xinju_service::desk::{self, Record, Seen};
use xinju_text::{Locale, t};

use super::{after, record};
use crate::application::words;
use crate::frame::{AppState, Fields, Page, Stop, Typed, Visit, form};
use crate::ui::{self, Choice, Choices, TextArea};

pub(super) fn routes() -> Router<AppState> {
    Router::new()
        .route("/desk/applications/{reference}/more", get(more_page).post(more))
        .route("/desk/applications/{reference}/refuse", get(refuse_page).post(refuse))
        .route("/desk/applications/{reference}/pass-on", get(pass_on_page).post(pass_on))
        .route("/desk/applications/{reference}/issue", post(issue))
        .route("/desk/applications/{reference}/take-over", post(take_over))
        .route("/desk/applications/{reference}/give-back", post(give_back))
}

fn seen(reference: &str, fields: &Fields) -> Result<Seen, Stop> {
    let reference = Reference::parse(reference).map_err(|_| Stop::NotFound)?;
    let version = form::value(fields, "version").parse().map_err(|_| Stop::Unreadable)?;
    Ok(Seen { reference, version })
}

fn address(seen: Seen) -> String {
    format!("/desk/applications/{}", seen.reference)
}

/// A page with one form that goes back to the record.
fn page(record: &Record, title: &str) -> Page {
    Page::titled(title).back(&record::address(record), &record::name(record))
}

async fn more_page(visit: Visit, Path(reference): Path<String>) -> Result<Response, Stop> {
    let (_, record) = record::find(&visit, &reference).await?;
    let (locale, typed) = (visit.locale, visit.typed().await?);
    let title = t!(locale, "desk-more-title", name = record::name(&record));
    Ok(visit.page(page(&record, &title), move || {
        let fault = |field: &str| typed.fault(field).map(|key| t!(locale, key));
        view! {
            {ui::error_summary(locale, &typed)}
            <h1>{title}</h1>
            <p class="hint">{t!(locale, "desk-more-hint")}</p>
            <form method="post" action=format!("{}/more", record::address(&record)) class="stack">
                {record::version(&record)}
                {ui::text_area(TextArea {
                    name: "words",
                    label: t!(locale, "desk-more-words"),
                    hint: t!(locale, "desk-more-words-hint"),
                    value: typed.value("words"),
                    fault: fault("words"),
                    rows: 4,
                })}
                {ui::choices(questions(locale, &record, &typed, fault("questions")))}
                {ui::button(&t!(locale, "desk-more-send"))}
            </form>
        }
    }))
}

fn questions(locale: Locale, record: &Record, typed: &Typed, fault: Option<String>) -> Choices {
    let asked = Question::asked(&record.application.answers);
    let chosen = asked.iter().map(|question| question.code()).filter(|code| typed.has("questions", code));
    Choices {
        name: "questions",
        legend: t!(locale, "desk-more-questions"),
        hint: t!(locale, "desk-more-questions-hint"),
        chosen: chosen.map(str::to_owned).collect(),
        options: asked
            .iter()
            .map(|question| Choice {
                value: question.code().to_owned(),
                words: words::question(locale, *question),
                hint: String::new(),
            })
            .collect(),
        fault,
        several: true,
        ..Choices::default()
    }
}

async fn more(visit: Visit, Path(reference): Path<String>, Form(fields): Form<Fields>) -> Result<Response, Stop> {
    let officer = visit.officer(Role::Issuing)?;
    let seen = seen(&reference, &fields)?;
    let here = address(seen);
    let questions: Vec<Question> = fields
        .iter()
        .filter(|(name, _)| name == "questions")
        .filter_map(|(_, code)| Question::from_code(code))
        .collect();
    let words = form::value(&fields, "words").to_owned();
    let done = desk::ask_more(&visit.services, &officer, seen, &words, &questions).await;
    match after(&visit, done, (&format!("{here}/more"), &here), fields).await {
        Ok(()) => Ok(Redirect::to(&format!("{here}?done=more")).into_response()),
        Err(response) => response,
    }
}

async fn refuse_page(visit: Visit, Path(reference): Path<String>) -> Result<Response, Stop> {
    let (_, record) = record::find(&visit, &reference).await?;
    let (locale, typed) = (visit.locale, visit.typed().await?);
    let title = t!(locale, "desk-refuse-title", name = record::name(&record));
    let is_last = record.application.is_second_look;
    Ok(visit.page(page(&record, &title), move || {
        let way_out = if is_last { t!(locale, "desk-refuse-last") } else { t!(locale, "desk-refuse-way-out") };
        view! {
            {ui::error_summary(locale, &typed)}
            <h1>{title}</h1>
            <p class="hint">{way_out}</p>
            <form method="post" action=format!("{}/refuse", record::address(&record)) class="stack">
                {record::version(&record)}
                {ui::text_area(TextArea {
                    name: "reason",
                    label: t!(locale, "desk-refuse-reason"),
                    hint: t!(locale, "desk-refuse-reason-hint"),
                    value: typed.value("reason"),
                    fault: typed.fault("reason").map(|key| t!(locale, key)),
                    rows: 5,
                })}
                {ui::danger_button(&t!(locale, "desk-refuse-send"))}
            </form>
        }
    }))
}

async fn refuse(visit: Visit, Path(reference): Path<String>, Form(fields): Form<Fields>) -> Result<Response, Stop> {
    let officer = visit.officer(Role::Issuing)?;
    let seen = seen(&reference, &fields)?;
    let here = address(seen);
    let reason = form::value(&fields, "reason").to_owned();
    let done = desk::refuse(&visit.services, &officer, seen, &reason).await;
    match after(&visit, done, (&format!("{here}/refuse"), &here), fields).await {
        Ok(()) => Ok(Redirect::to(&format!("{here}?done=refused")).into_response()),
        Err(response) => response,
    }
}

async fn pass_on_page(visit: Visit, Path(reference): Path<String>) -> Result<Response, Stop> {
    let (officer, record) = record::find(&visit, &reference).await?;
    let offices = desk::list_offices(&visit.services, &officer).await?;
    let (locale, typed) = (visit.locale, visit.typed().await?);
    let title = t!(locale, "desk-pass-on-title", name = record::name(&record));
    let due = record.promise.as_ref().map(|promise| words::day(locale, promise.due, record.today)).unwrap_or_default();
    Ok(visit.page(page(&record, &title), move || {
        let mut options = vec![(String::new(), t!(locale, "desk-pass-on-choose"))];
        options.extend(offices.into_iter().map(|office| {
            let words =
                if office.place == office.name { office.place } else { format!("{} · {}", office.place, office.name) };
            (office.code, words)
        }));
        let fault = typed.fault("office").map(|key| t!(locale, key));
        view! {
            {ui::error_summary(locale, &typed)}
            <h1>{title}</h1>
            <p class="hint">{t!(locale, "desk-pass-on-hint", day = due)}</p>
            <form method="post" action=format!("{}/pass-on", record::address(&record)) class="stack">
                {record::version(&record)}
                {ui::select_field("office", &t!(locale, "desk-pass-on-office"), options, &typed.value("office"), fault)}
                {ui::button(&t!(locale, "desk-pass-on-send"))}
            </form>
        }
    }))
}

async fn pass_on(visit: Visit, Path(reference): Path<String>, Form(fields): Form<Fields>) -> Result<Response, Stop> {
    let officer = visit.officer(Role::Issuing)?;
    let seen = seen(&reference, &fields)?;
    let here = address(seen);
    let office = form::value(&fields, "office").to_owned();
    let done = desk::pass_on(&visit.services, &officer, seen, &office).await;
    match after(&visit, done, (&format!("{here}/pass-on"), &here), fields).await {
        Ok(()) => Ok(Redirect::to("/desk/applications?done=passed-on").into_response()),
        Err(response) => response,
    }
}

async fn issue(visit: Visit, Path(reference): Path<String>, Form(fields): Form<Fields>) -> Result<Response, Stop> {
    let officer = visit.officer(Role::Issuing)?;
    let seen = seen(&reference, &fields)?;
    let here = address(seen);
    let done = desk::issue(&visit.services, &officer, seen).await;
    match after(&visit, done, (&here, &here), fields).await {
        Ok(_) => Ok(Redirect::to(&format!("{here}?done=issued")).into_response()),
        Err(response) => response,
    }
}

async fn take_over(visit: Visit, Path(reference): Path<String>, Form(fields): Form<Fields>) -> Result<Response, Stop> {
    let officer = visit.officer(Role::Issuing)?;
    let seen = seen(&reference, &fields)?;
    let here = address(seen);
    let done = desk::take_over(&visit.services, &officer, seen).await;
    match after(&visit, done, (&here, &here), fields).await {
        Ok(()) => Ok(Redirect::to(&format!("{here}?done=taken")).into_response()),
        Err(response) => response,
    }
}

async fn give_back(visit: Visit, Path(reference): Path<String>, Form(fields): Form<Fields>) -> Result<Response, Stop> {
    let officer = visit.officer(Role::Issuing)?;
    let seen = seen(&reference, &fields)?;
    let here = address(seen);
    let done = desk::give_back(&visit.services, &officer, seen).await;
    match after(&visit, done, (&here, &here), fields).await {
        Ok(()) => Ok(Redirect::to("/desk/applications?done=given-back").into_response()),
        Err(response) => response,
    }
}
