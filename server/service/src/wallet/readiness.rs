//! What stands between a person and their wallet, and the phones they see.

use uuid::Uuid;
use xinju_domain::{
    history::{Action, RecordKind},
    time::Instant,
};
use xinju_store::{Tx, holder_key as store, holder_key::HolderKeyRow};

use super::{phones, stop};
use crate::{
    Broken, Services, certificate, history,
    session::{Session, Strength},
    sign_in::link::{self, LinkPurpose},
};

/// What putting the certificate on this phone needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Readiness {
    NoCertificate,
    /// A fresh passkey first.
    Prove,
    /// No phone yet.
    First,
    /// Another phone holds it. `at_once`: it stops when this one begins; else this one waits 24 hours.
    Another { device: String, at_once: bool },
    /// Another phone waits already.
    Waits { device: String, until: Instant },
}

/// A phone of the person.
#[derive(Clone, Debug)]
pub struct Phone {
    pub id: Uuid,
    pub device: String,
    pub since: Instant,
    pub waits_until: Option<Instant>,
}

pub async fn readiness(services: &Services, who: &Session) -> Result<Readiness, Broken> {
    let mut tx = services.db.read().await?;
    if certificate::active_of_account(&mut tx, services, who.account).await?.is_none() {
        return Ok(Readiness::NoCertificate);
    }
    let now = tx.now();
    let phones = phones(&mut tx, who.account).await?;
    if let Some(waiting) = phones.waiting.filter(|phone| phone.active_at > now.micros()) {
        let until = Instant::from_micros(waiting.active_at);
        return Ok(Readiness::Waits { device: waiting.device, until });
    }
    let is_strong = who.strength.opens_posts();
    if is_strong && !who.is_proven() {
        return Ok(Readiness::Prove);
    }
    Ok(match phones.at_work {
        Some(phone) => Readiness::Another { device: phone.device, at_once: is_strong },
        None if is_strong || who.strength == Strength::Card => Readiness::First,
        None => Readiness::Prove,
    })
}

/// The person's phones.
pub async fn list(services: &Services, who: &Session) -> Result<Vec<Phone>, Broken> {
    let mut tx = services.db.read().await?;
    let now = tx.now().micros();
    let rows = store::list(&mut tx, who.account).await?;
    Ok(rows
        .into_iter()
        .map(|row| Phone {
            id: row.id,
            device: row.device,
            since: Instant::from_micros(row.bound_at),
            waits_until: (row.active_at > now).then_some(Instant::from_micros(row.active_at)),
        })
        .collect())
}

/// Removes a phone of one's own; one of somebody else is as good as none.
pub async fn remove(services: &Services, who: &Session, phone: Uuid) -> Result<bool, Broken> {
    services
        .db
        .change(|mut tx| async move {
            let row = store::find(&mut tx, phone).await?;
            let row = row.filter(|row| row.account == who.account && row.removed_at.is_none());
            if let Some(row) = &row {
                stop(&mut tx, services, row, Some(who.account)).await?;
            }
            Ok::<_, Broken>((tx, row.is_some()))
        })
        .await
}

/// Stops the phone that waits, from a session of the person.
pub async fn stop_waiting(services: &Services, who: &Session) -> Result<bool, Broken> {
    services
        .db
        .change(|mut tx| async move {
            let stopped = stop_waiting_of(&mut tx, services, who.account, None).await?;
            Ok::<_, Broken>((tx, stopped))
        })
        .await
}

/// The button behind the letter about a phone that waits.
pub async fn stop_by_link(services: &Services, token: &str) -> Result<bool, Broken> {
    services
        .db
        .change(|mut tx| async move {
            let link = link::take(&mut tx, services, token).await?;
            let link = link.filter(|link| link.purpose == LinkPurpose::StopPhone);
            let phone = link.as_ref().and_then(|link| link.subject.parse().ok());
            let stopped = match (&link, phone) {
                (Some(link), Some(phone)) => stop_waiting_of(&mut tx, services, link.account, Some(phone)).await?,
                _ => false,
            };
            if let (true, Some(link)) = (stopped, &link) {
                // Whoever added it was signed in with a code that they should not have had.
                xinju_store::session::delete_of(&mut tx, link.account).await?;
            }
            Ok::<_, Broken>((tx, stopped))
        })
        .await
}

async fn stop_waiting_of(
    tx: &mut Tx,
    services: &Services,
    account: Uuid,
    only: Option<Uuid>,
) -> Result<bool, Broken> {
    let now = tx.now().micros();
    let fits = |row: &HolderKeyRow| row.active_at > now && only.is_none_or(|only| only == row.id);
    let Some(row) = phones(tx, account).await?.waiting.filter(fits) else { return Ok(false) };
    stop(tx, services, &row, Some(account)).await?;
    let entry = history::Entry::new(Action::AccountWaitStopped, RecordKind::Account, account.to_string())
        .by(account)
        .about(Some(account));
    history::record(tx, services, entry).await?;
    Ok(true)
}
