//! Codes on their way, one-time links, and the counts behind all limits.

use serde::Deserialize;
use sqlx::FromRow;
use uuid::Uuid;

use crate::{StoreError, Tx};

queries! {
    INSERT_CODE = "insert into sign_in_code (flow_hash, account, purpose, kind, address, address_index, code_mac, \
        shared, next_path, created_at, expires_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    FIND_CODE = "select flow_hash, account, purpose, kind, address, address_index, code_mac, tries, shared, next_path, \
        created_at, expires_at, used_at from sign_in_code where flow_hash = $1";
    COUNT_TRY = "update sign_in_code set tries = tries + 1 where flow_hash = $1 and tries < $2 and used_at is null";
    USE_CODE = "update sign_in_code set used_at = $2 where flow_hash = $1 and used_at is null";
    DELETE_CODE = "delete from sign_in_code where flow_hash = $1";
    DELETE_EXPIRED_CODES = "delete from sign_in_code where expires_at <= $1";
    INSERT_LINK = "insert into one_time_link (token_hash, account, purpose, subject, created_at, expires_at) \
        values ($1, $2, $3, $4, $5, $6)";
    FIND_LINK = "select account, purpose, subject, created_at, expires_at, used_at from one_time_link \
        where token_hash = $1";
    USE_LINK = "update one_time_link set used_at = $2 where token_hash = $1 and used_at is null";
    DELETE_LINKS_OF = "delete from one_time_link where account = $1";
    DELETE_EXPIRED_LINKS = "delete from one_time_link where expires_at <= $1";
    FIND_LIMIT = "select whole_at from attempt_count where subject = $1";
    SET_LIMIT = "insert into attempt_count (subject, whole_at) values ($1, $2) \
        on conflict (subject) do update set whole_at = excluded.whole_at where attempt_count.whole_at = $3";
    DELETE_LIMITS = "delete from attempt_count where whole_at <= $1";
}

/// A code that was sent. Instants are microseconds.
#[derive(Clone, Debug, FromRow, Deserialize)]
pub struct CodeRow {
    pub flow_hash: Vec<u8>,
    /// Whose address it is, or whose it is to become.
    pub account: Option<Uuid>,
    pub purpose: String,
    pub kind: String,
    /// Sealed.
    pub address: Vec<u8>,
    pub address_index: Vec<u8>,
    pub code_mac: Vec<u8>,
    pub tries: i64,
    pub shared: i64,
    pub next_path: String,
    pub created_at: i64,
    pub expires_at: i64,
    pub used_at: Option<i64>,
}

#[derive(Clone, Copy, Debug)]
pub struct NewCode<'a> {
    pub flow_hash: &'a [u8],
    pub account: Option<Uuid>,
    pub purpose: &'a str,
    pub kind: &'a str,
    pub address: &'a [u8],
    pub address_index: &'a [u8],
    pub code_mac: &'a [u8],
    pub is_shared: bool,
    pub next_path: &'a str,
    pub at: i64,
    pub expires_at: i64,
}

#[derive(Clone, Debug, FromRow, Deserialize)]
pub struct LinkRow {
    pub account: Uuid,
    pub purpose: String,
    pub subject: String,
    pub created_at: i64,
    pub expires_at: i64,
    pub used_at: Option<i64>,
}

#[derive(Clone, Copy, Debug)]
pub struct NewLink<'a> {
    pub token_hash: &'a [u8],
    pub account: Uuid,
    pub purpose: &'a str,
    /// What the link is about, such as a passkey's id.
    pub subject: &'a str,
    pub at: i64,
    pub expires_at: i64,
}

#[derive(Debug, FromRow, Deserialize)]
struct LimitRow {
    whole_at: i64,
}

pub async fn insert_code(tx: &mut Tx, new: &NewCode<'_>) -> Result<(), StoreError> {
    execute!(
        tx,
        INSERT_CODE,
        new.flow_hash,
        new.account,
        new.purpose,
        new.kind,
        new.address,
        new.address_index,
        new.code_mac,
        i64::from(new.is_shared),
        new.next_path,
        new.at,
        new.expires_at,
    )?;
    Ok(())
}

pub async fn find_code(tx: &mut Tx, flow_hash: &[u8]) -> Result<Option<CodeRow>, StoreError> {
    fetch_optional!(tx, CodeRow, FIND_CODE, flow_hash)
}

/// Takes one of the `limit` tries. Says whether there was one left.
pub async fn count_try(tx: &mut Tx, flow_hash: &[u8], limit: i64) -> Result<bool, StoreError> {
    Ok(execute!(tx, COUNT_TRY, flow_hash, limit)? == 1)
}

/// Whether the code was still unused.
pub async fn use_code(tx: &mut Tx, flow_hash: &[u8], at: i64) -> Result<bool, StoreError> {
    Ok(execute!(tx, USE_CODE, flow_hash, at)? == 1)
}

pub async fn delete_code(tx: &mut Tx, flow_hash: &[u8]) -> Result<bool, StoreError> {
    Ok(execute!(tx, DELETE_CODE, flow_hash)? == 1)
}

pub async fn insert_link(tx: &mut Tx, new: &NewLink<'_>) -> Result<(), StoreError> {
    execute!(tx, INSERT_LINK, new.token_hash, new.account, new.purpose, new.subject, new.at, new.expires_at)?;
    Ok(())
}

pub async fn find_link(tx: &mut Tx, token_hash: &[u8]) -> Result<Option<LinkRow>, StoreError> {
    fetch_optional!(tx, LinkRow, FIND_LINK, token_hash)
}

/// Whether the link was still unused.
pub async fn use_link(tx: &mut Tx, token_hash: &[u8], at: i64) -> Result<bool, StoreError> {
    Ok(execute!(tx, USE_LINK, token_hash, at)? == 1)
}

pub async fn delete_links_of(tx: &mut Tx, account: Uuid) -> Result<(), StoreError> {
    execute!(tx, DELETE_LINKS_OF, account)?;
    Ok(())
}

/// The moment that is kept for a limited subject.
pub async fn find_limit(tx: &mut Tx, subject: &[u8]) -> Result<Option<i64>, StoreError> {
    let row = fetch_optional!(tx, LimitRow, FIND_LIMIT, subject)?;
    Ok(row.map(|row| row.whole_at))
}

/// Keeps another moment, unless somebody else changed it since `before` was read. Says whether it did.
pub async fn set_limit(tx: &mut Tx, subject: &[u8], whole_at: i64, before: Option<i64>) -> Result<bool, StoreError> {
    Ok(execute!(tx, SET_LIMIT, subject, whole_at, before.unwrap_or(i64::MIN))? == 1)
}

/// Deletes codes and links that have run out, and limits that limit nothing any more.
pub async fn delete_expired(tx: &mut Tx, now: i64) -> Result<u64, StoreError> {
    let codes = execute!(tx, DELETE_EXPIRED_CODES, now)?;
    let links = execute!(tx, DELETE_EXPIRED_LINKS, now)?;
    let limits = execute!(tx, DELETE_LIMITS, now)?;
    Ok(codes + links + limits)
}
