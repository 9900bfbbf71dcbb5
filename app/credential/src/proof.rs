//! The holder's proof: a certificate wrapped in a signature by the key that it names.
//!
//! The phone's key can't be exported, so the signature is made elsewhere (WebCrypto, ECDSA with SHA-256) in three steps: [`payload`],
//! the bytes [`to_be_signed`], and [`assemble`] with the 64 bytes that came back.

use sha2::{Digest, Sha256};

use crate::Malformed;
use crate::cbor::Writer;
use crate::cose;
use crate::presentation::{AUD, CNONCE, IAT, PROOF, Presentation};

/// What the phone says: for which portal (host name without port), when (Unix seconds), and to which challenge if one was asked.
pub fn payload(aud: &str, iat: u64, cnonce: Option<&[u8; 16]>) -> Vec<u8> {
    let claims = Writer::default().map(if cnonce.is_some() { 3 } else { 2 });
    let claims = claims.int(AUD).text(aud).int(IAT).uint(iat);
    match cnonce {
        Some(nonce) => claims.int(CNONCE).bytes(nonce).into_bytes(),
        None => claims.into_bytes(),
    }
}

/// The bytes to sign with ECDSA and SHA-256: the Sig_structure of RFC 9052, 4.4.
///
/// `certificate` is the array of four elements as it was issued.
pub fn to_be_signed(certificate: &[u8], payload: &[u8]) -> Vec<u8> {
    cose::to_be_signed(&header(certificate), payload)
}

/// The presentation, ready for [`qr::text`](crate::qr::text); `signature` is r ‖ s as WebCrypto gives it.
pub fn assemble(certificate: &[u8], payload: &[u8], signature: &[u8; 64]) -> Vec<u8> {
    cose::assemble(&header(certificate), payload, signature)
}

/// The payload of the proof and the certificate, byte for byte as they stand in a live presentation.
///
/// # Errors
/// Malformed, or paper, which has no proof.
pub fn payload_and_certificate(presentation: &[u8]) -> Result<(Vec<u8>, Vec<u8>), Malformed> {
    let read = Presentation::parse(presentation)?;
    let proof = read.proof.ok_or(Malformed)?;
    Ok((proof.message.payload.to_vec(), read.message.encode()))
}

/// What makes a scan the same scan, so that it is registered once however often it arrives.
///
/// SHA-256 over the deterministic CBOR array `[payload of the proof (bstr), payload of the certificate (bstr)]`, or
/// `[payload of the certificate (bstr)]` for paper. Signatures and headers stay out: an ECDSA signature can be turned into a second
/// good one without the key.
///
/// # Errors
/// A malformed presentation.
pub fn replay_id(presentation: &[u8]) -> Result<[u8; 32], Malformed> {
    Ok(Presentation::parse(presentation)?.replay_id())
}

impl Presentation<'_> {
    pub(crate) fn replay_id(&self) -> [u8; 32] {
        let payloads = match &self.proof {
            Some(proof) => Writer::default().array(2).bytes(proof.message.payload),
            None => Writer::default().array(1),
        };
        Sha256::digest(payloads.bytes(self.message.payload).into_bytes()).into()
    }
}

fn header(certificate: &[u8]) -> Vec<u8> {
    let header = Writer::default().map(3).int(cose::ALG).int(cose::ES256);
    header.int(cose::KCWT).raw(certificate).int(cose::TYP).text(PROOF).into_bytes()
}
