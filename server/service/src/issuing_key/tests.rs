use xinju_credential::key::KeySet;
use xinju_domain::region::RegionCode;
use xinju_domain::time::{Day, Span};

use super::*;
use crate::trial::Trial;

fn county() -> RegionCode {
    RegionCode::parse("990123").expect("a county")
}

async fn signer(trial: &Trial) -> [u8; 8] {
    let mut tx = trial.begin().await;
    let key = key_for(&mut tx, &trial.services, county()).await.expect("a key");
    tx.commit().await.expect("a commit");
    key.kid()
}

async fn published(trial: &Trial) -> KeySet {
    let document = crate::public_document::keys(&trial.services).await.expect("a document");
    KeySet::parse(&document.bytes).expect("a key set")
}

#[tokio::test]
async fn a_first_key_is_made_when_it_is_needed_and_signs_at_once() {
    Trial::each(|trial| async move {
        assert!(published(&trial).await.entries().is_empty());
        let kid = signer(&trial).await;
        assert_eq!(signer(&trial).await, kid);
        let set = published(&trial).await;
        let entry = set.get(&kid).expect("it is published");
        assert_eq!((entry.region.as_str(), entry.first), ("990123", 20_261_118));
    })
    .await;
}

#[tokio::test]
async fn every_county_with_an_office_gets_a_key_at_the_start_and_one_only() {
    Trial::each(|trial| async move {
        for _ in 0..2 {
            prepare(&trial.services).await.expect("prepared");
        }
        let set = published(&trial).await;
        let regions: Vec<&str> = set.entries().iter().map(|entry| entry.region.as_str()).collect();
        assert_eq!(regions, ["990123", "990204"]);
    })
    .await;
}

#[tokio::test]
async fn a_next_key_is_published_two_weeks_before_it_signs_and_the_old_one_stays_beside_it() {
    Trial::each(|trial| async move {
        let old = signer(&trial).await;
        let next = rotate(&trial.services, county()).await.expect("rotated");
        assert_eq!(Day::of(trial.now()).days_until(next.first), 14);
        assert_eq!(rotate(&trial.services, county()).await.expect("still waiting"), next);
        assert!(published(&trial).await.get(&next.kid).is_some());
        assert_eq!(signer(&trial).await, old);

        trial.wait(Span::days(14));
        assert_eq!(signer(&trial).await, next.kid);
        let set = published(&trial).await;
        let now = trial.now().unix_seconds().unsigned_abs();
        assert!(set.get(&old).is_some_and(|entry| entry.was_good_at(now)));

        trial.wait(Span::days(3 * 365));
        assert!(published(&trial).await.get(&old).is_some(), "certificates that it signed are still shown");
        trial.wait(Span::days(60));
        assert!(published(&trial).await.get(&old).is_none());
    })
    .await;
}

#[tokio::test]
async fn a_key_that_is_about_to_end_gets_its_successor_by_itself() {
    Trial::each(|trial| async move {
        let old = signer(&trial).await;
        trial.wait(Span::days(LIFE_DAYS - RENEWED_AHEAD_DAYS - 2));
        prepare(&trial.services).await.expect("prepared");
        let of_county = |set: &KeySet| set.entries().iter().filter(|entry| entry.region == "990123").count();
        assert_eq!(of_county(&published(&trial).await), 1);
        trial.wait(Span::days(2));
        prepare(&trial.services).await.expect("prepared");
        assert_eq!(of_county(&published(&trial).await), 2);
        trial.wait(Span::days(20));
        assert_ne!(signer(&trial).await, old);
    })
    .await;
}

#[tokio::test]
async fn a_stolen_key_leaves_the_set_and_another_signs_at_once() {
    Trial::each(|trial| async move {
        let stolen = signer(&trial).await;
        assert!(remove(&trial.services, stolen).await.expect("removed"));
        assert!(!remove(&trial.services, stolen).await.expect("asked again"));
        assert!(published(&trial).await.get(&stolen).is_none());
        assert_ne!(signer(&trial).await, stolen);
    })
    .await;
}
