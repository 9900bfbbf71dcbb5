//! One ID number, two accounts: the home office compares papers and settles it.
//!
//! A claim alone changes nothing. Taking a dispute up suspends what was shown of the person's certificate until it is
//! settled. Settled for the one who has the number, everything is as before; settled for the other, the number and the
//! certificate go to that account, and what was shown of it until then is invalid for good.

#[cfg(test)]
mod tests;

use uuid::Uuid;
use xinju_domain::history::{Action, RecordKind};
use xinju_domain::staff::{Right, may};
use xinju_domain::time::Instant;
use xinju_domain::wording;
use xinju_identity::Place;
use xinju_store::dispute::{self as store, DisputeRow};
use xinju_store::{Tx, account as accounts, certificate as certificates, register_entry as entries};

use super::{DeskRefusal, Outcome, fault, no};
use crate::certificate::{self, Certificate};
use crate::history::Entry;
use crate::session::Officer;
use crate::{Broken, Failure, Services, account, history, status_list};

/// The most that are listed.
const SHOWN: i64 = 100;
const TAKEN_UP: &str = "taken_up";

/// Whose number it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The account's that had it.
    Holder,
    /// The other account's.
    Claimant,
}

impl Verdict {
    pub const fn code(self) -> &'static str {
        match self {
            Self::Holder => "holder",
            Self::Claimant => "claimant",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Holder, Self::Claimant].into_iter().find(|verdict| verdict.code() == code)
    }
}

/// A dispute as the office sees it: both names, and nothing that either typed besides.
#[derive(Clone, Debug)]
pub struct Dispute {
    pub id: Uuid,
    pub holder: Option<String>,
    pub claimant: Option<String>,
    pub opened_at: Instant,
    pub is_taken_up: bool,
    /// The certificate that hangs on it.
    pub certificate: Option<xinju_domain::certificate_number::ShortNumber>,
}

/// What the officer's office has to settle, the oldest first.
pub async fn list(services: &Services, officer: &Officer) -> Result<Vec<Dispute>, Broken> {
    let mut tx = services.db.read().await?;
    let mut disputes = Vec::new();
    for row in store::list_open(&mut tx, &officer.post.office, SHOWN).await? {
        if is_theirs(officer, &row) {
            disputes.push(Dispute {
                id: row.id,
                holder: account::find_name(&mut tx, services, row.holder).await?,
                claimant: account::find_name(&mut tx, services, row.claimant).await?,
                opened_at: Instant::from_micros(row.opened_at),
                is_taken_up: row.taken_up_at.is_some(),
                certificate: certificate_of(&mut tx, services, &row).await?.map(|found| found.number),
            });
        }
    }
    Ok(disputes)
}

/// Takes a dispute up: what was shown of the certificate is suspended.
pub async fn take_up(services: &Services, officer: &Officer, id: Uuid) -> Outcome<()> {
    services
        .db
        .change(|mut tx| async move {
            let row = load(&mut tx, officer, id).await?;
            let at = tx.now().micros();
            if !store::take_up(&mut tx, id, TAKEN_UP, at).await? {
                return no(DeskRefusal::NotNow);
            }
            if let Some(certificate) = certificate_of(&mut tx, services, &row).await? {
                certificate::suspend(&mut tx, &certificate).await?;
            }
            record(&mut tx, services, officer, &row, Action::DisputeTakenUp).await?;
            Ok((tx, ()))
        })
        .await
}

/// Settles a dispute with a reason.
pub async fn settle(
    services: &Services,
    officer: &Officer,
    id: Uuid,
    (verdict, reason): (Verdict, &str),
) -> Outcome<()> {
    let reason = &wording::reason(reason).map_err(|found| fault("reason", found.key()))?;
    services
        .db
        .change(|mut tx| async move {
            let row = load(&mut tx, officer, id).await?;
            let sealed = services.secrets.seal(&Place::new("dispute", "reason", id), reason.as_bytes());
            let at = tx.now().micros();
            if !store::decide(&mut tx, id, verdict.code(), at, officer.account, &sealed).await? {
                return no(DeskRefusal::NotNow);
            }
            let certificate = certificate_of(&mut tx, services, &row).await?;
            if verdict == Verdict::Claimant {
                accounts::move_claim(&mut tx, &row.id_index, row.claimant, at).await?;
                if let Some(certificate) = &certificate {
                    hand_over(&mut tx, certificate, row.claimant).await?;
                }
            }
            if let Some(certificate) = &certificate {
                certificate::let_go(&mut tx, certificate).await?;
            }
            record(&mut tx, services, officer, &row, Action::DisputeSettled).await?;
            Ok((tx, ()))
        })
        .await
}

/// Gives the certificate to the other account; the first one's phone shows nothing valid any more.
async fn hand_over(tx: &mut Tx, certificate: &Certificate, to: Uuid) -> Result<(), Broken> {
    for version in certificates::list_of_entry(tx, certificate.entry).await? {
        status_list::invalidate(tx, version.id).await?;
    }
    if let Some(mut entry) = entries::find(tx, certificate.entry).await? {
        entry.account = Some(to);
        entries::update(tx, &entry).await?;
    }
    certificates::link(tx, certificate.entry, Some(to)).await?;
    Ok(())
}

async fn load(tx: &mut Tx, officer: &Officer, id: Uuid) -> Outcome<DisputeRow> {
    let row = store::find(tx, id).await?.filter(|row| is_theirs(officer, row));
    row.ok_or(Failure::Refused(DeskRefusal::Absent))
}

fn is_theirs(officer: &Officer, row: &DisputeRow) -> bool {
    row.office == officer.post.office
        && row
            .region
            .parse()
            .is_ok_and(|region| may(officer.post.role, officer.post.region, Right::SettleDispute, region))
}

/// The active certificate of the disputed number.
async fn certificate_of(tx: &mut Tx, services: &Services, row: &DisputeRow) -> Result<Option<Certificate>, Broken> {
    let Some(entry) = entries::find_by_id_index(tx, &row.id_index).await? else { return Ok(None) };
    let latest = certificates::find_latest(tx, entry.id).await?.filter(|latest| latest.state == "active");
    latest.map(|latest| certificate::open(services, &latest)).transpose()
}

/// Both accounts read it in their own history.
async fn record(
    tx: &mut Tx,
    services: &Services,
    officer: &Officer,
    row: &DisputeRow,
    action: Action,
) -> Result<(), Broken> {
    for subject in [row.holder, row.claimant] {
        let entry = Entry::new(action, RecordKind::Dispute, row.id.to_string())
            .at(&row.office, &row.region)
            .by_officer(officer)
            .about(Some(subject));
        history::record(tx, services, entry).await?;
    }
    Ok(())
}
