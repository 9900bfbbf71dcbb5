//! Phones' keys, and the numbers they sign to prove themselves.
//!
//! One phone a person: at most one key of an account is at work; a second may wait its 24 hours beside it. One person a
//! phone: a point stands in the table once while it is not removed.

use serde::Deserialize;
use sqlx::FromRow;
use uuid::Uuid;
use xinju_domain::time::Instant;

use crate::{StoreError, Tx};

queries! {
    INSERT = "insert into holder_key (id, account, x, y_odd, device, bound_at, active_at, replaces) \
              values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing";
    LIST = "select id, account, x, y_odd, device, bound_at, active_at, replaces, removed_at from holder_key \
            where account = $1 and removed_at is null order by bound_at";
    FIND = "select id, account, x, y_odd, device, bound_at, active_at, replaces, removed_at from holder_key where id = $1";
    FIND_BY_POINT = "select id, account, x, y_odd, device, bound_at, active_at, replaces, removed_at from holder_key \
                     where x = $1 and y_odd = $2 order by bound_at desc limit 1";
    REMOVE = "update holder_key set removed_at = $2 where id = $1 and removed_at is null";
    HOLD = "update account set state = state where id = $1";
    REVIVE = "update holder_key set removed_at = null where id = $1 and removed_at is not null and not exists \
              (select 1 from holder_key other where other.x = holder_key.x and other.y_odd = holder_key.y_odd \
              and other.removed_at is null)";
    BEGIN = "update holder_key set bound_at = $2, active_at = $2 where id = $1";
    FIND_PLACE = "select value, expires_at from status_index where holder_key = $1 \
                  order by created_at desc, position desc limit 1";
    INSERT_NONCE = "insert into binding_nonce (nonce_hash, account, expires_at) values ($1, $2, $3)";
    TAKE_NONCE = "delete from binding_nonce where nonce_hash = $1 and expires_at > $2";
    SWEEP_NONCES = "delete from binding_nonce where expires_at <= $1";
}

/// A phone's key.
#[derive(Clone, Debug, FromRow, Deserialize)]
pub struct HolderKeyRow {
    pub id: Uuid,
    pub account: Uuid,
    pub x: Vec<u8>,
    pub y_odd: i64,
    /// How the phone named itself, for the person's own list.
    pub device: String,
    pub bound_at: i64,
    /// From when on it may hold certificates.
    pub active_at: i64,
    /// The key that stops when this one begins.
    pub replaces: Option<Uuid>,
    pub removed_at: Option<i64>,
}

impl HolderKeyRow {
    /// The point compressed: a sign byte and x (SEC 1, 2.3.3). Nothing if the row is broken.
    pub fn compressed(&self) -> Option<[u8; 33]> {
        let mut point = [0; 33];
        point[0] = if self.y_odd == 0 { 2 } else { 3 };
        point[1..].copy_from_slice(<&[u8; 32]>::try_from(self.x.as_slice()).ok()?);
        Some(point)
    }
}

/// Keeps other transactions off the phones of an account until the commit: there is no row yet that two first phones
/// would both have to write.
pub async fn hold(tx: &mut Tx, account: Uuid) -> Result<(), StoreError> {
    execute!(tx, HOLD, account)?;
    Ok(())
}

/// Adds a key. False when the point is already somebody's, or this account's own.
pub async fn insert(tx: &mut Tx, key: &HolderKeyRow) -> Result<bool, StoreError> {
    let added = execute!(
        tx,
        INSERT,
        key.id,
        key.account,
        key.x.as_slice(),
        key.y_odd,
        key.device.as_str(),
        key.bound_at,
        key.active_at,
        key.replaces
    )?;
    Ok(added == 1)
}

/// The keys of an account that are not removed, oldest first.
pub async fn list(tx: &mut Tx, account: Uuid) -> Result<Vec<HolderKeyRow>, StoreError> {
    fetch_all!(tx, HolderKeyRow, LIST, account)
}

pub async fn find(tx: &mut Tx, id: Uuid) -> Result<Option<HolderKeyRow>, StoreError> {
    fetch_optional!(tx, HolderKeyRow, FIND, id)
}

/// The newest row of a point, removed or not.
pub async fn find_by_point(tx: &mut Tx, x: &[u8; 32], y_is_odd: bool) -> Result<Option<HolderKeyRow>, StoreError> {
    fetch_optional!(tx, HolderKeyRow, FIND_BY_POINT, x.as_slice(), i64::from(y_is_odd))
}

/// Ends a key. False when it had ended already.
pub async fn remove(tx: &mut Tx, id: Uuid) -> Result<bool, StoreError> {
    let now = tx.now().micros();
    Ok(execute!(tx, REMOVE, id, now)? == 1)
}

/// Takes a removal back. False when the point is at work for somebody by now.
pub async fn revive(tx: &mut Tx, id: Uuid) -> Result<bool, StoreError> {
    Ok(execute!(tx, REVIVE, id)? == 1)
}

/// The newest place of a phone in a status list: what it shows now.
#[derive(Clone, Copy, Debug, FromRow, Deserialize)]
pub struct PlaceRow {
    /// 0 valid, 1 invalid, 2 suspended.
    pub value: i64,
    pub expires_at: i64,
}

pub async fn find_place(tx: &mut Tx, id: Uuid) -> Result<Option<PlaceRow>, StoreError> {
    fetch_optional!(tx, PlaceRow, FIND_PLACE, id)
}

/// The key is at work from now on.
pub async fn begin(tx: &mut Tx, id: Uuid) -> Result<(), StoreError> {
    let now = tx.now().micros();
    execute!(tx, BEGIN, id, now)?;
    Ok(())
}

/// Keeps a number that may be signed once. `account` is nil for a renewal, where the key alone speaks.
pub async fn insert_nonce(tx: &mut Tx, hash: &[u8; 32], account: Uuid, expires_at: Instant) -> Result<(), StoreError> {
    execute!(tx, INSERT_NONCE, hash.as_slice(), account, expires_at.micros())?;
    Ok(())
}

/// Uses a number up. False when it is unknown, used or too old.
pub async fn take_nonce(tx: &mut Tx, hash: &[u8; 32]) -> Result<bool, StoreError> {
    let now = tx.now().micros();
    Ok(execute!(tx, TAKE_NONCE, hash.as_slice(), now)? == 1)
}

pub async fn sweep_nonces(tx: &mut Tx) -> Result<u64, StoreError> {
    let now = tx.now().micros();
    execute!(tx, SWEEP_NONCES, now)
}
