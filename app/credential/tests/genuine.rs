//! What is well formed but not issued by an office of this portal, or not shown by its holder's phone.

mod fixture;

use fixture::*;
use xinju_credential::certificate::Profile;
use xinju_credential::key::{IssuingKey, KeyEntry, KeySet};
use xinju_credential::verify::{Question, Trust, Verdict, judge_presentation};

type Change = fn(&mut Forge);

fn assert_not_genuine(why: &str, forge: &Forge) {
    let judgement = forge.judgement();
    assert_eq!(judgement.verdict, Verdict::NotGenuine, "{why}");
    assert!(
        judgement.claims.is_empty() && judgement.subject.is_none() && judgement.profile.is_none(),
        "{why} shows claims"
    );
    assert!(
        judgement.status.is_none() && judgement.issuer.is_none() && judgement.replay_id.is_none(),
        "{why} shows the certificate"
    );
    assert!(judgement.status_as_of.is_none(), "{why} shows a status");
}

#[test]
fn changes_that_make_it_not_genuine() {
    let cases: [(&str, Change); 16] = [
        ("the issuer's signature is by another key", |forge| {
            forge.issuer = signing_key(&[99; 32]);
        }),
        ("the holder's signature is by another key", |forge| {
            forge.holder = signing_key(&[99; 32]);
        }),
        ("iss outside the key's region", |forge| {
            set(&mut forge.claims, 1, "330421");
        }),
        ("iss shorter than the key's region", |forge| {
            set(&mut forge.claims, 1, "3304");
        }),
        ("issued before the key's first day", |forge| {
            set(&mut forge.claims, 6, 1_767_196_799);
            set(&mut forge.claims, 4, 1_767_196_799 + 604_800);
        }),
        ("a life of a second over seven days", |forge| {
            set(&mut forge.claims, 4, ISSUED as i64 + 604_801);
        }),
        ("profile 0", |forge| set(&mut forge.subject, 0, 0)),
        ("profile 4", |forge| set(&mut forge.subject, 0, 4)),
        ("profile −1", |forge| set(&mut forge.subject, 0, -1)),
        ("minimum with the claims of registration", |forge| {
            set(&mut forge.subject, 0, 1);
        }),
        ("full without an ID number", |forge| {
            set(&mut forge.subject, 0, 3);
        }),
        ("registration with an ID number", |forge| {
            set(&mut forge.subject, 10, "11010519491231002X");
        }),
        ("registration with a spouse", |forge| {
            set(&mut forge.subject, 11, "李如意");
        }),
        ("the holder's point off the curve", |forge| {
            set(&mut forge.cose_key, -2, Item::Bytes(vec![0xff; 32]));
        }),
        ("another portal", |forge| {
            set(&mut forge.proof_claims, 3, "xinju.example:3000");
        }),
        ("an index beyond the list", |forge| {
            set(&mut forge.status, "idx", 100);
        }),
    ];
    for (why, change) in cases {
        let mut forge = Forge::new();
        change(&mut forge);
        assert_not_genuine(why, &forge);
        assert!(!forge.judgement().kid_unknown, "{why} is said to be an unknown key");
    }
}

#[test]
fn each_missing_claim_of_a_profile_makes_it_not_genuine() {
    for key in 5..=9 {
        let mut forge = Forge::new();
        remove(&mut forge.subject, key);
        assert_not_genuine("registration with a claim missing", &forge);
    }
}

#[test]
fn an_unknown_key_is_told_apart_if_nothing_else_is_wrong() {
    let mut forge = Forge::new();
    set(&mut forge.header, 4, Item::Bytes(vec![7; 8]));
    assert_not_genuine("an unknown kid", &forge);
    assert!(forge.judgement().kid_unknown);
    set(&mut forge.proof_claims, 3, "elsewhere.example");
    assert!(!forge.judgement().kid_unknown, "another portal's code is no matter of an old bundle");
}

#[test]
fn a_signature_of_zeros_is_none() {
    let forge = Forge::new();
    let Item::Array(mut parts) = forge.certificate() else {
        return;
    };
    parts[3] = Item::Bytes(vec![0; 64]);
    let bytes = forge.presentation_of(Item::Array(parts));
    assert_eq!(judge_presentation(&bytes, &trust(), &question()).verdict, Verdict::NotGenuine);
}

#[test]
fn the_last_index_of_a_list_is_not_beyond_it() {
    let mut forge = Forge::new();
    set(&mut forge.status, "idx", 99);
    assert_eq!(forge.verdict(), Verdict::Valid);
}

#[test]
fn a_paper_certificate_may_live_for_years() {
    let verdict = judge_presentation(&paper(Profile::Minimum), &trust(), &question()).verdict;
    assert_eq!(verdict, Verdict::Paper);
}

#[test]
fn paper_names_no_portal() {
    let elsewhere = Question { aud: "elsewhere.example", ..question() };
    assert_eq!(judge_presentation(&paper(Profile::Full), &trust(), &elsewhere).verdict, Verdict::Paper);
    let live = presentation(Profile::Full, None);
    assert_eq!(judge_presentation(&live, &trust(), &elsewhere).verdict, Verdict::NotGenuine);
}

#[test]
fn a_key_signs_from_its_first_day_to_its_last_in_shanghai() {
    // The certificate was issued on 2027-01-14 at 04:00 UTC, noon in Shanghai; the last case at 16:00 UTC, midnight.
    for (first, last, issued, good) in [
        (20_270_114, 20_270_114, 1_799_899_200, true),
        (20_270_115, 20_271_231, 1_799_899_200, false),
        (20_260_101, 20_270_113, 1_799_899_200, false),
        (20_260_101, 20_270_114, 1_799_942_399, true),
        (20_260_101, 20_270_114, 1_799_942_400, false),
        (20_270_115, 20_271_231, 1_799_942_400, true),
    ] {
        let keys = KeySet::encode(&[KeyEntry::new(issuing_key().public(), "330424", first, last)]);
        let trust = Trust::new(&keys, [fresh_list()]).expect("a key set of our own");
        let mut forge = Forge::new();
        set(&mut forge.claims, 6, issued);
        set(&mut forge.claims, 4, issued + 604_800);
        let verdict = judge_presentation(&forge.presentation(), &trust, &question()).verdict;
        assert_eq!(verdict == Verdict::Valid, good, "{first} to {last} at {issued}");
        assert_eq!(verdict == Verdict::NotGenuine, !good, "{first} to {last} at {issued}");
    }
}

#[test]
fn a_provinces_key_may_sign_for_its_counties() {
    for (region, genuine) in [("33", true), ("3304", true), ("330424103", true), ("330424103001", false), ("44", false)]
    {
        let keys = KeySet::encode(&[KeyEntry::new(issuing_key().public(), region, 20_260_101, 20_301_231)]);
        let trust = Trust::new(&keys, [fresh_list()]).expect("a key set of our own");
        let verdict = judge_presentation(&Forge::new().presentation(), &trust, &question()).verdict;
        assert_eq!(verdict == Verdict::Valid, genuine, "{region}");
    }
}

#[test]
fn a_key_removed_from_the_set_makes_nothing_genuine() {
    let other = IssuingKey::from_secret(&[18; 32]).expect("a key");
    let keys = KeySet::encode(&[KeyEntry::new(other.public(), "33", 20_260_101, 20_301_231)]);
    let trust = Trust::new(&keys, [fresh_list()]).expect("a key set of our own");
    let judgement = judge_presentation(&Forge::new().presentation(), &trust, &question());
    assert_eq!((judgement.verdict, judgement.kid_unknown), (Verdict::NotGenuine, true));
}
