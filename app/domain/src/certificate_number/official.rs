//! The official number after GB/T 36904.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{MAX_VERSION, NumberFault, ROOT, check_character};

/// A number after GB/T 36904, without its root; shown with it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct OfficialNumber {
    type_code: String,
    issuer_code: String,
    serial: String,
    version: u16,
    check: char,
}

impl OfficialNumber {
    /// `type_code`: the credit code of the authority that defines the type and 3 digits. `issuer_code`: the credit
    /// code of the issuing body, or its region code of 6 digits as older systems write it.
    pub fn new(type_code: &str, issuer_code: &str, serial: &str, version: u16) -> Result<OfficialNumber, NumberFault> {
        let plain = |text: &str| text.bytes().all(|b| b.is_ascii_digit() || b.is_ascii_uppercase());
        if type_code.len() != 21 || !plain(type_code) {
            return Err(NumberFault::Type);
        }
        if !matches!(issuer_code.len(), 6 | 18) || !plain(issuer_code) {
            return Err(NumberFault::Issuer);
        }
        if !(1..=30).contains(&serial.len()) || !plain(serial) {
            return Err(NumberFault::Serial);
        }
        if !(1..=MAX_VERSION).contains(&version) {
            return Err(NumberFault::Version);
        }
        let check =
            check_character(&format!("{type_code}{issuer_code}{serial}{version:03}")).ok_or(NumberFault::Shape)?;
        Ok(OfficialNumber {
            type_code: type_code.to_owned(),
            issuer_code: issuer_code.to_owned(),
            serial: serial.to_owned(),
            version,
            check,
        })
    }

    /// Reads a number as shown, root and check character included.
    pub fn parse(text: &str) -> Result<OfficialNumber, NumberFault> {
        let rest = text.strip_prefix(ROOT).and_then(|rest| rest.strip_prefix('.')).ok_or(NumberFault::Shape)?;
        let parts: Vec<&str> = rest.split('.').collect();
        let [type_code, issuer_code, serial, version, check] = parts[..] else {
            return Err(NumberFault::Shape);
        };
        let version = version.parse().ok().filter(|_| version.len() == 3).ok_or(NumberFault::Version)?;
        let number = OfficialNumber::new(type_code, issuer_code, serial, version)?;
        if check.chars().eq([number.check]) { Ok(number) } else { Err(NumberFault::Check) }
    }

    pub fn version(&self) -> u16 {
        self.version
    }

    /// The number of the next version; none after the 999th.
    pub fn next_version(&self) -> Result<OfficialNumber, NumberFault> {
        OfficialNumber::new(&self.type_code, &self.issuer_code, &self.serial, self.version.saturating_add(1))
    }
}

impl fmt::Display for OfficialNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let OfficialNumber { type_code, issuer_code, serial, version, check } = self;
        write!(f, "{ROOT}.{type_code}.{issuer_code}.{serial}.{version:03}.{check}")
    }
}

impl TryFrom<String> for OfficialNumber {
    type Error = NumberFault;
    fn try_from(text: String) -> Result<OfficialNumber, NumberFault> {
        OfficialNumber::parse(&text)
    }
}

impl From<OfficialNumber> for String {
    fn from(number: OfficialNumber) -> String {
        number.to_string()
    }
}
