//! The notice to complete: what is missing, in a list, and until when. Each thing that comes in is ticked off; with
//! the last one the notice is completed. Nothing follows from a date that passed: thirty days later it ends by itself.

use serde::{Deserialize, Serialize};

use crate::calendar::Calendar;
use crate::coded::{coded, faults};
use crate::time::Day;
use crate::wording;

/// Working days that a notice gives unless the officer gives more.
pub const NOTICE_DAYS: u32 = 15;
/// The latest date that a notice may give, in days from today.
const LATEST_DAYS: i64 = 366;
/// Days after its date on which an open notice ends by itself.
const ENDS_AFTER_DAYS: i64 = 30;
const NOTE_MAX: usize = 500;

coded! {
    /// What may be missing.
    Item: "item of a notice" {
        /// The certificate runs out or is missing at all.
        Certificate = "certificate",
        MarriagePaper = "marriage-paper",
        ChildrenDetails = "children-details",
        Photo = "photo",
        CurrentAddress = "current-address",
        /// What the note says.
        Other = "other",
    }
}

coded! {
    NoticeState: "state of a notice" {
        Open = "open",
        Completed = "completed",
        /// Its date is long past; nothing follows from it.
        Ended = "ended",
    }
}

faults! {
    /// Why a notice cannot be sent so.
    NoticeFault {
        NothingMissing = "fault-notice-nothing-missing",
        /// *Other* needs words that say what.
        NoteMissing = "fault-notice-note-missing",
        NoteTooLong = "fault-notice-note-too-long",
        DueNotAhead = "fault-notice-due-not-ahead",
        DueTooFar = "fault-notice-due-too-far",
    }
}

/// A notice to complete. Stored as JSON.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    items: Vec<Item>,
    completed: Vec<Item>,
    note: String,
    due: Day,
}

impl Notice {
    /// The date that is proposed to the officer.
    pub fn proposed_due(calendar: &Calendar, today: Day) -> Day {
        calendar.add_working_days(today, NOTICE_DAYS)
    }

    /// `note` may be empty unless something *other* is missing.
    pub fn new(items: &[Item], note: &str, due: Day, today: Day) -> Result<Notice, NoticeFault> {
        let items: Vec<Item> = Item::ALL.iter().copied().filter(|item| items.contains(item)).collect();
        if items.is_empty() {
            return Err(NoticeFault::NothingMissing);
        }
        let note = match wording::words(note, 0, NOTE_MAX) {
            Ok(note) => note,
            Err(wording::WordingFault::TooLong) => return Err(NoticeFault::NoteTooLong),
            Err(_) => String::new(),
        };
        if note.is_empty() && items.contains(&Item::Other) {
            return Err(NoticeFault::NoteMissing);
        }
        if due <= today {
            return Err(NoticeFault::DueNotAhead);
        }
        if due > today.plus_days(LATEST_DAYS) {
            return Err(NoticeFault::DueTooFar);
        }
        Ok(Notice { items, completed: Vec::new(), note, due })
    }

    pub fn items(&self) -> &[Item] {
        &self.items
    }

    pub fn note(&self) -> &str {
        &self.note
    }

    pub fn due(&self) -> Day {
        self.due
    }

    /// What is still missing, in order.
    pub fn missing(&self) -> impl Iterator<Item = Item> {
        self.items.iter().copied().filter(|item| !self.completed.contains(item))
    }

    /// Ticks off what came in; whether it was the last. What was not asked for changes nothing.
    pub fn complete(&mut self, item: Item) -> bool {
        if self.items.contains(&item) && !self.completed.contains(&item) {
            self.completed.push(item);
        }
        self.missing().next().is_none()
    }

    pub fn state(&self, today: Day) -> NoticeState {
        if self.missing().next().is_none() {
            NoticeState::Completed
        } else if self.due.plus_days(ENDS_AFTER_DAYS) < today {
            NoticeState::Ended
        } else {
            NoticeState::Open
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().expect("a date")
    }

    fn today() -> Day {
        day("2026-11-24")
    }

    #[test]
    fn a_notice_says_what_is_missing_and_until_when() {
        use NoticeFault as F;
        let long = "字".repeat(501);
        for (items, note, due, fault) in [
            (&[Item::Photo][..], "", "2026-12-09", None),
            (&[Item::Other][..], "请带租房合同", "2026-12-09", None),
            (&[][..], "", "2026-12-09", Some(F::NothingMissing)),
            (&[Item::Other][..], " ", "2026-12-09", Some(F::NoteMissing)),
            (&[Item::Photo][..], &long, "2026-12-09", Some(F::NoteTooLong)),
            (&[Item::Photo][..], "", "2026-11-24", Some(F::DueNotAhead)),
            (&[Item::Photo][..], "", "2027-11-26", Some(F::DueTooFar)),
        ] {
            assert_eq!(Notice::new(items, note, day(due), today()).err(), fault);
        }
        assert_eq!(Notice::proposed_due(Calendar::announced(), today()), day("2026-12-15"));
    }

    #[test]
    fn the_last_thing_that_comes_in_completes_it() {
        let items = [Item::Photo, Item::MarriagePaper, Item::Photo];
        let mut notice = Notice::new(&items, "", day("2026-12-09"), today()).expect("a good notice");
        assert_eq!(notice.items(), [Item::MarriagePaper, Item::Photo]);
        assert!(!notice.complete(Item::CurrentAddress));
        assert!(!notice.complete(Item::Photo));
        assert_eq!(notice.missing().collect::<Vec<_>>(), [Item::MarriagePaper]);
        assert_eq!(notice.state(day("2027-06-01")), NoticeState::Ended);
        assert!(notice.complete(Item::MarriagePaper));
        assert_eq!(notice.state(day("2027-06-01")), NoticeState::Completed);
    }

    #[test]
    fn nothing_follows_from_a_date_that_passed_and_it_ends_by_itself() {
        let notice = Notice::new(&[Item::Photo], "", day("2026-12-09"), today()).expect("a good notice");
        for (on, state) in [
            ("2026-12-09", NoticeState::Open),
            ("2026-12-10", NoticeState::Open),
            ("2027-01-08", NoticeState::Open),
            ("2027-01-09", NoticeState::Ended),
        ] {
            assert_eq!(notice.state(day(on)), state, "{on}");
        }
    }
}
