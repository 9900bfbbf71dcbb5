//! Issuing keys: the secret half that signs, and the public set that everybody may fetch.
//!
//! A key is named by the first eight bytes of its COSE key thumbprint (RFC 9679), so a name can't be given to another key. Each entry
//! of the set says for which region the key may sign and from which day to which (Asia/Shanghai). Whoever holds an [`IssuingKey`] can
//! make certificates; it leaves the server never and shows nothing of its secret when printed.

use std::fmt;

use p256::ecdsa::SigningKey;
use sha2::{Digest, Sha256};

use crate::cbor::{self, Map, Writer};
use crate::{Malformed, calendar, cose};

/// The private label under which the set says what a key is good for.
const SCOPE: i64 = -65_537;

/// An ES256 key that signs certificates and status lists.
pub struct IssuingKey {
    secret: SigningKey,
    x: [u8; 32],
    y: [u8; 32],
    kid: [u8; 8],
}

impl IssuingKey {
    /// From 32 secret bytes, which must be drawn from a secure source.
    ///
    /// # Errors
    /// Zero, or a number beyond the curve's order: draw again.
    pub fn from_secret(secret: &[u8; 32]) -> Result<Self, Malformed> {
        let secret = SigningKey::from_slice(secret).map_err(|_| Malformed)?;
        let point = secret.verifying_key().to_sec1_point(false);
        let [_, point @ ..] = point.as_bytes() else {
            return Err(Malformed);
        };
        let (x, y) = point.split_at(32);
        let (x, y) = (x.try_into().map_err(|_| Malformed)?, y.try_into().map_err(|_| Malformed)?);
        Ok(Self { secret, x, y, kid: kid(&x, &y) })
    }

    /// The name under which the key stands in the set.
    pub fn kid(&self) -> [u8; 8] {
        self.kid
    }

    /// The public point: x and y, big-endian.
    pub fn public(&self) -> ([u8; 32], [u8; 32]) {
        (self.x, self.y)
    }

    pub(crate) fn sign(&self, protected: &[u8], payload: &[u8]) -> Vec<u8> {
        cose::sign(&self.secret, protected, payload)
    }
}

impl fmt::Debug for IssuingKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("IssuingKey").field("kid", &self.kid).finish_non_exhaustive()
    }
}

/// A public issuing key and what it is good for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyEntry {
    pub kid: [u8; 8],
    pub x: [u8; 32],
    pub y: [u8; 32],
    /// It may sign for every region whose code begins so.
    pub region: String,
    /// First and last day of its signatures, YYYYMMDD in Asia/Shanghai.
    pub first: u32,
    pub last: u32,
}

impl KeyEntry {
    /// The entry of a public point; its kid follows from it.
    pub fn new((x, y): ([u8; 32], [u8; 32]), region: impl Into<String>, first: u32, last: u32) -> Self {
        Self { kid: kid(&x, &y), x, y, region: region.into(), first, last }
    }

    /// Whether the key may sign for the office with this region code.
    pub fn covers(&self, region: &str) -> bool {
        region.starts_with(&self.region)
    }

    /// Whether a signature made at `unix` seconds lies within the key's days.
    pub fn was_good_at(&self, unix: u64) -> bool {
        calendar::shanghai_day(unix).is_some_and(|day| (self.first..=self.last).contains(&day))
    }

    pub(crate) fn sec1_point(&self) -> [u8; 65] {
        let mut point = [4; 65];
        point[1..33].copy_from_slice(&self.x);
        point[33..].copy_from_slice(&self.y);
        point
    }

    fn write(&self, writer: Writer) -> Writer {
        let key = writer.map(7).int(1).int(2).int(2).bytes(&self.kid).int(3).int(cose::ES256);
        let point = key.int(-1).int(1).int(-2).bytes(&self.x).int(-3).bytes(&self.y);
        let scope = point.int(SCOPE).map(3).text("last").uint(u64::from(self.last));
        scope.text("first").uint(u64::from(self.first)).text("region").text(&self.region)
    }

    fn read(key: &Map<'_>) -> Result<Self, Malformed> {
        for (label, value) in [(1, 2), (3, cose::ES256), (-1, 1)] {
            if !key.need(label)?.is(value) {
                return Err(Malformed);
            }
        }
        let scope = key.need(SCOPE)?.map()?;
        let day = |name| scope.need_named(name)?.uint()?.try_into().map_err(|_| Malformed);
        Ok(Self {
            kid: *key.need(2)?.bytes_of()?,
            x: *key.need(-2)?.bytes_of()?,
            y: *key.need(-3)?.bytes_of()?,
            region: scope.need_named("region")?.text()?.to_owned(),
            first: day("first")?,
            last: day("last")?,
        })
    }
}

/// The issuing keys that are published, each kid once.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct KeySet {
    entries: Vec<KeyEntry>,
}

/// Why bytes are no key set to trust.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum KeySetRefusal {
    #[error("not a COSE key set of issuing keys")]
    Malformed,
    #[error("a key identifier stands in the set twice")]
    KidTwice,
    #[error("a key identifier is not the thumbprint of its key")]
    KidNotItsOwn,
}

impl From<Malformed> for KeySetRefusal {
    fn from(_: Malformed) -> Self {
        Self::Malformed
    }
}

impl KeySet {
    /// Reads a COSE_KeySet (RFC 9052, 7) as `/.well-known/xinju/keys` gives it.
    ///
    /// # Errors
    /// Another shape, a kid twice, a kid that is not its key's own.
    pub fn parse(bytes: &[u8]) -> Result<Self, KeySetRefusal> {
        let mut entries: Vec<KeyEntry> = Vec::new();
        for key in cbor::decode(bytes)?.array()? {
            let entry = KeyEntry::read(key.map()?)?;
            if entry.kid != kid(&entry.x, &entry.y) {
                return Err(KeySetRefusal::KidNotItsOwn);
            }
            if entries.iter().any(|other| other.kid == entry.kid) {
                return Err(KeySetRefusal::KidTwice);
            }
            entries.push(entry);
        }
        Ok(Self { entries })
    }

    /// Writes the set, in the order given.
    pub fn encode(entries: &[KeyEntry]) -> Vec<u8> {
        entries.iter().fold(Writer::default().array(entries.len()), |writer, entry| entry.write(writer)).into_bytes()
    }

    pub fn entries(&self) -> &[KeyEntry] {
        &self.entries
    }

    pub fn get(&self, kid: &[u8; 8]) -> Option<&KeyEntry> {
        self.entries.iter().find(|entry| entry.kid == *kid)
    }
}

/// The start of the SHA-256 thumbprint over the key's required members alone (RFC 9679, 4.2).
fn kid(x: &[u8; 32], y: &[u8; 32]) -> [u8; 8] {
    let key = Writer::default().map(4).int(1).int(2).int(-1).int(1).int(-2).bytes(x).int(-3).bytes(y).into_bytes();
    let thumbprint = Sha256::digest(key);
    std::array::from_fn(|index| thumbprint[index])
}
