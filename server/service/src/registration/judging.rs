//! The second look at what an officer scanned: what it was worth at the time of the scan, and what became of it since.
//!
//! The lists that are published now say nothing of the moment of the scan, so the judgement is made without one; whether
//! the certificate was revoked or suspended is read from the records themselves.

use sha2::{Digest, Sha256};
use xinju_credential::certificate::{Kind, StatusRef};
use xinju_credential::verify::{Judgement, Question, Trust, judge as judge_text};
use xinju_domain::certificate::State;
use xinju_domain::registration::{Needs, Profile, Refusal, Verdict, may_register};
use xinju_domain::time::{Day, Instant};
use xinju_store::status_list::{self as statuses, StatusIndexRow};
use xinju_store::{Tx, certificate as certificates, registration as store};

use super::Command;
use crate::certificate::{self, Certificate};
use crate::session::Officer;
use crate::{Broken, Services, issuing_key};

/// What was shown, judged by its signatures and the time of the scan.
#[derive(Debug)]
pub(super) struct Shown {
    judgement: Judgement,
    verdict: Verdict,
}

/// A showing that may be registered.
#[derive(Debug)]
pub(super) struct Judged {
    pub(super) certificate: Certificate,
    pub(super) needs: Needs,
    pub(super) is_challenged: bool,
    pub(super) replay_id: [u8; 32],
}

impl Judged {
    pub(super) fn kind(&self) -> &'static str {
        match self.needs {
            Needs::Nothing => "phone",
            Needs::CardDigits => "paper",
        }
    }

    /// What is registered once. A phone's proof is new each time; a print is shown for years, so it is the print at this
    /// office on this day.
    pub(super) fn once_id(&self, officer: &Officer, scanned: Instant) -> [u8; 32] {
        match self.needs {
            Needs::Nothing => self.replay_id,
            Needs::CardDigits => Sha256::new()
                .chain_update(b"xinju/paper/1")
                .chain_update(self.replay_id)
                .chain_update(Day::of(scanned).yyyymmdd().to_be_bytes())
                .chain_update(officer.post.office.as_bytes())
                .finalize()
                .into(),
        }
    }
}

/// Judges signatures, portal, challenge and times as of the scan.
pub(super) async fn judge(services: &Services, command: &Command) -> Result<Shown, Broken> {
    let mut tx = services.db.read().await?;
    let keys = issuing_key::key_set(&mut tx).await?;
    drop(tx);
    let none: [&[u8]; 0] = [];
    let trust = Trust::new(&keys, none).map_err(Broken::new)?;
    let question = Question {
        now: command.scanned.unix_seconds(),
        aud: services.settings.origin.host(),
        challenge: command.challenge,
    };
    let judgement = judge_text(&command.presentation, &trust, &question);
    let verdict = Verdict::from_code(judgement.verdict.as_str()).unwrap_or(Verdict::Malformed);
    Ok(Shown { judgement, verdict })
}

/// What the records say of it: revoked or suspended on arrival, suspended at the time of the scan.
pub(super) async fn hold_against_records(
    tx: &mut Tx,
    services: &Services,
    command: &Command,
    shown: &Shown,
) -> Result<Result<Judged, Refusal>, Broken> {
    let judgement = &shown.judgement;
    let refused = |verdict| Ok(Err(Refusal::Verdict(verdict)));
    let (Some(subject), Some(status), Some(replay_id)) = (&judgement.subject, &judgement.status, judgement.replay_id)
    else {
        return refused(shown.verdict);
    };
    let Some(row) = certificates::find_by_number(tx, &subject.number).await? else {
        return refused(Verdict::NotGenuine);
    };
    let Some(place) = find_place(tx, services, status).await?.filter(|place| place.certificate == row.id) else {
        return refused(Verdict::NotGenuine);
    };
    if place.value == 1 || row.state == State::Revoked.code() {
        return refused(Verdict::Revoked);
    }
    let at = command.scanned.micros();
    if place.value != 0 || store::was_suspended(tx, row.entry, at, place.holder_key).await? {
        return refused(Verdict::Suspended);
    }
    let profile = Profile::from_number(judgement.profile.unwrap_or(0).into()).unwrap_or(Profile::Minimum);
    Ok(match may_register(shown.verdict, profile) {
        Ok(needs) => Ok(Judged {
            certificate: certificate::open(services, &row)?,
            needs,
            is_challenged: command.challenge.is_some() && judgement.kind == Some(Kind::Live),
            replay_id,
        }),
        Err(refusal) => Err(refusal),
    })
}

async fn find_place(tx: &mut Tx, services: &Services, status: &StatusRef) -> Result<Option<StatusIndexRow>, Broken> {
    let before = services.settings.origin.link("/status/");
    let (Some(list), Ok(position)) = (status.uri.strip_prefix(&before), i64::try_from(status.index)) else {
        return Ok(None);
    };
    Ok(statuses::find_at(tx, list, position).await?)
}
