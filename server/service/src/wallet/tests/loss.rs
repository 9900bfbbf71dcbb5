//! A phone reported lost, and what a dispute does to it.

use super::*;

fn birthday() -> Day {
    "1992-08-16".parse().expect("a day")
}

#[tokio::test]
async fn a_lost_phone_is_suspended_cannot_renew_itself_out_of_it_and_signing_in_ends_it() {
    Trial::each(|trial| async move {
        let person = person(&trial, 1).await;
        let (phone, shown) = first_phone(&trial, &person, 1).await;
        let other = "1992-08-17".parse().expect("a day");
        report_loss(&trial.services, &person.reference, other).await.expect("the same answer");
        assert_eq!(phone.shows(&trial, &shown).await, Verdict::Valid, "another birth date changes nothing");
        let before = trial.messages().await.len();
        report_loss(&trial.services, &person.reference, birthday()).await.expect("done");
        assert_eq!(trial.messages().await.len(), before + 1, "the person is told at once");
        assert_eq!(phone.shows(&trial, &shown).await, Verdict::Suspended);
        assert_eq!(phone.standing(&trial).await.expect("known"), Standing::Lost);
        let renewed = held(phone.renew(&trial).await);
        assert_eq!(phone.shows(&trial, &renewed).await, Verdict::Suspended);

        for strength in [Strength::Code, Strength::Passkey, Strength::Card] {
            sign_in(&trial, person.account, strength).await;
            assert_eq!(phone.shows(&trial, &shown).await, Verdict::Valid, "{strength:?}");
            assert_eq!(phone.shows(&trial, &renewed).await, Verdict::Valid, "{strength:?}");
            trial.wait(Span::hours(2));
            report_loss(&trial.services, &person.reference, birthday()).await.expect("done");
            assert_eq!(phone.standing(&trial).await.expect("known"), Standing::Lost);
        }
    })
    .await;
}

#[tokio::test]
async fn reports_of_a_loss_are_limited_by_reference() {
    Trial::each(|trial| async move {
        let person = person(&trial, 1).await;
        let wrong = "1990-01-01".parse().expect("a day");
        let mut refused = false;
        for _ in 0..20 {
            refused |= report_loss(&trial.services, &person.reference, wrong).await.is_err();
        }
        assert!(refused);
    })
    .await;
}

#[tokio::test]
async fn a_dispute_keeps_a_phone_suspended_whoever_signs_in() {
    Trial::each(|trial| async move {
        let person = person(&trial, 1).await;
        let (phone, shown) = first_phone(&trial, &person, 1).await;
        let mut tx = trial.begin().await;
        let certificate = certificate::active_of_account(&mut tx, &trial.services, person.account).await;
        let certificate = certificate.expect("read").expect("active");
        certificate::suspend(&mut tx, &certificate).await.expect("suspended");
        tx.commit().await.expect("a commit");
        report_loss(&trial.services, &person.reference, birthday()).await.expect("done");
        sign_in(&trial, person.account, Strength::Passkey).await;
        assert_eq!(phone.shows(&trial, &shown).await, Verdict::Suspended);
        assert_eq!(phone.standing(&trial).await.expect("known"), Standing::Disputed);

        let mut tx = trial.begin().await;
        certificate::let_go(&mut tx, &certificate).await.expect("let go");
        tx.commit().await.expect("a commit");
        assert_eq!(phone.shows(&trial, &shown).await, Verdict::Valid);
    })
    .await;
}
