//! A portal comes back from a backup and its secret file, on a machine where there is none.

use std::fs::{File, OpenOptions};
use std::io::{self, BufReader, Read, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Component, Path, PathBuf};

use thiserror::Error;
use xinju_identity::Secrets;
use xinju_identity::archive::Opener;
use xinju_store::{Db, StoreError, copy};

use super::archive::sync_folder_of;
use super::{DATABASE, FORMAT, MANIFEST, Manifest, PAPERS};
use crate::Broken;

/// Where things go.
#[derive(Clone, Copy, Debug)]
pub struct Target<'a> {
    /// The SQLite file, which must not be there.
    pub database: &'a Path,
    /// The folder of papers, which must be empty or not be there.
    pub papers: &'a Path,
}

/// Why nothing was restored.
#[derive(Debug, Error)]
pub enum RestoreError {
    #[error("{0} is there already; a backup is restored only where there is nothing")]
    Exists(PathBuf),
    #[error("the backup cannot be read or written back: {0}")]
    Io(#[from] io::Error),
    #[error("this version does not know the backup's format {0}")]
    Format(u32),
    #[error("the backup belongs to another secret file, whose index key is {0}")]
    SecretFile(String),
    #[error("the backup has no {0} in its place")]
    Incomplete(&'static str),
    #[error("the backup names a file outside of its folder")]
    Outside,
    #[error("the database in the backup is damaged: {0}")]
    Damaged(String),
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Unpacks, checks, and puts the database in its place last, so that a portal is there whole or not at all.
pub async fn restore(secrets: &Secrets, file: &Path, target: Target<'_>) -> Result<Manifest, RestoreError> {
    refuse_what_is_there(target)?;
    let unfinished = target.database.with_extension("restoring");
    let restored = put_back(secrets, file, &unfinished, target).await;
    if restored.is_err() {
        clear_away(&unfinished, target.papers);
    }
    restored
}

async fn put_back(
    secrets: &Secrets,
    file: &Path,
    unfinished: &Path,
    target: Target<'_>,
) -> Result<Manifest, RestoreError> {
    let manifest = unpack(secrets, file, unfinished, target.papers)?;
    let faults = copy::check(&unfinished.to_string_lossy()).await?;
    if !faults.is_empty() {
        return Err(RestoreError::Damaged(faults.join("; ")));
    }
    std::fs::rename(unfinished, target.database)?;
    sync_folder_of(target.database)?;
    Ok(manifest)
}

/// What a damaged backup left, so that a good one finds the place empty. Nothing of it was there before.
fn clear_away(unfinished: &Path, papers: &Path) {
    let _ = std::fs::remove_file(unfinished);
    let entries = std::fs::read_dir(papers).into_iter().flatten().flatten().map(|entry| entry.path());
    for entry in entries {
        let _ = if entry.is_dir() { std::fs::remove_dir_all(entry) } else { std::fs::remove_file(entry) };
    }
}

/// Signs everybody out: who signed out since the backup must not be signed in again by it.
pub async fn settle(db: &Db) -> Result<(), Broken> {
    db.change(|mut tx| async move {
        copy::settle(&mut tx).await?;
        Ok::<_, Broken>((tx, ()))
    })
    .await
}

/// A log that stands beside another database's file would destroy the restored one.
fn refuse_what_is_there(target: Target<'_>) -> Result<(), RestoreError> {
    for ending in ["", "-wal", "-shm", "-journal"] {
        let mut name = target.database.as_os_str().to_owned();
        name.push(ending);
        if Path::new(&name).exists() {
            return Err(RestoreError::Exists(name.into()));
        }
    }
    let has_papers = std::fs::read_dir(target.papers).is_ok_and(|mut entries| entries.next().is_some());
    if has_papers { Err(RestoreError::Exists(target.papers.to_owned())) } else { Ok(()) }
}

fn unpack(secrets: &Secrets, file: &Path, database: &Path, papers: &Path) -> Result<Manifest, RestoreError> {
    let mut archive = tar::Archive::new(Opener::new(secrets, BufReader::new(File::open(file)?))?);
    let mut entries = archive.entries()?;
    let mut next = |name: &'static str| match entries.next() {
        Some(Ok(entry)) if entry.path_bytes().as_ref() == name.as_bytes() => Ok(entry),
        Some(Err(error)) => Err(error.into()),
        _ => Err(RestoreError::Incomplete(name)),
    };
    let manifest: Manifest = serde_json::from_reader(next(MANIFEST)?).map_err(io::Error::from)?;
    if manifest.format != FORMAT {
        return Err(RestoreError::Format(manifest.format));
    }
    if manifest.index_key != secrets.index_key().to_string() {
        return Err(RestoreError::SecretFile(manifest.index_key));
    }
    write(next(DATABASE)?, database)?;
    for entry in entries {
        let entry = entry?;
        let name = String::from_utf8_lossy(&entry.path_bytes()).into_owned();
        let name = name.strip_prefix(PAPERS).ok_or(RestoreError::Outside)?;
        let is_inside = Path::new(name).components().all(|part| matches!(part, Component::Normal(_)));
        if !is_inside {
            return Err(RestoreError::Outside);
        }
        write(entry, &papers.join(name))?;
    }
    Ok(manifest)
}

fn write(mut content: impl Read, file: &Path) -> io::Result<()> {
    if let Some(folder) = file.parent() {
        std::fs::create_dir_all(folder)?;
    }
    let mut target = OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(file)?;
    io::copy(&mut content, &mut target)?;
    target.flush()?;
    target.sync_all()
}
