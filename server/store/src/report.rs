//! What the home office is told, once for each registration and kind.

use serde::Deserialize;
use sqlx::FromRow;
use uuid::Uuid;

use crate::{StoreError, Tx};

queries! {
    INSERT = "insert into report (id, office, region, from_office, kind, registration, sent_at, due_on) \
        values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing";
    FIND = "select * from report where id = $1";
    LIST_AT_OFFICE = "select * from report where office = $1 \
        order by case when read_at is null then 0 else 1 end, sent_at desc, id desc limit $2";
    COUNT_UNREAD = "select count(*) as number from report where office = $1 and read_at is null";
    READ = "update report set read_at = $2, read_by = $3 where id = $1 and read_at is null";
}

#[derive(Clone, Debug, FromRow, Deserialize)]
pub struct ReportRow {
    pub id: Uuid,
    pub office: String,
    pub region: String,
    pub from_office: String,
    pub kind: String,
    pub registration: Option<Uuid>,
    pub sent_at: i64,
    pub due_on: i64,
    pub read_at: Option<i64>,
    pub read_by: Option<Uuid>,
}

#[derive(FromRow, Deserialize)]
struct CountRow {
    number: i64,
}

/// Whether it was stored: not if this registration was reported before.
pub async fn insert(tx: &mut Tx, row: &ReportRow) -> Result<bool, StoreError> {
    let rows = execute!(
        tx,
        INSERT,
        row.id,
        row.office.as_str(),
        row.region.as_str(),
        row.from_office.as_str(),
        row.kind.as_str(),
        row.registration,
        row.sent_at,
        row.due_on,
    )?;
    Ok(rows == 1)
}

pub async fn find(tx: &mut Tx, id: Uuid) -> Result<Option<ReportRow>, StoreError> {
    fetch_optional!(tx, ReportRow, FIND, id)
}

/// What waits to be read first, then the newest.
pub async fn list_at_office(tx: &mut Tx, office: &str, limit: i64) -> Result<Vec<ReportRow>, StoreError> {
    fetch_all!(tx, ReportRow, LIST_AT_OFFICE, office, limit)
}

pub async fn count_unread(tx: &mut Tx, office: &str) -> Result<i64, StoreError> {
    Ok(fetch_one!(tx, CountRow, COUNT_UNREAD, office)?.number)
}

/// Notes who read it, once.
pub async fn read(tx: &mut Tx, id: Uuid, by: Uuid) -> Result<bool, StoreError> {
    let at = tx.now().micros();
    Ok(execute!(tx, READ, id, at, by)? == 1)
}
