use xinju_credential::{
    bundle,
    verify::{Question, Trust, Verdict, judge_presentation},
};
use xinju_domain::staff::Role;

use super::*;
use crate::{
    desk::{self, Seen},
    public_document,
    session::{self, Device, Strength},
    trial::{TOWNSHIP, Trial},
};

/// A person with a certificate who has just shown a passkey.
async fn holder(trial: &Trial) -> (Session, ShortNumber) {
    let officer = trial.officer(TOWNSHIP, Role::Issuing).await;
    let reference = trial.application(TOWNSHIP, 1).await;
    let number = desk::issue(&trial.services, &officer, Seen { reference, version: 1 }).await.expect("issued");
    let mut tx = trial.begin().await;
    let row = certificates::find_by_number(&mut tx, number.as_str()).await.expect("read").expect("there");
    let account = row.account.expect("an account");
    tx.commit().await.expect("a commit");
    (sign_in(trial, account).await, number)
}

async fn sign_in(trial: &Trial, account: uuid::Uuid) -> Session {
    let mut tx = trial.begin().await;
    let device = Device::default();
    let opened = session::open(&mut tx, &trial.services, account, Strength::Passkey, None, &device).await;
    tx.commit().await.expect("a commit");
    session::find(&trial.services, &opened.expect("opened").token).await.expect("read").expect("alive")
}

async fn verdict(trial: &Trial, bytes: &[u8]) -> Verdict {
    let document = public_document::bundle(&trial.services).await.expect("a bundle");
    let trust = Trust::from_bundle(&bundle::parse(&document.bytes).expect("a bundle")).expect("trust");
    let question = Question { now: trial.now().unix_seconds(), aud: "xinju.example", challenge: None };
    judge_presentation(bytes, &trust, &question).verdict
}

#[tokio::test]
async fn a_print_is_paper_shows_what_was_picked_and_never_everything() {
    Trial::each(|trial| async move {
        let (who, number) = holder(&trial).await;
        for (picked, printed) in [
            (Profile::Minimum, Profile::Minimum),
            (Profile::Registration, Profile::Registration),
            (Profile::Full, Profile::Registration),
        ] {
            let token = make(&trial.services, &who, &number, picked).await.expect("printed");
            let sheet = find(&trial.services, &who, &token).await.expect("read").expect("kept");
            assert_eq!(sheet.subject.profile, printed);
            assert_eq!((sheet.subject.id_number, sheet.subject.spouse), (None, None));
            assert_eq!(verdict(&trial, &sheet.bytes).await, Verdict::Paper);
        }
        let mut tx = trial.begin().await;
        let lines = history::list_for_record(&mut tx, &trial.services, RecordKind::Certificate, number.as_str()).await;
        let prints = lines.expect("read").iter().filter(|line| line.action == Action::CertificatePrinted).count();
        assert_eq!(prints, 3);
    })
    .await;
}

#[tokio::test]
async fn showing_a_print_again_makes_none_and_nobody_else_sees_it() {
    Trial::each(|trial| async move {
        let (who, number) = holder(&trial).await;
        let token = make(&trial.services, &who, &number, Profile::Minimum).await.expect("printed");
        let first = find(&trial.services, &who, &token).await.expect("read").expect("kept");
        let again = find(&trial.services, &who, &token).await.expect("read").expect("kept");
        assert_eq!(first.bytes, again.bytes);
        let stranger = sign_in(&trial, trial.account().await).await;
        assert!(find(&trial.services, &stranger, &token).await.expect("read").is_none());
        let refused = make(&trial.services, &stranger, &number, Profile::Minimum).await;
        assert!(matches!(refused, Err(Failure::Refused(PrintRefusal::Absent))));
        trial.wait(Span::hours(1));
        assert!(find(&trial.services, &who, &token).await.expect("read").is_none());
    })
    .await;
}

#[tokio::test]
async fn printing_asks_for_a_fresh_proof_and_an_active_certificate_and_has_a_limit() {
    Trial::each(|trial| async move {
        let (who, number) = holder(&trial).await;
        let unproven = Session { proven_at: None, ..who.clone() };
        let refused = make(&trial.services, &unproven, &number, Profile::Minimum).await;
        assert!(matches!(refused, Err(Failure::Refused(PrintRefusal::NotProven))));
        for _ in 0..IN_A_DAY {
            make(&trial.services, &who, &number, Profile::Minimum).await.expect("printed");
        }
        let refused = make(&trial.services, &who, &number, Profile::Minimum).await;
        assert!(matches!(refused, Err(Failure::Refused(PrintRefusal::TooMany))));
        trial.wait(Span::days(3 * 366));
        let later = sign_in(&trial, who.account).await;
        let refused = make(&trial.services, &later, &number, Profile::Minimum).await;
        assert!(matches!(refused, Err(Failure::Refused(PrintRefusal::NotActive))));
    })
    .await;
}

#[tokio::test]
async fn a_dispute_suspends_prints_and_makes_no_new_ones() {
    Trial::each(|trial| async move {
        let (who, number) = holder(&trial).await;
        let token = make(&trial.services, &who, &number, Profile::Minimum).await.expect("printed");
        let sheet = find(&trial.services, &who, &token).await.expect("read").expect("kept");
        let mut tx = trial.begin().await;
        let certificate = certificate::active_of_account(&mut tx, &trial.services, who.account).await;
        certificate::suspend(&mut tx, &certificate.expect("read").expect("active")).await.expect("suspended");
        tx.commit().await.expect("a commit");
        assert_eq!(verdict(&trial, &sheet.bytes).await, Verdict::Suspended);
        let refused = make(&trial.services, &who, &number, Profile::Minimum).await;
        assert!(matches!(refused, Err(Failure::Refused(PrintRefusal::Suspended))));
    })
    .await;
}
