//! A database for one test, gone afterwards.

use std::path::PathBuf;

use sqlx::{Connection, PgConnection};
use tempfile::TempDir;
use xinju_store::{Clock, Db, Settings};

/// Names a PostgreSQL server on which databases may be made: `postgres://user@localhost:5433`.
const SERVER: &str = "XINJU_TEST_POSTGRES";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Sqlite,
    Postgres,
}

/// The engines that this run can test.
pub fn engines() -> Vec<Engine> {
    let mut engines = vec![Engine::Sqlite];
    if server().is_some() {
        engines.push(Engine::Postgres);
    }
    engines
}

fn server() -> Option<String> {
    std::env::var(SERVER).ok().filter(|server| !server.is_empty())
}

/// An empty database and a folder.
#[derive(Debug)]
pub struct Database {
    pub url: String,
    folder: TempDir,
    name: Option<String>,
}

impl Database {
    pub async fn create(engine: Engine) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        match engine {
            Engine::Sqlite => {
                let url = format!("sqlite://{}", folder.path().join("xinju.db").display());
                Self { url, folder, name: None }
            }
            Engine::Postgres => {
                let name = format!("xinju_{}", uuid::Uuid::from_bytes(xinju_identity::random::bytes()).simple());
                administer(&format!("create database {name}")).await;
                Self { url: address(&server().expect("a server"), &name), folder, name: Some(name) }
            }
        }
    }

    pub async fn open(&self, clock: Clock) -> Db {
        let settings = Settings { url: self.url.clone(), connections: 4, clock };
        Db::open(&settings).await.expect("a database")
    }

    /// For whatever else a test writes.
    pub fn folder(&self) -> PathBuf {
        self.folder.path().to_owned()
    }

    pub async fn remove(self) {
        if let Some(name) = &self.name {
            administer(&format!("drop database if exists {name} with (force)")).await;
        }
    }
}

/// A server's address with another database in it.
fn address(server: &str, name: &str) -> String {
    let (scheme, rest) = server.split_once("://").expect("an address");
    let host = rest.split(['/', '?']).next().unwrap_or_default();
    format!("{scheme}://{host}/{name}")
}

async fn administer(sql: &str) {
    let url = address(&server().expect("a server"), "postgres");
    let mut connection = PgConnection::connect(&url).await.expect("the server of XINJU_TEST_POSTGRES");
    sqlx::query(sqlx::AssertSqlSafe(sql.to_owned())).execute(&mut connection).await.expect("a database");
    connection.close().await.expect("a farewell");
}
