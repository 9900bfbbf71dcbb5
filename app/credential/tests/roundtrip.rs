//! From the record to a verdict and back, and what a changed byte does.

mod fixture;

use fixture::*;
use proptest::prelude::*;
use xinju_credential::certificate::{self, Certificate, HolderKey, Profile, Subject, masked};
use xinju_credential::verify::{Question, Verdict, judge, judge_presentation};
use xinju_credential::{proof, qr};

/// Verdicts that show something as good.
const GOOD: [Verdict; 3] = [Verdict::Valid, Verdict::Paper, Verdict::Clock];

#[test]
fn each_profile_is_shown_and_judged_valid() {
    for profile in Profile::ALL {
        let text = qr::text(ORIGIN, &presentation(profile, None));
        let judgement = judge(&text, &trust(), &question());
        assert_eq!(judgement.verdict, Verdict::Valid);
        assert_eq!(judgement.subject, Some(Subject::for_profile(profile, &record())));
        assert_eq!(judgement.claims, Subject::for_profile(profile, &record()).claims());
    }
}

#[test]
fn both_writers_write_the_same_bytes() {
    let mut forge = Forge::new();
    set(&mut forge.subject, 2, "欧阳小安");
    assert_eq!(presentation(Profile::Registration, None), forge.presentation());
}

#[test]
fn a_certificate_is_read_as_it_was_issued() {
    let holder = public_half(&holder_signing_key());
    let body = body(Profile::Full, Some(holder));
    let read = Certificate::parse(&certificate::issue(&issuing_key(), &body)).expect("a certificate of our own");
    assert_eq!(read.subject(), Some(body.subject));
    assert_eq!((read.holder, read.valid_until()), (Some(holder), Some(20_291_231)));
    assert_eq!((read.kid, read.issuer, read.status), (issuing_key().kid(), body.issuer, body.status));
}

#[test]
fn a_live_certificate_is_never_issued_for_more_than_seven_days() {
    let mut body = body(Profile::Minimum, Some(public_half(&holder_signing_key())));
    body.expires_at = u64::MAX;
    let read = Certificate::parse(&certificate::issue(&issuing_key(), &body)).expect("a certificate of our own");
    assert_eq!(read.expires_at, ISSUED + 604_800);
}

#[test]
fn no_changed_bit_leaves_a_presentation_good() {
    let trust = trust();
    for original in [presentation(Profile::Registration, None), paper(Profile::Registration)] {
        for index in 0..original.len() {
            let mut changed = original.clone();
            changed[index] ^= 1 << (index % 8);
            let judgement = judge_presentation(&changed, &trust, &question());
            assert!(!GOOD.contains(&judgement.verdict), "byte {index}: {:?}", judgement.verdict);
            assert!(judgement.claims.is_empty());
        }
    }
}

#[test]
fn no_presentation_cut_short_is_good() {
    let original = presentation(Profile::Full, None);
    for length in 0..original.len() {
        assert_eq!(judge_presentation(&original[..length], &trust(), &question()).verdict, Verdict::Malformed);
    }
}

#[test]
fn a_copy_is_known_again_though_its_signature_was_altered() {
    let original = presentation(Profile::Registration, None);
    let (payload, certificate) = proof::payload_and_certificate(&original).expect("a presentation of our own");
    // (r, n − s) is a signature as good as (r, s).
    let signature: [u8; 64] = original[original.len() - 64..].try_into().expect("64 bytes");
    let signature = p256::ecdsa::Signature::from_slice(&signature).expect("a signature of our own");
    let (r, s) = signature.split_scalars();
    let altered = p256::ecdsa::Signature::from_scalars(r.to_bytes(), (-*s).to_bytes()).expect("both are in range");
    let altered = proof::assemble(&certificate, &payload, &altered.to_bytes().into());
    assert_ne!(altered, original);
    let judgement = judge_presentation(&altered, &trust(), &question());
    assert_eq!(judgement.verdict, Verdict::Valid);
    assert_eq!(proof::replay_id(&altered), proof::replay_id(&original));
    assert_eq!(judgement.replay_id, proof::replay_id(&original).ok());
}

#[test]
fn another_proof_or_another_certificate_is_another_scan() {
    let ids = [
        proof::replay_id(&presentation(Profile::Minimum, None)),
        proof::replay_id(&presentation(Profile::Full, None)),
        proof::replay_id(&presentation(Profile::Full, Some(&[1; 16]))),
        proof::replay_id(&paper(Profile::Full)),
        proof::replay_id(&paper(Profile::Minimum)),
    ];
    for (index, id) in ids.iter().enumerate() {
        assert!(id.is_ok() && !ids[..index].contains(id));
    }
    assert!(proof::payload_and_certificate(&paper(Profile::Full)).is_err(), "paper has no proof");
    assert!(proof::replay_id(b"nothing").is_err());
}

#[test]
fn a_holders_key_comes_back_from_both_its_forms() {
    for secret in 1..20 {
        let key = public_half(&signing_key(&[secret; 32]));
        assert_eq!(HolderKey::from_sec1_compressed(&key.to_sec1_compressed()), Ok(key));
        let raw = key.to_sec1_uncompressed().expect("a point of the curve");
        assert_eq!(HolderKey::from_sec1_uncompressed(&raw), Ok(key));
        let mut off = raw;
        off[64] ^= 1;
        assert!(HolderKey::from_sec1_uncompressed(&off).is_err());
        off = raw;
        off[0] = 6;
        assert!(HolderKey::from_sec1_uncompressed(&off).is_err());
    }
    assert_eq!(HolderKey { x: [0xff; 32], y_odd: true }.to_sec1_uncompressed(), None);
}

prop_compose! {
    fn any_record()(
        name in "[\\p{Han}\\p{Latin}·]{1,30}", spouse in proptest::option::of("\\p{Han}{1,30}"), office in "\\p{Han}{1,40}",
        sons in 0_u64..20, daughters in 0_u64..20, sex in 1_u8..3, id_number in "[1-9][0-9]{16}[0-9X]",
    ) -> Subject {
        Subject {
            name, spouse, home_office: Some(office), children: Some((sons, daughters)), sex: Some(sex),
            masked_id: masked(&id_number), id_number: Some(id_number), ..record()
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn what_is_issued_and_shown_is_judged_valid(
        record in any_record(), which in 0_usize..3, index in 0_u64..100, secret in 1_u8..255, cnonce in any::<Option<[u8; 16]>>(),
    ) {
        let profile = Profile::ALL[which];
        let holder = signing_key(&[secret; 32]);
        let mut body = body(profile, Some(public_half(&holder)));
        body.subject = Subject::for_profile(profile, &record);
        body.status.index = if (4..12).contains(&index) { 42 } else { index };
        let certificate = certificate::issue(&issuing_key(), &body);
        let payload = proof::payload(AUD, NOW as u64, cnonce.as_ref());
        let signature = sign(&holder, &proof::to_be_signed(&certificate, &payload));
        let bytes = proof::assemble(&certificate, &payload, &signature);
        let asked = Question { challenge: cnonce, ..question() };
        let judgement = judge(&qr::text(ORIGIN, &bytes), &trust(), &asked);
        prop_assert_eq!(judgement.verdict, Verdict::Valid);
        prop_assert_eq!(judgement.subject, Some(body.subject));
        prop_assert_eq!(proof::payload_and_certificate(&bytes), Ok((payload, certificate)));
    }

    #[test]
    fn no_changed_byte_leaves_it_good(place in any::<proptest::sample::Index>(), change in 1_u8..=255, live in any::<bool>()) {
        let mut bytes = if live { presentation(Profile::Registration, None) } else { paper(Profile::Registration) };
        let place = place.index(bytes.len());
        bytes[place] ^= change;
        prop_assert!(!GOOD.contains(&judge_presentation(&bytes, &trust(), &question()).verdict));
    }

    #[test]
    fn whatever_is_scanned_gets_a_verdict(text in "\\PC{0,80}", digits in "[0-9]{0,200}", bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        for text in [text, format!("/v#{digits}"), qr::text(ORIGIN, &bytes)] {
            prop_assert_eq!(judge(&text, &trust(), &question()).verdict, Verdict::Malformed);
        }
    }
}
