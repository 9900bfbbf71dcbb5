//! The officer's question to a phone whose clock is in doubt: sixteen random bytes in a QR of the wallet's address.
//!
//! The screen shows `origin "/wallet#c=" base64url(16 bytes)` for 120 s; the wallet answers after a press, with a proof that carries
//! the bytes as `cnonce`. Fragments never reach a server, so nobody learns who was asked.

const BEFORE: &str = "/wallet#c=";
/// RFC 4648, 5, without padding.
const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// The nonce in 22 characters of base64url.
pub fn encode(nonce: &[u8; 16]) -> String {
    let mut bits = nonce.iter().fold(0_u128, |bits, byte| bits << 8 | u128::from(*byte));
    // 22 characters hold 132 bits; the last one has four too many, and they are zero.
    let mut characters = [0; 22];
    characters[21] = ALPHABET[(bits << 4 & 63) as usize];
    bits >>= 2;
    for character in characters[..21].iter_mut().rev() {
        *character = ALPHABET[(bits & 63) as usize];
        bits >>= 6;
    }
    characters.iter().map(|character| char::from(*character)).collect()
}

/// The text of the officer's QR.
pub fn url(origin: &str, nonce: &[u8; 16]) -> String {
    [origin, BEFORE, &encode(nonce)].concat()
}

/// The nonce of a scanned challenge; `None` if the text is none. What stands before the path is not judged.
pub fn parse_wallet_url(text: &str) -> Option<[u8; 16]> {
    let (_, encoded) = text.rsplit_once(BEFORE)?;
    if encoded.len() != 22 {
        return None;
    }
    let mut bits = 0_u128;
    let mut last = 0;
    for (index, character) in encoded.bytes().enumerate() {
        last = ALPHABET.iter().position(|known| *known == character)? as u128;
        bits = if index < 21 { bits << 6 | last } else { bits << 2 | last >> 4 };
    }
    if last & 15 != 0 {
        return None;
    }
    Some(bits.to_be_bytes())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_nonce_is_written_as_base64url() {
        assert_eq!(encode(&[0; 16]), "AAAAAAAAAAAAAAAAAAAAAA");
        assert_eq!(encode(&[0xff; 16]), "_____________________w");
        assert_eq!(encode(&std::array::from_fn(|index| index as u8)), "AAECAwQFBgcICQoLDA0ODw");
    }

    #[test]
    fn what_is_no_challenge_is_passed_over() {
        for text in [
            "",
            "https://xinju.example/wallet",
            "https://xinju.example/wallet#c=",
            "https://xinju.example/wallet#c=AAECAwQFBgcICQoLDA0ODx",
            "https://xinju.example/wallet#c=AAECAwQFBgcICQoLDA0OD",
            "https://xinju.example/wallet#c=AAECAwQFBgcICQoLDA0ODw==",
            "https://xinju.example/wallet#c=AAECAwQFBgcICQoLDA0OD+",
            "https://xinju.example/wallet?c=AAECAwQFBgcICQoLDA0ODw",
            "https://xinju.example/v#0011223344",
        ] {
            assert_eq!(parse_wallet_url(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn a_nonce_comes_back(nonce in any::<[u8; 16]>()) {
            prop_assert_eq!(parse_wallet_url(&url("https://xinju.example", &nonce)), Some(nonce));
        }
    }
}
