//! Sessions: found by the hash of the token in the cookie.

use serde::Deserialize;
use sqlx::FromRow;
use uuid::Uuid;

use crate::{StoreError, Tx};

queries! {
    INSERT = "insert into session (token_hash, account, strength, device, passkey, shared, created_at, seen_at, \
        proven_at, expires_at) values ($1, $2, $3, $4, $5, $6, $7, $7, $8, $9)";
    FIND = "select session.token_hash, session.account, session.strength, session.device, session.passkey, \
        session.shared, session.created_at, session.seen_at, session.proven_at, session.expires_at, account.locale, \
        account.state from session join account on account.id = session.account where session.token_hash = $1";
    LIST_OF = "select session.token_hash, session.account, session.strength, session.device, session.passkey, \
        session.shared, session.created_at, session.seen_at, session.proven_at, session.expires_at, account.locale, \
        account.state from session join account on account.id = session.account where session.account = $1 \
        order by session.seen_at desc limit 100";
    SEE = "update session set seen_at = $2, expires_at = $3 where token_hash = $1 and seen_at < $2";
    PROVE = "update session set token_hash = $2, strength = $3, passkey = $4, proven_at = $5 where token_hash = $1";
    DELETE = "delete from session where token_hash = $1";
    DELETE_OF = "delete from session where account = $1";
    DELETE_OTHERS = "delete from session where account = $1 and token_hash <> $2";
    DELETE_BY_PASSKEY = "delete from session where account = $1 and passkey = $2";
    DELETE_EXPIRED = "delete from session where expires_at <= $1";
}

/// One session with what its account says. Instants are microseconds.
#[derive(Clone, Debug, FromRow, Deserialize)]
pub struct SessionRow {
    pub token_hash: Vec<u8>,
    pub account: Uuid,
    pub strength: String,
    /// What the browser calls itself, in short.
    pub device: String,
    /// The passkey that opened it: removing that one ends it.
    pub passkey: Option<Uuid>,
    pub shared: i64,
    pub created_at: i64,
    pub seen_at: i64,
    pub proven_at: Option<i64>,
    pub expires_at: i64,
    pub locale: Option<String>,
    /// The account's.
    pub state: String,
}

#[derive(Clone, Copy, Debug)]
pub struct NewSession<'a> {
    pub token_hash: &'a [u8],
    pub account: Uuid,
    pub strength: &'a str,
    pub device: &'a str,
    pub passkey: Option<Uuid>,
    pub is_shared: bool,
    pub at: i64,
    pub proven_at: Option<i64>,
    pub expires_at: i64,
}

pub async fn insert(tx: &mut Tx, new: &NewSession<'_>) -> Result<(), StoreError> {
    execute!(
        tx,
        INSERT,
        new.token_hash,
        new.account,
        new.strength,
        new.device,
        new.passkey,
        i64::from(new.is_shared),
        new.at,
        new.proven_at,
        new.expires_at,
    )?;
    Ok(())
}

pub async fn find(tx: &mut Tx, token_hash: &[u8]) -> Result<Option<SessionRow>, StoreError> {
    fetch_optional!(tx, SessionRow, FIND, token_hash)
}

/// An account's sessions, the last used first.
pub async fn list_of(tx: &mut Tx, account: Uuid) -> Result<Vec<SessionRow>, StoreError> {
    fetch_all!(tx, SessionRow, LIST_OF, account)
}

pub async fn see(tx: &mut Tx, token_hash: &[u8], at: i64, expires_at: i64) -> Result<(), StoreError> {
    execute!(tx, SEE, token_hash, at, expires_at)?;
    Ok(())
}

/// Gives a session a new token together with its new strength. Says whether it was still there.
pub async fn prove(
    tx: &mut Tx,
    old_hash: &[u8],
    new_hash: &[u8],
    strength: &str,
    passkey: Option<Uuid>,
    at: i64,
) -> Result<bool, StoreError> {
    Ok(execute!(tx, PROVE, old_hash, new_hash, strength, passkey, at)? == 1)
}

pub async fn delete(tx: &mut Tx, token_hash: &[u8]) -> Result<(), StoreError> {
    execute!(tx, DELETE, token_hash)?;
    Ok(())
}

pub async fn delete_of(tx: &mut Tx, account: Uuid) -> Result<u64, StoreError> {
    execute!(tx, DELETE_OF, account)
}

/// All of the account but this one.
pub async fn delete_others(tx: &mut Tx, account: Uuid, token_hash: &[u8]) -> Result<u64, StoreError> {
    execute!(tx, DELETE_OTHERS, account, token_hash)
}

pub async fn delete_by_passkey(tx: &mut Tx, account: Uuid, passkey: Uuid) -> Result<u64, StoreError> {
    execute!(tx, DELETE_BY_PASSKEY, account, passkey)
}

pub async fn delete_expired(tx: &mut Tx, now: i64) -> Result<u64, StoreError> {
    execute!(tx, DELETE_EXPIRED, now)
}
