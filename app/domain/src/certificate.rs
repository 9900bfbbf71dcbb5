//! A certificate after it was issued. It lives for three years; every change makes a new version and leaves the old
//! one as *renewed*. What is revoked stays revoked: a mistaken revocation is mended by a new certificate.
//!
//! ```text
//!   active ── renew, correct ──► renewed (by the next version)
//!     │ └──── revoke ──────────► revoked
//!     └ the day after its last ► expired ── renew ──► renewed
//! ```
//!
//! Expiry is never stored: it follows from the last day and today ([`State::on`]). *Suspended* is no state of the
//! certificate but of its showing: a phone reported lost, or a dispute that the home office has taken up.

use serde::{Deserialize, Serialize};

use crate::coded::coded;
use crate::time::Day;
use crate::wording::{self, WordingFault};

/// Years of life.
pub const LIFE_YEARS: i16 = 3;
/// A certificate may be renewed from so many days before its last.
pub const RENEWAL_OPENS_DAYS: i64 = 90;

coded! {
    State: "state of a certificate" {
        Active = "active",
        Renewed = "renewed",
        Expired = "expired",
        Revoked = "revoked",
    }
}

coded! {
    /// What an issuing officer does to a certificate.
    Change: "change of a certificate" {
        /// A new version with a new life.
        Renew = "renew",
        /// A new version with other content and the same last day.
        Correct = "correct",
        Revoke = "revoke",
    }
}

coded! {
    /// Why a certificate is revoked.
    RevocationReason: "reason of a revocation" {
        /// The holder asked for it.
        OwnWish = "own_wish",
        /// It says something that is not so and cannot be corrected.
        WrongContent = "wrong_content",
        /// It was made out on papers that were not genuine or another person's.
        PapersNotGenuine = "papers_not_genuine",
        /// The household moved to another home place.
        HouseholdMoved = "household_moved",
        Died = "died",
    }
}

coded! {
    /// What a number typed by an officer answers, and nothing more.
    NumberAnswer: "answer to a number" {
        Active = "active",
        Expired = "expired",
        Suspended = "suspended",
        Revoked = "revoked",
    }
}

impl State {
    /// The state on a day of a certificate that is stored with this one.
    pub fn on(self, valid_until: Day, today: Day) -> State {
        if self == State::Active && valid_until < today { State::Expired } else { self }
    }

    /// The state of this version after a change; nothing where it cannot be made.
    pub const fn after(self, change: Change) -> Option<State> {
        match (self, change) {
            (State::Active | State::Expired, Change::Renew) | (State::Active, Change::Correct) => Some(State::Renewed),
            (State::Active, Change::Revoke) => Some(State::Revoked),
            _ => None,
        }
    }

    /// The answer to an officer who typed the number. `self` is the newest version's state today.
    pub const fn answer(self, suspended: bool) -> NumberAnswer {
        match self {
            State::Revoked => NumberAnswer::Revoked,
            State::Expired => NumberAnswer::Expired,
            State::Active | State::Renewed if suspended => NumberAnswer::Suspended,
            State::Active | State::Renewed => NumberAnswer::Active,
        }
    }
}

/// The last day of a certificate that begins on `first`: the day before the same date, three years on.
pub fn valid_until(first: Day) -> Day {
    first.plus_years(LIFE_YEARS).plus_days(-1)
}

/// Whether it is time to renew: in the last 90 days, or afterwards.
pub fn may_renew(state: State, valid_until: Day, today: Day) -> bool {
    state.on(valid_until, today).after(Change::Renew).is_some() && valid_until.plus_days(-RENEWAL_OPENS_DAYS) <= today
}

/// Why a certificate was revoked: the kind, and words for the holder of 5 to 500 characters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Revocation {
    pub reason: RevocationReason,
    pub words: String,
}

impl Revocation {
    pub fn new(reason: RevocationReason, words: &str) -> Result<Revocation, WordingFault> {
        Ok(Revocation { reason, words: wording::reason(words)? })
    }
}

#[cfg(test)]
mod tests;
