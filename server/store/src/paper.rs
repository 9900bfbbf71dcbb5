//! Photos and scans. The sealed bytes lie in the object store; here is what they are and whose. Also papers on their way
//! in pieces.
//!
//! A paper belongs to a draft until that is sent, then to the application.

use serde::Deserialize;
use sqlx::FromRow;
use uuid::Uuid;

use crate::{StoreError, Tx};

queries! {
    INSERT = "insert into paper (id, office, account, draft, application, kind, media, size, sha256, storage_key, \
        created_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    FIND = "select * from paper where id = $1";
    LIST_OF_DRAFT = "select * from paper where draft = $1 order by created_at, id";
    LIST_OF_APPLICATION = "select * from paper where application = $1 order by created_at, id";
    LIST_OF = "select * from paper where account = $1 order by created_at, id";
    HAND_ON = "update paper set draft = null, application = $2, office = $3 where draft = $1";
    MOVE_OFFICE = "update paper set office = $2 where application = $1";
    DELETE = "delete from paper where id = $1";
    UNLINK = "update paper set account = null where account = $1";
    COUNT_SINCE = "select count(*) as number from paper where account = $1 and created_at >= $2";
    INSERT_UPLOAD = "insert into upload (id, account, holder, kind, size, created_at) values ($1, $2, $3, $4, $5, $6)";
    FIND_UPLOAD = "select * from upload where id = $1 and account = $2";
    ADVANCE_UPLOAD = "update upload set received = received + $4, pieces = pieces + 1 \
        where id = $1 and account = $2 and received = $3";
    DELETE_UPLOAD = "delete from upload where id = $1";
    LIST_STALE_UPLOADS = "select * from upload where created_at < $1 order by created_at limit $2";
    LIST_UPLOADS_OF = "select * from upload where account = $1 order by created_at";
}

#[derive(Clone, Debug, FromRow, Deserialize)]
pub struct PaperRow {
    pub id: Uuid,
    pub office: String,
    pub account: Option<Uuid>,
    pub draft: Option<Uuid>,
    pub application: Option<Uuid>,
    pub kind: String,
    pub media: String,
    /// Bytes before sealing.
    pub size: i64,
    /// Over the bytes before sealing.
    pub sha256: Vec<u8>,
    pub storage_key: String,
    pub created_at: i64,
}

/// A paper in pieces: `received` bytes in `pieces` pieces of `size` bytes in all.
#[derive(Clone, Debug, FromRow, Deserialize)]
pub struct UploadRow {
    pub id: Uuid,
    pub account: Uuid,
    /// The draft or application it will belong to.
    pub holder: Uuid,
    pub kind: String,
    pub size: i64,
    pub received: i64,
    pub pieces: i64,
    pub created_at: i64,
}

#[derive(Clone, Copy, Debug)]
pub struct NewUpload<'a> {
    pub id: Uuid,
    pub account: Uuid,
    pub holder: Uuid,
    pub kind: &'a str,
    pub size: i64,
    pub at: i64,
}

#[derive(FromRow, Deserialize)]
struct Count {
    number: i64,
}

pub async fn insert(tx: &mut Tx, row: &PaperRow) -> Result<(), StoreError> {
    execute!(
        tx,
        INSERT,
        row.id,
        row.office.as_str(),
        row.account,
        row.draft,
        row.application,
        row.kind.as_str(),
        row.media.as_str(),
        row.size,
        row.sha256.as_slice(),
        row.storage_key.as_str(),
        row.created_at,
    )?;
    Ok(())
}

pub async fn find(tx: &mut Tx, id: Uuid) -> Result<Option<PaperRow>, StoreError> {
    fetch_optional!(tx, PaperRow, FIND, id)
}

pub async fn list_of_draft(tx: &mut Tx, draft: Uuid) -> Result<Vec<PaperRow>, StoreError> {
    fetch_all!(tx, PaperRow, LIST_OF_DRAFT, draft)
}

pub async fn list_of_application(tx: &mut Tx, application: Uuid) -> Result<Vec<PaperRow>, StoreError> {
    fetch_all!(tx, PaperRow, LIST_OF_APPLICATION, application)
}

/// Everything an account ever handed in that still exists.
pub async fn list_of(tx: &mut Tx, account: Uuid) -> Result<Vec<PaperRow>, StoreError> {
    fetch_all!(tx, PaperRow, LIST_OF, account)
}

/// Makes the papers of a draft those of the application that it became.
pub async fn hand_on(tx: &mut Tx, draft: Uuid, application: Uuid, office: &str) -> Result<u64, StoreError> {
    execute!(tx, HAND_ON, draft, application, office)
}

/// Follows an application that was passed on to another office.
pub async fn move_office(tx: &mut Tx, application: Uuid, office: &str) -> Result<u64, StoreError> {
    execute!(tx, MOVE_OFFICE, application, office)
}

/// The bytes are removed from the object store only after the commit.
pub async fn delete(tx: &mut Tx, id: Uuid) -> Result<bool, StoreError> {
    Ok(execute!(tx, DELETE, id)? == 1)
}

/// Cuts the tie to an account that is deleted.
pub async fn unlink(tx: &mut Tx, account: Uuid) -> Result<u64, StoreError> {
    execute!(tx, UNLINK, account)
}

/// How many papers an account handed in since an instant.
pub async fn count_since(tx: &mut Tx, account: Uuid, since: i64) -> Result<i64, StoreError> {
    Ok(fetch_one!(tx, Count, COUNT_SINCE, account, since)?.number)
}

pub async fn insert_upload(tx: &mut Tx, new: &NewUpload<'_>) -> Result<(), StoreError> {
    execute!(tx, INSERT_UPLOAD, new.id, new.account, new.holder, new.kind, new.size, new.at)?;
    Ok(())
}

pub async fn find_upload(tx: &mut Tx, id: Uuid, account: Uuid) -> Result<Option<UploadRow>, StoreError> {
    fetch_optional!(tx, UploadRow, FIND_UPLOAD, id, account)
}

/// Counts a piece of `bytes` that begins at `offset`. Says whether it was the next one.
pub async fn advance_upload(tx: &mut Tx, id: Uuid, account: Uuid, offset: i64, bytes: i64) -> Result<bool, StoreError> {
    Ok(execute!(tx, ADVANCE_UPLOAD, id, account, offset, bytes)? == 1)
}

pub async fn delete_upload(tx: &mut Tx, id: Uuid) -> Result<(), StoreError> {
    execute!(tx, DELETE_UPLOAD, id)?;
    Ok(())
}

pub async fn list_stale_uploads(tx: &mut Tx, before: i64, limit: i64) -> Result<Vec<UploadRow>, StoreError> {
    fetch_all!(tx, UploadRow, LIST_STALE_UPLOADS, before, limit)
}

pub async fn list_uploads_of(tx: &mut Tx, account: Uuid) -> Result<Vec<UploadRow>, StoreError> {
    fetch_all!(tx, UploadRow, LIST_UPLOADS_OF, account)
}
