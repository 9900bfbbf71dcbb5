//! Why a letter did not leave. No text of these holds an address or an answer's words, for servers repeat addresses in
//! them and errors go into logs.

use std::fmt;

/// What went wrong on the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Cause {
    #[error("the address cannot be written to")]
    Address,
    #[error("no answer in time")]
    Timeout,
    #[error("no connection")]
    Connection,
    #[error("the connection could not be made secret")]
    Tls,
    #[error("the answer was {0}")]
    Answer(u16),
    #[error("the outbox cannot be written")]
    Outbox,
}

/// Whether sending the same letter again can help.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SendError {
    /// Also when the settings are at fault: the operator will mend them, and no letter should be lost for it.
    Temporary(Cause),
    /// This letter to this address will never arrive.
    Permanent(Cause),
}

impl SendError {
    pub fn is_permanent(self) -> bool {
        matches!(self, Self::Permanent(_))
    }

    pub fn cause(self) -> Cause {
        match self {
            Self::Temporary(cause) | Self::Permanent(cause) => cause,
        }
    }
}

impl fmt::Display for SendError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let prospect = if self.is_permanent() { "will not help" } else { "may help" };
        write!(formatter, "the letter was not sent: {}; trying again {prospect}", self.cause())
    }
}

impl std::error::Error for SendError {}

/// A setting that is no use. Told at start, without the value: addresses of servers hold passwords.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SettingError {
    #[error("the sender's address is no mail address, such as `Xinju <no-reply@xinju.example>`")]
    From,
    #[error("the SMTP address is not of the form smtps://user:password@host:port")]
    Smtp,
    #[error(
        "mail would leave this machine readable by everybody on the way: use smtps://, or smtp:// with ?tls=required"
    )]
    Plaintext,
    #[error("the address of the text message gateway is not of the form https://host/path")]
    Gateway,
}
