//! What a letter says. Its words stand in the catalogue under `mail-…`: a subject and a body for mail, and a short form
//! for a text message.

mod wording;

use std::fmt;

use serde::{Deserialize, Serialize};
use xinju_domain::time::Day;
use xinju_text::{Locale, say};

/// A letter in one language.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letter {
    #[serde(with = "tag")]
    pub locale: Locale,
    #[serde(flatten)]
    pub kind: LetterKind,
}

/// The occasions for a letter. `link` is a whole address of a page; opening it changes nothing, a button there does.
/// `office` is an office's name in the letter's language, `reference` an application's.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum LetterKind {
    /// Six digits to sign in. `host` is the portal's, so that a phone offers the code on that site alone.
    SignInCode {
        code: String,
        minutes: u32,
        host: String,
    },
    /// Six digits to prove that an address or a number is one's own.
    ContactCode {
        code: String,
        minutes: u32,
        host: String,
    },
    StaffInvitation {
        office: String,
        link: String,
        hours: u32,
    },
    ApplicationSent {
        reference: String,
        office: String,
        due: Day,
        link: String,
    },
    MoreAsked {
        reference: String,
        office: String,
        link: String,
    },
    /// Also after a renewal or a correction.
    Issued {
        reference: String,
        office: String,
        link: String,
    },
    Refused {
        reference: String,
        office: String,
        link: String,
    },
    Withdrawn {
        reference: String,
        link: String,
    },
    /// After a refusal another officer looks at it.
    LookedAtAgain {
        reference: String,
        office: String,
        due: Day,
        link: String,
    },
    /// It was sent to an office that was not the right one.
    PassedOn {
        reference: String,
        office: String,
        due: Day,
        link: String,
    },
    CertificateRevoked {
        office: String,
        link: String,
    },
    ExpiresSoon {
        last_day: Day,
        link: String,
    },
    /// A phone may show the certificate from now on. `link` undoes it.
    PhoneAdded {
        link: String,
    },
    /// A phone may show it in so many hours, unless `link` stops it.
    PhoneWaits {
        hours: u32,
        link: String,
    },
    PasskeyAdded {
        link: String,
    },
    PasskeyWaits {
        hours: u32,
        link: String,
    },
    /// Somebody reported the phone lost; signing in at `link` undoes it.
    PhoneLost {
        link: String,
    },
    /// It signs in after so many hours, unless `link` stops it.
    RecoveryCardUsed {
        hours: u32,
        link: String,
    },
    /// One ID number, two accounts: the same words to both.
    DisputeOpened {
        office: String,
        link: String,
    },
    Registered {
        office: String,
        link: String,
    },
    NoticeToComplete {
        office: String,
        due: Day,
        link: String,
    },
    NoticeCompleted {
        office: String,
    },
}

impl Letter {
    pub fn new(locale: Locale, kind: LetterKind) -> Self {
        Self { locale, kind }
    }

    /// The subject of a mail: one line, whatever the values hold.
    pub fn subject(&self) -> String {
        let subject = self.say(self.kind.wording().subject);
        subject.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The text of a mail, lines ended by `\n`.
    pub fn body(&self) -> String {
        format!("{}\n\n-- \n{}\n", self.say(self.kind.wording().body), say(self.locale, "mail-footer", &[]))
    }

    /// The text message: one of at most 70 characters, where no link makes it longer.
    pub fn short(&self) -> String {
        self.say(self.kind.wording().short)
    }

    fn say(&self, key: &'static str) -> String {
        say(self.locale, key, &self.kind.values(self.locale))
    }
}

impl fmt::Debug for Letter {
    /// The occasion alone: codes and links sign in.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Letter({:?}, {})", self.kind, self.locale.tag())
    }
}

impl fmt::Debug for LetterKind {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let key = self.wording().subject;
        formatter.write_str(key.trim_start_matches("mail-").trim_end_matches("-subject"))
    }
}

/// A language as its tag.
mod tag {
    use serde::{Deserialize as _, Deserializer, Serializer, de::Error as _};
    use xinju_text::Locale;

    pub(super) fn serialize<S: Serializer>(locale: &Locale, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(locale.tag())
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Locale, D::Error> {
        let tag = String::deserialize(deserializer)?;
        Locale::from_tag(&tag).ok_or_else(|| D::Error::custom("no language of ours"))
    }
}

#[cfg(test)]
mod tests;
