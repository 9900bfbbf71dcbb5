//! The person's phones: the list, removing one, stopping one that waits, undoing one that has just begun.

use uuid::Uuid;
use xinju_domain::{
    history::{Action, RecordKind},
    sign_in::WAIT,
    time::{Instant, Span},
};
use xinju_store::{Tx, holder_key as store, holder_key::HolderKeyRow};

use super::{is_waiting, phones, stop};
use crate::{
    Broken, Services,
    account::{self, deletion::is_strongly_proven},
    history,
    session::Session,
    sign_in::link::{self, LinkPurpose},
};

/// How long a phone that began may be undone.
pub(super) const UNDONE_WITHIN: Span = WAIT;

/// A phone of the person.
#[derive(Clone, Debug)]
pub struct Phone {
    pub id: Uuid,
    pub device: String,
    pub since: Instant,
    pub waits_until: Option<Instant>,
    /// It took the place of another a short while ago, which can have it back.
    pub can_be_undone: bool,
}

/// The person's phones.
pub async fn list(services: &Services, who: &Session) -> Result<Vec<Phone>, Broken> {
    let mut tx = services.db.read().await?;
    let now = tx.now();
    let rows = store::list(&mut tx, who.account).await?;
    Ok(rows
        .into_iter()
        .map(|row| Phone {
            id: row.id,
            can_be_undone: can_be_undone(&row, now),
            since: Instant::from_micros(row.bound_at),
            waits_until: is_waiting(&row).then_some(Instant::from_micros(row.active_at)),
            device: row.device,
        })
        .collect())
}

fn can_be_undone(row: &HolderKeyRow, now: Instant) -> bool {
    row.replaces.is_some() && !is_waiting(row) && now.since(Instant::from_micros(row.bound_at)) < UNDONE_WITHIN
}

/// Removes a phone of one's own; one of somebody else is as good as none.
pub async fn remove(services: &Services, who: &Session, phone: Uuid) -> Result<bool, Broken> {
    services
        .db
        .change(|mut tx| async move {
            let row = own(&mut tx, who.account, phone).await?;
            if let Some(row) = &row {
                stop(&mut tx, services, row, Some(who.account)).await?;
            }
            Ok::<_, Broken>((tx, row.is_some()))
        })
        .await
}

async fn own(tx: &mut Tx, account: Uuid, phone: Uuid) -> Result<Option<HolderKeyRow>, Broken> {
    let row = store::find(tx, phone).await?;
    Ok(row.filter(|row| row.account == account && row.removed_at.is_none()))
}

/// *Leave no trace* on the phone with this point (compressed): if it shows the person's certificate, it stops.
pub async fn leave_on(services: &Services, who: &Session, point: &[u8; 33]) -> Result<bool, Broken> {
    let Some((sign, x)) = point.split_first_chunk::<1>() else { return Ok(false) };
    let Ok(x) = <&[u8; 32]>::try_from(x) else { return Ok(false) };
    services
        .db
        .change(|mut tx| async move {
            let row = store::find_by_point(&mut tx, x, *sign == [3]).await?;
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
            let waiting = phones(&mut tx, who.account).await?.waiting;
            if let Some(row) = &waiting {
                stop_one(&mut tx, services, row).await?;
            }
            Ok::<_, Broken>((tx, waiting.is_some()))
        })
        .await
}

/// Undoes a phone that began a short while ago, with a fresh proof as strong as the account can give: it stops, and the
/// key before it is good again.
pub async fn undo(services: &Services, who: &Session, phone: Uuid) -> Result<bool, Broken> {
    services
        .db
        .change(|mut tx| async move {
            if !is_strongly_proven(&mut tx, who).await? {
                return Ok((tx, false));
            }
            let now = tx.now();
            store::hold(&mut tx, who.account).await?;
            let row = own(&mut tx, who.account, phone).await?.filter(|row| can_be_undone(row, now));
            if let Some(row) = &row {
                take_back(&mut tx, services, row).await?;
            }
            Ok::<_, Broken>((tx, row.is_some()))
        })
        .await
}

/// The button behind the letter about a phone that waits, or that has just begun.
pub async fn stop_by_link(services: &Services, token: &str) -> Result<bool, Broken> {
    services
        .db
        .change(|mut tx| async move {
            let link = link::take(&mut tx, services, token).await?;
            let link = link.filter(|link| link.purpose == LinkPurpose::StopPhone);
            let phone = link.as_ref().and_then(|link| link.subject.parse().ok());
            let (Some(link), Some(phone)) = (link, phone) else { return Ok((tx, false)) };
            store::hold(&mut tx, link.account).await?;
            let Some(row) = own(&mut tx, link.account, phone).await? else { return Ok((tx, false)) };
            if is_waiting(&row) {
                stop_one(&mut tx, services, &row).await?;
            } else {
                take_back(&mut tx, services, &row).await?;
            }
            // Whoever added it was signed in with something that they should not have had.
            xinju_store::session::delete_of(&mut tx, link.account).await?;
            Ok::<_, Broken>((tx, true))
        })
        .await
}

async fn stop_one(tx: &mut Tx, services: &Services, row: &HolderKeyRow) -> Result<(), Broken> {
    stop(tx, services, row, Some(row.account)).await?;
    history::record(tx, services, account::own_entry(Action::AccountWaitStopped, row.account)).await
}

/// The phone stops; the key of the one before is good again and gets a new place at its next renewal. Without one before,
/// or with one that shows somebody else's certificate by now, there is no phone.
async fn take_back(tx: &mut Tx, services: &Services, row: &HolderKeyRow) -> Result<(), Broken> {
    stop(tx, services, row, Some(row.account)).await?;
    let Some(before) = row.replaces else { return Ok(()) };
    if store::revive(tx, before).await? {
        let entry = history::Entry::new(Action::PhoneRestored, RecordKind::Account, row.account.to_string())
            .by(row.account)
            .about(Some(row.account));
        history::record(tx, services, entry).await?;
    }
    Ok(())
}
