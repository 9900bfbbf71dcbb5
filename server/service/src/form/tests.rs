use super::*;
use crate::trial::Trial;

#[tokio::test]
async fn a_form_comes_back_to_whoever_typed_it_and_to_nobody_else() {
    let trial = Trial::new().await;
    let (owner, other) = (trial.account().await, trial.account().await);
    let token = keep(&trial.services, Some(owner), b"typed").await.expect("kept");
    for (who, found) in [(Some(owner), Some(b"typed".to_vec())), (Some(other), None), (None, None)] {
        assert_eq!(find(&trial.services, who, &token).await.expect("an answer"), found);
    }
    assert_eq!(find(&trial.services, Some(owner), "another").await.expect("an answer"), None);
}

#[tokio::test]
async fn what_was_typed_before_signing_in_is_there_after_it() {
    let trial = Trial::new().await;
    let token = keep(&trial.services, None, b"typed").await.expect("kept");
    let account = trial.account().await;
    assert!(find(&trial.services, None, &token).await.expect("an answer").is_some());
    assert!(find(&trial.services, Some(account), &token).await.expect("an answer").is_some());
}

#[tokio::test]
async fn a_form_is_gone_after_an_hour_or_when_it_is_forgotten() {
    let trial = Trial::new().await;
    let owner = Some(trial.account().await);
    let token = keep(&trial.services, owner, b"typed").await.expect("kept");
    forget(&trial.services, None, &token).await.expect("an answer");
    assert!(find(&trial.services, owner, &token).await.expect("an answer").is_some());
    forget(&trial.services, owner, &token).await.expect("forgotten");
    assert!(find(&trial.services, owner, &token).await.expect("an answer").is_none());
    let token = keep(&trial.services, owner, b"typed").await.expect("kept");
    trial.wait(Span::hours(1));
    assert!(find(&trial.services, owner, &token).await.expect("an answer").is_none());
}
