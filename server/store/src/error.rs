//! What can break between us and the database. None of it is an answer for a person.

use thiserror::Error;

#[derive(Debug, Error)]
pub enum StoreError {
    /// The driver failed: connection, constraint, disk. Never shown to people: PostgreSQL puts values into its text.
    #[error("the database failed: {0}")]
    Database(#[from] sqlx::Error),
    /// As the driver's, from a reading transaction on SQLite.
    #[error("the database failed: {0}")]
    Reading(#[from] rusqlite::Error),
    /// A row without the columns or the values of what it is read as.
    #[error("a row does not fit: {0}")]
    Unfit(#[from] crate::column::Unfit),
    /// A change within a transaction that was begun for reading pages.
    #[error("this transaction only reads")]
    NotForThis,
    #[error("the database could not be migrated: {0}")]
    Migration(#[from] sqlx::migrate::MigrateError),
    /// No answer before the deadline; the connection is not used again.
    #[error("the database did not answer in time")]
    Deadline,
    /// A stored value that this version cannot read.
    #[error("{table}.{column} holds what this version cannot read")]
    Inconsistent { table: &'static str, column: &'static str },
    /// A row that must exist does not.
    #[error("no row in {0}")]
    Absent(&'static str),
    #[error("the database address is none that is understood; it begins with sqlite:// or postgres://")]
    Address,
}

impl StoreError {
    /// Whether the same transaction may succeed when it is run again from its beginning: serialisation failures,
    /// deadlocks, and what a PostgreSQL failover looks like from here.
    pub fn is_transient(&self) -> bool {
        let Self::Database(error) = self else {
            return false;
        };
        match error {
            sqlx::Error::Database(database) => database.code().is_some_and(|code| {
                matches!(code.as_ref(), "40001" | "40P01" | "25006" | "57P01" | "57P02" | "57P03" | "5" | "517")
            }),
            _ => false,
        }
    }

    /// Whether SQLite failed to bring its data to the disk. It would go on and acknowledge what may be lost, so the
    /// process has to end and recover (SQLITE_IOERR and its extended codes, 10 in the low byte).
    pub fn is_failed_sync(&self) -> bool {
        let Self::Database(sqlx::Error::Database(database)) = self else {
            return false;
        };
        database.try_downcast_ref::<sqlx::sqlite::SqliteError>().is_some()
            && database.code().and_then(|code| code.parse::<u32>().ok()).is_some_and(|code| code & 0xff == 10)
    }

    /// Whether the disk under SQLite is full (SQLITE_FULL), which people are told plainly.
    pub fn is_full_disk(&self) -> bool {
        let Self::Database(sqlx::Error::Database(database)) = self else {
            return false;
        };
        matches!(database.code().as_deref(), Some("13" | "53100"))
    }
}
