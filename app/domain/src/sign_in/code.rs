//! The six-digit code of a sign-in: good for ten minutes, five tries and one use, in the browser that asked for it.

use std::fmt;

use crate::coded::faults;
use crate::time::{Instant, Span};
use crate::typed;

pub const CODE_DIGITS: usize = 6;
pub const CODE_LIFE: Span = Span::minutes(10);
/// Wrong tries after which a code is dead. A new code does not reset the count of the account.
pub const CODE_TRIES: u8 = 5;

faults! {
    /// Why a code does not sign in.
    CodeFault {
        Empty = "fault-code-empty",
        /// Not six digits.
        Shape = "fault-code-shape",
        Wrong = "fault-code-wrong",
        /// Ten minutes are over.
        Expired = "fault-code-expired",
        /// Used before, or tried wrongly five times.
        UsedUp = "fault-code-used-up",
    }
}

/// Six digits. The debug form hides them.
#[derive(Clone, PartialEq, Eq)]
pub struct SignInCode(String);

impl SignInCode {
    /// From eight random bytes: the remainder of 2⁶⁴ by a million favours no code by more than one in 10¹³.
    pub fn from_random(bytes: [u8; 8]) -> SignInCode {
        SignInCode(format!("{:06}", u64::from_be_bytes(bytes) % 1_000_000))
    }

    /// Reads what a person typed or a keyboard filled in; spaces and full-width digits are welcome.
    pub fn parse(text: &str) -> Result<SignInCode, CodeFault> {
        let plain = typed::compact(text);
        if plain.is_empty() {
            Err(CodeFault::Empty)
        } else if plain.len() == CODE_DIGITS && plain.bytes().all(|b| b.is_ascii_digit()) {
            Ok(SignInCode(plain))
        } else {
            Err(CodeFault::Shape)
        }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// For reading: two groups of three.
    pub fn grouped(&self) -> String {
        format!("{} {}", &self.0[..3], &self.0[3..])
    }
}

impl fmt::Debug for SignInCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SignInCode")
    }
}

/// Whether a code can still be tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodeStanding {
    /// So many tries are left, this one included.
    Open {
        tries: u8,
    },
    Dead(CodeFault),
}

/// The standing of a code that was made at `made` and tried wrongly so many times.
pub fn code_standing(made: Instant, wrong_tries: u8, used: bool, now: Instant) -> CodeStanding {
    if used || wrong_tries >= CODE_TRIES {
        CodeStanding::Dead(CodeFault::UsedUp)
    } else if now >= made.plus(CODE_LIFE) {
        CodeStanding::Dead(CodeFault::Expired)
    } else {
        CodeStanding::Open { tries: CODE_TRIES - wrong_tries }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_six_digits_however_typed() {
        for (text, read) in [
            ("012345", Ok("012345")),
            ("012 345", Ok("012345")),
            ("０１２３４５", Ok("012345")),
            ("", Err(CodeFault::Empty)),
            ("12345", Err(CodeFault::Shape)),
            ("1234567", Err(CodeFault::Shape)),
            ("12345a", Err(CodeFault::Shape)),
        ] {
            assert_eq!(SignInCode::parse(text).as_ref().map(SignInCode::as_str), read.as_ref().copied(), "{text}");
        }
    }

    #[test]
    fn random_bytes_always_give_six_digits() {
        for bytes in [[0; 8], [0xFF; 8], [0, 0, 0, 0, 0, 0, 0, 7]] {
            let code = SignInCode::from_random(bytes);
            assert_eq!(SignInCode::parse(&code.grouped()), Ok(code));
        }
    }

    #[test]
    fn a_code_dies_of_age_of_use_and_of_five_tries() {
        let made = Instant::from_unix_seconds(1_000);
        let after = |seconds| made.plus(Span::seconds(seconds));
        for (tries, used, now, standing) in [
            (0, false, after(0), CodeStanding::Open { tries: 5 }),
            (4, false, after(599), CodeStanding::Open { tries: 1 }),
            (5, false, after(1), CodeStanding::Dead(CodeFault::UsedUp)),
            (0, true, after(1), CodeStanding::Dead(CodeFault::UsedUp)),
            (0, false, after(600), CodeStanding::Dead(CodeFault::Expired)),
        ] {
            assert_eq!(code_standing(made, tries, used, now), standing);
        }
    }
}
