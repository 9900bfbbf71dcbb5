//! A presentation as it was read: a live certificate in its holder's proof, or a certificate for paper as it is.

use crate::Malformed;
use crate::cbor;
use crate::certificate::{Certificate, Kind};
use crate::cose::{self, Sign1};

pub(crate) const PROOF: &str = "xk1";
pub(crate) const AUD: i64 = 3;
pub(crate) const IAT: i64 = 6;
pub(crate) const CNONCE: i64 = 39;

/// What the holder's phone says and signs.
#[derive(Debug)]
pub(crate) struct Proof<'a> {
    pub(crate) message: Sign1<'a>,
    pub(crate) aud: &'a str,
    /// Unix seconds by the phone's clock.
    pub(crate) issued_at: u64,
    pub(crate) cnonce: Option<[u8; 16]>,
}

/// Everything has the form that the profile demands; no signature is checked yet.
#[derive(Debug)]
pub(crate) struct Presentation<'a> {
    pub(crate) message: Sign1<'a>,
    pub(crate) certificate: Certificate,
    pub(crate) proof: Option<Proof<'a>>,
}

impl<'a> Presentation<'a> {
    pub(crate) fn parse(bytes: &'a [u8]) -> Result<Self, Malformed> {
        if bytes.len() > cose::LONGEST {
            return Err(Malformed);
        }
        let outer = Sign1::parse(bytes)?;
        let (message, proof) = if outer.headers.get(cose::KCWT).is_some() {
            (Sign1::from_value(outer.headers.need(cose::KCWT)?)?, Some(Proof::read(outer)?))
        } else {
            (outer, None)
        };
        let certificate = Certificate::read(&message)?;
        // A live certificate alone could be anybody's copy; paper has no key that a proof could be by.
        if (certificate.kind == Kind::Live) != proof.is_some() {
            return Err(Malformed);
        }
        Ok(Self { message, certificate, proof })
    }
}

impl<'a> Proof<'a> {
    fn read(message: Sign1<'a>) -> Result<Self, Malformed> {
        if message.typ_among(&[cose::ALG, cose::KCWT, cose::TYP])? != PROOF {
            return Err(Malformed);
        }
        let payload = cbor::decode(message.payload)?;
        let payload = payload.map()?;
        Ok(Self {
            aud: payload.need(AUD)?.text()?,
            issued_at: payload.need(IAT)?.uint()?,
            cnonce: payload.get(CNONCE).map(|nonce| nonce.bytes_of().copied()).transpose()?,
            message,
        })
    }
}
