//! From a judgement to what is shown.

use xinju_credential::verify::{Judgement, Verdict};

/// From so old a bundle on, a key that it does not know may simply be new.
pub(crate) const OLD_BUNDLE: i64 = 24 * 3600;

/// The colour, face and sound.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Band {
    Good,
    Care,
    Bad,
}

impl Band {
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Good => "good",
            Self::Care => "care",
            Self::Bad => "bad",
        }
    }
}

/// What the verifier is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Showing {
    Valid,
    /// Valid, but no list says whether it was revoked.
    Unlisted,
    Paper,
    Clock,
    Stale,
    Expired,
    NotYetValid,
    Suspended,
    /// Not read whole.
    Malformed,
    /// A key that the old bundle does not know: update, then scan again.
    Update,
    NotGenuine,
    Revoked,
    ChallengeFailed,
}

impl Showing {
    pub(crate) const ALL: [Self; 13] = [
        Self::Valid,
        Self::Unlisted,
        Self::Paper,
        Self::Clock,
        Self::Stale,
        Self::Expired,
        Self::NotYetValid,
        Self::Suspended,
        Self::Malformed,
        Self::Update,
        Self::NotGenuine,
        Self::Revoked,
        Self::ChallengeFailed,
    ];

    /// `bundle_age` in seconds.
    pub(crate) fn of(judgement: &Judgement, bundle_age: i64) -> Self {
        match judgement.verdict {
            Verdict::Valid if judgement.status_unknown => Self::Unlisted,
            Verdict::Valid => Self::Valid,
            Verdict::Paper => Self::Paper,
            Verdict::Clock => Self::Clock,
            Verdict::Stale => Self::Stale,
            Verdict::Expired => Self::Expired,
            Verdict::NotYetValid => Self::NotYetValid,
            Verdict::Suspended => Self::Suspended,
            Verdict::Malformed => Self::Malformed,
            Verdict::NotGenuine if judgement.kid_unknown && bundle_age > OLD_BUNDLE => Self::Update,
            Verdict::NotGenuine => Self::NotGenuine,
            Verdict::Revoked => Self::Revoked,
            Verdict::ChallengeFailed => Self::ChallengeFailed,
        }
    }

    pub(crate) const fn band(self) -> Band {
        match self {
            Self::Valid => Band::Good,
            Self::NotGenuine | Self::Revoked | Self::ChallengeFailed => Band::Bad,
            _ => Band::Care,
        }
    }

    /// The name in the catalogue.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Self::Valid => "valid",
            Self::Unlisted => "unlisted",
            Self::Paper => "paper",
            Self::Clock => "clock",
            Self::Stale => "stale",
            Self::Expired => "expired",
            Self::NotYetValid => "not-yet",
            Self::Suspended => "suspended",
            Self::Malformed => "malformed",
            Self::Update => "update",
            Self::NotGenuine => "not-genuine",
            Self::Revoked => "revoked",
            Self::ChallengeFailed => "challenge",
        }
    }

    /// Whether what the holder chose to show is shown. A refusal shows nothing of a person.
    pub(crate) const fn shows_facts(self) -> bool {
        matches!(self, Self::Valid | Self::Unlisted | Self::Paper | Self::Clock)
    }

    /// Whether a doubt about clocks is what the challenge would settle.
    pub(crate) const fn asks_challenge(self) -> bool {
        matches!(self, Self::Clock | Self::Stale)
    }

    /// Its place among [`Self::ALL`].
    pub(crate) fn place(self) -> usize {
        Self::ALL.iter().position(|showing| *showing == self).unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use xinju_credential::verify::{Question, Trust, judge};

    use super::*;

    fn refused() -> Judgement {
        let question = Question { now: 0, aud: "localhost", challenge: None };
        judge("nothing", &Trust::default(), &question)
    }

    #[test]
    fn an_unknown_list_makes_valid_amber_and_an_old_bundle_an_unknown_key() {
        for (verdict, status_unknown, kid_unknown, age, showing, band) in [
            (Verdict::Valid, false, false, 0, Showing::Valid, Band::Good),
            (Verdict::Valid, true, false, 0, Showing::Unlisted, Band::Care),
            (Verdict::Paper, true, false, 0, Showing::Paper, Band::Care),
            (Verdict::NotGenuine, false, true, OLD_BUNDLE + 1, Showing::Update, Band::Care),
            (Verdict::NotGenuine, false, true, OLD_BUNDLE, Showing::NotGenuine, Band::Bad),
            (Verdict::NotGenuine, false, false, OLD_BUNDLE + 1, Showing::NotGenuine, Band::Bad),
        ] {
            let judgement = Judgement { verdict, status_unknown, kid_unknown, ..refused() };
            assert_eq!(Showing::of(&judgement, age), showing);
            assert_eq!(showing.band(), band);
        }
    }

    #[test]
    fn only_valid_is_green_and_no_refusal_shows_a_person() {
        for showing in Showing::ALL {
            assert_eq!(showing.band() == Band::Good, showing == Showing::Valid);
            assert!(!(showing.shows_facts() && showing.band() == Band::Bad));
            assert_eq!(Showing::ALL[showing.place()], showing);
        }
    }
}
