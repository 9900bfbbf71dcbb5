//! The secrets of an installation: root keys from one file, and from them one key for each purpose.
//!
//! Data is sealed under the *active* root key; older ones stay in the file until nothing is sealed under them. The index
//! has a root key of its own that never rotates, because a new one would move every index. Keys for different purposes
//! are derived by HKDF-SHA-256 with different labels, so that one that leaks tells nothing about another.
//!
//! Whoever holds the index key can try all ID numbers there are (about 10¹¹) in minutes. The file therefore MUST NOT lie
//! in the database, in its backups or in an environment variable.

mod file;

use std::fmt;

use hkdf::Hkdf;
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

pub use file::SecretError;

use crate::random;

/// 32 secret bytes, wiped from memory when dropped.
pub type Key = Zeroizing<[u8; 32]>;

/// Names a root key: the first 4 bytes of a hash of it, so that keys of two installations are never mistaken for each
/// other and a mistyped one is noticed.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct KeyId([u8; 4]);

impl KeyId {
    pub fn to_bytes(self) -> [u8; 4] {
        self.0
    }

    fn of(key: &Key) -> Self {
        let digest = Sha256::new().chain_update(b"xinju/key-id/1").chain_update(key.as_slice()).finalize();
        Self([digest[0], digest[1], digest[2], digest[3]])
    }
}

impl fmt::Display for KeyId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&hex::encode(self.0))
    }
}

impl fmt::Debug for KeyId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "KeyId({self})")
    }
}

struct RootKey {
    id: KeyId,
    key: Key,
}

impl RootKey {
    fn new(key: Key) -> Self {
        Self { id: KeyId::of(&key), key }
    }

    fn generate() -> Self {
        Self::new(Zeroizing::new(random::bytes()))
    }
}

/// What a key is for. Each has a label of its own.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Purpose {
    Data,
    Code,
    Link,
    Recovery,
    Backup,
    Audit,
}

impl Purpose {
    fn label(self) -> &'static str {
        match self {
            Self::Data => "xinju/data/1",
            Self::Code => "xinju/code/1",
            Self::Link => "xinju/link/1",
            Self::Recovery => "xinju/recovery/1",
            Self::Backup => "xinju/backup/1",
            Self::Audit => "xinju/audit/1",
        }
    }
}

/// The root keys. Shown by `Debug` with their ids alone.
pub struct Secrets {
    index: RootKey,
    roots: Vec<RootKey>,
    active: KeyId,
}

impl Secrets {
    /// New secrets that are written nowhere: for tests, and for the first start.
    pub fn generate() -> Self {
        let root = RootKey::generate();
        Self { index: RootKey::generate(), active: root.id, roots: vec![root] }
    }

    /// The key under which new data is sealed.
    pub fn active_key(&self) -> KeyId {
        self.active
    }

    /// The key by which data is found. A database keeps this id and refuses to start under another: with another index
    /// key nobody would be found again, and one ID number could get two accounts.
    pub fn index_key(&self) -> KeyId {
        self.index.id
    }

    /// All keys under which data may be sealed, the active one included.
    pub fn data_keys(&self) -> impl Iterator<Item = KeyId> + '_ {
        self.roots.iter().map(|root| root.id)
    }

    /// The key for a backup's own encryption, with the id to write beside it.
    pub fn backup_key(&self) -> (KeyId, Key) {
        let (id, root) = self.active_root();
        (id, derive(root, Purpose::Backup.label()))
    }

    /// The key of a backup that names `id`; none if this file does not hold it.
    pub fn backup_key_of(&self, id: KeyId) -> Option<Key> {
        self.key(Purpose::Backup, id)
    }

    pub(crate) fn key(&self, purpose: Purpose, id: KeyId) -> Option<Key> {
        let root = self.roots.iter().find(|root| root.id == id)?;
        Some(derive(&root.key, purpose.label()))
    }

    pub(crate) fn active_key_for(&self, purpose: Purpose) -> (KeyId, Key) {
        let (id, root) = self.active_root();
        (id, derive(root, purpose.label()))
    }

    pub(crate) fn index_key_for(&self, field: &str) -> Key {
        derive(&self.index.key, &format!("xinju/index/1/{field}"))
    }

    fn active_root(&self) -> (KeyId, &Key) {
        let root = self.roots.iter().find(|root| root.id == self.active);
        let root = root.expect("both makers of Secrets, `generate` and the reader of the file, see to it that the active key is in the list");
        (root.id, &root.key)
    }
}

impl fmt::Debug for Secrets {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Secrets")
            .field("index", &self.index.id)
            .field("roots", &self.data_keys().collect::<Vec<_>>())
            .field("active", &self.active)
            .finish()
    }
}

impl TryFrom<&[u8]> for KeyId {
    type Error = std::array::TryFromSliceError;

    fn try_from(bytes: &[u8]) -> Result<Self, Self::Error> {
        bytes.try_into().map(Self)
    }
}

fn derive(root: &Key, label: &str) -> Key {
    let mut key = Zeroizing::new([0; 32]);
    Hkdf::<Sha256>::new(None, root.as_slice())
        .expand(label.as_bytes(), key.as_mut_slice())
        .expect("HKDF refuses only more than 255 blocks, and a key is one block");
    key
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_of_different_purposes_and_roots_differ() {
        let secrets = Secrets::generate();
        let keys = [
            secrets.active_key_for(Purpose::Data).1,
            secrets.active_key_for(Purpose::Code).1,
            secrets.active_key_for(Purpose::Link).1,
            secrets.active_key_for(Purpose::Recovery).1,
            secrets.backup_key().1,
            secrets.index_key_for("mail"),
            secrets.index_key_for("phone"),
            Secrets::generate().active_key_for(Purpose::Data).1,
        ];
        for (position, key) in keys.iter().enumerate() {
            assert!(keys[..position].iter().all(|earlier| earlier != key), "key {position}");
        }
    }

    #[test]
    fn debug_shows_ids_and_no_key() {
        let secrets = Secrets::generate();
        let shown = format!("{secrets:?}");
        assert!(shown.contains(&secrets.active_key().to_string()));
        assert!(!shown.contains(&hex::encode(secrets.index.key.as_slice())));
        assert!(shown.len() < 150, "{shown}");
    }

    #[test]
    fn a_backup_key_is_found_again_by_its_id_and_not_by_another() {
        let secrets = Secrets::generate();
        let (id, key) = secrets.backup_key();
        assert_eq!(secrets.backup_key_of(id), Some(key));
        assert_eq!(secrets.backup_key_of(secrets.index_key()), None);
    }
}
