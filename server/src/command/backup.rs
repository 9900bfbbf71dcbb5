//! `server backup`, `server restore`, and the backup of every day.

use std::{
    path::{Path, PathBuf},
    process::ExitCode,
    time::Duration,
};

use xinju_domain::time::{Day, Instant, ShanghaiTime};
use xinju_identity::Secrets;
use xinju_service::{
    Services,
    backup::{self, BackupError, RestoreError, Target},
};

use super::{NO, cannot, complain, say};
use crate::{
    config::{Backup, Config},
    opening,
    stopping::Stopping,
};

/// Backups that are kept in the folder of the daily ones.
const KEPT: usize = 14;
const ENDING: &str = "backup";

/// Makes one backup now.
pub async fn make(file: &Path) -> ExitCode {
    let (config, services) = match super::services().await {
        Ok(open) => open,
        Err(code) => return code,
    };
    match backup::make(&services, file, &scratch(&config)).await {
        Ok(made) => {
            say(format!("{}: {} papers, {} bytes", file.display(), made.papers, made.bytes));
            ExitCode::SUCCESS
        }
        Err(why @ (BackupError::Exists(_) | BackupError::NotSqlite)) => {
            complain(why);
            ExitCode::from(NO)
        }
        Err(why) => cannot(why),
    }
}

/// Brings a portal back where there is none. The secret file has to be in its place.
pub async fn restore(file: &Path) -> ExitCode {
    let config = match super::settings() {
        Ok(config) => config,
        Err(code) => return code,
    };
    let secrets = match Secrets::load(&config.secret_file) {
        Ok(secrets) => secrets,
        Err(why) => return cannot(why),
    };
    let Some(database) = opening::sqlite_file(&config.database_url.0) else {
        return cannot("a backup is restored into SQLite: check XINJU_DATABASE_URL");
    };
    let target = Target { database: Path::new(database), papers: &config.files };
    let manifest = match backup::restore(&secrets, file, target).await {
        Ok(manifest) => manifest,
        Err(why @ (RestoreError::Exists(_) | RestoreError::SecretFile(_))) => {
            complain(why);
            return ExitCode::from(NO);
        }
        Err(why) => return cannot(why),
    };
    let settled = match opening::database(&config).await {
        Ok(db) => backup::settle(&db).await,
        Err(why) => return cannot(why),
    };
    if let Err(broken) = settled {
        return cannot(format!("{broken:?}"));
    }
    let day = Day::of(Instant::from_unix_seconds(manifest.made_at));
    say(format!("restored the portal of {} as of {day}; everybody has to sign in again", manifest.host));
    ExitCode::SUCCESS
}

/// Makes a backup a day from the set hour on, also when the server was not running then, and removes the oldest.
pub async fn daily(services: Services, config: Config, settings: Backup, mut stopping: Stopping) {
    loop {
        match once_a_day(&services, &config, &settings).await {
            Ok(true) => tracing::info!("backup made"),
            Ok(false) => {}
            Err(error) => {
                metrics::counter!("backup_failures_total").increment(1);
                tracing::error!(%error, "backup failed");
            }
        }
        if !stopping.pause(Duration::from_secs(60)).await {
            return;
        }
    }
}

async fn once_a_day(services: &Services, config: &Config, settings: &Backup) -> Result<bool, BackupError> {
    let now = services.db.read().await.map_err(xinju_service::Broken::from)?.now();
    let file = settings.folder.join(format!("xinju-{}.{ENDING}", Day::of(now).yyyymmdd()));
    if ShanghaiTime::of(now).hour < settings.hour || file.exists() {
        return Ok(false);
    }
    std::fs::create_dir_all(&settings.folder)?;
    backup::make(services, &file, &scratch(config)).await?;
    metrics::gauge!("backup_last_success_seconds").set(now.unix_seconds() as f64);
    for old in surplus(&settings.folder)? {
        std::fs::remove_file(old)?;
    }
    Ok(true)
}

/// All but the newest; their names sort by day.
fn surplus(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|ending| ending == ENDING))
        .filter(|path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("xinju-")))
        .collect();
    files.sort();
    files.truncate(files.len().saturating_sub(KEPT));
    Ok(files)
}

/// Beside the database: a copy needs as much room, and is as secret.
fn scratch(config: &Config) -> PathBuf {
    let file = opening::sqlite_file(&config.database_url.0).unwrap_or_default();
    match Path::new(file).parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder.to_owned(),
        _ => PathBuf::from("."),
    }
}
