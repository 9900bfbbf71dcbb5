//! Separate consent to the use of sensitive data, as articles 28 and 29 of the Personal Information Protection Law
//! ask for it: for one purpose, given by an act of its own, and withdrawn as easily. Without it no application is
//! sent; withdrawing costs nothing that was already given.

use serde::{Deserialize, Serialize};

use crate::coded::coded;
use crate::time::Instant;

coded! {
    /// What is consented to.
    Purpose: "purpose of a consent" {
        /// ID number, marriage, children, photo and papers, to issue the certificate and to show it.
        SensitiveData = "sensitive_data",
    }
}

/// A consent as given. A text that was changed in substance gets a new version and is asked anew.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consent {
    pub purpose: Purpose,
    pub version: u16,
    pub given: Instant,
    pub withdrawn: Option<Instant>,
}

impl Purpose {
    /// The version of the text that is asked for now.
    pub const fn version(self) -> u16 {
        match self {
            Purpose::SensitiveData => 1,
        }
    }

    /// Every purpose may be withdrawn at any time.
    pub const fn is_withdrawable(self) -> bool {
        true
    }

    /// Whether some consent to the purpose holds at a moment.
    pub fn holds(self, consents: &[Consent], now: Instant) -> bool {
        consents.iter().any(|consent| consent.purpose == self && consent.holds(now))
    }
}

impl Consent {
    /// Given, not withdrawn, and to the text of today.
    pub fn holds(&self, now: Instant) -> bool {
        self.version == self.purpose.version()
            && self.given <= now
            && self.withdrawn.is_none_or(|withdrawn| now < withdrawn)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_consent_holds_until_it_is_withdrawn() {
        let at = Instant::from_unix_seconds;
        let consent = |version, withdrawn: Option<i64>| Consent {
            purpose: Purpose::SensitiveData,
            version,
            given: at(100),
            withdrawn: withdrawn.map(at),
        };
        for (version, withdrawn, now, holds) in [
            (1, None, 99, false),
            (1, None, 100, true),
            (1, Some(200), 199, true),
            (1, Some(200), 200, false),
            (0, None, 150, false),
        ] {
            let consents = [consent(version, withdrawn)];
            assert_eq!(Purpose::SensitiveData.holds(&consents, at(now)), holds);
        }
        assert!(!Purpose::SensitiveData.holds(&[], at(100)));
    }
}
