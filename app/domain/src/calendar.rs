//! The working-day calendar. China moves its holidays every year and makes some weekends working days in their place;
//! the State Council announces a year in the autumn before. The announced years are data. For a year that is not yet
//! announced weekends and the holidays with a fixed date count; an operator adds the year's lines when it is.

use std::sync::LazyLock;

use thiserror::Error;

use crate::time::{Day, Instant};

const ANNOUNCED: &str = include_str!("../data/holidays.csv");

/// Holidays on a fixed date by the State Council's measures in force since 2025: month and day.
const FIXED: [(i8, i8); 6] = [(1, 1), (5, 1), (5, 2), (10, 1), (10, 2), (10, 3)];

/// A line that is not `2027-01-01,rest` or `2027-01-03,work`; a third column is welcome and not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("line {line} of the calendar is not a day and rest or work")]
pub struct CalendarFault {
    pub line: usize,
}

/// Which days are worked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Calendar {
    /// The days that differ from the week's rule, in order; true if worked.
    marked: Vec<(Day, bool)>,
}

impl Calendar {
    /// The announced years that come with the program.
    pub fn announced() -> &'static Calendar {
        static ANNOUNCED_YEARS: LazyLock<Calendar> =
            LazyLock::new(|| Calendar { marked: Vec::new() }.with(ANNOUNCED).expect("the lines were read by a test"));
        &ANNOUNCED_YEARS
    }

    /// This calendar with more lines `day,rest|work`; a later line replaces an earlier one of the same day. Empty
    /// lines and lines that begin with `#` are skipped.
    pub fn with(&self, lines: &str) -> Result<Calendar, CalendarFault> {
        let mut marked = self.marked.clone();
        for (at, line) in
            lines.lines().enumerate().filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#'))
        {
            let (day, worked) = read(line).ok_or(CalendarFault { line: at + 1 })?;
            match marked.binary_search_by_key(&day, |(day, _)| *day) {
                Ok(found) => marked[found].1 = worked,
                Err(place) => marked.insert(place, (day, worked)),
            }
        }
        Ok(Calendar { marked })
    }

    /// The last year of which anything is announced.
    pub fn last_year(&self) -> Option<i16> {
        self.marked.last().map(|(day, _)| day.year())
    }

    pub fn is_working_day(&self, day: Day) -> bool {
        match self.marked.binary_search_by_key(&day, |(day, _)| *day) {
            Ok(found) => self.marked[found].1,
            Err(_) if day.is_weekend() => false,
            Err(_) => self.knows(day.year()) || !FIXED.contains(&(day.month(), day.day())),
        }
    }

    /// The `n`th working day after `day`, which does not count itself; `day` if `n` is 0.
    pub fn add_working_days(&self, day: Day, n: u32) -> Day {
        let mut last = day;
        let mut left = n;
        while left > 0 {
            let next = last.plus_days(1);
            if next == last {
                break;
            }
            last = next;
            left -= u32::from(self.is_working_day(last));
        }
        last
    }

    /// The last day of a promise of so many working days that begins now: today does not count.
    pub fn due(&self, start: Instant, days: u32) -> Day {
        self.add_working_days(Day::of(start), days)
    }

    /// Working days after `from` up to and including `to`.
    pub fn working_days_between(&self, from: Day, to: Day) -> u32 {
        let days = i64::from(from.days_until(to));
        let worked = (1..=days).filter(|n| self.is_working_day(from.plus_days(*n))).count();
        u32::try_from(worked).unwrap_or(u32::MAX)
    }

    fn knows(&self, year: i16) -> bool {
        let first = self.marked.partition_point(|(day, _)| day.year() < year);
        self.marked.get(first).is_some_and(|(day, _)| day.year() == year)
    }
}

fn read(line: &str) -> Option<(Day, bool)> {
    let mut columns = line.split(',').map(str::trim);
    let day = columns.next()?.parse().ok()?;
    match columns.next()? {
        "rest" => Some((day, false)),
        "work" => Some((day, true)),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
