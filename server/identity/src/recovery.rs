//! The recovery card: 80 random bits on paper, of which the database holds a slow, salted, keyed hash.
//!
//! Eighty bits are more than a thief of the database tries. They are fewer than the 112 that NIST SP 800-63B, 3.1.2,
//! asks for a fast hash, so Argon2id is used as for a password, with its modest cost (19 MiB, two passes: a few
//! hundredths of a second), because the card is typed once in years. A key from the secret file goes in as well: who
//! has the database alone cannot even begin.
//!
//! The hash takes its time on one core: call it from a thread for blocking work, after the tries were counted.

use argon2::{Algorithm, Argon2, Params, Version};
use subtle::ConstantTimeEq as _;
use zeroize::Zeroizing;

use crate::secret::{Key, KeyId, Purpose, Secrets};
use crate::{SUITE, random};

const SALT: usize = 16;
const HASH: usize = 32;
const MEMORY_KIB: u32 = 19 * 1024;
const PASSES: u32 = 2;

/// The hash to store for a card (53 bytes): suite · id of the root key · salt · hash. `card` is the canonical form of the
/// domain's recovery code.
pub fn hash(secrets: &Secrets, card: &str) -> Vec<u8> {
    let (id, key) = secrets.active_key_for(Purpose::Recovery);
    let salt = random::bytes::<SALT>();
    [&[SUITE], id.to_bytes().as_slice(), &salt, slow_hash(&key, &salt, card).as_slice()].concat()
}

/// Whether `card` is the one behind `stored`.
pub fn matches(secrets: &Secrets, card: &str, stored: &[u8]) -> bool {
    let Some(([suite, id @ ..], rest)) = stored.split_first_chunk::<5>() else {
        return false;
    };
    let Some((salt, found)) = rest.split_first_chunk::<SALT>() else {
        return false;
    };
    let Ok(id) = KeyId::try_from(id.as_slice()) else {
        return false;
    };
    let Some(key) = secrets.key(Purpose::Recovery, id).filter(|_| *suite == SUITE) else {
        return false;
    };
    slow_hash(&key, salt, card).as_slice().ct_eq(found).into()
}

fn slow_hash(key: &Key, salt: &[u8; SALT], card: &str) -> Zeroizing<[u8; HASH]> {
    let mut hash = Zeroizing::new([0; HASH]);
    let params =
        Params::new(MEMORY_KIB, PASSES, 1, Some(HASH)).expect("the constants above lie within Argon2's bounds");
    Argon2::new_with_secret(key.as_slice(), Algorithm::Argon2id, Version::V0x13, params)
        .and_then(|argon2| argon2.hash_password_into(card.as_bytes(), salt, hash.as_mut_slice()))
        .expect("Argon2 refuses only salts, keys and outputs of lengths that the constants above rule out");
    hash
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_card_matches_its_own_hash_alone() {
        let secrets = Secrets::generate();
        let stored = hash(&secrets, "ABCDEFGH23456789");
        assert_eq!(stored.len(), 53);
        assert!(matches(&secrets, "ABCDEFGH23456789", &stored));
        assert!(!matches(&secrets, "ABCDEFGH23456788", &stored));
        assert!(!matches(&Secrets::generate(), "ABCDEFGH23456789", &stored));
        for length in [0, 4, 5, 20, 21, 52] {
            assert!(!matches(&secrets, "ABCDEFGH23456789", &stored[..length]), "cut to {length}");
        }
    }

    #[test]
    fn two_people_with_the_same_card_cannot_be_told_by_the_hash() {
        let secrets = Secrets::generate();
        assert_ne!(hash(&secrets, "ABCDEFGH23456789"), hash(&secrets, "ABCDEFGH23456789"));
    }
}
