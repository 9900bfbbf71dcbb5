//! Papers in pieces, as the script of the pages sends them over a network that breaks off.
//!
//! `POST /api/paper` begins, `GET /api/paper/{id}` tells how far it came, `POST /api/paper/{id}?at=n` sends the piece that
//! begins there. What is wrong with a file comes back as a finished sentence.

use axum::{
    Json, Router,
    body::Bytes,
    extract::{DefaultBodyLimit, Path, Query},
    http::StatusCode,
    response::{IntoResponse, Response},
    routing::{get, post},
};
use serde::Deserialize;
use serde_json::json;
use uuid::Uuid;
use xinju_domain::paper::PaperKind;
use xinju_service::Failure;
use xinju_service::paper::{self, Holder, PaperRefusal, Progress};
use xinju_text::t;

use crate::frame::{AppState, Stop, Visit};

/// The largest piece and what stands around it.
const PIECE: usize = 520 * 1024;
/// How `holder` names the draft; else it is a reference.
const DRAFT: &str = "draft";

pub(super) fn routes() -> Router<AppState> {
    Router::new()
        .route("/api/paper", post(start))
        .route("/api/paper/{id}", get(look).post(go_on).layer(DefaultBodyLimit::max(PIECE)))
}

#[derive(Deserialize)]
struct Start {
    holder: String,
    kind: PaperKind,
    size: u64,
}

#[derive(Deserialize)]
struct Piece {
    holder: String,
    at: u64,
}

fn holder(text: &str) -> Result<Holder, Stop> {
    if text == DRAFT {
        return Ok(Holder::Draft);
    }
    text.parse().map(Holder::Application).map_err(|_| Stop::NotFound)
}

async fn start(visit: Visit, Json(wish): Json<Start>) -> Result<Response, Stop> {
    let who = visit.person()?;
    let holder = holder(&wish.holder)?;
    match paper::start(&visit.services, who, holder, wish.kind, wish.size).await {
        Ok(id) => Ok(Json(json!({ "id": id })).into_response()),
        Err(failure) => refused(&visit, failure),
    }
}

async fn look(visit: Visit, Path(id): Path<Uuid>) -> Result<Response, Stop> {
    let who = visit.person()?;
    match paper::look(&visit.services, who, id).await {
        Ok(at) => Ok(Json(json!({ "at": at })).into_response()),
        Err(failure) => refused(&visit, failure),
    }
}

async fn go_on(visit: Visit, Path(id): Path<Uuid>, Query(piece): Query<Piece>, body: Bytes) -> Result<Response, Stop> {
    let who = visit.person()?;
    let holder = holder(&piece.holder)?;
    match paper::go_on(&visit.services, who, holder, id, piece.at, &body).await {
        Ok(Progress::At(at)) => Ok(Json(json!({ "at": at })).into_response()),
        Ok(Progress::Done(paper)) => Ok(Json(json!({ "done": paper.id })).into_response()),
        Err(failure) => refused(&visit, failure),
    }
}

fn refused(visit: &Visit, failure: Failure<PaperRefusal>) -> Result<Response, Stop> {
    match failure {
        Failure::Broken(broken) => Err(broken.into()),
        Failure::Refused(PaperRefusal::Absent) => Err(Stop::NotFound),
        Failure::Refused(PaperRefusal::TooMany) => Err(Stop::TooMany),
        Failure::Refused(PaperRefusal::Fault(fault)) => {
            let words = t!(visit.locale, fault.key());
            Ok((StatusCode::UNPROCESSABLE_ENTITY, Json(json!({ "words": words }))).into_response())
        }
    }
}
