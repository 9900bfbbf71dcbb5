//! The accept loop. A loop of our own, because the one of axum has no time limit for headers and waits without end for
//! open connections when it stops: one slow client would keep a server from being replaced.

use std::{
    convert::Infallible,
    net::{IpAddr, SocketAddr},
    sync::Arc,
    time::Duration,
};

use axum::{Router, body::Body, extract::ConnectInfo, http::Request};
use hyper::{body::Incoming, service::service_fn};
use hyper_util::{
    rt::{TokioExecutor, TokioIo, TokioTimer},
    server::{conn::auto::Builder, graceful::GracefulShutdown},
};
use tokio::{
    net::{TcpListener, TcpStream},
    sync::Semaphore,
};
use tower::ServiceExt;

use crate::stopping::Stopping;

/// For the headers of a request, and for the silence between two.
const HEADERS: Duration = Duration::from_secs(10);
/// HTTP/2 has no such limit of its own; a ping finds who has gone.
const PING: Duration = Duration::from_secs(30);
const STREAMS: u32 = 64;
/// For what is under way when the server stops.
const FAREWELL: Duration = Duration::from_secs(20);

/// How connections are taken.
#[derive(Clone, Debug)]
pub struct Gate {
    pub most_connections: usize,
    /// Proxies whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Arc<[IpAddr]>,
}

/// Serves until the process is told to stop, then lets open requests finish.
pub async fn serve(listener: TcpListener, router: Router, gate: Gate, mut stopping: Stopping) {
    let places = Arc::new(Semaphore::new(gate.most_connections));
    let graceful = GracefulShutdown::new();
    loop {
        let Ok(place) = Arc::clone(&places).acquire_owned().await else { break };
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            () = stopping.begun() => break,
        };
        let Ok((stream, peer)) = accepted else {
            // Out of file descriptors, mostly: a moment later there may be one.
            tokio::time::sleep(Duration::from_millis(50)).await;
            continue;
        };
        let connection = connection(stream, peer, router.clone(), Arc::clone(&gate.trusted_proxies));
        let watched = connection(graceful.watcher());
        tokio::spawn(async move {
            watched.await;
            drop(place);
        });
    }
    drop(listener);
    if tokio::time::timeout(FAREWELL, graceful.shutdown()).await.is_err() {
        tracing::warn!("some connections were cut off");
    }
}

/// Everything of one connection, waiting for the watcher that will tell it to end.
fn connection(
    stream: TcpStream,
    peer: SocketAddr,
    router: Router,
    proxies: Arc<[IpAddr]>,
) -> impl FnOnce(hyper_util::server::graceful::Watcher) -> std::pin::Pin<Box<dyn Future<Output = ()> + Send>> {
    move |watcher| {
        Box::pin(async move {
            // Without it each page would wait 40 ms for the acknowledgement of its first packet.
            let _ = stream.set_nodelay(true);
            let service = service_fn(move |request: Request<Incoming>| {
                let router = router.clone();
                let client = client(peer, &request, &proxies);
                async move {
                    let mut request = request.map(Body::new);
                    request.extensions_mut().insert(ConnectInfo(client));
                    let Ok(response) = router.oneshot(request).await;
                    Ok::<_, Infallible>(response)
                }
            });
            let builder = builder();
            let serving = builder.serve_connection(TokioIo::new(stream), service).into_owned();
            // A client that goes away, sends nonsense or is too slow is nothing to report.
            let _ = watcher.watch(serving).await;
        })
    }
}

fn builder() -> Builder<TokioExecutor> {
    let mut builder = Builder::new(TokioExecutor::new());
    builder.http1().timer(TokioTimer::new()).header_read_timeout(HEADERS).max_headers(64);
    builder
        .http2()
        .timer(TokioTimer::new())
        .keep_alive_interval(PING)
        .keep_alive_timeout(HEADERS)
        .max_concurrent_streams(STREAMS)
        .max_header_list_size(16 * 1024);
    builder
}

/// The address of the visitor: the connection's own, or behind a trusted proxy the last forwarded one that is no proxy.
/// What stands further left in the header was written by the visitor.
fn client<B>(peer: SocketAddr, request: &Request<B>, proxies: &[IpAddr]) -> SocketAddr {
    if !proxies.contains(&peer.ip()) {
        return peer;
    }
    let forwarded = request.headers().get_all("x-forwarded-for").into_iter();
    let texts: Vec<&str> = forwarded.filter_map(|value| value.to_str().ok()).flat_map(|text| text.split(',')).collect();
    let addresses = texts.iter().rev().map_while(|text| text.trim().parse::<IpAddr>().ok());
    let visitor = addresses.into_iter().find(|address| !proxies.contains(address));
    SocketAddr::new(visitor.unwrap_or(peer.ip()), peer.port())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_trusted_proxy_is_believed_and_only_its_own_word() {
        let proxies = ["10.0.0.1".parse().expect("an address"), "10.0.0.2".parse().expect("an address")];
        for (peer, header, expected) in [
            ("203.0.113.9:1", Some("198.51.100.7"), "203.0.113.9"),
            ("10.0.0.1:1", Some("198.51.100.7"), "198.51.100.7"),
            ("10.0.0.1:1", Some("1.1.1.1, 198.51.100.7"), "198.51.100.7"),
            ("10.0.0.1:1", Some("1.1.1.1, 198.51.100.7, 10.0.0.2"), "198.51.100.7"),
            ("10.0.0.1:1", Some("1.1.1.1, nonsense"), "10.0.0.1"),
            ("10.0.0.1:1", None, "10.0.0.1"),
        ] {
            let mut request = Request::builder();
            if let Some(header) = header {
                request = request.header("x-forwarded-for", header);
            }
            let request = request.body(()).expect("a request");
            let peer = peer.parse().expect("a socket address");
            assert_eq!(client(peer, &request, &proxies).ip().to_string(), expected, "{header:?}");
        }
    }
}
