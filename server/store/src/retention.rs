//! Removing what is kept no longer and belongs to no single feature's file.

use serde::Deserialize;
use sqlx::FromRow;
use uuid::Uuid;
use xinju_domain::time::Instant;

use crate::{StoreError, Tx};

queries! {
    LIST_REFUSED_PAPERS = "select paper.id, paper.storage_key from paper join application on application.id = \
        paper.application where application.state in ('refused', 'withdrawn') and application.decided_at < $1 \
        order by paper.id limit $2";
    DELETE_NONCES = "delete from binding_nonce where expires_at <= $1";
    EMPTY_JOBS = "update job set payload = $2 where done_at is not null and done_at < $1 and payload <> $2";
    DELETE_JOBS = "delete from job where done_at is not null and done_at < $1";
}

/// A paper and where its bytes lie.
#[derive(Clone, Debug, FromRow, Deserialize)]
pub struct PaperPlace {
    pub id: Uuid,
    pub storage_key: String,
}

/// Papers of applications that were refused or withdrawn before `instant`.
pub async fn list_refused_papers(tx: &mut Tx, before: Instant, limit: i64) -> Result<Vec<PaperPlace>, StoreError> {
    fetch_all!(tx, PaperPlace, LIST_REFUSED_PAPERS, before.micros(), limit)
}

pub async fn delete_nonces(tx: &mut Tx, now: Instant) -> Result<u64, StoreError> {
    execute!(tx, DELETE_NONCES, now.micros())
}

/// Forgets what done jobs were about (bodies of letters, addresses); their unique keys stay.
pub async fn empty_jobs(tx: &mut Tx, before: Instant) -> Result<u64, StoreError> {
    let nothing: &[u8] = &[];
    execute!(tx, EMPTY_JOBS, before.micros(), nothing)
}

/// Forgets done jobs with their unique keys.
pub async fn delete_jobs(tx: &mut Tx, before: Instant) -> Result<u64, StoreError> {
    execute!(tx, DELETE_JOBS, before.micros())
}
