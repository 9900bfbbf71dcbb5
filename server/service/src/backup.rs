//! A backup is one file: the database and all papers, sealed under a key of the secret file. The secret file itself is
//! not in it, since who held both could read everything; it is kept apart, on paper (it is short). With the two a portal
//! comes back on an empty machine.
//!
//! The database is copied while the portal works on, by SQLite itself and not by copying its file; the copy is checked
//! before it counts. Papers are never changed once written, so they come after it: whatever the copy names is there. A
//! PostgreSQL database has backup tools of its own, which also keep every moment between two backups.

mod archive;
mod restore;

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use thiserror::Error;
use xinju_domain::time::Instant;
use xinju_store::copy;

use crate::audit::{self, Checkpoint};
use crate::{Broken, Services};

pub use restore::{RestoreError, Target, restore, settle};

/// What stands first in the archive.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Manifest {
    pub format: u32,
    /// Unix seconds.
    pub made_at: i64,
    pub version: String,
    pub host: String,
    /// Of the secret file that belongs to it.
    pub index_key: String,
    /// Where the chains of the history ended.
    pub history: Vec<Checkpoint>,
}

const FORMAT: u32 = 1;
const MANIFEST: &str = "manifest.json";
const DATABASE: &str = "database.sqlite";
const PAPERS: &str = "papers/";

/// What went into a backup.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Made {
    pub papers: u64,
    pub bytes: u64,
}

/// Why there is no backup.
#[derive(Debug, Error)]
pub enum BackupError {
    #[error("this backup is for SQLite; PostgreSQL has pg_dump, pgBackRest and Barman")]
    NotSqlite,
    #[error("the file {0} is there already")]
    Exists(PathBuf),
    #[error("the copy of the database is damaged: {0}")]
    Damaged(String),
    #[error("the backup cannot be written: {0}")]
    Io(#[from] std::io::Error),
    #[error("a paper cannot be read: {0}")]
    Papers(#[from] object_store::Error),
    #[error(transparent)]
    Broken(#[from] Broken),
}

/// Makes a backup at `file`, which must not exist. The database is copied into the folder `scratch` first, which is best
/// the one where the database itself lies.
pub async fn make(services: &Services, file: &Path, scratch: &Path) -> Result<Made, BackupError> {
    if file.exists() {
        return Err(BackupError::Exists(file.to_owned()));
    }
    if !services.db.is_sqlite() {
        return Err(BackupError::NotSqlite);
    }
    let copy = scratch.join(format!(".copy-{}.sqlite", xinju_identity::random::uuid_v4()));
    let made = copy_and_pack(services, file, &copy).await;
    // Best effort: the copy holds nothing that the database beside it does not.
    let _ = std::fs::remove_file(&copy);
    made
}

async fn copy_and_pack(services: &Services, file: &Path, copy: &Path) -> Result<Made, BackupError> {
    let history = audit::head(services).await?;
    let path = copy.to_string_lossy();
    services.db.copy_sqlite_to(&path).await.map_err(Broken::from)?;
    let faults = copy::check(&path).await.map_err(Broken::from)?;
    if !faults.is_empty() {
        return Err(BackupError::Damaged(faults.join("; ")));
    }
    let manifest = Manifest {
        format: FORMAT,
        made_at: now(services).await?.unix_seconds(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        host: services.settings.origin.host().to_owned(),
        index_key: services.secrets.index_key().to_string(),
        history,
    };
    archive::pack(services, file, copy, &manifest).await
}

async fn now(services: &Services) -> Result<Instant, Broken> {
    Ok(services.db.read().await?.now())
}
