//! Encryption at rest: what is sealed for one place in the database opens there and nowhere else.
//!
//! A sealed value is suite (1 byte) · id of the root key (4) · nonce (24) · ciphertext with its tag (16 longer than the
//! plain text). Nonces are random: at 192 bits no two of them meet. Table, column and row are associated data, so that
//! whoever can write the database cannot swap two people's values.

use chacha20poly1305::aead::{Aead as _, Payload};
use chacha20poly1305::{KeyInit as _, XChaCha20Poly1305, XNonce};
use uuid::Uuid;

use crate::secret::{Key, KeyId, Purpose, Secrets};
use crate::{SUITE, random};

const NONCE: usize = 24;
const HEAD: usize = 1 + 4;

/// Where a sealed value lives. Renaming a table or a column makes its values unreadable: keep the old words here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    pub table: &'static str,
    pub column: &'static str,
    pub row: Uuid,
}

impl Place {
    pub const fn new(table: &'static str, column: &'static str, row: Uuid) -> Self {
        Self { table, column, row }
    }

    /// Lengths go first, so that no two places give the same bytes.
    fn associated_data(&self, head: &[u8; HEAD]) -> Vec<u8> {
        let mut data = b"xinju/seal/1".to_vec();
        data.extend_from_slice(head);
        for name in [self.table, self.column] {
            data.extend_from_slice(&(name.len() as u64).to_be_bytes());
            data.extend_from_slice(name.as_bytes());
        }
        data.extend_from_slice(self.row.as_bytes());
        data
    }
}

/// Why a sealed value does not open. None of these says anything about its content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    #[error("it is sealed by the unknown suite {0}")]
    Suite(u8),
    #[error("it is sealed under the key {0}, which is not in the secret file")]
    Key(KeyId),
    #[error("it was changed, moved from another place, or cut short")]
    Broken,
}

impl Secrets {
    /// Seals `plain` for `place`, under the active key.
    pub fn seal(&self, place: &Place, plain: &[u8]) -> Vec<u8> {
        let (id, key) = self.active_key_for(Purpose::Data);
        let head = head(id);
        let nonce = random::bytes::<NONCE>();
        let payload = Payload { msg: plain, aad: &place.associated_data(&head) };
        let ciphertext = cipher(&key)
            .encrypt(XNonce::from_slice(&nonce), payload)
            .expect("XChaCha20-Poly1305 refuses only texts over 256 GB, which no memory of ours holds");
        [&head, nonce.as_slice(), &ciphertext].concat()
    }

    /// Opens what was sealed for `place`.
    pub fn open(&self, place: &Place, sealed: &[u8]) -> Result<Vec<u8>, Unreadable> {
        let (head, rest) = sealed.split_first_chunk::<HEAD>().ok_or(Unreadable::Broken)?;
        let (nonce, ciphertext) = rest.split_first_chunk::<NONCE>().ok_or(Unreadable::Broken)?;
        if head[0] != SUITE {
            return Err(Unreadable::Suite(head[0]));
        }
        let id = KeyId::try_from(&head[1..]).map_err(|_| Unreadable::Broken)?;
        let key = self.key(Purpose::Data, id).ok_or(Unreadable::Key(id))?;
        let payload = Payload { msg: ciphertext, aad: &place.associated_data(head) };
        cipher(&key).decrypt(XNonce::from_slice(nonce), payload).map_err(|_| Unreadable::Broken)
    }

    /// Opens a sealed text.
    pub fn open_text(&self, place: &Place, sealed: &[u8]) -> Result<String, Unreadable> {
        String::from_utf8(self.open(place, sealed)?).map_err(|_| Unreadable::Broken)
    }
}

fn head(id: KeyId) -> [u8; HEAD] {
    let [a, b, c, d] = id.to_bytes();
    [SUITE, a, b, c, d]
}

fn cipher(key: &Key) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new(key.as_slice().into())
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROW: Uuid = Uuid::from_u128(7);
    const PLACE: Place = Place::new("person", "id_number", ROW);

    #[test]
    fn what_is_sealed_opens_in_its_place() {
        let secrets = Secrets::generate();
        for plain in ["", "110105194912310021", "买买提·吐尔逊"] {
            let sealed = secrets.seal(&PLACE, plain.as_bytes());
            assert_eq!(sealed.len(), HEAD + NONCE + plain.len() + 16);
            assert_eq!(secrets.open_text(&PLACE, &sealed).as_deref(), Ok(plain));
        }
    }

    #[test]
    fn the_same_value_sealed_twice_looks_different() {
        let secrets = Secrets::generate();
        assert_ne!(secrets.seal(&PLACE, b"20"), secrets.seal(&PLACE, b"20"));
    }

    #[test]
    fn a_value_moved_to_another_row_column_or_table_does_not_open() {
        let secrets = Secrets::generate();
        let sealed = secrets.seal(&PLACE, b"110105194912310021");
        let elsewhere = [
            Place { row: Uuid::from_u128(8), ..PLACE },
            Place { column: "name", ..PLACE },
            Place { table: "account", ..PLACE },
            Place { table: "personid", column: "_number", ..PLACE },
        ];
        for place in elsewhere {
            assert_eq!(secrets.open(&place, &sealed), Err(Unreadable::Broken), "{place:?}");
        }
    }

    #[test]
    fn a_changed_byte_anywhere_keeps_it_shut() {
        let secrets = Secrets::generate();
        let sealed = secrets.seal(&PLACE, b"secret");
        for position in 0..sealed.len() {
            let mut changed = sealed.clone();
            changed[position] ^= 1;
            assert!(secrets.open(&PLACE, &changed).is_err(), "byte {position}");
        }
        for length in 0..sealed.len() {
            assert!(secrets.open(&PLACE, &sealed[..length]).is_err(), "cut to {length}");
        }
    }

    #[test]
    fn an_unknown_suite_and_an_unknown_key_are_told_apart() {
        let (secrets, others) = (Secrets::generate(), Secrets::generate());
        let mut sealed = secrets.seal(&PLACE, b"secret");
        assert_eq!(others.open(&PLACE, &sealed), Err(Unreadable::Key(secrets.active_key())));
        sealed[0] = 2;
        assert_eq!(secrets.open(&PLACE, &sealed), Err(Unreadable::Suite(2)));
    }

    #[test]
    fn bytes_that_are_no_text_are_not_shown_as_text() {
        let secrets = Secrets::generate();
        let sealed = secrets.seal(&PLACE, &[0xff]);
        assert_eq!(secrets.open_text(&PLACE, &sealed), Err(Unreadable::Broken));
    }
}
