//! Keys that sign certificates and status lists, one region each, with the days on which they sign.
//!
//! The secret half comes and goes sealed. A row is never deleted: a key that was stolen is marked as removed, so that
//! its name cannot come back.

use serde::Deserialize;
use sqlx::FromRow;

use crate::{StoreError, Tx};

queries! {
    INSERT = "insert into issuing_key (kid, region, secret, x, y, first_on, last_on, created_at) \
        values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing";
    /// The newest of those that sign on a day.
    FIND_FOR = "select * from issuing_key where region = $1 and first_on <= $2 and last_on >= $2 \
        and removed_at is null order by first_on desc, created_at desc, kid limit 1";
    FIND = "select * from issuing_key where kid = $1";
    LIST_OF = "select * from issuing_key where region = $1 and removed_at is null order by first_on, kid";
    /// Those that still sign, will sign, or signed something that may not have run out.
    LIST_PUBLISHED = "select * from issuing_key where last_on >= $1 and removed_at is null \
        order by region, first_on, kid";
    LIST_REGIONS_ENDING = "select region from issuing_key where removed_at is null \
        group by region having max(last_on) <= $1 order by region";
    SHORTEN = "update issuing_key set last_on = $3 where region = $1 and kid <> $2 and last_on > $3 \
        and removed_at is null";
    REMOVE = "update issuing_key set removed_at = $2 where kid = $1 and removed_at is null";
}

/// One key. Days are yyyymmdd, both ends belong to it.
#[derive(Clone, Debug, FromRow, Deserialize)]
pub struct IssuingKeyRow {
    /// 8 bytes: the start of the key's thumbprint.
    pub kid: Vec<u8>,
    /// It signs for this region and all below.
    pub region: String,
    /// Sealed.
    pub secret: Vec<u8>,
    pub x: Vec<u8>,
    pub y: Vec<u8>,
    pub first_on: i64,
    pub last_on: i64,
    pub created_at: i64,
    pub removed_at: Option<i64>,
}

#[derive(Clone, Copy, Debug)]
pub struct NewIssuingKey<'a> {
    pub kid: &'a [u8],
    pub region: &'a str,
    pub secret: &'a [u8],
    pub x: &'a [u8],
    pub y: &'a [u8],
    pub first_on: i64,
    pub last_on: i64,
}

#[derive(FromRow, Deserialize)]
struct RegionRow {
    region: String,
}

/// Whether it was stored: not if the region has a key that begins on the same day.
pub async fn insert(tx: &mut Tx, new: &NewIssuingKey<'_>) -> Result<bool, StoreError> {
    let at = tx.now().micros();
    let rows = execute!(tx, INSERT, new.kid, new.region, new.secret, new.x, new.y, new.first_on, new.last_on, at)?;
    Ok(rows == 1)
}

/// The key that signs for a region on a day.
pub async fn find_for(tx: &mut Tx, region: &str, day: i64) -> Result<Option<IssuingKeyRow>, StoreError> {
    fetch_optional!(tx, IssuingKeyRow, FIND_FOR, region, day)
}

/// A key by its name, removed or not.
pub async fn find(tx: &mut Tx, kid: &[u8]) -> Result<Option<IssuingKeyRow>, StoreError> {
    fetch_optional!(tx, IssuingKeyRow, FIND, kid)
}

/// A region's keys that were not removed, the earliest first.
pub async fn list_of(tx: &mut Tx, region: &str) -> Result<Vec<IssuingKeyRow>, StoreError> {
    fetch_all!(tx, IssuingKeyRow, LIST_OF, region)
}

/// Every key whose last day is not before `since`.
pub async fn list_published(tx: &mut Tx, since: i64) -> Result<Vec<IssuingKeyRow>, StoreError> {
    fetch_all!(tx, IssuingKeyRow, LIST_PUBLISHED, since)
}

/// Regions whose last key ends on `day` or before.
pub async fn list_regions_ending(tx: &mut Tx, day: i64) -> Result<Vec<String>, StoreError> {
    let rows = fetch_all!(tx, RegionRow, LIST_REGIONS_ENDING, day)?;
    Ok(rows.into_iter().map(|row| row.region).collect())
}

/// Lets a region's other keys end on `day` at the latest.
pub async fn shorten(tx: &mut Tx, region: &str, all_but: &[u8], day: i64) -> Result<u64, StoreError> {
    execute!(tx, SHORTEN, region, all_but, day)
}

/// Whether it was there and not removed before.
pub async fn remove(tx: &mut Tx, kid: &[u8]) -> Result<bool, StoreError> {
    let at = tx.now().micros();
    Ok(execute!(tx, REMOVE, kid, at)? == 1)
}
