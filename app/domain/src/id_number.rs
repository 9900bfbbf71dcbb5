//! The citizen's ID number of GB 11643: 6 digits of area, 8 of birth date, 3 of sequence (odd for men) and a check
//! character by ISO 7064 MOD 11-2. Birth date and sex are read from it and never asked again.
//!
//! The area is that of the first registration. It may have been abolished and says nothing about the present home
//! place, so it is not judged. A right check character finds slips of the hand and proves nothing about the person.
//! Each fault has a name of its own, because "wrong" helps nobody; what was typed can be read back in three groups.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::coded::faults;
use crate::person::Sex;
use crate::time::Day;
use crate::typed;

const LENGTH: usize = 18;
const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS: [char; 11] = ['1', '0', 'X', '9', '8', '7', '6', '5', '4', '3', '2'];
/// Nobody alive was born before it: the oldest person ever known lived 122 years.
const EARLIEST_YEAR: i16 = 1880;

faults! {
    /// What is wrong with an ID number, the first that applies.
    IdNumberFault {
        Empty = "fault-id-number-empty",
        /// 15 digits: the form given out until 1999, no longer valid. The present one stands on the card.
        FifteenDigits = "fault-id-number-fifteen-digits",
        TooShort = "fault-id-number-too-short",
        TooLong = "fault-id-number-too-long",
        /// A character that is no digit; X may stand only at the end.
        NotADigit = "fault-id-number-not-a-digit",
        NoSuchDate = "fault-id-number-no-such-date",
        BornInFuture = "fault-id-number-born-in-future",
        BornTooLongAgo = "fault-id-number-born-too-long-ago",
        /// The check character does not fit: some character was copied wrong, and nobody can say which.
        CheckCharacter = "fault-id-number-check-character",
    }
}

/// A valid ID number, 18 characters, the last a digit or a capital X. Its debug form is masked.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct IdNumber(String);

impl IdNumber {
    /// Reads what a person typed. Spaces, hyphens, full-width digits and a small x are welcome.
    pub fn parse(text: &str, today: Day) -> Result<IdNumber, IdNumberFault> {
        let number = IdNumber::read(text)?;
        if number.birth() > today {
            return Err(IdNumberFault::BornInFuture);
        }
        Ok(number)
    }

    /// As [`Self::parse`], for a number that was accepted before: the birth date is not held against a day.
    pub fn read(text: &str) -> Result<IdNumber, IdNumberFault> {
        let plain = plain(text);
        let count = plain.chars().count();
        let all_digits = plain.bytes().all(|b| b.is_ascii_digit());
        if plain.is_empty() {
            return Err(IdNumberFault::Empty);
        }
        if count == 15 && all_digits {
            return Err(IdNumberFault::FifteenDigits);
        }
        if !plain.chars().enumerate().all(|(at, c)| c.is_ascii_digit() || (c == 'X' && at + 1 == count)) {
            return Err(IdNumberFault::NotADigit);
        }
        if count != LENGTH {
            return Err(if count < LENGTH { IdNumberFault::TooShort } else { IdNumberFault::TooLong });
        }
        let birth = birth_in(&plain).ok_or(IdNumberFault::NoSuchDate)?;
        if birth.year() < EARLIEST_YEAR {
            return Err(IdNumberFault::BornTooLongAgo);
        }
        if plain.chars().last() != check_character(&plain[..17]) {
            return Err(IdNumberFault::CheckCharacter);
        }
        Ok(IdNumber(plain))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub fn birth(&self) -> Day {
        birth_in(&self.0).expect("a number is only made with a birth date that exists")
    }

    /// Odd sequence numbers are men's, even ones women's.
    pub fn sex(&self) -> Sex {
        if self.0.as_bytes()[16] % 2 == 1 { Sex::Male } else { Sex::Female }
    }

    /// Area, birth date, sequence with check character: 6, 8 and 4 characters.
    pub fn groups(&self) -> (&str, &str, &str) {
        (&self.0[..6], &self.0[6..14], &self.0[14..])
    }

    /// First and last character with 16 `*` between: birth date and place together would give the number away.
    pub fn masked(&self) -> String {
        format!("{}{}{}", &self.0[..1], "*".repeat(16), &self.0[17..])
    }

    /// Characters 12 to 17, which an officer types from the card when registering from paper.
    pub fn comparison_digits(&self) -> &str {
        &self.0[11..17]
    }
}

/// The check character over the 17 digits before it; nothing if they are not that.
pub fn check_character(first_seventeen: &str) -> Option<char> {
    let bytes = first_seventeen.as_bytes();
    if bytes.len() != 17 || !bytes.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let sum: u32 = bytes.iter().zip(WEIGHTS).map(|(b, weight)| u32::from(b - b'0') * weight).sum();
    Some(CHECKS[(sum % 11) as usize])
}

/// What was typed, in groups of 6, 8 and 4 (the last takes what is too much), to be compared with the card.
pub fn read_back(text: &str) -> [String; 3] {
    let plain: Vec<char> = plain(text).chars().take(40).collect();
    let group = |from: usize, to: usize| plain[from.min(plain.len())..to.min(plain.len())].iter().collect();
    [group(0, 6), group(6, 14), group(14, plain.len().max(14))]
}

fn plain(text: &str) -> String {
    typed::compact(text).replace(['x', '×', 'Х', 'х'], "X")
}

fn birth_in(number: &str) -> Option<Day> {
    number.get(6..14)?.parse().ok().and_then(Day::from_yyyymmdd)
}

impl fmt::Display for IdNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for IdNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.masked())
    }
}

impl TryFrom<String> for IdNumber {
    type Error = IdNumberFault;
    fn try_from(text: String) -> Result<IdNumber, IdNumberFault> {
        IdNumber::read(&text)
    }
}

impl From<IdNumber> for String {
    fn from(number: IdNumber) -> String {
        number.0
    }
}

#[cfg(test)]
mod tests;
