//! The append-only history and the chains that seal it.
//!
//! A row is written unsealed, in the transaction of the change that it tells. Later it gets its sequence in the chain of
//! its office; the head row of the office is the guard that lets only one server do so at a time. Nothing here changes
//! a row's content; the one thing that may be taken away again is the readable detail.

use serde::Deserialize;
use sqlx::FromRow;
use uuid::Uuid;
use xinju_domain::time::Instant;

use crate::{StoreError, Tx};

queries! {
    INSERT = "insert into history (id, office, region, at, actor, actor_office, actor_role, subject, record_kind, record, \
              action, detail, detail_digest, salt, digest) \
              values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)";
    LIST_UNSEALED_OFFICES = "select distinct office from history where sequence is null order by office limit $1";
    LIST_UNSEALED = "select id, digest from history where office = $1 and sequence is null order by id limit $2";
    COUNT_LATE = "select count(*) as rows_left, min(at) as oldest from history where sequence is null and at < $1";
    INSERT_HEAD = "insert into history_head (office, sequence, chain, sealed_at) values ($1, 0, $2, $3) \
                   on conflict (office) do nothing";
    FIND_HEAD = "select office, sequence, chain, sealed_at from history_head where office = $1";
    LIST_HEADS = "select office, sequence, chain, sealed_at from history_head order by office";
    CLAIM_HEAD = "update history_head set sequence = $1, chain = $2, sealed_at = $3 where office = $4 and sequence = $5";
    SEAL = "update history set sequence = $1, previous = $2, chain = $3 where id = $4 and sequence is null";
    LIST_CHAIN = "select id, office, region, at, actor, actor_office, actor_role, subject, record_kind, record, action, \
                  detail, detail_digest, salt, digest, sequence, previous, chain from history \
                  where office = $1 and sequence > $2 order by sequence limit $3";
    LIST_CHAINED_OFFICES = "select distinct office from history where sequence is not null order by office";
    LIST_FOR_SUBJECT = "select id, office, region, at, actor, actor_office, actor_role, subject, record_kind, record, \
                        action, detail, detail_digest, salt, digest, sequence, previous, chain from history \
                        where subject = $1 order by at desc, id desc limit $2";
    LIST_FOR_RECORD = "select id, office, region, at, actor, actor_office, actor_role, subject, record_kind, record, \
                       action, detail, detail_digest, salt, digest, sequence, previous, chain from history \
                       where record_kind = $1 and record = $2 order by at, id limit $3";
    ERASE_DETAILS_OF = "update history set detail = null where subject = $1 and detail is not null";
    ERASE_DETAILS_BEFORE = "update history set detail = null where action = $1 and at < $2 and detail is not null";
}

/// What is written; the salted digests are made by the caller.
#[derive(Clone, Copy, Debug)]
pub struct NewEntry<'a> {
    pub id: Uuid,
    pub office: &'a str,
    pub region: &'a str,
    pub at: Instant,
    pub actor: Option<Uuid>,
    pub actor_office: Option<&'a str>,
    pub actor_role: Option<&'a str>,
    pub subject: Option<Uuid>,
    pub record_kind: &'a str,
    pub record: &'a str,
    pub action: &'a str,
    /// Sealed.
    pub detail: Option<&'a [u8]>,
    pub detail_digest: Option<&'a [u8]>,
    pub salt: &'a [u8],
    pub digest: &'a [u8],
}

#[derive(Clone, Debug, FromRow, Deserialize)]
pub struct EntryRow {
    pub id: Uuid,
    pub office: String,
    pub region: String,
    pub at: i64,
    pub actor: Option<Uuid>,
    pub actor_office: Option<String>,
    pub actor_role: Option<String>,
    pub subject: Option<Uuid>,
    pub record_kind: String,
    pub record: String,
    pub action: String,
    pub detail: Option<Vec<u8>>,
    pub detail_digest: Option<Vec<u8>>,
    pub salt: Vec<u8>,
    pub digest: Vec<u8>,
    pub sequence: Option<i64>,
    pub previous: Option<Vec<u8>>,
    pub chain: Option<Vec<u8>>,
}

#[derive(Clone, Debug, FromRow, Deserialize)]
pub struct UnsealedRow {
    pub id: Uuid,
    pub digest: Vec<u8>,
}

#[derive(Clone, Debug, FromRow, Deserialize)]
pub struct HeadRow {
    pub office: String,
    pub sequence: i64,
    pub chain: Vec<u8>,
    pub sealed_at: i64,
}

/// Rows that should have been sealed long ago, and the instant of the oldest.
#[derive(Clone, Copy, Debug, FromRow, Deserialize)]
pub struct Late {
    pub rows_left: i64,
    pub oldest: Option<i64>,
}

#[derive(FromRow, Deserialize)]
struct OfficeRow {
    office: String,
}

pub async fn insert(tx: &mut Tx, new: &NewEntry<'_>) -> Result<(), StoreError> {
    execute!(
        tx,
        INSERT,
        new.id,
        new.office,
        new.region,
        new.at.micros(),
        new.actor,
        new.actor_office,
        new.actor_role,
        new.subject,
        new.record_kind,
        new.record,
        new.action,
        new.detail,
        new.detail_digest,
        new.salt,
        new.digest,
    )?;
    Ok(())
}

/// Offices with rows that wait for their place in the chain.
pub async fn list_unsealed_offices(tx: &mut Tx, limit: i64) -> Result<Vec<String>, StoreError> {
    let rows = fetch_all!(tx, OfficeRow, LIST_UNSEALED_OFFICES, limit)?;
    Ok(rows.into_iter().map(|row| row.office).collect())
}

/// The waiting rows of an office in the order of their ids.
pub async fn list_unsealed(tx: &mut Tx, office: &str, limit: i64) -> Result<Vec<UnsealedRow>, StoreError> {
    fetch_all!(tx, UnsealedRow, LIST_UNSEALED, office, limit)
}

/// Rows written before `instant` that are still unsealed.
pub async fn count_late(tx: &mut Tx, instant: Instant) -> Result<Late, StoreError> {
    fetch_one!(tx, Late, COUNT_LATE, instant.micros())
}

/// The head of an office's chain, made with `start` and sequence 0 if there is none.
pub async fn open_head(tx: &mut Tx, office: &str, start: &[u8]) -> Result<Option<HeadRow>, StoreError> {
    let now = tx.now().micros();
    execute!(tx, INSERT_HEAD, office, start, now)?;
    fetch_optional!(tx, HeadRow, FIND_HEAD, office)
}

pub async fn list_heads(tx: &mut Tx) -> Result<Vec<HeadRow>, StoreError> {
    fetch_all!(tx, HeadRow, LIST_HEADS)
}

/// Moves the head on from `from`; false when another server did so first.
pub async fn claim_head(tx: &mut Tx, from: &HeadRow, sequence: i64, chain: &[u8]) -> Result<bool, StoreError> {
    let now = tx.now().micros();
    let office = from.office.as_str();
    Ok(execute!(tx, CLAIM_HEAD, sequence, chain, now, office, from.sequence)? == 1)
}

/// Gives a row its place; false when it has one.
pub async fn seal(tx: &mut Tx, id: Uuid, sequence: i64, previous: &[u8], chain: &[u8]) -> Result<bool, StoreError> {
    Ok(execute!(tx, SEAL, sequence, previous, chain, id)? == 1)
}

/// A stretch of an office's chain after `sequence`.
pub async fn list_chain(tx: &mut Tx, office: &str, sequence: i64, limit: i64) -> Result<Vec<EntryRow>, StoreError> {
    fetch_all!(tx, EntryRow, LIST_CHAIN, office, sequence, limit)
}

/// Offices that have sealed rows, told by the rows themselves and not by the heads.
pub async fn list_chained_offices(tx: &mut Tx) -> Result<Vec<String>, StoreError> {
    let rows = fetch_all!(tx, OfficeRow, LIST_CHAINED_OFFICES)?;
    Ok(rows.into_iter().map(|row| row.office).collect())
}

/// What happened to a person's data, the latest first.
pub async fn list_for_subject(tx: &mut Tx, account: Uuid, limit: i64) -> Result<Vec<EntryRow>, StoreError> {
    fetch_all!(tx, EntryRow, LIST_FOR_SUBJECT, account, limit)
}

/// What happened to a record, the earliest first.
pub async fn list_for_record(
    tx: &mut Tx,
    record_kind: &str,
    record: &str,
    limit: i64,
) -> Result<Vec<EntryRow>, StoreError> {
    fetch_all!(tx, EntryRow, LIST_FOR_RECORD, record_kind, record, limit)
}

/// Takes away the readable details about a person. The chain still verifies.
pub async fn erase_details_of(tx: &mut Tx, account: Uuid) -> Result<u64, StoreError> {
    execute!(tx, ERASE_DETAILS_OF, account)
}

/// Takes away the readable details of one kind of entry older than `instant`.
pub async fn erase_details_before(tx: &mut Tx, action: &str, instant: Instant) -> Result<u64, StoreError> {
    execute!(tx, ERASE_DETAILS_BEFORE, action, instant.micros())
}
