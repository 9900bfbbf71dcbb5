//! Who is signed in, and what a typed number answers.

use axum::{
    Json,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use serde::Deserialize;
use serde_json::json;
use xinju_domain::{certificate::NumberAnswer, certificate_number::ShortNumber, staff::Role};
use xinju_service::{
    Failure,
    scan::{self, CheckRefusal, Standing},
};
use xinju_text::{Locale, t};

use crate::{
    frame::{Stop, Visit},
    ui,
};

/// `GET /api/scan/who`: the registering officer who is signed in.
pub(super) async fn who(visit: Visit) -> Result<Response, Stop> {
    let officer = visit.officer(Role::Registering)?;
    Ok(Json(json!({"officer": officer.account.to_string(), "office": officer.post.office_name})).into_response())
}

/// A typed number.
#[derive(Deserialize)]
pub(super) struct Asked {
    number: String,
}

/// `POST /api/scan/number`: state and last day in words.
pub(super) async fn check_number(visit: Visit, Json(asked): Json<Asked>) -> Result<Response, Stop> {
    let officer = visit.officer(Role::Registering)?;
    let number = ShortNumber::parse(&asked.number).map_err(|_| Stop::Unreadable)?;
    let locale = visit.locale;
    let (status, words) = match scan::check_number(&visit.services, &officer, &number).await {
        Ok(standing) => (StatusCode::OK, standing_words(locale, standing)),
        Err(Failure::Refused(CheckRefusal::Absent)) => (StatusCode::NOT_FOUND, t!(locale, "scan-number-absent")),
        Err(Failure::Refused(CheckRefusal::TooMany)) => (StatusCode::TOO_MANY_REQUESTS, t!(locale, "scan-number-many")),
        Err(Failure::Refused(CheckRefusal::NotAllowed)) => return Err(Stop::NotAllowed),
        Err(Failure::Broken(broken)) => return Err(Stop::Broken(broken)),
    };
    Ok((status, Json(json!({"words": words}))).into_response())
}

fn standing_words(locale: Locale, standing: Standing) -> String {
    let day = ui::date::full_day(locale, standing.valid_until);
    let key = match standing.answer {
        NumberAnswer::Active => "scan-number-active",
        NumberAnswer::Expired => "scan-number-expired",
        NumberAnswer::Suspended => "scan-number-suspended",
        NumberAnswer::Revoked => "scan-number-revoked",
    };
    t!(locale, key, day = day)
}
