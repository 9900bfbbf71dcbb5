//! A portal over a folder, as the server opens it, from within: people are put in without asking them for a passkey.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use axum::Router;
use object_store::local::LocalFileSystem;
use tempfile::TempDir;
use uuid::Uuid;
use xinju_app::{AppState, Site};
use xinju_domain::staff::Role;
use xinju_domain::time::{Instant, Span};
use xinju_identity::{Passkeys, Secrets, random, token};
use xinju_mail::{Mailer, Sms};
use xinju_service::retention::Keeping;
use xinju_service::{Broken, Inside, Origin, Services, Settings, demo, fixture, issuing_key};
use xinju_store::account::NewAccount;
use xinju_store::session::NewSession;
use xinju_store::{Clock, Db};

use crate::browser::Browser;

pub const ORIGIN: &str = "http://localhost:3000";
/// The host that phones prove themselves to.
pub const HOST: &str = "localhost";
/// A township, and another one in the same county.
pub const HOME: &str = "990123001";
pub const NEIGHBOUR: &str = "990123002";
/// A township of another county, and that county.
pub const HERE: &str = "990204001";
pub const ELSEWHERE: &str = "990204";
/// Noon of Wednesday 18 November 2026 in China.
const BEGIN: Instant = Instant::from_unix_seconds(1_794_974_400);
pub const SESSION: &str = "__Host-session";

pub struct House {
    pub services: Services,
    pub router: Router,
    clock: Arc<AtomicI64>,
    folder: TempDir,
}

/// An account and what its browser holds.
#[derive(Clone)]
pub struct Somebody {
    pub account: Uuid,
    pub browser: Browser,
}

impl House {
    /// With a clock that moves when it is told.
    pub async fn told() -> Self {
        let clock = Arc::new(AtomicI64::new(BEGIN.micros()));
        Self::open(Clock::Told(Arc::clone(&clock)), clock).await
    }

    /// With the machine's clock, so that a server can work over the same folder.
    pub async fn real() -> Self {
        Self::open(Clock::Database, Arc::default()).await
    }

    async fn open(time: Clock, clock: Arc<AtomicI64>) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let services = services(folder.path(), time).await;
        demo::load(&services).await.expect("an empty database");
        issuing_key::prepare(&services).await.expect("keys");
        let router = xinju_app::router(AppState { services: services.clone(), site: Site::bare() });
        Self { services, router, clock, folder }
    }

    pub fn folder(&self) -> PathBuf {
        self.folder.path().to_owned()
    }

    pub fn pass(&self, span: Span) {
        self.clock.fetch_add(span.0, Ordering::SeqCst);
    }

    /// Unix seconds.
    pub async fn now(&self) -> i64 {
        self.services.db.read().await.expect("a database").now().unix_seconds()
    }

    /// Nobody in particular.
    pub fn nobody(&self) -> Browser {
        Browser::inside(self.router.clone())
    }

    /// A new person who has just shown a passkey.
    pub async fn person(&self) -> Somebody {
        let account = random::uuid_v4();
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
                Ok::<_, Broken>((tx, ()))
            })
            .await
            .expect("an account");
        self.signed_in(account).await
    }

    /// Signs an account in, as a passkey does.
    pub async fn signed_in(&self, account: Uuid) -> Somebody {
        let mut browser = self.nobody();
        browser.hold(SESSION, &open_session(&self.services, account).await);
        Somebody { account, browser }
    }

    pub async fn officer(&self, office: &str, role: Role) -> Somebody {
        let officer = self.person().await;
        let account = officer.account;
        self.services
            .db
            .change(|mut tx| async move {
                let (id, at) = (random::uuid_v7(tx.now()), tx.now().micros());
                xinju_store::staff::insert(&mut tx, id, office, account, role.code(), at).await?;
                Ok::<_, Broken>((tx, ()))
            })
            .await
            .expect("a post");
        officer
    }

    /// Does all that waits: letters and the sealing of the history.
    pub async fn settle(&self) {
        while xinju_service::job::work(&self.services).await.expect("a database") > 0 {}
        while xinju_service::history::seal(&self.services).await.expect("a database") > 0 {}
    }

    /// What lies in the outbox, the oldest first.
    pub async fn letters(&self) -> Vec<String> {
        self.settle().await;
        letters(self.folder.path())
    }

    /// Lets go of the database; the folder stays with the value.
    pub async fn close(&self) {
        self.settle().await;
        self.services.db.close().await;
    }
}

/// A session of somebody who has just shown a passkey; gives the cookie's token.
pub async fn open_session(services: &Services, account: Uuid) -> String {
    let secret = random::token();
    let hash = token::hash(&secret);
    services
        .db
        .change(|mut tx| async move {
            let at = tx.now().micros();
            let session = NewSession {
                token_hash: &hash,
                account,
                strength: "passkey",
                device: "",
                passkey: None,
                is_shared: false,
                at,
                proven_at: Some(at),
                expires_at: at + Span::days(30).0,
            };
            xinju_store::session::insert(&mut tx, &session).await?;
            Ok::<_, Broken>((tx, ()))
        })
        .await
        .expect("a session");
    secret
}

/// The letters in the outbox of a portal's folder, the oldest first.
pub fn letters(folder: &Path) -> Vec<String> {
    let Ok(entries) = std::fs::read_dir(folder.join("outbox")) else { return Vec::new() };
    let mut files: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    files.sort();
    files.iter().filter_map(|file| std::fs::read_to_string(file).ok()).collect()
}

/// Opens what lies in a folder, as the server's own commands do beside it.
pub async fn services(folder: &Path, clock: Clock) -> Services {
    let url = format!("sqlite://{}", folder.join("xinju.db").display());
    let db = Db::open(&xinju_store::Settings { url, connections: 4, clock }).await.expect("a database");
    db.migrate().await.expect("the schema");
    let origin = Origin::parse(ORIGIN).expect("an origin");
    let (papers, outbox) = (folder.join("papers"), folder.join("outbox"));
    std::fs::create_dir_all(&papers).expect("a folder");
    let services = Services::new(Inside {
        db,
        secrets: Secrets::load_or_create(&folder.join("secret")).expect("the secret file"),
        passkeys: Passkeys::new(origin.url(), "Xinju").expect("a host name"),
        papers: Arc::new(LocalFileSystem::new_with_prefix(papers).expect("a folder")),
        mailer: Mailer::from_settings(None, "Xinju <no-reply@localhost>", outbox.clone()).expect("a sender"),
        sms: Sms::from_url(None, outbox).expect("no gateway"),
        settings: Settings {
            origin,
            certificate_type_code: "11100000000013338W011".to_owned(),
            is_demo: true,
            keeping: Keeping::default(),
        },
    });
    fixture::check(&services).await.expect("a database").expect("its own folder");
    services
}
