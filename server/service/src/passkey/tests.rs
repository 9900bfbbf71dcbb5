use std::net::Ipv4Addr;

use xinju_domain::staff::Role;
use xinju_domain::time::Span;

use super::*;
use crate::account::tests::give_passkey;
use crate::session::tests::{signed_in, with_post};
use crate::trial::{TOWNSHIP, Trial};

fn network() -> IpAddr {
    Ipv4Addr::new(192, 0, 2, 7).into()
}

#[tokio::test]
async fn a_ceremony_is_answered_once_and_within_five_minutes() {
    let trial = Trial::new().await;
    let ceremony = start_sign_in(&trial.services, network()).await.expect("begun");
    let device = Device::default();
    // What is no answer at all is refused, and the ceremony is over all the same.
    for refusal in [PasskeyRefusal::NotGenuine, PasskeyRefusal::Over] {
        let refused = finish_sign_in(&trial.services, ceremony.id, "{}", &device).await;
        assert!(matches!(refused, Err(Failure::Refused(got)) if got == refusal), "{refused:?}");
    }
    let ceremony = start_sign_in(&trial.services, network()).await.expect("begun");
    trial.wait(CEREMONY_LIFE);
    let refused = finish_sign_in(&trial.services, ceremony.id, "{}", &device).await;
    assert!(matches!(refused, Err(Failure::Refused(PasskeyRefusal::Over))), "{refused:?}");
}

#[tokio::test]
async fn a_ceremony_of_one_kind_ends_no_other() {
    let trial = Trial::new().await;
    let (_, who) = signed_in(&trial, trial.account().await, Strength::Code).await;
    let (_, other) = signed_in(&trial, trial.account().await, Strength::Code).await;
    let ceremony = start_add(&trial.services, &who, "王").await.expect("begun");
    let refused = finish_sign_in(&trial.services, ceremony.id, "{}", &Device::default()).await;
    assert!(matches!(refused, Err(Failure::Refused(PasskeyRefusal::Over))), "{refused:?}");
    let refused = finish_add(&trial.services, &other, ceremony.id, "{}", "").await;
    assert!(matches!(refused, Err(Failure::Refused(PasskeyRefusal::Over))), "{refused:?}");
}

#[tokio::test]
async fn adding_one_asks_for_a_fresh_proof() {
    let trial = Trial::new().await;
    let (token, _) = signed_in(&trial, trial.account().await, Strength::Code).await;
    trial.wait(Span::minutes(6));
    let who = session::find(&trial.services, &token).await.expect("found").expect("alive");
    let refused = start_add(&trial.services, &who, "王").await;
    assert!(matches!(refused, Err(Failure::Refused(PasskeyRefusal::NotProven))), "{refused:?}");
}

#[tokio::test]
async fn only_a_code_beside_a_passkey_that_is_there_makes_a_new_one_wait() {
    let trial = Trial::new().await;
    for (strength, has_passkey, waits) in [
        (Strength::Code, false, false),
        (Strength::Code, true, true),
        (Strength::Passkey, true, false),
        (Strength::Card, true, false),
    ] {
        let account = trial.account().await;
        if has_passkey {
            give_passkey(&trial, account, Span::ZERO).await;
        }
        let (_, who) = signed_in(&trial, account, strength).await;
        assert_eq!(would_wait(&trial.services, &who).await.expect("an answer"), waits, "{strength:?} {has_passkey}");
    }
}

#[tokio::test]
async fn one_that_waits_is_stopped_by_any_session_and_one_that_counts_by_a_passkey_alone() {
    let trial = Trial::new().await;
    let account = trial.account().await;
    let first = give_passkey(&trial, account, Span::ZERO).await;
    let waiting = give_passkey(&trial, account, Span::hours(24)).await;
    let (_, by_code) = signed_in(&trial, account, Strength::Code).await;
    remove(&trial.services, &by_code, waiting).await.expect("stopped");
    let refused = remove(&trial.services, &by_code, first).await;
    assert!(matches!(refused, Err(Failure::Refused(RemoveRefusal::NeedsPasskey))), "{refused:?}");
    let (_, by_passkey) = signed_in(&trial, account, Strength::Passkey).await;
    let refused = remove(&trial.services, &by_passkey, first).await;
    assert!(matches!(refused, Err(Failure::Refused(RemoveRefusal::LastWayIn))), "{refused:?}");
    give_passkey(&trial, account, Span::ZERO).await;
    remove(&trial.services, &by_passkey, first).await.expect("removed");
}

#[tokio::test]
async fn staff_keep_their_last_passkey() {
    let trial = Trial::new().await;
    let account = with_post(&trial, TOWNSHIP, Role::Issuing).await;
    let passkey = give_passkey(&trial, account, Span::ZERO).await;
    let (_, who) = signed_in(&trial, account, Strength::Passkey).await;
    let refused = remove(&trial.services, &who, passkey).await;
    assert!(matches!(refused, Err(Failure::Refused(RemoveRefusal::StaffNeedOne))), "{refused:?}");
}

#[tokio::test]
async fn somebody_else_s_passkey_is_neither_named_nor_removed() {
    let trial = Trial::new().await;
    let passkey = give_passkey(&trial, trial.account().await, Span::ZERO).await;
    let (_, thief) = signed_in(&trial, trial.account().await, Strength::Passkey).await;
    assert!(!rename(&trial.services, &thief, passkey, "mine").await.expect("an answer"));
    let refused = remove(&trial.services, &thief, passkey).await;
    assert!(matches!(refused, Err(Failure::Refused(RemoveRefusal::Absent))), "{refused:?}");
}

#[tokio::test]
async fn a_name_is_kept_sealed_and_cut_to_its_length() {
    let trial = Trial::new().await;
    let account = trial.account().await;
    let passkey = give_passkey(&trial, account, Span::ZERO).await;
    let (_, who) = signed_in(&trial, account, Strength::Passkey).await;
    assert!(!rename(&trial.services, &who, passkey, "  ").await.expect("an answer"));
    assert!(rename(&trial.services, &who, passkey, &"长".repeat(100)).await.expect("renamed"));
    let list = list(&trial.services, &who).await.expect("a list");
    assert_eq!(list[0].name.chars().count(), NAME_MAX);
}

#[tokio::test]
async fn one_network_begins_so_many_ceremonies_and_no_more() {
    let trial = Trial::new().await;
    let mut begun = 0;
    while start_sign_in(&trial.services, network()).await.is_ok() {
        begun += 1;
        assert!(begun < 1000);
    }
    assert_eq!(begun, 240);
}
