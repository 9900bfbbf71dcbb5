//! The sealed bytes in the object store.

use object_store::{PutPayload, path::Path};
use uuid::Uuid;
use xinju_identity::{Place, random};

use crate::{Broken, Services};

/// A key that tells nothing, in one of 256 folders.
pub(super) fn new_key() -> String {
    let name = random::uuid_v4().simple().to_string();
    format!("paper/{}/{name}", &name[..2])
}

/// Seals the bytes for the row with this id and keeps them.
pub(super) async fn put(services: &Services, key: &str, row: Uuid, bytes: &[u8]) -> Result<(), Broken> {
    let sealed = services.secrets.seal(&place(row), bytes);
    services.papers.put(&Path::from(key), PutPayload::from(sealed)).await.map_err(Broken::new)?;
    Ok(())
}

pub(super) async fn get(services: &Services, key: &str, row: Uuid) -> Result<Vec<u8>, Broken> {
    let found = services.papers.get(&Path::from(key)).await.map_err(Broken::new)?;
    let sealed = found.bytes().await.map_err(Broken::new)?;
    services.secrets.open(&place(row), &sealed).map_err(Broken::new)
}

/// Removes bytes whose rows are gone. What cannot be removed now stays sealed and unreachable, and is logged.
pub(crate) async fn forget_all(services: &Services, keys: &[String]) {
    for key in keys {
        if let Err(error) = services.papers.delete(&Path::from(key.as_str())).await {
            tracing::warn!(key, %error, "a paper's bytes could not be removed");
        }
    }
}

const fn place(row: Uuid) -> Place {
    Place::new("paper", "bytes", row)
}
