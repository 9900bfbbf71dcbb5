//! Passkeys, and the ceremonies under way. A ceremony is taken by deleting it, so that an answer counts once.

use serde::Deserialize;
use sqlx::FromRow;
use uuid::Uuid;

use crate::{StoreError, Tx};

queries! {
    INSERT = "insert into passkey (id, account, credential_id, credential, name, created_at, active_at) \
        values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing";
    FIND = "select id, account, credential_id, credential, name, created_at, active_at, used_at from passkey \
        where id = $1";
    FIND_BY_CREDENTIAL = "select id, account, credential_id, credential, name, created_at, active_at, used_at \
        from passkey where credential_id = $1";
    LIST_OF = "select id, account, credential_id, credential, name, created_at, active_at, used_at from passkey \
        where account = $1 order by created_at, id";
    USE = "update passkey set credential = $2, used_at = $3 where id = $1";
    RENAME = "update passkey set name = $3 where id = $1 and account = $2";
    DELETE = "delete from passkey where id = $1 and account = $2";
    DELETE_OF = "delete from passkey where account = $1";
    INSERT_CEREMONY = "insert into ceremony (id, kind, account, state, expires_at) values ($1, $2, $3, $4, $5)";
    TAKE_CEREMONY = "delete from ceremony where id = $1 and kind = $2 returning account, state, expires_at";
    DELETE_EXPIRED = "delete from ceremony where expires_at <= $1";
}

/// One passkey. Instants are microseconds.
#[derive(Clone, Debug, FromRow, Deserialize)]
pub struct PasskeyRow {
    pub id: Uuid,
    pub account: Uuid,
    pub credential_id: Vec<u8>,
    /// The public key and counters, as `identity` writes them.
    pub credential: String,
    /// Sealed.
    pub name: Vec<u8>,
    pub created_at: i64,
    /// When it begins to count: one that a mere code added waits.
    pub active_at: i64,
    pub used_at: Option<i64>,
}

#[derive(Clone, Copy, Debug)]
pub struct NewPasskey<'a> {
    pub id: Uuid,
    pub account: Uuid,
    pub credential_id: &'a [u8],
    pub credential: &'a str,
    pub name: &'a [u8],
    pub at: i64,
    pub active_at: i64,
}

/// A ceremony that was begun.
#[derive(Clone, Debug, FromRow, Deserialize)]
pub struct CeremonyRow {
    pub account: Option<Uuid>,
    pub state: String,
    pub expires_at: i64,
}

/// Whether it was stored: not if this authenticator's key is known already.
pub async fn insert(tx: &mut Tx, new: &NewPasskey<'_>) -> Result<bool, StoreError> {
    let rows =
        execute!(tx, INSERT, new.id, new.account, new.credential_id, new.credential, new.name, new.at, new.active_at,)?;
    Ok(rows == 1)
}

pub async fn find(tx: &mut Tx, id: Uuid) -> Result<Option<PasskeyRow>, StoreError> {
    fetch_optional!(tx, PasskeyRow, FIND, id)
}

pub async fn find_by_credential(tx: &mut Tx, credential_id: &[u8]) -> Result<Option<PasskeyRow>, StoreError> {
    fetch_optional!(tx, PasskeyRow, FIND_BY_CREDENTIAL, credential_id)
}

pub async fn list_of(tx: &mut Tx, account: Uuid) -> Result<Vec<PasskeyRow>, StoreError> {
    fetch_all!(tx, PasskeyRow, LIST_OF, account)
}

/// Notes a use, with the counters as they are after it.
pub async fn note_use(tx: &mut Tx, id: Uuid, credential: &str, at: i64) -> Result<(), StoreError> {
    execute!(tx, USE, id, credential, at)?;
    Ok(())
}

pub async fn rename(tx: &mut Tx, id: Uuid, account: Uuid, name: &[u8]) -> Result<bool, StoreError> {
    Ok(execute!(tx, RENAME, id, account, name)? == 1)
}

pub async fn delete(tx: &mut Tx, id: Uuid, account: Uuid) -> Result<bool, StoreError> {
    Ok(execute!(tx, DELETE, id, account)? == 1)
}

pub async fn delete_of(tx: &mut Tx, account: Uuid) -> Result<(), StoreError> {
    execute!(tx, DELETE_OF, account)?;
    Ok(())
}

pub async fn insert_ceremony(
    tx: &mut Tx,
    id: Uuid,
    kind: &str,
    account: Option<Uuid>,
    state: &str,
    expires_at: i64,
) -> Result<(), StoreError> {
    execute!(tx, INSERT_CEREMONY, id, kind, account, state, expires_at)?;
    Ok(())
}

/// The ceremony, which is gone afterwards.
pub async fn take_ceremony(tx: &mut Tx, id: Uuid, kind: &str) -> Result<Option<CeremonyRow>, StoreError> {
    fetch_optional!(tx, CeremonyRow, TAKE_CEREMONY, id, kind)
}

pub async fn delete_expired(tx: &mut Tx, now: i64) -> Result<u64, StoreError> {
    execute!(tx, DELETE_EXPIRED, now)
}
