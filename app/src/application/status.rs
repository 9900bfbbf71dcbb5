//! `/certificate/{reference}`: whose turn it is, until when, and what happened so far.

use axum::{
    Router,
    extract::{Path, Query},
    response::Response,
    routing::get,
};
use leptos::prelude::*;
use serde::Deserialize;
use xinju_domain::application::{Question, State};
use xinju_domain::promise::{Mark, Promise};
use xinju_domain::reference::Reference;
use xinju_domain::time::Day;
use xinju_service::application::{self, Own};
use xinju_text::{Locale, t};

use super::{answer, paper, start, timeline, words};
use crate::frame::{AppState, Module, Page, Stop, Typed, Visit};
use crate::ui::{self, SummaryRow};

pub(super) fn routes() -> Router<AppState> {
    Router::new().route("/certificate/{reference}", get(show))
}

/// Why the person comes here, if not by a plain link.
#[derive(Debug, Default, Deserialize)]
struct Came {
    /// Wanted to begin a second one.
    open: Option<String>,
    /// Added a paper.
    added: Option<String>,
    /// Answered, changed, took back, asked again.
    done: Option<String>,
}

/// Somebody else's application, one that is none and a slip of the hand: the same answer.
pub(super) async fn find(visit: &Visit, reference: &str) -> Result<Own, Stop> {
    let who = visit.person()?;
    let reference: Reference = reference.parse().map_err(|_| Stop::NotFound)?;
    application::find_own(&visit.services, who, reference).await?.ok_or(Stop::NotFound)
}

async fn show(visit: Visit, Path(reference): Path<String>, Query(came): Query<Came>) -> Result<Response, Stop> {
    let own = find(&visit, &reference).await?;
    let typed = visit.typed().await?;
    let locale = visit.locale;
    let mut page = Page::titled(&t!(locale, "application-status-title"))
        .back("/certificate", &t!(locale, "application-overview-title"));
    if let Some(words) = banner(locale, &came) {
        page = page.banner(move || ui::notice_banner(&words));
    }
    if own.open_request().is_some() {
        page = page.with_island(Module::Entry, paper::sender_words(locale, &own.application.reference.to_string()));
    }
    Ok(visit.page(page, move || view(locale, &own, &typed)))
}

fn banner(locale: Locale, came: &Came) -> Option<String> {
    if came.open.is_some() {
        return Some(t!(locale, "application-banner-open"));
    }
    if came.added.is_some() {
        return Some(t!(locale, "paper-added"));
    }
    match came.done.as_deref()? {
        "answered" => Some(t!(locale, "application-banner-answered")),
        "changed" => Some(t!(locale, "application-banner-changed")),
        "again" => Some(t!(locale, "application-banner-again")),
        _ => None,
    }
}

fn view(locale: Locale, own: &Own, typed: &Typed) -> impl IntoView + use<> {
    let reference = own.application.reference.to_string();
    let number = t!(locale, "application-number-before");
    let after = t!(locale, "application-number-after");
    view! {
        {ui::error_summary(locale, typed)}
        <h1>{t!(locale, "application-status-title")}</h1>
        <p class="hint">{number}<span class="reference">{reference.clone()}</span>{after}</p>
        {panel(locale, own, typed)}
        {ui::timeline(timeline::moments(locale, own))}
        {details(locale, own)}
        {ways_out(locale, own)}
    }
}

fn panel(locale: Locale, own: &Own, typed: &Typed) -> AnyView {
    let office = own.office_name();
    match own.application.state {
        State::Draft | State::Submitted => {
            let head = t!(locale, "application-offices-turn", office = office);
            let body = own.promise.as_ref().map(|promise| promise_body(locale, promise, own.today));
            ui::fact_panel("clock", &head, body).into_any()
        }
        State::MoreAsked => answer::panel(locale, own, typed).into_any(),
        State::Issued => issued(locale, own).into_any(),
        State::Refused => refused(locale, own).into_any(),
        State::Withdrawn => {
            let body = view! {
                <p>{t!(locale, "application-withdrawn-words")}</p>
                {ui::link_row("/certificate/apply", &t!(locale, "application-begin-again"), None)}
            };
            ui::fact_panel("x", &t!(locale, "application-state-withdrawn"), body).into_any()
        }
    }
}

fn promise_body(locale: Locale, promise: &Promise, today: Day) -> impl IntoView + use<> {
    let due = words::day(locale, promise.due, today);
    let (days, now) = (promise.days, promise.day_number);
    let count = t!(locale, "application-promise-count", days = days, now = now);
    let has_paused = promise.boxes.iter().any(|(_, mark)| *mark == Mark::Paused);
    let paused = has_paused.then(|| view! { <p class="small">{t!(locale, "application-promise-paused")}</p> });
    let title = if promise.is_overdue(today) {
        view! {
            <p class="panel__title">{t!(locale, "application-overdue", day = due.as_str())}</p>
            <p>{t!(locale, "application-overdue-words")}</p>
        }
        .into_any()
    } else {
        view! {
            <p class="panel__title">
                {t!(locale, "application-latest-before")}
                <time class="date" datetime=promise.due.to_string()>{due}</time>
            </p>
            <p>{t!(locale, "application-latest-after")}</p>
        }
        .into_any()
    };
    view! {
        {title}
        {ui::promise_strip(locale, promise, &count)}
        <p class="small">{count.clone()}</p>
        {paused}
    }
}

fn issued(locale: Locale, own: &Own) -> impl IntoView + use<> {
    let body = view! {
        <p class="panel__title">{t!(locale, "application-issued-title")}</p>
        <p>{t!(locale, "application-issued-words")}</p>
        {ui::button_link("/wallet", &t!(locale, "application-issued-show"))}
    };
    ui::fact_panel("check", &t!(locale, "application-by-office", office = own.office_name()), body)
}

fn refused(locale: Locale, own: &Own) -> impl IntoView + use<> {
    let reason = own.application.reason.clone().unwrap_or_default();
    let again = own.may_look_again().then(|| {
        let href = format!("/certificate/{}/look-again", own.application.reference);
        view! {
            <p>{t!(locale, "application-look-again-offer")}</p>
            {ui::quiet_link(&href, &t!(locale, "application-look-again"))}
        }
    });
    let body = view! {
        <p class="panel__title">{t!(locale, "application-refused-title")}</p>
        <blockquote class="inset">{lines(&reason)}</blockquote>
        <p class="small">{t!(locale, "application-refused-costs-nothing")}</p>
        {again}
        {ui::link_row("/certificate/apply", &t!(locale, "application-begin-again"), None)}
    };
    ui::fact_panel("x", &t!(locale, "application-by-office", office = own.office_name()), body)
}

/// Somebody's words, a paragraph for each line.
pub(super) fn lines(text: &str) -> impl IntoView + use<> {
    text.lines().filter(|line| !line.trim().is_empty()).map(|line| view! { <p>{line.to_owned()}</p> }).collect_view()
}

/// What was sent, folded away.
fn details(locale: Locale, own: &Own) -> impl IntoView + use<> {
    let answers = &own.application.answers;
    let kinds: Vec<_> = own.papers.iter().map(|paper| paper.kind).collect();
    let rows = Question::asked(answers)
        .into_iter()
        .map(|question| SummaryRow {
            question: words::question(locale, question),
            answer: words::answer(locale, answers, &kinds, question),
            change: None,
        })
        .collect();
    let papers = own
        .papers
        .iter()
        .map(|one| {
            view! {
                <li class="paper">
                    {paper::picture(locale, one)}
                    <span class="paper__text">
                        <a class="paper__name" href=paper::address(one)>{words::paper(locale, one.kind)}</a>
                        <span class="small">{words::moment(locale, one.added_at, own.today)}</span>
                    </span>
                </li>
            }
        })
        .collect_view();
    view! {
        <details class="details">
            <summary>{t!(locale, "application-what-i-sent")}</summary>
            <div class="details__body stack">
                {ui::summary_list(rows)}
                <ul class="papers">{papers}</ul>
            </div>
        </details>
    }
}

fn ways_out(locale: Locale, own: &Own) -> impl IntoView + use<> {
    let withdraw = own.may_withdraw().then(|| {
        let href = format!("/certificate/{}/withdraw", own.application.reference);
        ui::link_row(&href, &t!(locale, "application-withdraw-link"), None)
    });
    let state = start::state_words(locale, own.application.state, own.office_name());
    view! {
        <p class="visually-hidden">{state}</p>
        {withdraw}
    }
}
