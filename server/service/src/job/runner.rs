//! What each kind of job does.

use std::fmt::Display;

use xinju_domain::account::Contact;
use xinju_domain::time::{Instant, Span};
use xinju_mail::{Envelope, LetterKind, SendError};
use xinju_store::job as store;

use super::{Kind, LetterPayload};
use crate::{Broken, Services, retention};

/// Why a job did not succeed, in words that hold no personal data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Trouble {
    pub(super) words: String,
    /// Trying again cannot help.
    pub(super) is_lasting: bool,
}

impl Trouble {
    pub(super) fn lasting(cause: &impl Display) -> Self {
        Self { words: cause.to_string(), is_lasting: true }
    }
}

impl From<Broken> for Trouble {
    fn from(broken: Broken) -> Self {
        broken.log("job");
        Self { words: broken.to_string(), is_lasting: false }
    }
}

impl From<SendError> for Trouble {
    fn from(error: SendError) -> Self {
        Self { words: error.to_string(), is_lasting: error.is_permanent() }
    }
}

pub(super) async fn run(services: &Services, job: &store::ClaimedRow, payload: &[u8]) -> Result<(), Trouble> {
    match Kind::from_code(&job.kind) {
        Some(Kind::Letter) => send(services, job, payload).await,
        Some(Kind::Sweep) => Ok(retention::sweep(services).await?),
        // A newer server wrote it and will take it up.
        None => Err(Trouble { words: "this version does not know the kind".to_owned(), is_lasting: false }),
    }
}

async fn send(services: &Services, job: &store::ClaimedRow, payload: &[u8]) -> Result<(), Trouble> {
    let LetterPayload { to, letter } = serde_json::from_slice(payload).map_err(|_| Trouble::lasting(&"unreadable"))?;
    let at = written_at(job.id);
    if is_out_of_time(&letter.kind, at, Instant::from_micros(job.claimed_at)) {
        return Ok(());
    }
    match to {
        Contact::Mail(to) => services.mailer.send(&Envelope { to, id: job.id, at }, &letter).await?,
        Contact::Phone(to) => services.sms.send(&Envelope { to, id: job.id, at }, &letter).await?,
    }
    Ok(())
}

/// The time in the job's id (RFC 9562, 5.7): the same at each try.
fn written_at(id: uuid::Uuid) -> Instant {
    let (seconds, nanos) = id.get_timestamp().map_or((0, 0), |stamp| stamp.to_unix());
    let seconds = i64::try_from(seconds).unwrap_or(0);
    Instant::from_micros(seconds * 1_000_000 + i64::from(nanos / 1000))
}

/// A code that no longer counts is not worth a letter.
fn is_out_of_time(kind: &LetterKind, written: Instant, now: Instant) -> bool {
    match kind {
        LetterKind::SignInCode { minutes, .. } | LetterKind::ContactCode { minutes, .. } => {
            now > written.plus(Span::minutes(i64::from(*minutes)))
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_not_sent_after_its_ten_minutes_and_news_are() {
        let written = Instant::from_unix_seconds(1_795_500_000);
        let code = LetterKind::SignInCode { code: "000000".to_owned(), minutes: 10, host: String::new() };
        let news = LetterKind::PhoneLost { link: String::new() };
        let late = written.plus(Span::minutes(11));
        assert!(!is_out_of_time(&code, written, written.plus(Span::minutes(10))));
        assert!(is_out_of_time(&code, written, late));
        assert!(!is_out_of_time(&news, written, late));
    }

    #[test]
    fn a_letter_is_dated_by_its_job_s_id() {
        let at = Instant::from_unix_seconds(1_795_500_000);
        assert_eq!(written_at(xinju_identity::random::uuid_v7(at)), at);
    }
}
