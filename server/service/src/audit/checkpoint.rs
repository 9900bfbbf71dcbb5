//! A signed statement of where the chain of an office ends, to be kept where this installation cannot change it: with
//! another office, on paper, in a mailbox of the supervising body. One line of JSON each.

use serde::{Deserialize, Serialize};
use xinju_identity::{KeyId, Secrets, audit_key};
use xinju_store::history as store;

use crate::{Broken, Services};

/// ES256 over `xinju/checkpoint/1`, office, count, head and time, each on a line of its own.
const SUITE: u8 = 1;

/// How long a chain was at a time, and how it ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Checkpoint {
    pub suite: u8,
    pub office: String,
    pub count: i64,
    /// The last link, in hex.
    pub head: String,
    /// Unix seconds.
    pub at: i64,
    /// Names the root key from which the signing key comes, in hex.
    pub key_id: String,
    /// The public key as a compressed P-256 point, in hex.
    pub key: String,
    /// r ‖ s in hex.
    pub signature: String,
}

impl Checkpoint {
    fn message(office: &str, count: i64, head: &str, at: i64) -> String {
        format!("xinju/checkpoint/{SUITE}\n{office}\n{count}\n{head}\n{at}\n")
    }

    /// Whether this installation, with one of its root keys, made it.
    pub fn is_signed(&self, secrets: &Secrets) -> bool {
        let key_id = hex::decode(&self.key_id).ok().and_then(|id| KeyId::try_from(id.as_slice()).ok());
        let (Some(key_id), Ok(signature)) = (key_id, hex::decode(&self.signature)) else {
            return false;
        };
        let message = Self::message(&self.office, self.count, &self.head, self.at);
        self.suite == SUITE && audit_key::is_signed(secrets, message.as_bytes(), key_id, &signature)
    }
}

/// The ends of all chains as they are now, signed.
pub async fn head(services: &Services) -> Result<Vec<Checkpoint>, Broken> {
    let mut tx = services.db.read().await?;
    let at = tx.now().unix_seconds();
    let heads = store::list_heads(&mut tx).await?;
    Ok(heads.into_iter().map(|row| sign(&services.secrets, row, at)).collect())
}

fn sign(secrets: &Secrets, row: store::HeadRow, at: i64) -> Checkpoint {
    let head = hex::encode(&row.chain);
    let message = Checkpoint::message(&row.office, row.sequence, &head, at);
    let signed = audit_key::sign(secrets, message.as_bytes());
    Checkpoint {
        suite: SUITE,
        office: row.office,
        count: row.sequence,
        head,
        at,
        key_id: signed.key_id.to_string(),
        key: hex::encode(signed.key),
        signature: hex::encode(signed.signature),
    }
}
