//! What is not of the form: one row for every sentence of the specification that refuses.

mod fixture;

use fixture::*;
use xinju_credential::qr;
use xinju_credential::verify::{Verdict, judge, judge_presentation};

type Change = fn(&mut Forge);

fn assert_each(cases: &[(&str, Change)], expected: Verdict) {
    for (why, change) in cases {
        let mut forge = Forge::new();
        change(&mut forge);
        assert_eq!(forge.verdict(), expected, "{why}");
    }
}

#[test]
fn what_is_left_alone_is_valid() {
    assert_eq!(Forge::new().verdict(), Verdict::Valid);
}

#[test]
fn encodings_that_are_not_deterministic() {
    assert_each(
        &[
            ("a number in a longer form", |forge| {
                set(&mut forge.subject, 0, raw("1802"));
            }),
            ("a text of indefinite length", |forge| {
                set(&mut forge.subject, 2, raw("7f6161ff"));
            }),
            ("a key twice", |forge| {
                forge.subject.push((9.into(), "again".into()));
            }),
            ("keys out of order", |forge| forge.subject.reverse()),
            ("a tag", |forge| set(&mut forge.claims, 99, raw("c100"))),
            ("a float", |forge| set(&mut forge.claims, 99, raw("f90000"))),
            ("a float for a whole number", |forge| {
                set(&mut forge.subject, 5, raw("f94000"));
            }),
            ("undefined", |forge| set(&mut forge.claims, 99, raw("f7"))),
            ("a simple value without a name", |forge| {
                set(&mut forge.claims, 99, raw("f820"));
            }),
            ("text that is not UTF-8", |forge| {
                set(&mut forge.subject, 2, raw("62c328"));
            }),
            ("a byte string as a map's key", |forge| {
                set(&mut forge.subject, raw("4101"), 1);
            }),
            ("an array as a map's key", |forge| {
                set(&mut forge.subject, raw("80"), 1);
            }),
            ("nine levels in one byte string", |forge| {
                set(&mut forge.claims, 99, raw("8181818181818180"));
            }),
            ("a byte after the certificate's payload", |forge| {
                forge.trailing[0] = vec![0];
            }),
            ("a byte after the proof's payload", |forge| {
                forge.trailing[1] = vec![0];
            }),
            ("a byte after the presentation", |forge| {
                forge.trailing[2] = vec![0];
            }),
        ],
        Verdict::Malformed,
    );
}

#[test]
fn what_is_unknown_but_well_formed_is_ignored() {
    assert_each(
        &[
            ("a claim of the certificate", |forge| {
                set(&mut forge.claims, 99, raw("f6"));
            }),
            ("a claim named by a text", |forge| {
                set(&mut forge.claims, "note", raw("f5"));
            }),
            ("a claim of the proof", |forge| {
                set(&mut forge.proof_claims, 99, "anything");
            }),
            ("a claim of the subject", |forge| {
                set(&mut forge.subject, 12, raw("a0"));
            }),
            ("a negative claim of the subject", |forge| {
                set(&mut forge.subject, -1, 1);
            }),
            ("a member of the status", |forge| {
                set(&mut forge.status, "zzz", 1);
            }),
            ("a member of the key", |forge| {
                set(&mut forge.cose_key, 2, Item::Bytes(vec![1]));
            }),
            ("eight levels in one byte string", |forge| {
                set(&mut forge.claims, 99, raw("81818181818180"));
            }),
            ("levels within a byte string within", |forge| {
                set(&mut forge.claims, 99, Item::Bytes(vec![0x81; 9]));
            }),
        ],
        Verdict::Valid,
    );
    let mut forge = Forge::new();
    set(&mut forge.subject, 12, "anything");
    assert_eq!(forge.judgement().claims, Forge::new().judgement().claims, "an unknown claim is not shown");
}

#[test]
fn headers_that_are_unknown_missing_or_other() {
    assert_each(
        &[
            ("no alg", |forge| remove(&mut forge.header, 1)),
            ("no kid", |forge| remove(&mut forge.header, 4)),
            ("no typ", |forge| remove(&mut forge.header, 16)),
            ("another alg", |forge| set(&mut forge.header, 1, -8)),
            ("alg as a text", |forge| set(&mut forge.header, 1, "ES256")),
            ("a kid of seven bytes", |forge| {
                set(&mut forge.header, 4, Item::Bytes(vec![1; 7]));
            }),
            ("another typ", |forge| set(&mut forge.header, 16, "xc2")),
            ("a header too many", |forge| set(&mut forge.header, 3, 60)),
            ("a header named by a text", |forge| {
                set(&mut forge.header, "x", 60);
            }),
            ("an unprotected header", |forge| {
                forge.unprotected = Item::Map(vec![(4.into(), 1.into())]);
            }),
            ("an unprotected header that is no map", |forge| {
                forge.unprotected = raw("80");
            }),
            ("the proof without alg", |forge| {
                remove(&mut forge.proof_header, 1);
            }),
            ("the proof without typ", |forge| {
                remove(&mut forge.proof_header, 16);
            }),
            ("the proof with another typ", |forge| {
                set(&mut forge.proof_header, 16, "xb1");
            }),
            ("the proof with a kid", |forge| {
                set(&mut forge.proof_header, 4, Item::Bytes(vec![1; 8]));
            }),
        ],
        Verdict::Malformed,
    );
}

#[test]
#[expect(clippy::too_many_lines, reason = "one table, a row a claim")]
fn claims_that_are_missing_or_of_another_type() {
    const NOTHING: Item = Item::Raw(Vec::new());
    assert_each(
        &[
            ("no iss", |forge| remove(&mut forge.claims, 1)),
            ("iss as a number", |forge| {
                set(&mut forge.claims, 1, 330_424_103);
            }),
            ("no exp", |forge| remove(&mut forge.claims, 4)),
            ("no iat", |forge| remove(&mut forge.claims, 6)),
            ("a negative iat", |forge| set(&mut forge.claims, 6, -1)),
            ("exp as true", |forge| set(&mut forge.claims, 4, raw("f5"))),
            ("exp after 9998", |forge| {
                set(&mut forge.claims, 4, 253_370_764_800);
            }),
            ("no cnf", |forge| set(&mut forge.claims, 8, NOTHING)),
            ("no status", |forge| set(&mut forge.claims, 65_535, NOTHING)),
            ("no subject", |forge| {
                set(&mut forge.claims, -65_537, NOTHING);
            }),
            ("a subject that is no map", |forge| {
                set(&mut forge.claims, -65_537, raw("80"));
            }),
            ("no kty", |forge| remove(&mut forge.cose_key, 1)),
            ("another kty", |forge| set(&mut forge.cose_key, 1, 1)),
            ("another curve", |forge| set(&mut forge.cose_key, -1, 2)),
            ("x of 31 bytes", |forge| {
                set(&mut forge.cose_key, -2, Item::Bytes(vec![1; 31]));
            }),
            ("an uncompressed y", |forge| {
                set(&mut forge.cose_key, -3, Item::Bytes(vec![1; 32]));
            }),
            ("no idx", |forge| remove(&mut forge.status, "idx")),
            ("idx as a text", |forge| set(&mut forge.status, "idx", "42")),
            ("no uri", |forge| remove(&mut forge.status, "uri")),
            ("uri as bytes", |forge| {
                set(&mut forge.status, "uri", Item::Bytes(vec![]));
            }),
            ("no profile", |forge| remove(&mut forge.subject, 0)),
            ("profile as true", |forge| {
                set(&mut forge.subject, 0, raw("f5"));
            }),
            ("no number", |forge| remove(&mut forge.subject, 1)),
            ("no name", |forge| remove(&mut forge.subject, 2)),
            ("no masked ID", |forge| remove(&mut forge.subject, 3)),
            ("no valid until", |forge| remove(&mut forge.subject, 4)),
            ("valid until of no date", |forge| {
                set(&mut forge.subject, 4, 20_290_230);
            }),
            ("valid until before 1000", |forge| {
                set(&mut forge.subject, 4, 9_991_231);
            }),
            ("valid until after 9998", |forge| {
                set(&mut forge.subject, 4, 99_990_101);
            }),
            ("born as a text", |forge| {
                set(&mut forge.subject, 6, "19491231");
            }),
            ("born on no date", |forge| {
                set(&mut forge.subject, 6, 19_491_331);
            }),
            ("three children's numbers", |forge| {
                set(&mut forge.subject, 8, raw("83010101"));
            }),
            ("children as a number", |forge| {
                set(&mut forge.subject, 8, 2);
            }),
            ("home office as null", |forge| {
                set(&mut forge.subject, 9, raw("f6"));
            }),
            ("no aud", |forge| remove(&mut forge.proof_claims, 3)),
            ("aud as bytes", |forge| {
                set(&mut forge.proof_claims, 3, Item::Bytes(vec![]));
            }),
            ("no iat in the proof", |forge| {
                remove(&mut forge.proof_claims, 6);
            }),
            ("a cnonce of 15 bytes", |forge| {
                set(&mut forge.proof_claims, 39, Item::Bytes(vec![1; 15]));
            }),
            ("a cnonce as null", |forge| {
                set(&mut forge.proof_claims, 39, raw("f6"));
            }),
        ],
        Verdict::Malformed,
    );
}

#[test]
fn values_and_formats_bind_the_issuer_alone() {
    assert_each(
        &[
            ("a sex that the standard does not know", |forge| {
                set(&mut forge.subject, 5, 300);
            }),
            ("a marital status that it does not know", |forge| {
                set(&mut forge.subject, 7, -5);
            }),
            ("a number of another form", |forge| {
                set(&mut forge.subject, 1, "");
            }),
            ("a masked ID of another form", |forge| {
                set(&mut forge.subject, 3, "*");
            }),
            ("a region code of seven digits", |forge| {
                set(&mut forge.claims, 1, "3304241");
            }),
        ],
        Verdict::Valid,
    );
}

#[test]
fn a_live_certificate_needs_a_proof_and_paper_has_none() {
    let forge = Forge::new();
    let trust = trust();
    let verdict = |bytes: &[u8]| judge_presentation(bytes, &trust, &question()).verdict;
    assert_eq!(verdict(&forge.certificate().encode()), Verdict::Malformed);
    assert_eq!(verdict(&forge.paper()), Verdict::Paper);
    let mut proven_paper = Forge::new();
    set(&mut proven_paper.header, 16, "xp1");
    assert_eq!(proven_paper.verdict(), Verdict::Malformed);
    let mut odd_key = Forge::new();
    set(&mut odd_key.claims, 8, "cnf in paper is ignored");
    assert_eq!(verdict(&odd_key.paper()), Verdict::Paper);
}

#[test]
fn certificates_of_another_shape() {
    let forge = Forge::new();
    let Item::Array(parts) = forge.certificate() else {
        return;
    };
    let with = |index: usize, item: Item| {
        let mut parts = parts.clone();
        parts[index] = item;
        Item::Array(parts)
    };
    let mut five = parts.clone();
    five.push(0.into());
    for (why, certificate) in [
        ("a signature of 63 bytes", with(3, Item::Bytes(vec![1; 63]))),
        ("a signature of 65 bytes", with(3, Item::Bytes(vec![1; 65]))),
        ("a detached payload", with(2, raw("f6"))),
        ("an empty payload", with(2, Item::Bytes(vec![]))),
        ("a header that is no byte string", with(0, Item::Map(vec![]))),
        ("an empty header", with(0, Item::Bytes(vec![]))),
        ("three elements", Item::Array(parts[..3].to_vec())),
        ("five elements", Item::Array(five)),
        ("the certificate in a byte string", Item::Bytes(forge.certificate().encode())),
        ("a tag", Item::Raw([vec![0xd2], forge.certificate().encode()].concat())),
    ] {
        let verdict = judge_presentation(&forge.presentation_of(certificate), &trust(), &question()).verdict;
        assert_eq!(verdict, Verdict::Malformed, "{why}");
    }
}

#[test]
fn at_most_2048_bytes() {
    let padded = |length: usize| {
        let mut forge = Forge::new();
        set(&mut forge.claims, 99, Item::Bytes(vec![0; 256]));
        let spare = length - forge.presentation().len();
        set(&mut forge.claims, 99, Item::Bytes(vec![0; 256 + spare]));
        let bytes = forge.presentation();
        assert_eq!(bytes.len(), length);
        judge_presentation(&bytes, &trust(), &question()).verdict
    };
    assert_eq!(padded(2_048), Verdict::Valid);
    assert_eq!(padded(2_049), Verdict::Malformed);
}

#[test]
fn what_stands_before_the_fragment_is_not_judged() {
    let bytes = Forge::new().presentation();
    for origin in ["", "http://localhost:3000", "https://elsewhere.example/v#"] {
        assert_eq!(judge(&qr::text(origin, &bytes), &trust(), &question()).verdict, Verdict::Valid);
    }
}
