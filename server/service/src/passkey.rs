//! Passkeys: signing in, making an account, adding, naming and removing them, and a fresh proof.
//!
//! A ceremony has two halves. What the first half remembers is a row that the second takes by deleting it, so that an
//! answer counts once; a retry or a second tab begins anew. A new passkey that a mere code adds to an account that has one
//! waits 24 hours, is told on every channel, and can be stopped from the letter or from any session.

mod keeping;

use std::net::IpAddr;

use uuid::Uuid;
use xinju_domain::history::Action;
use xinju_domain::sign_in::CEREMONY_LIFE;
use xinju_domain::time::Instant;
use xinju_identity::passkey::{Challenge, PasskeyRefusal as Fault};
use xinju_identity::{Place, random};
use xinju_store::{Tx, account as accounts, passkey as store};
use xinju_text::Locale;

use crate::account::{self, NewPerson};
use crate::limit::{self, Limited};
use crate::session::{self, Device, Opened, Session, Strength};
use crate::{Broken, Failure, Services, history, recovery};

pub use keeping::{
    Added, Passkey, RemoveRefusal, finish_add, list, remove, rename, start_add, stop_waiting, would_wait,
};

/// The longest name of a passkey, in characters.
pub const NAME_MAX: usize = 40;

/// A ceremony that the browser is to go through.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ceremony {
    pub id: Uuid,
    /// Options for the browser, as JSON.
    pub options: String,
}

/// Why a passkey did not do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PasskeyRefusal {
    /// The ceremony is over or was answered already: begin anew.
    Over,
    /// Unknown here, or removed.
    Unknown,
    /// It was added a short while ago and does not count before this moment.
    Waits(Instant),
    /// The answer does not fit. The browser's answer was changed, or it belongs to another site.
    NotGenuine,
    TooMany,
    /// This device has a passkey of the account already, or of another one.
    Taken,
    /// A fresh proof is needed first.
    NotProven,
}

impl From<Fault> for Failure<PasskeyRefusal> {
    fn from(fault: Fault) -> Self {
        match fault {
            Fault::Damaged => Self::Broken(Broken::new(fault)),
            Fault::UnknownPasskey => Self::Refused(PasskeyRefusal::Unknown),
            _ => Self::Refused(PasskeyRefusal::NotGenuine),
        }
    }
}

/// What a ceremony is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    SignIn,
    NewAccount,
    Add,
    Prove,
}

impl Kind {
    const fn code(self) -> &'static str {
        match self {
            Self::SignIn => "sign_in",
            Self::NewAccount => "new_account",
            Self::Add => "add",
            Self::Prove => "prove",
        }
    }
}

async fn keep(
    tx: &mut Tx,
    kind: Kind,
    account: Option<Uuid>,
    challenge: &Challenge,
    state: &str,
) -> Result<Ceremony, Broken> {
    let id = random::uuid_v4();
    let until = tx.now().plus(CEREMONY_LIFE).micros();
    store::insert_ceremony(tx, id, kind.code(), account, state, until).await?;
    Ok(Ceremony { id, options: challenge.challenge_json.clone() })
}

/// The ceremony's account and state; it is gone afterwards, whatever becomes of the answer.
async fn take(services: &Services, id: Uuid, kind: Kind) -> Result<(Option<Uuid>, String), Failure<PasskeyRefusal>> {
    let row = services
        .db
        .change(|mut tx| async move {
            let row = store::take_ceremony(&mut tx, id, kind.code()).await?;
            let now = tx.now().micros();
            Ok::<_, Broken>((tx, row.filter(|row| now < row.expires_at)))
        })
        .await?;
    row.map(|row| (row.account, row.state)).ok_or(Failure::Refused(PasskeyRefusal::Over))
}

/// Begins a sign-in of somebody whom the passkey will name.
pub async fn start_sign_in(services: &Services, network: IpAddr) -> Result<Ceremony, Failure<PasskeyRefusal>> {
    let challenge = &services.passkeys.start_sign_in()?;
    begin(services, network, Kind::SignIn, challenge, &challenge.state_json).await
}

async fn begin(
    services: &Services,
    network: IpAddr,
    kind: Kind,
    challenge: &Challenge,
    state: &str,
) -> Result<Ceremony, Failure<PasskeyRefusal>> {
    let network = &limit::network(network);
    let begun = services
        .db
        .change(|mut tx| async move {
            if limit::spend(&mut tx, services, Limited::Ceremony, network).await?.is_some() {
                return Ok((tx, None));
            }
            let ceremony = keep(&mut tx, kind, None, challenge, state).await?;
            Ok::<_, Broken>((tx, Some(ceremony)))
        })
        .await?;
    begun.ok_or(Failure::Refused(PasskeyRefusal::TooMany))
}

/// Ends a sign-in with the browser's answer.
pub async fn finish_sign_in(
    services: &Services,
    ceremony: Uuid,
    answer: &str,
    device: &Device,
) -> Result<Opened, Failure<PasskeyRefusal>> {
    let (_, state) = &take(services, ceremony, Kind::SignIn).await?;
    let (handle, credential_id) = &services.passkeys.identify(answer)?;
    services
        .db
        .change(|mut tx| async move {
            let row = store::find_by_credential(&mut tx, credential_id).await?;
            let holder = accounts::find_by_handle(&mut tx, *handle).await?;
            let (Some(row), Some(holder)) = (row, holder) else { return refuse(PasskeyRefusal::Unknown) };
            if row.account != holder.id || holder.state == account::DELETED {
                return refuse(PasskeyRefusal::Unknown);
            }
            let verified = services.passkeys.finish_sign_in(state, answer, &row.credential)?;
            let now = tx.now();
            if now.micros() < row.active_at {
                return refuse(PasskeyRefusal::Waits(Instant::from_micros(row.active_at)));
            }
            let credential = verified.updated_credential_json.as_deref().unwrap_or(&row.credential);
            store::note_use(&mut tx, row.id, credential, now.micros()).await?;
            let opened = session::open(&mut tx, services, row.account, Strength::Passkey, Some(row.id), device).await?;
            // Whoever holds the passkey is not the stranger whose recovery is waiting.
            recovery::stop_in(&mut tx, services, row.account).await?;
            let has_posts = !session::list_posts(&mut tx, row.account).await?.is_empty();
            let action = if has_posts { Action::StaffSignedIn } else { Action::AccountSignedIn };
            history::record(&mut tx, services, account::own_entry(action, row.account)).await?;
            Ok((tx, opened))
        })
        .await
}

/// Begins an account that needs nothing but a passkey.
pub async fn start_new_account(
    services: &Services,
    network: IpAddr,
    shown_name: &str,
) -> Result<Ceremony, Failure<PasskeyRefusal>> {
    let handle = random::uuid_v4();
    let challenge = &services.passkeys.start_registration(handle, shown_name, &[])?;
    let state = format!("{handle} {}", challenge.state_json);
    begin(services, network, Kind::NewAccount, challenge, &state).await
}

/// An account that was just made.
#[derive(Clone, Debug)]
pub struct NewAccount {
    pub opened: Opened,
    /// Shows the recovery card: see [`recovery::shown_card`].
    pub card: String,
}

/// Makes the account, with its passkey and its recovery card.
pub async fn finish_new_account(
    services: &Services,
    ceremony: Uuid,
    answer: &str,
    device: &Device,
    (locale, network): (Locale, IpAddr),
) -> Result<NewAccount, Failure<PasskeyRefusal>> {
    let (_, state) = take(services, ceremony, Kind::NewAccount).await?;
    let (handle, state) = state.split_once(' ').ok_or(Failure::Refused(PasskeyRefusal::Over))?;
    let handle: Uuid = handle.parse().map_err(Broken::new)?;
    let new = &services.passkeys.finish_registration(state, answer)?;
    let card = &recovery::make_card(services).await?;
    let network = &limit::network(network);
    let made = services
        .db
        .change(|mut tx| async move {
            if limit::spend(&mut tx, services, Limited::NewAccountFromNetwork, network).await?.is_some() {
                return Ok((tx, Err(PasskeyRefusal::TooMany)));
            }
            let person = NewPerson { locale, handle: Some(handle), ..NewPerson::default() };
            let id = account::create(&mut tx, services, &person).await?;
            let now = tx.now();
            let Some(passkey) = keeping::insert(&mut tx, services, id, new, &device.name, now).await? else {
                return refuse(PasskeyRefusal::Taken);
            };
            recovery::set_card(&mut tx, id, card).await?;
            let opened = session::open(&mut tx, services, id, Strength::Passkey, Some(passkey), device).await?;
            Ok((tx, Ok((id, opened))))
        })
        .await?;
    let (id, opened) = made.map_err(Failure::Refused)?;
    let card = recovery::show_card(services, id, card).await?;
    Ok(NewAccount { opened, card })
}

/// Begins a fresh proof by one of the person's own passkeys.
pub async fn start_proof(services: &Services, who: &Session) -> Result<Ceremony, Failure<PasskeyRefusal>> {
    services
        .db
        .change(|mut tx| async move {
            let credentials = active_credentials(&mut tx, who.account).await?;
            let challenge = services.passkeys.start_confirmation(&credentials)?;
            let ceremony = keep(&mut tx, Kind::Prove, Some(who.account), &challenge, &challenge.state_json).await?;
            Ok((tx, ceremony))
        })
        .await
}

async fn active_credentials(tx: &mut Tx, account: Uuid) -> Result<Vec<String>, Broken> {
    let now = tx.now().micros();
    let rows = store::list_of(tx, account).await?;
    Ok(rows.into_iter().filter(|row| row.active_at <= now).map(|row| row.credential).collect())
}

/// Ends a fresh proof. The session gets a new token.
pub async fn finish_proof(
    services: &Services,
    who: &Session,
    ceremony: Uuid,
    answer: &str,
) -> Result<Opened, Failure<PasskeyRefusal>> {
    let (account, state) = &take(services, ceremony, Kind::Prove).await?;
    if *account != Some(who.account) {
        return Err(Failure::Refused(PasskeyRefusal::Over));
    }
    services
        .db
        .change(|mut tx| async move {
            let credentials = active_credentials(&mut tx, who.account).await?;
            let verified = services.passkeys.finish_confirmation(state, answer, &credentials)?;
            let row = store::find_by_credential(&mut tx, &verified.credential_id).await?;
            let Some(row) = row.filter(|row| row.account == who.account) else {
                return refuse(PasskeyRefusal::Unknown);
            };
            let now = tx.now().micros();
            let credential = verified.updated_credential_json.as_deref().unwrap_or(&row.credential);
            store::note_use(&mut tx, row.id, credential, now).await?;
            match session::prove(&mut tx, services, who, Strength::Passkey, Some(row.id)).await? {
                Some(opened) => Ok((tx, opened)),
                None => refuse(PasskeyRefusal::Over),
            }
        })
        .await
}

fn refuse<T>(refusal: PasskeyRefusal) -> Result<T, Failure<PasskeyRefusal>> {
    Err(Failure::Refused(refusal))
}

fn name_place(passkey: Uuid) -> Place {
    Place::new("passkey", "name", passkey)
}

#[cfg(test)]
mod tests;
