//! What stands between the network and the rooms, from the outside in: the record of the request, the headers of every
//! answer, the pages for what ends here, the refusal of other sites' requests, limits, compression, and the net under a
//! panic.

use std::{net::SocketAddr, sync::Arc, time::Duration};

use axum::{
    Router,
    extract::{ConnectInfo, DefaultBodyLimit, Request, State},
    http::{HeaderName, HeaderValue, header},
    middleware::{self, Next},
    response::{IntoResponse, Response},
};
use tokio::sync::Semaphore;
use tower_governor::{GovernorError, GovernorLayer, governor::GovernorConfigBuilder, key_extractor::KeyExtractor};
use tower_http::{
    catch_panic::CatchPanicLayer,
    compression::CompressionLayer,
    csrf::{ConfigError, CsrfLayer},
    limit::RequestBodyLimitLayer,
    timeout::RequestBodyTimeoutLayer,
};
use xinju_app::Site;
use xinju_service::Origin;

use crate::{
    observation,
    plain::{End, explain_ends},
};

/// Forms; the rooms that take papers say so themselves.
const FORM_BYTES: usize = 2 * 1024 * 1024;
/// The largest body of any room but the pages for papers.
const MOST_BYTES: u64 = 12 * 1024 * 1024;
/// The pages for papers read what is too large to its end, so that their own sentence arrives and not the browser's error;
/// what is larger than this is cut off.
const DRAINED_BYTES: usize = 512 * 1024 * 1024;
/// Between two pieces of a body.
const BODY_PAUSE: Duration = Duration::from_secs(30);
/// Requests under way at once; more would only wait for the database.
const AT_ONCE: usize = 256;

/// What an operator decides about the way in.
#[derive(Clone, Debug)]
pub struct WayIn {
    pub origin: Origin,
    pub site: Site,
    /// What one network may do over a longer time; ten times as much in a burst, for a dormitory shares one address.
    pub requests_per_second: u32,
}

/// Puts everything around the rooms.
pub fn surround(rooms: Router, way_in: &WayIn) -> Result<Router, ConfigError> {
    let csrf = CsrfLayer::new().add_trusted_origin(way_in.origin.text())?;
    let is_https = way_in.origin.url().scheme() == "https";
    let places = Arc::new(Semaphore::new(AT_ONCE));
    let surrounded = rooms
        .layer(DefaultBodyLimit::max(FORM_BYTES))
        .layer(CatchPanicLayer::custom(|_| End::Panic.into_response()))
        .layer(CompressionLayer::new())
        .layer(RequestBodyLimitLayer::new(DRAINED_BYTES))
        .layer(RequestBodyTimeoutLayer::new(BODY_PAUSE))
        .layer(middleware::from_fn(refuse_large_announcements))
        .layer(middleware::from_fn_with_state(places, not_too_many_at_once));
    let limited = limit_networks(surrounded, way_in.requests_per_second);
    Ok(limited
        .layer(csrf)
        .layer(middleware::from_fn_with_state(way_in.site.clone(), explain_ends))
        .layer(middleware::from_fn_with_state(is_https, guard_headers))
        .layer(middleware::from_fn(observation::observe)))
}

fn limit_networks(router: Router, per_second: u32) -> Router {
    let per_second = per_second.max(1);
    let config = GovernorConfigBuilder::default()
        .key_extractor(Network)
        .period(Duration::from_secs(1) / per_second)
        .burst_size(per_second.saturating_mul(10))
        .finish();
    // None only for a period or burst of nothing, which the line above rules out.
    let Some(config) = config else { return router };
    let limiter = Arc::clone(config.limiter());
    tokio::spawn(async move {
        loop {
            tokio::time::sleep(Duration::from_secs(60)).await;
            limiter.retain_recent();
        }
    });
    router.layer(GovernorLayer::new(config).error_handler(|_| End::TooMany.into_response()))
}

/// The network of a visitor: an address of IPv4, the first half of one of IPv6, of which everybody has billions.
#[derive(Clone, Copy, Debug)]
struct Network;

impl KeyExtractor for Network {
    type Key = u128;

    fn extract<T>(&self, request: &Request<T>) -> Result<u128, GovernorError> {
        let ConnectInfo(address) =
            request.extensions().get::<ConnectInfo<SocketAddr>>().ok_or(GovernorError::UnableToExtractKey)?;
        Ok(match address.ip() {
            std::net::IpAddr::V4(ip) => ip.to_ipv6_mapped().to_bits(),
            std::net::IpAddr::V6(ip) => {
                ip.to_ipv4_mapped().map_or(ip.to_bits() >> 64 << 64, |v4| v4.to_ipv6_mapped().to_bits())
            }
        })
    }
}

/// Ends what says that it is too large before any of it arrives. Forms with files have limits of their own.
async fn refuse_large_announcements(request: Request, next: Next) -> Response {
    if announces_too_much(&request) {
        return End::TooLarge.into_response();
    }
    next.run(request).await
}

fn announces_too_much(request: &Request) -> bool {
    let text = |name| request.headers().get(name).and_then(|value: &HeaderValue| value.to_str().ok());
    let length: u64 = text(header::CONTENT_LENGTH).and_then(|length| length.parse().ok()).unwrap_or_default();
    let has_files = text(header::CONTENT_TYPE).is_some_and(|kind| kind.starts_with("multipart/form-data"));
    length > MOST_BYTES && !has_files
}

async fn not_too_many_at_once(State(places): State<Arc<Semaphore>>, request: Request, next: Next) -> Response {
    let Ok(_place) = places.try_acquire() else { return End::Busy.into_response() };
    next.run(request).await
}

/// Headers of every answer. A page's own policy stays; what has none may load nothing.
async fn guard_headers(State(is_https): State<bool>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    headers.entry(header::CONTENT_SECURITY_POLICY).or_insert(HeaderValue::from_static(
        "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    ));
    for (name, value) in [
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "same-origin"),
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-resource-policy", "same-origin"),
        ("x-frame-options", "DENY"),
        (
            "permissions-policy",
            "accelerometer=(), browsing-topics=(), camera=(self), display-capture=(), fullscreen=(self), \
             geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), \
             publickey-credentials-create=(self), publickey-credentials-get=(self), screen-wake-lock=(self), \
             serial=(), usb=()",
        ),
    ] {
        headers.entry(HeaderName::from_static(name)).or_insert(HeaderValue::from_static(value));
    }
    if is_https {
        headers.insert(header::STRICT_TRANSPORT_SECURITY, HeaderValue::from_static("max-age=63072000"));
    }
    response
}
