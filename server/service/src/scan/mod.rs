//! What a scanner tells, and what a typed number answers.
//!
//! A scan that the holder chose to make is a look: the officer's scanner reports number, time and verdict, never what was
//! shown, and the holder reads it under *who saw my data*. It may arrive up to seven days later, from a place without
//! signal, and counts once.
//!
//! A number typed by an officer answers one of four words and the last day, and is a look, too. Both are open to
//! registering officers, wherever the person comes from.

#[cfg(test)]
mod tests;

use serde_json::json;
use xinju_domain::certificate::NumberAnswer;
use xinju_domain::certificate_number::ShortNumber;
use xinju_domain::history::{Action, RecordKind};
use xinju_domain::registration::{ArrivalFault, Verdict, arrival};
use xinju_domain::staff::{Right, may};
use xinju_domain::time::{Day, Instant};
use xinju_identity::random;
use xinju_store::scan as store;
use xinju_store::{Tx, certificate as certificates};

use crate::history::{self, Entry};
use crate::limit::{self, Limited};
use crate::session::Officer;
use crate::{Broken, Failure, Services, certificate};

/// What a scanner tells of one showing.
#[derive(Clone, Copy, Debug)]
pub struct Report<'a> {
    /// The short number of the certificate.
    pub number: &'a ShortNumber,
    pub verdict: Verdict,
    pub scanned: Instant,
    /// The hash of what was signed, by which the showing is known.
    pub replay_id: &'a [u8; 32],
}

/// Why a scan is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReportRefusal {
    /// The post does not scan.
    NotAllowed,
    Time(ArrivalFault),
}

/// Notes a scan. Told twice, it is noted once.
pub async fn report(services: &Services, officer: &Officer, report: Report<'_>) -> Result<(), Failure<ReportRefusal>> {
    if !has(officer, Right::Scan) {
        return Err(Failure::Refused(ReportRefusal::NotAllowed));
    }
    services
        .db
        .change(|mut tx| async move {
            // A look needs no bundle: whatever it was judged by, it was made.
            arrival(report.scanned, report.scanned, tx.now())
                .map_err(|fault| Failure::Refused(ReportRefusal::Time(fault)))?;
            note(&mut tx, services, officer, report).await?;
            Ok((tx, ()))
        })
        .await
}

async fn note(tx: &mut Tx, services: &Services, officer: &Officer, report: Report<'_>) -> Result<(), Broken> {
    let certificate = certificates::find_by_number(tx, report.number.as_str()).await?;
    let account = certificate.as_ref().and_then(|row| row.account);
    let new = store::NewScan {
        id: random::uuid_v7(tx.now()),
        office: &officer.post.office,
        region: officer.post.region.as_str(),
        officer: officer.account,
        certificate: certificate.as_ref().map(|row| row.id),
        account,
        number: report.number.as_str(),
        replay_id: report.replay_id,
        verdict: report.verdict.code(),
        scanned_at: report.scanned.micros(),
    };
    if !store::insert(tx, &new).await? {
        return Ok(());
    }
    let entry = Entry::new(Action::ScanMade, RecordKind::Scan, report.number.as_str())
        .by_officer(officer)
        .about(account)
        .with(json!({"verdict": report.verdict.code(), "scanned_at": report.scanned.unix_seconds()}));
    history::record(tx, services, entry).await
}

/// All that a typed number tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    pub answer: NumberAnswer,
    /// The last day of the newest version.
    pub valid_until: Day,
}

/// Why a number is not answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CheckRefusal {
    /// The post does not check numbers.
    NotAllowed,
    /// No certificate has this number.
    Absent,
    TooMany,
}

/// Tells whether the certificate of a number is good, and nothing else. It is a look.
pub async fn check_number(
    services: &Services,
    officer: &Officer,
    number: &ShortNumber,
) -> Result<Standing, Failure<CheckRefusal>> {
    if !has(officer, Right::CheckNumber) {
        return Err(Failure::Refused(CheckRefusal::NotAllowed));
    }
    let outcome = services
        .db
        .change(|mut tx| async move {
            let subject = officer.account.to_string();
            if limit::spend(&mut tx, services, Limited::NumberCheck, &subject).await?.is_some() {
                return Ok((tx, Err(CheckRefusal::TooMany)));
            }
            // A number that does not exist is counted as well: the transaction is committed either way.
            let standing = look_up(&mut tx, services, officer, number).await?;
            Ok::<_, Broken>((tx, standing.ok_or(CheckRefusal::Absent)))
        })
        .await?;
    outcome.map_err(Failure::Refused)
}

async fn look_up(
    tx: &mut Tx,
    services: &Services,
    officer: &Officer,
    number: &ShortNumber,
) -> Result<Option<Standing>, Broken> {
    let Some(row) = certificates::find_by_number(tx, number.as_str()).await? else { return Ok(None) };
    let Some(newest) = certificates::find_latest(tx, row.entry).await? else { return Ok(None) };
    let newest = certificate::open(services, &newest)?;
    let is_suspended = certificate::is_suspended(tx, &newest).await?;
    let standing =
        Standing { answer: newest.state_on(Day::of(tx.now())).answer(is_suspended), valid_until: newest.valid_until };
    let entry = Entry::new(Action::NumberChecked, RecordKind::Certificate, number.as_str())
        .by_officer(officer)
        .about(row.account)
        .with(json!({"answer": standing.answer.code()}));
    history::record(tx, services, entry).await?;
    Ok(Some(standing))
}

/// Whether the officer's post has a right within its own region.
pub(crate) fn has(officer: &Officer, right: Right) -> bool {
    may(officer.post.role, officer.post.region, right, officer.post.region)
}
