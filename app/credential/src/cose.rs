//! COSE_Sign1 (RFC 9052, 4.2), untagged, ES256, with an empty unprotected header: the one envelope of this profile.
//!
//! Certificate, proof, binding and status list differ in their `typ` header and in what their payload says; how they are read, signed
//! and checked is the same and stands here.

use p256::ecdsa::signature::{Signer, Verifier};
use p256::ecdsa::{Signature, SigningKey, VerifyingKey};

use crate::Malformed;
use crate::cbor::{self, Map, Value, Writer};

pub(crate) const ALG: i64 = 1;
pub(crate) const KID: i64 = 4;
pub(crate) const KCWT: i64 = 13;
pub(crate) const TYP: i64 = 16;
/// ECDSA with SHA-256 on P-256 (RFC 9053, 2.1).
pub(crate) const ES256: i64 = -7;

/// Presentations and bindings are at most this long.
pub(crate) const LONGEST: usize = 2_048;

/// A message as it was read; its signature is not checked yet.
#[derive(Debug, Clone)]
pub(crate) struct Sign1<'a> {
    pub(crate) headers: Map<'a>,
    pub(crate) protected: &'a [u8],
    pub(crate) payload: &'a [u8],
    pub(crate) signature: &'a [u8; 64],
}

impl<'a> Sign1<'a> {
    pub(crate) fn parse(bytes: &'a [u8]) -> Result<Self, Malformed> {
        Self::from_value(&cbor::decode(bytes)?)
    }

    pub(crate) fn from_value(value: &Value<'a>) -> Result<Self, Malformed> {
        let [protected, unprotected, payload, signature] = value.array()? else {
            return Err(Malformed);
        };
        if unprotected.map()?.len() != 0 {
            return Err(Malformed);
        }
        let protected = protected.bytes()?;
        let Value::Map(headers) = cbor::decode(protected)? else {
            return Err(Malformed);
        };
        Ok(Self { headers, protected, payload: payload.bytes()?, signature: signature.bytes_of()? })
    }

    /// The `typ` header, once the header is known to be ES256 and to hold `labels` and nothing else.
    pub(crate) fn typ_among(&self, labels: &[i64]) -> Result<&'a str, Malformed> {
        let whole = self.headers.len() == labels.len() && labels.iter().all(|label| self.headers.get(*label).is_some());
        if !whole || !self.headers.need(ALG)?.is(ES256) {
            return Err(Malformed);
        }
        self.headers.need(TYP)?.text()
    }

    pub(crate) fn is_signed_by(&self, sec1_point: &[u8]) -> bool {
        is_signed_by(sec1_point, &to_be_signed(self.protected, self.payload), self.signature)
    }

    /// The same bytes that were read, since a document has one encoding.
    pub(crate) fn encode(&self) -> Vec<u8> {
        assemble(self.protected, self.payload, self.signature)
    }
}

/// Whether `signature` over `message` is by the key at `sec1_point` (either form); never for a point off the curve.
pub(crate) fn is_signed_by(sec1_point: &[u8], message: &[u8], signature: &[u8; 64]) -> bool {
    let (Ok(key), Ok(signature)) = (VerifyingKey::from_sec1_bytes(sec1_point), Signature::from_slice(signature)) else {
        return false;
    };
    key.verify(message, &signature).is_ok()
}

/// The Sig_structure of RFC 9052, 4.4, without external data.
pub(crate) fn to_be_signed(protected: &[u8], payload: &[u8]) -> Vec<u8> {
    Writer::default().array(4).text("Signature1").bytes(protected).bytes(&[]).bytes(payload).into_bytes()
}

pub(crate) fn assemble(protected: &[u8], payload: &[u8], signature: &[u8; 64]) -> Vec<u8> {
    Writer::default().array(4).bytes(protected).map(0).bytes(payload).bytes(signature).into_bytes()
}

pub(crate) fn sign(key: &SigningKey, protected: &[u8], payload: &[u8]) -> Vec<u8> {
    let signature: Signature = key.sign(&to_be_signed(protected, payload));
    assemble(protected, payload, &signature.to_bytes().into())
}

/// The protected header of what an issuing key signs.
pub(crate) fn issuer_header(kid: &[u8; 8], typ: &str) -> Vec<u8> {
    Writer::default().map(3).int(ALG).int(ES256).int(KID).bytes(kid).int(TYP).text(typ).into_bytes()
}
