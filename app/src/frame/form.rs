//! A refused form comes back with every answer kept.
//!
//! A handler that refuses keeps what was typed and what is wrong with it under a random token, and redirects to the page
//! with `?again=token`. The page asks [`Visit::typed`] and shows the same answers, the faults above their fields, and a
//! summary on top. The row is sealed, bound to the session if there is one, and gone after an hour.

use axum::{
    Form,
    body::{Body, to_bytes},
    extract::{FromRequest, Request},
    http::{Method, header},
    response::{IntoResponse, Redirect, Response},
};
use serde::{Deserialize, Serialize};

use super::{Stop, Visit};

/// Names and values as they were sent, in their order.
pub type Fields = Vec<(String, String)>;

/// The largest form that is copied before it is taken. Longer ones are none of ours.
const COPIED: usize = 64 * 1024;

/// Copies what a form brings before a handler takes it, for the page that asks to send it again when it could not be
/// stored. Files are not copied.
pub(super) async fn copy_sent(request: Request) -> (Request, Option<Fields>) {
    if !is_small_form(&request) {
        return (request, None);
    }
    let (parts, body) = request.into_parts();
    // A body that breaks off arrives empty, and the handler refuses it.
    let bytes = to_bytes(body, COPIED).await.unwrap_or_default();
    let copy = Request::from_parts(parts.clone(), Body::from(bytes.clone()));
    let fields = Form::<Fields>::from_request(copy, &()).await.ok().map(|Form(fields)| fields);
    (Request::from_parts(parts, Body::from(bytes)), fields)
}

fn is_small_form(request: &Request) -> bool {
    let text = |name| request.headers().get(name).and_then(|value| value.to_str().ok());
    let length: Option<usize> = text(header::CONTENT_LENGTH).and_then(|length| length.parse().ok());
    let is_form = text(header::CONTENT_TYPE).is_some_and(|kind| kind.starts_with("application/x-www-form-urlencoded"));
    request.method() == Method::POST && is_form && length.is_some_and(|length| (1..=COPIED).contains(&length))
}

/// The last value that was sent under `name`, trimmed; empty if there is none.
pub fn value<'a>(fields: &'a Fields, name: &str) -> &'a str {
    fields.iter().rev().find(|(key, _)| key == name).map_or("", |(_, value)| value.trim())
}

/// What somebody typed and what has to be put right.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Typed {
    pub fields: Fields,
    /// Field and catalogue key of the sentence, in the order of the page.
    pub faults: Vec<(String, String)>,
}

impl Typed {
    /// What was typed into a field, or `else_value` when this is the first showing.
    pub fn value_or(&self, name: &str, else_value: &str) -> String {
        self.fields
            .iter()
            .rev()
            .find(|(key, _)| key == name)
            .map_or_else(|| else_value.to_owned(), |(_, value)| value.clone())
    }

    pub fn value(&self, name: &str) -> String {
        self.value_or(name, "")
    }

    /// Whether this choice of a group was ticked.
    pub fn has(&self, name: &str, choice: &str) -> bool {
        self.fields.iter().any(|(key, value)| key == name && value == choice)
    }

    /// The catalogue key of what is wrong with a field.
    pub fn fault(&self, name: &str) -> Option<&str> {
        self.faults.iter().find(|(field, _)| field == name).map(|(_, key)| key.as_str())
    }
}

impl Visit {
    /// Sends the person back to `page` with everything they typed. Fields named in `secret` (codes) are forgotten.
    pub async fn refuse(&self, page: &str, fields: Fields, faults: &[(&str, &str)]) -> Result<Response, Stop> {
        let typed = Typed {
            fields,
            faults: faults.iter().map(|(field, key)| ((*field).to_owned(), (*key).to_owned())).collect(),
        };
        let body = serde_json::to_vec(&typed).map_err(xinju_service::Broken::new)?;
        let owner = self.session.as_ref().map(|session| session.account);
        let token = xinju_service::form::keep(&self.services, owner, &body).await?;
        let separator = if page.contains('?') { '&' } else { '?' };
        Ok(Redirect::to(&format!("{}{separator}again={token}", as_header(page))).into_response())
    }

    /// What was typed before, if this showing follows a refusal (`?again=`).
    pub async fn typed(&self) -> Result<Typed, Stop> {
        let Some(token) = again_token(&self.path) else {
            return Ok(Typed::default());
        };
        let owner = self.session.as_ref().map(|session| session.account);
        let body = xinju_service::form::find(&self.services, owner, token).await?;
        Ok(body.and_then(|body| serde_json::from_slice(&body).ok()).unwrap_or_default())
    }
}

/// A page's address may hold what stood in this one: a header takes no control characters.
fn as_header(page: &str) -> String {
    page.bytes()
        .map(|byte| if byte.is_ascii_graphic() { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect()
}

fn again_token(path: &str) -> Option<&str> {
    let (_, query) = path.split_once('?')?;
    query.split('&').find_map(|pair| pair.strip_prefix("again="))
}
