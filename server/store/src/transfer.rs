//! All rows of all tables, out of one engine and into another. Values keep their form: a number, a text, bytes. UUIDs are
//! bytes here; PostgreSQL alone has a type for them.

use futures::TryStreamExt;
use sqlx::{
    AssertSqlSafe, Column, Decode, Postgres, Row, Sqlite, Type, TypeInfo, ValueRef,
    postgres::{PgArguments, PgRow},
    query::Query,
    sqlite::{SqliteArguments, SqliteRow},
};
use uuid::Uuid;

use crate::{Db, StoreError, Tx, transaction::Engine};

/// Every table, those that others point to first. A test holds it against the schema.
pub const TABLES: &[&str] = &[
    "office",
    "staff",
    "staff_invitation",
    "fixture",
    "account",
    "recovery",
    "contact",
    "id_claim",
    "dispute",
    "session",
    "passkey",
    "ceremony",
    "sign_in_code",
    "attempt_count",
    "consent",
    "refused_form",
    "one_time_link",
    "history",
    "history_head",
    "job",
    "draft",
    "application",
    "more_request",
    "paper",
    "upload",
    "register_entry",
    "certificate",
    "serial",
    "issuing_key",
    "status_list",
    "status_index",
    "holder_key",
    "binding_nonce",
    "suspension",
    "scan",
    "registration",
    "notice",
    "report",
    "paper_try",
];

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    Null,
    Number(i64),
    Text(String),
    Bytes(Vec<u8>),
}

/// One row with the names of its columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    pub table: String,
    pub values: Vec<(String, Value)>,
}

/// Hands out every row. On PostgreSQL it is one view of the data only while nobody writes.
pub async fn export<E: From<StoreError>>(db: &Db, mut take: impl FnMut(Record) -> Result<(), E>) -> Result<(), E> {
    let mut tx = db.read_at_length().await?;
    allow_long(&mut tx).await?;
    for table in TABLES {
        // Names of the constant above, nothing from outside.
        let sql = format!("select * from {table}");
        match tx.engine() {
            Engine::SqliteReading(_) => return Err(StoreError::NotForThis.into()),
            Engine::Sqlite(connection) => {
                let mut rows = sqlx::query(AssertSqlSafe(sql)).fetch(&mut **connection);
                while let Some(row) = rows.try_next().await.map_err(StoreError::from)? {
                    take(Record { table: (*table).to_owned(), values: of_sqlite(&row)? })?;
                }
            }
            Engine::Postgres(connection) => {
                let mut rows = sqlx::query(AssertSqlSafe(sql)).fetch(&mut **connection);
                while let Some(row) = rows.try_next().await.map_err(StoreError::from)? {
                    take(Record { table: (*table).to_owned(), values: of_postgres(&row)? })?;
                }
            }
        }
    }
    Ok(())
}

/// The limits of PostgreSQL are made for pages; SQLite has none.
async fn allow_long(tx: &mut Tx) -> Result<(), StoreError> {
    if let Engine::Postgres(connection) = tx.engine() {
        for limit in ["set local statement_timeout = 0", "set local idle_in_transaction_session_timeout = 0"] {
            sqlx::query(limit).execute(&mut **connection).await?;
        }
    }
    Ok(())
}

fn of_sqlite(row: &SqliteRow) -> Result<Vec<(String, Value)>, StoreError> {
    let mut values = Vec::with_capacity(row.len());
    for (place, column) in row.columns().iter().enumerate() {
        let raw = row.try_get_raw(place)?;
        let value = match raw.type_info().name() {
            _ if raw.is_null() => Value::Null,
            "INTEGER" => Value::Number(row.try_get(place)?),
            "TEXT" => Value::Text(row.try_get(place)?),
            _ => Value::Bytes(row.try_get(place)?),
        };
        values.push((column.name().to_owned(), value));
    }
    Ok(values)
}

fn of_postgres(row: &PgRow) -> Result<Vec<(String, Value)>, StoreError> {
    fn get<'r, T: Decode<'r, Postgres> + Type<Postgres>>(row: &'r PgRow, place: usize) -> Result<T, StoreError> {
        Ok(row.try_get(place)?)
    }
    let mut values = Vec::with_capacity(row.len());
    for (place, column) in row.columns().iter().enumerate() {
        let value = match column.type_info().name() {
            _ if row.try_get_raw(place)?.is_null() => Value::Null,
            "INT8" => Value::Number(get(row, place)?),
            "TEXT" => Value::Text(get(row, place)?),
            "UUID" => Value::Bytes(get::<Uuid>(row, place)?.into_bytes().to_vec()),
            _ => Value::Bytes(get(row, place)?),
        };
        values.push((column.name().to_owned(), value));
    }
    Ok(values)
}

/// Writes one row. `kinds` are the column types of its table ([`kinds_of`]).
pub async fn insert(tx: &mut Tx, record: &Record, kinds: &Kinds) -> Result<(), StoreError> {
    let table = TABLES.iter().find(|table| **table == record.table);
    let Some(table) = table.filter(|_| record.values.iter().all(|(name, _)| kinds.knows(name))) else {
        return Err(StoreError::Absent("a table or column of this version"));
    };
    let names: Vec<&str> = record.values.iter().map(|(name, _)| name.as_str()).collect();
    let places: Vec<String> = (1..=names.len()).map(|place| format!("${place}")).collect();
    // Table and columns were compared with the schema above.
    let sql = format!("insert into {table} ({}) values ({})", names.join(", "), places.join(", "));
    match tx.engine() {
        Engine::SqliteReading(_) => return Err(StoreError::NotForThis),
        Engine::Sqlite(connection) => {
            let query = record.values.iter().fold(sqlx::query(AssertSqlSafe(sql)), bind_sqlite);
            query.execute(&mut **connection).await?;
        }
        Engine::Postgres(connection) => {
            let mut query = sqlx::query(AssertSqlSafe(sql));
            for (name, value) in &record.values {
                query = bind_postgres(query, value, kinds.of(name))?;
            }
            query.execute(&mut **connection).await?;
        }
    }
    Ok(())
}

fn bind_sqlite<'q>(
    query: Query<'q, Sqlite, SqliteArguments>,
    (_, value): &'q (String, Value),
) -> Query<'q, Sqlite, SqliteArguments> {
    match value {
        Value::Null => query.bind(None::<i64>),
        Value::Number(number) => query.bind(*number),
        Value::Text(text) => query.bind(text.as_str()),
        Value::Bytes(bytes) => query.bind(bytes.as_slice()),
    }
}

fn bind_postgres<'q>(
    query: Query<'q, Postgres, PgArguments>,
    value: &'q Value,
    kind: &str,
) -> Result<Query<'q, Postgres, PgArguments>, StoreError> {
    Ok(match (value, kind) {
        (Value::Null, "bigint") => query.bind(None::<i64>),
        (Value::Null, "uuid") => query.bind(None::<Uuid>),
        (Value::Null, "text") => query.bind(None::<String>),
        (Value::Null, _) => query.bind(None::<Vec<u8>>),
        (Value::Number(number), _) => query.bind(*number),
        (Value::Text(text), _) => query.bind(text.as_str()),
        (Value::Bytes(bytes), "uuid") => {
            let id = Uuid::from_slice(bytes).map_err(|_| StoreError::Absent("an id of 16 bytes"))?;
            query.bind(id)
        }
        (Value::Bytes(bytes), _) => query.bind(bytes.as_slice()),
    })
}

/// The columns of a table with their types, as the engine names them.
#[derive(Clone, Debug)]
pub struct Kinds(Vec<(String, String)>);

impl Kinds {
    fn knows(&self, column: &str) -> bool {
        self.0.iter().any(|(name, _)| name == column)
    }

    fn of(&self, column: &str) -> &str {
        self.0.iter().find(|(name, _)| name == column).map_or("", |(_, kind)| kind)
    }
}

/// Looks up the columns of a table.
pub async fn kinds_of(tx: &mut Tx, table: &str) -> Result<Kinds, StoreError> {
    let kinds = match tx.engine() {
        Engine::SqliteReading(_) => return Err(StoreError::NotForThis),
        Engine::Sqlite(connection) => {
            sqlx::query_as("select name, type from pragma_table_info($1)")
                .bind(table)
                .fetch_all(&mut **connection)
                .await?
        }
        Engine::Postgres(connection) => {
            let sql = "select column_name::text, data_type::text from information_schema.columns \
                       where table_schema = current_schema() and table_name = $1";
            sqlx::query_as(sql).bind(table).fetch_all(&mut **connection).await?
        }
    };
    Ok(Kinds(kinds))
}

/// Prepares a transaction that writes all rows.
pub async fn prepare_import(tx: &mut Tx) -> Result<(), StoreError> {
    allow_long(tx).await
}
