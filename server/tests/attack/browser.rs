//! A browser that follows no redirect, keeps cookies, and speaks to the rooms directly or to a server over a socket.

use std::collections::BTreeMap;

use axum::Router;
use axum::body::Body;
use http_body_util::BodyExt;
use reqwest::header::{HeaderMap, HeaderName, LOCATION, SET_COOKIE};
use reqwest::{Method, StatusCode};
use tower::ServiceExt;

#[derive(Clone)]
enum Line {
    Rooms(Router),
    Network { client: reqwest::Client, base: String },
}

#[derive(Clone)]
pub struct Browser {
    line: Line,
    cookies: BTreeMap<String, String>,
    /// Sent with every request.
    pub headers: Vec<(String, String)>,
}

/// What came back.
#[derive(Clone, Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub bytes: Vec<u8>,
}

/// What is sent.
#[derive(Clone, Debug)]
pub enum Content {
    Nothing,
    Form(Vec<(String, String)>),
    Json(String),
    Bytes(Vec<u8>),
    /// Kind of paper and its file.
    File(String, Vec<u8>),
    /// Content type and body as they are.
    Raw(String, Vec<u8>),
}

impl Content {
    pub fn form(fields: &[(&str, &str)]) -> Self {
        Self::Form(fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
    }

    fn pack(self) -> (String, Vec<u8>) {
        let form = "application/x-www-form-urlencoded".to_owned();
        match self {
            Self::Nothing => (form, Vec::new()),
            Self::Form(fields) => {
                let pairs: Vec<String> =
                    fields.iter().map(|(name, value)| format!("{}={}", encoded(name), encoded(value))).collect();
                (form, pairs.join("&").into_bytes())
            }
            Self::Json(text) => ("application/json".to_owned(), text.into_bytes()),
            Self::Bytes(bytes) => ("application/octet-stream".to_owned(), bytes),
            Self::File(kind, file) => {
                let head = format!(
                    "--frontier\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\n{kind}\r\n--frontier\r\n\
                     Content-Disposition: form-data; name=\"{kind}\"; filename=\"../x.jpg\"\r\n\
                     Content-Type: image/jpeg\r\n\r\n"
                );
                let body = [head.as_bytes(), &file, b"\r\n--frontier--\r\n"].concat();
                ("multipart/form-data; boundary=frontier".to_owned(), body)
            }
            Self::Raw(kind, bytes) => (kind, bytes),
        }
    }
}

impl Answer {
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    pub fn location(&self) -> String {
        self.header(LOCATION)
    }

    pub fn header(&self, name: HeaderName) -> String {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned()
    }

    pub fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.bytes).unwrap_or_default()
    }

    /// The cookies that it sets, as they were sent.
    pub fn cookies(&self) -> Vec<String> {
        self.headers.get_all(SET_COOKIE).iter().filter_map(|value| Some(value.to_str().ok()?.to_owned())).collect()
    }

    pub fn is_page(&self) -> bool {
        self.header(reqwest::header::CONTENT_TYPE).starts_with("text/html")
    }
}

impl Browser {
    pub fn inside(router: Router) -> Self {
        Self { line: Line::Rooms(router), cookies: BTreeMap::new(), headers: Vec::new() }
    }

    /// The same browser on another line.
    pub fn over(&self, base: &str) -> Self {
        let client = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).build().expect("a client");
        Self { line: Line::Network { client, base: base.to_owned() }, ..self.clone() }
    }

    pub fn hold(&mut self, cookie: &str, value: &str) {
        self.cookies.insert(cookie.to_owned(), value.to_owned());
    }

    pub fn held(&self, cookie: &str) -> Option<String> {
        self.cookies.get(cookie).cloned()
    }

    pub async fn get(&mut self, path: &str) -> Answer {
        self.send("GET", path, Content::Nothing).await
    }

    pub async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.send("POST", path, Content::form(fields)).await
    }

    pub async fn send(&mut self, method: &str, path: &str, content: Content) -> Answer {
        self.attempt(method, path, content).await.expect("an answer")
    }

    /// Sends; nothing when the line broke.
    pub async fn attempt(&mut self, method: &str, path: &str, content: Content) -> Option<Answer> {
        let method = Method::from_bytes(method.as_bytes()).expect("a method");
        let (kind, body) = content.pack();
        let cookies: Vec<String> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let mut headers = self.headers.clone();
        if method != Method::GET {
            headers.push(("content-type".to_owned(), kind));
        }
        if !cookies.is_empty() {
            headers.push(("cookie".to_owned(), cookies.join("; ")));
        }
        let answer = match &self.line {
            Line::Rooms(router) => Some(ask_rooms(router, method, path, (headers, body)).await),
            Line::Network { client, base } => {
                let mut request = client.request(method, format!("{base}{path}")).body(body);
                for (name, value) in headers {
                    request = request.header(name, value);
                }
                let response = request.send().await.ok()?;
                let (status, headers) = (response.status(), response.headers().clone());
                Some(Answer { status, headers, bytes: response.bytes().await.ok()?.to_vec() })
            }
        }?;
        self.keep(&answer);
        Some(answer)
    }

    fn keep(&mut self, answer: &Answer) {
        for cookie in answer.cookies() {
            let Some((name, value)) = cookie.split(';').next().and_then(|pair| pair.split_once('=')) else { continue };
            if value.is_empty() || cookie.contains("Max-Age=0") {
                self.cookies.remove(name);
            } else {
                self.hold(name, value);
            }
        }
    }
}

async fn ask_rooms(
    router: &Router,
    method: Method,
    path: &str,
    (headers, body): (Vec<(String, String)>, Vec<u8>),
) -> Answer {
    let mut request = axum::http::Request::builder().method(method).uri(path);
    for (name, value) in headers {
        request = request.header(name, value);
    }
    let request = request.body(Body::from(body)).expect("a request");
    let response = router.clone().oneshot(request).await.expect("an answer");
    let (parts, body) = response.into_parts();
    let bytes = body.collect().await.expect("a body").to_bytes().to_vec();
    Answer { status: parts.status, headers: parts.headers, bytes }
}

/// A page with what is new at each showing taken out.
pub fn without_nonces(text: &str) -> String {
    ["nonce=\"", "crossorigin=\""].iter().fold(text.to_owned(), |text, attribute| {
        let mut parts = text.split(attribute);
        let first = parts.next().unwrap_or_default().to_owned();
        parts.fold(first, |text, part| text + part.split_once('"').map_or(part, |(_, rest)| rest))
    })
}

pub fn encoded(text: &str) -> String {
    text.bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' => char::from(byte).to_string(),
            _ => format!("%{byte:02X}"),
        })
        .collect()
}
