//! Pages for what never reaches the rooms: a request from another site, too many at once, a panic. They need no account,
//! no database and no script.

use axum::{
    Json,
    extract::{Request, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    middleware::Next,
    response::{Html, IntoResponse, Response},
};
use serde_json::json;
use tower_http::csrf::ProtectionError;
use xinju_app::Site;
use xinju_text::{Locale, t};

/// Put into a response's extensions by whatever ended the request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// Sent by a page of another site.
    OtherSite,
    /// Too many from this network.
    TooMany,
    /// The server has its hands full.
    Busy,
    Panic,
    /// The body is larger than any form of ours.
    TooLarge,
}

impl End {
    fn status(self) -> StatusCode {
        match self {
            Self::OtherSite => StatusCode::FORBIDDEN,
            Self::TooMany => StatusCode::TOO_MANY_REQUESTS,
            Self::Busy => StatusCode::SERVICE_UNAVAILABLE,
            Self::Panic => StatusCode::INTERNAL_SERVER_ERROR,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
        }
    }

    fn key(self) -> &'static str {
        match self {
            Self::OtherSite => "server-other-site",
            Self::TooMany => "server-too-many",
            Self::Busy => "server-busy",
            Self::Panic => "server-panic",
            Self::TooLarge => "server-too-large",
        }
    }
}

impl IntoResponse for End {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}

/// The layer that gives such an end its page, or JSON under `/api/`.
pub async fn explain_ends(State(site): State<Site>, request: Request, next: Next) -> Response {
    let is_for_scripts = request.uri().path().starts_with("/api/");
    let locale = locale(request.headers());
    let response = next.run(request).await;
    let end = end(&response);
    let Some(end) = end else { return response };
    let mut told = if is_for_scripts {
        Json(json!({"error": end.key().trim_start_matches("server-")})).into_response()
    } else {
        page(&site, locale, end).into_response()
    };
    *told.status_mut() = end.status();
    if matches!(end, End::Busy | End::TooMany) {
        told.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("10"));
    }
    told.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    told
}

fn end(response: &Response) -> Option<End> {
    let extensions = response.extensions();
    let is_from_elsewhere = extensions.get::<ProtectionError>().is_some();
    // The rooms explain their own refusals; a bare 413 is from the limit around them.
    let is_bare = !response.headers().contains_key(header::CONTENT_SECURITY_POLICY);
    let is_too_large = response.status() == StatusCode::PAYLOAD_TOO_LARGE && is_bare;
    extensions
        .get::<End>()
        .copied()
        .or(is_from_elsewhere.then_some(End::OtherSite))
        .or(is_too_large.then_some(End::TooLarge))
}

fn page(site: &Site, locale: Locale, end: End) -> Html<String> {
    let title = t!(locale, &format!("{}-title", end.key()));
    let words = t!(locale, &format!("{}-words", end.key()));
    let home = t!(locale, "server-home");
    let (language, css) = (locale.tag(), site.stylesheet());
    Html(format!(
        "<!DOCTYPE html><html lang=\"{language}\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>{title}</title>\
         <link rel=\"stylesheet\" href=\"{css}\"></head><body><div class=\"page\"><main class=\"main\" id=\"main\">\
         <h1>{title}</h1><p>{words}</p><a class=\"button\" href=\"/\">{home}</a></main></div></body></html>"
    ))
}

/// The language of the cookie, then of the browser: there is no account here.
fn locale(headers: &HeaderMap) -> Locale {
    let text = |name| headers.get(name).and_then(|value: &HeaderValue| value.to_str().ok()).unwrap_or_default();
    let cookie = text(header::COOKIE).split(';').find_map(|pair| pair.trim().strip_prefix("locale="));
    cookie
        .and_then(Locale::from_tag)
        .or_else(|| Locale::from_accept_language(text(header::ACCEPT_LANGUAGE)))
        .unwrap_or_default()
}
