//! The officer's offline bundle: everything that judging needs, in one file.
//!
//! `["xinju-bundle-1", made at, key set, [status list, …]]`. The bundle itself is not signed; it comes over TLS from the portal, as
//! the key set does, and each list carries its own signature.

use crate::Malformed;
use crate::cbor::{self, Writer};

const NAME: &str = "xinju-bundle-1";

/// A bundle as it was read: `key_set` and `lists` are not looked into yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bundle {
    /// Unix seconds by the server's clock.
    pub made_at: u64,
    pub key_set: Vec<u8>,
    pub lists: Vec<Vec<u8>>,
}

/// Packs the published documents.
pub fn encode<L: AsRef<[u8]>>(made_at: u64, key_set: &[u8], lists: &[L]) -> Vec<u8> {
    let bundle = Writer::default().array(4).text(NAME).uint(made_at).bytes(key_set).array(lists.len());
    lists.iter().fold(bundle, |writer, list| writer.bytes(list.as_ref())).into_bytes()
}

/// Unpacks what [`encode`] packed.
///
/// # Errors
/// Another shape or another version.
pub fn parse(bytes: &[u8]) -> Result<Bundle, Malformed> {
    let value = cbor::decode(bytes)?;
    let [name, made_at, key_set, lists] = value.array()? else {
        return Err(Malformed);
    };
    if name.text()? != NAME {
        return Err(Malformed);
    }
    Ok(Bundle {
        made_at: made_at.uint()?,
        key_set: key_set.bytes()?.to_vec(),
        lists: lists.array()?.iter().map(|list| list.bytes().map(<[u8]>::to_vec)).collect::<Result<_, _>>()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bundle_comes_back() {
        let bytes = encode(1_800_000_000, b"keys", &[b"one".to_vec(), b"two".to_vec()]);
        let bundle = parse(&bytes).expect("what was just packed");
        assert_eq!(
            bundle,
            Bundle { made_at: 1_800_000_000, key_set: b"keys".into(), lists: vec![b"one".into(), b"two".into()] }
        );
        let none: &[Vec<u8>] = &[];
        assert_eq!(parse(&encode(0, b"", none)).map(|bundle| bundle.lists.len()), Ok(0));
    }

    #[test]
    fn what_is_no_bundle_is_refused() {
        let another = Writer::default().array(4).text("xinju-bundle-2").uint(1).bytes(b"").array(0).into_bytes();
        let short = Writer::default().array(3).text(NAME).uint(1).bytes(b"").into_bytes();
        let typed = Writer::default().array(4).text(NAME).text("1").bytes(b"").array(0).into_bytes();
        for bytes in [another, short, typed, vec![], b"<html>".to_vec()] {
            assert_eq!(parse(&bytes), Err(Malformed));
        }
    }
}
