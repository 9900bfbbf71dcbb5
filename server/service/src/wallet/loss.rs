//! A phone reported lost, without signing in; and found again.

use uuid::Uuid;
use xinju_domain::{
    history::{Action, RecordKind},
    reference::Reference,
    time::Day,
};
use xinju_identity::random;
use xinju_mail::LetterKind;
use xinju_store::{Tx, application, certificate as certificates};

use super::phones;
use crate::{
    Broken, Failure, Services, account,
    certificate::{self, Cause},
    history,
    limit::{self, Limited},
    status_list,
};

/// Why a report was not looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LossRefusal {
    /// Too many for this reference.
    TooMany,
}

/// Suspends what a phone shows, if reference and birth date belong together. Whether they did is not told: the answer is
/// the same, so that nothing is learnt.
pub async fn report_loss(services: &Services, reference: &Reference, born: Day) -> Result<(), Failure<LossRefusal>> {
    let text = &reference.to_string();
    let is_admitted = services
        .db
        .change(|mut tx| async move {
            let admitted = limit::spend(&mut tx, services, Limited::LostReport, text).await?.is_none();
            Ok::<_, Broken>((tx, admitted))
        })
        .await?;
    if !is_admitted {
        return Err(Failure::Refused(LossRefusal::TooMany));
    }
    services
        .db
        .change(|mut tx| async move {
            let row = application::find_by_reference(&mut tx, text).await?;
            let account = row.filter(|row| row.born == i64::from(born.yyyymmdd())).and_then(|row| row.account);
            if let Some(account) = account {
                suspend(&mut tx, services, account).await?;
            }
            Ok::<_, Broken>((tx, ()))
        })
        .await?;
    Ok(())
}

async fn suspend(tx: &mut Tx, services: &Services, account: Uuid) -> Result<(), Broken> {
    xinju_store::holder_key::hold(tx, account).await?;
    let Some(phone) = phones(tx, account).await?.at_work else { return Ok(()) };
    let Some(certificate) = certificate::active_of_account(tx, services, account).await? else {
        return Ok(());
    };
    let cause = Cause::LostPhone.code();
    if certificates::find_suspension(tx, certificate.entry, cause).await?.is_some() {
        return Ok(());
    }
    let id = random::uuid_v7(tx.now());
    certificates::suspend(tx, id, &certificate.office, certificate.id, cause).await?;
    status_list::set_phone_suspended(tx, phone.id, true).await?;
    let entry = history::Entry::new(Action::PhoneReportedLost, RecordKind::Account, account.to_string())
        .at(&certificate.office, certificate.region.as_str())
        .about(Some(account));
    history::record(tx, services, entry).await?;
    let link = services.settings.origin.link("/sign-in");
    account::warn(tx, services, account, &LetterKind::PhoneLost { link }).await
}

/// Signing in undoes a report, in the transaction that opens the session. Says whether there was one.
pub(crate) async fn restore(tx: &mut Tx, services: &Services, account: Uuid) -> Result<bool, Broken> {
    let Some(certificate) = certificate::active_of_account(tx, services, account).await? else {
        return Ok(false);
    };
    if certificates::find_suspension(tx, certificate.entry, Cause::LostPhone.code()).await?.is_none() {
        return Ok(false);
    }
    xinju_store::holder_key::hold(tx, account).await?;
    if !certificates::end_suspension(tx, certificate.entry, Cause::LostPhone.code()).await? {
        return Ok(false);
    }
    // A dispute keeps everything suspended, whatever becomes of the phone.
    if let Some(phone) = phones(tx, account).await?.at_work
        && !certificate::is_suspended(tx, &certificate).await?
    {
        status_list::set_phone_suspended(tx, phone.id, false).await?;
    }
    let entry = history::Entry::new(Action::PhoneRestored, RecordKind::Account, account.to_string())
        .at(&certificate.office, certificate.region.as_str())
        .by(account)
        .about(Some(account));
    history::record(tx, services, entry).await?;
    Ok(true)
}
