//! Mail: composed as plain text, sent by SMTP or written into the outbox.

use std::path::PathBuf;
use std::time::{Duration, SystemTime};

use lettre::address::Address;
use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::message::{Mailbox, Message};
use lettre::transport::smtp;
use lettre::{AsyncSmtpTransport, AsyncTransport as _, Tokio1Executor};
use url::{Host, Url};
use xinju_domain::time::Instant;

use crate::outbox::Outbox;
use crate::{Cause, Envelope, Letter, SendError, SettingError};

/// For each step of the conversation.
const STEP_TIMEOUT: Duration = Duration::from_secs(10);
/// For all of it: a server that answers each step late must not hold the job's place.
const TIMEOUT: Duration = Duration::from_secs(30);

/// Sends mail.
#[derive(Clone)]
pub struct Mailer {
    from: Mailbox,
    road: Road,
}

#[derive(Clone)]
enum Road {
    Smtp(AsyncSmtpTransport<Tokio1Executor>),
    Outbox(Outbox),
}

impl Mailer {
    /// `smtp_url` as `smtps://user:password@host:465` or `smtp://host:587?tls=required`; without it letters become `.eml`
    /// files in `outbox`. `from` as `Xinju <no-reply@xinju.example>`.
    pub fn from_settings(smtp_url: Option<&str>, from: &str, outbox: PathBuf) -> Result<Self, SettingError> {
        let from = from.parse().map_err(|_| SettingError::From)?;
        let road = match smtp_url {
            None => Road::Outbox(Outbox::new(outbox)),
            Some(url) => Road::Smtp(transport(url)?),
        };
        Ok(Self { from, road })
    }

    pub async fn send(&self, envelope: &Envelope, letter: &Letter) -> Result<(), SendError> {
        let message = self.compose(envelope, letter)?;
        match &self.road {
            Road::Outbox(outbox) => outbox.put(envelope, "eml", &message.formatted()).await,
            Road::Smtp(transport) => match tokio::time::timeout(TIMEOUT, transport.send(message)).await {
                Ok(Ok(_)) => Ok(()),
                Ok(Err(error)) => Err(judged(&error)),
                Err(_) => Err(SendError::Temporary(Cause::Timeout)),
            },
        }
    }

    fn compose(&self, envelope: &Envelope, letter: &Letter) -> Result<Message, SendError> {
        let never = |_| SendError::Permanent(Cause::Address);
        let to: Address = envelope.to.parse().map_err(never)?;
        let message_id = format!("<{}@{}>", envelope.id, self.from.email.domain());
        let mut message = Message::builder()
            .from(self.from.clone())
            .to(Mailbox::new(None, to))
            .subject(letter.subject())
            .message_id(Some(message_id))
            .date(system_time(envelope.at))
            .header(ContentType::TEXT_PLAIN)
            .body(letter.body())
            .map_err(|_| SendError::Permanent(Cause::Address))?;
        let headers = message.headers_mut();
        // RFC 3834, 5: without it an absent person's mailbox answers, and ours answers back.
        headers.insert_raw(header(HeaderName::new_from_ascii_str("Auto-Submitted"), "auto-generated"));
        headers.insert_raw(header(HeaderName::new_from_ascii_str("Content-Language"), letter.locale.tag()));
        Ok(message)
    }
}

impl std::fmt::Debug for Mailer {
    /// Without the server's address, which holds a password.
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let road = match &self.road {
            Road::Smtp(_) => "smtp",
            Road::Outbox(_) => "outbox",
        };
        formatter.debug_struct("Mailer").field("road", &road).finish_non_exhaustive()
    }
}

fn transport(url: &str) -> Result<AsyncSmtpTransport<Tokio1Executor>, SettingError> {
    let parsed = Url::parse(url).map_err(|_| SettingError::Smtp)?;
    let is_secret = parsed.scheme() == "smtps"
        || parsed.query_pairs().any(|(name, value)| name == "tls" && (value == "required" || value == "opportunistic"));
    if !is_secret && !is_this_machine(&parsed) {
        return Err(SettingError::Plaintext);
    }
    let builder = AsyncSmtpTransport::<Tokio1Executor>::from_url(url).map_err(|_| SettingError::Smtp)?;
    Ok(builder.timeout(Some(STEP_TIMEOUT)).build())
}

fn is_this_machine(url: &Url) -> bool {
    // The url crate takes the host of a scheme that it does not know as a name, numbers included.
    match url.host() {
        Some(Host::Domain(name)) => {
            name == "localhost" || name.parse().is_ok_and(|ip: std::net::IpAddr| ip.is_loopback())
        }
        Some(Host::Ipv4(ip)) => ip.is_loopback(),
        Some(Host::Ipv6(ip)) => ip.is_loopback(),
        None => false,
    }
}

fn header(name: HeaderName, value: &str) -> HeaderValue {
    HeaderValue::new(name, value.to_owned())
}

fn system_time(at: Instant) -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_micros(u64::try_from(at.micros()).unwrap_or(0))
}

/// RFC 5321, 4.2.1: 4xx may pass, 5xx will not. But a server that does not let *us* in (RFC 4954, 6) says nothing about
/// the letter.
fn judged(error: &smtp::Error) -> SendError {
    match error.status().map(u16::from) {
        Some(code @ (530 | 534 | 535 | 538)) => SendError::Temporary(Cause::Answer(code)),
        Some(code) if error.is_permanent() => SendError::Permanent(Cause::Answer(code)),
        Some(code) => SendError::Temporary(Cause::Answer(code)),
        None if error.is_timeout() => SendError::Temporary(Cause::Timeout),
        None if error.is_tls() => SendError::Temporary(Cause::Tls),
        None => SendError::Temporary(Cause::Connection),
    }
}

#[cfg(test)]
mod tests;
