//! A small portal with one person whose certificate was issued and lies on a phone, as everybody comes to it: draft, papers,
//! sending, an officer's decision, a bound key.

use std::fs;
use std::path::Path;

use serde::{Deserialize, Serialize};
use xinju_domain::application::Question;
use xinju_domain::paper::PaperKind;
use xinju_domain::reference::Reference;
use xinju_service::application::{Sent, submit};
use xinju_service::desk::{self, Seen};
use xinju_service::session::Session;
use xinju_service::{Services, draft, paper, public_document};

use crate::opening::{furnish, issuing_officer, open, sign_in};
use crate::phone::Phone;
use crate::row::progress;
use crate::{Outcome, told};

const TOLD: &str = "bench.json";
pub const BUNDLE: &str = "bundle.cbor";

/// What the other measurements need to know, in `bench.json` of the portal's folder.
#[derive(Debug, Serialize, Deserialize)]
pub struct Told {
    /// Session cookies: of the person with the certificate, of one who is filling in, of an officer.
    pub holder: String,
    pub applicant: String,
    pub officer: String,
    pub reference: String,
    /// The QR on the phone, and when it was made (Unix seconds).
    pub text: String,
    pub bytes: usize,
    pub now: i64,
    pub aud: String,
}

impl Told {
    pub fn read(folder: &Path) -> Outcome<Self> {
        told(serde_json::from_slice(&told(fs::read(folder.join(TOLD)))?))
    }
}

/// Makes the portal in an empty folder, laid out as the server's data folder is.
pub async fn make(folder: &Path, origin: &str) -> Outcome<()> {
    progress("a portal with an issued certificate");
    let url = format!("sqlite://{}", folder.join("xinju.db").display());
    let services = open(&url, &folder.join("secret"), folder, origin).await?;
    furnish(&services).await?;
    let (holder, holder_token) = sign_in(&services, "wang@demo.test").await?;
    let (applicant, applicant_token) = sign_in(&services, "aili@demo.test").await?;
    let (officer, officer_token) = issuing_officer(&services).await?;
    fill(&services, &applicant).await?;
    let reference = apply(&services, &holder).await?;
    told(desk::issue(&services, &officer, Seen { reference, version: 1 }).await)?;
    let phone = Phone::new()?;
    let certificate = phone.bind(&services, &holder).await?;
    let now = told(services.db.read().await)?.now().unix_seconds();
    let (text, presentation) = phone.show(&services, &certificate, now.unsigned_abs());
    told(fs::write(folder.join(BUNDLE), told(public_document::bundle(&services).await)?.bytes))?;
    let what = Told {
        holder: holder_token,
        applicant: applicant_token,
        officer: officer_token,
        reference: reference.to_string(),
        text,
        bytes: presentation.len(),
        now,
        aud: services.settings.origin.host().to_owned(),
    };
    told(fs::write(folder.join(TOLD), told(serde_json::to_vec(&what))?))?;
    services.db.close().await;
    Ok(())
}

async fn fill(services: &Services, who: &Session) -> Outcome<uuid::Uuid> {
    let draft = told(draft::begin(services, who, true).await)?;
    for (question, name, value) in [
        (Question::HomePlace, "place", "990123001"),
        (Question::CurrentPlace, "place", "990204001"),
        (Question::Name, "name", "王小安"),
        (Question::IdNumber, "id_number", "11010519491231002X"),
        (Question::Marriage, "marital", "20"),
        (Question::Spouse, "name", "陈大川"),
        (Question::Children, "daughters", "1"),
    ] {
        let mut fields = vec![(name.to_owned(), value.to_owned())];
        if question == Question::Children {
            fields.push(("sons".to_owned(), "0".to_owned()));
        }
        told(draft::save(services, who, question, &fields).await)?;
    }
    Ok(draft.id)
}

async fn apply(services: &Services, who: &Session) -> Outcome<Reference> {
    let id = fill(services, who).await?;
    for kind in [PaperKind::Photo, PaperKind::IdCard] {
        told(paper::add(services, who, paper::Holder::Draft, kind, picture()?).await)?;
    }
    match told(submit(services, who, id).await)? {
        Sent::Sent(reference) => Ok(reference),
        Sent::Disputed { office } => Err(format!("a dispute at {office}")),
    }
}

fn picture() -> Outcome<Vec<u8>> {
    let mut png = std::io::Cursor::new(Vec::new());
    let picture = image::RgbImage::from_pixel(480, 640, image::Rgb([200, 120, 40]));
    told(picture.write_to(&mut png, image::ImageFormat::Png))?;
    Ok(png.into_inner())
}
