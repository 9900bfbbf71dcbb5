//! The register: one entry a person, at the home office, found by the keyed hash of the ID number.

use serde::Deserialize;
use sqlx::FromRow;
use uuid::Uuid;

use crate::{StoreError, Tx};

queries! {
    INSERT = "insert into register_entry (id, office, region, account, id_index, name_index, content, created_at, \
        updated_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $8) on conflict do nothing";
    FIND = "select * from register_entry where id = $1";
    FIND_BY_ID_INDEX = "select * from register_entry where id_index = $1";
    FIND_OF = "select * from register_entry where account = $1 order by updated_at desc limit 1";
    LIST_BY_NAME = "select * from register_entry where office = $1 and name_index = $2 order by created_at limit $3";
    UPDATE = "update register_entry set office = $2, region = $3, account = $4, name_index = $5, content = $6, \
        updated_at = $7 where id = $1";
}

/// One entry. `content` is sealed.
#[derive(Clone, Debug, FromRow, Deserialize)]
pub struct EntryRow {
    pub id: Uuid,
    pub office: String,
    pub region: String,
    pub account: Option<Uuid>,
    pub id_index: Vec<u8>,
    pub name_index: Vec<u8>,
    pub content: Vec<u8>,
    pub created_at: i64,
    pub updated_at: i64,
}

#[derive(Clone, Copy, Debug)]
pub struct NewEntry<'a> {
    pub id: Uuid,
    pub office: &'a str,
    pub region: &'a str,
    pub account: Option<Uuid>,
    pub id_index: &'a [u8],
    pub name_index: &'a [u8],
    pub content: &'a [u8],
}

/// Whether it was stored: not if the ID number has an entry.
pub async fn insert(tx: &mut Tx, new: &NewEntry<'_>) -> Result<bool, StoreError> {
    let at = tx.now().micros();
    let rows = execute!(
        tx,
        INSERT,
        new.id,
        new.office,
        new.region,
        new.account,
        new.id_index,
        new.name_index,
        new.content,
        at,
    )?;
    Ok(rows == 1)
}

pub async fn find(tx: &mut Tx, id: Uuid) -> Result<Option<EntryRow>, StoreError> {
    fetch_optional!(tx, EntryRow, FIND, id)
}

pub async fn find_by_id_index(tx: &mut Tx, id_index: &[u8]) -> Result<Option<EntryRow>, StoreError> {
    fetch_optional!(tx, EntryRow, FIND_BY_ID_INDEX, id_index)
}

/// The entry of the person who has an account.
pub async fn find_of(tx: &mut Tx, account: Uuid) -> Result<Option<EntryRow>, StoreError> {
    fetch_optional!(tx, EntryRow, FIND_OF, account)
}

/// Entries of an office whose names share an index; the caller opens and compares them.
pub async fn list_by_name(
    tx: &mut Tx,
    office: &str,
    name_index: &[u8],
    limit: i64,
) -> Result<Vec<EntryRow>, StoreError> {
    fetch_all!(tx, EntryRow, LIST_BY_NAME, office, name_index, limit)
}

/// Writes the row as it is now.
pub async fn update(tx: &mut Tx, row: &EntryRow) -> Result<bool, StoreError> {
    let at = tx.now().micros();
    let rows = execute!(
        tx,
        UPDATE,
        row.id,
        row.office.as_str(),
        row.region.as_str(),
        row.account,
        row.name_index.as_slice(),
        row.content.as_slice(),
        at,
    )?;
    Ok(rows == 1)
}
