//! Who a person is, as far as a certificate says it: name, sex, marital status, numbers of children. Sex and marital
//! status carry the codes of GB/T 2261, which also stand in the e-certificate.

use serde::{Deserialize, Serialize};

use crate::UnknownCode;
use crate::coded::faults;

mod name;

pub use name::{NAME_MAX, NameFault, PersonName, folded};

/// GB/T 2261.1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub enum Sex {
    Male,
    Female,
}

impl Sex {
    pub const ALL: &'static [Sex] = &[Sex::Male, Sex::Female];

    pub const fn code(self) -> u8 {
        match self {
            Sex::Male => 1,
            Sex::Female => 2,
        }
    }

    pub fn from_code(code: u8) -> Option<Sex> {
        Sex::ALL.iter().copied().find(|sex| sex.code() == code)
    }
}

impl TryFrom<u8> for Sex {
    type Error = UnknownCode;
    fn try_from(code: u8) -> Result<Sex, UnknownCode> {
        Sex::from_code(code).ok_or(UnknownCode("sex"))
    }
}

impl From<Sex> for u8 {
    fn from(sex: Sex) -> u8 {
        sex.code()
    }
}

/// GB/T 2261.2, its four main groups.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub enum Marital {
    Unmarried,
    Married,
    Widowed,
    Divorced,
}

impl Marital {
    pub const ALL: &'static [Marital] = &[Marital::Unmarried, Marital::Married, Marital::Widowed, Marital::Divorced];

    pub const fn code(self) -> u8 {
        match self {
            Marital::Unmarried => 10,
            Marital::Married => 20,
            Marital::Widowed => 30,
            Marital::Divorced => 40,
        }
    }

    pub fn from_code(code: u8) -> Option<Marital> {
        Marital::ALL.iter().copied().find(|marital| marital.code() == code)
    }

    /// Only who is married names a spouse.
    pub const fn has_spouse(self) -> bool {
        matches!(self, Marital::Married)
    }
}

impl TryFrom<u8> for Marital {
    type Error = UnknownCode;
    fn try_from(code: u8) -> Result<Marital, UnknownCode> {
        Marital::from_code(code).ok_or(UnknownCode("marital status"))
    }
}

impl From<Marital> for u8 {
    fn from(marital: Marital) -> u8 {
        marital.code()
    }
}

faults! {
    /// What is wrong with a number of children as typed.
    ChildrenFault {
        Empty = "fault-children-empty",
        NotANumber = "fault-children-not-a-number",
        TooMany = "fault-children-too-many",
    }
}

/// How many sons and daughters, each 0 to 20.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "(u8, u8)", into = "(u8, u8)")]
pub struct Children {
    sons: u8,
    daughters: u8,
}

impl Children {
    /// More is a slip of the hand, not a family.
    pub const MAX: u8 = 20;

    pub const fn new(sons: u8, daughters: u8) -> Option<Children> {
        if sons <= Children::MAX && daughters <= Children::MAX { Some(Children { sons, daughters }) } else { None }
    }

    pub const fn sons(self) -> u8 {
        self.sons
    }

    pub const fn daughters(self) -> u8 {
        self.daughters
    }

    pub const fn total(self) -> u8 {
        self.sons + self.daughters
    }

    /// Reads one of the two numbers as typed; full-width digits are welcome.
    pub fn parse_count(text: &str) -> Result<u8, ChildrenFault> {
        let plain = crate::typed::compact(text);
        if plain.is_empty() {
            return Err(ChildrenFault::Empty);
        }
        if !plain.bytes().all(|b| b.is_ascii_digit()) {
            return Err(ChildrenFault::NotANumber);
        }
        plain.parse().ok().filter(|n| *n <= Children::MAX).ok_or(ChildrenFault::TooMany)
    }
}

impl TryFrom<(u8, u8)> for Children {
    type Error = ChildrenFault;
    fn try_from((sons, daughters): (u8, u8)) -> Result<Children, ChildrenFault> {
        Children::new(sons, daughters).ok_or(ChildrenFault::TooMany)
    }
}

impl From<Children> for (u8, u8) {
    fn from(children: Children) -> (u8, u8) {
        (children.sons, children.daughters)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_those_of_the_standards() {
        assert_eq!(Sex::ALL.iter().map(|s| s.code()).collect::<Vec<_>>(), [1, 2]);
        assert_eq!(Marital::ALL.iter().map(|m| m.code()).collect::<Vec<_>>(), [10, 20, 30, 40]);
        assert_eq!(Marital::from_code(21), None);
        assert_eq!(serde_json::to_string(&Marital::Married).ok().as_deref(), Some("20"));
        assert!(serde_json::from_str::<Sex>("0").is_err());
    }

    #[test]
    fn a_number_of_children_is_a_small_whole_number() {
        for (text, read) in [
            ("0", Ok(0)),
            (" 2 ", Ok(2)),
            ("２", Ok(2)),
            ("20", Ok(20)),
            ("21", Err(ChildrenFault::TooMany)),
            ("999999999999", Err(ChildrenFault::TooMany)),
            ("", Err(ChildrenFault::Empty)),
            ("二", Err(ChildrenFault::NotANumber)),
            ("1.5", Err(ChildrenFault::NotANumber)),
        ] {
            assert_eq!(Children::parse_count(text), read, "{text}");
        }
        assert_eq!(Children::new(21, 0), None);
        assert_eq!(Children::new(1, 2).map(|c| c.total()), Some(3));
    }
}
