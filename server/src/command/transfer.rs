//! `server export` and `server import`: from SQLite to PostgreSQL and back.

use std::{path::Path, process::ExitCode};

use xinju_identity::Secrets;
use xinju_service::transfer::{self, TransferError};
use xinju_store::Db;

use super::{NO, cannot, complain, say};
use crate::opening;

/// Writes all rows into a sealed file.
pub async fn export(file: &Path) -> ExitCode {
    let (db, secrets) = match open().await {
        Ok(open) => open,
        Err(code) => return code,
    };
    tell(transfer::export(&db, &secrets, file).await)
}

/// Reads all rows into an empty database.
pub async fn import(file: &Path) -> ExitCode {
    let (db, secrets) = match open().await {
        Ok(open) => open,
        Err(code) => return code,
    };
    tell(transfer::import(&db, &secrets, file).await)
}

async fn open() -> Result<(Db, Secrets), ExitCode> {
    let config = super::settings()?;
    let secrets = Secrets::load(&config.secret_file).map_err(cannot)?;
    let db = opening::database(&config).await.map_err(cannot)?;
    Ok((db, secrets))
}

fn tell(moved: Result<u64, TransferError>) -> ExitCode {
    match moved {
        Ok(count) => {
            say(format!("{count} rows"));
            ExitCode::SUCCESS
        }
        Err(why @ TransferError::InUse) => {
            complain(why);
            ExitCode::from(NO)
        }
        Err(why) => cannot(why),
    }
}
