//! What a phone may ask and do by its key alone, without a session: how it stands, and to show the certificate no more.

use xinju_domain::time::Instant;
use xinju_store::{Tx, certificate as certificates, holder_key as store, holder_key::HolderKeyRow};

use super::{
    binding::{BindRefusal, Outcome, proven_key},
    is_waiting, stop,
};
use crate::{
    Broken, Failure, Services,
    certificate::{self, Cause},
};

/// How a phone's certificates stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    Good,
    /// What it shows is no longer good, but it may ask for fresh ones.
    Outdated,
    /// It was reported lost: signing in undoes it.
    Lost,
    /// The home office settles a dispute over the ID number.
    Disputed,
    /// It may ask for certificates from then on.
    Waits(Instant),
}

const VALID: i64 = 0;
const SUSPENDED: i64 = 2;

/// Tells a phone how it stands. One that was stopped is refused.
pub async fn check(services: &Services, proof: &[u8]) -> Outcome<Standing> {
    let key = proven_key(services, proof).await?;
    let mut tx = services.db.read().await?;
    let row = store::find_by_point(&mut tx, &key.x, key.y_odd).await?;
    let row = row.filter(|row| row.removed_at.is_none()).ok_or(Failure::Refused(BindRefusal::Stopped))?;
    Ok(standing(&mut tx, services, &row).await?)
}

async fn standing(tx: &mut Tx, services: &Services, row: &HolderKeyRow) -> Result<Standing, Broken> {
    let now = tx.now().micros();
    if is_waiting(row) && row.active_at > now {
        return Ok(Standing::Waits(Instant::from_micros(row.active_at)));
    }
    let place = store::find_place(tx, row.id).await?.filter(|place| place.expires_at > now);
    match place.map(|place| place.value) {
        Some(VALID) => Ok(Standing::Good),
        Some(SUSPENDED) => {
            let Some(certificate) = certificate::active_of_account(tx, services, row.account).await? else {
                return Ok(Standing::Outdated);
            };
            let dispute = certificates::find_suspension(tx, certificate.entry, Cause::Dispute.code()).await?;
            Ok(if dispute.is_some() { Standing::Disputed } else { Standing::Lost })
        }
        _ => Ok(Standing::Outdated),
    }
}

/// The holder takes the certificate off this phone. A phone that was stopped already is as good as left.
pub async fn leave(services: &Services, proof: &[u8]) -> Outcome<()> {
    let key = proven_key(services, proof).await?;
    services
        .db
        .change(|mut tx| async move {
            let row = store::find_by_point(&mut tx, &key.x, key.y_odd).await?;
            if let Some(row) = row.filter(|row| row.removed_at.is_none()) {
                stop(&mut tx, services, &row, Some(row.account)).await?;
            }
            Ok::<_, Broken>((tx, ()))
        })
        .await?;
    Ok(())
}
