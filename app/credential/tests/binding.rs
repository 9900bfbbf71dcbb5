//! A phone's first words: whose key is bound, and whose is not.

mod fixture;

use fixture::*;
use xinju_credential::binding::{self, BindingRefusal};
use xinju_credential::certificate::HolderKey;

const NONCE: [u8; 16] = [5; 16];

fn message(aud: &str, iat: u64, nonce: &[u8; 16]) -> Vec<u8> {
    let key = holder_signing_key();
    let payload = binding::payload(aud, iat, &public_half(&key), nonce);
    binding::assemble(&payload, &sign(&key, &binding::to_be_signed(&payload)))
}

fn verify(bytes: &[u8]) -> Result<HolderKey, BindingRefusal> {
    binding::verify(bytes, AUD, NOW, &NONCE)
}

#[test]
fn a_key_that_signs_for_itself_is_bound() {
    assert_eq!(verify(&message(AUD, NOW as u64, &NONCE)), Ok(public_half(&holder_signing_key())));
}

#[test]
fn a_clock_may_be_ten_minutes_off() {
    for (offset, bound) in [(-601, false), (-600, true), (600, true), (601, false)] {
        let result = verify(&message(AUD, (NOW + offset) as u64, &NONCE));
        assert_eq!(result.is_ok(), bound, "{offset} s");
        if !bound {
            assert_eq!(result, Err(BindingRefusal::WrongClock));
        }
    }
    assert_eq!(binding::verify(&message(AUD, 0, &NONCE), AUD, -1, &NONCE), Err(BindingRefusal::WrongClock));
}

#[test]
fn another_portal_another_nonce_another_key_are_refused() {
    assert_eq!(verify(&message("elsewhere.example", NOW as u64, &NONCE)), Err(BindingRefusal::AnotherPortal));
    assert_eq!(verify(&message(AUD, NOW as u64, &[6; 16])), Err(BindingRefusal::AnotherNonce));
    let payload = binding::payload(AUD, NOW as u64, &public_half(&holder_signing_key()), &NONCE);
    let foreign = binding::assemble(&payload, &sign(&signing_key(&[99; 32]), &binding::to_be_signed(&payload)));
    assert_eq!(verify(&foreign), Err(BindingRefusal::NotByThisKey));
    let off_curve = HolderKey { x: [0xff; 32], y_odd: false };
    let payload = binding::payload(AUD, NOW as u64, &off_curve, &NONCE);
    let signed = binding::assemble(&payload, &sign(&holder_signing_key(), &binding::to_be_signed(&payload)));
    assert_eq!(verify(&signed), Err(BindingRefusal::NotByThisKey));
}

fn in_parts(typ: &str, change: impl Fn(&mut Vec<(Item, Item)>, &mut Vec<(Item, Item)>)) -> Vec<u8> {
    let key = holder_signing_key();
    let point = public_half(&key).to_sec1_uncompressed().expect("a point of the curve");
    let mut cose_key = vec![];
    set(&mut cose_key, 1, 2);
    set(&mut cose_key, -1, 1);
    set(&mut cose_key, -2, Item::Bytes(point[1..33].into()));
    set(&mut cose_key, -3, Item::Bytes(point[33..].into()));
    let mut claims = vec![];
    set(&mut claims, 3, AUD);
    set(&mut claims, 6, NOW);
    set(&mut claims, 39, Item::Bytes(NONCE.into()));
    change(&mut claims, &mut cose_key);
    if !cose_key.is_empty() {
        set(&mut claims, 8, Item::Map(vec![(1.into(), Item::Map(cose_key))]));
    }
    let header = [(1.into(), (-7).into()), (16.into(), typ.into())];
    signed(&key, &header, &Item::Map(vec![]), Item::Map(claims).encode()).encode()
}

#[test]
fn the_uncompressed_form_is_taken_and_compressed() {
    assert_eq!(verify(&in_parts("xb1", |_, _| {})), Ok(public_half(&holder_signing_key())));
}

#[test]
fn what_is_no_binding_is_refused() {
    for (why, bytes) in [
        ("nothing", vec![]),
        ("a proof", Forge::new().presentation()),
        ("another typ", in_parts("xk1", |_, _| {})),
        ("no aud", in_parts("xb1", |claims, _| remove(claims, 3))),
        ("no iat", in_parts("xb1", |claims, _| remove(claims, 6))),
        ("no nonce", in_parts("xb1", |claims, _| remove(claims, 39))),
        ("a short nonce", in_parts("xb1", |claims, _| set(claims, 39, Item::Bytes(vec![5; 15])))),
        ("no key", in_parts("xb1", |_, key| key.clear())),
        ("a point off the curve", in_parts("xb1", |_, key| set(key, -3, Item::Bytes(vec![1; 32])))),
        (
            "too long",
            in_parts("xb1", |claims, _| {
                set(claims, 99, Item::Bytes(vec![0; 2_000]));
            }),
        ),
    ] {
        assert_eq!(verify(&bytes), Err(BindingRefusal::Malformed), "{why}");
    }
}
