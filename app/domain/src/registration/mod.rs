//! Registering a person at the current place, after a scan that the holder chose to make.
//!
//! Which scans may be registered is [`may_register`]; how long a scan without signal may wait in the officer's phone is
//! [`arrival`]. The home office is told and has 20 working days to take note. What is missing becomes a [`Notice`] with
//! a date: help, not a sanction; it ends by itself.

use crate::calendar::Calendar;
use crate::coded::{coded, faults};
use crate::id_number::IdNumber;
use crate::time::{Day, Instant, Span};

mod notice;
mod scan;

pub use notice::{Item, NOTICE_DAYS, Notice, NoticeFault, NoticeState};
pub use scan::{Arrival, ArrivalFault, LATE_AFTER, QUEUE_LIFE, ScanRecord, arrival};

/// Working days in which the report of a registration is read at the home office.
pub const REPORT_DAYS: u32 = 20;
/// How often the digits of a card may be typed for one paper.
pub const PAPER_TRIES: u8 = 5;

/// The last day on which the report is to be read.
pub fn report_due(calendar: &Calendar, registered: Instant) -> Day {
    calendar.due(registered, REPORT_DAYS)
}

coded! {
    /// How much a code showed; the numbers of the e-certificate's profiles are 1, 2 and 3.
    Profile: "profile" {
        Minimum = "minimum",
        Registration = "registration",
        Full = "full",
    }
}

impl Profile {
    pub const fn number(self) -> u8 {
        match self {
            Profile::Minimum => 1,
            Profile::Registration => 2,
            Profile::Full => 3,
        }
    }

    pub fn from_number(number: u64) -> Option<Profile> {
        Profile::ALL.iter().copied().find(|profile| u64::from(profile.number()) == number)
    }
}

coded! {
    /// What a scan found, by the codes of the e-certificate's format.
    Verdict: "verdict" {
        Malformed = "malformed",
        NotGenuine = "not_genuine",
        Revoked = "revoked",
        Suspended = "suspended",
        Expired = "expired",
        NotYetValid = "not_yet_valid",
        ChallengeFailed = "challenge_failed",
        Paper = "paper",
        Stale = "stale",
        Clock = "clock",
        Valid = "valid",
    }
}

/// What is still to be done before a registration.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Needs {
    /// The holder's phone proved it.
    Nothing,
    /// Paper: characters 12 to 17 of the ID number, typed from the card.
    CardDigits,
}

/// Why a scan cannot be registered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Refusal {
    /// The verdict is not good enough; a clock that differs asks for the challenge.
    Verdict(Verdict),
    /// The holder showed only the minimum: ask for *registration*.
    TooLittleShown,
}

/// Whether a scan may be registered, and what it needs.
pub fn may_register(verdict: Verdict, profile: Profile) -> Result<Needs, Refusal> {
    let needs = match verdict {
        Verdict::Valid => Needs::Nothing,
        Verdict::Paper => Needs::CardDigits,
        other => return Err(Refusal::Verdict(other)),
    };
    if profile == Profile::Minimum { Err(Refusal::TooLittleShown) } else { Ok(needs) }
}

faults! {
    /// Why the digits typed from a card do not do.
    DigitsFault {
        Empty = "fault-digits-empty",
        /// Not six digits.
        Shape = "fault-digits-shape",
        Different = "fault-digits-different",
        /// Five tries are used up for this paper.
        UsedUp = "fault-digits-used-up",
    }
}

/// Holds characters 12 to 17, as typed from the card, against the number in the records. Each [`DigitsFault::Different`]
/// is one try.
pub fn compare_digits(number: &IdNumber, typed: &str, tries: u8) -> Result<(), DigitsFault> {
    let plain = crate::typed::compact(typed);
    if tries >= PAPER_TRIES {
        Err(DigitsFault::UsedUp)
    } else if plain.is_empty() {
        Err(DigitsFault::Empty)
    } else if plain.len() != 6 || !plain.bytes().all(|b| b.is_ascii_digit()) {
        Err(DigitsFault::Shape)
    } else if plain != number.comparison_digits() {
        Err(DigitsFault::Different)
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_valid_and_paper_with_enough_shown_may_be_registered() {
        for verdict in Verdict::ALL {
            for profile in Profile::ALL {
                let expected = match (verdict, profile) {
                    (Verdict::Valid | Verdict::Paper, Profile::Minimum) => Err(Refusal::TooLittleShown),
                    (Verdict::Valid, _) => Ok(Needs::Nothing),
                    (Verdict::Paper, _) => Ok(Needs::CardDigits),
                    _ => Err(Refusal::Verdict(*verdict)),
                };
                assert_eq!(may_register(*verdict, *profile), expected, "{verdict} {profile}");
            }
        }
    }

    #[test]
    fn a_card_is_compared_five_times_at_most() {
        let number = IdNumber::read("11010519491231002X").expect("an example of the standard");
        for (typed, tries, result) in [
            ("231002", 0, Ok(())),
            ("231 002", 4, Ok(())),
            ("231002", 5, Err(DigitsFault::UsedUp)),
            ("", 0, Err(DigitsFault::Empty)),
            ("31002X", 0, Err(DigitsFault::Shape)),
            ("23100", 0, Err(DigitsFault::Shape)),
            ("231003", 0, Err(DigitsFault::Different)),
        ] {
            assert_eq!(compare_digits(&number, typed, tries), result, "{typed} {tries}");
        }
    }

    #[test]
    fn the_home_office_has_twenty_working_days() {
        let registered = Instant::from_unix_seconds(1_795_500_000);
        assert_eq!(Day::of(registered).to_string(), "2026-11-24");
        assert_eq!(report_due(Calendar::announced(), registered).to_string(), "2026-12-22");
    }

    #[test]
    fn profiles_have_the_numbers_of_the_format() {
        for (number, profile) in [
            (0, None),
            (1, Some(Profile::Minimum)),
            (2, Some(Profile::Registration)),
            (3, Some(Profile::Full)),
            (4, None),
        ] {
            assert_eq!(Profile::from_number(number), profile);
        }
    }
}
