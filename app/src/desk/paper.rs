//! The papers beside the record: what remains to be judged by eye glows on top, then one paper large, tabs for the others.

use axum::Router;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::get;
use leptos::prelude::*;
use uuid::Uuid;
use xinju_domain::paper::{Media, PaperKind};
use xinju_domain::staff::Role;
use xinju_domain::time::Day;
use xinju_service::Failure;
use xinju_service::desk::Record;
use xinju_service::paper::{self, Paper};
use xinju_text::{Locale, t};

use crate::application::{hand_out, words};
use crate::frame::{AppState, Stop, Visit};
use crate::ui;

pub(super) fn routes() -> Router<AppState> {
    Router::new().route("/desk/papers/{id}", get(serve))
}

async fn serve(visit: Visit, Path(id): Path<String>) -> Result<Response, Stop> {
    let officer = visit.officer(Role::Issuing)?;
    let id: Uuid = id.parse().map_err(|_| Stop::NotFound)?;
    match paper::read_for_officer(&visit.services, &officer, id).await {
        Ok(sheet) => Ok(hand_out(sheet)),
        Err(Failure::Broken(broken)) => Err(broken.into()),
        Err(Failure::Refused(_)) => Err(Stop::NotFound),
    }
}

fn address(paper: &Paper) -> String {
    format!("/desk/papers/{}", paper.id)
}

/// The record's page with a paper chosen.
pub(super) fn choose(record: &Record, paper: &Paper, filter: &str) -> String {
    format!("/desk/applications/{}?filter={filter}&paper={}#papers", record.application.reference, paper.id)
}

/// The column of papers.
pub(super) fn column(locale: Locale, record: &Record, chosen: Option<Uuid>, filter: &str) -> impl IntoView + use<> {
    let papers = &record.papers;
    let shown = chosen.and_then(|id| papers.iter().find(|paper| paper.id == id)).or_else(|| first(record));
    let large = shown.map(|paper| large(locale, record, paper));
    let tabs = (papers.len() > 1).then(|| tabs(locale, record, shown, filter));
    let none = papers.is_empty().then(|| view! { <p class="hint">{t!(locale, "desk-papers-none")}</p> });
    view! {
        <aside class="desk__papers stack" id="papers" aria-label=t!(locale, "desk-papers")>
            {compare(locale, record)}
            {large}
            {none}
            {tabs}
        </aside>
    }
}

/// What is opened first: a paper that is not compared above anyway, else the ID card.
fn first(record: &Record) -> Option<&Paper> {
    let other = record.papers.iter().find(|paper| !matches!(paper.kind, PaperKind::Photo | PaperKind::IdCard));
    let card = record.papers.iter().find(|paper| paper.kind == PaperKind::IdCard);
    other.or(card).or_else(|| record.papers.first())
}

/// The one thing a machine cannot do: is it the same person?
fn compare(locale: Locale, record: &Record) -> Option<impl IntoView + use<>> {
    let newest =
        |kind: PaperKind| record.papers.iter().rev().find(|paper| paper.kind == kind && paper.media == Media::Jpeg);
    let (card, photo) = (newest(PaperKind::IdCard)?, newest(PaperKind::Photo)?);
    let is_open = record.application.state.is_in_queue();
    let figures = [card, photo].map(|paper| figure(locale, record, paper)).collect_view();
    let head = if is_open { t!(locale, "desk-compare") } else { t!(locale, "desk-compared") };
    Some(if is_open {
        ui::lit_panel("1", &head, view! { <div class="compare">{figures}</div> }).into_any()
    } else {
        ui::fact_panel("id", &head, view! { <div class="compare">{figures}</div> }).into_any()
    })
}

fn figure(locale: Locale, record: &Record, paper: &Paper) -> impl IntoView + use<> {
    let added = Day::of(paper.added_at);
    let is_later = added > Day::of(record.application.submitted_at);
    let caption = if is_later {
        t!(locale, "desk-compare-added", day = words::day(locale, added, record.today))
    } else {
        words::paper(locale, paper.kind)
    };
    view! { <figure><img src=address(paper) alt=words::paper(locale, paper.kind)/><figcaption>{caption}</figcaption></figure> }
}

fn large(locale: Locale, record: &Record, paper: &Paper) -> impl IntoView + use<> {
    let name = words::paper(locale, paper.kind);
    let same: Vec<&Paper> = record.papers.iter().filter(|other| other.kind == paper.kind).collect();
    let number = same.iter().position(|other| other.id == paper.id).map_or(1, |place| place + 1);
    let place = (same.len() > 1).then(|| t!(locale, "desk-paper-number", now = number, total = same.len()));
    let address = address(paper);
    let view = if paper.media == Media::Jpeg {
        view! { <div class="paper-view" tabindex="0"><img src=address.clone() alt=name.clone()/></div> }.into_any()
    } else {
        view! { <p class="hint">{t!(locale, "desk-paper-pdf")}</p> }.into_any()
    };
    view! {
        <h2>{name}</h2>
        <p class="small">{place}" "<a href=address target="_blank" rel="noopener">{t!(locale, "desk-paper-open")}</a></p>
        {view}
    }
}

fn tabs(locale: Locale, record: &Record, shown: Option<&Paper>, filter: &str) -> impl IntoView + use<> {
    let tabs = record
        .papers
        .iter()
        .enumerate()
        .map(|(place, paper)| {
            let before = record.papers.iter().take(place).filter(|other| other.kind == paper.kind).count();
            let has_more = record.papers.iter().filter(|other| other.kind == paper.kind).count() > 1;
            let name = words::paper(locale, paper.kind);
            let name = if has_more { format!("{name} {}", before + 1) } else { name };
            let current = shown.is_some_and(|shown| shown.id == paper.id).then_some("true");
            view! { <a class="paper-tab" aria-current=current href=choose(record, paper, filter)>{name}</a> }
        })
        .collect_view();
    view! { <nav class="paper-tabs" aria-label=t!(locale, "desk-papers")>{tabs}</nav> }
}
