use xinju_domain::staff::Role;
use xinju_domain::time::Span;

use super::*;
use crate::trial::{TOWNSHIP, Trial};

/// Signs an account in on its own phone; gives the token and the session.
pub(crate) async fn signed_in(trial: &Trial, account: Uuid, strength: Strength) -> (String, Session) {
    let opened = open_on(trial, account, strength, false).await;
    let session = find(&trial.services, &opened.token).await.expect("found").expect("alive");
    (opened.token, session)
}

async fn open_on(trial: &Trial, account: Uuid, strength: Strength, is_shared: bool) -> Opened {
    let mut tx = trial.begin().await;
    let device = Device { name: "Chrome · Android".to_owned(), is_shared };
    let opened = open(&mut tx, &trial.services, account, strength, None, &device).await.expect("opened");
    tx.commit().await.expect("a commit");
    opened
}

async fn is_open(trial: &Trial, token: &str) -> bool {
    find(&trial.services, token).await.expect("an answer").is_some()
}

/// A member of staff with a post that the database knows.
pub(crate) async fn with_post(trial: &Trial, office: &str, role: Role) -> Uuid {
    let account = trial.account().await;
    let mut tx = trial.begin().await;
    crate::staff::give_post(&mut tx, account, office, role).await.expect("a post");
    tx.commit().await.expect("a commit");
    account
}

#[tokio::test]
async fn a_session_is_found_by_its_token_alone_until_it_is_signed_out() {
    let trial = Trial::new().await;
    let account = trial.account().await;
    let (token, session) = signed_in(&trial, account, Strength::Code).await;
    assert_eq!((session.account, session.strength), (account, Strength::Code));
    assert!(!is_open(&trial, &random::token()).await);
    assert!(!is_open(&trial, "").await);
    sign_out(&trial.services, &session).await.expect("signed out");
    assert!(!is_open(&trial, &token).await);
}

#[tokio::test]
async fn an_own_phone_stays_signed_in_for_thirty_days_without_a_visit_and_a_shared_one_for_half_an_hour() {
    let trial = Trial::new().await;
    let account = trial.account().await;
    let own = open_on(&trial, account, Strength::Code, false).await.token;
    let shared = open_on(&trial, account, Strength::Code, true).await.token;
    trial.wait(Span::minutes(29));
    assert!(is_open(&trial, &shared).await);
    trial.wait(Span::minutes(29));
    assert!(is_open(&trial, &shared).await, "each visit moves the end on");
    trial.wait(Span::minutes(35));
    assert!(!is_open(&trial, &shared).await);
    trial.wait(Span::days(29));
    assert!(is_open(&trial, &own).await);
    trial.wait(Span::days(29));
    assert!(is_open(&trial, &own).await);
    trial.wait(Span::days(31));
    assert!(!is_open(&trial, &own).await);
}

#[tokio::test]
async fn staff_are_signed_out_after_a_quarter_of_an_hour_without_a_step_and_after_eight_hours() {
    let trial = Trial::new().await;
    let account = with_post(&trial, TOWNSHIP, Role::Issuing).await;
    let (idle, session) = signed_in(&trial, account, Strength::Passkey).await;
    assert!(session.officer(Role::Issuing).is_some());
    assert!(session.officer(Role::Administrator).is_none());
    trial.wait(Span::minutes(20));
    assert!(!is_open(&trial, &idle).await);
    let (busy, _) = signed_in(&trial, account, Strength::Passkey).await;
    for _ in 0..47 {
        trial.wait(Span::minutes(10));
        assert!(is_open(&trial, &busy).await);
    }
    trial.wait(Span::minutes(10));
    assert!(!is_open(&trial, &busy).await);
}

#[tokio::test]
async fn a_code_opens_no_post() {
    let trial = Trial::new().await;
    let account = with_post(&trial, TOWNSHIP, Role::Issuing).await;
    for (strength, opens) in
        [(Strength::Passkey, true), (Strength::DemoLink, true), (Strength::Code, false), (Strength::Card, false)]
    {
        let (_, session) = signed_in(&trial, account, strength).await;
        assert_eq!(session.officer(Role::Issuing).is_some(), opens, "{strength:?}");
    }
}

#[tokio::test]
async fn a_visit_is_noted_at_most_every_five_minutes() {
    let trial = Trial::new().await;
    let (token, who) = signed_in(&trial, trial.account().await, Strength::Code).await;
    let began = trial.now();
    trial.wait(Span::minutes(4));
    find(&trial.services, &token).await.expect("found");
    assert_eq!(list(&trial.services, &who).await.expect("a list")[0].seen, began);
    trial.wait(Span::minutes(1));
    find(&trial.services, &token).await.expect("found");
    assert_eq!(list(&trial.services, &who).await.expect("a list")[0].seen, trial.now());
}

#[tokio::test]
async fn a_proof_is_fresh_for_five_minutes_and_changes_the_token() {
    let trial = Trial::new().await;
    let (old, who) = signed_in(&trial, trial.account().await, Strength::Code).await;
    assert!(who.is_proven());
    trial.wait(Span::minutes(6));
    let who = find(&trial.services, &old).await.expect("found").expect("alive");
    assert!(!who.is_proven());
    let mut tx = trial.begin().await;
    let opened = prove(&mut tx, &trial.services, &who, Strength::Passkey, None).await.expect("proven").expect("alive");
    tx.commit().await.expect("a commit");
    assert!(!is_open(&trial, &old).await);
    let who = find(&trial.services, &opened.token).await.expect("found").expect("alive");
    assert!(who.is_proven());
    assert_eq!(who.strength, Strength::Passkey);
}

#[tokio::test]
async fn signing_out_everywhere_ends_every_session_of_the_person_and_of_nobody_else() {
    let trial = Trial::new().await;
    let (account, other) = (trial.account().await, trial.account().await);
    let (first, who) = signed_in(&trial, account, Strength::Code).await;
    let (second, _) = signed_in(&trial, account, Strength::Passkey).await;
    let (foreign, _) = signed_in(&trial, other, Strength::Code).await;
    sign_out_everywhere(&trial.services, &who).await.expect("signed out");
    assert!(!is_open(&trial, &first).await);
    assert!(!is_open(&trial, &second).await);
    assert!(is_open(&trial, &foreign).await);
}

#[tokio::test]
async fn a_person_ends_one_of_the_own_sessions_and_none_of_others() {
    let trial = Trial::new().await;
    let (account, other) = (trial.account().await, trial.account().await);
    let (_, who) = signed_in(&trial, account, Strength::Code).await;
    let (old, _) = signed_in(&trial, account, Strength::Code).await;
    let (foreign, stranger) = signed_in(&trial, other, Strength::Code).await;
    let foreign_id = list(&trial.services, &stranger).await.expect("a list")[0].id.clone();
    end(&trial.services, &who, &foreign_id).await.expect("an answer");
    assert!(is_open(&trial, &foreign).await);
    let places = list(&trial.services, &who).await.expect("a list");
    assert_eq!(places.len(), 2);
    let place = places.iter().find(|place| !place.is_this).expect("the other one");
    end(&trial.services, &who, &place.id).await.expect("ended");
    assert!(!is_open(&trial, &old).await);
}
