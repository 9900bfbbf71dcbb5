//! Status lists and the places in them.
//!
//! A place belongs to one certificate, and to one phone or one print of it. What is set to *invalid* stays so; what is
//! *suspended* may be let go. Each change of a value counts up `changes` of its list, and a list whose token was signed
//! for fewer changes than it has must be signed again. The count, and not a clock, tells: a change that began before a
//! signing may be committed after it.

use serde::Deserialize;
use sqlx::FromRow;
use uuid::Uuid;

use crate::{StoreError, Tx};

queries! {
    INSERT_LIST = "insert into status_list (list, region, capacity, created_at) values ($1, $2, $3, $4) \
        on conflict do nothing";
    FIND_LIST = "select * from status_list where list = $1";
    FIND_NEWEST = "select * from status_list where region = $1 order by created_at desc, list desc limit 1";
    LIST_LISTS = "select list from status_list order by list";
    COUNT_LISTS = "select count(*) as number from status_list where region = $1";
    TOUCH = "update status_list set changes = changes + 1 where list = $1";
    SIGN = "update status_list set signed_changes = $2, signed_at = $3, token = $4 where list = $1 \
        and signed_changes <= $2 and signed_at < $3";
    TAKE = "insert into status_index (list, position, region, certificate, holder_key, purpose, value, expires_at, \
        created_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing";
    LIST_MARKED = "select position, value from status_index where list = $1 and value <> 0 order by position";
    SET_OF_CERTIFICATE = "update status_index set value = $2 where certificate = $1 and expires_at > $3 \
        and value <> 1 and value <> $2 returning list";
    LET_PRINTS_GO = "update status_index set value = 0 where certificate = $1 and expires_at > $2 \
        and value = 2 and holder_key is null returning list";
    SET_OF_HOLDER = "update status_index set value = $2 where holder_key = $1 and expires_at > $3 \
        and value <> 1 and value <> $2 returning list";
    LIST_OF_CERTIFICATE = "select list, position, certificate, holder_key, purpose, value, expires_at from status_index \
        where certificate = $1 and expires_at > $2 order by created_at, position";
    FIND_AT = "select list, position, certificate, holder_key, purpose, value, expires_at from status_index \
        where list = $1 and position = $2";
    FREE = "delete from status_index where expires_at < $1 and value = 0";
    FREE_MARKED = "delete from status_index where expires_at < $1 and value <> 0 returning list";
}

/// A list as it was signed last.
#[derive(Clone, Debug, FromRow, Deserialize)]
pub struct StatusListRow {
    /// Its name, the last part of its address.
    pub list: String,
    pub region: String,
    pub capacity: i64,
    pub created_at: i64,
    /// How often a value in it changed.
    pub changes: i64,
    /// For how many changes the token was signed; −1 if there is none.
    pub signed_changes: i64,
    /// The token's `iat` in microseconds.
    pub signed_at: i64,
    pub token: Option<Vec<u8>>,
}

/// A place in a list.
#[derive(Clone, Debug, FromRow, Deserialize)]
pub struct StatusIndexRow {
    pub list: String,
    pub position: i64,
    pub certificate: Uuid,
    pub holder_key: Option<Uuid>,
    pub purpose: String,
    /// 0 valid, 1 invalid, 2 suspended.
    pub value: i64,
    pub expires_at: i64,
}

#[derive(Clone, Copy, Debug)]
pub struct NewStatusIndex<'a> {
    pub list: &'a str,
    pub position: i64,
    pub region: &'a str,
    pub certificate: Uuid,
    pub holder_key: Option<Uuid>,
    pub purpose: &'a str,
    pub value: i64,
    pub expires_at: i64,
}

/// A value that is not *valid*.
#[derive(Clone, Copy, Debug, FromRow, Deserialize)]
pub struct Marked {
    pub position: i64,
    pub value: i64,
}

#[derive(FromRow, Deserialize)]
struct NameRow {
    list: String,
}

#[derive(FromRow, Deserialize)]
struct CountRow {
    number: i64,
}

pub async fn insert_list(tx: &mut Tx, list: &str, region: &str, capacity: i64) -> Result<bool, StoreError> {
    let at = tx.now().micros();
    Ok(execute!(tx, INSERT_LIST, list, region, capacity, at)? == 1)
}

pub async fn find_list(tx: &mut Tx, list: &str) -> Result<Option<StatusListRow>, StoreError> {
    fetch_optional!(tx, StatusListRow, FIND_LIST, list)
}

/// The list of a region in which new places are taken.
pub async fn find_newest(tx: &mut Tx, region: &str) -> Result<Option<StatusListRow>, StoreError> {
    fetch_optional!(tx, StatusListRow, FIND_NEWEST, region)
}

/// The names of all lists.
pub async fn list_lists(tx: &mut Tx) -> Result<Vec<String>, StoreError> {
    let rows = fetch_all!(tx, NameRow, LIST_LISTS)?;
    Ok(rows.into_iter().map(|row| row.list).collect())
}

pub async fn count_lists(tx: &mut Tx, region: &str) -> Result<i64, StoreError> {
    Ok(fetch_one!(tx, CountRow, COUNT_LISTS, region)?.number)
}

/// Counts a change: the token of the list is no longer what it says.
pub async fn touch(tx: &mut Tx, list: &str) -> Result<(), StoreError> {
    execute!(tx, TOUCH, list)?;
    Ok(())
}

/// Keeps a newly signed token; false when a newer one is there.
pub async fn sign(tx: &mut Tx, list: &str, changes: i64, at: i64, token: &[u8]) -> Result<bool, StoreError> {
    Ok(execute!(tx, SIGN, list, changes, at, token)? == 1)
}

/// Whether the place was free.
pub async fn take(tx: &mut Tx, new: &NewStatusIndex<'_>) -> Result<bool, StoreError> {
    let at = tx.now().micros();
    let rows = execute!(
        tx,
        TAKE,
        new.list,
        new.position,
        new.region,
        new.certificate,
        new.holder_key,
        new.purpose,
        new.value,
        new.expires_at,
        at,
    )?;
    Ok(rows == 1)
}

pub async fn list_marked(tx: &mut Tx, list: &str) -> Result<Vec<Marked>, StoreError> {
    fetch_all!(tx, Marked, LIST_MARKED, list)
}

/// Sets every place of a certificate that has not run out and is not invalid; gives the lists, one for each place.
pub async fn set_of_certificate(tx: &mut Tx, certificate: Uuid, value: i64) -> Result<Vec<String>, StoreError> {
    let now = tx.now().micros();
    let rows = fetch_all!(tx, NameRow, SET_OF_CERTIFICATE, certificate, value, now)?;
    Ok(rows.into_iter().map(|row| row.list).collect())
}

/// Lets the suspended places of a certificate's prints go; gives their lists.
pub async fn let_prints_go(tx: &mut Tx, certificate: Uuid) -> Result<Vec<String>, StoreError> {
    let now = tx.now().micros();
    let rows = fetch_all!(tx, NameRow, LET_PRINTS_GO, certificate, now)?;
    Ok(rows.into_iter().map(|row| row.list).collect())
}

/// As [`set_of_certificate`], for the places of one phone.
pub async fn set_of_holder(tx: &mut Tx, holder_key: Uuid, value: i64) -> Result<Vec<String>, StoreError> {
    let now = tx.now().micros();
    let rows = fetch_all!(tx, NameRow, SET_OF_HOLDER, holder_key, value, now)?;
    Ok(rows.into_iter().map(|row| row.list).collect())
}

/// The places of a certificate that have not run out.
pub async fn list_of_certificate(tx: &mut Tx, certificate: Uuid) -> Result<Vec<StatusIndexRow>, StoreError> {
    let now = tx.now().micros();
    fetch_all!(tx, StatusIndexRow, LIST_OF_CERTIFICATE, certificate, now)
}

pub async fn find_at(tx: &mut Tx, list: &str, position: i64) -> Result<Option<StatusIndexRow>, StoreError> {
    fetch_optional!(tx, StatusIndexRow, FIND_AT, list, position)
}

/// Frees the places that ran out before `before`; gives the lists in which a value went back to *valid*.
pub async fn free(tx: &mut Tx, before: i64) -> Result<Vec<String>, StoreError> {
    execute!(tx, FREE, before)?;
    let rows = fetch_all!(tx, NameRow, FREE_MARKED, before)?;
    Ok(rows.into_iter().map(|row| row.list).collect())
}
