//! What everybody may fetch: the issuing keys, the status lists, and both in one file for who has no network.
//!
//! None of it says anything about anybody. Each document is a function of what is stored, so the same content has the same
//! tag on every server, and a caller who has it already is told so.

#[cfg(test)]
mod tests;

use sha2::{Digest, Sha256};
use xinju_credential::bundle;
use xinju_domain::time::Instant;

use crate::{Broken, Services, issuing_key, status_list};

/// Bytes with a tag that changes when they do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    pub bytes: Vec<u8>,
    /// An entity tag with its quotes (RFC 9110, 8.8.3).
    pub tag: String,
}

impl Document {
    fn new(bytes: Vec<u8>) -> Self {
        let digest = Sha256::digest(&bytes);
        let tag = format!("\"{}\"", hex::encode(&digest[..16]));
        Self { bytes, tag }
    }
}

/// The issuing keys: a COSE_KeySet.
pub async fn keys(services: &Services) -> Result<Document, Broken> {
    let mut tx = services.db.read().await?;
    issuing_key::key_set(&mut tx).await.map(Document::new)
}

/// A status list by its name: a Status List Token. None if there is no such list.
pub async fn status_list(services: &Services, list: &str) -> Result<Option<Document>, Broken> {
    let token = status_list::token(services, list).await?;
    Ok(token.map(|token| Document::new(token.bytes)))
}

/// Keys and lists in one file. It counts as made when the newest of its lists was signed, at most an hour ago.
pub async fn bundle(services: &Services) -> Result<Document, Broken> {
    let tx = services.db.read().await?;
    let this_hour = tx.now().unix_seconds().div_euclid(3600) * 3600;
    drop(tx);
    let mut made_at = Instant::from_unix_seconds(this_hour);
    let mut lists = Vec::new();
    for name in status_list::names(services).await? {
        if let Some(token) = status_list::token(services, &name).await? {
            made_at = made_at.max(token.signed_at);
            lists.push(token.bytes);
        }
    }
    // Read last: a list that was just signed by a new key is in no bundle without that key.
    let mut tx = services.db.read().await?;
    let keys = issuing_key::key_set(&mut tx).await?;
    let made_at = u64::try_from(made_at.unix_seconds()).map_err(Broken::new)?;
    Ok(Document::new(bundle::encode(made_at, &keys, &lists)))
}
