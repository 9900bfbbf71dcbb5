//! Text messages by the operator's gateway: `POST` of `{"to": "+86…", "text": "…"}`. Whatever speaks to the telephone
//! company stands behind that address; a user and a password in it are sent as basic authentication.

use std::path::PathBuf;
use std::time::Duration;

use reqwest::{Client, StatusCode, Url, redirect};
use serde::Serialize;

use crate::outbox::Outbox;
use crate::{Cause, Envelope, Letter, SendError, SettingError};

const TIMEOUT: Duration = Duration::from_secs(10);

/// Sends text messages.
#[derive(Clone)]
pub struct Sms {
    road: Road,
}

#[derive(Clone)]
enum Road {
    Gateway { client: Client, url: Url },
    Outbox(Outbox),
}

#[derive(Serialize)]
struct Post<'a> {
    to: &'a str,
    text: &'a str,
}

impl Sms {
    /// Without `url` messages become `.txt` files in `outbox`.
    pub fn from_url(url: Option<&str>, outbox: PathBuf) -> Result<Self, SettingError> {
        let Some(url) = url else {
            return Ok(Self { road: Road::Outbox(Outbox::new(outbox)) });
        };
        let url = Url::parse(url).ok().filter(|url| matches!(url.scheme(), "http" | "https") && url.has_host());
        let url = url.ok_or(SettingError::Gateway)?;
        // A gateway that moves is a setting to change; following it would carry numbers and codes somewhere else.
        let client = Client::builder().timeout(TIMEOUT).connect_timeout(TIMEOUT).redirect(redirect::Policy::none());
        let client = client.build().map_err(|_| SettingError::Gateway)?;
        Ok(Self { road: Road::Gateway { client, url } })
    }

    pub async fn send(&self, envelope: &Envelope, letter: &Letter) -> Result<(), SendError> {
        let text = letter.short();
        match &self.road {
            Road::Outbox(outbox) => {
                let content = format!("{}\n\n{text}\n", envelope.to);
                outbox.put(envelope, "txt", content.as_bytes()).await
            }
            Road::Gateway { client, url } => post(client, url.clone(), envelope, &text).await,
        }
    }
}

impl std::fmt::Debug for Sms {
    /// Without the gateway's address, which may hold a password.
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let road = match &self.road {
            Road::Gateway { .. } => "gateway",
            Road::Outbox(_) => "outbox",
        };
        formatter.debug_struct("Sms").field("road", &road).finish_non_exhaustive()
    }
}

async fn post(client: &Client, url: Url, envelope: &Envelope, text: &str) -> Result<(), SendError> {
    let request =
        client.post(url).header("Idempotency-Key", envelope.id.to_string()).json(&Post { to: &envelope.to, text });
    match request.send().await {
        Ok(response) => judged(response.status()),
        Err(error) if error.is_timeout() => Err(SendError::Temporary(Cause::Timeout)),
        Err(_) => Err(SendError::Temporary(Cause::Connection)),
    }
}

/// Three answers are about the message itself. All others are about the gateway or the setting, and pass.
fn judged(status: StatusCode) -> Result<(), SendError> {
    let cause = Cause::Answer(status.as_u16());
    match status {
        _ if status.is_success() => Ok(()),
        StatusCode::BAD_REQUEST | StatusCode::PAYLOAD_TOO_LARGE | StatusCode::UNPROCESSABLE_ENTITY => {
            Err(SendError::Permanent(cause))
        }
        _ => Err(SendError::Temporary(cause)),
    }
}

#[cfg(test)]
mod tests;
