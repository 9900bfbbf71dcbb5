//! Moments and days. An [`Instant`] is a moment, in microseconds since 1970 in UTC, as the database stores it. A
//! [`Day`] is a date on the wall of an office in China: due dates, birth dates, validity. One zone counts, Asia/Shanghai,
//! which has been eight hours ahead of UTC all year since 1991; so it is a constant here and no zone data is needed.

use std::fmt;

pub use jiff::civil::Weekday;
use serde::{Deserialize, Serialize};

mod day;

pub use day::{Day, NotADay};

const MICROS: i64 = 1_000_000;
const SHANGHAI_SECONDS: i64 = 8 * 3600;
const DAY_SECONDS: i64 = 86_400;

/// A moment: microseconds since 1970-01-01T00:00:00Z.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Instant(pub i64);

impl Instant {
    pub const fn from_micros(micros: i64) -> Instant {
        Instant(micros)
    }

    pub const fn micros(self) -> i64 {
        self.0
    }

    pub const fn from_unix_seconds(seconds: i64) -> Instant {
        Instant(seconds.saturating_mul(MICROS))
    }

    /// Whole seconds, rounded down.
    pub const fn unix_seconds(self) -> i64 {
        self.0.div_euclid(MICROS)
    }

    pub const fn plus(self, span: Span) -> Instant {
        Instant(self.0.saturating_add(span.0))
    }

    pub const fn minus(self, span: Span) -> Instant {
        Instant(self.0.saturating_sub(span.0))
    }

    /// The time that has passed since `earlier`; negative if that lies ahead.
    pub const fn since(self, earlier: Instant) -> Span {
        Span(self.0.saturating_sub(earlier.0))
    }
}

/// A length of time in microseconds; may be negative.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Span(pub i64);

impl Span {
    pub const ZERO: Span = Span(0);

    pub const fn seconds(n: i64) -> Span {
        Span(n.saturating_mul(MICROS))
    }

    pub const fn minutes(n: i64) -> Span {
        Span::seconds(n.saturating_mul(60))
    }

    pub const fn hours(n: i64) -> Span {
        Span::seconds(n.saturating_mul(3600))
    }

    pub const fn days(n: i64) -> Span {
        Span::seconds(n.saturating_mul(DAY_SECONDS))
    }

    /// Whole seconds, rounded up: a wait of half a second is told as one.
    pub const fn as_seconds(self) -> i64 {
        let whole = self.0.div_euclid(MICROS);
        if self.0.rem_euclid(MICROS) > 0 { whole + 1 } else { whole }
    }
}

/// The time on the clock in China, to the minute; shown as `09:30`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ShanghaiTime {
    pub hour: u8,
    pub minute: u8,
}

impl ShanghaiTime {
    pub fn of(instant: Instant) -> ShanghaiTime {
        let seconds = instant.unix_seconds().saturating_add(SHANGHAI_SECONDS).rem_euclid(DAY_SECONDS);
        // Below 24 and 60 by the remainders above, so the conversions cannot lose anything.
        ShanghaiTime { hour: (seconds / 3600) as u8, minute: (seconds % 3600 / 60) as u8 }
    }
}

impl fmt::Display for ShanghaiTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.hour, self.minute)
    }
}

#[cfg(test)]
mod tests;
