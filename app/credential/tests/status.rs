//! Which status lists count, what they say, and how small they are.

mod fixture;

use fixture::*;
use xinju_credential::bundle;
use xinju_credential::key::{KeyEntry, KeySet, KeySetRefusal};
use xinju_credential::status::{StatusList, StatusToken, TooLong};
use xinju_credential::verify::{Judgement, Question, Trust, TrustRefusal, Verdict, judge_presentation};

const FRESH: u64 = NOW as u64 - 3_600;

fn shown(index: u64, trust: &Trust) -> Judgement {
    let mut forge = Forge::new();
    set(&mut forge.status, "idx", index as i64);
    judge_presentation(&forge.presentation(), trust, &question())
}

/// A token in parts, by a writer of its own.
fn token(change: impl Fn(&mut Vec<(Item, Item)>, &mut Vec<(Item, Item)>, &mut Vec<(Item, Item)>)) -> Vec<u8> {
    let mut header = vec![];
    set(&mut header, 1, -7);
    set(&mut header, 4, Item::Bytes(issuing_key().kid().into()));
    set(&mut header, 16, "application/statuslist+cwt");
    let mut claims = vec![];
    set(&mut claims, 2, LIST);
    set(&mut claims, 4, NOW + 82_800);
    set(&mut claims, 6, FRESH as i64);
    set(&mut claims, 65_534, 43_200);
    let mut list = vec![];
    set(&mut list, "bits", 2);
    // A hundred entries, all of them 1.
    set(&mut list, "lst", Item::Bytes(miniz_oxide::deflate::compress_to_vec_zlib(&[0x55; 25], 6)));
    change(&mut header, &mut claims, &mut list);
    if !claims.iter().any(|(name, _)| *name == 65_533.into()) {
        set(&mut claims, 65_533, Item::Map(list));
    }
    signed(&signing_key(&[17; 32]), &header, &Item::Map(vec![]), Item::Map(claims).encode()).encode()
}

#[test]
fn a_list_revokes_and_suspends() {
    for (index, expected) in [
        (42, Verdict::Valid),
        (REVOKED, Verdict::Revoked),
        (SUSPENDED, Verdict::Suspended),
        (RESERVED, Verdict::Suspended),
    ] {
        let judgement = shown(index, &trust());
        assert_eq!(judgement.verdict, expected, "index {index}");
        assert!(!judgement.status_unknown);
        assert_eq!(judgement.status_as_of, (expected == Verdict::Valid).then_some(FRESH));
    }
}

#[test]
fn without_a_list_the_verdict_stays_and_the_status_is_unknown() {
    let judgement = shown(REVOKED, &trust_in(&[]));
    assert_eq!((judgement.verdict, judgement.status_unknown, judgement.status_as_of), (Verdict::Valid, true, None));
}

#[test]
fn a_list_past_its_end_still_revokes_but_its_zero_is_unknown() {
    let trust = trust_in(&[stale_list()]);
    let revoked = shown(REVOKED, &trust);
    assert_eq!((revoked.verdict, revoked.status_unknown), (Verdict::Revoked, false));
    assert_eq!(shown(SUSPENDED, &trust).verdict, Verdict::Suspended);
    let valid = shown(42, &trust);
    assert_eq!(
        (valid.verdict, valid.status_unknown, valid.status_as_of),
        (Verdict::Valid, true, Some(NOW as u64 - 90_000))
    );
    let beyond = shown(1_000, &trust);
    assert_eq!((beyond.verdict, beyond.status_unknown), (Verdict::Valid, true));
    for (exp, unknown) in [(NOW as u64, true), (NOW as u64 + 1, false)] {
        let list = status_list().sign(&issuing_key(), LIST, FRESH, exp, 60);
        assert_eq!(shown(42, &trust_in(&[list])).status_unknown, unknown);
    }
}

#[test]
fn the_newer_of_two_lists_speaks() {
    let none = StatusList::build(std::iter::empty(), 100).expect("a short list");
    let newer = none.sign(&issuing_key(), LIST, FRESH + 60, FRESH + 86_400, 60);
    let older = none.sign(&issuing_key(), LIST, FRESH - 60, FRESH + 86_400, 60);
    let future = none.sign(&issuing_key(), LIST, NOW as u64 + 301, FRESH + 90_000, 60);
    assert_eq!(shown(REVOKED, &trust_in(&[fresh_list(), newer.clone()])).verdict, Verdict::Valid);
    assert_eq!(shown(REVOKED, &trust_in(&[newer, fresh_list()])).verdict, Verdict::Valid);
    assert_eq!(shown(REVOKED, &trust_in(&[older, fresh_list(), future])).verdict, Verdict::Revoked);
}

#[test]
fn lists_that_do_not_count() {
    let assert_unknown = |why: &str, list: Vec<u8>| {
        let judgement = shown(REVOKED, &trust_in(&[list]));
        assert_eq!((judgement.verdict, judgement.status_unknown), (Verdict::Valid, true), "{why}");
    };
    assert_eq!(shown(REVOKED, &trust_in(&[token(|_, _, _| {})])).verdict, Verdict::Revoked, "a list of our own");
    assert_unknown(
        "another sub",
        status_list().sign(&issuing_key(), "https://xinju.example/status/2", FRESH, FRESH + 86_400, 60),
    );
    assert_unknown(
        "a key of another region",
        status_list().sign(&another_issuing_key(), LIST, FRESH, FRESH + 86_400, 60),
    );
    assert_unknown(
        "before the key's days",
        status_list().sign(&issuing_key(), LIST, 1_767_196_799, FRESH + 86_400, 60),
    );
    assert_unknown("301 s ahead", status_list().sign(&issuing_key(), LIST, NOW as u64 + 301, FRESH + 86_400, 60));
    assert_unknown("made at the end of numbers", status_list().sign(&issuing_key(), LIST, u64::MAX, u64::MAX, 60));
    assert_unknown("another typ", token(|header, _, _| set(header, 16, "application/statuslist+jwt")));
    assert_unknown("no typ", token(|header, _, _| remove(header, 16)));
    assert_unknown("another alg", token(|header, _, _| set(header, 1, -8)));
    assert_unknown("an unknown key", token(|header, _, _| set(header, 4, Item::Bytes(vec![7; 8]))));
    assert_unknown(
        "a key that did not sign",
        token(|header, _, _| set(header, 4, Item::Bytes(another_issuing_key().kid().into()))),
    );
    assert_unknown("a header too many", token(|header, _, _| set(header, 2, Item::Array(vec![99.into()]))));
    assert_unknown("one bit an entry", token(|_, _, list| set(list, "bits", 1)));
    assert_unknown("a list that is no zlib", token(|_, _, list| set(list, "lst", Item::Bytes(vec![0x78, 0xda, 0xff]))));
    let ahead = status_list().sign(&issuing_key(), LIST, NOW as u64 + 300, FRESH + 86_400, 60);
    assert_eq!(shown(REVOKED, &trust_in(&[ahead])).verdict, Verdict::Revoked, "300 s ahead");
}

#[test]
fn a_list_with_a_wrong_signature_does_not_count() {
    let mut list = fresh_list();
    let last = list.len() - 1;
    list[last] ^= 1;
    let judgement = shown(REVOKED, &trust_in(&[list]));
    assert_eq!((judgement.verdict, judgement.status_unknown), (Verdict::Valid, true));
}

#[test]
fn a_list_inflates_to_four_megabytes_and_no_further() {
    let inflating = |bytes: usize| {
        let packed = miniz_oxide::deflate::compress_to_vec_zlib(&vec![0x55; bytes], 9);
        shown(
            REVOKED,
            &trust_in(&[token(|_, _, list| {
                set(list, "lst", Item::Bytes(packed.clone()));
            })]),
        )
        .verdict
    };
    assert_eq!(inflating(4 << 20), Verdict::Revoked);
    assert_eq!(inflating((4 << 20) + 1), Verdict::Valid);
    assert_eq!(inflating(64 << 20), Verdict::Valid);
}

#[test]
fn a_file_that_is_no_status_list_is_an_error_of_its_own() {
    let mut trailing = fresh_list();
    trailing.push(0);
    for (why, bytes) in [
        ("nothing", vec![]),
        ("a page", b"<!doctype html>".to_vec()),
        ("a key set", key_set()),
        ("a certificate", Forge::new().certificate().encode()),
        ("a byte too many", trailing),
        ("no sub", token(|_, claims, _| remove(claims, 2))),
        ("no exp", token(|_, claims, _| remove(claims, 4))),
        ("iat as a text", token(|_, claims, _| set(claims, 6, "now"))),
        ("no list", token(|_, claims, _| set(claims, 65_533, 0))),
        ("lst as a text", token(|_, _, list| set(list, "lst", "x"))),
        ("no bits", token(|_, _, list| remove(list, "bits"))),
    ] {
        assert_eq!(Trust::new(&key_set(), [bytes]).err(), Some(TrustRefusal::StatusList), "{why}");
    }
}

#[test]
fn a_million_entries_take_20_kilobytes() {
    let mut state = 1_u64;
    let mut next = move || {
        // Knuth's MMIX generator: any spread of indices will do.
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        state >> 33
    };
    let entries: Vec<(u64, u8)> =
        (0..10_000).map(|turn| (next() % 1_000_000, if turn % 10 == 0 { 2 } else { 1 })).collect();
    let list = StatusList::build(entries.iter().copied(), 1_000_000).expect("it fits");
    let signed = list.sign(&issuing_key(), LIST, FRESH, FRESH + 86_400, 43_200);
    assert!(signed.len() <= 20_000, "{} bytes", signed.len());
    let read = StatusToken::parse(&signed).expect("a list of our own").list().expect("it inflates");
    assert_eq!(read, list);
    assert_eq!((read.get(999_999).is_some(), read.get(1_000_000)), (true, None));
}

#[test]
fn a_list_grows_so_that_no_revocation_is_lost() {
    let list = StatusList::build([(41, 1)].into_iter(), 8).expect("a short list");
    assert_eq!((list.get(41), list.get(40), list.get(7), list.get(44)), (Some(1), Some(0), Some(0), None));
    assert_eq!(StatusList::build([(1 << 24, 1)].into_iter(), 8), Err(TooLong));
    assert_eq!(StatusList::build(std::iter::empty(), u64::MAX), Err(TooLong));
    assert_eq!(StatusList::build(std::iter::empty(), 0).map(|list| list.get(0)), Ok(None));
    let changed = StatusList::build([(3, 2), (3, 1), (2, 3)].into_iter(), 4).expect("a short list");
    assert_eq!([0, 1, 2, 3].map(|index| changed.get(index)), [Some(0), Some(0), Some(3), Some(1)]);
}

#[test]
fn a_key_set_is_read_whole_or_not_at_all() {
    let entry = KeyEntry::new(issuing_key().public(), "330424", 20_260_101, 20_301_231);
    let set = KeySet::parse(&key_set()).expect("a key set of our own");
    assert_eq!(set.get(&entry.kid), Some(&entry));
    assert_eq!(KeySet::encode(set.entries()), key_set());
    assert_eq!(KeySet::parse(&KeySet::encode(&[entry.clone(), entry.clone()])), Err(KeySetRefusal::KidTwice));
    let foreign = KeyEntry { kid: [1; 8], ..entry };
    assert_eq!(KeySet::parse(&KeySet::encode(&[foreign])), Err(KeySetRefusal::KidNotItsOwn));
    for bytes in [vec![], vec![0xa0], vec![0x81, 0xa0], b"{}".to_vec(), fresh_list()] {
        assert_eq!(KeySet::parse(&bytes), Err(KeySetRefusal::Malformed));
    }
}

#[test]
fn a_bundle_judges_as_its_parts_do() {
    let packed = bundle::encode(NOW as u64, &key_set(), &[fresh_list()]);
    let read = bundle::parse(&packed).expect("a bundle of our own");
    let trust = Trust::from_bundle(&read).expect("documents of our own");
    assert_eq!(shown(REVOKED, &trust).verdict, Verdict::Revoked);
    let tomorrow = Question { now: NOW + 86_400, ..question() };
    let judgement = judge_presentation(&Forge::new().presentation(), &trust, &tomorrow);
    assert_eq!((judgement.verdict, judgement.status_unknown), (Verdict::Stale, true));
}
