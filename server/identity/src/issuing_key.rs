//! New keys for signing certificates. The secret bytes are sealed ([`crate::seal`]) before they are stored; signing
//! itself is the work of [`IssuingKey`], which gets the opened bytes.

pub use xinju_credential::key::IssuingKey;
use zeroize::Zeroizing;

use crate::random;
use crate::secret::Key;

/// The 32 bytes of a new P-256 key: a number from 1 to the group's order minus 1.
pub fn generate() -> Key {
    loop {
        let bytes = Zeroizing::new(random::bytes::<32>());
        // Of all 256-bit numbers one in 2³² lies outside.
        if IssuingKey::from_secret(&bytes).is_ok() {
            return bytes;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_key_is_a_valid_one_and_never_the_same() {
        let (one, another) = (generate(), generate());
        assert!(IssuingKey::from_secret(&one).is_ok());
        assert_ne!(one, another);
    }
}
