//! What the wallet's islands and forms send.

use axum::{
    Form, Json,
    body::Bytes,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use serde_json::json;
use xinju_domain::{reference::Reference, time::Day};
use xinju_service::{
    Broken, Failure,
    wallet::{BindRefusal, Bound, LossRefusal},
};

use super::holding::Holding;
use crate::{
    frame::{Fields, Stop, Visit, form},
    sign_in,
    ui,
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
            };
            let mut body = serde_json::to_value(holding).map_err(Broken::new)?;
            body["state"] = json!("bound");
            Ok(Json(body).into_response())
        }
        Ok(Bound::Waits(until)) => {
            let until = ui::date::moment(visit.locale, until, Day::of(until));
            Ok(Json(json!({"state": "waits", "until": until})).into_response())
        }
        Err(Failure::Refused(refusal)) => {
            let word = match refusal {
                BindRefusal::NotProven => "not-proven",
                BindRefusal::NeedsPasskey => "needs-passkey",
                BindRefusal::Taken => "taken",
                BindRefusal::Stopped => "stopped",
                BindRefusal::NoCertificate => "no-certificate",
            };
            Ok((StatusCode::CONFLICT, Json(json!({"error": word}))).into_response())
        }
        Err(Failure::Broken(broken)) => Err(Stop::Broken(broken)),
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// `POST /wallet/phones/stop`: the phone that waits is not wanted.
pub async fn stop_waiting(visit: Visit) -> Result<Redirect, Stop> {
    xinju_service::wallet::stop_waiting(&visit.services, visit.person()?).await?;
    Ok(Redirect::to("/wallet/add"))
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
