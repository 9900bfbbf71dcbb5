use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};

use crate::trial::{Answer, Trial};

async fn send(trial: &Trial, request: axum::http::request::Builder, body: &str) -> Answer {
    let request = request.header(header::CONTENT_TYPE, "application/json");
    trial.send(request.body(Body::from(body.to_owned())).expect("a request")).await
}

#[tokio::test]
async fn scanner_and_verifier_are_shells_that_hold_no_person_and_say_what_to_do_without_script() {
    let trial = Trial::new().await;
    for path in ["/scan", "/v"] {
        let page = send(&trial, Request::get(path), "").await;
        assert_eq!(page.status, StatusCode::OK, "{path}");
        assert_eq!(page.header(header::CACHE_CONTROL), "no-cache", "{path}");
        let text = page.text();
        assert_eq!(text.matches("<h1").count(), 1, "{path}");
        assert!(text.contains("<noscript>") && text.contains("leptos-island"), "{path}");
    }
}

#[tokio::test]
async fn without_a_session_nothing_is_told_registered_or_answered() {
    let trial = Trial::new().await;
    let order = r#"{"key":"0123456789abcdef","officer":"x","presentation":"","scanned_at":0,"bundle_made_at":0,
        "challenge":"","address":"","digits":"","missing":[],"note":"","due":""}"#;
    let scan = r#"{"officer":"x","number":"x","verdict":"valid","scanned_at":0,"replay_id":""}"#;
    for (path, body) in [("/api/registrations", order), ("/api/scans", scan), ("/api/scan/number", r#"{"number":"x"}"#)]
    {
        let answer = send(&trial, Request::post(path), body).await;
        assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{path}");
        assert!(answer.text().contains("sign-in"), "{path}");
    }
    assert_eq!(send(&trial, Request::get("/api/scan/who"), "").await.status, StatusCode::UNAUTHORIZED);
    for path in ["/desk/registrations", "/desk/reports", "/notices"] {
        assert_eq!(send(&trial, Request::get(path), "").await.location(), format!("/sign-in?next={path}"));
    }
}

#[tokio::test]
async fn a_resident_has_no_post_and_reads_no_list_and_no_notice_of_others() {
    let trial = Trial::new().await;
    let who = trial.person().await;
    for path in ["/desk/registrations", "/desk/reports", "/api/scan/who"] {
        assert_eq!(trial.get(&who, path).await.status, StatusCode::FORBIDDEN, "{path}");
    }
    let nobodys = "/notices/0192f7a0-0000-7000-8000-000000000001";
    assert_eq!(trial.get(&who, nobodys).await.status, StatusCode::NOT_FOUND);
    assert_eq!(trial.post(&who, nobodys, &[("item", "photo")]).await.status, StatusCode::NOT_FOUND);
    assert_eq!(trial.get(&who, "/notices").await.text().matches("<h1").count(), 1);
}
