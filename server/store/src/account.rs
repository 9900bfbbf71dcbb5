//! Accounts, their contacts, their recovery cards, and the ID numbers that they claim.
//!
//! A deleted account keeps its row, empty: the history names its id. Names and addresses come and go sealed; a contact
//! is found by its keyed index, a recovery card by that of its first half.

use serde::Deserialize;
use sqlx::FromRow;
use uuid::Uuid;

use crate::{StoreError, Tx};

queries! {
    INSERT = "insert into account (id, handle, locale, state, opened_by, opened_office, created_at) \
        values ($1, $2, $3, $4, $5, $6, $7)";
    FIND = "select id, region, handle, name, locale, state, opened_by, opened_office, recovery_hash, \
        recovery_made_at, created_at from account where id = $1";
    FIND_BY_HANDLE = "select id, region, handle, name, locale, state, opened_by, opened_office, recovery_hash, \
        recovery_made_at, created_at from account where handle = $1";
    LIST_BY_CARD = "select id, region, handle, name, locale, state, opened_by, opened_office, recovery_hash, \
        recovery_made_at, created_at from account where recovery_index = $1 order by id limit 4";
    SET_NAME = "update account set name = $2 where id = $1";
    SET_LOCALE = "update account set locale = $2 where id = $1";
    SET_STATE = "update account set state = $2 where id = $1";
    SET_REGION = "update account set region = $2 where id = $1";
    SET_CARD = "update account set recovery_index = $2, recovery_hash = $3, recovery_made_at = $4 where id = $1";
    EMPTY = "update account set name = null, locale = null, state = $2, recovery_index = null, recovery_hash = null, \
        recovery_made_at = null, opened_by = null, opened_office = null, deleted_at = $3 where id = $1";
    INSERT_CONTACT = "insert into contact (id, account, kind, address, address_index, confirmed_at, created_at) \
        values ($1, $2, $3, $4, $5, $6, $6) on conflict do nothing";
    FIND_CONTACT = "select id, account, kind, address, news, confirmed_at, created_at from contact \
        where address_index = $1";
    LIST_CONTACTS = "select id, account, kind, address, news, confirmed_at, created_at from contact \
        where account = $1 order by created_at, id";
    SET_NEWS = "update contact set news = $3 where id = $1 and account = $2";
    DELETE_CONTACT = "delete from contact where id = $1 and account = $2";
    DELETE_CONTACTS = "delete from contact where account = $1";
    CLAIM_ID = "insert into id_claim (id_index, account, claimed_at) values ($1, $2, $3) on conflict do nothing";
    FIND_CLAIM = "select account, claimed_at from id_claim where id_index = $1";
    MOVE_CLAIM = "update id_claim set account = $2, claimed_at = $3 where id_index = $1";
    DELETE_CLAIMS = "delete from id_claim where account = $1";
    INSERT_RECOVERY = "insert into recovery (id, account, started_at, ready_at, ends_at) values ($1, $2, $3, $4, $5) \
        on conflict do nothing";
    FIND_RECOVERY = "select id, account, started_at, ready_at, ends_at from recovery \
        where account = $1 and stopped_at is null and used_at is null";
    STOP_RECOVERY = "update recovery set stopped_at = $2 where account = $1 and stopped_at is null and used_at is null";
    USE_RECOVERY = "update recovery set used_at = $2 where id = $1 and stopped_at is null and used_at is null";
    UNLINK_ENTRY = "update register_entry set account = null where account = $1";
    UNLINK_CERTIFICATE = "update certificate set account = null where account = $1";
    UNLINK_SCAN = "update scan set account = null where account = $1";
    UNLINK_REGISTRATION = "update registration set account = null where account = $1";
    UNLINK_NOTICE = "update notice set account = null where account = $1";
    LIST_PAPERS = "select storage_key from paper where account = $1 limit 10000";
    DELETE_PAPERS = "delete from paper where account = $1";
    LIST_REGISTRATIONS = "select office, kind, registered_at as at from registration where account = $1 \
        order by registered_at limit 1000";
    LIST_SCANS = "select office, verdict as kind, scanned_at as at from scan where account = $1 \
        order by scanned_at limit 1000";
    REMOVE_HOLDER_KEY = "update holder_key set removed_at = $2 where account = $1 and removed_at is null";
}

/// One account. Instants are microseconds.
#[derive(Clone, Debug, FromRow, Deserialize)]
pub struct AccountRow {
    pub id: Uuid,
    /// The home place's region code, once it is known.
    pub region: String,
    /// What passkeys carry as the user's handle: random, tells nothing.
    pub handle: Uuid,
    /// Sealed.
    pub name: Option<Vec<u8>>,
    pub locale: Option<String>,
    pub state: String,
    /// The officer who opened it at a counter.
    pub opened_by: Option<Uuid>,
    pub opened_office: Option<String>,
    pub recovery_hash: Option<Vec<u8>>,
    pub recovery_made_at: Option<i64>,
    pub created_at: i64,
}

#[derive(Clone, Copy, Debug)]
pub struct NewAccount<'a> {
    pub id: Uuid,
    pub handle: Uuid,
    pub locale: Option<&'a str>,
    pub state: &'a str,
    pub opened_by: Option<Uuid>,
    pub opened_office: Option<&'a str>,
    pub at: i64,
}

/// A way to reach the person.
#[derive(Clone, Debug, FromRow, Deserialize)]
pub struct ContactRow {
    pub id: Uuid,
    pub account: Uuid,
    pub kind: String,
    /// Sealed.
    pub address: Vec<u8>,
    /// 1 if news go there, 0 if only codes do.
    pub news: i64,
    pub confirmed_at: Option<i64>,
    pub created_at: i64,
}

#[derive(Clone, Copy, Debug)]
pub struct NewContact<'a> {
    pub id: Uuid,
    pub account: Uuid,
    pub kind: &'a str,
    pub address: &'a [u8],
    pub address_index: &'a [u8],
    pub confirmed_at: i64,
}

#[derive(Clone, Copy, Debug, FromRow, Deserialize)]
pub struct ClaimRow {
    pub account: Uuid,
    pub claimed_at: i64,
}

/// A recovery by card that is under way.
#[derive(Clone, Copy, Debug, FromRow, Deserialize)]
pub struct RecoveryRow {
    pub id: Uuid,
    pub account: Uuid,
    pub started_at: i64,
    pub ready_at: i64,
    pub ends_at: i64,
}

/// A registration or a scan, for the account's export.
#[derive(Clone, Debug, FromRow, Deserialize)]
pub struct EventFacts {
    pub office: String,
    pub kind: String,
    pub at: i64,
}

#[derive(Debug, FromRow, Deserialize)]
struct PaperRow {
    storage_key: String,
}

pub async fn insert(tx: &mut Tx, new: &NewAccount<'_>) -> Result<(), StoreError> {
    execute!(tx, INSERT, new.id, new.handle, new.locale, new.state, new.opened_by, new.opened_office, new.at)?;
    Ok(())
}

pub async fn find(tx: &mut Tx, id: Uuid) -> Result<Option<AccountRow>, StoreError> {
    fetch_optional!(tx, AccountRow, FIND, id)
}

pub async fn find_by_handle(tx: &mut Tx, handle: Uuid) -> Result<Option<AccountRow>, StoreError> {
    fetch_optional!(tx, AccountRow, FIND_BY_HANDLE, handle)
}

/// The accounts whose card begins like this one; nearly always one at most.
pub async fn list_by_card(tx: &mut Tx, index: &[u8]) -> Result<Vec<AccountRow>, StoreError> {
    fetch_all!(tx, AccountRow, LIST_BY_CARD, index)
}

pub async fn set_name(tx: &mut Tx, id: Uuid, name: Option<&[u8]>) -> Result<(), StoreError> {
    execute!(tx, SET_NAME, id, name)?;
    Ok(())
}

pub async fn set_locale(tx: &mut Tx, id: Uuid, locale: &str) -> Result<(), StoreError> {
    execute!(tx, SET_LOCALE, id, locale)?;
    Ok(())
}

pub async fn set_state(tx: &mut Tx, id: Uuid, state: &str) -> Result<(), StoreError> {
    execute!(tx, SET_STATE, id, state)?;
    Ok(())
}

pub async fn set_region(tx: &mut Tx, id: Uuid, region: &str) -> Result<(), StoreError> {
    execute!(tx, SET_REGION, id, region)?;
    Ok(())
}

/// Puts a new recovery card in the place of the old one.
pub async fn set_card(tx: &mut Tx, id: Uuid, index: &[u8], hash: &[u8], at: i64) -> Result<(), StoreError> {
    execute!(tx, SET_CARD, id, index, hash, at)?;
    Ok(())
}

/// Takes everything personal out of an account.
pub async fn empty(tx: &mut Tx, id: Uuid, state: &str, at: i64) -> Result<(), StoreError> {
    execute!(tx, EMPTY, id, state, at)?;
    Ok(())
}

/// Deletes the rows of an account's papers; gives where their bytes lie.
pub async fn delete_papers(tx: &mut Tx, account: Uuid) -> Result<Vec<String>, StoreError> {
    let rows = fetch_all!(tx, PaperRow, LIST_PAPERS, account)?;
    execute!(tx, DELETE_PAPERS, account)?;
    Ok(rows.into_iter().map(|row| row.storage_key).collect())
}

/// Cuts the ties of official records to an account and takes away its phone's key. The records themselves stay.
pub async fn unlink(tx: &mut Tx, id: Uuid, at: i64) -> Result<(), StoreError> {
    for query in [UNLINK_ENTRY, UNLINK_CERTIFICATE, UNLINK_SCAN, UNLINK_REGISTRATION, UNLINK_NOTICE] {
        execute!(tx, query, id)?;
    }
    execute!(tx, REMOVE_HOLDER_KEY, id, at)?;
    Ok(())
}

/// Whether it was stored: not if another account has this address.
pub async fn insert_contact(tx: &mut Tx, new: &NewContact<'_>) -> Result<bool, StoreError> {
    let rows =
        execute!(tx, INSERT_CONTACT, new.id, new.account, new.kind, new.address, new.address_index, new.confirmed_at,)?;
    Ok(rows == 1)
}

pub async fn find_contact(tx: &mut Tx, address_index: &[u8]) -> Result<Option<ContactRow>, StoreError> {
    fetch_optional!(tx, ContactRow, FIND_CONTACT, address_index)
}

pub async fn list_contacts(tx: &mut Tx, account: Uuid) -> Result<Vec<ContactRow>, StoreError> {
    fetch_all!(tx, ContactRow, LIST_CONTACTS, account)
}

pub async fn set_news(tx: &mut Tx, contact: Uuid, account: Uuid, news: bool) -> Result<bool, StoreError> {
    Ok(execute!(tx, SET_NEWS, contact, account, i64::from(news))? == 1)
}

pub async fn delete_contact(tx: &mut Tx, contact: Uuid, account: Uuid) -> Result<bool, StoreError> {
    Ok(execute!(tx, DELETE_CONTACT, contact, account)? == 1)
}

pub async fn delete_contacts(tx: &mut Tx, account: Uuid) -> Result<(), StoreError> {
    execute!(tx, DELETE_CONTACTS, account)?;
    Ok(())
}

/// Whether the account now holds the number: not if it is claimed already, by whomever.
pub async fn claim_id(tx: &mut Tx, id_index: &[u8], account: Uuid, at: i64) -> Result<bool, StoreError> {
    Ok(execute!(tx, CLAIM_ID, id_index, account, at)? == 1)
}

pub async fn find_claim(tx: &mut Tx, id_index: &[u8]) -> Result<Option<ClaimRow>, StoreError> {
    fetch_optional!(tx, ClaimRow, FIND_CLAIM, id_index)
}

/// Gives a number to another account, when the home office has decided so.
pub async fn move_claim(tx: &mut Tx, id_index: &[u8], account: Uuid, at: i64) -> Result<(), StoreError> {
    execute!(tx, MOVE_CLAIM, id_index, account, at)?;
    Ok(())
}

pub async fn delete_claims(tx: &mut Tx, account: Uuid) -> Result<(), StoreError> {
    execute!(tx, DELETE_CLAIMS, account)?;
    Ok(())
}

/// Whether it was stored: not if one is under way.
pub async fn insert_recovery(tx: &mut Tx, row: &RecoveryRow) -> Result<bool, StoreError> {
    let rows = execute!(tx, INSERT_RECOVERY, row.id, row.account, row.started_at, row.ready_at, row.ends_at)?;
    Ok(rows == 1)
}

/// The recovery that is under way, whether or not its time has run out.
pub async fn find_recovery(tx: &mut Tx, account: Uuid) -> Result<Option<RecoveryRow>, StoreError> {
    fetch_optional!(tx, RecoveryRow, FIND_RECOVERY, account)
}

/// Whether there was one to stop.
pub async fn stop_recovery(tx: &mut Tx, account: Uuid, at: i64) -> Result<bool, StoreError> {
    Ok(execute!(tx, STOP_RECOVERY, account, at)? == 1)
}

/// Whether it could still be used.
pub async fn use_recovery(tx: &mut Tx, id: Uuid, at: i64) -> Result<bool, StoreError> {
    Ok(execute!(tx, USE_RECOVERY, id, at)? == 1)
}

pub async fn list_registrations(tx: &mut Tx, account: Uuid) -> Result<Vec<EventFacts>, StoreError> {
    fetch_all!(tx, EventFacts, LIST_REGISTRATIONS, account)
}

pub async fn list_scans(tx: &mut Tx, account: Uuid) -> Result<Vec<EventFacts>, StoreError> {
    fetch_all!(tx, EventFacts, LIST_SCANS, account)
}
