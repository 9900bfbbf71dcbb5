//! Registrations at the current place, and the tries at the digits of a paper's card.
//!
//! Two columns keep a registration from being made twice: the key that the officer's phone gave it, and the hash of what
//! the holder showed. `address` comes and goes sealed.

use serde::Deserialize;
use sqlx::FromRow;
use uuid::Uuid;

use crate::{StoreError, Tx};

queries! {
    INSERT = "insert into registration (id, office, region, officer, entry, certificate, account, idempotency_key, \
        replay_id, kind, address, scanned_at, registered_at, late, challenged) \
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) on conflict do nothing";
    FIND = "select * from registration where id = $1";
    FIND_BY_KEY = "select * from registration where idempotency_key = $1";
    FIND_BY_REPLAY = "select * from registration where replay_id = $1";
    LIST_AT_OFFICE = "select * from registration where office = $1 order by registered_at desc, id desc limit $2";
    /// A dispute suspends everything that is shown; a lost phone what a key shows that was bound before the loss.
    COUNT_SUSPENSIONS_AT = "select count(*) as number from suspension \
        join certificate on certificate.id = suspension.certificate \
        where certificate.entry = $1 and suspension.began_at <= $2 \
        and (suspension.ended_at is null or suspension.ended_at > $2) \
        and (suspension.cause = 'dispute' or exists (select 1 from holder_key \
        where holder_key.id = $3 and holder_key.bound_at <= suspension.began_at))";
    COUNT_TRIES = "select tries from paper_try where replay_id = $1";
    COUNT_TRY = "insert into paper_try (replay_id, office, region, tries, tried_at) values ($1, $2, $3, 1, $4) \
        on conflict (replay_id) do update set tries = paper_try.tries + 1, tried_at = $4 returning tries";
}

#[derive(Clone, Debug, FromRow, Deserialize)]
pub struct RegistrationRow {
    pub id: Uuid,
    pub office: String,
    pub region: String,
    pub officer: Uuid,
    pub entry: Uuid,
    /// The version that was shown.
    pub certificate: Uuid,
    /// Empty once the person deleted the account.
    pub account: Option<Uuid>,
    pub idempotency_key: String,
    pub replay_id: Vec<u8>,
    /// `phone` or `paper`.
    pub kind: String,
    pub address: Option<Vec<u8>>,
    pub scanned_at: i64,
    pub registered_at: i64,
    pub late: i64,
    pub challenged: i64,
}

#[derive(FromRow, Deserialize)]
struct CountRow {
    number: i64,
}

#[derive(FromRow, Deserialize)]
struct TriesRow {
    tries: i64,
}

/// Whether it was stored: not if the key or what was shown is registered already.
pub async fn insert(tx: &mut Tx, row: &RegistrationRow) -> Result<bool, StoreError> {
    let rows = execute!(
        tx,
        INSERT,
        row.id,
        row.office.as_str(),
        row.region.as_str(),
        row.officer,
        row.entry,
        row.certificate,
        row.account,
        row.idempotency_key.as_str(),
        row.replay_id.as_slice(),
        row.kind.as_str(),
        row.address.as_deref(),
        row.scanned_at,
        row.registered_at,
        row.late,
        row.challenged,
    )?;
    Ok(rows == 1)
}

pub async fn find(tx: &mut Tx, id: Uuid) -> Result<Option<RegistrationRow>, StoreError> {
    fetch_optional!(tx, RegistrationRow, FIND, id)
}

/// By the key of the officer's phone.
pub async fn find_by_key(tx: &mut Tx, key: &str) -> Result<Option<RegistrationRow>, StoreError> {
    fetch_optional!(tx, RegistrationRow, FIND_BY_KEY, key)
}

/// By the hash of what was shown.
pub async fn find_by_replay(tx: &mut Tx, replay_id: &[u8]) -> Result<Option<RegistrationRow>, StoreError> {
    fetch_optional!(tx, RegistrationRow, FIND_BY_REPLAY, replay_id)
}

/// The newest first.
pub async fn list_at_office(tx: &mut Tx, office: &str, limit: i64) -> Result<Vec<RegistrationRow>, StoreError> {
    fetch_all!(tx, RegistrationRow, LIST_AT_OFFICE, office, limit)
}

/// Whether what was shown of an entry, by this phone's key or on paper, was suspended at a moment.
pub async fn was_suspended(tx: &mut Tx, entry: Uuid, at: i64, holder_key: Option<Uuid>) -> Result<bool, StoreError> {
    Ok(fetch_one!(tx, CountRow, COUNT_SUSPENSIONS_AT, entry, at, holder_key)?.number > 0)
}

/// How often wrong digits were typed for a paper.
pub async fn count_tries(tx: &mut Tx, replay_id: &[u8]) -> Result<i64, StoreError> {
    let row = fetch_optional!(tx, TriesRow, COUNT_TRIES, replay_id)?;
    Ok(row.map_or(0, |row| row.tries))
}

/// Counts wrong digits; gives how many that makes.
pub async fn count_try(tx: &mut Tx, replay_id: &[u8], office: &str, region: &str) -> Result<i64, StoreError> {
    let at = tx.now().micros();
    Ok(fetch_one!(tx, TriesRow, COUNT_TRY, replay_id, office, region, at)?.tries)
}
