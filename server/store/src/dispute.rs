//! Second claims to an ID number, for the home office to settle.

use serde::Deserialize;
use sqlx::FromRow;
use uuid::Uuid;

use crate::{StoreError, Tx};

queries! {
    INSERT = "insert into dispute (id, office, region, id_index, holder, claimant, state, opened_at) \
        values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing";
    FIND = "select id, office, region, id_index, holder, claimant, state, opened_at, taken_up_at, decided_at, \
        decided_by, reason from dispute where id = $1";
    FIND_OPEN = "select id, office, region, id_index, holder, claimant, state, opened_at, taken_up_at, decided_at, \
        decided_by, reason from dispute where id_index = $1 and claimant = $2 and decided_at is null";
    LIST_OPEN = "select id, office, region, id_index, holder, claimant, state, opened_at, taken_up_at, decided_at, \
        decided_by, reason from dispute where office = $1 and decided_at is null order by opened_at limit $2";
    LIST_OF = "select id, office, region, id_index, holder, claimant, state, opened_at, taken_up_at, decided_at, \
        decided_by, reason from dispute where holder = $1 or claimant = $1 order by opened_at desc limit 50";
    TAKE_UP = "update dispute set state = $2, taken_up_at = $3 where id = $1 and taken_up_at is null \
        and decided_at is null";
    DECIDE = "update dispute set state = $2, decided_at = $3, decided_by = $4, reason = $5 where id = $1 \
        and decided_at is null";
}

#[derive(Clone, Debug, FromRow, Deserialize)]
pub struct DisputeRow {
    pub id: Uuid,
    pub office: String,
    pub region: String,
    pub id_index: Vec<u8>,
    /// The account that has the number.
    pub holder: Uuid,
    /// The account that says it is theirs.
    pub claimant: Uuid,
    pub state: String,
    pub opened_at: i64,
    pub taken_up_at: Option<i64>,
    pub decided_at: Option<i64>,
    pub decided_by: Option<Uuid>,
    /// Sealed.
    pub reason: Option<Vec<u8>>,
}

#[derive(Clone, Copy, Debug)]
pub struct NewDispute<'a> {
    pub id: Uuid,
    pub office: &'a str,
    pub region: &'a str,
    pub id_index: &'a [u8],
    pub holder: Uuid,
    pub claimant: Uuid,
    pub state: &'a str,
    pub at: i64,
}

/// Whether it was stored: not if the same claim is open.
pub async fn insert(tx: &mut Tx, new: &NewDispute<'_>) -> Result<bool, StoreError> {
    let rows = execute!(
        tx,
        INSERT,
        new.id,
        new.office,
        new.region,
        new.id_index,
        new.holder,
        new.claimant,
        new.state,
        new.at,
    )?;
    Ok(rows == 1)
}

pub async fn find(tx: &mut Tx, id: Uuid) -> Result<Option<DisputeRow>, StoreError> {
    fetch_optional!(tx, DisputeRow, FIND, id)
}

pub async fn find_open(tx: &mut Tx, id_index: &[u8], claimant: Uuid) -> Result<Option<DisputeRow>, StoreError> {
    fetch_optional!(tx, DisputeRow, FIND_OPEN, id_index, claimant)
}

/// What an office has to settle, the oldest first.
pub async fn list_open(tx: &mut Tx, office: &str, limit: i64) -> Result<Vec<DisputeRow>, StoreError> {
    fetch_all!(tx, DisputeRow, LIST_OPEN, office, limit)
}

/// Those that an account is in, on either side.
pub async fn list_of(tx: &mut Tx, account: Uuid) -> Result<Vec<DisputeRow>, StoreError> {
    fetch_all!(tx, DisputeRow, LIST_OF, account)
}

/// Whether it was still waiting.
pub async fn take_up(tx: &mut Tx, id: Uuid, state: &str, at: i64) -> Result<bool, StoreError> {
    Ok(execute!(tx, TAKE_UP, id, state, at)? == 1)
}

/// Whether it was still open.
pub async fn decide(tx: &mut Tx, id: Uuid, state: &str, at: i64, by: Uuid, reason: &[u8]) -> Result<bool, StoreError> {
    Ok(execute!(tx, DECIDE, id, state, at, by, reason)? == 1)
}
