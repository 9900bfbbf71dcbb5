//! Why a handler ends without its page, and how that is told.

use axum::{
    Json,
    extract::{Request, State},
    http::{HeaderValue, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Redirect, Response},
};
use leptos::prelude::*;
use serde_json::json;
use xinju_service::{Broken, BrokenKind, Failure};
use xinju_text::t;

use super::{AppState, Fields, Page, Visit, form};
use crate::ui;

/// An end without a page of one's own. Errors carry no text; this is where it is chosen.
#[derive(Clone, Debug)]
pub enum Stop {
    /// Nobody is signed in: on to the sign-in page, and back here afterwards.
    SignIn,
    /// Signed in, but not with what this asks for: on to the page that asks for the passkey.
    ProveAgain,
    /// No such page, or one of somebody else: the same answer, so that nothing is learnt.
    NotFound,
    /// Signed in, but without the post that this needs.
    NotAllowed,
    /// Too often: the visitor is told to wait.
    TooMany,
    /// What was sent cannot be read at all: a broken link, a script's mistake.
    Unreadable,
    Broken(Broken),
}

impl From<Broken> for Stop {
    fn from(broken: Broken) -> Self {
        Self::Broken(broken)
    }
}

impl<R: Into<Self>> From<Failure<R>> for Stop {
    fn from(failure: Failure<R>) -> Self {
        match failure {
            Failure::Refused(refusal) => refusal.into(),
            Failure::Broken(broken) => Self::Broken(broken),
        }
    }
}

impl Stop {
    fn status(&self) -> StatusCode {
        match self {
            Self::SignIn | Self::ProveAgain => StatusCode::UNAUTHORIZED,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::NotAllowed => StatusCode::FORBIDDEN,
            Self::TooMany => StatusCode::TOO_MANY_REQUESTS,
            Self::Unreadable => StatusCode::BAD_REQUEST,
            Self::Broken(broken) => match broken.kind {
                BrokenKind::Inside => StatusCode::INTERNAL_SERVER_ERROR,
                BrokenKind::FullDisk | BrokenKind::Away => StatusCode::SERVICE_UNAVAILABLE,
            },
        }
    }

    /// The word for scripts.
    fn code(&self) -> &'static str {
        match self {
            Self::SignIn => "sign-in",
            Self::ProveAgain => "prove-again",
            Self::NotFound => "not-found",
            Self::NotAllowed => "not-allowed",
            Self::TooMany => "too-many",
            Self::Unreadable => "unreadable",
            Self::Broken(broken) => match broken.kind {
                BrokenKind::Inside => "broken",
                BrokenKind::FullDisk => "full",
                BrokenKind::Away => "away",
            },
        }
    }
}

impl IntoResponse for Stop {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}

/// The layer that gives every stop its page, or JSON under `/api/`.
pub async fn explain_stops(State(_): State<AppState>, request: Request, next: Next) -> Response {
    let visit = request.extensions().get::<Visit>().cloned();
    let wants_page = request.method() == Method::GET;
    let place = request.uri().path().to_owned();
    let (request, sent) = form::copy_sent(request).await;
    let response = next.run(request).await;
    let is_unread = is_refused_unread(&response);
    let stop = response.extensions().get::<Stop>().cloned().or(is_unread.then_some(Stop::Unreadable));
    let (Some(stop), Some(visit)) = (stop, visit) else { return response };
    if let Stop::Broken(broken) = &stop {
        broken.log(&place);
    }
    let mut told = tell(&visit, &stop, wants_page, sent);
    if is_unread {
        *told.status_mut() = response.status();
        told.headers_mut().extend(response.headers().get(header::ALLOW).map(|allow| (header::ALLOW, allow.clone())));
    }
    told
}

/// Ended by axum before it came to a handler, in words that are not for people.
fn is_refused_unread(response: &Response) -> bool {
    let kind = response.headers().get(header::CONTENT_TYPE).map_or(&b""[..], HeaderValue::as_bytes);
    let is_bare = kind.is_empty() || kind.starts_with(b"text/plain");
    is_bare
        && matches!(
            response.status(),
            StatusCode::BAD_REQUEST
                | StatusCode::METHOD_NOT_ALLOWED
                | StatusCode::UNSUPPORTED_MEDIA_TYPE
                | StatusCode::UNPROCESSABLE_ENTITY
        )
}

/// A stop as the answer to a visit. What was sent comes along where it could not be stored.
pub(super) fn tell(visit: &Visit, stop: &Stop, wants_page: bool, sent: Option<Fields>) -> Response {
    if visit.path.starts_with("/api/") {
        return (stop.status(), Json(json!({"error": stop.code(), "reference": reference(stop)}))).into_response();
    }
    match stop {
        Stop::SignIn => Redirect::to(&sign_in_address("/sign-in", visit, wants_page)).into_response(),
        Stop::ProveAgain => Redirect::to(&sign_in_address("/sign-in/prove", visit, wants_page)).into_response(),
        stop => explanation(visit, stop, sent),
    }
}

/// After a form was sent there is no page to come back to but the one it stood on.
fn sign_in_address(path: &str, visit: &Visit, wants_page: bool) -> String {
    if wants_page {
        let next: String = url_encoded(&visit.path);
        format!("{path}?next={next}")
    } else {
        path.to_owned()
    }
}

fn url_encoded(text: &str) -> String {
    text.bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'/' => char::from(byte).to_string(),
            _ => format!("%{byte:02X}"),
        })
        .collect()
}

fn reference(stop: &Stop) -> Option<&str> {
    match stop {
        Stop::Broken(broken) => Some(&broken.reference),
        _ => None,
    }
}

fn explanation(visit: &Visit, stop: &Stop, sent: Option<Fields>) -> Response {
    let locale = visit.locale;
    let code = stop.code();
    let title = t!(locale, &format!("stop-{code}-title"));
    let words = t!(locale, &format!("stop-{code}-words"));
    let reference = reference(stop).map(|number| t!(locale, "stop-reference", number = number));
    let home = t!(locale, "stop-home");
    let is_for_later = stop.status() == StatusCode::SERVICE_UNAVAILABLE;
    let again = sent.filter(|_| is_for_later).map(|sent| again(&visit.path, sent, &t!(locale, "stop-again")));
    let mut response = visit.page(Page::titled(&title), move || {
        view! {
            <h1>{title.clone()}</h1>
            <p>{words}</p>
            {reference.map(|reference| view! { <p class="hint">{reference}</p> })}
            {again}
            <a class="button button--quiet" href="/">{home}</a>
        }
    });
    *response.status_mut() = stop.status();
    if is_for_later {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("30"));
    }
    response
}

/// A button that sends the same once more: it could not be kept, so it stands in the page.
fn again(path: &str, sent: Fields, words: &str) -> impl IntoView + use<> {
    let fields =
        sent.into_iter().map(|(name, value)| view! { <input type="hidden" name=name value=value/> }).collect_view();
    view! { <form method="post" action=path.to_owned() class="actions">{fields}{ui::button(words)}</form> }
}
