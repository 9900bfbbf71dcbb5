//! An application for a certificate, from the first answer to the decision.
//!
//! ```text
//!            submit            issue
//!   draft ──────────► submitted ─────► issued
//!                     │  ▲   │ ▲
//!            ask more │  │   │ │ look again (once, by another officer)
//!                     ▼  │   ▼ │
//!                more_asked  refused
//!
//!   withdraw: from draft, submitted and more_asked, at any time, by the resident
//! ```
//!
//! The resident submits, answers, withdraws and asks to have a refusal looked at again; the home office asks for more,
//! issues, refuses and passes on what belongs to another office. While the office waits for the resident its clock
//! stands still ([`Clock`]). A person has at most one open application.

use serde::{Deserialize, Serialize};

use crate::coded::coded;
use crate::staff::Right;
use crate::wording::{self, WordingFault};

mod answering;
mod answers;
mod clock;
mod question;

pub use answering::{ChoiceFault, PlaceFault, answer, filled};
pub use answers::Answers;
pub use clock::{Clock, ClockEvent};
pub use question::Question;

/// Working days from submission to the answer of the home office.
pub const PROMISED_DAYS: u32 = 7;

coded! {
    State: "state of an application" {
        Draft = "draft",
        Submitted = "submitted",
        MoreAsked = "more_asked",
        Issued = "issued",
        Refused = "refused",
        Withdrawn = "withdrawn",
    }
}

coded! {
    /// What may happen to an application.
    Move: "move of an application" {
        Submit = "submit",
        AskMore = "ask_more",
        Answer = "answer",
        Issue = "issue",
        Refuse = "refuse",
        /// The resident asks to have a refusal looked at again; once, and by another officer.
        LookAgain = "look_again",
        Withdraw = "withdraw",
        /// To the office to which the home place belongs; the clock goes on as it stood.
        PassOn = "pass_on",
    }
}

/// Who may make a move.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Mover {
    Resident,
    /// An officer with this right over the home place.
    Officer(Right),
}

impl Move {
    pub const fn by(self) -> Mover {
        match self {
            Move::Submit | Move::Answer | Move::LookAgain | Move::Withdraw => Mover::Resident,
            Move::AskMore | Move::Issue | Move::Refuse | Move::PassOn => Mover::Officer(Right::JudgeApplication),
        }
    }
}

impl State {
    /// The state after a move; nothing where the move cannot be made. `looked_again` says whether the application
    /// was refused and taken up again before.
    pub const fn after(self, made: Move, looked_again: bool) -> Option<State> {
        match (self, made) {
            (State::Draft, Move::Submit) => Some(State::Submitted),
            (State::Submitted, Move::AskMore) => Some(State::MoreAsked),
            (State::MoreAsked, Move::Answer) => Some(State::Submitted),
            (State::Submitted | State::MoreAsked, Move::Issue) => Some(State::Issued),
            (State::Submitted, Move::Refuse) => Some(State::Refused),
            (State::Refused, Move::LookAgain) if !looked_again => Some(State::Submitted),
            (State::Draft | State::Submitted | State::MoreAsked, Move::Withdraw) => Some(State::Withdrawn),
            (State::Submitted | State::MoreAsked, Move::PassOn) => Some(self),
            _ => None,
        }
    }

    /// Open: a second application leads to this one.
    pub const fn is_open(self) -> bool {
        matches!(self, State::Draft | State::Submitted | State::MoreAsked)
    }

    /// Sent and not decided: it stands in the office's queue.
    pub const fn is_in_queue(self) -> bool {
        matches!(self, State::Submitted | State::MoreAsked)
    }

    /// The resident has something to do.
    pub const fn is_residents_turn(self) -> bool {
        matches!(self, State::Draft | State::MoreAsked)
    }
}

/// Whether an officer may judge an application: who refused it once does not look at it again.
pub fn may_judge<Officer: PartialEq>(officer: &Officer, refused_by: Option<&Officer>) -> bool {
    refused_by != Some(officer)
}

/// Why an application is refused, in words that the resident can act on: 5 to 500 characters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct RefusalReason(String);

impl RefusalReason {
    pub fn parse(text: &str) -> Result<RefusalReason, WordingFault> {
        wording::reason(text).map(RefusalReason)
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for RefusalReason {
    type Error = WordingFault;
    fn try_from(text: String) -> Result<RefusalReason, WordingFault> {
        RefusalReason::parse(&text)
    }
}

impl From<RefusalReason> for String {
    fn from(reason: RefusalReason) -> String {
        reason.0
    }
}

/// What the office still needs: words, and the questions that the resident may answer anew.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MoreRequest {
    text: String,
    reopened: Vec<Question>,
}

impl MoreRequest {
    /// At least one question is reopened; each stands once, in the order of the form.
    pub fn new(text: &str, reopened: &[Question]) -> Result<MoreRequest, MoreRequestFault> {
        let text = wording::reason(text).map_err(MoreRequestFault::Text)?;
        let reopened: Vec<Question> = Question::ALL.iter().copied().filter(|q| reopened.contains(q)).collect();
        if reopened.is_empty() {
            return Err(MoreRequestFault::NothingReopened);
        }
        Ok(MoreRequest { text, reopened })
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    pub fn reopened(&self) -> &[Question] {
        &self.reopened
    }

    /// Whether the question may be answered anew. Who may change the marital status may also name the spouse.
    pub fn reopens(&self, question: Question) -> bool {
        self.reopened.contains(&question)
            || (question == Question::Spouse && self.reopened.contains(&Question::Marriage))
    }
}

/// What is wrong with a request for more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MoreRequestFault {
    Text(WordingFault),
    NothingReopened,
}

impl MoreRequestFault {
    pub const fn key(self) -> &'static str {
        match self {
            MoreRequestFault::Text(fault) => fault.key(),
            MoreRequestFault::NothingReopened => "fault-choice-empty",
        }
    }
}

#[cfg(test)]
mod tests;
