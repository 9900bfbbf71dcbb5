//! A copy of a SQLite database that lies in a file: whether it is whole, and what must not live on in it when it is put
//! in the place of a lost one.

use sqlx::{Connection, SqliteConnection, sqlite::SqliteConnectOptions};

use crate::{StoreError, Tx};

queries! {
    /// Sessions and half-done ceremonies of the time of the backup: somebody may have signed out since.
    END_SESSIONS = "delete from session";
    END_CEREMONIES = "delete from ceremony";
    END_CODES = "delete from sign_in_code";
    END_FORMS = "delete from refused_form";
    END_NONCES = "delete from binding_nonce";
    FREE_JOBS = "update job set leased_until = null where done_at is null";
}

/// What SQLite finds wrong with the file; empty if it is whole.
pub async fn check(path: &str) -> Result<Vec<String>, StoreError> {
    let options = SqliteConnectOptions::new().filename(path).read_only(true);
    let mut connection = SqliteConnection::connect_with(&options).await?;
    let mut faults: Vec<String> = sqlx::query_scalar("pragma integrity_check").fetch_all(&mut connection).await?;
    faults.retain(|fault| fault != "ok");
    let strays = sqlx::query("pragma foreign_key_check").fetch_all(&mut connection).await?;
    if !strays.is_empty() {
        faults.push(format!("{} rows point to rows that are not there", strays.len()));
    }
    connection.close().await?;
    Ok(faults)
}

/// Signs everybody out and frees what was at work when the copy was made.
pub async fn settle(tx: &mut Tx) -> Result<(), StoreError> {
    for sql in [END_SESSIONS, END_CEREMONIES, END_CODES, END_FORMS, END_NONCES, FREE_JOBS] {
        execute!(tx, sql)?;
    }
    Ok(())
}
