//! Work that waits to be done after the transaction that wanted it.
//!
//! A row is due at `run_at`. A server claims it by a lease: when the server dies, the lease runs out and another takes
//! the work up again. Done rows stay a while, so that a unique key keeps the same work from being asked for twice;
//! given-up rows stay until somebody has looked at them.

use serde::Deserialize;
use sqlx::FromRow;
use uuid::Uuid;
use xinju_domain::time::{Instant, Span};

use crate::{StoreError, Tx};

queries! {
    INSERT = "insert into job (id, office, kind, unique_key, payload, run_at, created_at) \
              values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing";
    /// The outer condition is asked again of the row as it is after a wait, so no job is claimed twice.
    CLAIM = "update job set leased_until = $1, tries = tries + 1 where id in \
             (select id from job where done_at is null and given_up_at is null and run_at <= $2 \
              and (leased_until is null or leased_until <= $2) order by run_at limit $3) \
             and done_at is null and (leased_until is null or leased_until <= $2) \
             returning id, kind, payload, tries, cast($2 as bigint) as claimed_at";
    FINISH = "update job set done_at = $1, leased_until = null, last_error = null where id = $2";
    RETRY = "update job set run_at = $1, leased_until = null, last_error = $2 where id = $3";
    GIVE_UP = "update job set given_up_at = $1, leased_until = null, last_error = $2 where id = $3";
    COUNT_WAITING = "select kind, count(*) as jobs, min(run_at) as oldest from job \
                     where done_at is null and given_up_at is null and run_at <= $1 group by kind order by kind";
    LIST_GIVEN_UP = "select id, kind, tries, last_error, given_up_at from job where given_up_at is not null \
                     order by given_up_at desc limit $1";
    NEXT_DUE = "select min(run_at) as at from job where done_at is null and given_up_at is null";
}

#[derive(Clone, Copy, Debug)]
pub struct NewJob<'a> {
    pub id: Uuid,
    pub office: &'a str,
    pub kind: &'a str,
    pub unique_key: Option<&'a str>,
    /// Sealed.
    pub payload: &'a [u8],
    pub run_at: Instant,
}

#[derive(Clone, Debug, FromRow, Deserialize)]
pub struct ClaimedRow {
    pub id: Uuid,
    pub kind: String,
    pub payload: Vec<u8>,
    /// This try included.
    pub tries: i64,
    pub claimed_at: i64,
}

#[derive(Clone, Debug, FromRow, Deserialize)]
pub struct WaitingRow {
    pub kind: String,
    pub jobs: i64,
    pub oldest: Option<i64>,
}

#[derive(Clone, Debug, FromRow, Deserialize)]
pub struct GivenUpRow {
    pub id: Uuid,
    pub kind: String,
    pub tries: i64,
    pub last_error: Option<String>,
    pub given_up_at: Option<i64>,
}

#[derive(FromRow, Deserialize)]
struct DueRow {
    at: Option<i64>,
}

/// Asks for work; false when work with this unique key was asked for before.
pub async fn insert(tx: &mut Tx, new: &NewJob<'_>) -> Result<bool, StoreError> {
    let now = tx.now().micros();
    let changed =
        execute!(tx, INSERT, new.id, new.office, new.kind, new.unique_key, new.payload, new.run_at.micros(), now,)?;
    Ok(changed == 1)
}

/// Takes up to `limit` due jobs for `lease`.
pub async fn claim(tx: &mut Tx, lease: Span, limit: i64) -> Result<Vec<ClaimedRow>, StoreError> {
    let now = tx.now();
    let until = now.plus(lease).micros();
    fetch_all!(tx, ClaimedRow, CLAIM, until, now.micros(), limit)
}

pub async fn finish(tx: &mut Tx, id: Uuid) -> Result<(), StoreError> {
    let now = tx.now().micros();
    execute!(tx, FINISH, now, id)?;
    Ok(())
}

/// Puts a failed job off. `error` holds no personal data.
pub async fn retry(tx: &mut Tx, id: Uuid, run_at: Instant, error: &str) -> Result<(), StoreError> {
    execute!(tx, RETRY, run_at.micros(), error, id)?;
    Ok(())
}

/// Stops trying. The row stays visible.
pub async fn give_up(tx: &mut Tx, id: Uuid, error: &str) -> Result<(), StoreError> {
    let now = tx.now().micros();
    execute!(tx, GIVE_UP, now, error, id)?;
    Ok(())
}

/// How much is due and not done, by kind.
pub async fn count_waiting(tx: &mut Tx) -> Result<Vec<WaitingRow>, StoreError> {
    let now = tx.now().micros();
    fetch_all!(tx, WaitingRow, COUNT_WAITING, now)
}

pub async fn list_given_up(tx: &mut Tx, limit: i64) -> Result<Vec<GivenUpRow>, StoreError> {
    fetch_all!(tx, GivenUpRow, LIST_GIVEN_UP, limit)
}

/// When the next job is due, if any waits.
pub async fn next_due(tx: &mut Tx) -> Result<Option<Instant>, StoreError> {
    let row = fetch_one!(tx, DueRow, NEXT_DUE)?;
    Ok(row.at.map(Instant::from_micros))
}
