//! A keyed tag: proof that these parts came from us, and that they were these. It is suite (1 byte) · id of the root
//! key (4) · HMAC-SHA-256 (32).

use hmac::{Hmac, Mac as _};
use sha2::Sha256;
use subtle::ConstantTimeEq as _;

use crate::SUITE;
use crate::secret::{Key, KeyId, Purpose, Secrets};

pub(crate) fn make(secrets: &Secrets, purpose: Purpose, parts: &[&[u8]]) -> Vec<u8> {
    let (id, key) = secrets.active_key_for(purpose);
    [&[SUITE], id.to_bytes().as_slice(), &mac(&key, parts)].concat()
}

/// Whether `tag` was made for these parts, in constant time.
pub(crate) fn matches(secrets: &Secrets, purpose: Purpose, parts: &[&[u8]], tag: &[u8]) -> bool {
    let Some(([suite, id @ ..], found)) = tag.split_first_chunk::<5>() else {
        return false;
    };
    let Ok(id) = KeyId::try_from(id.as_slice()) else {
        return false;
    };
    let Some(key) = secrets.key(purpose, id).filter(|_| *suite == SUITE) else {
        return false;
    };
    mac(&key, parts).ct_eq(found).into()
}

/// Lengths go first, so that `["ab", "c"]` and `["a", "bc"]` differ.
fn mac(key: &Key, parts: &[&[u8]]) -> [u8; 32] {
    let mut mac = Hmac::<Sha256>::new_from_slice(key.as_slice()).expect("HMAC takes keys of every length");
    for part in parts {
        mac.update(&(part.len() as u64).to_be_bytes());
        mac.update(part);
    }
    mac.finalize().into_bytes().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_fits_its_parts_its_purpose_and_its_keys_alone() {
        let secrets = Secrets::generate();
        let tag = make(&secrets, Purpose::Code, &[b"ab", b"c"]);
        assert!(matches(&secrets, Purpose::Code, &[b"ab", b"c"], &tag));
        assert!(!matches(&secrets, Purpose::Code, &[b"a", b"bc"], &tag));
        assert!(!matches(&secrets, Purpose::Link, &[b"ab", b"c"], &tag));
        assert!(!matches(&Secrets::generate(), Purpose::Code, &[b"ab", b"c"], &tag));
    }

    #[test]
    fn a_tag_with_a_byte_changed_or_cut_off_does_not_fit() {
        let secrets = Secrets::generate();
        let tag = make(&secrets, Purpose::Code, &[b"a"]);
        for position in 0..tag.len() {
            let mut changed = tag.clone();
            changed[position] ^= 1;
            assert!(!matches(&secrets, Purpose::Code, &[b"a"], &changed), "byte {position}");
            assert!(!matches(&secrets, Purpose::Code, &[b"a"], &tag[..position]), "cut to {position}");
        }
    }
}
