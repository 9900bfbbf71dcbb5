use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use xinju_domain::time::Span;
use xinju_service::sign_in::link;

use crate::trial::{Answer, Trial};

/// Somebody with nothing but a cookie of a flow or a session, or not even that.
async fn stranger(trial: &Trial, method: &str, path: &str, cookie: &str, body: &'static str) -> Answer {
    let request = Request::builder()
        .method(method)
        .uri(path)
        .header(header::COOKIE, cookie)
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    trial.send(request.body(Body::from(body)).expect("a request")).await
}

fn cookies(answer: &Answer) -> Vec<String> {
    let all = answer.headers.get_all(header::SET_COOKIE);
    all.iter().filter_map(|value| value.to_str().ok()).map(ToOwned::to_owned).collect()
}

#[tokio::test]
async fn the_way_in_has_one_heading_a_page_and_needs_no_script() {
    let trial = Trial::new().await;
    for path in [
        "/sign-in",
        "/sign-in/new",
        "/sign-in/card",
        "/sign-in/link?token=x",
        "/sign-in/stop?token=x",
        "/invitation?token=x",
        "/language",
    ] {
        let page = stranger(&trial, "GET", path, "", "").await;
        assert_eq!(page.status, StatusCode::OK, "{path}");
        assert_eq!(page.text().matches("<h1").count(), 1, "{path}");
    }
    for (path, leads_to) in [("/sign-in/code", "/sign-in"), ("/sign-in/welcome", "/sign-in")] {
        let page = stranger(&trial, "GET", path, "", "").await;
        assert_eq!(page.location(), leads_to, "{path}");
    }
}

#[tokio::test]
async fn asking_for_a_code_answers_the_same_for_every_address_and_ties_it_to_the_browser() {
    let trial = Trial::new().await;
    for body in ["address=13800000001", "address=nobody%40demo.test&shared=yes"] {
        let answer = stranger(&trial, "POST", "/sign-in", "", body).await;
        assert_eq!((answer.status, answer.location()), (StatusCode::SEE_OTHER, "/sign-in/code"));
        let flow = cookies(&answer).into_iter().find(|cookie| cookie.starts_with("__Host-flow=")).expect("a flow");
        for part in ["HttpOnly", "Secure", "SameSite=Lax", "Path=/"] {
            assert!(flow.contains(part), "{flow}");
        }
        assert!(!flow.contains("Domain"), "{flow}");
    }
}

#[tokio::test]
async fn what_was_typed_comes_back_with_the_fault_beside_it() {
    let trial = Trial::new().await;
    let answer = stranger(&trial, "POST", "/sign-in", "", "address=1380000&shared=yes&next=%2Fcertificate").await;
    assert!(answer.location().starts_with("/sign-in?next=/certificate&again="), "{}", answer.location());
    let page = stranger(&trial, "GET", answer.location(), "", "").await.text();
    for part in ["value=\"1380000\"", "aria-invalid=\"true\"", "address-error", "checked", "id=\"errors\""] {
        assert!(page.contains(part), "{part}");
    }
}

#[tokio::test]
async fn nobody_is_led_to_another_site_after_signing_in() {
    let trial = Trial::new().await;
    let page = stranger(&trial, "GET", "/sign-in?next=https%3A%2F%2Fevil.example", "", "").await;
    assert!(!page.text().contains("evil.example"));
    let who = trial.person().await;
    assert_eq!(trial.get(&who, "/sign-in?next=%2F%2Fevil.example").await.location(), "/");
    assert_eq!(trial.get(&who, "/sign-in?next=%2Faccount").await.location(), "/account");
}

#[tokio::test]
async fn a_link_signs_in_by_its_button_and_not_by_being_opened() {
    let trial = Trial::new().await;
    let who = trial.person().await;
    let path = link::make_demo(&trial.services, who.account, Span::hours(1)).await.expect("an answer").expect("a link");
    let page = stranger(&trial, "GET", &path, "", "").await;
    assert!(cookies(&page).is_empty());
    let body: &'static str = Box::leak(path.replace("/sign-in/link?", "").into_boxed_str());
    let pressed = stranger(&trial, "POST", "/sign-in/link", "", body).await;
    let session =
        cookies(&pressed).into_iter().find(|cookie| cookie.starts_with("__Host-session=")).expect("a session");
    for part in ["HttpOnly", "Secure", "SameSite=Lax", "Path=/"] {
        assert!(session.contains(part), "{session}");
    }
    let value = session.split(';').next().unwrap_or_default().to_owned();
    assert_eq!(stranger(&trial, "GET", "/account", &value, "").await.status, StatusCode::OK);
    let out = stranger(&trial, "POST", "/sign-out", &value, "how=trace").await;
    assert!(out.headers.contains_key("clear-site-data"));
    let after = stranger(&trial, "GET", "/account", &value, "").await;
    assert_eq!(after.location(), "/sign-in?next=/account");
}

#[tokio::test]
async fn a_browser_inside_a_messenger_is_told_how_to_open_a_real_one() {
    let trial = Trial::new().await;
    for (agent, is_told) in [("Chrome/116 MicroMessenger/8.0", true), ("Chrome/140", false)] {
        let request = Request::get("/sign-in").header(header::USER_AGENT, agent);
        let page = trial.send(request.body(Body::empty()).expect("a request")).await.text();
        assert_eq!(page.contains("微信"), is_told, "{agent}");
    }
}
