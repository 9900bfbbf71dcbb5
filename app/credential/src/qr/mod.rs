//! The QR's text, and (feature `draw`) its symbol.
//!
//! The text is an address of the portal's verifier page with the presentation as digits in its fragment: any phone camera opens it, and
//! a fragment is sent to no server.

use crate::{Malformed, digits};

#[cfg(feature = "draw")]
mod symbol;
#[cfg(feature = "draw")]
pub use symbol::{Symbol, TooLong, draw_live, draw_paper, draw_text};

/// The longest host name for which every presentation fits version 18-L.
pub const LONGEST_HOST: usize = 36;

const BEFORE: &str = "/v#";
/// Digits of 2,048 bytes: what is longer is malformed before it is read.
const LONGEST: usize = 4_974;

/// `origin "/v#" digits`.
pub fn text(origin: &str, presentation: &[u8]) -> String {
    [origin, BEFORE, &digits::encode(presentation)].concat()
}

/// The presentation's bytes. What stands before `/v#` is not judged (the proof names its portal).
///
/// # Errors
/// No `/v#`, or digits that no bytes have.
pub fn presentation(text: &str) -> Result<Vec<u8>, Malformed> {
    let (_, fragment) = text.rsplit_once(BEFORE).ok_or(Malformed)?;
    if fragment.len() > LONGEST {
        return Err(Malformed);
    }
    digits::decode(fragment)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_presentation_has_the_longest_text() {
        assert_eq!(digits::encode(&[0; crate::cose::LONGEST]).len(), LONGEST);
        assert_eq!(presentation(&text("https://xinju.example", &[7; 2_048])), Ok(vec![7; 2_048]));
        assert_eq!(presentation(&text("https://xinju.example", &[7; 2_049])), Err(Malformed));
    }

    #[test]
    fn only_the_verifiers_address_holds_a_presentation() {
        assert_eq!(presentation("anything at all/v#255"), Ok(vec![255]));
        assert_eq!(presentation("/v#"), Ok(vec![]));
        for text in
            ["", "255", "https://xinju.example/w#255", "https://xinju.example/v?255", "https://xinju.example/v#255\n"]
        {
            assert_eq!(presentation(text), Err(Malformed), "{text:?}");
        }
    }
}
