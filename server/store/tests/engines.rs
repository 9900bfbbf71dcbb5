//! The two engines stay equal: every query can be prepared on both, and their migrations make the same tables.

use std::collections::BTreeSet;

use sqlx::{Connection, Executor, PgConnection, Row, SqliteConnection};
use xinju_store::{Clock, all_queries};
use xinju_testkit::{Database, Engine, engines};

async fn migrated(engine: Engine) -> Database {
    let database = Database::create(engine).await;
    let db = database.open(Clock::Database).await;
    db.migrate().await.expect("the schema");
    db.close().await;
    database
}

#[tokio::test]
async fn every_query_is_understood_by_both_engines() {
    for engine in engines() {
        let database = migrated(engine).await;
        let mut faults = Vec::new();
        for (name, sql) in all_queries() {
            let prepared = match engine {
                Engine::Sqlite => {
                    let mut connection = SqliteConnection::connect(&database.url).await.expect("a connection");
                    connection.prepare(sqlx::SqlStr::from_static(sql)).await.map(drop)
                }
                Engine::Postgres => {
                    let mut connection = PgConnection::connect(&database.url).await.expect("a connection");
                    connection.prepare(sqlx::SqlStr::from_static(sql)).await.map(drop)
                }
            };
            if let Err(error) = prepared {
                faults.push(format!("{name}: {error}"));
            }
        }
        database.remove().await;
        assert!(faults.is_empty(), "{engine:?}\n{}", faults.join("\n"));
    }
}

#[test]
fn queries_have_names_of_their_own_and_are_portable() {
    let mut names = BTreeSet::new();
    for (name, sql) in all_queries() {
        assert!(names.insert(name), "{name} twice");
        assert!(!sql.contains('?'), "{name}: placeholders are $1");
        for word in ["returning *", "insert or ", " rowid", "::", "now()", " ilike ", "json_", "for update"] {
            assert!(!sql.to_lowercase().contains(word), "{name}: {word} is not portable");
        }
    }
}

#[test]
fn both_engines_have_migrations_of_the_same_names() {
    let names = |engine: &str| -> BTreeSet<String> {
        let folder = format!("{}/migrations/{engine}", env!("CARGO_MANIFEST_DIR"));
        let entries = std::fs::read_dir(folder).expect("a folder");
        entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect()
    };
    assert_eq!(names("sqlite"), names("postgres"));
}

#[tokio::test]
async fn both_engines_have_the_same_tables_columns_and_indexes() {
    if !engines().contains(&Engine::Postgres) {
        return;
    }
    let (sqlite, postgres) = (migrated(Engine::Sqlite).await, migrated(Engine::Postgres).await);
    assert_eq!(of_sqlite(&sqlite.url).await, of_postgres(&postgres.url).await);
    postgres.remove().await;
}

/// table.column kind nullability, and index table(columns).
type Schema = BTreeSet<String>;

async fn of_sqlite(url: &str) -> Schema {
    let mut connection = SqliteConnection::connect(url).await.expect("a connection");
    let columns = "select m.name as t, c.name as c, c.type as k, c.\"notnull\" as n from sqlite_master m, \
                   pragma_table_info(m.name) c where m.type = 'table' and m.name not like 'sqlite%' \
                   and m.name not like '%sqlx%'";
    let rows = connection.fetch_all(columns).await.expect("columns");
    let mut schema: Schema =
        rows.iter().map(|row| column(row.get("t"), row.get("c"), row.get("k"), row.get::<i64, _>("n") == 1)).collect();
    let indexes = "select name as i, tbl_name as t from sqlite_master where type = 'index' and sql is not null";
    for row in connection.fetch_all(indexes).await.expect("indexes") {
        schema.insert(format!("{} on {}", row.get::<String, _>("i"), row.get::<String, _>("t")));
    }
    schema
}

async fn of_postgres(url: &str) -> Schema {
    let mut connection = PgConnection::connect(url).await.expect("a connection");
    let columns = "select table_name::text as t, column_name::text as c, data_type::text as k, is_nullable::text as n \
                   from information_schema.columns where table_schema = 'public' and table_name not like '%sqlx%'";
    let rows = connection.fetch_all(columns).await.expect("columns");
    let mut schema: Schema = rows
        .iter()
        .map(|row| column(row.get("t"), row.get("c"), row.get("k"), row.get::<String, _>("n") == "NO"))
        .collect();
    let indexes = "select indexname::text as i, tablename::text as t from pg_indexes where schemaname = 'public' \
                   and indexname not like '%_pkey' and indexname not like '%_key' and tablename not like '%sqlx%'";
    for row in connection.fetch_all(indexes).await.expect("indexes") {
        schema.insert(format!("{} on {}", row.get::<String, _>("i"), row.get::<String, _>("t")));
    }
    schema
}

fn column(table: &str, name: &str, kind: &str, is_needed: bool) -> String {
    let kind = match kind.to_lowercase().as_str() {
        "bigint" | "integer" => "number",
        "uuid" | "blob" | "bytea" => "bytes",
        "text" => "text",
        _ => "of a kind that is not portable",
    };
    format!("{table}.{name} {kind}{}", if is_needed { " needed" } else { "" })
}

#[tokio::test]
async fn every_table_moves_with_a_portal() {
    let database = migrated(Engine::Sqlite).await;
    let schema = of_sqlite(&database.url).await;
    let tables: BTreeSet<&str> =
        schema.iter().filter_map(|line| line.split_once('.')).map(|(table, _)| table).collect();
    let moved: BTreeSet<&str> = xinju_store::transfer::TABLES.iter().copied().collect();
    assert_eq!(tables, moved);
}
