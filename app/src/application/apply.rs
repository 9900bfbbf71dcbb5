//! `/certificate/apply/{question}`: one question a page. A post saves and goes on; what was saved stays, whatever comes.

use axum::{
    Form, Router,
    extract::{Path, Query},
    response::{IntoResponse, Redirect, Response},
    routing::get,
};
use serde::Deserialize;
use xinju_domain::application::Question;
use xinju_domain::fault::FieldFault;
use xinju_domain::region::RegionCode;
use xinju_service::Failure;
use xinju_service::application::{self, HomeOffice};
use xinju_service::draft::{self, Draft, DraftRefusal};
use xinju_text::t;

use super::question::{self, Road};
use super::{paper, start, words};
use crate::frame::{AppState, Fields, Module, Page, Stop, Visit, form};
use crate::place;

pub(super) fn routes() -> Router<AppState> {
    Router::new().route("/certificate/apply/{question}", get(show).post(save))
}

/// What the address of a question says besides the question.
#[derive(Clone, Debug, Default, Deserialize)]
pub(super) struct Way {
    /// `check` when the person came from the page where answers are checked.
    pub(super) from: Option<String>,
    /// The region whose parts are shown.
    #[serde(rename = "in")]
    pub(super) within: Option<String>,
}

impl Way {
    pub(super) fn is_from_check(&self) -> bool {
        self.from.as_deref() == Some("check")
    }

    pub(super) fn within(&self) -> Option<RegionCode> {
        RegionCode::parse(self.within.as_deref()?).ok()
    }
}

/// The address of a question; from the check it keeps that in mind.
pub(super) fn address(question: Question, is_from_check: bool) -> String {
    let tail = if is_from_check { "?from=check" } else { "" };
    format!("/certificate/apply/{question}{tail}")
}

async fn show(visit: Visit, Path(slug): Path<String>, Query(way): Query<Way>) -> Result<Response, Stop> {
    let who = visit.person()?;
    let question = Question::from_slug(&slug).ok_or(Stop::NotFound)?;
    let Some(draft) = draft::find(&visit.services, who).await? else {
        return Ok(Redirect::to("/certificate/apply").into_response());
    };
    if !question.is_asked(&draft.answers) {
        return Ok(Redirect::to(&start::next_address(&draft)).into_response());
    }
    let typed = visit.typed().await?;
    let locale = visit.locale;
    let (back, label) = way_back(&visit, question, &draft, &way);
    let title = words::question(locale, question);
    let page = Page::titled(&title).back(&back, &label);
    let here = address(question, way.is_from_check());
    let road = Road {
        action: here.clone(),
        here,
        steps: Some(steps(question, &draft)),
        is_draft: true,
        within: way.within(),
        with_demo: visit.services.settings.is_demo,
    };
    if matches!(question, Question::Photo | Question::Papers) {
        let page = page.with_island(Module::Entry, paper::sender_words(locale, "draft"));
        return Ok(visit.page(page, move || paper::view(locale, question, &draft, &typed, &road)));
    }
    Ok(visit.page(page, move || question::view(locale, question, &draft.answers, &typed, &road)))
}

/// This step and all of them; checking the answers is the last.
pub(super) fn steps(question: Question, draft: &Draft) -> (usize, usize) {
    let asked = Question::asked(&draft.answers);
    let now = asked.iter().position(|other| *other == question).unwrap_or_default() + 1;
    (now, asked.len() + 1)
}

fn way_back(visit: &Visit, question: Question, draft: &Draft, way: &Way) -> (String, String) {
    let locale = visit.locale;
    if way.is_from_check() {
        return ("/certificate/apply/check".to_owned(), t!(locale, "application-to-check"));
    }
    match question.previous(&draft.answers) {
        Some(previous) => (address(previous, false), t!(locale, "application-back")),
        None => ("/certificate".to_owned(), t!(locale, "application-overview-title")),
    }
}

async fn save(
    visit: Visit,
    Path(slug): Path<String>,
    Query(way): Query<Way>,
    Form(fields): Form<Fields>,
) -> Result<Response, Stop> {
    let who = visit.person()?;
    let question = Question::from_slug(&slug).ok_or(Stop::NotFound)?;
    let here = address(question, way.is_from_check());
    if let Some(step) = place::is_step(form::value(&fields, "place")) {
        return Ok(Redirect::to(&place::with(&here, "in", step.as_str())).into_response());
    }
    let is_later = form::value(&fields, "save") == "later";
    if is_later && is_empty(&fields) {
        return Ok(Redirect::to("/certificate?saved=1").into_response());
    }
    match draft::save(&visit.services, who, question, &fields).await {
        Ok(_) if is_later => Ok(Redirect::to("/certificate?saved=1").into_response()),
        Ok(draft) => go_on(&visit, question, &draft, &way).await,
        Err(Failure::Refused(DraftRefusal::Faults(faults))) => visit.refuse(&here, fields, &pairs(&faults)).await,
        Err(Failure::Refused(DraftRefusal::Overtaken)) => Ok(Redirect::to(&here).into_response()),
        Err(failure) => start::refused(failure),
    }
}

/// Nothing was typed or ticked.
fn is_empty(fields: &Fields) -> bool {
    fields.iter().all(|(name, value)| name == "save" || value.trim().is_empty())
}

pub(super) fn pairs(faults: &[FieldFault]) -> Vec<(&str, &str)> {
    faults.iter().map(|fault| (fault.field, fault.fault)).collect()
}

async fn go_on(visit: &Visit, question: Question, draft: &Draft, way: &Way) -> Result<Response, Stop> {
    if question == Question::HomePlace
        && let Some(place) = draft.answers.home_place
        && let HomeOffice::OnPaper(_) = application::home_office(&visit.services, place).await?
    {
        return Ok(Redirect::to("/certificate/apply/on-paper").into_response());
    }
    let has_photo_fault = match question {
        Question::Photo | Question::Papers => draft.missing().contains(&question),
        _ => false,
    };
    if has_photo_fault {
        let (field, fault) = if question == Question::Photo {
            ("photo", "paper-photo-missing")
        } else {
            ("id-card", "paper-id-card-missing")
        };
        let here = address(question, way.is_from_check());
        return visit.refuse(&here, Fields::new(), &[(field, fault)]).await;
    }
    Ok(Redirect::to(&next(question, draft, way)).into_response())
}

fn next(question: Question, draft: &Draft, way: &Way) -> String {
    let follows = question.next(&draft.answers);
    // Who changes to *married* on the way back to the check is asked for the spouse in between.
    let is_new = |next: &Question| *next == Question::Spouse && draft.answers.spouse.is_none();
    match follows {
        Some(spouse) if way.is_from_check() && is_new(&spouse) => address(spouse, true),
        Some(follows) if !way.is_from_check() => address(follows, false),
        _ => "/certificate/apply/check".to_owned(),
    }
}
