use xinju_credential::certificate::Profile;
use xinju_credential::proof;
use xinju_credential::qr;
use xinju_domain::certificate::RevocationReason;
use xinju_domain::staff::Role;
use xinju_domain::time::Span;

use super::*;
use crate::registration::tests::{HERE, issued, live};
use crate::trial::{TOWNSHIP, Trial};

async fn looks(trial: &Trial, number: &ShortNumber, kind: RecordKind) -> Vec<history::Line> {
    let mut tx = trial.begin().await;
    history::list_for_record(&mut tx, &trial.services, kind, number.as_str()).await.expect("lines")
}

#[tokio::test]
async fn a_scan_is_one_look_however_often_it_is_told() {
    Trial::each(|trial| async move {
        let certificate = issued(&trial).await;
        let officer = trial.officer(HERE, Role::Registering).await;
        let text = live(&trial, &certificate, Profile::Registration, (None, 5)).await;
        let presentation = qr::presentation(&text).expect("digits");
        let replay_id = proof::replay_id(&presentation).expect("well formed");
        let told = Report {
            number: &certificate.number,
            verdict: Verdict::Valid,
            scanned: trial.now(),
            replay_id: &replay_id,
        };
        trial.wait(Span::days(3));
        for _ in 0..3 {
            report(&trial.services, &officer, told).await.expect("noted");
        }
        let lines = looks(&trial, &certificate.number, RecordKind::Scan).await;
        assert_eq!((lines.len(), lines[0].action), (1, Action::ScanMade));
        assert_eq!(lines[0].subject, certificate.account);
        assert_eq!(lines[0].actor_office.as_deref(), Some(HERE));
        // A colleague's scan of the same code is a look of its own.
        let colleague = trial.officer(HERE, Role::Registering).await;
        report(&trial.services, &colleague, told).await.expect("noted");
        assert_eq!(looks(&trial, &certificate.number, RecordKind::Scan).await.len(), 2);
    })
    .await;
}

#[tokio::test]
async fn a_scan_of_another_week_or_by_a_role_short_is_not_taken() {
    Trial::each(|trial| async move {
        let certificate = issued(&trial).await;
        let officer = trial.officer(HERE, Role::Registering).await;
        let told =
            |scanned| Report { number: &certificate.number, verdict: Verdict::Valid, scanned, replay_id: &[1; 32] };
        let now = trial.now();
        for (scanned, fault) in
            [(now.minus(Span::days(8)), ArrivalFault::TooOld), (now.plus(Span::minutes(6)), ArrivalFault::InFuture)]
        {
            let refused = report(&trial.services, &officer, told(scanned)).await;
            assert!(matches!(refused, Err(Failure::Refused(ReportRefusal::Time(at))) if at == fault), "{refused:?}");
        }
        for role in [Role::Issuing, Role::Administrator] {
            let short = trial.officer(HERE, role).await;
            let refused = report(&trial.services, &short, told(now)).await;
            assert!(matches!(refused, Err(Failure::Refused(ReportRefusal::NotAllowed))), "{refused:?}");
        }
        assert!(looks(&trial, &certificate.number, RecordKind::Scan).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_number_answers_state_and_last_day_and_is_a_look() {
    Trial::each(|trial| async move {
        let certificate = issued(&trial).await;
        let officer = trial.officer(HERE, Role::Registering).await;
        let ask = async || check_number(&trial.services, &officer, &certificate.number).await.expect("an answer");
        let answer = ask().await;
        assert_eq!(answer, Standing { answer: NumberAnswer::Active, valid_until: certificate.valid_until });
        let mut tx = trial.begin().await;
        certificate::suspend(&mut tx, &certificate).await.expect("suspended");
        tx.commit().await.expect("a commit");
        assert_eq!(ask().await.answer, NumberAnswer::Suspended);
        let issuing = trial.officer(TOWNSHIP, Role::Issuing).await;
        let why = (RevocationReason::OwnWish, "本人来说不再需要");
        certificate::revoke(&trial.services, &issuing, &certificate.number, why).await.expect("revoked");
        assert_eq!(ask().await.answer, NumberAnswer::Revoked);
        let lines = looks(&trial, &certificate.number, RecordKind::Certificate).await;
        let checks: Vec<_> = lines.iter().filter(|line| line.action == Action::NumberChecked).collect();
        assert_eq!(checks.len(), 3);
        assert!(checks.iter().all(|line| line.subject == certificate.account));
    })
    .await;
}

#[tokio::test]
async fn a_number_that_is_none_a_role_short_and_too_many_are_refused() {
    Trial::each(|trial| async move {
        let certificate = issued(&trial).await;
        let officer = trial.officer(HERE, Role::Registering).await;
        let short = trial.officer(HERE, Role::Issuing).await;
        let refused = check_number(&trial.services, &short, &certificate.number).await;
        assert!(matches!(refused, Err(Failure::Refused(CheckRefusal::NotAllowed))), "{refused:?}");
        let nobody = ShortNumber::new(certificate.number.county(), 2026, 99_999).expect("a number");
        let refused = check_number(&trial.services, &officer, &nobody).await;
        assert!(matches!(refused, Err(Failure::Refused(CheckRefusal::Absent))), "{refused:?}");
        // Guessing goes on for a minute, not for a county.
        for _ in 1..60 {
            let _ = check_number(&trial.services, &officer, &nobody).await;
        }
        let refused = check_number(&trial.services, &officer, &certificate.number).await;
        assert!(matches!(refused, Err(Failure::Refused(CheckRefusal::TooMany))), "{refused:?}");
        trial.wait(Span::seconds(20));
        check_number(&trial.services, &officer, &certificate.number).await.expect("an answer");
    })
    .await;
}
