//! A small portal for tests: its own database, a clock that moves when told, two counties with their offices.
//!
//! | code | office |
//! |---|---|
//! | 990123 | the home county |
//! | 990123001 | 石桥镇, a township in it |
//! | 990123002 | 柳堤镇, its neighbour |
//! | 990204 | another county |

use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use futures::FutureExt as _;
use object_store::memory::InMemory;
use uuid::Uuid;
use xinju_domain::application::{Answers, Clock, State};
use xinju_domain::calendar::Calendar;
use xinju_domain::id_number::{IdNumber, check_character};
use xinju_domain::person::{Children, Marital, PersonName};
use xinju_domain::reference::Reference;
use xinju_domain::region::RegionCode;
use xinju_domain::staff::Role;
use xinju_domain::time::{Day, Instant, Span};
use xinju_identity::{Field, Passkeys, Secrets, random};
use xinju_mail::{Mailer, Sms};
use xinju_store::application::{self as applications, NewApplication};
use xinju_store::office::{self as offices, NewOffice};
use xinju_store::{Clock as Source, Tx};
use xinju_testkit::{Database, Engine, engines};
use xinju_text::Locale;

use crate::account::{self, NewPerson};
use crate::application::{clock_text, seal_answers};
use crate::services::{Inside, Origin, Services, Settings};
use crate::session::{Officer, Post};

pub(crate) const TOWNSHIP: &str = "990123001";
pub(crate) const NEIGHBOUR: &str = "990123002";
const OFFICES: [(&str, &str, &str); 4] = [
    ("990123", "青禾县", "authority"),
    (TOWNSHIP, "石桥镇", "township"),
    (NEIGHBOUR, "柳堤镇", "township"),
    ("990204", "望江区", "authority"),
];

/// A portal that goes away with the value.
pub(crate) struct Trial {
    pub(crate) services: Services,
    clock: Arc<AtomicI64>,
    database: Arc<Database>,
}

impl Trial {
    /// On SQLite, at nine in the morning of Wednesday 18 November 2026.
    pub(crate) async fn new() -> Self {
        Self::of(false).await
    }

    /// A portal with the people of the demonstration's rights: their links sign in.
    pub(crate) async fn demonstration() -> Self {
        Self::of(true).await
    }

    /// Runs a story on SQLite, and on PostgreSQL where the run has one.
    pub(crate) async fn each<F, S>(story: F)
    where
        F: Fn(Self) -> S,
        S: Future<Output = ()>,
    {
        for engine in engines() {
            let database = Arc::new(Database::create(engine).await);
            let trial = Self::over(Arc::clone(&database), false).await;
            let db = trial.services.db.clone();
            let told = AssertUnwindSafe(story(trial)).catch_unwind().await;
            db.close().await;
            if let Some(database) = Arc::into_inner(database) {
                database.remove().await;
            }
            if let Err(panic) = told {
                println!("on {engine:?}");
                std::panic::resume_unwind(panic);
            }
        }
    }

    async fn of(is_demo: bool) -> Self {
        Self::over(Arc::new(Database::create(Engine::Sqlite).await), is_demo).await
    }

    async fn over(database: Arc<Database>, is_demo: bool) -> Self {
        let nine = "2026-11-18".parse::<Day>().expect("a day").begins().plus(Span::hours(9));
        let clock = Arc::new(AtomicI64::new(nine.micros()));
        let db = database.open(Source::Told(clock.clone())).await;
        db.migrate().await.expect("a schema");
        let origin = Origin::parse("https://xinju.example").expect("an origin");
        let outbox = database.folder().join("outbox");
        let services = Services::new(Inside {
            db,
            secrets: Secrets::generate(),
            passkeys: Passkeys::new(origin.url(), "Xinju").expect("passkeys"),
            papers: Arc::new(InMemory::new()),
            mailer: Mailer::from_settings(None, "Xinju <no-reply@xinju.example>", outbox.clone()).expect("a mailer"),
            sms: Sms::from_url(None, outbox).expect("a gateway"),
            settings: Settings {
                origin,
                certificate_type_code: "11100000000013338W011".to_owned(),
                is_demo,
                keeping: crate::retention::Keeping::default(),
            },
        });
        let trial = Self { services, clock, database };
        trial.open_offices().await;
        trial
    }

    /// Sends what waits; gives every text message that was ever sent, the number on its first line, the latest last.
    pub(crate) async fn messages(&self) -> Vec<String> {
        while crate::job::work(&self.services).await.expect("sent") > 0 {}
        let folder = self.database.folder().join("outbox");
        let Ok(files) = std::fs::read_dir(folder) else { return Vec::new() };
        let mut paths: Vec<_> = files.filter_map(|file| file.ok().map(|file| file.path())).collect();
        paths.sort();
        let texts = paths.iter().filter(|path| path.extension().is_some_and(|ending| ending == "txt"));
        texts.map(|path| std::fs::read_to_string(path).expect("a message")).collect()
    }

    async fn open_offices(&self) {
        let mut tx = self.begin().await;
        for (code, name, kind) in OFFICES {
            let new = NewOffice {
                code,
                region: code,
                name,
                kind,
                address: "",
                phone: "",
                valid_from: 20_200_101,
                is_on_portal: true,
                at: tx.now().micros(),
            };
            offices::insert(&mut tx, &new).await.expect("an office");
        }
        tx.commit().await.expect("a commit");
    }

    pub(crate) async fn begin(&self) -> Tx {
        self.services.db.begin().await.expect("a transaction")
    }

    pub(crate) fn now(&self) -> Instant {
        Instant::from_micros(self.clock.load(Ordering::SeqCst))
    }

    pub(crate) fn wait(&self, span: Span) {
        self.clock.store(self.now().plus(span).micros(), Ordering::SeqCst);
    }

    /// A new account.
    pub(crate) async fn account(&self) -> Uuid {
        let mut tx = self.begin().await;
        let new = NewPerson { locale: Locale::ZhHans, handle: None, opened_by: None };
        let id = account::create(&mut tx, &self.services, &new).await.expect("an account");
        tx.commit().await.expect("a commit");
        id
    }

    /// A new member of staff at an office.
    pub(crate) async fn officer(&self, office: &str, role: Role) -> Officer {
        let region = RegionCode::parse(office).expect("a region");
        let (_, name, _) = OFFICES.iter().find(|(code, ..)| *code == office).expect("an office");
        let post = Post { office: office.to_owned(), office_name: (*name).to_owned(), region, role };
        Officer { account: self.account().await, post }
    }

    /// An application that was just sent to an office by a new account: a married person with the given sequence number
    /// in the ID number.
    pub(crate) async fn application(&self, office: &str, sequence: u16) -> Reference {
        let account = self.account().await;
        let answers = answers(office, sequence);
        let mut tx = self.begin().await;
        let (id, now) = (random::uuid_v7(tx.now()), tx.now());
        let clock = Clock::started(now);
        let due = clock.due(Calendar::announced(), Day::of(now)).expect("a started clock");
        let reference = Reference::from_random(random::bytes());
        let (number, name) = (answers.id_number.clone().expect("a number"), answers.name.clone().expect("a name"));
        let secrets = &self.services.secrets;
        let new = NewApplication {
            id,
            office,
            region: office,
            reference: &reference.to_string(),
            account,
            state: State::Submitted.code(),
            answers: &seal_answers(&self.services, id, &answers).expect("sealed"),
            id_index: &secrets.index(Field::IdNumber, number.as_str()),
            name_index: &secrets.name_index(&name.folded()),
            born: i64::from(number.birth().yyyymmdd()),
            submitted_at: now.micros(),
            due_on: i64::from(due.yyyymmdd()),
            clock: &clock_text(&clock).expect("a text"),
        };
        assert!(applications::insert(&mut tx, &new).await.expect("stored"));
        tx.commit().await.expect("a commit");
        reference
    }
}

/// Complete answers of a married person from a place.
pub(crate) fn answers(place: &str, sequence: u16) -> Answers {
    Answers {
        home_place: RegionCode::parse(place).ok(),
        current_place: RegionCode::parse("990204").ok(),
        name: PersonName::parse("王小安").ok(),
        id_number: Some(id_number(sequence)),
        marital: Some(Marital::Married),
        spouse: PersonName::parse("陈大川").ok(),
        children: Children::new(0, 1),
    }
}

/// The ID number of somebody born on 16 August 1992, with this sequence number.
pub(crate) fn id_number(sequence: u16) -> IdNumber {
    let body = format!("99012319920816{sequence:03}");
    let check = check_character(&body).expect("17 digits");
    IdNumber::read(&format!("{body}{check}")).expect("a number")
}
