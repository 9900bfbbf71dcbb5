//! A transaction on either engine, with the one `now` that all its decisions use.

use std::time::Duration;

use sqlx::{Postgres, Sqlite, Transaction};
use xinju_domain::time::Instant;

use crate::StoreError;
use crate::reading::Reading;

/// sqlx has no deadline of its own: a query whose server vanished would wait for ever.
const DEADLINE: Duration = Duration::from_secs(8);

/// An open transaction. Dropped without [`Tx::commit`] it is rolled back.
#[derive(Debug)]
pub struct Tx {
    engine: Engine,
    now: Instant,
}

#[derive(Debug)]
pub(crate) enum Engine {
    Sqlite(Transaction<'static, Sqlite>),
    SqliteReading(Reading),
    Postgres(Transaction<'static, Postgres>),
}

impl Tx {
    pub(crate) fn new(engine: Engine, now: Instant) -> Self {
        Self { engine, now }
    }

    pub(crate) fn at(self, now: Instant) -> Self {
        Self { now, ..self }
    }

    pub(crate) fn engine(&mut self) -> &mut Engine {
        &mut self.engine
    }

    /// The instant at which this transaction began, by the database's clock. Due dates and holds are reckoned from it,
    /// never from the clock of one of several servers.
    pub fn now(&self) -> Instant {
        self.now
    }

    /// Makes everything durable. An error here may still be a success: callers settle that by an idempotency key.
    pub async fn commit(self) -> Result<(), StoreError> {
        match self.engine {
            Engine::Sqlite(transaction) => in_time(transaction.commit()).await,
            Engine::SqliteReading(_) => Ok(()),
            Engine::Postgres(transaction) => in_time(transaction.commit()).await,
        }
    }
}

/// Waits for the database, but not for ever.
pub(crate) async fn in_time<T>(query: impl Future<Output = Result<T, sqlx::Error>>) -> Result<T, StoreError> {
    match tokio::time::timeout(DEADLINE, query).await {
        Ok(done) => done.map_err(StoreError::from).inspect_err(end_after_failed_sync),
        Err(_) => Err(StoreError::Deadline),
    }
}

/// After a failed fsync SQLite goes on acknowledging writes that may never reach the disk. Ending the process is the
/// only honest answer: the next start recovers from the log.
fn end_after_failed_sync(error: &StoreError) {
    if error.is_failed_sync() {
        tracing::error!(%error, "the disk failed under the database; this process ends now");
        std::process::abort();
    }
}
