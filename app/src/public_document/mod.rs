//! What everybody may fetch, cached for a minute and told by its tag when nothing changed.
//!
//! | path | what |
//! |---|---|
//! | `/.well-known/xinju/keys` | the issuing keys: a COSE_KeySet |
//! | `/status/{list}` | a Status List Token in CWT form |
//! | `/.well-known/xinju/bundle` | keys and lists in one file, for who has no network |
//!
//! None of it needs a sign-in and none of it says anything about anybody, so any page may fetch it from anywhere.

use axum::Router;
use axum::extract::Path;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use xinju_service::public_document::{self, Document};

use crate::frame::{AppState, Stop, Visit};

const KEYS: &str = "application/cose-key-set";
const STATUS_LIST: &str = "application/statuslist+cwt";
const BUNDLE: &str = "application/cbor";

pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/.well-known/xinju/keys", get(keys))
        .route("/.well-known/xinju/bundle", get(bundle))
        .route("/status/{list}", get(status_list))
}

async fn keys(visit: Visit, headers: HeaderMap) -> Result<Response, Stop> {
    Ok(serve(public_document::keys(&visit.services).await?, KEYS, &headers))
}

async fn bundle(visit: Visit, headers: HeaderMap) -> Result<Response, Stop> {
    Ok(serve(public_document::bundle(&visit.services).await?, BUNDLE, &headers))
}

async fn status_list(visit: Visit, Path(list): Path<String>, headers: HeaderMap) -> Result<Response, Stop> {
    let document = public_document::status_list(&visit.services, &list).await?;
    Ok(serve(document.ok_or(Stop::NotFound)?, STATUS_LIST, &headers))
}

fn serve(document: Document, media: &'static str, asked: &HeaderMap) -> Response {
    let tag = HeaderValue::try_from(&document.tag).unwrap_or_else(|_| HeaderValue::from_static("\"\""));
    let headers = [
        (header::ETAG, tag),
        (header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=60")),
        (header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*")),
    ];
    if has_it(asked, &document.tag) {
        return (StatusCode::NOT_MODIFIED, headers).into_response();
    }
    (headers, [(header::CONTENT_TYPE, HeaderValue::from_static(media))], document.bytes).into_response()
}

/// Whether one of the tags that the caller holds is this one (RFC 9110, 13.1.2: weak comparison, `*` for any).
fn has_it(asked: &HeaderMap, tag: &str) -> bool {
    asked
        .get_all(header::IF_NONE_MATCH)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .map(|held| held.trim().trim_start_matches("W/"))
        .any(|held| held == tag || held == "*")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_caller_who_holds_the_tag_is_told_so() {
        for (held, has) in [
            ("\"a\"", true),
            ("W/\"a\"", true),
            ("\"b\", \"a\"", true),
            ("*", true),
            ("\"b\"", false),
            ("a", false),
            ("", false),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(header::IF_NONE_MATCH, HeaderValue::from_static(held));
            assert_eq!(has_it(&headers, "\"a\""), has, "{held}");
        }
        assert!(!has_it(&HeaderMap::new(), "\"a\""));
    }
}
