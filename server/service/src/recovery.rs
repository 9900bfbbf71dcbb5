//! The recovery card: a code on paper that serves where there is neither passkey nor address.
//!
//! A card opens nothing at once. Typing it begins a wait of 24 hours, every channel of the account is told, and whoever
//! is signed in or has the letter stops it with one button. Typed again after the wait it signs in once, and a new card
//! takes its place. The card of an account that was opened at a counter works at once the first time: nobody has been in
//! that account, and from then on the helper's copy is worthless.

use std::net::IpAddr;

use uuid::Uuid;
use xinju_domain::history::Action;
use xinju_domain::sign_in::{RecoveryCode, RecoveryCodeFault, WAIT};
use xinju_domain::time::{Instant, Span};
use xinju_identity::{Field, random, recovery as secret};
use xinju_mail::LetterKind;
use xinju_store::Tx;
use xinju_store::account::{self as store, AccountRow, RecoveryRow};

use crate::account::{self, own_entry};
use crate::limit::{self, Limited};
use crate::session::{self, Device, Opened, Session, Strength};
use crate::sign_in::link::{self, LinkPurpose};
use crate::{Broken, Failure, Services, form, history};

/// How long a recovery can be finished after its wait.
const OPEN_FOR: Span = Span::days(7);

/// A card and what is stored of it.
pub(crate) struct Card {
    code: RecoveryCode,
    index: [u8; 32],
    hash: Vec<u8>,
}

/// What typing a card did.
#[derive(Clone, Debug)]
pub enum Entered {
    /// It may be typed again from this moment on.
    Waits(Instant),
    SignedIn {
        opened: Opened,
        /// Shows the new card: see [`shown_card`].
        card: String,
    },
}

/// Why a card did not do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CardRefusal {
    /// A slip of the hand; no try was counted.
    Typed(RecoveryCodeFault),
    /// No account has this card; it may have been replaced.
    Unknown,
    TooMany(Span),
}

/// A recovery that is under way, for its warning on the account's page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnderWay {
    pub began: Instant,
    pub ready: Instant,
}

/// A new card. The hash takes its time, so it is made outside of any transaction.
pub(crate) async fn make_card(services: &Services) -> Result<Card, Broken> {
    let code = RecoveryCode::from_random(random::bytes());
    let text = code.to_string();
    let owned = services.clone();
    let hash = tokio::task::spawn_blocking(move || secret::hash(&owned.secrets, &text)).await.map_err(Broken::new)?;
    Ok(Card { index: index_of(services, &code), code, hash })
}

/// The first half finds the account; only the slow hash of the whole says whether it is the card.
fn index_of(services: &Services, code: &RecoveryCode) -> [u8; 32] {
    let text = code.to_string();
    services.secrets.index(Field::RecoveryCard, text.get(..text.len() / 2).unwrap_or(&text))
}

pub(crate) async fn set_card(tx: &mut Tx, account: Uuid, card: &Card) -> Result<(), Broken> {
    Ok(store::set_card(tx, account, &card.index, &card.hash, tx.now().micros()).await?)
}

/// Keeps a new card readable for its owner for an hour; gives the token that shows it.
pub(crate) async fn show_card(services: &Services, account: Uuid, card: &Card) -> Result<String, Broken> {
    form::keep(services, Some(account), card.code.to_string().as_bytes()).await
}

/// The card that was just made, as its groups are written. Only for its owner, for an hour.
pub async fn shown_card(services: &Services, who: &Session, token: &str) -> Result<Option<String>, Broken> {
    let body = form::find(services, Some(who.account), token).await?;
    Ok(body.and_then(|body| String::from_utf8(body).ok()))
}

/// The person has it on paper: it is not shown again.
pub async fn forget_shown(services: &Services, who: &Session, token: &str) -> Result<(), Broken> {
    form::forget(services, Some(who.account), token).await
}

/// Puts a new card in the place of the old one. The page asked for a fresh proof before. Gives the token that shows it.
pub async fn replace_card(services: &Services, who: &Session) -> Result<Option<String>, Broken> {
    if !who.is_proven() {
        return Ok(None);
    }
    let card = &make_card(services).await?;
    services
        .db
        .change(|mut tx| async move {
            set_card(&mut tx, who.account, card).await?;
            history::record(&mut tx, services, own_entry(Action::AccountCardReplaced, who.account)).await?;
            Ok::<_, Broken>((tx, ()))
        })
        .await?;
    show_card(services, who.account, card).await.map(Some)
}

/// Takes a card that was typed on the sign-in page.
pub async fn enter(
    services: &Services,
    typed: &str,
    network: IpAddr,
    device: &Device,
) -> Result<Entered, Failure<CardRefusal>> {
    let code = RecoveryCode::parse(typed).map_err(|fault| Failure::Refused(CardRefusal::Typed(fault)))?;
    count(services, network).await?;
    let Some(row) = find_account(services, &code).await? else {
        return Err(Failure::Refused(CardRefusal::Unknown));
    };
    let new_card = &make_card(services).await?;
    let row = &row;
    let outcome = services
        .db
        .change(|mut tx| async move {
            // Between the slow hash and now the card may have been replaced.
            let current = store::find(&mut tx, row.id).await?;
            if current.is_none_or(|current| current.recovery_hash != row.recovery_hash) {
                return Err(Failure::Refused(CardRefusal::Unknown));
            }
            if row.state != account::OPENED
                && let Some(ready) = wait(&mut tx, services, row.id).await?
            {
                return Ok((tx, Err(ready)));
            }
            let opened = sign_in(&mut tx, services, row, new_card, device).await?;
            Ok((tx, Ok(opened)))
        })
        .await?;
    match outcome {
        Err(ready) => Ok(Entered::Waits(ready)),
        Ok(opened) => {
            let card = show_card(services, row.id, new_card).await?;
            Ok(Entered::SignedIn { opened, card })
        }
    }
}

async fn count(services: &Services, network: IpAddr) -> Result<(), Failure<CardRefusal>> {
    let network = &limit::network(network);
    let wait = services
        .db
        .change(|mut tx| async move {
            let wait = limit::spend(&mut tx, services, Limited::CardFromNetwork, network).await?;
            Ok::<_, Broken>((tx, wait))
        })
        .await?;
    wait.map_or(Ok(()), |wait| Err(Failure::Refused(CardRefusal::TooMany(wait))))
}

async fn find_account(services: &Services, code: &RecoveryCode) -> Result<Option<AccountRow>, Broken> {
    let mut tx = services.db.read().await?;
    let rows = store::list_by_card(&mut tx, &index_of(services, code)).await?;
    drop(tx);
    let (text, owned) = (code.to_string(), services.clone());
    let search = move || {
        rows.into_iter()
            .find(|row| row.recovery_hash.as_ref().is_some_and(|hash| secret::matches(&owned.secrets, &text, hash)))
    };
    tokio::task::spawn_blocking(search).await.map_err(Broken::new)
}

/// None: the wait is over, and this was the one time. Some: until when it lasts; it begins if it had not.
async fn wait(tx: &mut Tx, services: &Services, account: Uuid) -> Result<Option<Instant>, Broken> {
    let now = tx.now();
    if let Some(row) = store::find_recovery(tx, account).await? {
        if now.micros() < row.ready_at {
            return Ok(Some(Instant::from_micros(row.ready_at)));
        }
        if now.micros() < row.ends_at && store::use_recovery(tx, row.id, now.micros()).await? {
            return Ok(None);
        }
        store::stop_recovery(tx, account, now.micros()).await?;
    }
    let ready = now.plus(WAIT);
    let row = RecoveryRow {
        id: random::uuid_v7(now),
        account,
        started_at: now.micros(),
        ready_at: ready.micros(),
        ends_at: ready.plus(OPEN_FOR).micros(),
    };
    if store::insert_recovery(tx, &row).await? {
        history::record(tx, services, own_entry(Action::AccountWaitStarted, account)).await?;
        let token = link::make(tx, account, LinkPurpose::StopRecovery, "", WAIT).await?;
        let hours = u32::try_from(WAIT.as_seconds() / 3600).unwrap_or(0);
        let link = services.settings.origin.link(&format!("/sign-in/stop?token={token}"));
        account::warn(tx, services, account, &LetterKind::RecoveryCardUsed { hours, link }).await?;
    }
    Ok(Some(ready))
}

/// Signs in and replaces the card.
async fn sign_in(
    tx: &mut Tx,
    services: &Services,
    row: &AccountRow,
    new_card: &Card,
    device: &Device,
) -> Result<Opened, Broken> {
    set_card(tx, row.id, new_card).await?;
    if row.state == account::OPENED {
        store::set_state(tx, row.id, account::ACTIVE).await?;
    }
    // Whoever was signed in before did so without the person who holds the card.
    xinju_store::session::delete_of(tx, row.id).await?;
    history::record(tx, services, own_entry(Action::AccountRecovered, row.id)).await?;
    history::record(tx, services, own_entry(Action::AccountCardReplaced, row.id)).await?;
    session::open(tx, services, row.id, Strength::Card, None, device).await
}

/// The recovery that waits at the person's account, if one does.
pub async fn under_way(services: &Services, who: &Session) -> Result<Option<UnderWay>, Broken> {
    let mut tx = services.db.read().await?;
    let now = tx.now().micros();
    let row = store::find_recovery(&mut tx, who.account).await?.filter(|row| now < row.ends_at);
    Ok(row
        .map(|row| UnderWay { began: Instant::from_micros(row.started_at), ready: Instant::from_micros(row.ready_at) }))
}

/// Stops the recovery at the person's own account.
pub async fn stop(services: &Services, who: &Session) -> Result<(), Broken> {
    services
        .db
        .change(|mut tx| async move {
            stop_in(&mut tx, services, who.account).await?;
            Ok::<_, Broken>((tx, ()))
        })
        .await
}

pub(crate) async fn stop_in(tx: &mut Tx, services: &Services, account: Uuid) -> Result<bool, Broken> {
    let now = tx.now().micros();
    let was_under_way = store::stop_recovery(tx, account, now).await?;
    if was_under_way {
        history::record(tx, services, own_entry(Action::AccountWaitStopped, account)).await?;
    }
    Ok(was_under_way)
}

/// The button behind the letter about a card that was typed. Says whether there was something to stop.
pub async fn stop_by_link(services: &Services, token: &str) -> Result<bool, Broken> {
    services
        .db
        .change(|mut tx| async move {
            let link = link::take(&mut tx, services, token).await?;
            let stopped = match link.filter(|link| link.purpose == LinkPurpose::StopRecovery) {
                Some(link) => stop_in(&mut tx, services, link.account).await?,
                None => false,
            };
            Ok::<_, Broken>((tx, stopped))
        })
        .await
}

#[cfg(test)]
mod tests;
