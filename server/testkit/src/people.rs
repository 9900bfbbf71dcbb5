//! People who do what people do, through the use cases alone.

use image::{ImageFormat, Rgb, RgbImage};
use uuid::Uuid;
use xinju_credential::{certificate::Profile, qr};
use xinju_domain::application::Question;
use xinju_domain::certificate_number::ShortNumber;
use xinju_domain::id_number::check_character;
use xinju_domain::paper::PaperKind;
use xinju_domain::reference::Reference;
use xinju_identity::random;
use xinju_service::application::{Sent, submit};
use xinju_service::desk::{self, Seen};
use xinju_service::registration::{self, Command, Registered};
use xinju_service::session::{Officer, Session, Strength};
use xinju_service::{draft, paper, print};
use xinju_store::account::{self, NewAccount};

use crate::Portal;

/// The home office of the demonstration.
pub const HOME: &str = "990123001";
/// Its office where people live now.
pub const HERE: &str = "990204001";

/// An ID number of the home county for a person born on 17 August 1990; `sequence` below 1000, even for a woman.
pub fn id_number(sequence: u16) -> String {
    let digits = format!("99012319900817{sequence:03}");
    let check = check_character(&digits).expect("seventeen digits");
    format!("{digits}{check}")
}

impl Portal {
    /// A new resident who just signed in with a passkey.
    pub async fn resident(&self) -> Session {
        let mut tx = self.services.db.begin().await.expect("a transaction");
        let (id, now) = (random::uuid_v7(tx.now()), tx.now());
        let new = NewAccount {
            id,
            handle: random::uuid_v4(),
            locale: None,
            state: "active",
            opened_by: None,
            opened_office: None,
            at: now.micros(),
        };
        account::insert(&mut tx, &new).await.expect("an account");
        tx.commit().await.expect("a commit");
        Session {
            token_hash: [0; 32],
            account: id,
            strength: Strength::Passkey,
            locale: None,
            is_shared_phone: false,
            proven_at: Some(now),
            asked_at: now,
            posts: Vec::new(),
        }
    }

    /// Fills in everything and sends it to the home office.
    pub async fn apply(&self, who: &Session, id_number: &str) -> Reference {
        let services = &self.services;
        let draft = draft::begin(services, who, true).await.expect("a draft");
        for (question, fields) in [
            (Question::HomePlace, vec![("place", HOME)]),
            (Question::CurrentPlace, vec![("place", HERE)]),
            (Question::Name, vec![("name", "王芳")]),
            (Question::IdNumber, vec![("id_number", id_number)]),
            (Question::Marriage, vec![("marital", "10")]),
            (Question::Children, vec![("sons", "0"), ("daughters", "0")]),
        ] {
            let fields: Vec<_> = fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
            draft::save(services, who, question, &fields).await.expect("an answer");
        }
        for kind in [PaperKind::Photo, PaperKind::IdCard] {
            paper::add(services, who, paper::Holder::Draft, kind, picture()).await.expect("a paper");
        }
        match submit(services, who, draft.id).await {
            Ok(Sent::Sent(reference)) => reference,
            other => unreachable!("not sent: {other:?}"),
        }
    }

    /// Opens an application and issues the certificate.
    pub async fn issue(&self, officer: &Officer, reference: Reference) -> ShortNumber {
        let record = desk::open(&self.services, officer, reference).await.expect("a database").expect("an application");
        let seen = Seen { reference, version: record.application.row.version };
        desk::issue(&self.services, officer, seen).await.expect("issued")
    }

    /// The text of a printed QR.
    pub async fn print(&self, who: &Session, number: &ShortNumber) -> String {
        let token = print::make(&self.services, who, number, Profile::Registration).await.expect("a print");
        let sheet = print::find(&self.services, who, &token).await.expect("a database").expect("the print");
        qr::text(self.services.settings.origin.text(), &sheet.bytes)
    }

    /// Registers somebody from a printed QR.
    pub async fn register(&self, officer: &Officer, presentation: &str, id_number: &str) -> Registered {
        let now = self.services.db.read().await.expect("a transaction").now();
        let command = Command {
            key: Uuid::from_bytes(random::bytes()).to_string(),
            presentation: presentation.to_owned(),
            scanned: now,
            bundle_made: now,
            challenge: None,
            address: String::new(),
            digits: id_number[11..17].to_owned(),
            missing: Vec::new(),
            note: String::new(),
            due: None,
        };
        registration::register(&self.services, officer, &command).await.expect("registered")
    }
}

fn picture() -> Vec<u8> {
    let mut png = std::io::Cursor::new(Vec::new());
    RgbImage::from_pixel(40, 30, Rgb([200, 120, 40])).write_to(&mut png, ImageFormat::Png).expect("a picture");
    png.into_inner()
}
