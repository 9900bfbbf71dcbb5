//! The e-certificate's QR, profile 1, from the record to the symbol and back to a verdict.
//!
//! Three parties meet here. The *issuer* signs a certificate ([`certificate::issue`]), a COSE_Sign1 that holds what one of three
//! profiles may show. The *holder's* phone wraps it in a proof by its own key ([`proof`]), made anew every half minute, and draws it
//! ([`qr`]). The *verifier*, in a browser, in the server or on the command line, asks one question of the text it read
//! ([`verify::judge`]) and gets one of eleven verdicts. What they share in public are the issuing keys ([`key`]), the status lists
//! ([`status`]) and both in one file for the officer who has no signal ([`bundle`]). A phone comes to its certificate by a
//! [`binding`]; an officer who doubts a clock asks a [`challenge`].
//!
//! Nothing here reads a clock, draws a random number or touches a file or a network: time, nonces and keys are parameters. Signing is
//! deterministic (RFC 6979). Whatever a stranger sends, no function panics.
//!
//! The format is finished standards alone: CBOR (RFC 8949, core deterministic encoding), COSE_Sign1 with ES256 (RFC 9052, 9053), CWT
//! (RFC 8392), key confirmation (RFC 8747), the `kcwt` header (RFC 9528), COSE key thumbprints (RFC 9679), Token Status List. A reader
//! of our own takes the deterministic form only ([RFC 8949, 4.2.1]); general CBOR libraries accept more than may be accepted here.
//!
//! [RFC 8949, 4.2.1]: https://www.rfc-editor.org/rfc/rfc8949#section-4.2.1

pub mod binding;
pub mod bundle;
mod calendar;
mod cbor;
pub mod certificate;
pub mod challenge;
mod claim;
mod cose;
pub mod digits;
mod holder;
pub mod key;
mod presentation;
pub mod proof;
pub mod qr;
pub mod status;
mod subject;
pub mod verify;

/// The bytes or the text are not of the form that this profile demands.
///
/// No part of what was read is told: whatever fails to decode shows nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not of the form that the profile demands")]
pub struct Malformed;
