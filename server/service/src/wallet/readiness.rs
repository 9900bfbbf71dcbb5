//! What stands between a person and the certificate on the phone in their hand.

use xinju_domain::time::Instant;
use xinju_store::passkey;

use super::phones;
use crate::{
    Broken, Services, certificate,
    session::{Session, Strength},
};

/// What putting the certificate on this phone needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Readiness {
    NoCertificate,
    /// A passkey first, made then and there: the account has none.
    MakePasskey,
    /// A fresh proof by the passkey that the account has.
    Prove,
    /// No phone yet.
    First,
    /// Another phone holds it. `at_once`: it stops when this one begins; else this one waits 24 hours.
    Another {
        device: String,
        at_once: bool,
    },
    /// Another phone waits already.
    Waits {
        device: String,
        until: Instant,
    },
}

pub async fn readiness(services: &Services, who: &Session) -> Result<Readiness, Broken> {
    let mut tx = services.db.read().await?;
    if certificate::active_of_account(&mut tx, services, who.account).await?.is_none() {
        return Ok(Readiness::NoCertificate);
    }
    let now = tx.now().micros();
    let phones = phones(&mut tx, who.account).await?;
    if let Some(waiting) = phones.waiting.filter(|phone| phone.active_at > now) {
        let until = Instant::from_micros(waiting.active_at);
        return Ok(Readiness::Waits { device: waiting.device, until });
    }
    let is_strong = who.strength.opens_posts();
    if is_strong && !who.is_proven() {
        return Ok(Readiness::Prove);
    }
    let at_once = is_strong || who.strength == Strength::Card;
    Ok(match phones.at_work {
        Some(phone) => Readiness::Another { device: phone.device, at_once },
        None if at_once => Readiness::First,
        None if passkey::list_of(&mut tx, who.account).await?.is_empty() => Readiness::MakePasskey,
        None => Readiness::Prove,
    })
}
