//! Letters to people: what they say, and how they leave the house.
//!
//! A [`Letter`] is a kind, a language and a few values. It becomes a mail or a text message by the catalogue of texts
//! (`mail.ftl`), and it is plain data, so that a job can hold it until it is sent. It holds no name, no ID number and
//! nothing that a person wrote: a letter lies open on a shared phone and on the servers of others.
//!
//! [`Mailer`] sends mail by SMTP, [`Sms`] text messages by the operator's gateway; without a setting both write files into
//! the outbox, which is enough to try everything. Both say whether a failure may pass ([`SendError`]). Trying again,
//! limits and what is told on which channel are decided in `service`.

mod error;
mod letter;
mod mailer;
mod outbox;
mod sms;

pub use error::{Cause, SendError, SettingError};
pub use letter::{Letter, LetterKind};
pub use mailer::Mailer;
pub use sms::Sms;

use uuid::Uuid;
use xinju_domain::time::Instant;

/// To whom a letter goes. `id` and `at` belong to the letter and not to the try: sent again after an unknown outcome it
/// carries the same ids, so that the receiving side can drop the second.
#[derive(Clone, PartialEq, Eq)]
pub struct Envelope {
    /// A mail address, or a phone number with country code.
    pub to: String,
    pub id: Uuid,
    pub at: Instant,
}

impl std::fmt::Debug for Envelope {
    /// Without the address: it is a person's.
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Envelope").field("id", &self.id).field("at", &self.at).finish_non_exhaustive()
    }
}
