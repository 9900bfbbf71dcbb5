//! Opening either engine, its settings, and how transactions begin, retry and end.

use std::{
    str::FromStr,
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
    time::{Duration, SystemTime, UNIX_EPOCH},
};

use sqlx::{
    PgPool, Sqlite, SqlitePool, Transaction,
    postgres::{PgConnectOptions, PgPoolOptions},
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};
use xinju_domain::time::Instant;

use crate::{
    StoreError,
    reading::Readers,
    transaction::{Engine, Tx, in_time},
};

static SQLITE_MIGRATIONS: sqlx::migrate::Migrator = sqlx::migrate!("./migrations/sqlite");
static POSTGRES_MIGRATIONS: sqlx::migrate::Migrator = sqlx::migrate!("./migrations/postgres");

/// Where `now` comes from.
#[derive(Clone, Debug, Default)]
pub enum Clock {
    /// The database's own clock, so that several servers agree.
    #[default]
    Database,
    /// Moves only when told: microseconds since the epoch.
    Told(Arc<AtomicI64>),
}

/// How to open a database.
#[derive(Clone, Debug)]
pub struct Settings {
    /// `sqlite://path/to/file.db` or `postgres://…`.
    pub url: String,
    pub connections: u32,
    pub clock: Clock,
}

/// The database. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Db {
    pool: Pool,
    clock: Clock,
}

#[derive(Clone, Debug)]
enum Pool {
    /// One writer, several readers: SQLite has a single writer anyway, and a queue of ours is fairer than its own.
    /// `copier` reads everything, away from the threads that serve pages.
    Sqlite {
        writer: SqlitePool,
        readers: Arc<Readers>,
        copier: SqlitePool,
    },
    Postgres(PgPool),
}

impl Db {
    /// Opens the database; makes the SQLite file if it is not there. Does not migrate.
    pub async fn open(settings: &Settings) -> Result<Self, StoreError> {
        let pool = if settings.url.starts_with("sqlite:") {
            open_sqlite(settings).await?
        } else if settings.url.starts_with("postgres:") || settings.url.starts_with("postgresql:") {
            open_postgres(settings).await?
        } else {
            return Err(StoreError::Address);
        };
        Ok(Self { pool, clock: settings.clock.clone() })
    }

    /// Brings the schema up to this version. Safe to repeat.
    pub async fn migrate(&self) -> Result<(), StoreError> {
        match &self.pool {
            Pool::Sqlite { writer, .. } => SQLITE_MIGRATIONS.run(writer).await?,
            Pool::Postgres(pool) => POSTGRES_MIGRATIONS.run(pool).await?,
        }
        Ok(())
    }

    pub fn is_sqlite(&self) -> bool {
        matches!(self.pool, Pool::Sqlite { .. })
    }

    /// A transaction that may write. On SQLite it takes the write lock at once: a read that later wants to write fails
    /// there without waiting.
    pub async fn begin(&self) -> Result<Tx, StoreError> {
        let engine = match &self.pool {
            Pool::Sqlite { writer, .. } => Engine::Sqlite(in_time(begin_to_write(writer)).await?),
            Pool::Postgres(pool) => Engine::Postgres(in_time(pool.begin()).await?),
        };
        self.with_now(engine).await
    }

    /// A transaction that only reads, with one view of the data from its first query on.
    pub async fn read(&self) -> Result<Tx, StoreError> {
        let engine = match &self.pool {
            Pool::Sqlite { readers, .. } => Engine::SqliteReading(readers.begin().await?),
            Pool::Postgres(pool) => Engine::Postgres(in_time(pool.begin()).await?),
        };
        self.with_now(engine).await
    }

    /// As [`Db::read`], for long reading by the driver.
    pub(crate) async fn read_at_length(&self) -> Result<Tx, StoreError> {
        let engine = match &self.pool {
            Pool::Sqlite { copier, .. } => Engine::Sqlite(in_time(copier.begin()).await?),
            Pool::Postgres(pool) => Engine::Postgres(in_time(pool.begin()).await?),
        };
        self.with_now(engine).await
    }

    /// Runs `work` in a transaction and commits it; runs it again from the beginning, up to four times, when the
    /// database asks for that. `work` takes the transaction and gives it back with its result, and must have no effect
    /// outside it.
    pub async fn change<T, E, F, W>(&self, work: F) -> Result<T, E>
    where
        F: Fn(Tx) -> W,
        W: Future<Output = Result<(Tx, T), E>>,
        E: From<StoreError> + Transient,
    {
        let mut pause = Duration::from_millis(20);
        for _ in 0..3 {
            match self.attempt(&work).await {
                Err(error) if error.is_transient() => tokio::time::sleep(pause).await,
                done => return done,
            }
            pause *= 3;
        }
        self.attempt(&work).await
    }

    async fn attempt<T, E, F, W>(&self, work: &F) -> Result<T, E>
    where
        F: Fn(Tx) -> W,
        W: Future<Output = Result<(Tx, T), E>>,
        E: From<StoreError>,
    {
        let (tx, value) = work(self.begin().await?).await?;
        tx.commit().await?;
        Ok(value)
    }

    async fn with_now(&self, engine: Engine) -> Result<Tx, StoreError> {
        let mut tx = Tx::new(engine, Instant::from_micros(0));
        let now = match &self.clock {
            Clock::Told(told) => told.load(Ordering::SeqCst),
            Clock::Database => match tx.engine() {
                Engine::Sqlite(_) | Engine::SqliteReading(_) => machine_now(),
                Engine::Postgres(c) => in_time(sqlx::query_scalar(NOW_POSTGRES).fetch_one(&mut **c)).await?,
            },
        };
        Ok(tx.at(Instant::from_micros(now)))
    }

    /// Whether a write would succeed now: what the readiness probe asks.
    pub async fn is_writable(&self) -> bool {
        match &self.pool {
            Pool::Sqlite { .. } => self.read().await.is_ok(),
            Pool::Postgres(pool) => {
                let standby: Result<bool, _> =
                    in_time(sqlx::query_scalar("select pg_is_in_recovery()").fetch_one(pool)).await;
                matches!(standby, Ok(false))
            }
        }
    }

    /// Writes a consistent copy of the SQLite file to `path`, which must not exist. PostgreSQL has its own tools.
    pub async fn copy_sqlite_to(&self, path: &str) -> Result<bool, StoreError> {
        match &self.pool {
            Pool::Sqlite { copier, .. } => {
                sqlx::query("vacuum into $1").bind(path).execute(copier).await?;
                Ok(true)
            }
            Pool::Postgres(_) => Ok(false),
        }
    }

    /// Closes all connections, waiting at most ten seconds for those at work.
    pub async fn close(&self) {
        let closing = async {
            match &self.pool {
                Pool::Sqlite { writer, readers, copier } => {
                    readers.close();
                    copier.close().await;
                    writer.close().await;
                }
                Pool::Postgres(pool) => pool.close().await,
            }
        };
        let _ = tokio::time::timeout(Duration::from_secs(10), closing).await;
    }
}

/// When the disk is full SQLite rolls a transaction back by itself, and the driver goes on to believe in it. Such a
/// connection could never write again, so another takes its place.
async fn begin_to_write(writer: &SqlitePool) -> Result<Transaction<'static, Sqlite>, sqlx::Error> {
    match writer.begin_with("BEGIN IMMEDIATE").await {
        Err(sqlx::Error::InvalidSavePointStatement) => {
            writer.acquire().await?.close().await?;
            writer.begin_with("BEGIN IMMEDIATE").await
        }
        begun => begun,
    }
}

/// SQLite has no clock but this machine's. Each question to it goes through another thread, and a page has some twenty:
/// this one is saved.
#[expect(clippy::disallowed_methods, reason = "the clock of a database that lives in this process")]
fn machine_now() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_micros()).unwrap_or(i64::MAX)
}

const NOW_POSTGRES: &str = "select (extract(epoch from clock_timestamp()) * 1000000)::bigint";

/// Errors that say whether running the whole transaction again may help.
pub trait Transient {
    fn is_transient(&self) -> bool;
}

impl Transient for StoreError {
    fn is_transient(&self) -> bool {
        Self::is_transient(self)
    }
}

async fn open_sqlite(settings: &Settings) -> Result<Pool, StoreError> {
    let options = SqliteConnectOptions::from_str(&settings.url)?
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        // NORMAL would acknowledge what a power cut takes back.
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .busy_timeout(Duration::from_secs(5))
        .pragma("secure_delete", "on")
        .pragma("trusted_schema", "off");
    let writer = SqlitePoolOptions::new()
        .max_connections(1)
        .acquire_timeout(Duration::from_secs(8))
        .connect_with(options.clone())
        .await?;
    let readers = Arc::new(Readers::new(options.get_filename().to_owned(), settings.connections));
    let copier =
        SqlitePoolOptions::new().max_connections(1).acquire_timeout(Duration::from_secs(5)).connect_lazy_with(options);
    Ok(Pool::Sqlite { writer, readers, copier })
}

async fn open_postgres(settings: &Settings) -> Result<Pool, StoreError> {
    let options = PgConnectOptions::from_str(&settings.url)?.options([
        ("statement_timeout", "5000"),
        ("lock_timeout", "2000"),
        ("idle_in_transaction_session_timeout", "10000"),
    ]);
    let pool = PgPoolOptions::new()
        .max_connections(settings.connections)
        .acquire_timeout(Duration::from_secs(2))
        .max_lifetime(Duration::from_secs(300))
        .idle_timeout(Duration::from_secs(120))
        // The question below proves that the connection lives, at the same price.
        .test_before_acquire(false)
        // After a failover a pool would go on handing out connections to the old, now read-only server.
        .before_acquire(|connection, _| {
            Box::pin(async move {
                let read_only: String = sqlx::query_scalar("show transaction_read_only").fetch_one(connection).await?;
                Ok(read_only == "off")
            })
        })
        .connect_with(options)
        .await?;
    Ok(Pool::Postgres(pool))
}
