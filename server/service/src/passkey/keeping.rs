//! The passkeys of an account: adding one, its name, taking it away.

use uuid::Uuid;
use xinju_domain::history::Action;
use xinju_domain::sign_in::{Proof, WAIT, waits};
use xinju_domain::time::{Instant, Span};
use xinju_identity::passkey::NewPasskey;
use xinju_identity::random;
use xinju_mail::LetterKind;
use xinju_store::passkey::{self as store, PasskeyRow};
use xinju_store::{Tx, account as accounts};

use super::{Ceremony, Kind, NAME_MAX, PasskeyRefusal, keep, name_place, refuse, take};
use crate::session::{self, Opened, Session, Strength};
use crate::sign_in::link::{self, LinkPurpose};
use crate::{Broken, Failure, Services, account, history};

/// A passkey as its owner sees it.
#[derive(Clone, Debug)]
pub struct Passkey {
    pub id: Uuid,
    pub name: String,
    pub made: Instant,
    pub used: Option<Instant>,
    /// It does not count before this moment, and can be stopped until then.
    pub waits_until: Option<Instant>,
}

/// A passkey that was just added.
#[derive(Clone, Debug)]
pub struct Added {
    pub id: Uuid,
    /// None: it counts at once.
    pub waits_until: Option<Instant>,
    /// The session's new token, where making the first passkey proved more than the session did before.
    pub opened: Option<Opened>,
}

/// Why a passkey is not removed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RemoveRefusal {
    Absent,
    /// Without it nobody could sign in.
    LastWayIn,
    /// Staff work with a passkey: the last one stays while the post is held.
    StaffNeedOne,
    /// A passkey is taken away with a passkey.
    NeedsPasskey,
}

/// The person's passkeys, the oldest first.
pub async fn list(services: &Services, who: &Session) -> Result<Vec<Passkey>, Broken> {
    let mut tx = services.db.read().await?;
    let now = tx.now().micros();
    let rows = store::list_of(&mut tx, who.account).await?;
    rows.into_iter()
        .map(|row| {
            Ok(Passkey {
                id: row.id,
                name: services.secrets.open_text(&name_place(row.id), &row.name).map_err(Broken::new)?,
                made: Instant::from_micros(row.created_at),
                used: row.used_at.map(Instant::from_micros),
                waits_until: (now < row.active_at).then(|| Instant::from_micros(row.active_at)),
            })
        })
        .collect()
}

/// Whether a passkey that is added now would have to wait.
pub async fn would_wait(services: &Services, who: &Session) -> Result<bool, Broken> {
    let mut tx = services.db.read().await?;
    let now = tx.now().micros();
    let has_passkey = store::list_of(&mut tx, who.account).await?.iter().any(|row| row.active_at <= now);
    Ok(wait(who.strength, has_passkey) > Span::ZERO)
}

/// Begins to add a passkey. Needs a fresh proof.
pub async fn start_add(
    services: &Services,
    who: &Session,
    shown_name: &str,
) -> Result<Ceremony, Failure<PasskeyRefusal>> {
    if !may_add(who) {
        return refuse(PasskeyRefusal::NotProven);
    }
    services
        .db
        .change(|mut tx| async move {
            let row = accounts::find(&mut tx, who.account).await?;
            let Some(row) = row else { return refuse(PasskeyRefusal::Over) };
            let existing = store::list_of(&mut tx, who.account).await?;
            let existing: Vec<Vec<u8>> = existing.into_iter().map(|row| row.credential_id).collect();
            let challenge = services.passkeys.start_registration(row.handle, shown_name, &existing)?;
            let ceremony = keep(&mut tx, Kind::Add, Some(who.account), &challenge, &challenge.state_json).await?;
            Ok((tx, ceremony))
        })
        .await
}

/// A card's session has no other proof to give.
fn may_add(who: &Session) -> bool {
    who.is_proven() || who.strength == Strength::Card
}

/// Ends it with the browser's answer.
pub async fn finish_add(
    services: &Services,
    who: &Session,
    ceremony: Uuid,
    answer: &str,
    name: &str,
) -> Result<Added, Failure<PasskeyRefusal>> {
    let (owner, state) = take(services, ceremony, Kind::Add).await?;
    if owner != Some(who.account) {
        return refuse(PasskeyRefusal::Over);
    }
    let new = &services.passkeys.finish_registration(&state, answer)?;
    services
        .db
        .change(|mut tx| async move {
            let now = tx.now();
            let before = store::list_of(&mut tx, who.account).await?;
            let has_passkey = before.iter().any(|row| row.active_at <= now.micros());
            let wait = wait(who.strength, has_passkey);
            let active_at = now.plus(wait);
            let Some(id) = insert(&mut tx, services, who.account, new, name, active_at).await? else {
                return refuse(PasskeyRefusal::Taken);
            };
            history::record(&mut tx, services, account::own_entry(Action::AccountPasskeyAdded, who.account)).await?;
            tell(&mut tx, services, who, id, wait).await?;
            // The first passkey verified its owner a moment ago; asking for it again would teach nothing.
            let is_first = !has_passkey && wait == Span::ZERO;
            let opened = if is_first {
                session::prove(&mut tx, services, who, Strength::Passkey, Some(id)).await?
            } else {
                None
            };
            let waits_until = (wait > Span::ZERO).then_some(active_at);
            Ok((tx, Added { id, waits_until, opened }))
        })
        .await
}

/// A card has served its wait before it opened the session.
fn wait(strength: Strength, has_passkey: bool) -> Span {
    match strength {
        Strength::Passkey | Strength::DemoLink => waits(Proof::Passkey, has_passkey),
        Strength::Code => waits(Proof::Code, has_passkey),
        Strength::Card => Span::ZERO,
    }
}

async fn tell(tx: &mut Tx, services: &Services, who: &Session, passkey: Uuid, wait: Span) -> Result<(), Broken> {
    let origin = &services.settings.origin;
    let letter = if wait == Span::ZERO {
        LetterKind::PasskeyAdded { link: origin.link("/account/passkeys") }
    } else {
        history::record(tx, services, account::own_entry(Action::AccountWaitStarted, who.account)).await?;
        let token = link::make(tx, who.account, LinkPurpose::StopPasskey, &passkey.to_string(), WAIT).await?;
        let hours = u32::try_from(wait.as_seconds() / 3600).unwrap_or(0);
        LetterKind::PasskeyWaits { hours, link: origin.link(&format!("/sign-in/stop?token={token}")) }
    };
    account::warn(tx, services, who.account, &letter).await
}

/// Stores a passkey; none if this authenticator's key is known already.
pub(super) async fn insert(
    tx: &mut Tx,
    services: &Services,
    account: Uuid,
    new: &NewPasskey,
    name: &str,
    active_at: Instant,
) -> Result<Option<Uuid>, Broken> {
    let id = random::uuid_v7(tx.now());
    let name: String = name.trim().chars().take(NAME_MAX).collect();
    let row = store::NewPasskey {
        id,
        account,
        credential_id: &new.credential_id,
        credential: &new.credential_json,
        name: &services.secrets.seal(&name_place(id), name.as_bytes()),
        at: tx.now().micros(),
        active_at: active_at.micros(),
    };
    Ok(store::insert(tx, &row).await?.then_some(id))
}

/// Names a passkey. One of somebody else is as good as none.
pub async fn rename(services: &Services, who: &Session, passkey: Uuid, name: &str) -> Result<bool, Broken> {
    let name: String = name.trim().chars().filter(|c| !c.is_control()).take(NAME_MAX).collect();
    if name.is_empty() {
        return Ok(false);
    }
    let sealed = &services.secrets.seal(&name_place(passkey), name.as_bytes());
    services
        .db
        .change(|mut tx| async move {
            let renamed = store::rename(&mut tx, passkey, who.account, sealed).await?;
            if renamed {
                let entry = account::own_entry(Action::AccountPasskeyRenamed, who.account);
                history::record(&mut tx, services, entry).await?;
            }
            Ok::<_, Broken>((tx, renamed))
        })
        .await
}

/// Removes a passkey and ends the sessions that it opened.
pub async fn remove(services: &Services, who: &Session, passkey: Uuid) -> Result<(), Failure<RemoveRefusal>> {
    services
        .db
        .change(|mut tx| async move {
            let now = tx.now().micros();
            let rows = store::list_of(&mut tx, who.account).await?;
            let Some(row) = rows.iter().find(|row| row.id == passkey) else {
                return Err(Failure::Refused(RemoveRefusal::Absent));
            };
            // One that still waits may be stopped by whoever owns the account, with whatever proof.
            let is_active = row.active_at <= now;
            if is_active {
                may_remove(&mut tx, who, &rows, now).await?;
            }
            store::delete(&mut tx, passkey, who.account).await?;
            xinju_store::session::delete_by_passkey(&mut tx, who.account, passkey).await?;
            let action = if is_active { Action::AccountPasskeyRemoved } else { Action::AccountWaitStopped };
            history::record(&mut tx, services, account::own_entry(action, who.account)).await?;
            Ok((tx, ()))
        })
        .await
}

async fn may_remove(tx: &mut Tx, who: &Session, rows: &[PasskeyRow], now: i64) -> Result<(), Failure<RemoveRefusal>> {
    if !who.strength.opens_posts() {
        return Err(Failure::Refused(RemoveRefusal::NeedsPasskey));
    }
    let is_last = rows.iter().filter(|row| row.active_at <= now).count() == 1;
    if !is_last {
        return Ok(());
    }
    if !session::list_posts(tx, who.account).await?.is_empty() {
        return Err(Failure::Refused(RemoveRefusal::StaffNeedOne));
    }
    if accounts::list_contacts(tx, who.account).await?.is_empty() {
        return Err(Failure::Refused(RemoveRefusal::LastWayIn));
    }
    Ok(())
}

/// The button behind the letter about a passkey that waits. Says whether there was one to stop.
pub async fn stop_waiting(services: &Services, token: &str) -> Result<bool, Broken> {
    services
        .db
        .change(|mut tx| async move {
            let link = link::take(&mut tx, services, token).await?;
            let link = link.filter(|link| link.purpose == LinkPurpose::StopPasskey);
            let passkey = link.as_ref().and_then(|link| link.subject.parse::<Uuid>().ok());
            let (Some(link), Some(passkey)) = (link, passkey) else { return Ok((tx, false)) };
            let now = tx.now().micros();
            let row = store::find(&mut tx, passkey).await?;
            let row = row.filter(|row| row.account == link.account && now < row.active_at);
            if row.is_some() {
                store::delete(&mut tx, passkey, link.account).await?;
                // Whoever added it was signed in with a code that they should not have had.
                xinju_store::session::delete_of(&mut tx, link.account).await?;
                let entry = account::own_entry(Action::AccountWaitStopped, link.account);
                history::record(&mut tx, services, entry).await?;
            }
            Ok::<_, Broken>((tx, row.is_some()))
        })
        .await
}
