//! Moving a portal between SQLite and PostgreSQL: all rows in one sealed file. Papers and the secret file belong to no
//! engine and stay where they are. Servers are to stand still meanwhile; what they wrote after the export is not in it.

use std::fs::{File, OpenOptions};
use std::io::{self, BufRead, BufReader, BufWriter, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use serde_json::{Map, Value as Json, json};
use thiserror::Error;
use xinju_identity::Secrets;
use xinju_identity::archive::{Opener, Sealer};
use xinju_store::transfer::{self as store, Kinds, Record, Value};
use xinju_store::{Db, StoreError, Tx, office};

/// Why nothing was moved.
#[derive(Debug, Error)]
pub enum TransferError {
    #[error("the database is in use: rows are brought into an empty one alone")]
    InUse,
    #[error("the file cannot be read or written: {0}")]
    Io(#[from] io::Error),
    #[error("line {0} of the export cannot be understood")]
    Line(u64),
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Writes every row into a new file; tells how many.
pub async fn export(db: &Db, secrets: &Secrets, file: &Path) -> Result<u64, TransferError> {
    let target = OpenOptions::new().write(true).create_new(true).mode(0o600).open(file)?;
    let mut sealer = Sealer::new(secrets, BufWriter::new(target))?;
    let mut count = 0;
    let take = |record: Record| -> Result<(), TransferError> {
        count += 1;
        Ok(writeln!(sealer, "{}", to_json(&record))?)
    };
    let written = store::export(db, take).await;
    if let Err(error) = written {
        let _ = std::fs::remove_file(file);
        return Err(error);
    }
    let file = sealer.finish()?.into_inner().map_err(|error| error.into_error())?;
    file.sync_all()?;
    Ok(count)
}

/// Reads a file into an empty database, all of it or nothing; tells how many rows.
pub async fn import(db: &Db, secrets: &Secrets, file: &Path) -> Result<u64, TransferError> {
    let lines = BufReader::new(Opener::new(secrets, BufReader::new(File::open(file)?))?).lines();
    let mut tx = db.begin().await?;
    if office::count(&mut tx).await? > 0 {
        return Err(TransferError::InUse);
    }
    store::prepare_import(&mut tx).await?;
    let mut table: Option<(String, Kinds)> = None;
    let mut count = 0;
    for line in lines {
        count += 1;
        let line = line?;
        let record = serde_json::from_str(&line).ok().and_then(|json| from_json(&json));
        let record = record.ok_or(TransferError::Line(count))?;
        let kinds = kinds(&mut tx, &mut table, &record.table).await?;
        store::insert(&mut tx, &record, kinds).await?;
    }
    tx.commit().await?;
    Ok(count)
}

/// Rows come table by table, so the columns of the last one are kept.
async fn kinds<'a>(
    tx: &mut Tx,
    last: &'a mut Option<(String, Kinds)>,
    table: &str,
) -> Result<&'a Kinds, TransferError> {
    if last.as_ref().is_none_or(|(name, _)| name != table) {
        let kinds = store::kinds_of(tx, table).await?;
        *last = Some((table.to_owned(), kinds));
    }
    let (_, kinds) = last.as_ref().ok_or(TransferError::Line(0))?;
    Ok(kinds)
}

/// `{"table": …, "row": {column: null | number | text | {"hex": …}}}`
fn to_json(record: &Record) -> Json {
    let row: Map<String, Json> = record
        .values
        .iter()
        .map(|(name, value)| {
            let value = match value {
                Value::Null => Json::Null,
                Value::Number(number) => json!(number),
                Value::Text(text) => json!(text),
                Value::Bytes(bytes) => json!({"hex": hex::encode(bytes)}),
            };
            (name.clone(), value)
        })
        .collect();
    json!({"table": record.table, "row": row})
}

fn from_json(json: &Json) -> Option<Record> {
    let row = json.get("row")?.as_object()?;
    let values = row.iter().map(|(name, value)| {
        let value = match value {
            Json::Null => Value::Null,
            Json::Number(number) => Value::Number(number.as_i64()?),
            Json::String(text) => Value::Text(text.clone()),
            other => Value::Bytes(hex::decode(other.get("hex")?.as_str()?).ok()?),
        };
        Some((name.clone(), value))
    });
    Some(Record { table: json.get("table")?.as_str()?.to_owned(), values: values.collect::<Option<_>>()? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_comes_back_from_its_line() {
        let values = vec![
            ("a".to_owned(), Value::Null),
            ("b".to_owned(), Value::Number(i64::MIN)),
            ("c".to_owned(), Value::Text("买买提\n".to_owned())),
            ("d".to_owned(), Value::Bytes(vec![0, 255])),
        ];
        let record = Record { table: "account".to_owned(), values };
        let line = to_json(&record).to_string();
        assert!(!line.contains('\n'));
        assert_eq!(serde_json::from_str(&line).ok().and_then(|json| from_json(&json)), Some(record));
    }
}
