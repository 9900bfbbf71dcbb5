//! The cookies of a sign-in, and the local path to go on to.
//!
//! The session's cookie outlives the session on an own phone, for the table decides when that ends; on a shared phone it
//! goes with the browser.

use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::{
    CookieJar,
    cookie::{Cookie, SameSite},
};
use xinju_service::session::Opened;

use crate::frame::SESSION_COOKIE;

/// Ties a code to the browser that asked for it.
const FLOW_COOKIE: &str = "__Host-flow";

fn make(name: &'static str, value: String) -> Cookie<'static> {
    Cookie::build((name, value)).path("/").secure(true).http_only(true).same_site(SameSite::Lax).build()
}

/// The jar with a new session in it and no flow.
pub(crate) fn signed_in(opened: &Opened) -> CookieJar {
    let mut session = make(SESSION_COOKIE, opened.token.clone());
    if !opened.is_shared_phone {
        session.make_permanent();
    }
    CookieJar::new().add(session).add(gone(FLOW_COOKIE))
}

/// The jar of somebody who signed out.
pub(crate) fn signed_out() -> CookieJar {
    CookieJar::new().add(gone(SESSION_COOKIE)).add(gone(FLOW_COOKIE))
}

pub(crate) fn with_flow(token: String) -> CookieJar {
    CookieJar::new().add(make(FLOW_COOKIE, token))
}

pub(crate) fn flow(jar: &CookieJar) -> String {
    jar.get(FLOW_COOKIE).map_or_else(String::new, |cookie| cookie.value().to_owned())
}

fn gone(name: &'static str) -> Cookie<'static> {
    let mut cookie = make(name, String::new());
    cookie.make_removal();
    cookie
}

/// A path of this site to go on to; the first page for everything else.
pub(crate) fn local_path(next: &str) -> &str {
    let is_local = next.starts_with('/')
        && !next.starts_with("//")
        && !next.contains('\\')
        && !next.chars().any(|c| c.is_control() || c.is_whitespace())
        && next.len() <= 500;
    if is_local { next } else { "/" }
}

/// On to a local path, with cookies.
pub(crate) fn go(jar: CookieJar, path: &str) -> Response {
    (jar, Redirect::to(path)).into_response()
}

#[cfg(test)]
mod tests {
    use super::local_path;

    #[test]
    fn nobody_is_led_to_another_site() {
        for (next, path) in [
            ("/certificate/apply?x=1", "/certificate/apply?x=1"),
            ("", "/"),
            ("https://evil.example", "/"),
            ("//evil.example", "/"),
            ("/\\evil.example", "/"),
            ("/\t/evil.example", "/"),
            ("/ok\r\nSet-Cookie: a=b", "/"),
            ("javascript:alert(1)", "/"),
        ] {
            assert_eq!(local_path(next), path, "{next}");
        }
    }
}
