//! Offices, each with the days on which it exists.

use serde::Deserialize;
use sqlx::FromRow;

use crate::{StoreError, Tx};

queries! {
    INSERT = "insert into office (code, region, name, kind, address, phone, valid_from, on_portal, created_at) \
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing";
    FIND = "select code, region, name, kind, address, phone, valid_from, valid_until, on_portal from office \
        where code = $1";
    LIST_IN = "select code, region, name, kind, address, phone, valid_from, valid_until, on_portal from office \
        where substr(region, 1, $2) = $1 order by region, code limit 2000";
    LIST_ABOVE = "select code, region, name, kind, address, phone, valid_from, valid_until, on_portal from office \
        where region in ($1, $2, $3, $4, $5) order by region desc, code";
    UPDATE = "update office set name = $2, address = $3, phone = $4 where code = $1";
    CLOSE = "update office set valid_until = $2 where code = $1 and valid_until is null";
    COUNT = "select count(*) as number from office";
}

/// One office. Days are yyyymmdd; on both ends it exists.
#[derive(Clone, Debug, FromRow, Deserialize)]
pub struct OfficeRow {
    pub code: String,
    /// The region that it covers, with all below.
    pub region: String,
    pub name: String,
    pub kind: String,
    pub address: String,
    pub phone: String,
    pub valid_from: i64,
    pub valid_until: Option<i64>,
    /// 1 if it works with this portal; 0 if only its address is known here.
    pub on_portal: i64,
}

#[derive(Clone, Copy, Debug)]
pub struct NewOffice<'a> {
    pub code: &'a str,
    pub region: &'a str,
    pub name: &'a str,
    pub kind: &'a str,
    pub address: &'a str,
    pub phone: &'a str,
    pub valid_from: i64,
    pub is_on_portal: bool,
    pub at: i64,
}

#[derive(Debug, FromRow, Deserialize)]
struct CountRow {
    number: i64,
}

/// Whether it was stored: not if the code is taken.
pub async fn insert(tx: &mut Tx, new: &NewOffice<'_>) -> Result<bool, StoreError> {
    let rows = execute!(
        tx,
        INSERT,
        new.code,
        new.region,
        new.name,
        new.kind,
        new.address,
        new.phone,
        new.valid_from,
        i64::from(new.is_on_portal),
        new.at,
    )?;
    Ok(rows == 1)
}

pub async fn find(tx: &mut Tx, code: &str) -> Result<Option<OfficeRow>, StoreError> {
    fetch_optional!(tx, OfficeRow, FIND, code)
}

/// The offices of a region and all below, closed ones too.
pub async fn list_in(tx: &mut Tx, region: &str) -> Result<Vec<OfficeRow>, StoreError> {
    let digits = i32::try_from(region.len()).unwrap_or(i32::MAX);
    fetch_all!(tx, OfficeRow, LIST_IN, region, digits)
}

/// The offices that cover a place: those of the place itself and of every region above it. The narrowest come first.
pub async fn list_above(tx: &mut Tx, place: &str) -> Result<Vec<OfficeRow>, StoreError> {
    let up_to = |digits: usize| place.get(..digits.min(place.len())).unwrap_or(place);
    fetch_all!(tx, OfficeRow, LIST_ABOVE, up_to(2), up_to(4), up_to(6), up_to(9), up_to(12))
}

pub async fn update(tx: &mut Tx, code: &str, name: &str, address: &str, phone: &str) -> Result<bool, StoreError> {
    Ok(execute!(tx, UPDATE, code, name, address, phone)? == 1)
}

/// Whether it was still open-ended.
pub async fn close(tx: &mut Tx, code: &str, last_day: i64) -> Result<bool, StoreError> {
    Ok(execute!(tx, CLOSE, code, last_day)? == 1)
}

pub async fn count(tx: &mut Tx) -> Result<i64, StoreError> {
    Ok(fetch_one!(tx, CountRow, COUNT)?.number)
}
