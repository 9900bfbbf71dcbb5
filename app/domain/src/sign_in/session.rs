//! How long a sign-in lasts. Phones here are shared and counters are busy, so an idle session ends soon; what was
//! typed is in the draft and waits for the next one.

use crate::coded::coded;
use crate::time::{Instant, Span};

/// Being seen is written down only so often: a row written on each request would be the busiest of all.
pub const SESSION_TOUCH_EVERY: Span = Span::minutes(5);

/// After a passkey or a second proof, so long the session may do what needs one: issue, export, delete, change keys.
pub const STEP_UP_LIFE: Span = Span::minutes(5);

coded! {
    /// Whose session it is.
    Session: "kind of session" {
        Resident = "resident",
        Staff = "staff",
        /// After a recovery: may add a passkey or a phone and nothing else.
        Recovery = "recovery",
        /// Of invited staff who came by a code: may register the passkey and nothing else.
        Invitation = "invitation",
    }
}

/// Why a session is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Ended {
    Idle,
    Old,
}

impl Session {
    /// From sign-in to the end, however busy.
    pub const fn life(self) -> Span {
        match self {
            Session::Resident => Span::hours(12),
            Session::Staff => Span::hours(8),
            Session::Recovery | Session::Invitation => Span::hours(1),
        }
    }

    /// From the last request to the end.
    pub const fn idle_life(self) -> Span {
        match self {
            Session::Resident | Session::Recovery | Session::Invitation => Span::minutes(30),
            Session::Staff => Span::minutes(15),
        }
    }

    /// Whether a session still holds. `seen` may lag behind by [`SESSION_TOUCH_EVERY`], so that much is added.
    pub fn holds(self, started: Instant, seen: Instant, now: Instant) -> Result<(), Ended> {
        if now >= started.plus(self.life()) {
            Err(Ended::Old)
        } else if now >= seen.plus(self.idle_life()).plus(SESSION_TOUCH_EVERY) {
            Err(Ended::Idle)
        } else {
            Ok(())
        }
    }

    /// Whether being seen is to be written down again.
    pub fn is_to_be_touched(seen: Instant, now: Instant) -> bool {
        now >= seen.plus(SESSION_TOUCH_EVERY)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_session_ends_when_idle_and_at_the_end_of_its_life() {
        let at = |minutes: i64| Instant::from_unix_seconds(minutes * 60);
        for (session, seen, now, holds) in [
            (Session::Resident, 0, 34, Ok(())),
            (Session::Resident, 0, 35, Err(Ended::Idle)),
            (Session::Resident, 719, 719, Ok(())),
            (Session::Resident, 719, 720, Err(Ended::Old)),
            (Session::Staff, 0, 19, Ok(())),
            (Session::Staff, 0, 20, Err(Ended::Idle)),
            (Session::Staff, 479, 480, Err(Ended::Old)),
            (Session::Recovery, 59, 60, Err(Ended::Old)),
        ] {
            assert_eq!(
                session.holds(at(0), at(seen), at(now)),
                holds,
                "{session} {seen} {now}"
            );
        }
        assert!(!Session::is_to_be_touched(at(0), at(4)));
        assert!(Session::is_to_be_touched(at(0), at(5)));
    }
}
