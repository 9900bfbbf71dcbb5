//! Status lists: who is revoked, who is suspended, without saying of anybody who it is.
//!
//! A Token Status List (draft-ietf-oauth-status-list) in its CWT form with two bits an entry: 0 valid, 1 invalid, 2 suspended; 3 is
//! read as 2. A list is rebuilt whole at every change and signed by an issuing key. Reading judges the form; whether a list *counts*
//! for a certificate is judged in [`verify`](crate::verify).

use miniz_oxide::deflate::{CompressionLevel, compress_to_vec_zlib};
use miniz_oxide::inflate::decompress_to_vec_zlib_with_limit;

use crate::Malformed;
use crate::cbor::{self, Writer};
use crate::cose::{self, Sign1};
use crate::key::IssuingKey;

/// The `typ` header of a list.
pub const TYP: &str = "application/statuslist+cwt";
/// A list inflates to at most this many bytes (4 MiB), so nobody can make a verifier run out of memory.
pub const LARGEST: usize = 4 << 20;

const BITS: u64 = 2;
const PER_BYTE: u64 = 8 / BITS;

const SUB: i64 = 2;
const EXP: i64 = 4;
const IAT: i64 = 6;
const LIST: i64 = 65_533;
const TTL: i64 = 65_534;

pub const VALID: u8 = 0;
pub const INVALID: u8 = 1;
pub const SUSPENDED: u8 = 2;

/// An entry beyond what a list may hold: 16,777,216 of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("more entries than a status list may hold")]
pub struct TooLong;

/// The statuses of one list, before it is signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatusList {
    packed: Vec<u8>,
}

impl StatusList {
    /// A list of at least `size` entries, all valid but those given as (index, value); of a value the two lowest bits count. It grows
    /// where an index lies beyond `size`, for a revocation may not get lost.
    ///
    /// # Errors
    /// More than 16,777,216 entries.
    pub fn build(entries: impl Iterator<Item = (u64, u8)>, size: u64) -> Result<Self, TooLong> {
        let mut packed = vec![0; place(size.saturating_sub(1))?.0 + usize::from(size > 0)];
        for (index, value) in entries {
            let (byte, shift) = place(index)?;
            if byte >= packed.len() {
                packed.resize(byte + 1, 0);
            }
            packed[byte] = packed[byte] & !(3 << shift) | (value & 3) << shift;
        }
        Ok(Self { packed })
    }

    /// The value at `index`; `None` beyond the end.
    pub fn get(&self, index: u64) -> Option<u8> {
        let byte = self.packed.get(usize::try_from(index / PER_BYTE).ok()?)?;
        Some(byte >> shift(index) & 3)
    }

    /// The Status List Token: `uri` is the list's name, `iat` and `exp` are Unix seconds, `ttl` seconds.
    pub fn sign(&self, key: &IssuingKey, uri: &str, iat: u64, exp: u64, ttl: u64) -> Vec<u8> {
        let compressed = compress_to_vec_zlib(&self.packed, CompressionLevel::UberCompression as u8);
        let claims = Writer::default().map(5).int(SUB).text(uri).int(EXP).uint(exp).int(IAT).uint(iat);
        let list = claims.int(LIST).map(2).text("lst").bytes(&compressed).text("bits").uint(BITS);
        let payload = list.int(TTL).uint(ttl).into_bytes();
        key.sign(&cose::issuer_header(&key.kid(), TYP), &payload)
    }
}

/// A Status List Token as it was read. Nothing of it is believed yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatusToken {
    /// The key that is said to have signed it; `None` when the header is not that of a status list.
    pub kid: Option<[u8; 8]>,
    pub uri: String,
    /// Unix seconds.
    pub issued_at: u64,
    pub expires_at: u64,
    bits: u64,
    compressed: Vec<u8>,
    signed: Vec<u8>,
    signature: [u8; 64],
}

impl StatusToken {
    /// Reads a token; neither signature nor header nor `bits` are judged.
    ///
    /// # Errors
    /// Not a COSE_Sign1 whose payload holds `sub`, `iat`, `exp` and a status list, each of its type.
    pub fn parse(bytes: &[u8]) -> Result<Self, Malformed> {
        let message = Sign1::parse(bytes)?;
        let payload = cbor::decode(message.payload)?;
        let payload = payload.map()?;
        let list = payload.need(LIST)?.map()?;
        Ok(Self {
            kid: kid(&message),
            uri: payload.need(SUB)?.text()?.to_owned(),
            issued_at: payload.need(IAT)?.uint()?,
            expires_at: payload.need(EXP)?.uint()?,
            bits: list.need_named("bits")?.uint()?,
            compressed: list.need_named("lst")?.bytes()?.to_vec(),
            signed: cose::to_be_signed(message.protected, message.payload),
            signature: *message.signature,
        })
    }

    pub(crate) fn is_signed_by(&self, sec1_point: &[u8]) -> bool {
        cose::is_signed_by(sec1_point, &self.signed, &self.signature)
    }

    /// The list itself; `None` when it has another width, does not inflate, or inflates to more than [`LARGEST`].
    pub fn list(&self) -> Option<StatusList> {
        if self.bits != BITS {
            return None;
        }
        let packed = decompress_to_vec_zlib_with_limit(&self.compressed, LARGEST).ok()?;
        Some(StatusList { packed })
    }
}

fn kid(message: &Sign1<'_>) -> Option<[u8; 8]> {
    let typ = message.typ_among(&[cose::ALG, cose::KID, cose::TYP]).ok()?;
    let kid = message.headers.get(cose::KID)?.bytes_of().ok()?;
    (typ == TYP).then_some(*kid)
}

/// The byte that holds an entry and how far the entry is shifted in it: the first entry has the lowest bits.
fn place(index: u64) -> Result<(usize, u32), TooLong> {
    match usize::try_from(index / PER_BYTE) {
        Ok(byte) if byte < LARGEST => Ok((byte, shift(index))),
        _ => Err(TooLong),
    }
}

fn shift(index: u64) -> u32 {
    (index % PER_BYTE * BITS) as u32
}
