//! Whatever a stranger shows or sends: no reader panics, and nothing that is read is written otherwise.
//!
//! The first byte chooses the reader: 0 a QR's text, 1 a presentation's bytes, 2 a key set, 3 a status list, 4 a bundle, 5 a binding,
//! 6 a challenge.

#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use xinju_credential::key::KeySet;
use xinju_credential::status::StatusToken;
use xinju_credential::verify::{Judgement, Question, Trust, Verdict, judge, judge_presentation};
use xinju_credential::{binding, bundle, challenge, proof, qr};

const KEYS: &[u8] = include_bytes!("../../app/credential/vectors/keys.cbor");
const LIST: &[u8] = include_bytes!("../../app/credential/vectors/status-fresh.cbor");
const QUESTION: Question<'static> = Question {
    now: 1_800_000_000,
    aud: "xinju.example",
    challenge: None,
};

static TRUST: LazyLock<Trust> =
    LazyLock::new(|| Trust::new(KEYS, [LIST]).expect("the published documents are well formed"));

fuzz_target!(|input: &[u8]| {
    let Some((reader, bytes)) = input.split_first() else {
        return;
    };
    match reader {
        0 => text(bytes),
        1 => presentation(bytes),
        2 => key_set(bytes),
        3 => status_list(bytes),
        4 => {
            let _ = bundle::parse(bytes).map(|bundle| Trust::from_bundle(&bundle));
        }
        5 => {
            let _ = binding::verify(bytes, QUESTION.aud, QUESTION.now, &[0; 16]);
        }
        _ => {
            let _ = str::from_utf8(bytes).map(challenge::parse_wallet_url);
        }
    }
});

fn text(bytes: &[u8]) {
    let Ok(text) = str::from_utf8(bytes) else {
        return;
    };
    check(&judge(text, &TRUST, &QUESTION));
    if let Ok(read) = qr::presentation(text) {
        assert!(
            text.ends_with(&qr::text("", &read)),
            "digits have two readings"
        );
    }
}

fn presentation(bytes: &[u8]) {
    let judgement = judge_presentation(bytes, &TRUST, &QUESTION);
    check(&judgement);
    if judgement.verdict == Verdict::Malformed {
        return;
    }
    if let Ok((payload, certificate)) = proof::payload_and_certificate(bytes) {
        let signature = bytes[bytes.len() - 64..]
            .try_into()
            .expect("a presentation ends with 64 bytes of signature");
        assert_eq!(
            proof::assemble(&certificate, &payload, &signature),
            bytes,
            "bytes have two readings"
        );
    }
}

fn check(judgement: &Judgement) {
    let _ = judgement.to_json();
    let shows_nothing = judgement.claims.is_empty() && judgement.subject.is_none();
    assert_eq!(
        shows_nothing,
        matches!(judgement.verdict, Verdict::Malformed | Verdict::NotGenuine)
    );
}

fn key_set(bytes: &[u8]) {
    if let Ok(set) = KeySet::parse(bytes) {
        let again = KeySet::encode(set.entries());
        assert_eq!(KeySet::parse(&again).as_ref(), Ok(&set));
    }
}

fn status_list(bytes: &[u8]) {
    if let Ok(token) = StatusToken::parse(bytes) {
        let _ = token.list().map(|list| list.get(99));
        let _ = Trust::new(KEYS, [bytes]).map(|trust| judge("/v#", &trust, &QUESTION));
    }
}
