//! Prints of certificates: each has a place of its own in a status list.

use serde::Deserialize;
use sqlx::FromRow;
use uuid::Uuid;
use xinju_domain::time::Instant;

use crate::{StoreError, Tx};

queries! {
    COUNT_SINCE = "select count(*) as number from status_index where certificate = $1 and holder_key is null \
        and created_at >= $2";
}

#[derive(FromRow, Deserialize)]
struct CountRow {
    number: i64,
}

/// How many prints of a certificate were made since then.
pub async fn count_since(tx: &mut Tx, certificate: Uuid, since: Instant) -> Result<i64, StoreError> {
    Ok(fetch_one!(tx, CountRow, COUNT_SINCE, certificate, since.micros())?.number)
}
