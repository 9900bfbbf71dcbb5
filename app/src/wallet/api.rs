//! What the wallet's islands and forms send.

use axum::{
    Form, Json,
    body::Bytes,
    http::{StatusCode, header::CONTENT_TYPE},
    response::{IntoResponse, Redirect, Response},
};
use serde_json::json;
use xinju_credential::certificate::HolderKey;
use xinju_domain::{
    reference::Reference,
    time::{Day, Instant},
};
use xinju_service::{
    Broken, Failure,
    session::Session,
    wallet::{BindRefusal, Bound, LossRefusal, Standing},
};

use super::holding::{Holding, from_hex};
use crate::{
    frame::{Fields, Stop, Visit, form},
    json::Json as Known,
    sign_in, ui,
};

/// `POST /api/wallet/nonce`: a number to be signed.
pub async fn nonce(visit: Visit) -> Result<Response, Stop> {
    let nonce = xinju_service::wallet::make_nonce(&visit.services).await?;
    Ok(Json(json!({
        "nonce": hex(&nonce.bytes),
        "audience": visit.services.settings.origin.host(),
        "now": nonce.now,
    }))
    .into_response())
}

/// `POST /api/wallet/bind`: the number and the signed message (`xb1`), within a session.
pub async fn bind(visit: Visit, body: Bytes) -> Result<Response, Stop> {
    let session = visit.person()?;
    let device = sign_in::browser::name(&visit.user_agent);
    let bound = xinju_service::wallet::bind(&visit.services, session, &body, &device).await;
    answer(&visit, bound)
}

/// `POST /api/wallet/renew`: the same, by the key alone.
pub async fn renew(visit: Visit, body: Bytes) -> Result<Response, Stop> {
    let bound = xinju_service::wallet::renew(&visit.services, &body).await;
    answer(&visit, bound)
}

fn answer(visit: &Visit, bound: Result<Bound, Failure<BindRefusal>>) -> Result<Response, Stop> {
    match bound {
        Ok(Bound::Held(signed)) => {
            let certificates = signed.profiles.map(|(_, bytes)| hex(&bytes));
            let holding = Holding {
                certificates,
                issued_at: signed.issued_at.unix_seconds(),
                expires_at: signed.expires_at.unix_seconds(),
                clock_offset: 0,
                pause: None,
            };
            let body = Known::object([("state", "bound".into())].into_iter().chain(holding.fields()));
            Ok(([(CONTENT_TYPE, "application/json")], body.write()).into_response())
        }
        Ok(Bound::Waits(until)) => Ok(waits(visit, until)),
        Err(failure) => refused(failure),
    }
}

fn waits(visit: &Visit, until: Instant) -> Response {
    let until = ui::date::moment(visit.locale, until, Day::of(until));
    Json(json!({"state": "waits", "until": until})).into_response()
}

fn refused(failure: Failure<BindRefusal>) -> Result<Response, Stop> {
    match failure {
        Failure::Refused(refusal) => {
            let word = match refusal {
                BindRefusal::NotProven => "not-proven",
                BindRefusal::NeedsPasskey => "needs-passkey",
                BindRefusal::Taken => "taken",
                BindRefusal::Stopped => "stopped",
                BindRefusal::NoCertificate => "no-certificate",
            };
            Ok((StatusCode::CONFLICT, Json(json!({"error": word}))).into_response())
        }
        Failure::Broken(broken) => Err(Stop::Broken(broken)),
    }
}

/// `POST /api/wallet/check`: how the phone stands, by the key alone.
pub async fn check(visit: Visit, body: Bytes) -> Result<Response, Stop> {
    let state = match xinju_service::wallet::check(&visit.services, &body).await {
        Ok(Standing::Good) => "good",
        Ok(Standing::Outdated) => "outdated",
        Ok(Standing::Lost) => "lost",
        Ok(Standing::Disputed) => "disputed",
        Ok(Standing::Waits(until)) => return Ok(waits(&visit, until)),
        Err(failure) => return refused(failure),
    };
    Ok(Json(json!({"state": state})).into_response())
}

/// `POST /api/wallet/leave`: the certificate leaves this phone, by the key alone.
pub async fn leave_phone(visit: Visit, body: Bytes) -> Result<Response, Stop> {
    match xinju_service::wallet::leave(&visit.services, &body).await {
        Ok(()) => Ok(Json(json!({"state": "left"})).into_response()),
        Err(failure) => refused(failure),
    }
}

/// *Leave no trace* with the point of this phone's key (65 bytes in hexadecimal digits), which the page's script adds: the
/// person's certificate leaves this phone. Without a point, or with somebody else's, nothing happens.
pub(crate) async fn leave(visit: &Visit, who: &Session, point: &str) -> Result<(), Broken> {
    let point = from_hex(point).and_then(|bytes| <[u8; 65]>::try_from(bytes).ok());
    if let Some(key) = point.and_then(|point| HolderKey::from_sec1_uncompressed(&point).ok()) {
        xinju_service::wallet::leave_on(&visit.services, who, &key.to_sec1_compressed()).await?;
    }
    Ok(())
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// `POST /lost-phone`
pub async fn report_loss(visit: Visit, Form(fields): Form<Fields>) -> Result<Response, Stop> {
    let reference = Reference::parse(form::value(&fields, "reference"));
    let born = form::value(&fields, "born").parse::<Day>();
    let mut faults = Vec::new();
    if reference.is_err() {
        faults.push(("reference", "wallet-lost-fault-reference"));
    }
    if born.is_err() {
        faults.push(("born", "wallet-lost-fault-born"));
    }
    let (Ok(reference), Ok(born)) = (reference, born) else {
        return visit.refuse("/lost-phone", fields, &faults).await;
    };
    match xinju_service::wallet::report_loss(&visit.services, &reference, born).await {
        Ok(()) => Ok(Redirect::to("/lost-phone/done").into_response()),
        Err(Failure::Refused(LossRefusal::TooMany)) => {
            visit.refuse("/lost-phone", fields, &[("reference", "wallet-lost-fault-many")]).await
        }
        Err(Failure::Broken(broken)) => Err(Stop::Broken(broken)),
    }
}
