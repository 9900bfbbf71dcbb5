//! Tokens of sessions and links: 256 random bits ([`crate::random::token`]) that the browser or the letter holds, of
//! which the database holds the hash alone. A stolen database opens no session. A plain hash is enough for a token that
//! nobody can guess.
//!
//! A *signed* text is for links that need no row: its tag proves that we wrote it, for one use.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest as _, Sha256};
use subtle::ConstantTimeEq as _;

use crate::secret::{Purpose, Secrets};
use crate::tag;

/// SHA-256, as the database stores it.
pub fn hash(token: &str) -> [u8; 32] {
    Sha256::digest(token.as_bytes()).into()
}

/// Whether `token` is the one behind `stored`, in constant time.
pub fn matches(token: &str, stored: &[u8]) -> bool {
    hash(token).ct_eq(stored).into()
}

/// Signs `text` for one use, such as `"calendar"`: 50 characters of base64url. The text itself says until when it holds.
pub fn sign(secrets: &Secrets, usage: &str, text: &str) -> String {
    URL_SAFE_NO_PAD.encode(tag::make(secrets, Purpose::Link, &[usage.as_bytes(), text.as_bytes()]))
}

/// Whether `signature` was made for this use and text.
pub fn is_signed(secrets: &Secrets, usage: &str, text: &str, signature: &str) -> bool {
    let Ok(signature) = URL_SAFE_NO_PAD.decode(signature) else {
        return false;
    };
    tag::matches(secrets, Purpose::Link, &[usage.as_bytes(), text.as_bytes()], &signature)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random;

    #[test]
    fn a_token_matches_its_own_hash_alone() {
        let token = random::token();
        let stored = hash(&token);
        assert!(matches(&token, &stored));
        assert!(!matches(&random::token(), &stored));
        assert!(!matches("", &stored));
        assert!(!matches(&token, &stored[..31]));
        assert_eq!(hex::encode(hash("abc"))[..16], *"ba7816bf8f01cfea");
    }

    #[test]
    fn a_signature_holds_for_its_use_and_text_alone() {
        let secrets = Secrets::generate();
        let signature = sign(&secrets, "calendar", "branch 7");
        assert_eq!(signature.len(), 50);
        assert!(is_signed(&secrets, "calendar", "branch 7", &signature));
        assert!(!is_signed(&secrets, "calendar", "branch 8", &signature));
        assert!(!is_signed(&secrets, "paper", "branch 7", &signature));
        for garbage in ["", "=", "not base64 ✗", &signature[1..]] {
            assert!(!is_signed(&secrets, "calendar", "branch 7", garbage), "{garbage}");
        }
    }
}
