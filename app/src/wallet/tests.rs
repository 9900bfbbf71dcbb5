use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use xinju_domain::staff::Role;
use xinju_service::desk::{self, Seen};

use crate::{
    application::tests::apply,
    trial::{Answer, HOME, Person, Trial},
};

async fn stranger(trial: &Trial, path: &str) -> Answer {
    trial.send(Request::get(path).body(Body::empty()).expect("a request")).await
}

async fn certificate(trial: &Trial, who: &Person) -> xinju_domain::reference::Reference {
    let reference = apply(trial, who).await;
    let officer = trial.officer(HOME, Role::Issuing);
    desk::issue(&trial.services, &officer, Seen { reference, version: 1 }).await.expect("issued");
    reference
}

#[tokio::test]
async fn the_wallet_is_a_shell_that_holds_no_person() {
    let trial = Trial::new().await;
    let who = trial.person().await;
    certificate(&trial, &who).await;
    let (mine, anybodys) = (trial.get(&who, "/wallet").await, stranger(&trial, "/wallet").await);
    assert_eq!(mine.header(header::CACHE_CONTROL), "no-cache");
    assert_eq!(mine.text().matches("<h1").count(), 1);
    assert!(!mine.text().contains("王小安"));
    assert!(anybodys.text().contains("<noscript>"), "it says what to do without script");
    let without_nonce = |answer: &Answer| answer.text().split("nonce=").count();
    assert_eq!(without_nonce(&mine), without_nonce(&anybodys));
}

#[tokio::test]
async fn what_stands_before_the_wallet_is_said_on_one_page() {
    let trial = Trial::new().await;
    let who = trial.person().await;
    assert_eq!(stranger(&trial, "/wallet/add").await.location(), "/sign-in?next=/wallet/add");
    assert!(trial.get(&who, "/wallet/add").await.text().contains("/certificate"), "none yet");
    certificate(&trial, &who).await;
    let page = trial.get(&who, "/wallet/add").await.text();
    assert!(page.contains("/sign-in/prove?next=/wallet/add"), "a passkey that was shown long ago: {page}");
    assert_eq!(page.matches("<h1").count(), 1);
}

#[tokio::test]
async fn phones_are_listed_for_their_owner_alone_and_nothing_happens_to_others() {
    let trial = Trial::new().await;
    let who = trial.person().await;
    assert_eq!(stranger(&trial, "/account/phones").await.location(), "/sign-in?next=/account/phones");
    let page = trial.get(&who, "/account/phones").await;
    assert_eq!(page.status, StatusCode::OK);
    assert_eq!(page.text().matches("<h1").count(), 1);
    let id = "0192f7a0-0000-7000-8000-000000000001";
    let removed = trial.post(&who, "/account/phones/remove", &[("id", id)]).await;
    assert_eq!(removed.location(), "/account/phones?done=removed", "one that is gone already is as good as removed");
    let undone = trial.post(&who, "/account/phones/undo", &[("id", id)]).await;
    assert_eq!(undone.location(), "/sign-in/prove?next=/account/phones");
    assert_eq!(trial.post(&who, "/account/phones/remove", &[("id", "x")]).await.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn scripts_get_words_for_refusals_and_learn_nothing_else() {
    let trial = Trial::new().await;
    let who = trial.person().await;
    let number = trial.post_bytes(&who, "/api/wallet/nonce", b"").await.text();
    assert!(number.contains("\"audience\":\"localhost\""), "{number}");
    for path in ["/api/wallet/bind", "/api/wallet/renew", "/api/wallet/check", "/api/wallet/leave"] {
        for body in [b"".as_slice(), &[7; 16], &[7; 300]] {
            let answer = trial.post_bytes(&who, path, body).await;
            assert_eq!(answer.status, StatusCode::CONFLICT, "{path}");
            assert_eq!(answer.text(), "{\"error\":\"not-proven\"}", "{path}");
        }
    }
}

#[tokio::test]
async fn a_lost_phone_is_reported_without_signing_in_and_the_answer_tells_nothing() {
    let trial = Trial::new().await;
    let who = trial.person().await;
    let reference = certificate(&trial, &who).await.to_string();
    let nobody = trial.person().await;
    for (reference, born) in [(reference.as_str(), "1992-08-16"), (reference.as_str(), "1950-01-01")] {
        let answer = trial.post(&nobody, "/lost-phone", &[("reference", reference), ("born", born)]).await;
        assert_eq!(answer.location(), "/lost-phone/done", "{born}");
    }
    let refused = trial.post(&nobody, "/lost-phone", &[("reference", "7K"), ("born", "<b>")]).await;
    let page = trial.get(&nobody, refused.location()).await.text();
    assert!(page.contains("&lt;b&gt;") && page.contains("id=\"errors\""), "{page}");
}

#[tokio::test]
async fn a_found_phone_leads_to_a_proof_or_to_the_way_in() {
    let trial = Trial::new().await;
    let who = trial.person().await;
    assert_eq!(trial.get(&who, "/wallet/found").await.location(), "/sign-in/prove?next=/wallet");
    assert_eq!(stranger(&trial, "/wallet/found").await.location(), "/sign-in?next=/wallet");
}

#[tokio::test]
async fn leaving_no_trace_clears_what_the_browser_keeps_whatever_point_is_named() {
    let trial = Trial::new().await;
    for point in ["", "zz", "04", &"0".repeat(130)] {
        let who = trial.person().await;
        let answer = trial.post(&who, "/sign-out", &[("how", "trace"), ("phone", point)]).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{point}");
        let cleared = answer.headers.get("clear-site-data").and_then(|value| value.to_str().ok());
        assert_eq!(cleared, Some("\"cache\", \"cookies\", \"storage\""), "{point}");
        assert_eq!(trial.get(&who, "/account").await.location(), "/sign-in?next=/account", "{point}");
    }
}
