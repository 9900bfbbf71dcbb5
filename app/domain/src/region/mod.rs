//! Regions and their codes. The tree of GB/T 2260 and GB/T 10114: province 2 digits, prefecture 4, county 6, township
//! or street 9, village or community 12. A region lies in another if its code begins with the other's, and that is
//! all there is to jurisdiction: no table is asked. [`table`] knows the names.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use thiserror::Error;

pub mod table;

/// How far down the tree a code reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Level {
    Province,
    Prefecture,
    County,
    Township,
    Village,
}

impl Level {
    pub const ALL: &'static [Level] =
        &[Level::Province, Level::Prefecture, Level::County, Level::Township, Level::Village];

    /// The number of digits of a code of this level.
    pub const fn digits(self) -> usize {
        match self {
            Level::Province => 2,
            Level::Prefecture => 4,
            Level::County => 6,
            Level::Township => 9,
            Level::Village => 12,
        }
    }

    const fn of_digits(digits: usize) -> Option<Level> {
        match digits {
            2 => Some(Level::Province),
            4 => Some(Level::Prefecture),
            6 => Some(Level::County),
            9 => Some(Level::Township),
            12 => Some(Level::Village),
            _ => None,
        }
    }

    const fn above(self) -> Option<Level> {
        match self {
            Level::Province => None,
            Level::Prefecture => Some(Level::Province),
            Level::County => Some(Level::Prefecture),
            Level::Township => Some(Level::County),
            Level::Village => Some(Level::Township),
        }
    }
}

/// A text that is no region code: not 2, 4, 6, 9 or 12 digits, or in no province.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("no region code")]
pub struct NotARegion;

/// The code of a region. Ordered as text, so that a region stands before those in it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct RegionCode {
    /// ASCII digits, then zero bytes.
    digits: [u8; 12],
    level: Level,
}

impl RegionCode {
    /// Reads exactly 2, 4, 6, 9 or 12 ASCII digits; the first two are a province (11 to 99).
    pub fn parse(text: &str) -> Result<RegionCode, NotARegion> {
        let bytes = text.as_bytes();
        let level = Level::of_digits(bytes.len()).ok_or(NotARegion)?;
        if !bytes.iter().all(u8::is_ascii_digit) || text < "11" {
            return Err(NotARegion);
        }
        let mut digits = [0; 12];
        digits[..bytes.len()].copy_from_slice(bytes);
        Ok(RegionCode { digits, level })
    }

    pub fn level(self) -> Level {
        self.level
    }

    pub fn as_str(&self) -> &str {
        // Always ASCII digits by construction, so the default never comes.
        std::str::from_utf8(&self.digits[..self.level.digits()]).unwrap_or_default()
    }

    /// The region one level up; nothing above a province.
    pub fn parent(self) -> Option<RegionCode> {
        self.level.above().and_then(|level| self.up_to(level))
    }

    /// The region of the given level in which this one lies, itself included; nothing if it is wider than that.
    pub fn up_to(self, level: Level) -> Option<RegionCode> {
        if level > self.level {
            return None;
        }
        let mut digits = [0; 12];
        digits[..level.digits()].copy_from_slice(&self.digits[..level.digits()]);
        Some(RegionCode { digits, level })
    }

    /// The county in which the region lies, if it is no wider than one.
    pub fn county(self) -> Option<RegionCode> {
        self.up_to(Level::County)
    }

    /// Whether `other` is this region or lies in it.
    pub fn contains(self, other: RegionCode) -> bool {
        other.as_str().starts_with(self.as_str())
    }
}

impl fmt::Display for RegionCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for RegionCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for RegionCode {
    type Err = NotARegion;
    fn from_str(text: &str) -> Result<RegionCode, NotARegion> {
        RegionCode::parse(text)
    }
}

impl TryFrom<String> for RegionCode {
    type Error = NotARegion;
    fn try_from(text: String) -> Result<RegionCode, NotARegion> {
        RegionCode::parse(&text)
    }
}

impl From<RegionCode> for String {
    fn from(code: RegionCode) -> String {
        code.as_str().to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn region(code: &str) -> RegionCode {
        RegionCode::parse(code).expect("a region code")
    }

    #[test]
    fn only_two_four_six_nine_or_twelve_digits_are_a_code() {
        for (text, good) in [
            ("33", true),
            ("3303", true),
            ("330302", true),
            ("330302001", true),
            ("330302001001", true),
            ("990123001", true),
            ("", false),
            ("3", false),
            ("330", false),
            ("33030", false),
            ("3303020", false),
            ("3303020010010", false),
            ("33030a", false),
            ("３３", false),
            ("00", false),
            ("10", false),
            (" 33", false),
        ] {
            assert_eq!(RegionCode::parse(text).is_ok(), good, "{text}");
        }
    }

    #[test]
    fn a_region_lies_in_itself_and_in_everything_above() {
        let village = region("330302001001");
        let above: Vec<String> = std::iter::successors(Some(village), |r| r.parent()).map(String::from).collect();
        assert_eq!(above, ["330302001001", "330302001", "330302", "3303", "33"]);
        for code in above {
            assert!(region(&code).contains(village));
        }
        for (wide, narrow) in [("330302", "330303001"), ("330302001", "330302"), ("34", "33")] {
            assert!(!region(wide).contains(region(narrow)), "{wide} {narrow}");
        }
    }

    #[test]
    fn the_county_is_told_only_of_what_is_no_wider() {
        assert_eq!(region("990123001").county(), Some(region("990123")));
        assert_eq!(region("9901").county(), None);
    }

    #[test]
    fn a_code_is_stored_as_its_text() {
        assert_eq!(serde_json::to_string(&region("990123")).ok().as_deref(), Some("\"990123\""));
        assert!(serde_json::from_str::<RegionCode>("\"99012\"").is_err());
    }
}
