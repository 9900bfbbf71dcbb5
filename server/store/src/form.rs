//! Refused forms with what was typed into them, sealed, for an hour.

use serde::Deserialize;
use sqlx::FromRow;
use uuid::Uuid;

use crate::{StoreError, Tx};

queries! {
    INSERT = "insert into refused_form (token_hash, account, body, expires_at) values ($1, $2, $3, $4)";
    FIND = "select account, body, expires_at from refused_form where token_hash = $1";
    DELETE = "delete from refused_form where token_hash = $1";
    DELETE_OF = "delete from refused_form where account = $1";
    DELETE_EXPIRED = "delete from refused_form where expires_at <= $1";
}

#[derive(Clone, Debug, FromRow, Deserialize)]
pub struct FormRow {
    pub account: Option<Uuid>,
    /// Sealed.
    pub body: Vec<u8>,
    pub expires_at: i64,
}

pub async fn insert(
    tx: &mut Tx,
    token_hash: &[u8],
    account: Option<Uuid>,
    body: &[u8],
    expires_at: i64,
) -> Result<(), StoreError> {
    execute!(tx, INSERT, token_hash, account, body, expires_at)?;
    Ok(())
}

pub async fn find(tx: &mut Tx, token_hash: &[u8]) -> Result<Option<FormRow>, StoreError> {
    fetch_optional!(tx, FormRow, FIND, token_hash)
}

pub async fn delete(tx: &mut Tx, token_hash: &[u8]) -> Result<(), StoreError> {
    execute!(tx, DELETE, token_hash)?;
    Ok(())
}

pub async fn delete_of(tx: &mut Tx, account: Uuid) -> Result<(), StoreError> {
    execute!(tx, DELETE_OF, account)?;
    Ok(())
}

pub async fn delete_expired(tx: &mut Tx, now: i64) -> Result<u64, StoreError> {
    execute!(tx, DELETE_EXPIRED, now)
}
