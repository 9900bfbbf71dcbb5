use std::net::Ipv4Addr;

use xinju_domain::account::parse_contact;
use xinju_domain::staff::Role;
use xinju_text::Locale;

use super::*;
use crate::account::counter::{self, CounterRefusal};
use crate::session::tests::signed_in;
use crate::trial::{TOWNSHIP, Trial};

fn network() -> IpAddr {
    Ipv4Addr::new(192, 0, 2, 7).into()
}

async fn type_card(trial: &Trial, card: &str) -> Result<Entered, Failure<CardRefusal>> {
    enter(&trial.services, card, network(), &Device::default()).await
}

/// An account with a telephone and a card.
async fn with_card(trial: &Trial) -> (Session, String) {
    let account = trial.account().await;
    let mut tx = trial.begin().await;
    let contact = parse_contact("13800000001").expect("a number");
    account::insert_contact(&mut tx, &trial.services, account, &contact).await.expect("stored");
    tx.commit().await.expect("a commit");
    let (_, who) = signed_in(trial, account, Strength::Passkey).await;
    let token = replace_card(&trial.services, &who).await.expect("made").expect("proven");
    let card = shown_card(&trial.services, &who, &token).await.expect("an answer").expect("shown");
    (who, card)
}

#[tokio::test]
async fn a_card_waits_a_day_is_told_at_once_and_serves_once() {
    let trial = Trial::new().await;
    let (who, card) = with_card(&trial).await;
    let entered = type_card(&trial, &card.to_lowercase()).await.expect("begun");
    let Entered::Waits(ready) = entered else { unreachable!("nothing opens at once: {entered:?}") };
    assert_eq!(ready, trial.now().plus(WAIT));
    assert_eq!(trial.messages().await.len(), 1);
    assert!(under_way(&trial.services, &who).await.expect("an answer").is_some());
    trial.wait(Span::hours(23));
    let entered = type_card(&trial, &card).await.expect("still waiting");
    assert!(matches!(entered, Entered::Waits(again) if again == ready), "typing again does not begin anew");
    assert_eq!(trial.messages().await.len(), 1);
    trial.wait(Span::hours(1));
    let entered = type_card(&trial, &card).await.expect("signed in");
    let Entered::SignedIn { opened, card: token } = entered else { unreachable!("{entered:?}") };
    let session = session::find(&trial.services, &opened.token).await.expect("found").expect("alive");
    assert_eq!((session.account, session.strength), (who.account, Strength::Card));
    let new = shown_card(&trial.services, &session, &token).await.expect("an answer").expect("shown");
    assert_ne!(new, card);
    let old = type_card(&trial, &card).await;
    assert!(matches!(old, Err(Failure::Refused(CardRefusal::Unknown))), "{old:?}");
}

#[tokio::test]
async fn whoever_is_signed_in_or_has_the_letter_stops_it() {
    let trial = Trial::new().await;
    let (who, card) = with_card(&trial).await;
    type_card(&trial, &card).await.expect("begun");
    stop(&trial.services, &who).await.expect("stopped");
    assert!(under_way(&trial.services, &who).await.expect("an answer").is_none());

    type_card(&trial, &card).await.expect("begun anew");
    let message = trial.messages().await.pop().expect("a letter");
    let token = message.rsplit("token=").next().expect("a link").trim().to_owned();
    assert!(link::look(&trial.services, &token).await.expect("an answer").is_some(), "looking stops nothing");
    assert!(under_way(&trial.services, &who).await.expect("an answer").is_some());
    assert!(stop_by_link(&trial.services, &token).await.expect("stopped"));
    assert!(!stop_by_link(&trial.services, &token).await.expect("an answer"), "once");
    trial.wait(WAIT);
    let entered = type_card(&trial, &card).await.expect("an answer");
    assert!(matches!(entered, Entered::Waits(_)), "a stopped one begins anew");
}

#[tokio::test]
async fn a_recovery_that_nobody_finished_within_a_week_begins_anew() {
    let trial = Trial::new().await;
    let (_, card) = with_card(&trial).await;
    type_card(&trial, &card).await.expect("begun");
    trial.wait(Span::days(9));
    assert!(matches!(type_card(&trial, &card).await.expect("an answer"), Entered::Waits(_)));
}

#[tokio::test]
async fn a_slip_is_told_and_guessing_is_limited() {
    let trial = Trial::new().await;
    let slip = type_card(&trial, "7K4MQ").await;
    assert!(matches!(slip, Err(Failure::Refused(CardRefusal::Typed(RecoveryCodeFault::Length)))), "{slip:?}");
    let guess = || RecoveryCode::from_random(random::bytes()).to_string();
    for _ in 0..20 {
        let refused = type_card(&trial, &guess()).await;
        assert!(matches!(refused, Err(Failure::Refused(CardRefusal::Unknown))), "{refused:?}");
    }
    let refused = type_card(&trial, &guess()).await;
    assert!(matches!(refused, Err(Failure::Refused(CardRefusal::TooMany(_)))), "{refused:?}");
}

#[tokio::test]
async fn a_new_card_asks_for_a_fresh_proof() {
    let trial = Trial::new().await;
    let (token, _) = signed_in(&trial, trial.account().await, Strength::Code).await;
    trial.wait(Span::minutes(6));
    let who = session::find(&trial.services, &token).await.expect("found").expect("alive");
    assert_eq!(replace_card(&trial.services, &who).await.expect("an answer"), None);
}

#[tokio::test]
async fn a_card_is_shown_to_its_owner_alone_and_not_again_once_it_is_saved() {
    let trial = Trial::new().await;
    let (_, who) = signed_in(&trial, trial.account().await, Strength::Code).await;
    let (_, other) = signed_in(&trial, trial.account().await, Strength::Code).await;
    let token = replace_card(&trial.services, &who).await.expect("made").expect("proven");
    assert_eq!(shown_card(&trial.services, &other, &token).await.expect("an answer"), None);
    forget_shown(&trial.services, &who, &token).await.expect("forgotten");
    assert_eq!(shown_card(&trial.services, &who, &token).await.expect("an answer"), None);
}

#[tokio::test]
async fn the_card_from_a_counter_works_at_once_the_first_time_and_leaves_the_helper_nothing() {
    let trial = Trial::new().await;
    let officer = trial.officer(TOWNSHIP, Role::Registering).await;
    let token = counter::open(&trial.services, &officer, "王小安", Locale::ZhHans).await.expect("opened");
    let card = counter::shown_card(&trial.services, &officer, &token).await.expect("an answer").expect("shown");
    let Entered::SignedIn { opened, .. } = type_card(&trial, &card).await.expect("signed in") else {
        unreachable!("nobody has been in it, so nothing has to be waited for")
    };
    assert_ne!(opened.account, officer.account);
    let helper = type_card(&trial, &card).await;
    assert!(matches!(helper, Err(Failure::Refused(CardRefusal::Unknown))), "{helper:?}");
}

#[tokio::test]
async fn only_a_registering_officer_opens_an_account_at_a_counter() {
    let trial = Trial::new().await;
    for role in [Role::Issuing, Role::Administrator] {
        let officer = trial.officer(TOWNSHIP, role).await;
        let refused = counter::open(&trial.services, &officer, "王小安", Locale::ZhHans).await;
        assert!(matches!(refused, Err(Failure::Refused(CounterRefusal::NotAllowed))), "{role}: {refused:?}");
    }
}
