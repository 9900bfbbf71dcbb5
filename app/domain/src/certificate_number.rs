//! The two numbers of a certificate.
//!
//! The *official number* follows GB/T 36904: `1.2.156.3005.2` (the root), then the code of the certificate's type, the
//! code of the issuing body, a serial, a version of three digits, and a check character over the four joined.
//!
//! The *short number* stands in the QR and is typed by officers: county (6), year (2), serial (8) and a check letter
//! of the alphabet in which nothing is mistaken for something else; 17 in all, one less than an ID number, so that
//! those two are never mistaken for each other either.

use thiserror::Error;

mod official;
mod short;

pub use official::OfficialNumber;
pub use short::ShortNumber;

/// The root of all electronic certificates in GB/T 36904.
pub const ROOT: &str = "1.2.156.3005.2";
/// The highest version: three digits.
pub const MAX_VERSION: u16 = 999;

/// ISO 7064 MOD 37,36 over digits and capital letters; nothing if there are others or none.
pub fn check_character(text: &str) -> Option<char> {
    if text.is_empty() {
        return None;
    }
    let mut product = 36;
    for c in text.chars() {
        let value = c.to_digit(36).filter(|_| !c.is_ascii_lowercase())?;
        let sum = (product + value) % 36;
        product = if sum == 0 { 36 } else { sum } * 2 % 37;
    }
    let check = (37 - product) % 36;
    char::from_digit(check, 36).map(|c| c.to_ascii_uppercase())
}

/// What is wrong with a number of a certificate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Error)]
pub enum NumberFault {
    #[error("the type is not 21 digits and capital letters")]
    Type,
    #[error("the issuer is neither a credit code of 18 characters nor a region code of 6")]
    Issuer,
    #[error("the serial is not 1 to 30 digits and capital letters")]
    Serial,
    #[error("the version is not 1 to 999")]
    Version,
    #[error("the number has not the shape of one")]
    Shape,
    #[error("the check character does not fit")]
    Check,
}

#[cfg(test)]
mod tests;
