//! Reading SQLite on the caller's own thread.
//!
//! The driver keeps a thread for each SQLite connection, and every question goes there and back: some microseconds of
//! work, and many times that for waking two threads. A page asks ten to twenty, which made up most of its time. So
//! transactions that only read have connections of their own, without such a thread. Writing stays with the driver, for
//! it may wait for the lock and for the disk, and a thread of the server must not.
//!
//! Rows are read by the names of their columns, as the driver does it.

use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags, Row, Statement, ToSql};
use serde::de::DeserializeOwned;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::StoreError;
use crate::column::Columns;

/// For a free connection.
const PATIENCE: Duration = Duration::from_secs(5);
/// More than there are queries.
const KEPT_STATEMENTS: usize = 512;

/// The connections for reading one file.
#[derive(Debug)]
pub(crate) struct Readers {
    file: PathBuf,
    idle: Mutex<Vec<Connection>>,
    places: Arc<Semaphore>,
}

/// A reading transaction: one view of the data from its first query on. It ends when it is dropped.
#[derive(Debug)]
pub(crate) struct Reading {
    /// Taken out at the end alone.
    connection: Option<Connection>,
    readers: Arc<Readers>,
    _place: OwnedSemaphorePermit,
}

impl Readers {
    /// For a file that is there. At most so many read at once; connections are opened when they are needed.
    pub(crate) fn new(file: PathBuf, connections: u32) -> Self {
        let places = usize::try_from(connections).unwrap_or(1).max(1);
        Self { file, idle: Mutex::default(), places: Arc::new(Semaphore::new(places)) }
    }

    pub(crate) async fn begin(self: &Arc<Self>) -> Result<Reading, StoreError> {
        let waiting = tokio::time::timeout(PATIENCE, Arc::clone(&self.places).acquire_owned());
        let Ok(Ok(place)) = waiting.await else { return Err(StoreError::Deadline) };
        let idle = self.idle.lock().ok().and_then(|mut idle| idle.pop());
        let connection = match idle {
            Some(connection) => connection,
            None => self.open()?,
        };
        connection.prepare_cached("begin")?.execute([])?;
        Ok(Reading { connection: Some(connection), readers: Arc::clone(self), _place: place })
    }

    /// Closes what nobody uses now.
    pub(crate) fn close(&self) {
        if let Ok(mut idle) = self.idle.lock() {
            idle.clear();
        }
    }

    fn open(&self) -> Result<Connection, StoreError> {
        // Not for reading alone: whoever comes first after a crash has to mend the log.
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(&self.file, flags)?;
        connection.busy_timeout(PATIENCE)?;
        connection.set_prepared_statement_cache_capacity(KEPT_STATEMENTS);
        // Else SQLite looks at the values before it plans, and a query with a limit is compiled anew each time.
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
        connection.execute_batch("pragma query_only = on; pragma trusted_schema = off;")?;
        Ok(connection)
    }
}

impl Drop for Reading {
    fn drop(&mut self) {
        let Some(connection) = self.connection.take() else { return };
        let has_ended = connection.prepare_cached("rollback").and_then(|mut end| end.execute([])).is_ok();
        if has_ended && let Ok(mut idle) = self.readers.idle.lock() {
            idle.push(connection);
        }
    }
}

impl Reading {
    /// Reads rows until `take` says that it has enough.
    fn each(
        &self,
        sql: &str,
        values: &[&dyn ToSql],
        mut take: impl FnMut(&Row<'_>) -> Result<bool, StoreError>,
    ) -> Result<(), StoreError> {
        let connection = self.connection.as_ref().ok_or(StoreError::Deadline)?;
        let mut statement = connection.prepare_cached(sql)?;
        bind(&mut statement, values)?;
        let mut rows = statement.raw_query();
        while let Some(row) = rows.next()? {
            if !take(row)? {
                break;
            }
        }
        Ok(())
    }

    pub(crate) fn all<R: DeserializeOwned>(&self, sql: &str, values: &[&dyn ToSql]) -> Result<Vec<R>, StoreError> {
        let mut found = Vec::new();
        self.each(sql, values, |row| {
            found.push(R::deserialize(Columns(row))?);
            Ok(true)
        })?;
        Ok(found)
    }

    pub(crate) fn optional<R: DeserializeOwned>(
        &self,
        sql: &str,
        values: &[&dyn ToSql],
    ) -> Result<Option<R>, StoreError> {
        let mut found = None;
        self.each(sql, values, |row| {
            found = Some(R::deserialize(Columns(row))?);
            Ok(false)
        })?;
        Ok(found)
    }
}

/// `$3` means the third value wherever it stands: for SQLite it is a name, numbered by where it comes first.
fn bind(statement: &mut Statement<'_>, values: &[&dyn ToSql]) -> Result<(), StoreError> {
    for place in 1..=statement.parameter_count() {
        let number = statement.parameter_name(place).and_then(|name| name.strip_prefix('$')?.parse::<usize>().ok());
        let value = number.and_then(|number| values.get(number.checked_sub(1)?));
        statement.raw_bind_parameter(place, value)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;
    use uuid::Uuid;

    use super::*;

    #[derive(Debug, PartialEq, Eq, Deserialize)]
    struct Kept {
        id: Uuid,
        words: Option<String>,
        bytes: Vec<u8>,
        number: i64,
    }

    async fn reading(folder: &tempfile::TempDir) -> Reading {
        let file = folder.path().join("a.db");
        let writer = Connection::open(&file).expect("a file");
        let schema = "pragma journal_mode = wal; create table kept (id blob, words text, bytes blob, number integer);";
        writer.execute_batch(schema).expect("a table");
        let id = Uuid::from_u128(7);
        writer.execute("insert into kept values (?1, null, x'00ff', 3)", [&id]).expect("a row");
        writer.execute("insert into kept values (?1, 'b', x'', 4)", [&id]).expect("a row");
        Arc::new(Readers::new(file, 1)).begin().await.expect("a transaction")
    }

    #[tokio::test]
    async fn rows_come_as_they_were_written() {
        let folder = tempfile::tempdir().expect("a folder");
        let reading = reading(&folder).await;
        let id = Uuid::from_u128(7);
        let rows: Vec<Kept> = reading.all("select * from kept where id = $1 order by number", &[&id]).expect("rows");
        let first = Kept { id, words: None, bytes: vec![0, 255], number: 3 };
        assert_eq!(rows, [first, Kept { id, words: Some("b".to_owned()), bytes: vec![], number: 4 }]);
    }

    #[tokio::test]
    async fn a_number_in_the_text_means_the_value_at_that_place() {
        let folder = tempfile::tempdir().expect("a folder");
        let reading = reading(&folder).await;
        let sql = "select * from kept where words = $2 and number > $1 and number < $1 + 2";
        let row: Option<Kept> = reading.optional(sql, &[&3, &"b"]).expect("a row");
        assert_eq!(row.map(|row| row.number), Some(4));
    }

    #[tokio::test]
    async fn nothing_is_written_and_a_row_that_does_not_fit_is_told() {
        #[derive(Debug, Deserialize)]
        struct Other {
            #[expect(dead_code, reason = "a column that is not there")]
            missing: i64,
        }
        let folder = tempfile::tempdir().expect("a folder");
        let reading = reading(&folder).await;
        assert!(reading.all::<Kept>("delete from kept returning *", &[]).is_err());
        assert!(matches!(reading.all::<Other>("select * from kept", &[]), Err(StoreError::Unfit(_))));
    }

    #[tokio::test]
    async fn a_place_is_free_again_when_a_transaction_is_dropped() {
        let folder = tempfile::tempdir().expect("a folder");
        let reading = reading(&folder).await;
        let readers = Arc::clone(&reading.readers);
        assert_eq!(readers.places.available_permits(), 0);
        drop(reading);
        assert_eq!(readers.places.available_permits(), 1);
        readers.begin().await.expect("the same connection again");
    }
}
