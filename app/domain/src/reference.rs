//! The reference of an application, for life: eight letters and digits in two groups, `7K4M-2Q9F`, short enough to be
//! said over a telephone. Seven are random (35 bits), the last is a check letter, so that a slip is found before
//! anybody is looked up. It stands in no QR: together with a birth date it reports a lost phone.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::coded::faults;
use crate::safe_letters as safe;

const RANDOM: usize = 7;
const LENGTH: usize = RANDOM + 1;

faults! {
    /// What is wrong with a reference as typed.
    ReferenceFault {
        Empty = "fault-reference-empty",
        Length = "fault-reference-length",
        /// A sign that stands in no reference.
        Letter = "fault-reference-letter",
        /// The check letter does not fit: something was copied wrong.
        Check = "fault-reference-check",
    }
}

/// Eight letters of the safe alphabet, the last checking the others. Stored as shown, `7K4M-2Q9F`.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Reference([u8; LENGTH]);

impl Reference {
    /// Makes a reference of 35 of the 40 random bits.
    pub fn from_random(bytes: [u8; 5]) -> Reference {
        let bits = bytes.iter().fold(0u64, |bits, byte| (bits << 8) | u64::from(*byte));
        let mut values = [0; LENGTH];
        for (at, value) in values.iter_mut().take(RANDOM).enumerate() {
            *value = (bits >> (5 * at)) as u8 & 31;
        }
        values[RANDOM] = safe::check(0, &values[..RANDOM]);
        Reference(values)
    }

    /// Reads what a person typed: small letters, spaces, any hyphen and O for 0 are welcome.
    pub fn parse(text: &str) -> Result<Reference, ReferenceFault> {
        let values = safe::values(text).ok_or(ReferenceFault::Letter)?;
        if values.is_empty() {
            return Err(ReferenceFault::Empty);
        }
        let values: [u8; LENGTH] = values.try_into().map_err(|_| ReferenceFault::Length)?;
        if safe::check(0, &values[..RANDOM]) != values[RANDOM] {
            return Err(ReferenceFault::Check);
        }
        Ok(Reference(values))
    }
}

impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, value) in self.0.iter().enumerate() {
            if at == LENGTH / 2 {
                f.write_str("-")?;
            }
            write!(f, "{}", safe::letter(*value))?;
        }
        Ok(())
    }
}

impl fmt::Debug for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

impl FromStr for Reference {
    type Err = ReferenceFault;
    fn from_str(text: &str) -> Result<Reference, ReferenceFault> {
        Reference::parse(text)
    }
}

impl TryFrom<String> for Reference {
    type Error = ReferenceFault;
    fn try_from(text: String) -> Result<Reference, ReferenceFault> {
        Reference::parse(&text)
    }
}

impl From<Reference> for String {
    fn from(reference: Reference) -> String {
        reference.to_string()
    }
}

#[cfg(test)]
mod tests;
