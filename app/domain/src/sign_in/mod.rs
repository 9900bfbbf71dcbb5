//! How a person signs in, and how much that proves.
//!
//! A passkey is the strong way and enough alone. A code by text message or mail is the weaker one: it applies, books
//! and asks. What would lock the owner out or carry data away waits, where only the weak proof was given and a
//! stronger one exists: 24 hours, told on every channel, stopped with one button ([`waits`]). Export and deletion ask
//! for a passkey or a second proof ([`Proof::is_strong`]). Staff hold a passkey; a code lets them only register one.
//!
//! [`SignInCode`] is the code, [`Limit`] how often anything may be tried, [`Session`] how long a sign-in lasts,
//! [`RecoveryCode`] what stands on the recovery card.

use crate::coded::coded;
use crate::time::Span;

mod code;
mod limit;
mod recovery_code;
mod session;

pub use code::{CODE_DIGITS, CODE_LIFE, CODE_TRIES, CodeFault, CodeStanding, SignInCode, code_standing};
pub use limit::{
    CODES_A_DAY, CODES_PER_ADDRESS, CODES_PER_FLOW, CODES_PER_NETWORK, LOST_REPORTS_PER_REFERENCE, Limit,
    NEW_ACCOUNTS_PER_NETWORK, RECOVERIES_PER_ACCOUNT, WRONG_PROOFS_IN_A_ROW, WRONG_PROOFS_PER_ACCOUNT,
};
pub use recovery_code::{RecoveryCode, RecoveryCodeFault};
pub use session::{Ended, SESSION_TOUCH_EVERY, STEP_UP_LIFE, Session};

/// How long a new passkey or phone waits where a code alone asked for it, or a recovery card.
pub const WAIT: Span = Span::hours(24);

/// How long a challenge of a passkey or of a phone's binding may be answered.
pub const CEREMONY_LIFE: Span = Span::minutes(5);

/// How long an invitation of staff is good.
pub const INVITATION_LIFE: Span = Span::days(7);

coded! {
    /// What was shown to sign in or to prove oneself again.
    Proof: "proof" {
        Passkey = "passkey",
        /// A code by text message or mail.
        Code = "code",
        /// The recovery card alone.
        Card = "card",
        CodeAndCard = "code_and_card",
        /// In person, ID card compared by an officer.
        Counter = "counter",
    }
}

impl Proof {
    /// Two proofs of different kinds, or one that cannot be given away by a mistake. Export, deletion and the first
    /// phone that holds the wallet's key ask for it.
    pub const fn is_strong(self) -> bool {
        matches!(self, Proof::Passkey | Proof::CodeAndCard | Proof::Counter)
    }
}

/// How long a new passkey or a new phone waits until it counts. `has_one` says whether the account has one already:
/// then it is protected from a code that somebody else could read.
pub const fn waits(proof: Proof, has_one: bool) -> Span {
    match proof {
        Proof::Passkey | Proof::CodeAndCard | Proof::Counter => Span::ZERO,
        Proof::Code if has_one => WAIT,
        Proof::Code => Span::ZERO,
        Proof::Card => WAIT,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_weak_proof_waits() {
        for (proof, has_one, wait) in [
            (Proof::Passkey, true, Span::ZERO),
            (Proof::Code, false, Span::ZERO),
            (Proof::Code, true, WAIT),
            (Proof::Card, false, WAIT),
            (Proof::Card, true, WAIT),
            (Proof::CodeAndCard, true, Span::ZERO),
            (Proof::Counter, true, Span::ZERO),
        ] {
            assert_eq!(waits(proof, has_one), wait, "{proof} {has_one}");
        }
    }

    #[test]
    fn a_strong_proof_never_waits() {
        for proof in Proof::ALL.iter().filter(|proof| proof.is_strong()) {
            assert_eq!(waits(*proof, true), Span::ZERO);
            assert_eq!(waits(*proof, false), Span::ZERO);
        }
    }
}
