//! The short number: county, year, serial, check letter.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::NumberFault;
use crate::region::{Level, RegionCode};
use crate::safe_letters as safe;

/// Another start than a reference's, so that neither is valid as the other.
const CHECK_START: u8 = 9;

/// The number in the QR: 17 characters, stored without separators.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ShortNumber(String);

impl ShortNumber {
    pub const LENGTH: usize = 17;
    /// The highest serial of a county in a year.
    pub const MAX_SERIAL: u32 = 99_999_999;

    /// `region` is a county or lies in one; `year` has four digits.
    pub fn new(region: RegionCode, year: i16, serial: u32) -> Result<ShortNumber, NumberFault> {
        let county = region.up_to(Level::County).ok_or(NumberFault::Issuer)?;
        if serial > ShortNumber::MAX_SERIAL {
            return Err(NumberFault::Serial);
        }
        let body = format!("{county}{:02}{serial:08}", year.rem_euclid(100));
        ShortNumber::checked(&body).ok_or(NumberFault::Issuer)
    }

    /// Reads what an officer typed: spaces, hyphens, small letters and O for 0 are welcome.
    pub fn parse(text: &str) -> Result<ShortNumber, NumberFault> {
        let values = safe::values(text).filter(|v| v.len() == ShortNumber::LENGTH).ok_or(NumberFault::Shape)?;
        let typed: String = values.iter().map(|value| safe::letter(*value)).collect();
        let number = ShortNumber::checked(&typed[..ShortNumber::LENGTH - 1]).ok_or(NumberFault::Shape)?;
        if number.0 == typed { Ok(number) } else { Err(NumberFault::Check) }
    }

    /// The number with these 16 digits, if they begin with a county.
    fn checked(body: &str) -> Option<ShortNumber> {
        let values: Vec<u8> = body.bytes().filter(u8::is_ascii_digit).map(|b| b - b'0').collect();
        if values.len() != ShortNumber::LENGTH - 1 || body.len() != values.len() {
            return None;
        }
        RegionCode::parse(&body[..6]).ok()?;
        let check = safe::letter(safe::check(CHECK_START, &values));
        Some(ShortNumber(format!("{body}{check}")))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The county that issued it.
    pub fn county(&self) -> RegionCode {
        RegionCode::parse(&self.0[..6]).expect("a short number is only made with a county's code at its head")
    }

    /// For reading aloud: county, year, serial with check, `990123 26 00000017 K`.
    pub fn grouped(&self) -> String {
        let number = &self.0;
        format!("{} {} {} {}", &number[..6], &number[6..8], &number[8..16], &number[16..])
    }
}

impl fmt::Display for ShortNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for ShortNumber {
    type Err = NumberFault;
    fn from_str(text: &str) -> Result<ShortNumber, NumberFault> {
        ShortNumber::parse(text)
    }
}

impl TryFrom<String> for ShortNumber {
    type Error = NumberFault;
    fn try_from(text: String) -> Result<ShortNumber, NumberFault> {
        ShortNumber::parse(&text)
    }
}

impl From<ShortNumber> for String {
    fn from(number: ShortNumber) -> String {
        number.0
    }
}
