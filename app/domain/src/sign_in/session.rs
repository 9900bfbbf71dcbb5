//! How long a sign-in lasts. On an own phone a month without a visit: who has to sign in at every errand stops coming.
//! Phones that several people use and counters end an idle session soon; what was typed is in the draft and waits for
//! the next one.

use crate::coded::coded;
use crate::time::{Instant, Span};

/// Being seen is written down only so often: a row written on each request would be the busiest of all.
pub const SESSION_TOUCH_EVERY: Span = Span::minutes(5);

/// After a passkey or a second proof, so long the session may do what needs one: issue, export, delete, change keys.
pub const STEP_UP_LIFE: Span = Span::minutes(5);

coded! {
    /// Whose phone or desk it is.
    Session: "kind of session" {
        OwnPhone = "own_phone",
        SharedPhone = "shared_phone",
        /// Of somebody who holds a post, opened by a passkey.
        Staff = "staff",
    }
}

/// Why a session is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Ended {
    Idle,
    Old,
}

impl Session {
    /// From sign-in to the end, however busy; nothing where only idleness ends it.
    pub const fn life(self) -> Option<Span> {
        match self {
            Session::OwnPhone => None,
            Session::SharedPhone => Some(Span::hours(12)),
            Session::Staff => Some(Span::hours(8)),
        }
    }

    /// From the last request to the end.
    pub const fn idle_life(self) -> Span {
        match self {
            Session::OwnPhone => Span::days(30),
            Session::SharedPhone => Span::minutes(30),
            Session::Staff => Span::minutes(15),
        }
    }

    /// Whether a session still holds. `seen` may lag behind by [`SESSION_TOUCH_EVERY`], so that much is added.
    pub fn holds(self, started: Instant, seen: Instant, now: Instant) -> Result<(), Ended> {
        if self.life().is_some_and(|life| now >= started.plus(life)) {
            Err(Ended::Old)
        } else if now >= self.idle_end(seen) {
            Err(Ended::Idle)
        } else {
            Ok(())
        }
    }

    /// When a session that was last seen at `seen` ends by itself.
    pub const fn idle_end(self, seen: Instant) -> Instant {
        seen.plus(self.idle_life()).plus(SESSION_TOUCH_EVERY)
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
            (Session::SharedPhone, 0, 34, Ok(())),
            (Session::SharedPhone, 0, 35, Err(Ended::Idle)),
            (Session::SharedPhone, 719, 719, Ok(())),
            (Session::SharedPhone, 719, 720, Err(Ended::Old)),
            (Session::OwnPhone, 0, 30 * 1440, Ok(())),
            (Session::OwnPhone, 0, 30 * 1440 + 5, Err(Ended::Idle)),
            (Session::OwnPhone, 1_000_000, 1_000_001, Ok(())),
            (Session::Staff, 0, 19, Ok(())),
            (Session::Staff, 0, 20, Err(Ended::Idle)),
            (Session::Staff, 479, 480, Err(Ended::Old)),
        ] {
            assert_eq!(session.holds(at(0), at(seen), at(now)), holds, "{session} {seen} {now}");
        }
        assert!(!Session::is_to_be_touched(at(0), at(4)));
        assert!(Session::is_to_be_touched(at(0), at(5)));
    }
}
