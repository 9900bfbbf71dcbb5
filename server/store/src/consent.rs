//! What the person agreed to, and when it was withdrawn. A withdrawn consent stays as a row: it was true in its time.

use serde::Deserialize;
use sqlx::FromRow;
use uuid::Uuid;

use crate::{StoreError, Tx};

queries! {
    INSERT = "insert into consent (id, account, kind, version, given_at) values ($1, $2, $3, $4, $5) on conflict do nothing";
    FIND = "select id, kind, version, given_at, withdrawn_at from consent \
        where account = $1 and kind = $2 and withdrawn_at is null";
    LIST_OF = "select id, kind, version, given_at, withdrawn_at from consent where account = $1 order by given_at, id";
    WITHDRAW = "update consent set withdrawn_at = $3 where account = $1 and kind = $2 and withdrawn_at is null";
    WITHDRAW_ALL = "update consent set withdrawn_at = $2 where account = $1 and withdrawn_at is null";
}

#[derive(Clone, Debug, FromRow, Deserialize)]
pub struct ConsentRow {
    pub id: Uuid,
    pub kind: String,
    /// Of the text that was agreed to.
    pub version: i64,
    pub given_at: i64,
    pub withdrawn_at: Option<i64>,
}

/// Whether it was stored: not if it holds already.
pub async fn insert(
    tx: &mut Tx,
    id: Uuid,
    account: Uuid,
    kind: &str,
    version: i64,
    at: i64,
) -> Result<bool, StoreError> {
    Ok(execute!(tx, INSERT, id, account, kind, version, at)? == 1)
}

/// The consent of this kind that holds.
pub async fn find(tx: &mut Tx, account: Uuid, kind: &str) -> Result<Option<ConsentRow>, StoreError> {
    fetch_optional!(tx, ConsentRow, FIND, account, kind)
}

pub async fn list_of(tx: &mut Tx, account: Uuid) -> Result<Vec<ConsentRow>, StoreError> {
    fetch_all!(tx, ConsentRow, LIST_OF, account)
}

/// Whether there was one to withdraw.
pub async fn withdraw(tx: &mut Tx, account: Uuid, kind: &str, at: i64) -> Result<bool, StoreError> {
    Ok(execute!(tx, WITHDRAW, account, kind, at)? == 1)
}

pub async fn withdraw_all(tx: &mut Tx, account: Uuid, at: i64) -> Result<(), StoreError> {
    execute!(tx, WITHDRAW_ALL, account, at)?;
    Ok(())
}
