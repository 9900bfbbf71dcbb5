//! Everything that depends on the verifier's clock or on the challenge, at both sides of each limit.

mod fixture;

use fixture::*;
use xinju_credential::certificate::{Kind, Profile, paper_expiry};
use xinju_credential::verify::{Question, Verdict, judge_presentation};

const NONCE: [u8; 16] = [0xab; 16];

fn at(now: i64, bytes: &[u8]) -> Verdict {
    judge_presentation(bytes, &trust(), &Question { now, ..question() }).verdict
}

fn challenged(bytes: &[u8]) -> Verdict {
    judge_presentation(bytes, &trust(), &Question { challenge: Some(NONCE), ..question() }).verdict
}

#[test]
fn a_proof_is_good_for_a_minute() {
    for (age, expected) in [
        (0, Verdict::Valid),
        (60, Verdict::Valid),
        (61, Verdict::Clock),
        (600, Verdict::Clock),
        (601, Verdict::Stale),
        (86_400, Verdict::Stale),
        (-30, Verdict::Valid),
        (-31, Verdict::Clock),
        (-600, Verdict::Clock),
        (-601, Verdict::Stale),
        (NOW - i64::MAX, Verdict::Stale),
    ] {
        let mut forge = Forge::new();
        set(&mut forge.proof_claims, 6, NOW - age);
        let judgement = forge.judgement();
        assert_eq!(judgement.verdict, expected, "a proof {age} s old");
        assert_eq!(judgement.proof_age, Some(age));
    }
}

#[test]
fn an_answered_challenge_stands_above_the_clock() {
    for iat in [0, NOW - 40_000, NOW, NOW + 40_000, i64::MAX] {
        let mut forge = Forge::new();
        set(&mut forge.proof_claims, 6, iat);
        set(&mut forge.proof_claims, 39, Item::Bytes(NONCE.into()));
        assert_eq!(challenged(&forge.presentation()), Verdict::Valid, "a proof of {iat}");
    }
    let mut beyond = Forge::new();
    set(&mut beyond.proof_claims, 6, raw("1bffffffffffffffff"));
    assert_eq!(beyond.verdict(), Verdict::Stale);
}

#[test]
fn an_open_challenge_takes_no_other_answer() {
    let mut forge = Forge::new();
    assert_eq!(challenged(&forge.presentation()), Verdict::ChallengeFailed, "no answer");
    assert_eq!(challenged(&paper(Profile::Minimum)), Verdict::ChallengeFailed, "paper");
    set(&mut forge.proof_claims, 39, Item::Bytes(vec![0xac; 16]));
    assert_eq!(challenged(&forge.presentation()), Verdict::ChallengeFailed, "another answer");
    set(&mut forge.proof_claims, 6, NOW - 40_000);
    assert_eq!(challenged(&forge.presentation()), Verdict::ChallengeFailed, "another answer, stale");
}

#[test]
fn an_answer_that_nobody_asked_for_does_not_help_a_clock() {
    let mut forge = Forge::new();
    set(&mut forge.proof_claims, 39, Item::Bytes(NONCE.into()));
    let judgement = forge.judgement();
    assert_eq!((judgement.verdict, judgement.challenged, judgement.cnonce), (Verdict::Valid, true, Some(NONCE)));
    set(&mut forge.proof_claims, 6, NOW - 100);
    assert_eq!(forge.verdict(), Verdict::Clock);
}

#[test]
fn a_certificate_ends_at_the_second_of_its_exp() {
    let mut forge = Forge::new();
    set(&mut forge.claims, 4, NOW);
    assert_eq!(forge.verdict(), Verdict::Expired);
    set(&mut forge.claims, 4, NOW + 1);
    assert_eq!(forge.verdict(), Verdict::Valid);
}

#[test]
fn a_certificate_ends_as_the_day_after_its_last_begins_in_shanghai() {
    // NOW is 2027-01-15, 16:00 in Shanghai.
    for (last_day, expected) in [(20_270_114, Verdict::Expired), (20_270_115, Verdict::Valid)] {
        let mut forge = Forge::new();
        set(&mut forge.subject, 4, last_day);
        assert_eq!(forge.verdict(), expected, "last day {last_day}");
    }
    let midnight = 1_800_028_800;
    let mut forge = Forge::new();
    set(&mut forge.subject, 4, 20_270_115);
    set(&mut forge.proof_claims, 6, midnight);
    assert_eq!(at(midnight - 1, &forge.presentation()), Verdict::Valid);
    assert_eq!(at(midnight, &forge.presentation()), Verdict::Expired);
}

#[test]
fn paper_ends_with_the_certificates_last_day() {
    assert_eq!(paper_expiry(20_291_231), Some(1_893_427_200));
    assert_eq!(paper_expiry(20_291_232), None);
    assert_eq!(at(1_893_427_199, &paper(Profile::Registration)), Verdict::Paper);
    assert_eq!(at(1_893_427_200, &paper(Profile::Registration)), Verdict::Expired);
}

#[test]
fn a_certificate_may_be_five_minutes_ahead() {
    for (ahead, expected) in [(300, Verdict::Valid), (301, Verdict::NotYetValid)] {
        let mut forge = Forge::new();
        set(&mut forge.claims, 6, NOW + ahead);
        assert_eq!(forge.verdict(), expected, "{ahead} s ahead");
    }
}

#[test]
fn the_first_verdict_that_applies_is_given() {
    let mut forge = Forge::new();
    set(&mut forge.proof_claims, 6, NOW - 4_000);
    assert_eq!(forge.verdict(), Verdict::Stale);
    assert_eq!(challenged(&forge.presentation()), Verdict::ChallengeFailed);
    set(&mut forge.claims, 6, NOW + 301);
    set(&mut forge.claims, 4, NOW + 302);
    assert_eq!(challenged(&forge.presentation()), Verdict::NotYetValid);
    set(&mut forge.claims, 4, NOW);
    assert_eq!(challenged(&forge.presentation()), Verdict::Expired);
    for (index, expected) in
        [(SUSPENDED, Verdict::Suspended), (RESERVED, Verdict::Suspended), (REVOKED, Verdict::Revoked)]
    {
        set(&mut forge.status, "idx", index as i64);
        assert_eq!(challenged(&forge.presentation()), expected);
    }
    set(&mut forge.subject, 0, 3);
    assert_eq!(challenged(&forge.presentation()), Verdict::NotGenuine);
    set(&mut forge.subject, 0, "3");
    assert_eq!(challenged(&forge.presentation()), Verdict::Malformed);
}

#[test]
fn clocks_at_the_ends_of_time_break_nothing() {
    for now in [i64::MIN, -1, 0, i64::MAX] {
        for bytes in [Forge::new().presentation(), paper(Profile::Full)] {
            let verdict = at(now, &bytes);
            let expected = if now > NOW { Verdict::Expired } else { Verdict::NotYetValid };
            assert_eq!(verdict, expected, "at {now}");
        }
    }
}

#[test]
fn a_judgement_tells_what_it_is_about() {
    let judgement = judge_presentation(&presentation(Profile::Registration, None), &trust(), &question());
    assert_eq!(judgement.kind, Some(Kind::Live));
    assert_eq!((judgement.profile, judgement.proof_age), (Some(2), Some(10)));
    assert_eq!((judgement.issued_at, judgement.expires_at), (Some(ISSUED), Some(ISSUED + 604_800)));
    assert_eq!(judgement.issuer.as_deref(), Some("330424103"));
    assert_eq!(judgement.status.map(|status| status.index), Some(42));
    assert!(!judgement.challenged && !judgement.kid_unknown);
    let paper = judge_presentation(&paper(Profile::Minimum), &trust(), &question());
    assert_eq!((paper.kind, paper.profile, paper.proof_age), (Some(Kind::Paper), Some(1), None));
}
