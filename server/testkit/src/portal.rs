//! Services as the server opens them, but with a clock that is told, papers in memory, and no network.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use object_store::memory::InMemory;
use xinju_domain::staff::Role;
use xinju_domain::time::{Instant, Span};
use xinju_identity::{Passkeys, Secrets};
use xinju_mail::{Mailer, Sms};
use xinju_service::session::{Officer, Session};
use xinju_service::{
    Inside, Origin, Services, Settings, demo, history, job, retention::Keeping, session, sign_in::link,
};
use xinju_store::{Clock, Db};

use crate::Database;
use crate::letter::Letter;

/// Where the portal of a test stands.
pub const ORIGIN: &str = "https://xinju.example";
/// 2026-11-24 10:00 in China, a Tuesday.
const BEGIN: Instant = Instant::from_unix_seconds(1_795_485_600);

async fn assemble(db: Db, folder: &Path) -> Services {
    db.migrate().await.expect("the schema");
    let origin = Origin::parse(ORIGIN).expect("an origin");
    let outbox = folder.join("outbox");
    Services::new(Inside {
        db,
        secrets: Secrets::generate(),
        passkeys: Passkeys::new(origin.url(), "Xinju").expect("a host name"),
        papers: Arc::new(InMemory::new()),
        mailer: Mailer::from_settings(None, "Xinju <no-reply@xinju.example>", outbox.clone()).expect("a sender"),
        sms: Sms::from_url(None, outbox).expect("no gateway"),
        settings: Settings {
            origin,
            certificate_type_code: "11100000000013338W011".to_owned(),
            is_demo: true,
            keeping: Keeping::default(),
        },
    })
}

/// A portal of a test's own.
#[derive(Clone, Debug)]
pub struct Portal {
    pub services: Services,
    clock: Arc<AtomicI64>,
    folder: PathBuf,
    database_url: String,
}

impl Portal {
    /// Opens and migrates; the database stays empty of people.
    pub async fn open(database: &Database) -> Self {
        let clock = Arc::new(AtomicI64::new(BEGIN.micros()));
        let db = database.open(Clock::Told(Arc::clone(&clock))).await;
        let services = assemble(db, &database.folder()).await;
        Self { services, clock, folder: database.folder(), database_url: database.url.clone() }
    }

    /// Puts in the offices and people of the demonstration.
    pub async fn with_people(self) -> Self {
        demo::load(&self.services).await.expect("an empty database");
        self
    }

    pub fn now(&self) -> Instant {
        Instant::from_micros(self.clock.load(Ordering::SeqCst))
    }

    /// Lets time pass.
    pub fn pass(&self, span: Span) {
        self.clock.fetch_add(span.0, Ordering::SeqCst);
    }

    /// A folder that is gone after the test.
    pub fn folder(&self) -> PathBuf {
        self.folder.clone()
    }

    /// For a test that changes the database behind the portal's back.
    pub fn database_url(&self) -> String {
        self.database_url.clone()
    }

    /// Signs in somebody of the demonstration, such as `wang@demo.test`.
    pub async fn session(&self, address: &str) -> Session {
        let token = self.session_token(address).await;
        session::find(&self.services, &token).await.expect("a database").expect("a living session")
    }

    /// The token of the session's cookie.
    pub async fn session_token(&self, address: &str) -> String {
        let ways = demo::links(&self.services).await.expect("a database");
        let way = ways.into_iter().find(|way| way.address == address).expect("somebody of the demonstration");
        let (_, token) = way.link.split_once("token=").expect("a token");
        link::sign_in(&self.services, token, "test").await.expect("a link that works").token
    }

    /// Signs in a member of staff of the demonstration.
    pub async fn officer(&self, address: &str, role: Role) -> Officer {
        self.session(address).await.officer(role).expect("a post with this role")
    }

    /// Does all that waits to be done now: jobs and the sealing of the history.
    pub async fn settle(&self) {
        while job::work(&self.services).await.expect("a database") > 0 {}
        while history::seal(&self.services).await.expect("a database") > 0 {}
    }

    /// The letters in the outbox, the oldest first, after all waiting ones were sent.
    pub async fn letters(&self) -> Vec<Letter> {
        self.settle().await;
        Letter::read_all(&self.folder.join("outbox"))
    }
}
