//! What the scanner sends: registrations and scans.

use axum::{
    Json,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use serde_json::json;
use xinju_domain::{
    certificate_number::ShortNumber,
    registration::{ArrivalFault, DigitsFault, Item, Refusal, Verdict},
    staff::Role,
    time::Instant,
};
use xinju_service::{
    Failure,
    registration::{Command, RegisterRefusal, Registered},
    scan::{self, ReportRefusal},
    session::Officer,
};
use xinju_text::{Locale, t};

use super::queue::{Order, Told};
use crate::frame::{Stop, Visit};

/// `POST /api/registrations`: an answer to keep, whatever it is; another status means *try again*.
pub(super) async fn register(visit: Visit, Json(order): Json<Order>) -> Result<Response, Stop> {
    let officer = match own_officer(&visit, &order.officer)? {
        Ok(officer) => officer,
        Err(response) => return Ok(response),
    };
    let locale = visit.locale;
    let command = command(order).ok_or(Stop::Unreadable)?;
    let answer = match xinju_service::registration::register(&visit.services, &officer, &command).await {
        Ok(registered) => json!({"state": "registered", "words": done_words(locale, registered)}),
        Err(Failure::Refused(RegisterRefusal::NotAllowed)) => return Err(Stop::NotAllowed),
        Err(Failure::Refused(RegisterRefusal::Unreadable)) => return Err(Stop::Unreadable),
        Err(Failure::Refused(refusal)) => json!({
            "state": "refused",
            "words": refusal_words(locale, refusal),
            "retype": may_retype(refusal),
        }),
        Err(Failure::Broken(broken)) => return Err(Stop::Broken(broken)),
    };
    Ok(Json(answer).into_response())
}

/// `POST /api/scans`: number, time and verdict, never what was shown.
pub(super) async fn report(visit: Visit, Json(told): Json<Told>) -> Result<Response, Stop> {
    let officer = match own_officer(&visit, &told.officer)? {
        Ok(officer) => officer,
        Err(response) => return Ok(response),
    };
    let number = ShortNumber::parse(&told.number).map_err(|_| Stop::Unreadable)?;
    let verdict = Verdict::from_code(&told.verdict).ok_or(Stop::Unreadable)?;
    let replay_id = bytes(&told.replay_id).ok_or(Stop::Unreadable)?;
    let report = scan::Report {
        number: &number,
        verdict,
        scanned: Instant::from_unix_seconds(told.scanned_at),
        replay_id: &replay_id,
    };
    match scan::report(&visit.services, &officer, report).await {
        Ok(()) => Ok(StatusCode::NO_CONTENT.into_response()),
        Err(Failure::Refused(ReportRefusal::NotAllowed)) => Err(Stop::NotAllowed),
        Err(Failure::Refused(ReportRefusal::Time(_))) => Err(Stop::Unreadable),
        Err(Failure::Broken(broken)) => Err(Stop::Broken(broken)),
    }
}

/// The officer who is signed in, if it is the one who scanned.
fn own_officer(visit: &Visit, who: &str) -> Result<Result<Officer, Response>, Stop> {
    let officer = visit.officer(Role::Registering)?;
    if officer.account.to_string() == who {
        return Ok(Ok(officer));
    }
    Ok(Err((StatusCode::CONFLICT, Json(json!({"error": "other-officer"}))).into_response()))
}

fn command(order: Order) -> Option<Command> {
    let challenge = match order.challenge.as_str() {
        "" => None,
        text => Some(bytes(text)?),
    };
    let due = match order.due.as_str() {
        "" => None,
        text => text.parse().ok(),
    };
    Some(Command {
        key: order.key,
        presentation: order.presentation,
        scanned: Instant::from_unix_seconds(order.scanned_at),
        bundle_made: Instant::from_unix_seconds(order.bundle_made_at),
        challenge,
        address: order.address,
        digits: order.digits,
        missing: order.missing.iter().map(|code| Item::from_code(code)).collect::<Option<_>>()?,
        note: order.note,
        due,
    })
}

/// Bytes from hexadecimal digits, if there are so many.
fn bytes<const N: usize>(text: &str) -> Option<[u8; N]> {
    let mut bytes = [0; N];
    if text.len() != 2 * N || !text.is_ascii() {
        return None;
    }
    for (place, byte) in bytes.iter_mut().enumerate() {
        *byte = u8::from_str_radix(text.get(2 * place..2 * place + 2)?, 16).ok()?;
    }
    Some(bytes)
}

fn done_words(locale: Locale, registered: Registered) -> String {
    match (registered.is_late, registered.is_challenged) {
        (true, _) => t!(locale, "registration-done-late"),
        (false, true) => t!(locale, "registration-done-challenged"),
        (false, false) => t!(locale, "registration-done"),
    }
}

/// A slip in what was typed is put right in the form; everything else needs a new scan.
fn may_retype(refusal: RegisterRefusal) -> bool {
    match refusal {
        RegisterRefusal::Digits(_, left) => left > 0,
        RegisterRefusal::AddressTooLong | RegisterRefusal::Notice(_) => true,
        _ => false,
    }
}

fn refusal_words(locale: Locale, refusal: RegisterRefusal) -> String {
    match refusal {
        RegisterRefusal::Digits(DigitsFault::Different, left) if left > 0 => {
            t!(locale, "registration-refused-digits", left = left)
        }
        RegisterRefusal::Digits(DigitsFault::Different, _) => t!(locale, DigitsFault::UsedUp.key()),
        RegisterRefusal::Digits(fault, _) => t!(locale, fault.key()),
        RegisterRefusal::Notice(fault) => t!(locale, fault.key()),
        RegisterRefusal::AlreadyRegistered => t!(locale, "registration-refused-already"),
        RegisterRefusal::AddressTooLong => t!(locale, "registration-refused-address"),
        RegisterRefusal::Shown(Refusal::TooLittleShown) => t!(locale, "registration-refused-little"),
        RegisterRefusal::Shown(Refusal::Verdict(verdict)) => {
            t!(locale, &format!("registration-refused-{}", verdict.code().replace('_', "-")))
        }
        RegisterRefusal::Time(ArrivalFault::TooOld) => t!(locale, "registration-refused-old"),
        RegisterRefusal::Time(ArrivalFault::BeforeBundle | ArrivalFault::InFuture) => {
            t!(locale, "registration-refused-time")
        }
        RegisterRefusal::NotAllowed => t!(locale, "registration-not-allowed"),
        RegisterRefusal::Unreadable => t!(locale, "registration-refused-unreadable"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hexadecimal_digits_are_read_or_refused() {
        assert_eq!(bytes::<2>("00fF"), Some([0, 255]));
        for text in ["", "00f", "00ff0", "zz00", "0é0"] {
            assert_eq!(bytes::<2>(text), None, "{text}");
        }
    }

    #[test]
    fn an_order_with_an_unknown_item_or_number_is_none() {
        let order = Order { missing: vec!["photo".into()], ..Order::default() };
        assert!(command(order.clone()).is_some());
        assert!(command(Order { missing: vec!["fine".into()], ..order.clone() }).is_none());
        assert!(command(Order { challenge: "00".into(), ..order }).is_none());
    }
}
