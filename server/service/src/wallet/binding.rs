//! Proving a key, and the certificates for it.

use uuid::Uuid;
use xinju_credential::{binding, certificate::HolderKey};
use xinju_domain::{
    history::{Action, RecordKind},
    sign_in::{Proof, waits},
    time::{Instant, Span},
};
use xinju_identity::{random, token};
use xinju_mail::LetterKind;
use xinju_store::{Tx, holder_key as store, holder_key::HolderKeyRow};

use super::{phone::UNDONE_WITHIN, phones, stop};
use crate::{
    Broken, Failure, Services, account,
    certificate::{self, signing},
    history,
    session::{Session, Strength},
    sign_in::link::{self, LinkPurpose},
};

/// How long a number may be signed (credential, *binding to the byte*).
const NONCE_LIFE: Span = Span::seconds(120);

/// A number to be signed once.
#[derive(Clone, Copy, Debug)]
pub struct Nonce {
    pub bytes: [u8; 16],
    /// The server's clock, Unix seconds.
    pub now: i64,
}

/// Why a phone does not get certificates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BindRefusal {
    /// No proof of a key in answer to a number of ours.
    NotProven,
    /// A passkey is asked for, made then and there if there is none.
    NeedsPasskey,
    /// The key is at work for another account.
    Taken,
    /// This key was stopped.
    Stopped,
    /// No certificate is active.
    NoCertificate,
}

/// What a phone is told.
#[derive(Clone, Debug)]
pub enum Bound {
    /// The three profiles.
    Held(signing::Signed),
    /// It may from then on.
    Waits(Instant),
}

pub(super) type Outcome<T> = Result<T, Failure<BindRefusal>>;

/// Makes a number and remembers its hash.
pub async fn make_nonce(services: &Services) -> Result<Nonce, Broken> {
    let bytes: [u8; 16] = random::bytes();
    let hash = nonce_hash(&bytes);
    services
        .db
        .change(|mut tx| async move {
            let now = tx.now();
            store::insert_nonce(&mut tx, &hash, Uuid::nil(), now.plus(NONCE_LIFE)).await?;
            Ok::<_, Broken>((tx, Nonce { bytes, now: now.unix_seconds() }))
        })
        .await
}

fn nonce_hash(nonce: &[u8; 16]) -> [u8; 32] {
    token::hash(&hex::encode(nonce))
}

/// Binds a phone within a session. `proof` is the number that was signed followed by the signed message (`xb1`).
pub async fn bind(services: &Services, who: &Session, proof: &[u8], device: &str) -> Outcome<Bound> {
    let key = proven_key(services, proof).await?;
    services
        .db
        .change(|mut tx| async move {
            let bound = bind_in(&mut tx, services, who, key, device).await?;
            Ok((tx, bound))
        })
        .await
}

/// Uses the number up in a transaction of its own, so that a refusal later does not give it back.
pub(super) async fn proven_key(services: &Services, proof: &[u8]) -> Outcome<HolderKey> {
    let refused = || Failure::Refused(BindRefusal::NotProven);
    let (nonce, message) = proof.split_first_chunk::<16>().ok_or_else(refused)?;
    let hash = nonce_hash(nonce);
    let (known, now) = services
        .db
        .change(|mut tx| async move {
            let known = store::take_nonce(&mut tx, &hash).await?;
            let now = tx.now().unix_seconds();
            Ok::<_, Broken>((tx, (known, now)))
        })
        .await?;
    if !known {
        return Err(refused());
    }
    binding::verify(message, services.settings.origin.host(), now, nonce).map_err(|_| refused())
}

async fn bind_in(tx: &mut Tx, services: &Services, who: &Session, key: HolderKey, device: &str) -> Outcome<Bound> {
    store::hold(tx, who.account).await?;
    if let Some(row) = store::find_by_point(tx, &key.x, key.y_odd).await? {
        return known_key(tx, services, who, &row, key).await;
    }
    let before = phones(tx, who.account).await?;
    let is_strong = who.strength.opens_posts() && who.is_proven();
    let wait = match who.strength {
        _ if is_strong => waits(Proof::Passkey, true),
        // A card has served its wait before it opened the session.
        Strength::Card => Span::ZERO,
        // The first phone is never bound by a code alone.
        _ if before.at_work.is_none() => return Err(Failure::Refused(BindRefusal::NeedsPasskey)),
        _ => waits(Proof::Code, true),
    };
    if certificate::active_of_account(tx, services, who.account).await?.is_none() {
        return Err(Failure::Refused(BindRefusal::NoCertificate));
    }
    let now = tx.now();
    let row = HolderKeyRow {
        id: random::uuid_v7(now),
        account: who.account,
        x: key.x.to_vec(),
        y_odd: i64::from(key.y_odd),
        device: device.chars().take(60).collect(),
        bound_at: now.micros(),
        active_at: now.plus(wait).micros(),
        replaces: before.at_work.as_ref().map(|phone| phone.id),
        removed_at: None,
    };
    if let Some(waiting) = &before.waiting {
        stop(tx, services, waiting, Some(who.account)).await?;
    }
    if !store::insert(tx, &row).await? {
        return Err(Failure::Refused(BindRefusal::Taken));
    }
    if wait > Span::ZERO {
        announce_wait(tx, services, &row, wait).await?;
        return Ok(Bound::Waits(now.plus(wait)));
    }
    begin(tx, services, &row, before.at_work.as_ref()).await?;
    signed(tx, services, &row, key).await
}

/// A key that is known already: a page that was loaded again, or somebody else's.
async fn known_key(
    tx: &mut Tx,
    services: &Services,
    who: &Session,
    row: &HolderKeyRow,
    key: HolderKey,
) -> Outcome<Bound> {
    if row.removed_at.is_some() {
        return Err(Failure::Refused(BindRefusal::Stopped));
    }
    if row.account != who.account {
        return Err(Failure::Refused(BindRefusal::Taken));
    }
    continued(tx, services, row, key).await
}

/// Renews by the key alone.
pub async fn renew(services: &Services, proof: &[u8]) -> Outcome<Bound> {
    let key = proven_key(services, proof).await?;
    services
        .db
        .change(|mut tx| async move {
            let stopped = || Failure::Refused(BindRefusal::Stopped);
            let row = store::find_by_point(&mut tx, &key.x, key.y_odd).await?.ok_or_else(stopped)?;
            store::hold(&mut tx, row.account).await?;
            // What another transaction did to it before the hold counts.
            let row = store::find(&mut tx, row.id).await?;
            let row = row.filter(|row| row.removed_at.is_none()).ok_or_else(stopped)?;
            let bound = continued(&mut tx, services, &row, key).await?;
            Ok((tx, bound))
        })
        .await
}

async fn continued(tx: &mut Tx, services: &Services, row: &HolderKeyRow, key: HolderKey) -> Outcome<Bound> {
    if row.active_at > tx.now().micros() {
        return Ok(Bound::Waits(Instant::from_micros(row.active_at)));
    }
    let others = phones(tx, row.account).await?;
    if super::is_waiting(row) {
        begin(tx, services, row, others.at_work.as_ref()).await?;
    }
    signed(tx, services, row, key).await
}

/// The phone is at work from now on; the one before it stops.
async fn begin(tx: &mut Tx, services: &Services, row: &HolderKeyRow, old: Option<&HolderKeyRow>) -> Result<(), Broken> {
    if let Some(old) = old {
        stop(tx, services, old, Some(row.account)).await?;
    }
    store::begin(tx, row.id).await?;
    let entry = history::Entry::new(Action::PhoneBound, RecordKind::Account, row.account.to_string())
        .by(row.account)
        .about(Some(row.account));
    history::record(tx, services, entry).await?;
    let link = stop_link(tx, services, row, UNDONE_WITHIN).await?;
    account::warn(tx, services, row.account, &LetterKind::PhoneAdded { link }).await
}

async fn announce_wait(tx: &mut Tx, services: &Services, row: &HolderKeyRow, wait: Span) -> Result<(), Broken> {
    let entry = history::Entry::new(Action::AccountWaitStarted, RecordKind::Account, row.account.to_string())
        .by(row.account)
        .about(Some(row.account));
    history::record(tx, services, entry).await?;
    let link = stop_link(tx, services, row, wait).await?;
    let hours = u32::try_from(wait.as_seconds() / 3600).unwrap_or(0);
    account::warn(tx, services, row.account, &LetterKind::PhoneWaits { hours, link }).await
}

/// The address of the page with the button that stops this phone.
async fn stop_link(tx: &mut Tx, services: &Services, row: &HolderKeyRow, life: Span) -> Result<String, Broken> {
    let token = link::make(tx, row.account, LinkPurpose::StopPhone, &row.id.to_string(), life).await?;
    Ok(services.settings.origin.link(&format!("/sign-in/stop?token={token}")))
}

async fn signed(tx: &mut Tx, services: &Services, row: &HolderKeyRow, key: HolderKey) -> Outcome<Bound> {
    let certificate = certificate::active_of_account(tx, services, row.account).await?;
    let certificate = certificate.ok_or(Failure::Refused(BindRefusal::NoCertificate))?;
    let holder = signing::Holder { id: row.id, key };
    let signed = signing::issue_profiles(tx, services, &certificate, &holder).await?;
    signed.map(Bound::Held).ok_or(Failure::Refused(BindRefusal::NoCertificate))
}
