use xinju_domain::time::Span;

use super::*;
use crate::session::tests::{signed_in, with_post};
use crate::trial::{NEIGHBOUR, TOWNSHIP, Trial};

const PHONE: &str = "13800000001";

fn refused<T: std::fmt::Debug>(outcome: Result<T, Failure<StaffRefusal>>) -> StaffRefusal {
    match outcome {
        Err(Failure::Refused(refusal)) => refusal,
        other => unreachable!("refused expected, got {other:?}"),
    }
}

async fn latest_token(trial: &Trial) -> String {
    let message = trial.messages().await.pop().expect("a letter");
    message.rsplit("token=").next().expect("a link").trim().to_owned()
}

#[tokio::test]
async fn an_invitation_opens_the_desk_only_with_a_passkey() {
    let trial = Trial::new().await;
    let services = &trial.services;
    invite(services, None, PHONE, TOWNSHIP, Role::Issuing).await.expect("invited");
    let token = latest_token(&trial).await;
    let shown = look(services, &token).await.expect("an answer").expect("open");
    assert_eq!((shown.office_name.as_str(), shown.role), ("石桥镇", Role::Issuing));
    let opened = accept(services, &token, Locale::ZhHans, "").await.expect("accepted");
    let session = session::find(services, &opened.token).await.expect("found").expect("alive");
    assert!(session.posts.is_empty(), "a letter proves an address and nothing more");
    let (_, session) = signed_in(&trial, opened.account, Strength::Passkey).await;
    assert!(session.officer(Role::Issuing).is_some());
    accept(services, &token, Locale::ZhHans, "").await.expect_err("used");
    assert!(look(services, &token).await.expect("an answer").is_none());
}

#[tokio::test]
async fn an_invitation_is_over_after_its_week() {
    let trial = Trial::new().await;
    invite(&trial.services, None, PHONE, TOWNSHIP, Role::Issuing).await.expect("invited");
    let token = latest_token(&trial).await;
    trial.wait(INVITATION_LIFE);
    accept(&trial.services, &token, Locale::ZhHans, "").await.expect_err("over");
    accept(&trial.services, "guess", Locale::ZhHans, "").await.expect_err("never was");
}

#[tokio::test]
async fn an_administrator_invites_within_the_own_region_alone() {
    let trial = Trial::new().await;
    let services = &trial.services;
    let who = trial.officer("990123", Role::Administrator).await;
    let refusal = refused(invite(services, Some(&who), PHONE, "990204", Role::Issuing).await);
    assert_eq!(refusal, StaffRefusal::Office);
    assert_eq!(refused(invite(services, Some(&who), PHONE, "nowhere", Role::Issuing).await), StaffRefusal::Office);
    invite(services, Some(&who), PHONE, TOWNSHIP, Role::Issuing).await.expect("invited");
    for role in [Role::Issuing, Role::Registering] {
        let officer = trial.officer("990123", role).await;
        let refusal = refused(invite(services, Some(&officer), PHONE, TOWNSHIP, Role::Issuing).await);
        assert_eq!(refusal, StaffRefusal::NotAllowed);
        assert_eq!(refused(list(services, &officer).await), StaffRefusal::NotAllowed);
    }
}

#[tokio::test]
async fn removing_somebody_hands_over_the_open_work_and_ends_the_sessions() {
    let trial = Trial::new().await;
    let services = &trial.services;
    let who = trial.officer("990123", Role::Administrator).await;
    let account = with_post(&trial, TOWNSHIP, Role::Issuing).await;
    let (token, _) = signed_in(&trial, account, Strength::Passkey).await;
    let reference = trial.application(TOWNSHIP, 38).await.to_string();
    let mut tx = trial.begin().await;
    let row = applications::find_by_reference(&mut tx, &reference).await.expect("found").expect("there");
    assert!(applications::assign(&mut tx, row.id, row.version, Some(account), Some(1)).await.expect("assigned"));
    tx.commit().await.expect("a commit");
    let post =
        list(services, &who).await.expect("a list").into_iter().find(|m| m.account == account).expect("there").id;
    assert_eq!(remove(services, &who, post).await.expect("removed"), 1);
    assert!(session::find(services, &token).await.expect("an answer").is_none());
    let mut tx = trial.begin().await;
    let row = applications::find_by_reference(&mut tx, &reference).await.expect("found").expect("there");
    assert_eq!(row.assigned_to, None);
    drop(tx);
    let (_, session) = signed_in(&trial, account, Strength::Passkey).await;
    assert!(session.posts.is_empty());
    assert_eq!(refused(remove(services, &who, post).await), StaffRefusal::Absent);
}

#[tokio::test]
async fn nobody_is_removed_from_another_region_or_by_another_role() {
    let trial = Trial::new().await;
    let services = &trial.services;
    let account = with_post(&trial, "990204", Role::Issuing).await;
    let far = trial.officer("990204", Role::Administrator).await;
    let post =
        list(services, &far).await.expect("a list").into_iter().find(|m| m.account == account).expect("there").id;
    let who = trial.officer("990123", Role::Administrator).await;
    assert_eq!(refused(remove(services, &who, post).await), StaffRefusal::Absent);
    let issuing = trial.officer("990204", Role::Issuing).await;
    assert_eq!(refused(remove(services, &issuing, post).await), StaffRefusal::NotAllowed);
    assert!(list(services, &who).await.expect("a list").is_empty());
}

#[tokio::test]
async fn an_administrator_does_not_remove_the_own_post() {
    let trial = Trial::new().await;
    let account = with_post(&trial, "990123", Role::Administrator).await;
    let (_, session) = signed_in(&trial, account, Strength::Passkey).await;
    let who = session.officer(Role::Administrator).expect("the post");
    let post = list(&trial.services, &who).await.expect("a list")[0].id;
    assert_eq!(refused(remove(&trial.services, &who, post).await), StaffRefusal::Yourself);
}

#[tokio::test]
async fn a_post_at_a_closed_office_opens_nothing() {
    let trial = Trial::new().await;
    let account = with_post(&trial, NEIGHBOUR, Role::Issuing).await;
    let admin = trial.officer("990123", Role::Administrator).await;
    office::close(&trial.services, &admin, NEIGHBOUR).await.expect("closed");
    let (_, today) = signed_in(&trial, account, Strength::Passkey).await;
    assert_eq!(today.posts.len(), 1);
    trial.wait(Span::days(1));
    let (_, tomorrow) = signed_in(&trial, account, Strength::Passkey).await;
    assert!(tomorrow.posts.is_empty());
}
