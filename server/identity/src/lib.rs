//! What proves who somebody is, and what keeps the stored data unreadable to a thief.
//!
//! Everything here takes values and returns values. There is no database, no network and no clock; the one file that
//! draws randomness is [`random`]. `service` stores what comes out, decides who may ask, counts the tries and sets the
//! limits.
//!
//! * [`secret`] reads the secret file and derives one key per purpose. Without that file nothing sealed opens again.
//! * [`seal`] encrypts a field or a paper for one place in the database; [`index`] makes it findable without opening it;
//!   [`archive`] is a sealed stream, for backups.
//! * [`token`] is for sessions and links, [`code`] for the six digits by mail or text message, [`recovery`] for the card,
//!   [`passkey`] for the ceremonies of WebAuthn, [`issuing_key`] for the keys that sign certificates, [`audit_key`] for
//!   the one that signs the state of the history.
//!
//! Each ciphertext, tag and slow hash begins with the number of its cipher suite (an index has it hashed in), so that
//! SM2, SM3 and SM4 can join as a second one without touching what is stored. Suite 1 is XChaCha20-Poly1305,
//! HMAC-SHA-256 and Argon2id.

pub mod archive;
pub mod audit_key;
pub mod code;
pub mod index;
pub mod issuing_key;
pub mod passkey;
pub mod random;
pub mod recovery;
pub mod seal;
pub mod secret;
mod tag;
pub mod token;

pub use index::Field;
pub use passkey::{PasskeyRefusal, Passkeys};
pub use seal::{Place, Unreadable};
pub use secret::{KeyId, SecretError, Secrets};

/// XChaCha20-Poly1305, HMAC-SHA-256, Argon2id.
const SUITE: u8 = 1;
