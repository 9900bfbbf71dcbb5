//! `/desk/applications/{reference}`: queue, record and papers side by side, and the bar of what can be done.

use axum::Router;
use axum::extract::{Path, Query};
use axum::response::Response;
use axum::routing::get;
use leptos::prelude::*;
use serde::Deserialize;
use uuid::Uuid;
use xinju_domain::application::{Move, State};
use xinju_domain::certificate::valid_until;
use xinju_domain::reference::Reference;
use xinju_domain::staff::Role;
use xinju_service::desk::{self, Queue, Record};
use xinju_service::session::Officer;
use xinju_text::{Locale, t};

use super::bar::{Tab, desk_bar};
use super::{checks, paper, queue, timeline};
use crate::application::words;
use crate::frame::{AppState, Page, Stop, Visit};
use crate::ui;

pub(super) fn routes() -> Router<AppState> {
    Router::new().route("/desk/applications/{reference}", get(page))
}

/// What is shown beside the record, and what was just done or refused.
#[derive(Clone, Debug, Default, Deserialize)]
struct Shown {
    #[serde(default)]
    filter: String,
    paper: Option<Uuid>,
    #[serde(default)]
    done: String,
    #[serde(default)]
    told: String,
}

/// The record for an officer with the issuing post; opening it is a look.
pub(super) async fn find(visit: &Visit, reference: &str) -> Result<(Officer, Record), Stop> {
    let officer = visit.officer(Role::Issuing)?;
    let reference = Reference::parse(reference).map_err(|_| Stop::NotFound)?;
    let record = desk::open(&visit.services, &officer, reference).await?;
    Ok((officer, record.ok_or(Stop::NotFound)?))
}

/// The record's own address.
pub(super) fn address(record: &Record) -> String {
    format!("/desk/applications/{}", record.application.reference)
}

async fn page(visit: Visit, Path(reference): Path<String>, Query(shown): Query<Shown>) -> Result<Response, Stop> {
    let (officer, record) = find(&visit, &reference).await?;
    let place = queue::Place { filter: shown.filter.clone(), ..queue::Place::default() };
    let queue = desk::list(&visit.services, &officer, place.filter(), 0).await?;
    let locale = visit.locale;
    let name = name(&record);
    let mut page = Page::titled(&name).top(desk_bar(&visit, Tab::Applications)).desk();
    if let Some(words) = banner(locale, &shown, &record) {
        page = page.banner(move || words.view());
    }
    let bar = actions(locale, &record);
    Ok(visit.page(page, move || view! { {columns(locale, &queue, &record, &shown)}{bar} }))
}

pub(super) fn name(record: &Record) -> String {
    record.application.answers.name.as_ref().map(ToString::to_string).unwrap_or_default()
}

enum Banner {
    Done(String),
    Told(String),
}

impl Banner {
    fn view(self) -> AnyView {
        match self {
            Self::Done(words) => ui::notice_banner(&words).into_any(),
            Self::Told(words) => view! {
                <div class="notice-banner notice-banner--bad" role="alert">{ui::icon("alert-triangle")}<p>{words}</p></div>
            }
            .into_any(),
        }
    }
}

fn banner(locale: Locale, shown: &Shown, record: &Record) -> Option<Banner> {
    let done = match shown.done.as_str() {
        "issued" => Some(t!(locale, "desk-done-issued", name = name(record))),
        "refused" => Some(t!(locale, "desk-done-refused", name = name(record))),
        "more" => Some(t!(locale, "desk-done-more", name = name(record))),
        "taken" => Some(t!(locale, "desk-done-taken")),
        _ => None,
    };
    if let Some(words) = done {
        return Some(Banner::Done(words));
    }
    let colleague = record.colleague.clone().filter(|name| !name.is_empty());
    let colleague = colleague.unwrap_or_else(|| t!(locale, "desk-colleague"));
    let told = match shown.told.as_str() {
        "overtaken" if record.application.state.is_in_queue() => {
            t!(locale, "desk-told-changed", state = queue::state_words(locale, record.application.state))
        }
        "overtaken" => t!(locale, "desk-told-decided", state = queue::state_words(locale, record.application.state)),
        "colleague" => t!(locale, "desk-told-colleague", colleague = colleague),
        "another" => t!(locale, "desk-told-another"),
        "not-now" => t!(locale, "desk-told-not-now"),
        _ => return None,
    };
    Some(Banner::Told(told))
}

fn columns(locale: Locale, queue: &Queue, record: &Record, shown: &Shown) -> impl IntoView + use<> {
    let filter = queue.filter.code();
    view! {
        <div class="desk">
            {queue::aside(locale, queue, record.application.reference)}
            <main class="desk__record stack" id="main" tabindex="-1">
                <a class="desk__to-queue" href=format!("/desk/applications?filter={filter}")>
                    {ui::icon("arrow-left")}<span>{t!(locale, "desk-to-queue")}</span>
                </a>
                {head(locale, record)}
                {standing(locale, record)}
                {checks::table(locale, record, filter)}
                {asked(locale, record)}
                {timeline::flat(locale, record)}
                {more_ways(locale, record)}
            </main>
            {paper::column(locale, record, shown.paper, filter)}
        </div>
    }
}

fn head(locale: Locale, record: &Record) -> impl IntoView + use<> {
    let kind = t!(locale, "desk-record-kind", reference = record.application.reference.to_string());
    let due = record.promise.as_ref().map(|promise| {
        let last = words::day(locale, promise.due, record.today);
        let count = t!(locale, "desk-promise", now = promise.day_number, days = promise.days);
        let line = if promise.stands_still {
            t!(locale, "desk-promise-stands")
        } else if promise.is_overdue(record.today) {
            t!(locale, "desk-promise-overdue", day = last.clone())
        } else {
            t!(locale, "desk-promise-last", day = last.clone())
        };
        view! {
            <div class="record-head__due">
                {ui::promise_strip(locale, promise, &count)}
                <p class="small">{count.clone()}<b class="date">{line}</b></p>
            </div>
        }
    });
    view! {
        <header class="record-head">
            <div><p class="small">{kind}</p><h1 class="person">{name(record)}</h1></div>
            {due}
        </header>
    }
}

/// What must be known before anything else: a colleague has it, it was decided, another officer must look.
fn standing(locale: Locale, record: &Record) -> Option<AnyView> {
    let application = &record.application;
    let line = |words: String| Some(view! { <p class="inset">{words}</p> }.into_any());
    if !application.state.is_in_queue() {
        let state = queue::state_words(locale, application.state);
        let reason = application.reason.clone().filter(|_| application.state == State::Refused);
        let certificate = record.issued.as_ref().map(|number| {
            let href = format!("/desk/certificates/{number}");
            view! { <p><a href=href>{t!(locale, "desk-to-certificate", number = number.grouped())}</a></p> }
        });
        return Some(
            view! { <div class="inset stack"><p class="strong">{state}</p>{reason.map(|words| view! { <p>{words}</p> })}{certificate}</div> }
                .into_any(),
        );
    }
    if !record.may_judge {
        return line(t!(locale, "desk-told-another"));
    }
    if let Some(colleague) = &record.colleague {
        let colleague = if colleague.is_empty() { t!(locale, "desk-colleague") } else { colleague.clone() };
        return line(t!(locale, "desk-with-colleague", colleague = colleague));
    }
    application.is_second_look.then(|| {
        let reason = application.reason.clone().unwrap_or_default();
        view! { <p class="inset">{t!(locale, "desk-second-look", reason = reason)}</p> }.into_any()
    })
}

/// What was asked and what came back.
fn asked(locale: Locale, record: &Record) -> impl IntoView + use<> {
    let messages: Vec<AnyView> = record
        .asked
        .iter()
        .flat_map(|asked| {
            let at = words::moment(locale, asked.asked_at, record.today);
            let question = view! {
                <li class="bubble bubble--own">
                    <p class="bubble__who"><b>{t!(locale, "desk-asked-us")}</b>" "<time>{at}</time></p>
                    <p>{asked.request.text().to_owned()}</p>
                </li>
            };
            let answer = asked.answered_at.map(|at| {
                let at = words::moment(locale, at, record.today);
                let said = asked.answer.clone().unwrap_or_else(|| t!(locale, "desk-answered-in-place"));
                view! {
                    <li class="bubble">
                        <p class="bubble__who"><b>{name(record)}</b>" "<time>{at}</time></p>
                        <p>{said}</p>
                    </li>
                }
                .into_any()
            });
            [Some(question.into_any()), answer].into_iter().flatten()
        })
        .collect();
    (!messages.is_empty())
        .then(|| view! { <ol class="messages" aria-label=t!(locale, "desk-messages")>{messages}</ol> })
}

/// Ways that are seldom gone: to another office, back to the queue.
fn more_ways(locale: Locale, record: &Record) -> impl IntoView + use<> {
    let here = address(record);
    let is_mine = record.is_mine && record.application.state.is_in_queue();
    let may_pass = is_mine && record.application.state.after(Move::PassOn, false).is_some();
    let pass = may_pass.then(|| ui::link_row(&format!("{here}/pass-on"), &t!(locale, "desk-pass-on"), Some("send")));
    let give_back = is_mine.then(|| {
        view! {
            <form method="post" action=format!("{here}/give-back")>
                {version(record)}
                <p class="link-row"><button class="link" type="submit">{t!(locale, "desk-give-back")}</button></p>
            </form>
        }
    });
    view! { {pass}{give_back} }
}

/// The version that the officer saw, in a form.
pub(super) fn version(record: &Record) -> impl IntoView + use<> {
    ui::hidden("version", &record.application.row.version.to_string())
}

/// The bar of what can be done. Nothing once it is decided.
fn actions(locale: Locale, record: &Record) -> Option<AnyView> {
    let here = address(record);
    let state = record.application.state;
    if !state.is_in_queue() || !record.may_judge {
        return None;
    }
    if !record.is_mine {
        return Some(take_over(locale, record, &here));
    }
    let last = words::full_day(locale, valid_until(record.today));
    let what = t!(locale, "desk-issue-what", name = name(record), last = last);
    let can = |made: Move| state.after(made, record.application.is_second_look).is_some();
    let refuse = can(Move::Refuse).then(|| {
        view! { <a class="button button--danger" href=format!("{here}/refuse")>{t!(locale, "desk-refuse")}</a> }
    });
    let more = can(Move::AskMore).then(|| {
        view! {
            <a class="button button--quiet" href=format!("{here}/more") accesskey="b" data-key="b">
                {t!(locale, "desk-more")}" "<kbd aria-hidden="true">"Ctrl B"</kbd>
            </a>
        }
    });
    Some(
        view! {
            <footer class="desk-actions">
                <p class="desk-actions__what small">{what}</p>
                {refuse}
                {more}
                <form method="post" action=format!("{here}/issue")>
                    {version(record)}
                    <button class="button" type="submit" accesskey="i" data-key="Enter">
                        {t!(locale, "desk-issue")}" "<kbd aria-hidden="true">"Ctrl Enter"</kbd>
                    </button>
                </form>
            </footer>
        }
        .into_any(),
    )
}

fn take_over(locale: Locale, record: &Record, here: &str) -> AnyView {
    let words = if record.colleague.is_some() { t!(locale, "desk-take-over") } else { t!(locale, "desk-take") };
    let what = t!(locale, "desk-take-what");
    view! {
        <footer class="desk-actions">
            <p class="desk-actions__what small">{what}</p>
            <form method="post" action=format!("{here}/take-over")>
                {version(record)}
                <button class="button button--quiet" type="submit">{words}</button>
            </form>
        </footer>
    }
    .into_any()
}
