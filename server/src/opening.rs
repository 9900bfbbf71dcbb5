//! Opens everything that the settings name and hands it to the use cases.

use std::{
    fs::{DirBuilder, OpenOptions},
    os::unix::fs::{DirBuilderExt, OpenOptionsExt},
    path::Path,
    sync::Arc,
};

use object_store::ObjectStore;
use thiserror::Error;
use xinju_identity::{Passkeys, SecretError, Secrets, passkey::NoPasskeysHere};
use xinju_mail::{Mailer, SettingError, Sms};
use xinju_service::{
    Broken, Inside, Services, Settings,
    demo::{self, Holding},
    fixture,
};
use xinju_store::{Clock, Db, StoreError};
use xinju_text::{Locale, t};

use crate::{config::Config, paper_folder::PaperFolder};

/// Why the portal cannot start with good-looking settings.
#[derive(Debug, Error)]
pub enum OpenError {
    #[error("{0} cannot be made or written: {1}")]
    Folder(String, #[source] std::io::Error),
    #[error("the database cannot be opened: {0}")]
    Database(#[from] StoreError),
    #[error(
        "the secret file {0} is not there, and what is stored can be read with it alone: put it back from its copy on paper"
    )]
    NoSecretFile(String),
    #[error(transparent)]
    Secret(#[from] SecretError),
    #[error(transparent)]
    Letters(#[from] SettingError),
    #[error(transparent)]
    Passkeys(#[from] NoPasskeysHere),
    #[error("the folder of papers cannot be opened: {0}")]
    Papers(#[from] object_store::Error),
    #[error(transparent)]
    Misfit(#[from] fixture::Misfit),
    #[error(transparent)]
    Broken(#[from] Broken),
}

/// Opens the database and brings it up to this version.
pub async fn database(config: &Config) -> Result<Db, OpenError> {
    if let Some(file) = sqlite_file(&config.database_url.0) {
        make_folder_of(Path::new(file))?;
        make_private_file(Path::new(file))?;
    }
    let settings = xinju_store::Settings {
        url: config.database_url.0.clone(),
        connections: config.connections,
        clock: Clock::Database,
    };
    let db = Db::open(&settings).await?;
    db.migrate().await?;
    Ok(db)
}

/// Opens everything.
pub async fn services(config: &Config) -> Result<Services, OpenError> {
    let db = database(config).await?;
    let is_demo = demo::look(&db).await? == Holding::Demonstration;
    assemble(config, db, is_demo).await
}

/// Opens everything for the demonstration, also where it is still to be loaded.
pub async fn services_for_demo(config: &Config) -> Result<Services, OpenError> {
    let db = database(config).await?;
    let is_demo = demo::look(&db).await? != Holding::People;
    assemble(config, db, is_demo).await
}

async fn assemble(config: &Config, db: Db, is_demo: bool) -> Result<Services, OpenError> {
    let secrets = secrets(&config.secret_file, &db).await?;
    let smtp_url = config.smtp_url.as_ref().map(|url| url.0.as_str());
    let sms_url = config.sms_url.as_ref().map(|url| url.0.as_str());
    let inside = Inside {
        db,
        secrets,
        passkeys: Passkeys::new(config.origin.url(), &t!(Locale::ZhHans, "frame-name"))?,
        papers: papers(&config.files)?,
        mailer: Mailer::from_settings(smtp_url, &config.mail_from, config.outbox.clone())?,
        sms: Sms::from_url(sms_url, config.outbox.clone())?,
        settings: Settings {
            origin: config.origin.clone(),
            certificate_type_code: config.certificate_type_code.clone(),
            is_demo,
            keeping: config.keeping,
        },
    };
    let services = Services::new(inside);
    fixture::check(&services).await??;
    Ok(services)
}

/// A secret file is made for a new database alone: a lost one has to be put back, and nothing may stand in its place.
async fn secrets(file: &Path, db: &Db) -> Result<Secrets, OpenError> {
    if !file.exists() && fixture::has_secrets(db).await? {
        return Err(OpenError::NoSecretFile(file.display().to_string()));
    }
    make_folder_of(file)?;
    Ok(Secrets::load_or_create(file)?)
}

fn papers(folder: &Path) -> Result<Arc<dyn ObjectStore>, OpenError> {
    make_folder(folder)?;
    Ok(Arc::new(PaperFolder::open(folder)?))
}

/// The file of a SQLite address; none for another engine.
pub fn sqlite_file(url: &str) -> Option<&str> {
    let path = url.strip_prefix("sqlite://").or_else(|| url.strip_prefix("sqlite:"))?;
    path.split('?').next().filter(|path| !path.is_empty() && *path != ":memory:")
}

fn make_folder_of(file: &Path) -> Result<(), OpenError> {
    match file.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => make_folder(folder),
        _ => Ok(()),
    }
}

/// What we make is for the owner alone; a folder that is there keeps the rights that the operator gave it.
fn make_folder(folder: &Path) -> Result<(), OpenError> {
    let made = DirBuilder::new().recursive(true).mode(0o700).create(folder);
    made.map_err(|error| OpenError::Folder(folder.display().to_string(), error))
}

/// SQLite would make a file that others may read, and its log with the same rights.
fn make_private_file(file: &Path) -> Result<(), OpenError> {
    let made = OpenOptions::new().create(true).append(true).mode(0o600).open(file);
    made.map(drop).map_err(|error| OpenError::Folder(file.display().to_string(), error))
}
