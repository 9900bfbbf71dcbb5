//! Who is asking, in which language, from where.

use std::net::{IpAddr, SocketAddr};

use axum::{
    extract::{ConnectInfo, FromRequestParts, Request, State},
    http::{HeaderMap, Method, header, request::Parts},
    middleware::Next,
    response::Response,
};
use axum_extra::extract::CookieJar;
use leptos::nonce::Nonce;
use xinju_domain::staff::Role;
use xinju_service::{
    Services,
    session::{Officer, Session},
};
use xinju_text::Locale;

use super::{AppState, Site, Stop, stop};

/// Holds the session's token. `__Host-` ties it to this host and to a secure origin.
pub const SESSION_COOKIE: &str = "__Host-session";
/// Holds the chosen language.
pub const LOCALE_COOKIE: &str = "locale";

/// One request's circumstances. Made by a layer, taken by handlers as an argument.
#[derive(Clone, Debug)]
pub struct Visit {
    pub services: Services,
    pub site: Site,
    pub locale: Locale,
    pub session: Option<Session>,
    /// The path and query that was asked for.
    pub path: String,
    /// The address of the visitor's network, for limits.
    pub network: IpAddr,
    pub user_agent: String,
    pub(super) nonce: Nonce,
}

impl Visit {
    /// The signed-in person.
    pub fn person(&self) -> Result<&Session, Stop> {
        self.session.as_ref().ok_or(Stop::SignIn)
    }

    /// The signed-in person who proved their passkey or a code within the last five minutes.
    pub fn proven(&self) -> Result<&Session, Stop> {
        let session = self.person()?;
        if session.is_proven() { Ok(session) } else { Err(Stop::ProveAgain) }
    }

    /// The signed-in member of staff with this role; the office is the one the record will be checked against.
    pub fn officer(&self, role: Role) -> Result<Officer, Stop> {
        self.person()?.officer(role).ok_or(Stop::NotAllowed)
    }
}

/// The layer that makes the visit.
pub async fn make_visit(State(state): State<AppState>, mut request: Request, next: Next) -> Response {
    let jar = CookieJar::from_headers(request.headers());
    let found = match jar.get(SESSION_COOKIE) {
        Some(cookie) => xinju_service::session::find(&state.services, cookie.value()).await,
        None => Ok(None),
    };
    let (session, broken) = match found {
        Ok(session) => (session, None),
        Err(broken) => (None, Some(broken)),
    };
    let locale = locale(&jar, session.as_ref(), request.headers());
    let path = request.uri().path_and_query().map_or_else(|| "/".to_owned(), ToString::to_string);
    let visit = Visit {
        services: state.services.clone(),
        site: state.site.clone(),
        locale,
        session,
        path,
        network: network(&request),
        user_agent: text_of(request.headers(), header::USER_AGENT),
        nonce: Nonce::new(),
    };
    if let Some(broken) = broken {
        broken.log("session");
        return stop::tell(&visit, &Stop::Broken(broken), request.method() == Method::GET, None);
    }
    request.extensions_mut().insert(visit);
    next.run(request).await
}

/// The account's choice, then the cookie's, then the browser's.
fn locale(jar: &CookieJar, session: Option<&Session>, headers: &HeaderMap) -> Locale {
    session
        .and_then(|session| session.locale)
        .or_else(|| Locale::from_tag(jar.get(LOCALE_COOKIE)?.value()))
        .or_else(|| Locale::from_accept_language(&text_of(headers, header::ACCEPT_LANGUAGE)))
        .unwrap_or_default()
}

fn text_of(headers: &HeaderMap, name: header::HeaderName) -> String {
    headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned()
}

/// The connection's own address; the server's loop replaces it by the forwarded one when a trusted proxy sent it.
fn network(request: &Request) -> IpAddr {
    request
        .extensions()
        .get::<ConnectInfo<SocketAddr>>()
        .map_or(IpAddr::from([127, 0, 0, 1]), |ConnectInfo(address)| address.ip())
}

impl<S: Send + Sync> FromRequestParts<S> for Visit {
    type Rejection = Stop;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Stop> {
        parts.extensions.get::<Self>().cloned().ok_or(Stop::Unreadable)
    }
}
