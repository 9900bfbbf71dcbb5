use p256::ecdsa::signature::Signer as _;
use p256::ecdsa::{Signature, SigningKey};
use xinju_credential::certificate::{HolderKey, Profile};
use xinju_credential::verify::{Question, Trust, Verdict, judge_presentation};
use xinju_credential::{bundle, proof};
use xinju_domain::certificate::RevocationReason;
use xinju_domain::staff::Role;
use xinju_domain::time::Span;

use super::signing::{Holder, issue_paper, issue_profiles};
use super::*;
use crate::desk::{self, Seen};
use crate::session::Officer;
use crate::trial::{NEIGHBOUR, TOWNSHIP, Trial};
use crate::{Failure, public_document};

/// A certificate that was just issued at an office.
pub(crate) async fn issued(trial: &Trial, office: &str, sequence: u16) -> Certificate {
    let officer = trial.officer(office, Role::Issuing).await;
    let reference = trial.application(office, sequence).await;
    let number = desk::issue(&trial.services, &officer, Seen { reference, version: 1 }).await.expect("issued");
    by_number(trial, &number).await
}

async fn by_number(trial: &Trial, number: &ShortNumber) -> Certificate {
    let mut tx = trial.begin().await;
    let row = xinju_store::certificate::find_by_number(&mut tx, number.as_str()).await.expect("read");
    open(&trial.services, &row.expect("it is there")).expect("readable")
}

fn secret(seed: u8) -> SigningKey {
    SigningKey::from_slice(&[seed; 32]).expect("a small number is a key")
}

/// A phone with a key that follows from `seed`.
pub(crate) async fn holder(_: &Trial, certificate: &Certificate, seed: u8) -> Holder {
    let point = secret(seed).verifying_key().to_sec1_point(true);
    let key = HolderKey::from_sec1_compressed(point.as_bytes().try_into().expect("33 bytes")).expect("a point");
    Holder { id: Uuid::from_u64_pair(certificate.id.as_u64_pair().1, u64::from(seed)), key }
}

/// What a phone shows now.
async fn live(trial: &Trial, certificate: &Certificate, profile: Profile) -> Vec<u8> {
    let phone = holder(trial, certificate, 7).await;
    let mut tx = trial.begin().await;
    let signed = issue_profiles(&mut tx, &trial.services, certificate, &phone).await.expect("signed");
    tx.commit().await.expect("a commit");
    let signed = signed.expect("it is active");
    let (_, bytes) = signed.profiles.into_iter().find(|(each, _)| *each == profile).expect("all three");
    let said = proof::payload("xinju.example", trial.now().unix_seconds().unsigned_abs(), None);
    let signature: Signature = secret(7).sign(&proof::to_be_signed(&bytes, &said));
    proof::assemble(&bytes, &said, &signature.to_bytes().into())
}

async fn print(trial: &Trial, certificate: &Certificate) -> Vec<u8> {
    let mut tx = trial.begin().await;
    let paper = issue_paper(&mut tx, &trial.services, certificate, Profile::Full).await.expect("signed");
    tx.commit().await.expect("a commit");
    paper.expect("it is active")
}

async fn verdict(trial: &Trial, shown: &[u8]) -> Verdict {
    let document = public_document::bundle(&trial.services).await.expect("a bundle");
    let trust = Trust::from_bundle(&bundle::parse(&document.bytes).expect("a bundle")).expect("trust");
    let question = Question { now: trial.now().unix_seconds(), aud: "xinju.example", challenge: None };
    let judgement = judge_presentation(shown, &trust, &question);
    assert!(!judgement.status_unknown, "the list that was just made counts");
    judgement.verdict
}

#[tokio::test]
async fn what_is_issued_is_believed_on_the_phone_and_on_paper() {
    Trial::each(|trial| async move {
        let certificate = issued(&trial, TOWNSHIP, 38).await;
        assert_eq!(certificate.valid_until.to_string(), "2029-11-17");
        for profile in Profile::ALL {
            assert_eq!(verdict(&trial, &live(&trial, &certificate, profile).await).await, Verdict::Valid);
        }
        assert_eq!(verdict(&trial, &print(&trial, &certificate).await).await, Verdict::Paper);
    })
    .await;
}

#[tokio::test]
async fn a_revocation_reaches_every_phone_and_every_print() {
    Trial::each(|trial| async move {
        let certificate = issued(&trial, TOWNSHIP, 38).await;
        let shown = [live(&trial, &certificate, Profile::Minimum).await, print(&trial, &certificate).await];
        let officer = trial.officer(TOWNSHIP, Role::Issuing).await;
        let why = (RevocationReason::OwnWish, "本人来说不再需要");
        revoke(&trial.services, &officer, &certificate.number, why).await.expect("revoked");
        for shown in &shown {
            assert_eq!(verdict(&trial, shown).await, Verdict::Revoked);
        }
        let again = revoke(&trial.services, &officer, &certificate.number, why).await;
        assert!(matches!(again, Err(Failure::Refused(ChangeRefusal::Overtaken))), "{again:?}");
        let now = by_number(&trial, &certificate.number).await;
        assert_eq!((now.state, now.revocation.map(|why| why.words).as_deref()), (State::Revoked, Some(why.1)));
        let mut tx = trial.begin().await;
        let phone = holder(&trial, &certificate, 9).await;
        let now = by_number_in(&mut tx, &trial, &certificate.number).await;
        assert!(issue_profiles(&mut tx, &trial.services, &now, &phone).await.expect("asked").is_none());
    })
    .await;
}

async fn by_number_in(tx: &mut xinju_store::Tx, trial: &Trial, number: &ShortNumber) -> Certificate {
    let row = xinju_store::certificate::find_by_number(tx, number.as_str()).await.expect("read");
    open(&trial.services, &row.expect("it is there")).expect("readable")
}

#[tokio::test]
async fn fifty_at_once_get_numbers_without_a_gap_and_without_a_double() {
    Trial::each(|trial| async move {
        let officer = trial.officer(TOWNSHIP, Role::Issuing).await;
        let mut applications = Vec::new();
        for sequence in 1..=50 {
            applications.push(trial.application(TOWNSHIP, sequence).await);
        }
        let issues = applications.into_iter().map(|reference| {
            let (services, officer) = (trial.services.clone(), officer.clone());
            tokio::spawn(async move { desk::issue(&services, &officer, Seen { reference, version: 1 }).await })
        });
        let mut serials = Vec::new();
        for issue in issues.collect::<Vec<_>>() {
            let number = issue.await.expect("no panic").expect("issued");
            serials.push(number.as_str()[8..16].parse::<u32>().expect("a serial"));
        }
        serials.sort_unstable();
        assert_eq!(serials, (1..=50).collect::<Vec<_>>());
    })
    .await;
}

#[tokio::test]
async fn a_renewal_opens_ninety_days_before_the_end_and_keeps_the_official_number() {
    Trial::each(|trial| async move {
        let certificate = issued(&trial, TOWNSHIP, 38).await;
        let officer = trial.officer(TOWNSHIP, Role::Issuing).await;
        let early = renew(&trial.services, &officer, &certificate.number).await;
        assert!(matches!(early, Err(Failure::Refused(ChangeRefusal::TooEarly))), "{early:?}");
        trial.wait(Span::days(3 * 365 - 80));
        let shown = print(&trial, &certificate).await;
        let next = renew(&trial.services, &officer, &certificate.number).await.expect("renewed");
        assert_eq!((next.version, next.official_number.version()), (2, 2));
        assert_ne!(next.number, certificate.number);
        let old = by_number(&trial, &certificate.number).await;
        assert_eq!((old.state, old.renewed_by), (State::Renewed, Some(next.number)));
        assert_eq!(verdict(&trial, &shown).await, Verdict::Paper, "it still says what is so");
    })
    .await;
}

#[tokio::test]
async fn a_correction_ends_what_said_otherwise() {
    Trial::each(|trial| async move {
        let certificate = issued(&trial, TOWNSHIP, 38).await;
        let officer = trial.officer(TOWNSHIP, Role::Issuing).await;
        let shown = print(&trial, &certificate).await;
        let mut typed = certificate.content.as_correction();
        let same = correct(&trial.services, &officer, &certificate.number, &typed).await;
        assert!(matches!(same, Err(Failure::Refused(ChangeRefusal::NothingChanged))), "{same:?}");
        typed.daughters = "2".to_owned();
        let next = correct(&trial.services, &officer, &certificate.number, &typed).await.expect("corrected");
        assert_eq!(next.valid_until, certificate.valid_until);
        assert_eq!(next.content.children.daughters(), 2);
        assert_eq!(verdict(&trial, &shown).await, Verdict::Revoked);
        assert_eq!(verdict(&trial, &print(&trial, &next).await).await, Verdict::Paper);
    })
    .await;
}

#[tokio::test]
async fn another_office_and_a_role_short_learn_nothing() {
    Trial::each(|trial| async move {
        let certificate = issued(&trial, TOWNSHIP, 38).await;
        let strangers: [Officer; 3] = [
            trial.officer(NEIGHBOUR, Role::Issuing).await,
            trial.officer(TOWNSHIP, Role::Registering).await,
            trial.officer(TOWNSHIP, Role::Administrator).await,
        ];
        for officer in &strangers {
            let number = &certificate.number;
            assert!(find_for_officer(&trial.services, officer, number).await.expect("asked").is_none());
            let why = (RevocationReason::OwnWish, "本人来说不再需要");
            let revoked = revoke(&trial.services, officer, number, why).await;
            assert!(matches!(revoked, Err(Failure::Refused(ChangeRefusal::Absent))), "{revoked:?}");
            assert!(list_at_office(&trial.services, officer, 0).await.expect("asked").is_empty());
        }
    })
    .await;
}

#[tokio::test]
async fn a_second_application_of_the_same_person_replaces_the_certificate() {
    Trial::each(|trial| async move {
        let first = issued(&trial, TOWNSHIP, 38).await;
        let second = issued(&trial, TOWNSHIP, 38).await;
        assert_eq!((second.entry, second.version), (first.entry, 2));
        assert_eq!(by_number(&trial, &first.number).await.state, State::Renewed);
    })
    .await;
}

#[tokio::test]
async fn a_dispute_suspends_everything_shown_and_lets_it_go() {
    Trial::each(|trial| async move {
        let certificate = issued(&trial, TOWNSHIP, 38).await;
        let before = live(&trial, &certificate, Profile::Registration).await;
        let mut tx = trial.begin().await;
        suspend(&mut tx, &certificate).await.expect("suspended");
        tx.commit().await.expect("a commit");
        let after = live(&trial, &certificate, Profile::Registration).await;
        for shown in [&before, &after] {
            assert_eq!(verdict(&trial, shown).await, Verdict::Suspended);
        }
        let mut tx = trial.begin().await;
        let_go(&mut tx, &certificate).await.expect("let go");
        tx.commit().await.expect("a commit");
        for shown in [&before, &after] {
            assert_eq!(verdict(&trial, shown).await, Verdict::Valid);
        }
    })
    .await;
}
