//! What an issuing officer does to a certificate after it was issued.

use serde_json::json;
use uuid::Uuid;
use xinju_domain::certificate::{Change, Revocation, RevocationReason, State, may_renew, valid_until};
use xinju_domain::certificate_number::ShortNumber;
use xinju_domain::fault::FieldFault;
use xinju_domain::history::{Action, RecordKind};
use xinju_domain::staff::{Right, may};
use xinju_domain::time::Day;
use xinju_mail::LetterKind;
use xinju_store::certificate::{self as store, CertificateRow, End};
use xinju_store::register_entry::{self as entries, EntryRow};
use xinju_store::{StoreError, Tx};

use super::issuing::{Next, insert_next, invalidate_entry, write_entry};
use super::{Certificate, Content, Correction, open, reason_place};
use crate::account;
use crate::history::{self, Entry};
use crate::session::Officer;
use crate::{Broken, Failure, Services};

/// Why a certificate is not changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChangeRefusal {
    /// Not there, or of another office.
    Absent,
    /// It is not this officer's to change: somebody else changed or ended it since it was looked at.
    Overtaken,
    /// It is not yet time to renew it.
    TooEarly,
    /// The corrected certificate says the same.
    NothingChanged,
    Faults(Vec<FieldFault>),
}

type Outcome<T> = Result<T, Failure<ChangeRefusal>>;

/// A new version with the same content and a new life.
pub async fn renew(services: &Services, officer: &Officer, number: &ShortNumber) -> Outcome<Certificate> {
    services
        .db
        .change(|mut tx| async move {
            let (row, entry) = load(&mut tx, officer, number).await?;
            let before = open(services, &row)?;
            let today = Day::of(tx.now());
            if before.state != State::Active {
                return refuse(ChangeRefusal::Overtaken);
            }
            if !may_renew(before.state, before.valid_until, today) {
                return refuse(ChangeRefusal::TooEarly);
            }
            let next = next(&row, &before.content, today, valid_until(today));
            let new = insert_next(&mut tx, services, officer, &entry, Some(&row), &next).await?;
            let new = new.ok_or(Failure::Refused(ChangeRefusal::Overtaken))?;
            record(&mut tx, services, officer, &before, (Action::CertificateRenewed, Some(&new))).await?;
            Ok((tx, new))
        })
        .await
}

/// A new version with other content and the same last day. Everything shown of the old one is invalid at once.
pub async fn correct(
    services: &Services,
    officer: &Officer,
    number: &ShortNumber,
    typed: &Correction,
) -> Outcome<Certificate> {
    services
        .db
        .change(|mut tx| async move {
            let (row, mut entry) = load(&mut tx, officer, number).await?;
            let before = open(services, &row)?;
            let today = Day::of(tx.now());
            if before.state_on(today).after(Change::Correct).is_none() {
                return refuse(ChangeRefusal::Overtaken);
            }
            let content = before.content.corrected(typed).map_err(|faults| refusal(ChangeRefusal::Faults(faults)))?;
            if content == before.content {
                return refuse(ChangeRefusal::NothingChanged);
            }
            write_entry(&mut tx, services, &mut entry, &content).await?;
            let next = next(&row, &content, today, before.valid_until);
            let new = insert_next(&mut tx, services, officer, &entry, Some(&row), &next).await?;
            let new = new.ok_or(Failure::Refused(ChangeRefusal::Overtaken))?;
            record(&mut tx, services, officer, &before, (Action::CertificateCorrected, Some(&new))).await?;
            Ok((tx, new))
        })
        .await
}

/// Ends a certificate. Everything shown of it, prints included, is invalid at once.
pub async fn revoke(
    services: &Services,
    officer: &Officer,
    number: &ShortNumber,
    (reason, words): (RevocationReason, &str),
) -> Outcome<()> {
    let fault = |fault: xinju_domain::wording::WordingFault| {
        refusal(ChangeRefusal::Faults(vec![FieldFault::new("words", fault.key())]))
    };
    let revocation = &Revocation::new(reason, words).map_err(fault)?;
    let json = &serde_json::to_vec(revocation).map_err(Broken::new)?;
    services
        .db
        .change(|mut tx| async move {
            let (row, _) = load(&mut tx, officer, number).await?;
            let before = open(services, &row)?;
            let state = before.state_on(Day::of(tx.now())).after(Change::Revoke);
            let state = state.ok_or(Failure::Refused(ChangeRefusal::Overtaken))?;
            let sealed = services.secrets.seal(&reason_place(row.id), json);
            let end = End { state: state.code(), renewed_by: None, reason: Some(&sealed) };
            if !store::end(&mut tx, row.id, &end).await? {
                return refuse(ChangeRefusal::Overtaken);
            }
            invalidate_entry(&mut tx, row.entry).await?;
            record(&mut tx, services, officer, &before, (Action::CertificateRevoked, None)).await?;
            Ok((tx, ()))
        })
        .await
}

/// The row and its entry, if this officer keeps certificates of that office.
async fn load(tx: &mut Tx, officer: &Officer, number: &ShortNumber) -> Outcome<(CertificateRow, EntryRow)> {
    let row = store::find_by_number(tx, number.as_str()).await?;
    let row = row.filter(|row| keeps(officer, row)).ok_or(Failure::Refused(ChangeRefusal::Absent))?;
    let entry = entries::find(tx, row.entry).await?.ok_or(StoreError::Absent("register_entry"))?;
    Ok((row, entry))
}

/// Whether an officer keeps this certificate.
pub(super) fn keeps(officer: &Officer, row: &CertificateRow) -> bool {
    row.office == officer.post.office
        && row
            .region
            .parse()
            .is_ok_and(|region| may(officer.post.role, officer.post.region, Right::KeepCertificates, region))
}

fn next<'a>(row: &CertificateRow, content: &'a Content, first: Day, last: Day) -> Next<'a> {
    Next { content, account: row.account, application: row.application, first, last }
}

async fn record(
    tx: &mut Tx,
    services: &Services,
    officer: &Officer,
    before: &Certificate,
    (action, new): (Action, Option<&Certificate>),
) -> Result<(), Broken> {
    let mut entry = Entry::new(action, RecordKind::Certificate, before.number.as_str())
        .at(&before.office, before.region.as_str())
        .by_officer(officer)
        .about(before.account);
    if let Some(new) = new {
        entry = entry.with(json!({ "number": new.number }));
    }
    history::record(tx, services, entry).await?;
    let Some(holder) = before.account else { return Ok(()) };
    tell(tx, services, holder, before, new.is_none()).await
}

async fn tell(
    tx: &mut Tx,
    services: &Services,
    holder: Uuid,
    before: &Certificate,
    is_revoked: bool,
) -> Result<(), Broken> {
    let office = before.content.home_office.clone();
    let link = services.settings.origin.link("/certificate");
    if is_revoked {
        return account::warn(tx, services, holder, &LetterKind::CertificateRevoked { office, link }).await;
    }
    let reference = before.number.grouped();
    account::tell(tx, services, holder, &LetterKind::Issued { reference, office, link }).await
}

fn refusal(refusal: ChangeRefusal) -> Failure<ChangeRefusal> {
    Failure::Refused(refusal)
}

fn refuse<T>(why: ChangeRefusal) -> Outcome<T> {
    Err(Failure::Refused(why))
}
