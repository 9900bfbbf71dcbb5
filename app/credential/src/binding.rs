//! Binding a phone: its new key says of itself that it belongs to this portal, now, in answer to the server's nonce.
//!
//! A COSE_Sign1 of type `xb1` by the new key over the key itself. It proves that whoever asks holds the secret half; *who* asks is a
//! matter of the session it arrives in. The server draws the nonce, keeps it 120 s and takes it once; it stores the key compressed.

use crate::Malformed;
use crate::cbor::{self, Writer};
use crate::certificate::HolderKey;
use crate::cose::{self, Sign1};
use crate::presentation::{AUD, CNONCE, IAT};

const BINDING: &str = "xb1";
const CNF: i64 = 8;
/// Seconds by which the phone's clock may be off, either way.
const TOLERANCE: u64 = 600;

/// Why a phone was not bound.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BindingRefusal {
    #[error("not a binding")]
    Malformed,
    #[error("the binding is for another portal")]
    AnotherPortal,
    #[error("the binding answers another nonce")]
    AnotherNonce,
    #[error("the phone's clock is more than ten minutes off")]
    WrongClock,
    #[error("the binding is not signed by the key it names")]
    NotByThisKey,
}

impl From<Malformed> for BindingRefusal {
    fn from(_: Malformed) -> Self {
        Self::Malformed
    }
}

/// `{3: aud, 6: iat, 8: {1: COSE_Key}, 39: nonce}`; `iat` in Unix seconds by the phone's clock.
pub fn payload(aud: &str, iat: u64, holder: &HolderKey, nonce: &[u8; 16]) -> Vec<u8> {
    let claims = Writer::default().map(4).int(AUD).text(aud).int(IAT).uint(iat).int(CNF);
    holder.write(claims).int(CNONCE).bytes(nonce).into_bytes()
}

/// The bytes to sign with ECDSA and SHA-256.
pub fn to_be_signed(payload: &[u8]) -> Vec<u8> {
    cose::to_be_signed(&header(), payload)
}

/// The message to send; `signature` is r ‖ s.
pub fn assemble(payload: &[u8], signature: &[u8; 64]) -> Vec<u8> {
    cose::assemble(&header(), payload, signature)
}

/// The key to bind, if the message is by it, for `aud`, within ten minutes of `now` (Unix seconds) and in answer to `nonce`.
///
/// # Errors
/// The first reason against it; a key off the curve counts as no signature.
pub fn verify(bytes: &[u8], aud: &str, now: i64, nonce: &[u8; 16]) -> Result<HolderKey, BindingRefusal> {
    if bytes.len() > cose::LONGEST {
        return Err(BindingRefusal::Malformed);
    }
    let message = Sign1::parse(bytes)?;
    if message.typ_among(&[cose::ALG, cose::TYP])? != BINDING {
        return Err(BindingRefusal::Malformed);
    }
    let payload = cbor::decode(message.payload)?;
    let payload = payload.map()?;
    let holder = HolderKey::read_either(payload.need(CNF)?)?;
    let issued_at = payload.need(IAT)?.uint()?;
    let for_portal = payload.need(AUD)?.text()?;
    let answered: &[u8; 16] = payload.need(CNONCE)?.bytes_of()?;
    if for_portal != aud {
        return Err(BindingRefusal::AnotherPortal);
    }
    if answered != nonce {
        return Err(BindingRefusal::AnotherNonce);
    }
    if !u64::try_from(now).is_ok_and(|now| now.abs_diff(issued_at) <= TOLERANCE) {
        return Err(BindingRefusal::WrongClock);
    }
    if !holder.signed(&cose::to_be_signed(message.protected, message.payload), message.signature) {
        return Err(BindingRefusal::NotByThisKey);
    }
    Ok(holder)
}

fn header() -> Vec<u8> {
    Writer::default().map(2).int(cose::ALG).int(cose::ES256).int(cose::TYP).text(BINDING).into_bytes()
}
