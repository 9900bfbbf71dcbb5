//! A whole portal for the tests of the rooms: all pages over a real database, without a network.
//!
//! The clock stands at noon of Wednesday 18 November 2026 until it is moved. 石桥镇 (990123001) works with the portal,
//! 柳湾乡 (990123002) on paper.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use axum::{
    Router,
    body::Body,
    http::{HeaderMap, Request, StatusCode, header},
};
use http_body_util::BodyExt;
use object_store::memory::InMemory;
use tempfile::TempDir;
use tower::ServiceExt;
use uuid::Uuid;
use xinju_domain::staff::Role;
use xinju_domain::time::{Day, Span};
use xinju_identity::{Passkeys, Secrets, random, token};
use xinju_mail::{Mailer, Sms};
use xinju_service::session::{Officer, Post};
use xinju_service::{Broken, Inside, Origin, Services, Settings, retention::Keeping};
use xinju_store::{Clock, Db, account::NewAccount, office::NewOffice, session::NewSession};

use crate::frame::{AppState, SESSION_COOKIE, Site, router};

pub(crate) const HOME: &str = "990123001";
const HOUR: i64 = 3_600_000_000;

/// A portal that goes away with the value.
pub(crate) struct Trial {
    pub(crate) services: Services,
    router: Router,
    now: Arc<AtomicI64>,
    _folder: TempDir,
}

/// Somebody who is signed in.
pub(crate) struct Person {
    pub(crate) account: Uuid,
    cookie: String,
}

/// What came back.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) bytes: Vec<u8>,
}

impl Answer {
    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    /// Where it leads; empty if nowhere.
    pub(crate) fn location(&self) -> &str {
        self.header(header::LOCATION)
    }

    pub(crate) fn header(&self, name: header::HeaderName) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }
}

impl Trial {
    pub(crate) async fn new() -> Trial {
        let day: Day = "2026-11-18".parse().expect("a date");
        let now = Arc::new(AtomicI64::new(day.begins().plus(Span::hours(12)).micros()));
        let folder = tempfile::tempdir().expect("a folder");
        let url = format!("sqlite://{}", folder.path().join("xinju.db").display());
        let clock = Clock::Told(Arc::clone(&now));
        let db = Db::open(&xinju_store::Settings { url, connections: 4, clock }).await.expect("a database");
        db.migrate().await.expect("a schema");
        let origin = Origin::parse("http://localhost:3000").expect("an origin");
        let outbox = folder.path().join("outbox");
        let services = Services::new(Inside {
            db,
            secrets: Secrets::generate(),
            passkeys: Passkeys::new(origin.url(), "Xinju").expect("passkeys"),
            papers: Arc::new(InMemory::new()),
            mailer: Mailer::from_settings(None, "Xinju <no-reply@xinju.test>", outbox.clone()).expect("a mailer"),
            sms: Sms::from_url(None, outbox).expect("a gateway"),
            settings: Settings {
                origin,
                certificate_type_code: "11990123MB0000000X001".to_owned(),
                is_demo: true,
                keeping: Keeping::default(),
            },
        });
        let router = router(AppState { services: services.clone(), site: Site::bare() });
        let trial = Trial { services, router, now, _folder: folder };
        trial.add_office(HOME, "石桥镇", true).await;
        trial.add_office("990123002", "柳湾乡", false).await;
        trial
    }

    /// Moves the clock on.
    pub(crate) fn pass(&self, span: Span) {
        self.now.fetch_add(span.0, Ordering::SeqCst);
    }

    async fn add_office(&self, code: &str, name: &str, is_on_portal: bool) {
        let (address, phone) = (if is_on_portal { "" } else { "青禾县柳湾乡1号" }, "");
        let new = NewOffice {
            code,
            region: code,
            name,
            kind: "township",
            address,
            phone,
            valid_from: 20_200_101,
            is_on_portal,
            at: 0,
        };
        self.services
            .db
            .change(|mut tx| async move {
                xinju_store::office::insert(&mut tx, &new).await?;
                Ok::<_, Broken>((tx, ()))
            })
            .await
            .expect("an office");
    }

    /// A new person, signed in by passkey.
    pub(crate) async fn person(&self) -> Person {
        let account = random::uuid_v4();
        let secret = random::token();
        let hash = token::hash(&secret);
        self.services
            .db
            .change(|mut tx| async move {
                let at = tx.now().micros();
                let new = NewAccount {
                    id: account,
                    handle: account,
                    locale: None,
                    state: "active",
                    opened_by: None,
                    opened_office: None,
                    at,
                };
                xinju_store::account::insert(&mut tx, &new).await?;
                let session = NewSession {
                    token_hash: &hash,
                    account,
                    strength: "passkey",
                    device: "",
                    passkey: None,
                    is_shared: false,
                    at,
                    proven_at: None,
                    expires_at: at + 1_000 * HOUR,
                };
                xinju_store::session::insert(&mut tx, &session).await?;
                Ok::<_, Broken>((tx, ()))
            })
            .await
            .expect("a person");
        Person { account, cookie: format!("{SESSION_COOKIE}={secret}") }
    }

    /// An officer of an office.
    pub(crate) fn officer(&self, office: &str, role: Role) -> Officer {
        let region = office.parse().expect("a region");
        let post = Post { office: office.to_owned(), office_name: "石桥镇".to_owned(), region, role };
        Officer { account: random::uuid_v4(), post }
    }

    pub(crate) async fn get(&self, who: &Person, path: &str) -> Answer {
        let request = Request::get(path).header(header::COOKIE, &who.cookie);
        self.send(request.body(Body::empty()).expect("a request")).await
    }

    /// A plain form.
    pub(crate) async fn post(&self, who: &Person, path: &str, fields: &[(&str, &str)]) -> Answer {
        let body: Vec<String> = fields.iter().map(|(name, value)| format!("{name}={}", encoded(value))).collect();
        let request = Request::post(path)
            .header(header::COOKIE, &who.cookie)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.send(request.body(Body::from(body.join("&"))).expect("a request")).await
    }

    /// A form with a file.
    pub(crate) async fn post_file(&self, who: &Person, path: &str, kind: &str, file: &[u8]) -> Answer {
        let head = format!(
            "--frontier\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\n{kind}\r\n--frontier\r\n\
             Content-Disposition: form-data; name=\"{kind}\"; filename=\"../x.jpg\"\r\n\
             Content-Type: image/jpeg\r\n\r\n"
        );
        let body = [head.as_bytes(), file, b"\r\n--frontier--\r\n"].concat();
        self.post_multipart(who, path, Body::from(body)).await
    }

    pub(crate) async fn post_multipart(&self, who: &Person, path: &str, body: Body) -> Answer {
        let request = Request::post(path)
            .header(header::COOKIE, &who.cookie)
            .header(header::CONTENT_TYPE, "multipart/form-data; boundary=frontier");
        self.send(request.body(body).expect("a request")).await
    }

    /// As a script sends it.
    pub(crate) async fn post_json(&self, who: &Person, path: &str, json: &str) -> Answer {
        self.post_as(who, path, "application/json", json.as_bytes()).await
    }

    pub(crate) async fn post_bytes(&self, who: &Person, path: &str, bytes: &[u8]) -> Answer {
        self.post_as(who, path, "application/octet-stream", bytes).await
    }

    async fn post_as(&self, who: &Person, path: &str, kind: &str, body: &[u8]) -> Answer {
        let request = Request::post(path).header(header::COOKIE, &who.cookie).header(header::CONTENT_TYPE, kind);
        self.send(request.body(Body::from(body.to_vec())).expect("a request")).await
    }

    pub(crate) async fn send(&self, request: Request<Body>) -> Answer {
        let response = self.router.clone().oneshot(request).await.expect("an answer");
        let (parts, body) = response.into_parts();
        let bytes = body.collect().await.expect("a body").to_bytes().to_vec();
        Answer { status: parts.status, headers: parts.headers, bytes }
    }
}

fn encoded(text: &str) -> String {
    text.bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' => char::from(byte).to_string(),
            _ => format!("%{byte:02X}"),
        })
        .collect()
}
