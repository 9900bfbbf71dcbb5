//! Names as they stand on the ID card. Rare characters are kept, those beyond the basic plane and the private ones of
//! old card systems too; so are Latin letters, and the middle dot between the parts of Uyghur, Tibetan and many other
//! names, whichever of the dots a keyboard gave. What no name holds is refused, each kind with a word of its own.

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::coded::faults;
use crate::typed;

/// The longest name in characters; the longest Uyghur names on cards have about thirty.
pub const NAME_MAX: usize = 50;

const DOT: char = '·';

faults! {
    /// What is wrong with a name, the first that applies.
    NameFault {
        Empty = "fault-name-empty",
        TooLong = "fault-name-too-long",
        /// A character that cannot be seen: control, direction, zero width.
        Hidden = "fault-name-hidden",
        Digit = "fault-name-digit",
        /// A sign that stands in no name.
        Sign = "fault-name-sign",
    }
}

/// A person's name: NFC, trimmed, 1 to 50 characters.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PersonName(String);

impl PersonName {
    pub fn parse(text: &str) -> Result<PersonName, NameFault> {
        let text = text.trim();
        if text.chars().any(|c| c.is_control() || typed::is_hidden(c)) {
            return Err(NameFault::Hidden);
        }
        // Longer texts are not worth normalising; a decomposed letter has at most a few marks.
        if text.chars().nth(NAME_MAX * 4).is_some() {
            return Err(NameFault::TooLong);
        }
        let name = joined(text.chars().map(typed::half_width).nfc().map(one_dot));
        if let Some(fault) = name.chars().find_map(fault_of) {
            return Err(fault);
        }
        if !name.chars().any(is_letter) {
            return Err(if name.is_empty() { NameFault::Empty } else { NameFault::Sign });
        }
        if name.chars().nth(NAME_MAX).is_some() {
            return Err(NameFault::TooLong);
        }
        Ok(PersonName(name))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The form under which the name is searched; see [`folded`].
    pub fn folded(&self) -> String {
        folded(&self.0)
    }
}

/// The form in which names and what is searched for meet: small letters without marks, no dots, spaces or hyphens.
pub fn folded(text: &str) -> String {
    text.nfkd()
        .filter(|c| !is_combining_mark(*c) && !is_variation(*c))
        .filter(|c| is_letter(*c) || c.is_numeric())
        .flat_map(char::to_lowercase)
        .nfc()
        .collect()
}

/// The dots that keyboards give for the one of GB/T names.
fn one_dot(c: char) -> char {
    match c {
        '•' | '‧' | '・' | '･' | '∙' | '⋅' | '●' | '。' | '\u{0387}' | '\u{16EB}' | '\u{2E31}' => DOT,
        '’' | '‘' | 'ʼ' | '`' | '´' | 'ʻ' => '\'',
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        c if c.is_whitespace() => ' ',
        c => c,
    }
}

/// One space between words, none beside a dot or between two Chinese characters, none and no dot at the ends.
fn joined(chars: impl Iterator<Item = char>) -> String {
    let mut name = String::new();
    let mut space = false;
    for c in chars {
        let last = name.chars().next_back();
        match c {
            ' ' => {
                space = true;
                continue;
            }
            DOT if last.is_none_or(|last| last == DOT) => continue,
            DOT => {}
            _ => {
                let between_words = last.is_some_and(|last| last != DOT && !(is_han(last) && is_han(c)));
                if space && between_words {
                    name.push(' ');
                }
            }
        }
        space = false;
        name.push(c);
    }
    name.truncate(name.trim_end_matches(DOT).len());
    name
}

fn fault_of(c: char) -> Option<NameFault> {
    if is_letter(c) || is_combining_mark(c) || is_variation(c) || matches!(c, ' ' | '-' | '\'' | '.' | DOT) {
        None
    } else if c.is_numeric() {
        Some(NameFault::Digit)
    } else {
        Some(NameFault::Sign)
    }
}

/// Letters of any script; also the ideographs newer than the tables of this program, and private characters.
fn is_letter(c: char) -> bool {
    c.is_alphabetic() || is_han(c) || matches!(c, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFD}')
}

fn is_han(c: char) -> bool {
    matches!(c, '々' | '〇' | '\u{2E80}'..='\u{2FDF}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}'
        | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFD}')
}

/// Selectors of one written form of an ideograph.
fn is_variation(c: char) -> bool {
    matches!(c, '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}')
}

impl std::fmt::Display for PersonName {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for PersonName {
    type Error = NameFault;
    fn try_from(text: String) -> Result<PersonName, NameFault> {
        PersonName::parse(&text)
    }
}

impl From<PersonName> for String {
    fn from(name: PersonName) -> String {
        name.0
    }
}

#[cfg(test)]
mod tests;
