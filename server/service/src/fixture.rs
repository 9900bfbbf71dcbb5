//! What an installation is tied to for ever. With another host every passkey is lost; with another index key nobody is
//! found again and one ID number could get two accounts. So a server that would change them does not start.

use xinju_store::{Db, StoreError, fixture as store};

use crate::{Broken, Services};

const HOST: &str = "host";
const INDEX_KEY: &str = "index key";

/// What was changed that cannot be.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Misfit {
    #[error("this database belongs to the host {0}: passkeys are tied to it, so XINJU_ORIGIN must keep it")]
    Host(String),
    #[error("this database belongs to another secret file, whose index key is {0}: check XINJU_SECRET_FILE")]
    SecretFile(String),
}

/// Whether a database was ever used with a secret file: then it needs that one, and a new one would be none.
pub async fn has_secrets(db: &Db) -> Result<bool, StoreError> {
    let mut tx = db.read().await?;
    Ok(store::find(&mut tx, INDEX_KEY).await?.is_some())
}

/// Ties a new database to this host and secret file; tells whether an older one is tied to others.
pub async fn check(services: &Services) -> Result<Result<(), Misfit>, Broken> {
    services
        .db
        .change(|mut tx| async move {
            let host = services.settings.origin.host();
            let held = store::hold(&mut tx, HOST, host).await?;
            if held != host {
                return Ok((tx, Err(Misfit::Host(held))));
            }
            let key = services.secrets.index_key().to_string();
            let held = store::hold(&mut tx, INDEX_KEY, &key).await?;
            let verdict = if held == key { Ok(()) } else { Err(Misfit::SecretFile(held)) };
            Ok::<_, Broken>((tx, verdict))
        })
        .await
}
