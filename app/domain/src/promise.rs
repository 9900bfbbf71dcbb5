//! The promise strip: one box for each working day that an office has for its answer, as the resident sees it.
//!
//! The day on which the clock starts does not count, nor the days on which it stands still: those after the day on
//! which the office asked, up to and including the day of the answer. A clock that still stands is drawn as if the
//! answer came today, so the due day is the earliest that can be true and moves on with each day of waiting.

use crate::calendar::Calendar;
use crate::time::Day;

/// What a working day of the promise is today.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Mark {
    Used,
    Today,
    ToCome,
    /// The clock stood still; the day is not one of the promised number.
    Paused,
}

/// Days on which the clock stands still: after `from`, up to and including `to`, or until today.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Pause {
    pub from: Day,
    pub to: Option<Day>,
}

impl Pause {
    fn covers(self, day: Day, today: Day) -> bool {
        self.from < day && day <= self.to.unwrap_or(today)
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Promise {
    /// Working days in order: the promised ones and, between them, those on which the clock stood still.
    pub boxes: Vec<(Day, Mark)>,
    /// The last day.
    pub due: Day,
    /// How many promised days have begun, today included; at most all of them.
    pub day_number: u32,
    /// How many days are promised.
    pub days: u32,
    /// The clock stands still now.
    pub stands_still: bool,
}

impl Promise {
    /// The promise of `days` working days that began on `start`.
    pub fn new(calendar: &Calendar, start: Day, days: u32, pauses: &[Pause], today: Day) -> Promise {
        let mut boxes = Vec::new();
        let (mut due, mut counted, mut begun) = (start, 0, 0);
        while counted < days {
            let day = due.plus_days(1);
            if day == due {
                break;
            }
            due = day;
            if !calendar.is_working_day(day) {
                continue;
            }
            if pauses.iter().any(|pause| pause.covers(day, today)) {
                boxes.push((day, Mark::Paused));
                continue;
            }
            counted += 1;
            begun += u32::from(day <= today);
            boxes.push((day, mark(day, today)));
        }
        Promise { boxes, due, day_number: begun, days, stands_still: pauses.iter().any(|pause| pause.to.is_none()) }
    }

    /// The last day is over and the clock runs.
    pub fn is_overdue(&self, today: Day) -> bool {
        !self.stands_still && self.due < today
    }

    pub fn is_due_today(&self, today: Day) -> bool {
        !self.stands_still && self.due == today
    }
}

fn mark(day: Day, today: Day) -> Mark {
    match day.cmp(&today) {
        std::cmp::Ordering::Less => Mark::Used,
        std::cmp::Ordering::Equal => Mark::Today,
        std::cmp::Ordering::Greater => Mark::ToCome,
    }
}

#[cfg(test)]
mod tests;
