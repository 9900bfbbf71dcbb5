use xinju_credential::status::StatusToken;

use super::*;
use crate::certificate::signing::{self, Holder};
use crate::certificate::tests::{holder, issued};
use crate::trial::{TOWNSHIP, Trial};

async fn value(trial: &Trial, status: &StatusRef) -> Option<u8> {
    let name = status.uri.rsplit('/').next().expect("a name");
    let token = token(&trial.services, name).await.expect("signed").expect("a list");
    StatusToken::parse(&token.bytes).expect("a token").list().expect("a list").get(status.index)
}

async fn shown(trial: &Trial, certificate: &crate::certificate::Certificate, holder: &Holder) -> StatusRef {
    let mut tx = trial.begin().await;
    let signed = signing::issue_profiles(&mut tx, &trial.services, certificate, holder).await.expect("signed");
    tx.commit().await.expect("a commit");
    signed.expect("active").status
}

#[tokio::test]
async fn a_lost_phone_suspends_its_own_places_alone_and_a_new_phone_ends_them() {
    Trial::each(|trial| async move {
        let certificate = issued(&trial, TOWNSHIP, 38).await;
        let (old, new) = (holder(&trial, &certificate, 1).await, holder(&trial, &certificate, 2).await);
        let (first, second) = (shown(&trial, &certificate, &old).await, shown(&trial, &certificate, &new).await);
        assert_ne!(first.index, second.index);

        let mut tx = trial.begin().await;
        set_phone_suspended(&mut tx, old.id, true).await.expect("suspended");
        tx.commit().await.expect("a commit");
        assert_eq!((value(&trial, &first).await, value(&trial, &second).await), (Some(2), Some(0)));

        let mut tx = trial.begin().await;
        invalidate_phone(&mut tx, old.id).await.expect("ended");
        set_phone_suspended(&mut tx, old.id, false).await.expect("let go");
        tx.commit().await.expect("a commit");
        assert_eq!(
            (value(&trial, &first).await, value(&trial, &second).await),
            (Some(1), Some(0)),
            "invalid is for good"
        );
    })
    .await;
}

#[tokio::test]
async fn a_list_is_signed_anew_at_a_change_and_after_an_hour_and_not_else() {
    Trial::each(|trial| async move {
        let certificate = issued(&trial, TOWNSHIP, 38).await;
        let phone = holder(&trial, &certificate, 1).await;
        let status = shown(&trial, &certificate, &phone).await;
        let signed = || async { token(&trial.services, "990123-1").await.expect("signed").expect("a list") };
        let first = signed().await;
        trial.wait(Span::minutes(59));
        assert_eq!(signed().await, first);
        trial.wait(Span::minutes(2));
        let second = signed().await;
        assert!(second.signed_at > first.signed_at);
        let mut tx = trial.begin().await;
        invalidate_phone(&mut tx, phone.id).await.expect("ended");
        tx.commit().await.expect("a commit");
        let third = signed().await;
        assert!(third.signed_at > second.signed_at, "the same second, and yet the newer");
        assert_eq!(value(&trial, &status).await, Some(1));
    })
    .await;
}

#[tokio::test]
async fn a_place_is_free_again_a_month_after_it_ran_out() {
    Trial::each(|trial| async move {
        let certificate = issued(&trial, TOWNSHIP, 38).await;
        let phone = holder(&trial, &certificate, 1).await;
        let status = shown(&trial, &certificate, &phone).await;
        let mut tx = trial.begin().await;
        invalidate_phone(&mut tx, phone.id).await.expect("ended");
        tx.commit().await.expect("a commit");
        for (days, left) in [(36, Some(1)), (2, Some(0))] {
            trial.wait(Span::days(days));
            sweep(&trial.services).await.expect("swept");
            assert_eq!(value(&trial, &status).await, left, "{days}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_full_list_is_followed_by_another() {
    Trial::each(|trial| async move {
        let certificate = issued(&trial, TOWNSHIP, 38).await;
        let mut tx = trial.begin().await;
        store::insert_list(&mut tx, "990123-1", "990123", 2).await.expect("a small list");
        let region = RegionCode::parse("990123").expect("a county");
        let expires_at = tx.now().plus(Span::days(7));
        let taker = Taker { certificate: certificate.id, holder_key: None, is_suspended: false, expires_at };
        trial.wait(Span::seconds(1));
        let mut lists = Vec::new();
        for _ in 0..5 {
            lists.push(take(&mut tx, &trial.services, region, taker).await.expect("a place").uri);
        }
        assert!(lists[0].ends_with("/status/990123-1") && lists[4].ends_with("/status/990123-2"), "{lists:?}");
    })
    .await;
}
