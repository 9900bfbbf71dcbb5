//! What a person is still filling in: sealed answers, one draft an account and kind.
//!
//! Two tabs may save at once; [`update`] writes only over the version that was read and says whether it did.

use serde::Deserialize;
use sqlx::FromRow;
use uuid::Uuid;

use crate::{StoreError, Tx};

queries! {
    INSERT = "insert into draft (id, account, region, kind, answers, created_at, updated_at) \
        values ($1, $2, $3, $4, $5, $6, $6) on conflict do nothing";
    FIND = "select * from draft where account = $1 and kind = $2";
    UPDATE = "update draft set region = $3, answers = $4, updated_at = $5, version = version + 1 \
        where id = $1 and version = $2";
    DELETE = "delete from draft where id = $1";
    LIST_OF = "select * from draft where account = $1";
    LIST_STALE = "select * from draft where updated_at < $1 order by updated_at limit $2";
}

#[derive(Clone, Debug, FromRow, Deserialize)]
pub struct DraftRow {
    pub id: Uuid,
    pub account: Uuid,
    pub region: String,
    pub kind: String,
    pub answers: Vec<u8>,
    pub created_at: i64,
    pub updated_at: i64,
    pub version: i64,
}

#[derive(Clone, Copy, Debug)]
pub struct NewDraft<'a> {
    pub id: Uuid,
    pub account: Uuid,
    pub region: &'a str,
    pub kind: &'a str,
    pub answers: &'a [u8],
    pub at: i64,
}

/// Whether it was stored: not if the account has one of this kind.
pub async fn insert(tx: &mut Tx, new: &NewDraft<'_>) -> Result<bool, StoreError> {
    let rows = execute!(tx, INSERT, new.id, new.account, new.region, new.kind, new.answers, new.at)?;
    Ok(rows == 1)
}

/// The account's draft of this kind.
pub async fn find(tx: &mut Tx, account: Uuid, kind: &str) -> Result<Option<DraftRow>, StoreError> {
    fetch_optional!(tx, DraftRow, FIND, account, kind)
}

/// Writes the row's answers and region unless another tab saved since it was read. Says whether it did.
pub async fn update(tx: &mut Tx, row: &DraftRow, at: i64) -> Result<bool, StoreError> {
    let rows = execute!(tx, UPDATE, row.id, row.version, row.region.as_str(), row.answers.as_slice(), at)?;
    Ok(rows == 1)
}

/// Its papers must have gone or been handed on before.
pub async fn delete(tx: &mut Tx, id: Uuid) -> Result<(), StoreError> {
    execute!(tx, DELETE, id)?;
    Ok(())
}

pub async fn list_of(tx: &mut Tx, account: Uuid) -> Result<Vec<DraftRow>, StoreError> {
    fetch_all!(tx, DraftRow, LIST_OF, account)
}

/// Drafts that nobody touched since an instant, the oldest first.
pub async fn list_stale(tx: &mut Tx, before: i64, limit: i64) -> Result<Vec<DraftRow>, StoreError> {
    fetch_all!(tx, DraftRow, LIST_STALE, before, limit)
}
