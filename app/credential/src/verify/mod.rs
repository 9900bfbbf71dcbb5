//! The verdict over what was scanned.
//!
//! A verifier brings its [`Trust`] (issuing keys and status lists, both public) and a [`Question`] (its clock, its portal, the
//! challenge it asked, if any). [`judge`] answers with the first verdict that applies, in the order of [`Verdict`], and never fetches,
//! remembers or tells anybody anything. The browser, the server and the command line call this one function.
//!
//! Two things no code can say, and every interface must: that the person with the phone is the person of the certificate (compare
//! the ID card), and how old the status is ([`Judgement::status_as_of`], amber when [`Judgement::status_unknown`]).

mod json;
mod judgement;
mod trust;

pub use judgement::{Judgement, Verdict};
pub use trust::{Reading, Trust, TrustRefusal};

use crate::certificate::{Certificate, LIVE_LIFE, Subject};
use crate::presentation::{Presentation, Proof};
use crate::{calendar, qr, status};

/// Seconds by which a certificate or a list may be ahead of the verifier's clock.
const AHEAD: i64 = 300;
/// Beyond so many seconds either way a proof is stale.
const STALE: u64 = 600;
/// A proof older than so many seconds needs the challenge, and so does one further in the future than the next.
const OLD: i64 = 60;
const EARLY: i64 = 30;

/// What the verifier knows besides its trust.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Question<'a> {
    /// Unix seconds by the verifier's clock, corrected by the last known offset to the server's.
    pub now: i64,
    /// The portal's host name, without port.
    pub aud: &'a str,
    /// The nonce of an open challenge.
    pub challenge: Option<[u8; 16]>,
}

/// Judges the text of a QR.
pub fn judge(text: &str, trust: &Trust, question: &Question<'_>) -> Judgement {
    match qr::presentation(text) {
        Ok(bytes) => judge_presentation(&bytes, trust, question),
        Err(_) => Judgement::refused(Verdict::Malformed),
    }
}

/// Judges the bytes that the digits of a QR stand for.
pub fn judge_presentation(bytes: &[u8], trust: &Trust, question: &Question<'_>) -> Judgement {
    let Ok(presentation) = Presentation::parse(bytes) else {
        return Judgement::refused(Verdict::Malformed);
    };
    let subject = match genuine(&presentation, trust, question) {
        Ok(subject) => subject,
        Err(doubt) => {
            return Judgement { kid_unknown: doubt == Doubt::UnknownKey, ..Judgement::refused(Verdict::NotGenuine) };
        }
    };
    let certificate = &presentation.certificate;
    let reading = trust.status(&certificate.status, &certificate.issuer, question.now);
    if reading.is_some_and(|reading| reading.is_current && reading.value.is_none()) {
        return Judgement::refused(Verdict::NotGenuine);
    }
    let verdict = verdict(&presentation, reading, question);
    Judgement::of(&presentation, verdict, subject, reading, question.now)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Doubt {
    UnknownKey,
    Other,
}

/// The subject, if issuer and holder are who they must be. The key is asked for last, so that an unknown one is the only doubt left.
fn genuine(presentation: &Presentation<'_>, trust: &Trust, question: &Question<'_>) -> Result<Subject, Doubt> {
    let certificate = &presentation.certificate;
    let life = certificate.expires_at.saturating_sub(certificate.issued_at);
    let holder_agrees = match (&presentation.proof, &certificate.holder) {
        (None, None) => true,
        (Some(proof), Some(holder)) => {
            life <= LIVE_LIFE && proof.aud == question.aud && proof.message.is_signed_by(&holder.to_sec1_compressed())
        }
        _ => false,
    };
    let subject = certificate.subject().filter(|_| holder_agrees).ok_or(Doubt::Other)?;
    let key = trust.key_set().get(&certificate.kid).ok_or(Doubt::UnknownKey)?;
    let issued_rightly = key.covers(&certificate.issuer)
        && key.was_good_at(certificate.issued_at)
        && presentation.message.is_signed_by(&key.sec1_point());
    if issued_rightly { Ok(subject) } else { Err(Doubt::Other) }
}

/// The verdict over what is genuine.
fn verdict(presentation: &Presentation<'_>, reading: Option<Reading>, question: &Question<'_>) -> Verdict {
    let certificate = &presentation.certificate;
    match reading.and_then(|reading| reading.value) {
        Some(status::VALID) | None => {}
        Some(status::INVALID) => return Verdict::Revoked,
        Some(_) => return Verdict::Suspended,
    }
    if has_expired(certificate, question.now) {
        return Verdict::Expired;
    }
    if certificate.issued_at.cast_signed() > question.now.saturating_add(AHEAD) {
        return Verdict::NotYetValid;
    }
    match (&presentation.proof, question.challenge) {
        (None, None) => Verdict::Paper,
        (Some(proof), Some(nonce)) if proof.cnonce == Some(nonce) => Verdict::Valid,
        (_, Some(_)) => Verdict::ChallengeFailed,
        (Some(proof), None) => by_age(proof.age(question.now)),
    }
}

fn has_expired(certificate: &Certificate, now: i64) -> bool {
    let last_day_over =
        certificate.valid_until().and_then(calendar::day_after_begins).is_none_or(|begins| now >= begins);
    last_day_over || now >= certificate.expires_at.cast_signed()
}

fn by_age(age: i64) -> Verdict {
    if age.unsigned_abs() > STALE {
        Verdict::Stale
    } else if !(-EARLY..=OLD).contains(&age) {
        Verdict::Clock
    } else {
        Verdict::Valid
    }
}

impl Proof<'_> {
    /// Seconds since the proof was made; negative when the phone's clock is ahead.
    fn age(&self, now: i64) -> i64 {
        now.saturating_sub(i64::try_from(self.issued_at).unwrap_or(i64::MAX))
    }
}
