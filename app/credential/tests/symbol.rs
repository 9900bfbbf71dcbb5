//! How large the symbols are: a tired camera at arm's length has to read them.

#![cfg(feature = "draw")]

mod fixture;

use fixture::*;
use xinju_credential::certificate::{self, Profile, Subject};
use xinju_credential::{challenge, proof, qr};

#[test]
fn registration_with_a_name_of_four_characters_is_version_14() {
    let mut body = body(Profile::Registration, Some(public_half(&holder_signing_key())));
    // The office of the published cases: 18 bytes with a name of three characters are 416; so are 15 with four.
    body.subject.home_office = Some("海盐百步镇".into());
    let bytes = shown(&body, AUD, None);
    let text = qr::text(ORIGIN, &bytes);
    assert_eq!(bytes.len(), 416);
    assert_eq!(text.rsplit('#').next().map(str::len), Some(1_011));
    let symbol = qr::draw_live(&text).expect("it fits");
    assert_eq!((symbol.version, symbol.size), (14, 73));
    let text = qr::text(ORIGIN, &presentation(Profile::Registration, None));
    assert_eq!(qr::draw_live(&text).map(|symbol| symbol.version), Ok(14), "the longer office of the other tests");
}

#[test]
fn the_longest_presentation_stays_within_version_18() {
    let host = format!("{}.example", "x".repeat(qr::LONGEST_HOST - 8));
    let mut record = record();
    record.name = "名".repeat(60);
    record.spouse = Some("偶".repeat(60));
    record.home_office = Some("县".repeat(60));
    record.children = Some((20, 20));
    let mut body = body(Profile::Full, Some(public_half(&holder_signing_key())));
    body.issuer = "330424103001".into();
    body.subject = Subject::for_profile(Profile::Full, &record);
    body.status.uri = format!("https://{host}/status/9999");
    body.status.index = 16_777_215;
    let bytes = shown(&body, &host, Some(&[7; 16]));
    let symbol = qr::draw_live(&qr::text(&format!("https://{host}"), &bytes)).expect("it fits");
    assert!(symbol.version <= 18, "version {}", symbol.version);
}

fn shown(body: &certificate::Body, aud: &str, cnonce: Option<&[u8; 16]>) -> Vec<u8> {
    let certificate = certificate::issue(&issuing_key(), body);
    let payload = proof::payload(aud, NOW as u64, cnonce);
    let signature = sign(&holder_signing_key(), &proof::to_be_signed(&certificate, &payload));
    proof::assemble(&certificate, &payload, &signature)
}

#[test]
fn paper_and_challenge_are_smaller() {
    let minimum = qr::draw_paper(&qr::text(ORIGIN, &paper(Profile::Minimum))).expect("it fits");
    assert!(minimum.version <= 12, "version {}", minimum.version);
    let question = qr::draw_text(&challenge::url(ORIGIN, &[9; 16])).expect("it fits");
    assert!(question.version <= 4, "version {}", question.version);
    assert_eq!(question.svg_path().chars().next(), Some('M'));
}
