use xinju_domain::staff::Role;
use xinju_identity::random;
use xinju_store::dispute::NewDispute;

use super::*;
use crate::certificate::tests::issued;
use crate::trial::{NEIGHBOUR, TOWNSHIP, Trial, id_number};

/// A second account claims the number of somebody who has a certificate.
async fn dispute(trial: &Trial) -> (Uuid, Uuid, Uuid) {
    let certificate = issued(trial, TOWNSHIP, 38).await;
    let (holder, claimant) = (certificate.account.expect("an account"), trial.account().await);
    let index = trial.services.secrets.index(xinju_identity::Field::IdNumber, id_number(38).as_str());
    let mut tx = trial.begin().await;
    let (id, at) = (random::uuid_v7(tx.now()), tx.now().micros());
    accounts::claim_id(&mut tx, &index, holder, at).await.expect("claimed");
    let new =
        NewDispute { id, office: TOWNSHIP, region: TOWNSHIP, id_index: &index, holder, claimant, state: "open", at };
    assert!(store::insert(&mut tx, &new).await.expect("stored"));
    tx.commit().await.expect("a commit");
    (id, holder, claimant)
}

async fn active(trial: &Trial, account: Uuid) -> Option<Certificate> {
    let mut tx = trial.begin().await;
    certificate::active_of_account(&mut tx, &trial.services, account).await.expect("read")
}

#[tokio::test]
async fn a_dispute_that_is_taken_up_suspends_and_the_verdict_says_whose_it_is() {
    Trial::each(|trial| async move {
        let officer = trial.officer(TOWNSHIP, Role::Issuing).await;
        let (id, holder, claimant) = dispute(&trial).await;
        assert_eq!(list(&trial.services, &officer).await.expect("a list").len(), 1);
        take_up(&trial.services, &officer, id).await.expect("taken up");
        let certificate = active(&trial, holder).await.expect("still theirs");
        let mut tx = trial.begin().await;
        assert!(certificate::is_suspended(&mut tx, &certificate).await.expect("asked"));
        drop(tx);
        let verdict = (Verdict::Claimant, "两人都带身份证来核对过");
        settle(&trial.services, &officer, id, verdict).await.expect("settled");
        assert!(active(&trial, holder).await.is_none());
        let certificate = active(&trial, claimant).await.expect("theirs now");
        let mut tx = trial.begin().await;
        assert!(!certificate::is_suspended(&mut tx, &certificate).await.expect("asked"));
        drop(tx);
        let again = settle(&trial.services, &officer, id, verdict).await;
        assert!(matches!(again, Err(Failure::Refused(DeskRefusal::NotNow))), "{again:?}");
    })
    .await;
}

#[tokio::test]
async fn another_office_settles_nothing() {
    Trial::each(|trial| async move {
        let (id, ..) = dispute(&trial).await;
        for (office, role) in [(NEIGHBOUR, Role::Issuing), (TOWNSHIP, Role::Registering)] {
            let officer = trial.officer(office, role).await;
            assert!(list(&trial.services, &officer).await.expect("a list").is_empty());
            let refused = take_up(&trial.services, &officer, id).await;
            assert!(matches!(refused, Err(Failure::Refused(DeskRefusal::Absent))), "{refused:?}");
        }
    })
    .await;
}
