//! The QR on the phone: how large, how fast it is judged, and how fast certificates are signed.

use std::fs;
use std::hint::black_box;
use std::path::Path;

use xinju_credential::certificate::{self, Body, Certificate, Profile, Subject};
use xinju_credential::key::IssuingKey;
use xinju_credential::verify::{Question, Trust, Verdict, judge};
use xinju_credential::{bundle, proof, qr};

use crate::clock::repeat;
use crate::portal::{BUNDLE, Told};
use crate::row::{Row, progress};
use crate::{Outcome, told};

const TIMES: usize = 1000;

/// Prints the rows for the portal in this folder.
pub fn measure(folder: &Path) -> Outcome<()> {
    progress("the QR, judged and signed natively");
    let shown = Told::read(folder)?;
    let symbol = told(qr::draw_live(&shown.text))?;
    Row::small("wallet QR, registration profile", f64::from(symbol.version), "version")
        .held_against("never over version 18", 18.0)
        .print();
    Row::small("wallet QR, registration profile", shown.bytes as f64, "bytes")
        .held_against("2,048, the most read", 2048.0)
        .print();
    let bundle = told(bundle::parse(&told(fs::read(folder.join(BUNDLE)))?))?;
    let trust = told(Trust::from_bundle(&bundle))?;
    let question = Question { now: shown.now, aud: &shown.aud, challenge: None };
    let verdict = judge(&shown.text, &trust, &question).verdict;
    if verdict != Verdict::Valid {
        return Err(format!("the phone's own code is {verdict:?}"));
    }
    let mut times = repeat(TIMES, || {
        black_box(judge(black_box(&shown.text), &trust, &question));
    });
    Row::small("verify natively, median of 1,000", times.quantile(0.5), "ms").held_against("50 ms", 50.0).print();
    issue(&shown)
}

/// Signs the three profiles again and again with a key of the bench's own, on one core.
fn issue(shown: &Told) -> Outcome<()> {
    let presentation = told(qr::presentation(&shown.text))?;
    let (_, bytes) = told(proof::payload_and_certificate(&presentation))?;
    let certificate = told(Certificate::parse(&bytes))?;
    let subject = certificate.subject().ok_or("a certificate without a subject")?;
    let body = Body {
        issuer: certificate.issuer.clone(),
        issued_at: certificate.issued_at,
        expires_at: certificate.expires_at,
        holder: certificate.holder,
        status: certificate.status.clone(),
        subject: Subject { profile: Profile::Full, id_number: Some("11010519491231002X".to_owned()), ..subject },
    };
    let key = told(IssuingKey::from_secret(&[17; 32]))?;
    let mut times = repeat(TIMES, || {
        for profile in Profile::ALL {
            let subject = Subject::for_profile(profile, &body.subject);
            black_box(certificate::issue(&key, &Body { subject, ..body.clone() }));
        }
    });
    Row::large("issue: three profiles signed, one core", 1000.0 / times.quantile(0.5), "a second").print();
    Ok(())
}
