//! What the passkey islands send: the two halves of each ceremony, as JSON.
//!
//! A refusal is `{"error": word, "words": sentence}` with status 409; the sentence is what the island shows.

use axum::{
    Json, Router,
    http::StatusCode,
    response::{IntoResponse, Response},
    routing::post,
};
use serde::Deserialize;
use serde_json::json;
use uuid::Uuid;
use xinju_service::passkey::{self, Ceremony, PasskeyRefusal};
use xinju_service::{Failure, account};
use xinju_text::{Locale, t};

use super::{browser, code::leave_old, cookie};
use crate::account::moment;
use crate::frame::{AppState, Stop, Visit};

pub(super) fn routes() -> Router<AppState> {
    Router::new()
        .route("/api/passkey/sign-in/start", post(start_sign_in))
        .route("/api/passkey/sign-in/finish", post(finish_sign_in))
        .route("/api/passkey/new/start", post(start_new))
        .route("/api/passkey/new/finish", post(finish_new))
        .route("/api/passkey/add/start", post(start_add))
        .route("/api/passkey/add/finish", post(finish_add))
        .route("/api/passkey/prove/start", post(start_proof))
        .route("/api/passkey/prove/finish", post(finish_proof))
}

/// The second half: the browser's answer is JSON in a string.
#[derive(Debug, Deserialize)]
struct Answered {
    id: Uuid,
    answer: String,
    #[serde(default)]
    shared: bool,
    #[serde(default)]
    next: String,
}

fn begun(ceremony: &Ceremony) -> Response {
    Json(json!({ "id": ceremony.id, "options": ceremony.options })).into_response()
}

/// On to a page, with the cookies of a new session where there is one.
fn onward(opened: Option<&xinju_service::session::Opened>, path: &str) -> Response {
    let body = Json(json!({ "next": path }));
    match opened {
        Some(opened) => (cookie::signed_in(opened), body).into_response(),
        None => body.into_response(),
    }
}

fn refused(visit: &Visit, failure: Failure<PasskeyRefusal>) -> Result<Response, Stop> {
    let refusal = match failure {
        Failure::Refused(PasskeyRefusal::TooMany) => return Err(Stop::TooMany),
        Failure::Refused(PasskeyRefusal::NotProven) => return Err(Stop::ProveAgain),
        Failure::Refused(refusal) => refusal,
        Failure::Broken(broken) => return Err(broken.into()),
    };
    let body = json!({ "error": word(refusal), "words": sentence(visit.locale, refusal) });
    Ok((StatusCode::CONFLICT, Json(body)).into_response())
}

fn word(refusal: PasskeyRefusal) -> &'static str {
    match refusal {
        PasskeyRefusal::Over => "over",
        PasskeyRefusal::Unknown => "unknown",
        PasskeyRefusal::Waits(_) => "waits",
        PasskeyRefusal::NotGenuine => "not-genuine",
        PasskeyRefusal::TooMany => "too-many",
        PasskeyRefusal::Taken => "taken",
        PasskeyRefusal::NotProven => "prove-again",
    }
}

fn sentence(locale: Locale, refusal: PasskeyRefusal) -> String {
    if let PasskeyRefusal::Waits(until) = refusal {
        return t!(locale, "sign-in-passkey-waits", when = moment(locale, until));
    }
    t!(locale, &format!("sign-in-passkey-{}", word(refusal)))
}

async fn start_sign_in(visit: Visit) -> Result<Response, Stop> {
    match passkey::start_sign_in(&visit.services, visit.network).await {
        Ok(ceremony) => Ok(begun(&ceremony)),
        Err(failure) => refused(&visit, failure),
    }
}

async fn finish_sign_in(visit: Visit, Json(answered): Json<Answered>) -> Result<Response, Stop> {
    let device = browser::device(&visit.user_agent, answered.shared);
    match passkey::finish_sign_in(&visit.services, answered.id, &answered.answer, &device).await {
        Ok(opened) => {
            leave_old(&visit).await?;
            Ok(onward(Some(&opened), cookie::local_path(&answered.next)))
        }
        Err(failure) => refused(&visit, failure),
    }
}

async fn start_new(visit: Visit) -> Result<Response, Stop> {
    let name = t!(visit.locale, "sign-in-passkey-account");
    match passkey::start_new_account(&visit.services, visit.network, &name).await {
        Ok(ceremony) => Ok(begun(&ceremony)),
        Err(failure) => refused(&visit, failure),
    }
}

async fn finish_new(visit: Visit, Json(answered): Json<Answered>) -> Result<Response, Stop> {
    let device = browser::device(&visit.user_agent, answered.shared);
    let from = (visit.locale, visit.network);
    match passkey::finish_new_account(&visit.services, answered.id, &answered.answer, &device, from).await {
        Ok(made) => {
            leave_old(&visit).await?;
            Ok(onward(Some(&made.opened), &format!("/account/card?again={}&first=yes", made.card)))
        }
        Err(failure) => refused(&visit, failure),
    }
}

async fn start_add(visit: Visit) -> Result<Response, Stop> {
    let who = visit.person()?;
    let account = account::get(&visit.services, who).await?;
    let shown = account.name.or_else(|| account.contacts.first().map(|own| own.contact.masked()));
    let shown = shown.unwrap_or_else(|| t!(visit.locale, "sign-in-passkey-account"));
    match passkey::start_add(&visit.services, who, &shown).await {
        Ok(ceremony) => Ok(begun(&ceremony)),
        Err(failure) => refused(&visit, failure),
    }
}

async fn finish_add(visit: Visit, Json(answered): Json<Answered>) -> Result<Response, Stop> {
    let who = visit.person()?;
    let name = browser::name(&visit.user_agent);
    match passkey::finish_add(&visit.services, who, answered.id, &answered.answer, &name).await {
        Ok(added) => {
            let page = match added.waits_until {
                Some(_) => "/account/passkeys?done=waits",
                None if answered.next.is_empty() => "/account/passkeys?done=added",
                None => cookie::local_path(&answered.next),
            };
            Ok(onward(added.opened.as_ref(), page))
        }
        Err(failure) => refused(&visit, failure),
    }
}

async fn start_proof(visit: Visit) -> Result<Response, Stop> {
    let who = visit.person()?;
    match passkey::start_proof(&visit.services, who).await {
        Ok(ceremony) => Ok(begun(&ceremony)),
        Err(failure) => refused(&visit, failure),
    }
}

async fn finish_proof(visit: Visit, Json(answered): Json<Answered>) -> Result<Response, Stop> {
    let who = visit.person()?;
    match passkey::finish_proof(&visit.services, who, answered.id, &answered.answer).await {
        Ok(opened) => Ok(onward(Some(&opened), cookie::local_path(&answered.next))),
        Err(failure) => refused(&visit, failure),
    }
}
