//! The files of the site build: hashed ones under `/pkg/` that never change, and a handful under fixed names.

use std::path::Path;

use axum::{
    Router,
    extract::Request,
    http::{HeaderName, HeaderValue, header},
    middleware::{self, Next},
    response::Response,
};
use tower_http::services::{ServeDir, ServeFile};
use xinju_app::Site;

/// A worker's own policy governs what it may fetch.
const WORKER_POLICY: &str = "default-src 'none'; connect-src 'self'; script-src 'self'; base-uri 'none'";

/// The routes of all built files.
pub fn routes(site: &Site) -> std::io::Result<Router> {
    let hashed = ServeDir::new(site.folder.join("pkg")).precompressed_br().precompressed_gzip();
    let mut fixed = Router::new();
    for name in fixed_names(&site.folder, "")? {
        let file = ServeFile::new(site.folder.join(&name)).precompressed_br().precompressed_gzip();
        fixed = fixed.route_service(&format!("/{name}"), file);
    }
    let hashed = Router::new().nest_service("/pkg", hashed).layer(keep("public, max-age=31536000, immutable"));
    // Asked about each time: a worker or manifest that a phone kept too long would keep an old portal alive.
    Ok(hashed.merge(fixed.layer(keep("no-cache")).layer(middleware::from_fn(mark_worker))))
}

/// Everything of the site but the hashed files, their compressed siblings, and what is the server's own.
fn fixed_names(folder: &Path, below: &str) -> std::io::Result<Vec<String>> {
    let mut names = Vec::new();
    let Ok(entries) = std::fs::read_dir(folder.join(below)) else { return Ok(names) };
    for entry in entries {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = if below.is_empty() { name.clone() } else { format!("{below}/{name}") };
        let is_ours = name.starts_with('.') || path == "pkg" || path == "site.json";
        if is_ours || name.ends_with(".br") || name.ends_with(".gz") {
            continue;
        }
        if entry.file_type()?.is_dir() {
            names.extend(fixed_names(folder, &path)?);
        } else {
            names.push(path);
        }
    }
    Ok(names)
}

fn keep(how_long: &'static str) -> tower_http::set_header::SetResponseHeaderLayer<Keep> {
    tower_http::set_header::SetResponseHeaderLayer::overriding(header::CACHE_CONTROL, Keep(how_long))
}

/// The cache header of what was found; nothing is kept of what was not.
#[derive(Clone, Copy, Debug)]
struct Keep(&'static str);

impl<B> tower_http::set_header::MakeHeaderValue<axum::http::Response<B>> for Keep {
    fn make_header_value(&mut self, response: &axum::http::Response<B>) -> Option<HeaderValue> {
        let is_found = response.status().is_success() || response.status().is_redirection();
        Some(HeaderValue::from_static(if is_found { self.0 } else { "no-store" }))
    }
}

async fn mark_worker(request: Request, next: Next) -> Response {
    let is_worker = request.uri().path() == "/sw.js";
    let mut response = next.run(request).await;
    if is_worker {
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(WORKER_POLICY));
        headers.insert(HeaderName::from_static("service-worker-allowed"), HeaderValue::from_static("/"));
    }
    response
}
