//! Photo and papers: their pages, what their forms send, and showing one's own.

use axum::{
    Router,
    extract::{DefaultBodyLimit, Path, Query, Request},
    http::{HeaderValue, header},
    response::{IntoResponse, Redirect, Response},
    routing::{get, post},
};
use leptos::prelude::*;
use uuid::Uuid;
use xinju_domain::application::{Answers, Question};
use xinju_domain::paper::{MAX_PER_APPLICATION, Media, PaperKind};
use xinju_service::Failure;
use xinju_service::draft::Draft;
use xinju_service::paper::{self, Holder, Paper, PaperRefusal, Sheet};
use xinju_text::{Locale, t};

use super::apply::{self, Way};
use super::question::Road;
use super::{PaperSender, upload, words};
use crate::frame::{AppState, Fields, Stop, Typed, Visit, form};
use crate::place::with;
use crate::ui;
use crate::words::Words;

/// What a file input lets people choose. HEIC is chosen too: then it is told what to do instead.
const PICTURES: &str = "image/*";
const PICTURES_AND_PDF: &str = "image/*,application/pdf";

pub(super) fn routes() -> Router<AppState> {
    Router::new()
        // The reader of the body has limits of its own, and drains what is too big.
        .route("/certificate/apply/{question}/add", post(add).layer(DefaultBodyLimit::disable()))
        .route("/certificate/apply/{question}/remove/{id}", post(remove))
        .route("/certificate/paper/{id}", get(serve))
}

/// The page of the photo or of the papers.
pub(super) fn view(
    locale: Locale,
    question: Question,
    draft: &Draft,
    typed: &Typed,
    road: &Road,
) -> impl IntoView + use<> {
    let steps = road.steps.map(|(now, total)| ui::steps(locale, now, total));
    let body = if question == Question::Photo {
        photo_body(locale, draft, typed, road).into_any()
    } else {
        papers_body(locale, draft, typed, road).into_any()
    };
    let go_on = view! {
        <form method="post" action=road.action.clone() class="actions">
            {ui::button(&t!(locale, "application-continue"))}
            {ui::link_button(&t!(locale, "application-save-later"), "save", "later")}
        </form>
        <p class="note note--centre">{ui::icon_24("lock")}<span>{t!(locale, "application-privacy-paper")}</span></p>
    };
    view! { {steps}{ui::error_summary(locale, typed)}{body}{go_on}<PaperSender/> }
}

fn photo_body(locale: Locale, draft: &Draft, typed: &Typed, road: &Road) -> impl IntoView + use<> {
    let photo = draft.papers.iter().rev().find(|paper| paper.kind == PaperKind::Photo);
    let shown = photo.map(|paper| list(locale, &[paper], road));
    let label = if photo.is_some() { t!(locale, "paper-photo-again") } else { t!(locale, "paper-photo-choose") };
    view! {
        <h1>{t!(locale, "application-ask-photo")}</h1>
        <p class="hint">{t!(locale, "application-hint-photo")}</p>
        {shown}
        {adder(locale, PaperKind::Photo, &label, "", typed, &add_address(road))}
    }
}

fn papers_body(locale: Locale, draft: &Draft, typed: &Typed, road: &Road) -> impl IntoView + use<> {
    let papers: Vec<&Paper> = draft.papers.iter().filter(|paper| paper.kind != PaperKind::Photo).collect();
    let shown = (!papers.is_empty()).then(|| list(locale, &papers, road));
    let has_id_card = papers.iter().any(|paper| paper.kind == PaperKind::IdCard);
    let adders = (draft.papers.len() < MAX_PER_APPLICATION).then(|| {
        let name = words::paper(locale, PaperKind::IdCard);
        let label = if has_id_card { t!(locale, "paper-one-more", name = name) } else { name };
        let address = add_address(road);
        view! {
            {adder(locale, PaperKind::IdCard, &label, &t!(locale, "paper-hint-id-card"), typed, &address)}
            {chooser(locale, &others(&draft.answers), typed, &address)}
        }
    });
    view! {
        <h1>{t!(locale, "application-ask-papers")}</h1>
        <p class="hint">{t!(locale, "application-hint-papers")}</p>
        {shown}
        {adders}
    }
}

const SENDER_KEYS: &[&str] = &["paper-shrinking", "paper-sending", "paper-waiting"];

/// What the island says that makes sending easier where script runs; `holder` is `draft` or a reference.
pub(super) fn sender_words(locale: Locale, holder: &str) -> Words {
    Words::told(locale, SENDER_KEYS).with("holder", holder)
}

/// What may be added besides the ID card: who is unmarried is not asked for a marriage certificate.
fn others(answers: &Answers) -> Vec<PaperKind> {
    let is_married = answers.marital.is_some_and(|marital| marital.has_spouse());
    [PaperKind::HouseholdPage, PaperKind::MarriageCertificate, PaperKind::Other]
        .into_iter()
        .filter(|kind| *kind != PaperKind::MarriageCertificate || is_married)
        .collect()
}

/// A form that adds one paper of several kinds.
pub(super) fn chooser(locale: Locale, kinds: &[PaperKind], typed: &Typed, action: &str) -> impl IntoView + use<> {
    let options = kinds.iter().map(|kind| (kind.code().to_owned(), words::paper(locale, *kind))).collect();
    let fault = kinds.iter().find_map(|kind| typed.fault(field_of(*kind))).map(|key| t!(locale, key));
    // The summary leads to the field of the kind that was refused.
    let field = kinds.iter().map(|kind| field_of(*kind)).find(|field| typed.fault(field).is_some());
    view! {
        <form method="post" action=action.to_owned() enctype="multipart/form-data" class="stack">
            {ui::select_field("kind", &t!(locale, "paper-which"), options, "", None)}
            {ui::file_field(
                field.unwrap_or("more"),
                &t!(locale, "paper-more"),
                &t!(locale, "paper-hint-more"),
                PICTURES_AND_PDF,
                fault,
            )}
            {ui::quiet_button(&t!(locale, "paper-add"))}
        </form>
    }
}

fn add_address(road: &Road) -> String {
    match road.here.split_once('?') {
        Some((path, query)) => format!("{path}/add?{query}"),
        None => format!("{}/add", road.here),
    }
}

/// A form that adds one paper of a kind.
pub(super) fn adder(
    locale: Locale,
    kind: PaperKind,
    label: &str,
    hint: &str,
    typed: &Typed,
    action: &str,
) -> impl IntoView + use<> {
    let field = field_of(kind);
    let fault = typed.fault(field).map(|key| t!(locale, key));
    let accept = if kind.may_be_pdf() { PICTURES_AND_PDF } else { PICTURES };
    view! {
        <form method="post" action=action.to_owned() enctype="multipart/form-data" class="stack">
            {ui::hidden("kind", kind.code())}
            {ui::file_field(field, label, hint, accept, fault)}
            {ui::quiet_button(&t!(locale, "paper-add"))}
        </form>
    }
}

/// The field's name, and the id to which the error summary leads.
pub(super) fn field_of(kind: PaperKind) -> &'static str {
    match kind {
        PaperKind::Photo => "photo",
        PaperKind::IdCard => "id-card",
        PaperKind::HouseholdPage => "household-page",
        PaperKind::MarriageCertificate => "marriage-certificate",
        PaperKind::Other => "other",
    }
}

fn list(locale: Locale, papers: &[&Paper], road: &Road) -> impl IntoView + use<> {
    let here = road.here.clone();
    let items = papers
        .iter()
        .map(|paper| {
            let path = here.split('?').next().unwrap_or_default();
            let query = here.split_once('?').map(|(_, query)| format!("?{query}")).unwrap_or_default();
            let action = format!("{path}/remove/{}{query}", paper.id);
            let name = words::paper(locale, paper.kind);
            view! {
                <li class="paper">
                    {picture(locale, paper)}
                    <span class="paper__text">
                        <a class="paper__name" href=address(paper)>{name.clone()}</a>
                        <span class="small">{size(locale, paper.size)}</span>
                    </span>
                    <form method="post" action=action>
                        <button class="link" type="submit">
                            {t!(locale, "paper-remove")}<span class="visually-hidden">{name}</span>
                        </button>
                    </form>
                </li>
            }
        })
        .collect_view();
    view! { <ul class="papers">{items}</ul> }
}

/// A small showing of a paper: the picture itself, or the sign of a file.
pub(super) fn picture(locale: Locale, paper: &Paper) -> AnyView {
    if paper.media.is_picture() {
        let name = t!(locale, "paper-alt", name = words::paper(locale, paper.kind));
        view! { <img class="paper__picture" src=address(paper) alt=name loading="lazy"/> }.into_any()
    } else {
        view! { <span class="paper__picture">{ui::icon_24("file")}</span> }.into_any()
    }
}

pub(super) fn address(paper: &Paper) -> String {
    format!("/certificate/paper/{}", paper.id)
}

pub(super) fn size(locale: Locale, bytes: u64) -> String {
    let kilobytes = bytes.div_ceil(1024);
    if kilobytes < 1024 {
        return t!(locale, "paper-size-kb", size = kilobytes);
    }
    let tenths = kilobytes * 10 / 1024;
    let size = format!("{}.{}", tenths / 10, tenths % 10);
    t!(locale, "paper-size-mb", size = size)
}

async fn add(
    visit: Visit,
    Path(slug): Path<String>,
    Query(way): Query<Way>,
    request: Request,
) -> Result<Response, Stop> {
    visit.person()?;
    let question = Question::from_slug(&slug)
        .filter(|question| matches!(question, Question::Photo | Question::Papers))
        .ok_or(Stop::NotFound)?;
    let here = apply::address(question, way.is_from_check());
    take(&visit, Holder::Draft, &here, question, request).await
}

/// Takes a posted paper and comes back to `here`, with what was wrong if it was.
pub(super) async fn take(
    visit: &Visit,
    holder: Holder,
    here: &str,
    question: Question,
    request: Request,
) -> Result<Response, Stop> {
    let who = visit.person()?;
    let posted = upload::read(request).await?;
    let default = if question == Question::Photo { PaperKind::Photo } else { PaperKind::Other };
    if posted.is_too_big {
        let field = if default == PaperKind::Photo { "photo" } else { "id-card" };
        return visit.refuse(here, Fields::new(), &[(field, "fault-paper-too-big")]).await;
    }
    let kind = PaperKind::from_code(form::value(&posted.fields, "kind")).unwrap_or(default);
    let field = field_of(kind);
    let Some(bytes) = posted.file else {
        return visit.refuse(here, Fields::new(), &[(field, "fault-paper-empty")]).await;
    };
    match paper::add(&visit.services, who, holder, kind, bytes).await {
        Ok(_) => Ok(Redirect::to(&with(here, "added", kind.code())).into_response()),
        Err(Failure::Refused(PaperRefusal::Fault(fault))) => {
            visit.refuse(here, Fields::new(), &[(field, fault.key())]).await
        }
        Err(failure) => Err(stop(failure)),
    }
}

fn stop(failure: Failure<PaperRefusal>) -> Stop {
    match failure {
        Failure::Broken(broken) => broken.into(),
        Failure::Refused(PaperRefusal::TooMany) => Stop::TooMany,
        Failure::Refused(_) => Stop::NotFound,
    }
}

async fn remove(
    visit: Visit,
    Path((slug, id)): Path<(String, Uuid)>,
    Query(way): Query<Way>,
) -> Result<Response, Stop> {
    let who = visit.person()?;
    let question = Question::from_slug(&slug).ok_or(Stop::NotFound)?;
    paper::remove(&visit.services, who, id).await.map_err(stop)?;
    Ok(Redirect::to(&apply::address(question, way.is_from_check())).into_response())
}

async fn serve(visit: Visit, Path(id): Path<String>) -> Result<Response, Stop> {
    let who = visit.person()?;
    let id: Uuid = id.parse().map_err(|_| Stop::NotFound)?;
    let sheet = paper::find_own(&visit.services, who, id).await.map_err(stop)?;
    Ok(hand_out(sheet))
}

/// A paper as a response of its own: it can run nothing, is not kept, and only pictures that we wrote ourselves are shown
/// in place.
pub fn hand_out(sheet: Sheet) -> Response {
    let media = sheet.paper.media;
    let name = format!("{}.{}", sheet.paper.kind, media.ending());
    let way = if media == Media::Jpeg { "inline" } else { "attachment" };
    let disposition = HeaderValue::try_from(format!("{way}; filename=\"{name}\""))
        .unwrap_or_else(|_| HeaderValue::from_static("attachment"));
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(media.code())),
        (header::CONTENT_DISPOSITION, disposition),
        (header::CONTENT_SECURITY_POLICY, HeaderValue::from_static("sandbox; default-src 'none'")),
        (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
        (header::CONTENT_LENGTH, HeaderValue::from(sheet.bytes.len())),
    ];
    (headers, sheet.bytes).into_response()
}
