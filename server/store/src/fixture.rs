//! What is written once and holds as long as the database lives: at the first start, compared at every other.

use serde::Deserialize;
use sqlx::FromRow;

use crate::{StoreError, Tx};

queries! {
    INSERT = "insert into fixture (name, value) values ($1, $2) on conflict (name) do nothing";
    FIND = "select value from fixture where name = $1";
}

#[derive(FromRow, Deserialize)]
struct FixtureRow {
    value: String,
}

pub async fn find(tx: &mut Tx, name: &str) -> Result<Option<String>, StoreError> {
    let row = fetch_optional!(tx, FixtureRow, FIND, name)?;
    Ok(row.map(|row| row.value))
}

/// Writes the value if the name has none; gives the one that holds.
pub async fn hold(tx: &mut Tx, name: &str, value: &str) -> Result<String, StoreError> {
    execute!(tx, INSERT, name, value)?;
    find(tx, name).await?.ok_or(StoreError::Absent("fixture"))
}
