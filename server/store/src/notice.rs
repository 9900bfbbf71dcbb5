//! Notices to complete. `content` is the domain's notice, sealed; a date in `completed_at` ends it.

use serde::Deserialize;
use sqlx::FromRow;
use uuid::Uuid;

use crate::{StoreError, Tx};

queries! {
    INSERT = "insert into notice (id, office, region, registration, account, content, due_on, sent_at) \
        values ($1, $2, $3, $4, $5, $6, $7, $8)";
    FIND = "select * from notice where id = $1";
    FIND_OF_REGISTRATION = "select * from notice where registration = $1 order by sent_at limit 1";
    LIST_OF = "select * from notice where account = $1 order by sent_at desc, id desc limit $2";
    LIST_AT_OFFICE = "select * from notice where office = $1 order by sent_at desc, id desc limit $2";
    UPDATE = "update notice set content = $3, completed_at = $4 where id = $1 and content = $2 and completed_at is null";
}

#[derive(Clone, Debug, FromRow, Deserialize)]
pub struct NoticeRow {
    pub id: Uuid,
    pub office: String,
    pub region: String,
    pub registration: Uuid,
    pub account: Option<Uuid>,
    pub content: Vec<u8>,
    pub due_on: i64,
    pub sent_at: i64,
    pub completed_at: Option<i64>,
}

pub async fn insert(tx: &mut Tx, row: &NoticeRow) -> Result<(), StoreError> {
    execute!(
        tx,
        INSERT,
        row.id,
        row.office.as_str(),
        row.region.as_str(),
        row.registration,
        row.account,
        row.content.as_slice(),
        row.due_on,
        row.sent_at,
    )?;
    Ok(())
}

pub async fn find(tx: &mut Tx, id: Uuid) -> Result<Option<NoticeRow>, StoreError> {
    fetch_optional!(tx, NoticeRow, FIND, id)
}

pub async fn find_of_registration(tx: &mut Tx, registration: Uuid) -> Result<Option<NoticeRow>, StoreError> {
    fetch_optional!(tx, NoticeRow, FIND_OF_REGISTRATION, registration)
}

/// A person's notices, the newest first.
pub async fn list_of(tx: &mut Tx, account: Uuid, limit: i64) -> Result<Vec<NoticeRow>, StoreError> {
    fetch_all!(tx, NoticeRow, LIST_OF, account, limit)
}

/// An office's notices, the newest first.
pub async fn list_at_office(tx: &mut Tx, office: &str, limit: i64) -> Result<Vec<NoticeRow>, StoreError> {
    fetch_all!(tx, NoticeRow, LIST_AT_OFFICE, office, limit)
}

/// Writes what changed since `before` was read; false when somebody else did in between or it is completed.
pub async fn update(
    tx: &mut Tx,
    before: &NoticeRow,
    content: &[u8],
    completed_at: Option<i64>,
) -> Result<bool, StoreError> {
    Ok(execute!(tx, UPDATE, before.id, before.content.as_slice(), content, completed_at)? == 1)
}
