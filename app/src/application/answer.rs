//! Answering in place what the home office asked: its words, the questions it reopened, papers, a message, one button.

use axum::{
    Form, Router,
    extract::{DefaultBodyLimit, Path, Query, Request},
    response::{IntoResponse, Redirect, Response},
    routing::{get, post},
};
use leptos::prelude::*;
use xinju_domain::application::Question;
use xinju_domain::paper::PaperKind;
use xinju_domain::reference::Reference;
use xinju_service::Failure;
use xinju_service::application::{self, AnswerRefusal, Own};
use xinju_service::paper::Holder;
use xinju_text::{Locale, t};

use super::apply::{Way, pairs};
use super::question::{self, Road};
use super::{PaperSender, paper, status, words};
use crate::frame::{AppState, Fields, Page, Stop, Typed, Visit, form};
use crate::place;
use crate::ui::{self, SummaryRow, TextArea};

pub(super) fn routes() -> Router<AppState> {
    Router::new()
        .route("/certificate/{reference}/answer", post(send))
        .route("/certificate/{reference}/change/{question}", get(show).post(change))
        .route("/certificate/{reference}/add/{question}", post(add).layer(DefaultBodyLimit::disable()))
}

/// The glowing panel of an application that waits for the person.
pub(super) fn panel(locale: Locale, own: &Own, typed: &Typed) -> impl IntoView + use<> {
    let reference = own.application.reference;
    let Some(asked) = own.open_request() else {
        let words = t!(locale, "application-asked-words");
        return ui::lit_panel("1", &t!(locale, "application-your-turn"), view! { <p>{words}</p> }).into_any();
    };
    let reopened = asked.request.reopened();
    let area = ui::text_area(TextArea {
        name: "words",
        label: t!(locale, "application-answer-words"),
        hint: t!(locale, "application-answer-hint"),
        value: typed.value("words"),
        fault: typed.fault("words").map(|key| t!(locale, key)),
        rows: 3,
    });
    let body = view! {
        <p class="panel__title">{t!(locale, "application-asked-title", office = own.office_name())}</p>
        <blockquote class="inset">{status::lines(asked.request.text())}</blockquote>
        <p class="small">{t!(locale, "application-clock-stands")}</p>
    };
    view! {
        {ui::lit_panel("1", &t!(locale, "application-your-turn"), body)}
        {changes(locale, own, reopened)}
        {adders(locale, reference, reopened, typed)}
        {added(locale, own)}
        <form method="post" action=format!("/certificate/{reference}/answer") id="answer" class="stack">
            {area}
            <div class="actions">{ui::button(&t!(locale, "application-answer-send"))}</div>
        </form>
    }
    .into_any()
}

fn is_paper(question: Question) -> bool {
    matches!(question, Question::Photo | Question::Papers)
}

/// The reopened answers as they are, each with a change link.
fn changes(locale: Locale, own: &Own, reopened: &[Question]) -> impl IntoView + use<> {
    let answers = &own.application.answers;
    let rows: Vec<SummaryRow> = reopened
        .iter()
        .filter(|question| !is_paper(**question) && question.is_asked(answers))
        .map(|question| {
            let href = format!("/certificate/{}/change/{question}", own.application.reference);
            SummaryRow {
                question: words::question(locale, *question),
                answer: words::answer(locale, answers, &[], *question),
                change: Some((href, t!(locale, "application-change"))),
            }
        })
        .collect();
    (!rows.is_empty()).then(|| ui::summary_list(rows))
}

fn adders(locale: Locale, reference: Reference, reopened: &[Question], typed: &Typed) -> impl IntoView + use<> {
    let action = |question: Question| format!("/certificate/{reference}/add/{question}");
    let photo = reopened.contains(&Question::Photo).then(|| {
        let name = words::paper(locale, PaperKind::Photo);
        paper::adder(locale, PaperKind::Photo, &name, "", typed, &action(Question::Photo))
    });
    let papers = reopened.contains(&Question::Papers).then(|| {
        let kinds = [PaperKind::IdCard, PaperKind::HouseholdPage, PaperKind::MarriageCertificate, PaperKind::Other];
        paper::chooser(locale, &kinds, typed, &action(Question::Papers))
    });
    let sender = (photo.is_some() || papers.is_some()).then(|| view! { <PaperSender/> });
    view! { {photo}{papers}{sender} }
}

/// What came since it was asked.
fn added(locale: Locale, own: &Own) -> impl IntoView + use<> {
    let since = own.open_request().map(|asked| asked.asked_at);
    let new: Vec<_> = own.papers.iter().filter(|paper| Some(paper.added_at) > since).collect();
    let items = new
        .iter()
        .map(|one| {
            view! {
                <li class="paper">
                    {paper::picture(locale, one)}
                    <span class="paper__text">
                        <a class="paper__name" href=paper::address(one)>{words::paper(locale, one.kind)}</a>
                        <span class="small">{paper::size(locale, one.size)}</span>
                    </span>
                </li>
            }
        })
        .collect_view();
    (!new.is_empty()).then(|| view! { <h2>{t!(locale, "paper-new")}</h2><ul class="papers">{items}</ul> })
}

fn read(reference: &str) -> Result<Reference, Stop> {
    reference.parse().map_err(|_| Stop::NotFound)
}

async fn send(visit: Visit, Path(reference): Path<String>, Form(fields): Form<Fields>) -> Result<Response, Stop> {
    let who = visit.person()?;
    let reference = read(&reference)?;
    let here = format!("/certificate/{reference}");
    let words = form::value(&fields, "words").to_owned();
    match application::answer(&visit.services, who, reference, &words).await {
        Ok(()) => Ok(Redirect::to(&format!("{here}?done=answered")).into_response()),
        Err(Failure::Refused(AnswerRefusal::Nothing)) => {
            visit.refuse(&here, fields, &[("words", "application-answer-nothing")]).await
        }
        Err(Failure::Refused(AnswerRefusal::Faults(faults))) => visit.refuse(&here, fields, &pairs(&faults)).await,
        Err(failure) => ended(failure, &here),
    }
}

fn ended(failure: Failure<AnswerRefusal>, here: &str) -> Result<Response, Stop> {
    match failure {
        Failure::Broken(broken) => Err(broken.into()),
        Failure::Refused(AnswerRefusal::Absent) => Err(Stop::NotFound),
        Failure::Refused(_) => Ok(Redirect::to(here).into_response()),
    }
}

async fn show(
    visit: Visit,
    Path((reference, slug)): Path<(String, String)>,
    Query(way): Query<Way>,
) -> Result<Response, Stop> {
    let own = status::find(&visit, &reference).await?;
    let question = Question::from_slug(&slug).filter(|question| !is_paper(*question)).ok_or(Stop::NotFound)?;
    let status = format!("/certificate/{}", own.application.reference);
    if !own.open_request().is_some_and(|asked| asked.request.reopens(question)) {
        return Ok(Redirect::to(&status).into_response());
    }
    let typed = visit.typed().await?;
    let locale = visit.locale;
    let here = format!("{status}/change/{question}");
    let road = Road {
        action: here.clone(),
        here,
        steps: None,
        is_draft: false,
        within: way.within(),
        with_demo: visit.services.settings.is_demo,
    };
    let title = words::question(locale, question);
    let page = Page::titled(&title).back(&status, &t!(locale, "application-status-title"));
    Ok(visit.page(page, move || question::view(locale, question, &own.application.answers, &typed, &road)))
}

async fn change(
    visit: Visit,
    Path((reference, slug)): Path<(String, String)>,
    Form(fields): Form<Fields>,
) -> Result<Response, Stop> {
    let who = visit.person()?;
    let reference = read(&reference)?;
    let question = Question::from_slug(&slug).filter(|question| !is_paper(*question)).ok_or(Stop::NotFound)?;
    let status = format!("/certificate/{reference}");
    let here = format!("{status}/change/{question}");
    if let Some(step) = place::is_step(form::value(&fields, "place")) {
        return Ok(Redirect::to(&place::with(&here, "in", step.as_str())).into_response());
    }
    match application::change_answer(&visit.services, who, reference, question, &fields).await {
        Ok(answers) => {
            let asks_spouse =
                question == Question::Marriage && Question::Spouse.is_asked(&answers) && answers.spouse.is_none();
            let next = if asks_spouse { format!("{status}/change/spouse") } else { format!("{status}?done=changed") };
            Ok(Redirect::to(&next).into_response())
        }
        Err(Failure::Refused(AnswerRefusal::Faults(faults))) => visit.refuse(&here, fields, &pairs(&faults)).await,
        Err(failure) => ended(failure, &status),
    }
}

async fn add(
    visit: Visit,
    Path((reference, slug)): Path<(String, String)>,
    request: Request,
) -> Result<Response, Stop> {
    let own = status::find(&visit, &reference).await?;
    let reference = own.application.reference;
    let question = Question::from_slug(&slug)
        .filter(|question| own.open_request().is_some_and(|asked| asked.request.reopens(*question)))
        .filter(|question| is_paper(*question))
        .ok_or(Stop::NotFound)?;
    let here = format!("/certificate/{reference}");
    paper::take(&visit, Holder::Application(reference), &here, question, request).await
}
