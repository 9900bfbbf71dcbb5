//! The public half of the key that never leaves the holder's phone.

use p256::ecdsa::VerifyingKey;

use crate::Malformed;
use crate::cbor::{Map, Value, Writer};
use crate::cose;

const CONFIRMATION_KEY: i64 = 1;
const KTY: i64 = 1;
const KTY_EC2: i64 = 2;
const CRV: i64 = -1;
const CRV_P256: i64 = 1;
const X: i64 = -2;
const Y: i64 = -3;

/// A point of P-256, compressed: its x coordinate and whether y is odd.
///
/// That x lies on the curve is known only of a key made from SEC1 bytes; of one read from a certificate the verdict checks it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct HolderKey {
    pub x: [u8; 32],
    pub y_odd: bool,
}

impl HolderKey {
    /// From the 65 bytes that a browser exports as `raw`: `04 ‖ x ‖ y` (SEC1, 2.3.3).
    ///
    /// # Errors
    /// Another first byte, or a point off the curve.
    pub fn from_sec1_uncompressed(bytes: &[u8; 65]) -> Result<Self, Malformed> {
        if bytes[0] != 4 {
            return Err(Malformed);
        }
        Self::from_point(bytes)
    }

    /// From `02 ‖ x` or `03 ‖ x`.
    ///
    /// # Errors
    /// Another first byte, or an x that no point has.
    pub fn from_sec1_compressed(bytes: &[u8; 33]) -> Result<Self, Malformed> {
        Self::from_point(bytes)
    }

    fn from_point(bytes: &[u8]) -> Result<Self, Malformed> {
        let key = VerifyingKey::from_sec1_bytes(bytes).map_err(|_| Malformed)?;
        let point = key.to_sec1_point(true);
        let (sign, x) = point.as_bytes().split_first().ok_or(Malformed)?;
        Ok(Self { x: x.try_into().map_err(|_| Malformed)?, y_odd: *sign == 3 })
    }

    /// `02 ‖ x` for an even y, `03 ‖ x` for an odd one.
    pub fn to_sec1_compressed(&self) -> [u8; 33] {
        let mut bytes = [if self.y_odd { 3 } else { 2 }; 33];
        bytes[1..].copy_from_slice(&self.x);
        bytes
    }

    /// `04 ‖ x ‖ y`; `None` when no point of the curve has this x.
    pub fn to_sec1_uncompressed(&self) -> Option<[u8; 65]> {
        let key = VerifyingKey::from_sec1_bytes(&self.to_sec1_compressed()).ok()?;
        key.to_sec1_point(false).as_bytes().try_into().ok()
    }

    pub(crate) fn signed(&self, message: &[u8], signature: &[u8; 64]) -> bool {
        cose::is_signed_by(&self.to_sec1_compressed(), message, signature)
    }

    /// `{1: {1: 2, -1: 1, -2: x, -3: y sign}}`, the confirmation of RFC 8747.
    pub(crate) fn write(&self, writer: Writer) -> Writer {
        let key = writer.map(1).int(CONFIRMATION_KEY).map(4).int(KTY).int(KTY_EC2).int(CRV).int(CRV_P256);
        key.int(X).bytes(&self.x).int(Y).bool(self.y_odd)
    }

    /// Reads what [`write`](Self::write) writes; members beyond it are passed over.
    pub(crate) fn read(confirmation: &Value<'_>) -> Result<Self, Malformed> {
        let key = cose_key(confirmation)?;
        Ok(Self { x: *key.need(X)?.bytes_of()?, y_odd: key.need(Y)?.bool()? })
    }

    /// As [`read`](Self::read), but takes the uncompressed form (y as 32 bytes) too, in which browsers export a key.
    pub(crate) fn read_either(confirmation: &Value<'_>) -> Result<Self, Malformed> {
        let key = cose_key(confirmation)?;
        let Value::Bytes(y) = key.need(Y)? else {
            return Self::read(confirmation);
        };
        let x: &[u8; 32] = key.need(X)?.bytes_of()?;
        let point: [u8; 65] = [&[4], x.as_slice(), y].concat().try_into().map_err(|_| Malformed)?;
        Self::from_sec1_uncompressed(&point)
    }
}

fn cose_key<'v, 'a>(confirmation: &'v Value<'a>) -> Result<&'v Map<'a>, Malformed> {
    let key = confirmation.map()?.need(CONFIRMATION_KEY)?.map()?;
    let p256 = key.need(KTY)?.is(KTY_EC2) && key.need(CRV)?.is(CRV_P256);
    if p256 { Ok(key) } else { Err(Malformed) }
}
