//! A date in Asia/Shanghai: arithmetic by days and years, and the two ways in which it is written.

use std::fmt;
use std::str::FromStr;

use jiff::SignedDuration;
use jiff::civil::{Date, Weekday};
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::{DAY_SECONDS, Instant, SHANGHAI_SECONDS};

/// Hours in ten thousand years: more than the calendar holds, less than overflows.
const LONGEST: i64 = 10_000 * 366 * 24;

/// A date in Asia/Shanghai, of the years 1 to 9999.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Day(Date);

/// A text that is no date of the form 2026-11-24.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("not a date")]
pub struct NotADay;

const FIRST: Date = Date::constant(1, 1, 1);
const LAST: Date = Date::constant(9999, 12, 31);
const EPOCH: Date = Date::constant(1970, 1, 1);

impl Day {
    /// A date that exists, or nothing.
    pub fn new(year: i16, month: i8, day: i8) -> Option<Day> {
        Date::new(year, month, day).ok().filter(|date| *date >= FIRST).map(Day)
    }

    /// The day on which a moment falls in China.
    pub fn of(instant: Instant) -> Day {
        let days = (instant.unix_seconds().saturating_add(SHANGHAI_SECONDS)).div_euclid(DAY_SECONDS);
        Day(EPOCH).plus_days(days)
    }

    /// The midnight in China with which the day begins.
    pub fn begins(self) -> Instant {
        let days = i64::from(Day(EPOCH).days_until(self));
        Instant::from_unix_seconds(days * DAY_SECONDS - SHANGHAI_SECONDS)
    }

    /// `n` days later (earlier if negative); stops at the ends of the calendar.
    pub fn plus_days(self, n: i64) -> Day {
        let hours = n.saturating_mul(24);
        let moved = self.0.checked_add(SignedDuration::from_hours(hours.clamp(-LONGEST, LONGEST))).ok();
        let end = if n < 0 { FIRST } else { LAST };
        Day(moved.unwrap_or(end).max(FIRST))
    }

    /// The same date `n` years later; 29 February becomes 28 where the year has none.
    pub fn plus_years(self, n: i16) -> Day {
        let year = self.year().saturating_add(n).clamp(1, 9999);
        Day::new(year, self.month(), self.day()).or_else(|| Day::new(year, self.month(), 28)).unwrap_or(self)
    }

    /// Days from this one to `other`; negative if it lies before.
    pub fn days_until(self, other: Day) -> i32 {
        i32::try_from(self.0.duration_until(other.0).as_hours() / 24).unwrap_or(0)
    }

    pub fn year(self) -> i16 {
        self.0.year()
    }

    pub fn month(self) -> i8 {
        self.0.month()
    }

    pub fn day(self) -> i8 {
        self.0.day()
    }

    pub fn weekday(self) -> Weekday {
        self.0.weekday()
    }

    pub fn is_weekend(self) -> bool {
        matches!(self.weekday(), Weekday::Saturday | Weekday::Sunday)
    }

    /// As in the certificate: 20261124.
    pub fn yyyymmdd(self) -> u32 {
        let part = |n: i8| u32::from(n.unsigned_abs());
        u32::from(self.year().unsigned_abs()) * 10_000 + part(self.month()) * 100 + part(self.day())
    }

    pub fn from_yyyymmdd(number: u32) -> Option<Day> {
        let year = i16::try_from(number / 10_000).ok()?;
        let month = i8::try_from(number / 100 % 100).ok()?;
        let day = i8::try_from(number % 100).ok()?;
        Day::new(year, month, day)
    }

    /// Full years from a birth date to this day.
    pub fn age_of(self, born: Day) -> i16 {
        let before_birthday = (self.month(), self.day()) < (born.month(), born.day());
        self.year() - born.year() - i16::from(before_birthday)
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year(), self.month(), self.day())
    }
}

impl fmt::Debug for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

impl FromStr for Day {
    type Err = NotADay;

    /// `2026-11-24`, nothing looser.
    fn from_str(text: &str) -> Result<Day, NotADay> {
        let bytes = text.as_bytes();
        let shaped = bytes.len() == 10
            && bytes.iter().enumerate().all(|(i, b)| if i == 4 || i == 7 { *b == b'-' } else { b.is_ascii_digit() });
        if !shaped {
            return Err(NotADay);
        }
        let number = bytes.iter().filter(|b| b.is_ascii_digit()).fold(0, |sum, b| sum * 10 + u32::from(b - b'0'));
        Day::from_yyyymmdd(number).ok_or(NotADay)
    }
}

impl TryFrom<String> for Day {
    type Error = NotADay;
    fn try_from(text: String) -> Result<Day, NotADay> {
        text.parse()
    }
}

impl From<Day> for String {
    fn from(day: Day) -> String {
        day.to_string()
    }
}
