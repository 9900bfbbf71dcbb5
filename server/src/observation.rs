//! What an operator sees: one line of log and three numbers for each request, without personal data. The matched route
//! stands there and never the address that was asked for, since addresses hold references and tokens.

use std::{
    io::IsTerminal,
    net::SocketAddr,
    time::{Duration, Instant},
};

use axum::{
    Router,
    extract::{MatchedPath, Request},
    http::{HeaderName, HeaderValue},
    middleware::Next,
    response::Response,
    routing::get,
};
use metrics_exporter_prometheus::{BuildError, Matcher, PrometheusBuilder, PrometheusHandle};
use tracing_subscriber::EnvFilter;

use crate::{
    listener::{self, Gate},
    stopping::Stopping,
};

/// Libraries that put addresses or headers into their finest lines.
const SILENT: [&str; 4] = ["tower_http=info", "hyper=info", "hyper_util=info", "h2=info"];

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// Logs as JSON on the error stream, or as plain lines when a person watches. A panic is logged by its place alone: its
/// words may hold what somebody typed.
pub fn start_log() {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info"));
    // Whatever is asked for, this one would write addresses that people typed.
    let filter = SILENT.iter().filter_map(|quiet| quiet.parse().ok()).fold(filter, EnvFilter::add_directive);
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    if std::io::stderr().is_terminal() {
        log.compact().init();
    } else {
        log.json().flatten_event(true).init();
    }
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        tracing::error!(place, "panic");
    }));
}

/// The layer around every request.
pub async fn observe(request: Request, next: Next) -> Response {
    let id = xinju_identity::random::uuid_v4();
    let method = request.method().clone();
    let route =
        request.extensions().get::<MatchedPath>().map_or_else(|| "-".to_owned(), |path| path.as_str().to_owned());
    let began = Instant::now();
    let mut response = next.run(request).await;
    let took = began.elapsed();
    let status = response.status().as_u16();
    let labels = [("method", method.as_str().to_owned()), ("route", route.clone()), ("status", status.to_string())];
    metrics::counter!("http_requests_total", &labels).increment(1);
    metrics::histogram!("http_request_seconds", &labels[..2]).record(took.as_secs_f64());
    let millis = u64::try_from(took.as_millis()).unwrap_or(u64::MAX);
    tracing::info!(%id, %method, route, status, millis, "request");
    if let Ok(id) = HeaderValue::try_from(id.to_string()) {
        response.headers_mut().insert(REQUEST_ID, id);
    }
    response
}

/// Starts to count. Until then the numbers go nowhere.
pub fn start_metrics() -> Result<PrometheusHandle, BuildError> {
    PrometheusBuilder::new()
        .set_buckets_for_metric(
            Matcher::Full("http_request_seconds".to_owned()),
            &[0.001, 0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0],
        )?
        .install_recorder()
}

/// Serves the numbers to Prometheus on a port of their own, which only the operator's network reaches.
pub async fn serve_metrics(
    handle: PrometheusHandle,
    address: SocketAddr,
    mut stopping: Stopping,
) -> std::io::Result<()> {
    let listener = tokio::net::TcpListener::bind(address).await?;
    let upkeep = handle.clone();
    let mut stopping_too = stopping.clone();
    tokio::spawn(async move {
        while stopping_too.pause(Duration::from_secs(5)).await {
            upkeep.run_upkeep();
        }
    });
    let router = Router::new().route("/metrics", get(move || std::future::ready(handle.render())));
    let gate = Gate { most_connections: 16, trusted_proxies: [].into() };
    tokio::spawn(async move {
        if !stopping.has_begun() {
            listener::serve(listener, router, gate, stopping.clone()).await;
        }
        stopping.begun().await;
    });
    Ok(())
}
