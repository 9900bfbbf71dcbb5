//! Words that one person writes for another: why an application is refused, what is still needed, why a certificate
//! is revoked. They are kept as written, in NFC, without characters that cannot be seen, and within limits: a reason
//! of a word explains nothing, and nobody reads a page.

use unicode_normalization::UnicodeNormalization;

use crate::coded::faults;
use crate::typed;

/// The shortest reason, in characters.
pub const REASON_MIN: usize = 5;
/// The longest reason, in characters.
pub const REASON_MAX: usize = 500;

faults! {
    /// What is wrong with written words.
    WordingFault {
        Empty = "fault-words-empty",
        TooShort = "fault-words-too-short",
        TooLong = "fault-words-too-long",
    }
}

/// A reason that a person can act on: 5 to 500 characters.
pub fn reason(text: &str) -> Result<String, WordingFault> {
    words(text, REASON_MIN, REASON_MAX)
}

/// Trims, drops what cannot be seen, keeps line breaks (at most two in a row), and holds the length in characters
/// against the limits.
pub fn words(text: &str, min: usize, max: usize) -> Result<String, WordingFault> {
    if text.chars().nth(max.saturating_mul(4)).is_some() {
        return Err(WordingFault::TooLong);
    }
    let kept = seen(text);
    match kept.chars().count() {
        0 => Err(WordingFault::Empty),
        n if n < min => Err(WordingFault::TooShort),
        n if n > max => Err(WordingFault::TooLong),
        _ => Ok(kept),
    }
}

fn seen(text: &str) -> String {
    let mut kept = String::new();
    let mut breaks = 0;
    for c in text.replace("\r\n", "\n").nfc() {
        match c {
            '\n' | '\r' => {
                breaks += 1;
                if breaks <= 2 {
                    kept.push('\n');
                }
            }
            '\t' => kept.push(' '),
            c if c.is_control() || typed::is_hidden(c) => {}
            c => {
                breaks = 0;
                kept.push(c);
            }
        }
    }
    kept.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_is_neither_a_word_nor_a_page() {
        let long = "因".repeat(501);
        for (text, read) in [
            ("照片看不清楚", Ok("照片看不清楚")),
            ("  照片看不清楚\r\n\r\n\r\n\r\n请再拍一张  ", Ok("照片看不清楚\n\n请再拍一张")),
            ("照片\u{202E}看不\u{200B}清楚\0", Ok("照片看不清楚")),
            ("", Err(WordingFault::Empty)),
            (" \u{200B}\n ", Err(WordingFault::Empty)),
            ("不行", Err(WordingFault::TooShort)),
            (&long, Err(WordingFault::TooLong)),
        ] {
            assert_eq!(reason(text).as_deref().map_err(|fault| *fault), read, "{text}");
        }
    }
}
