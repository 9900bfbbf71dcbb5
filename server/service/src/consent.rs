//! Separate consent to the use of sensitive data (Personal Information Protection Law, articles 28 and 29): given by an
//! act of its own, withdrawn as easily, by nobody but the person.

use xinju_domain::consent::{Consent, Purpose};
use xinju_domain::history::Action;
use xinju_domain::time::Instant;
use xinju_identity::random;
use xinju_store::Tx;
use xinju_store::consent::{self as store, ConsentRow};

use crate::account::own_entry;
use crate::session::Session;
use crate::{Broken, Services, history};

fn read(row: &ConsentRow) -> Option<Consent> {
    Some(Consent {
        purpose: Purpose::from_code(&row.kind)?,
        version: u16::try_from(row.version).ok()?,
        given: Instant::from_micros(row.given_at),
        withdrawn: row.withdrawn_at.map(Instant::from_micros),
    })
}

/// Whether the person's consent to the text of today holds.
pub async fn holds(services: &Services, who: &Session, purpose: Purpose) -> Result<bool, Broken> {
    let mut tx = services.db.read().await?;
    holds_in(&mut tx, who, purpose).await
}

pub async fn holds_in(tx: &mut Tx, who: &Session, purpose: Purpose) -> Result<bool, Broken> {
    let now = tx.now();
    let row = store::find(tx, who.account, purpose.code()).await?;
    Ok(row.as_ref().and_then(read).is_some_and(|consent| consent.holds(now)))
}

/// Notes that the person agreed.
pub async fn give(services: &Services, who: &Session, purpose: Purpose) -> Result<(), Broken> {
    services
        .db
        .change(|mut tx| async move {
            give_in(&mut tx, services, who, purpose).await?;
            Ok::<_, Broken>((tx, ()))
        })
        .await
}

pub async fn give_in(tx: &mut Tx, services: &Services, who: &Session, purpose: Purpose) -> Result<(), Broken> {
    if holds_in(tx, who, purpose).await? {
        return Ok(());
    }
    let now = tx.now();
    // What is there now was given to an older text.
    store::withdraw(tx, who.account, purpose.code(), now.micros()).await?;
    let (id, version) = (random::uuid_v7(now), i64::from(purpose.version()));
    store::insert(tx, id, who.account, purpose.code(), version, now.micros()).await?;
    let detail = serde_json::json!({ "purpose": purpose.code(), "version": version });
    history::record(tx, services, own_entry(Action::AccountConsentGiven, who.account).with(detail)).await
}

/// Withdraws it. Nothing that was given already is lost by that.
pub async fn withdraw(services: &Services, who: &Session, purpose: Purpose) -> Result<(), Broken> {
    services
        .db
        .change(|mut tx| async move {
            let now = tx.now().micros();
            if store::withdraw(&mut tx, who.account, purpose.code(), now).await? {
                let detail = serde_json::json!({ "purpose": purpose.code() });
                let entry = own_entry(Action::AccountConsentWithdrawn, who.account).with(detail);
                history::record(&mut tx, services, entry).await?;
            }
            Ok::<_, Broken>((tx, ()))
        })
        .await
}

/// Everything that the person agreed to, withdrawn ones too.
pub async fn list(services: &Services, who: &Session) -> Result<Vec<Consent>, Broken> {
    let mut tx = services.db.read().await?;
    Ok(store::list_of(&mut tx, who.account).await?.iter().filter_map(read).collect())
}

#[cfg(test)]
mod tests;
