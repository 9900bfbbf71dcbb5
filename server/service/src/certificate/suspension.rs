//! *Suspended* is no state of the certificate but of its showing: while the home office settles a dispute over an ID
//! number, or while a phone counts as lost.

use xinju_identity::random;
use xinju_store::Tx;
use xinju_store::certificate as store;

use super::Certificate;
use crate::{Broken, status_list};

/// Why a certificate is suspended. A lost phone suspends what that phone shows; a dispute everything, prints included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    Dispute,
    LostPhone,
}

impl Cause {
    pub const fn code(self) -> &'static str {
        match self {
            Self::Dispute => "dispute",
            Self::LostPhone => "lost_phone",
        }
    }
}

/// Suspends everything shown of a certificate while a dispute is settled. Suspended already, it stays so.
pub(crate) async fn suspend(tx: &mut Tx, certificate: &Certificate) -> Result<(), Broken> {
    let cause = Cause::Dispute.code();
    if store::find_suspension(tx, certificate.entry, cause).await?.is_some() {
        return Ok(());
    }
    let id = random::uuid_v7(tx.now());
    store::suspend(tx, id, &certificate.office, certificate.id, cause).await?;
    for version in store::list_of_entry(tx, certificate.entry).await? {
        status_list::set_suspended(tx, version.id, true).await?;
    }
    Ok(())
}

/// Ends the suspension for a dispute. A phone that counts as lost stays suspended.
pub(crate) async fn let_go(tx: &mut Tx, certificate: &Certificate) -> Result<(), Broken> {
    if !store::end_suspension(tx, certificate.entry, Cause::Dispute.code()).await? {
        return Ok(());
    }
    let is_phone_lost = store::find_suspension(tx, certificate.entry, Cause::LostPhone.code()).await?.is_some();
    for version in store::list_of_entry(tx, certificate.entry).await? {
        if is_phone_lost {
            status_list::let_prints_go(tx, version.id).await?;
        } else {
            status_list::set_suspended(tx, version.id, false).await?;
        }
    }
    Ok(())
}

/// Whether a certificate is suspended for any cause.
pub async fn is_suspended(tx: &mut Tx, certificate: &Certificate) -> Result<bool, Broken> {
    Ok(!store::list_suspensions(tx, certificate.entry).await?.is_empty())
}
