//! A portal for tests: a real database in a folder of its own, two offices, and people.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use object_store::memory::InMemory;
use uuid::Uuid;
use xinju_domain::application::Question;
use xinju_domain::paper::PaperKind;
use xinju_domain::reference::Reference;
use xinju_domain::staff::Role;
use xinju_domain::time::{Day, Instant, Span};
use xinju_identity::{Passkeys, Secrets, random};
use xinju_mail::{Mailer, Sms};
use xinju_store::Clock;
use xinju_store::account::NewAccount;
use xinju_store::office::NewOffice;
use xinju_testkit::{Database, Engine, engines};

use super::{Sent, submit};
use crate::session::{Officer, Post, Session, Strength};
use crate::{Broken, Inside, Origin, Services, Settings, draft, paper};

pub(crate) const HOME: &str = "990123001";

pub(crate) struct House {
    pub(crate) services: Services,
    now: Arc<AtomicI64>,
    _database: Database,
}

impl House {
    /// One on each engine that this run can test.
    pub(crate) async fn on_each_engine() -> Vec<House> {
        let mut houses = Vec::new();
        for engine in engines() {
            houses.push(House::open(engine).await);
        }
        houses
    }

    /// Opens on Wednesday 18 November 2026 at noon.
    async fn open(engine: Engine) -> House {
        let day: Day = "2026-11-18".parse().expect("a date");
        let now = Arc::new(AtomicI64::new(day.begins().plus(Span::hours(12)).micros()));
        let database = Database::create(engine).await;
        let db = database.open(Clock::Told(Arc::clone(&now))).await;
        db.migrate().await.expect("a schema");
        let origin = Origin::parse("http://localhost:3000").expect("an origin");
        let outbox = database.folder().join("outbox");
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
                keeping: crate::retention::Keeping::default(),
            },
        });
        let house = House { services, now, _database: database };
        house.add_office(HOME, "石桥镇", true).await;
        house.add_office("990123002", "柳湾乡", false).await;
        house
    }

    pub(crate) fn now(&self) -> Instant {
        Instant::from_micros(self.now.load(Ordering::SeqCst))
    }

    /// Moves the clock on.
    pub(crate) fn pass(&self, span: Span) {
        self.now.fetch_add(span.0, Ordering::SeqCst);
    }

    async fn add_office(&self, code: &str, name: &str, is_on_portal: bool) {
        let new = NewOffice {
            code,
            region: code,
            name,
            kind: "township",
            address: "",
            phone: "",
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

    /// A new person, signed in.
    pub(crate) async fn person(&self) -> Session {
        let account = random::uuid_v4();
        let at = self.now().micros();
        self.services
            .db
            .change(|mut tx| async move {
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
        Session {
            token_hash: [0; 32],
            account,
            strength: Strength::Passkey,
            locale: None,
            is_shared_phone: false,
            proven_at: None,
            asked_at: self.now(),
            posts: Vec::new(),
        }
    }

    /// An officer of an office.
    pub(crate) fn officer(&self, office: &str, role: Role) -> Officer {
        let post = Post {
            office: office.to_owned(),
            office_name: "石桥镇".to_owned(),
            region: office.parse().expect("a region"),
            role,
        };
        Officer { account: random::uuid_v4(), post }
    }

    /// Everything filled in, nothing sent. Gives the draft's id.
    pub(crate) async fn fill(&self, who: &Session, id_number: &str) -> Uuid {
        let services = &self.services;
        let draft = draft::begin(services, who, true).await.expect("a draft");
        for (question, fields) in [
            (Question::HomePlace, vec![("place", HOME)]),
            (Question::CurrentPlace, vec![("place", "990204001")]),
            (Question::Name, vec![("name", "阿依古丽·买买提")]),
            (Question::IdNumber, vec![("id_number", id_number)]),
            (Question::Marriage, vec![("marital", "20")]),
            (Question::Spouse, vec![("name", "王芳")]),
            (Question::Children, vec![("sons", "1"), ("daughters", "")]),
        ] {
            draft::save(services, who, question, &fields_of(&fields)).await.expect("an answer");
        }
        for kind in [PaperKind::Photo, PaperKind::IdCard] {
            paper::add(services, who, paper::Holder::Draft, kind, picture(40, 30)).await.expect("a paper");
        }
        draft.id
    }

    /// Everything filled in and sent.
    pub(crate) async fn apply(&self, who: &Session, id_number: &str) -> Reference {
        let id = self.fill(who, id_number).await;
        match submit(&self.services, who, id).await {
            Ok(Sent::Sent(reference)) => reference,
            other => unreachable!("not sent: {other:?}"),
        }
    }
}

pub(crate) fn fields_of(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

/// A PNG of this size.
pub(crate) fn picture(width: u32, height: u32) -> Vec<u8> {
    let mut png = std::io::Cursor::new(Vec::new());
    image::RgbImage::from_pixel(width, height, image::Rgb([200, 120, 40]))
        .write_to(&mut png, image::ImageFormat::Png)
        .expect("a picture");
    png.into_inner()
}
