use xinju_domain::time::Span;

use super::*;
use crate::session::Strength;
use crate::session::tests::signed_in;
use crate::trial::Trial;

#[tokio::test]
async fn a_consent_holds_for_its_person_until_it_is_withdrawn() {
    let trial = Trial::new().await;
    let services = &trial.services;
    let (_, who) = signed_in(&trial, trial.account().await, Strength::Code).await;
    let (_, other) = signed_in(&trial, trial.account().await, Strength::Code).await;
    let purpose = Purpose::SensitiveData;
    assert!(!holds(services, &who, purpose).await.expect("an answer"));
    give(services, &who, purpose).await.expect("given");
    give(services, &who, purpose).await.expect("given again is given once");
    assert!(holds(services, &who, purpose).await.expect("an answer"));
    assert!(!holds(services, &other, purpose).await.expect("an answer"));
    withdraw(services, &other, purpose).await.expect("an answer");
    assert!(holds(services, &who, purpose).await.expect("an answer"));
    withdraw(services, &who, purpose).await.expect("withdrawn");
    assert!(!holds(services, &who, purpose).await.expect("an answer"));
    trial.wait(Span::days(1));
    give(services, &who, purpose).await.expect("given anew");
    let all = list(services, &who).await.expect("a list");
    assert_eq!((all.len(), all[0].withdrawn.is_some(), all[1].withdrawn), (2, true, None));
}
