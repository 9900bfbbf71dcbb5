//! The road of a certificate as browsers and phones send it: apply, issue, bind a phone, show, register.

use std::io::Cursor;

use p256::ecdsa::{Signature, SigningKey, signature::Signer as _};
use reqwest::StatusCode;
use serde_json::json;
use xinju_credential::certificate::HolderKey;
use xinju_credential::{binding, proof, qr};
use xinju_domain::id_number::check_character;
use xinju_identity::random;

use crate::browser::{Answer, Browser, Content};
use crate::house::{HERE, HOME, HOST, House, ORIGIN, Somebody};

/// Answers of somebody who applies.
#[derive(Clone, Debug)]
pub struct Applicant {
    pub name: String,
    pub spouse: String,
    pub id_number: String,
    pub photo: Vec<u8>,
}

impl Applicant {
    /// Somebody whose ID number has this sequence number.
    pub fn new(sequence: u16) -> Self {
        Self {
            name: "阿依古丽·买买提".to_owned(),
            spouse: "陈大川".to_owned(),
            id_number: id_number(sequence),
            photo: picture(),
        }
    }
}

/// The ID number of somebody born on 16 August 1992, with this sequence number.
pub fn id_number(sequence: u16) -> String {
    let body = format!("99012319920816{sequence:03}");
    let check = check_character(&body).expect("17 digits");
    format!("{body}{check}")
}

pub fn picture() -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    image::RgbImage::from_pixel(60, 80, image::Rgb([90, 160, 200]))
        .write_to(&mut bytes, image::ImageFormat::Png)
        .expect("a picture");
    bytes.into_inner()
}

async fn fill(who: &mut Browser, question: &str, fields: &[(&str, &str)], next: &str) {
    let answer = who.post(&format!("/certificate/apply/{question}"), fields).await;
    assert_eq!(answer.location(), format!("/certificate/apply/{next}"), "{question}: {}", answer.text());
}

/// Everything up to the page where answers are checked; gives the draft's id.
pub async fn fill_in(who: &mut Browser, applicant: &Applicant) -> String {
    let begun = who.post("/certificate/apply", &[("consent", "yes")]).await;
    assert_eq!(begun.location(), "/certificate/apply/home-place", "{}", begun.text());
    fill(who, "home-place", &[("place", HOME)], "current-place").await;
    fill(who, "current-place", &[("place", HERE)], "name").await;
    fill(who, "name", &[("name", &applicant.name)], "id-number").await;
    fill(who, "id-number", &[("id_number", &applicant.id_number)], "marriage").await;
    fill(who, "marriage", &[("marital", "20")], "spouse").await;
    fill(who, "spouse", &[("name", &applicant.spouse)], "children").await;
    fill(who, "children", &[("sons", "0"), ("daughters", "1")], "photo").await;
    for (question, kind, next) in [("photo", "photo", "papers"), ("papers", "id-card", "check")] {
        let file = Content::File(kind.to_owned(), applicant.photo.clone());
        let added = who.send("POST", &format!("/certificate/apply/{question}/add"), file).await;
        assert_eq!(added.location(), format!("/certificate/apply/{question}?added={kind}"), "{}", added.text());
        fill(who, question, &[], next).await;
    }
    let check = who.get("/certificate/apply/check").await.text();
    between(&check, "name=\"draft\" value=\"", "\"")
}

/// Applies; gives the reference.
pub async fn apply(who: &mut Browser, applicant: &Applicant) -> String {
    let draft = fill_in(who, applicant).await;
    let sent = who.post("/certificate/apply/send", &[("draft", &draft)]).await;
    let location = sent.location();
    let reference = location.strip_prefix("/certificate/").and_then(|rest| rest.strip_suffix("/sent"));
    reference.unwrap_or_else(|| unreachable!("not sent: {location}")).to_owned()
}

/// The version of a record that an officer sees.
pub async fn version(officer: &mut Browser, reference: &str) -> String {
    let record = officer.get(&format!("/desk/applications/{reference}")).await;
    assert_eq!(record.status, StatusCode::OK, "{reference}");
    between(&record.text(), "name=\"version\" value=\"", "\"")
}

/// Issues; gives the certificate's number.
pub async fn issue(officer: &mut Browser, reference: &str) -> String {
    let seen = version(officer, reference).await;
    let here = format!("/desk/applications/{reference}");
    let issued = officer.post(&format!("{here}/issue"), &[("version", &seen)]).await;
    assert_eq!(issued.location(), format!("{here}?done=issued"), "{}", issued.text());
    between(&officer.get(&here).await.text(), "/desk/certificates/", "\"")
}

/// A phone: a key that the test holds, and the three certificates for it.
#[derive(Clone)]
pub struct Phone {
    key: SigningKey,
    pub certificates: Vec<Vec<u8>>,
}

impl Phone {
    pub fn new() -> Self {
        let key = loop {
            if let Ok(key) = SigningKey::from_slice(&random::bytes::<32>()) {
                break key;
            }
        };
        Self { key, certificates: Vec::new() }
    }

    /// The number of the server followed by the message that answers it.
    pub async fn proof(&self, who: &mut Browser) -> Vec<u8> {
        let asked = who.send("POST", "/api/wallet/nonce", Content::Nothing).await.json();
        let nonce: [u8; 16] = bytes(asked["nonce"].as_str().expect("a number")).try_into().expect("16 bytes");
        let now = asked["now"].as_u64().expect("a time");
        let payload = binding::payload(HOST, now, &self.holder(), &nonce);
        let message = binding::assemble(&payload, &self.sign(&binding::to_be_signed(&payload)));
        [nonce.as_slice(), &message].concat()
    }

    pub async fn bind(&mut self, who: &mut Browser) -> Answer {
        let proof = self.proof(who).await;
        let bound = who.send("POST", "/api/wallet/bind", Content::Bytes(proof)).await;
        if let Some(held) = bound.json()["certificates"].as_array() {
            self.certificates = held.iter().filter_map(|each| Some(bytes(each.as_str()?))).collect();
        }
        bound
    }

    fn holder(&self) -> HolderKey {
        let point = self.key.verifying_key().to_sec1_point(true);
        HolderKey::from_sec1_compressed(point.as_bytes().try_into().expect("33 bytes")).expect("a point")
    }

    fn sign(&self, message: &[u8]) -> [u8; 64] {
        let signature: Signature = self.key.sign(message);
        signature.to_bytes().into()
    }

    /// The text of the code that it shows at a time (Unix seconds), of the profile *registration*.
    pub fn show(&self, now: i64) -> String {
        self.show_certificate(&self.certificates[1], HOST, now)
    }

    /// The same with any certificate and for any portal.
    pub fn show_certificate(&self, certificate: &[u8], host: &str, now: i64) -> String {
        let payload = proof::payload(host, now.unsigned_abs(), None);
        let signature = self.sign(&proof::to_be_signed(certificate, &payload));
        qr::text(ORIGIN, &proof::assemble(certificate, &payload, &signature))
    }
}

/// What an officer's phone sends for a code that it scanned at a time.
pub fn order(officer: &Somebody, text: &str, now: i64) -> serde_json::Value {
    json!({
        "key": hex::encode(random::bytes::<16>()),
        "officer": officer.account.to_string(),
        "presentation": text,
        "scanned_at": now,
        "bundle_made_at": now,
        "challenge": "",
        "address": "滨河路8号",
        "digits": "",
        "missing": ["photo"],
        "note": "",
        "due": "",
    })
}

pub async fn register(officer: &mut Browser, order: &serde_json::Value) -> Option<Answer> {
    officer.attempt("POST", "/api/registrations", Content::Json(order.to_string())).await
}

/// Somebody with a certificate on a phone.
pub struct Holder {
    pub somebody: Somebody,
    pub reference: String,
    pub number: String,
    pub phone: Phone,
}

/// Takes somebody new along the whole road up to a phone that shows.
pub async fn holder(house: &House, officer: &mut Browser, sequence: u16) -> Holder {
    let mut somebody = house.person().await;
    let reference = apply(&mut somebody.browser, &Applicant::new(sequence)).await;
    let number = issue(officer, &reference).await;
    let mut phone = Phone::new();
    let bound = phone.bind(&mut somebody.browser).await;
    assert_eq!(bound.json()["state"], "bound", "{}", bound.text());
    Holder { somebody, reference, number, phone }
}

const STEMS: [char; 10] = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬', '癸'];

/// A number as a name that people may have.
pub fn counted_name(number: usize) -> String {
    let digits = number.to_string();
    let stems = digits.bytes().map(|digit| STEMS[usize::from(digit - b'0')]);
    std::iter::once('王').chain(stems).collect()
}

/// The number that a name counts.
pub fn count_of(name: &str) -> usize {
    let digits = name.chars().skip(1).filter_map(|stem| STEMS.iter().position(|each| *each == stem));
    digits.fold(0, |number, digit| number * 10 + digit)
}

/// What stands between two texts; the rest if the second is missing.
pub fn between(text: &str, before: &str, after: &str) -> String {
    let (_, rest) = text.split_once(before).unwrap_or_else(|| unreachable!("no {before} in {text}"));
    rest.split(after).next().unwrap_or_default().to_owned()
}

fn bytes(text: &str) -> Vec<u8> {
    hex::decode(text).expect("hexadecimal digits")
}
