//! The queue: as a page, and as the first column beside a record.

use axum::Router;
use axum::extract::Query;
use axum::response::Response;
use axum::routing::get;
use leptos::prelude::*;
use serde::Deserialize;
use xinju_domain::application::State;
use xinju_domain::reference::Reference;
use xinju_domain::staff::Role;
use xinju_service::desk::{self, Filter, Item, Queue};
use xinju_text::{Locale, t};

use super::bar::{Tab, desk_bar};
use crate::frame::{AppState, Page, Stop, Visit};
use crate::ui;

pub(super) fn routes() -> Router<AppState> {
    Router::new().route("/desk/applications", get(page))
}

/// Which part of the queue, and what was just done.
#[derive(Clone, Debug, Default, Deserialize)]
pub(super) struct Place {
    #[serde(default)]
    pub(super) filter: String,
    #[serde(default)]
    pub(super) page: u32,
    #[serde(default)]
    pub(super) done: String,
}

impl Place {
    pub(super) fn filter(&self) -> Filter {
        Filter::from_code(&self.filter).unwrap_or_default()
    }
}

async fn page(visit: Visit, Query(place): Query<Place>) -> Result<Response, Stop> {
    let officer = visit.officer(Role::Issuing)?;
    let locale = visit.locale;
    let queue = desk::list(&visit.services, &officer, place.filter(), place.page.min(10_000)).await?;
    let title = t!(locale, "desk-queue-title", office = &queue.office, count = queue.counts.all);
    let mut page = Page::titled(&title).top(desk_bar(&visit, Tab::Applications)).desk();
    if let Some(words) = done(locale, &place.done) {
        page = page.banner(move || ui::notice_banner(&words));
    }
    Ok(visit.page(page, move || {
        let label = t!(locale, "desk-tab-applications");
        view! {
            <div class="desk desk--queue">
                <main class="desk__queue" id="main" tabindex="-1"><h1>{title}</h1>{column(locale, &queue, None)}</main>
                <aside class="desk__record stack" aria-label=label>
                    <div class="empty">{ui::icon_44("certificate")}<p>{t!(locale, "desk-nothing-open")}</p></div>
                </aside>
            </div>
        }
    }))
}

/// What was done to an application that is no longer on the desk.
fn done(locale: Locale, done: &str) -> Option<String> {
    match done {
        "passed-on" => Some(t!(locale, "desk-done-passed-on")),
        "given-back" => Some(t!(locale, "desk-done-given-back")),
        _ => None,
    }
}

/// The queue beside a record.
pub(super) fn aside(locale: Locale, queue: &Queue, open: Reference) -> impl IntoView + use<> {
    let title = t!(locale, "desk-queue-title", office = &queue.office, count = queue.counts.all);
    let label = title.clone();
    view! { <aside class="desk__queue" aria-label=label><h2>{title}</h2>{column(locale, queue, Some(open))}</aside> }
}

fn column(locale: Locale, queue: &Queue, open: Option<Reference>) -> impl IntoView + use<> {
    let items = queue.items.iter().map(|item| line(locale, queue, item, open)).collect_view();
    let is_empty = queue.items.is_empty();
    view! {
        {filters(locale, queue)}
        {is_empty.then(|| view! { <p class="hint">{t!(locale, "desk-queue-empty")}</p> })}
        <ul class="queue">{items}</ul>
        {pages(locale, queue)}
    }
}

fn filters(locale: Locale, queue: &Queue) -> impl IntoView + use<> {
    let here = queue.filter;
    let counts = queue.counts;
    let filters = Filter::ALL
        .into_iter()
        .map(|filter| {
            let words = match filter {
                Filter::All => t!(locale, "desk-filter-all", count = counts.all),
                Filter::Mine => t!(locale, "desk-filter-mine", count = counts.mine),
                Filter::Waiting => t!(locale, "desk-filter-waiting", count = counts.waiting),
                Filter::Closed => t!(locale, "desk-filter-closed"),
            };
            let current = (filter == here).then_some("true");
            let href = format!("/desk/applications?filter={}", filter.code());
            view! { <a class="filter" aria-current=current href=href>{words}</a> }
        })
        .collect_view();
    view! { <nav class="filters" aria-label=t!(locale, "desk-filters")>{filters}</nav> }
}

fn pages(locale: Locale, queue: &Queue) -> impl IntoView + use<> {
    let address = |page: u32| format!("/desk/applications?filter={}&page={page}", queue.filter.code());
    let earlier =
        queue.page.checked_sub(1).map(|page| ui::link_row(&address(page), &t!(locale, "desk-page-before"), None));
    let later = queue.has_more.then(|| ui::link_row(&address(queue.page + 1), &t!(locale, "desk-page-after"), None));
    view! { {earlier}{later} }
}

fn line(locale: Locale, queue: &Queue, item: &Item, open: Option<Reference>) -> impl IntoView + use<> {
    let href = format!("/desk/applications/{}?filter={}", item.reference, queue.filter.code());
    let current = (open == Some(item.reference)).then_some("true");
    let owner = if item.is_mine {
        t!(locale, "desk-owner-me")
    } else if item.is_taken {
        item.colleague.clone().unwrap_or_else(|| t!(locale, "desk-colleague"))
    } else if item.state.is_in_queue() {
        t!(locale, "desk-owner-none")
    } else {
        String::new()
    };
    view! {
        <li>
            <a class="queue__item" aria-current=current href=href>
                <span class="queue__name">{item.name.clone()}</span>
                {tag(locale, item)}
                <span class="queue__more">{kind(locale, item)}" · "<span class="nowrap">{item.reference.to_string()}</span></span>
                <span class="queue__owner">{owner}</span>
            </a>
        </li>
    }
}

/// What sort of work it is.
pub(super) fn kind(locale: Locale, item: &Item) -> String {
    if item.is_second_look && item.state.is_in_queue() {
        t!(locale, "desk-kind-second-look")
    } else if item.has_come_back {
        t!(locale, "desk-kind-back")
    } else {
        t!(locale, "desk-kind-new")
    }
}

/// How long there is, or what became of it.
pub(super) fn tag(locale: Locale, item: &Item) -> AnyView {
    match item.state {
        State::Submitted if item.is_overdue => ui::tag_bad(&t!(locale, "desk-tag-overdue")).into_any(),
        State::Submitted if item.days_left == 0 => ui::tag_today(&t!(locale, "desk-tag-today")).into_any(),
        State::Submitted => ui::tag(&t!(locale, "desk-tag-left", count = item.days_left)).into_any(),
        state => ui::tag(&state_words(locale, state)).into_any(),
    }
}

/// The state in the officer's words.
pub(super) fn state_words(locale: Locale, state: State) -> String {
    match state {
        State::Draft => t!(locale, "desk-state-draft"),
        State::Submitted => t!(locale, "desk-state-submitted"),
        State::MoreAsked => t!(locale, "desk-state-more-asked"),
        State::Issued => t!(locale, "desk-state-issued"),
        State::Refused => t!(locale, "desk-state-refused"),
        State::Withdrawn => t!(locale, "desk-state-withdrawn"),
    }
}
