use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use xinju_credential::verify;
use xinju_domain::{staff::Role, time::Span};
use xinju_service::{
    desk::{self, Seen},
    sign_in::link,
};

use crate::{
    application::tests::apply,
    frame::SESSION_COOKIE,
    trial::{Answer, HOME, Person, Trial},
};

/// A certificate that was just issued to somebody; its short number.
async fn issued(trial: &Trial, who: &Person) -> String {
    let reference = apply(trial, who).await;
    let officer = trial.officer(HOME, Role::Issuing);
    let seen = Seen { reference, version: 1 };
    desk::issue(&trial.services, &officer, seen).await.expect("issued").to_string()
}

/// The cookie of a session that has just proven itself.
async fn proven(trial: &Trial, who: &Person) -> String {
    let path = link::make_demo(&trial.services, who.account, Span::days(1)).await.expect("a link").expect("a trial");
    let (_, token) = path.split_once("token=").expect("a token");
    let opened = link::sign_in(&trial.services, token, "").await.expect("signed in");
    format!("{SESSION_COOKIE}={}", opened.token)
}

async fn ask(trial: &Trial, cookie: &str, path: &str) -> Answer {
    trial.send(Request::get(path).header(header::COOKIE, cookie).body(Body::empty()).expect("a request")).await
}

async fn press(trial: &Trial, cookie: &str, path: &str, body: &'static str) -> Answer {
    let request = Request::post(path)
        .header(header::COOKIE, cookie)
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    trial.send(request.body(Body::from(body)).expect("a request")).await
}

#[tokio::test]
async fn a_print_is_a_question_a_button_and_a_page_that_stays_the_same() {
    let trial = Trial::new().await;
    let who = trial.person().await;
    let path = format!("/print/{}", issued(&trial, &who).await);
    let cookie = proven(&trial, &who).await;
    let question = ask(&trial, &cookie, &path).await;
    assert_eq!(question.status, StatusCode::OK);
    assert_eq!(question.text().matches("<h1").count(), 1);
    let made = press(&trial, &cookie, &path, "profile=minimum").await;
    assert_eq!(made.status, StatusCode::SEE_OTHER);
    let sheet = ask(&trial, &cookie, made.location()).await.text();
    assert_eq!(sheet.matches("<h1").count(), 1);
    assert!(sheet.contains("print-card--pocket") && sheet.contains("data-print") && !sheet.contains("style="));
    assert!(!sheet.contains("1949年"), "the birth date stands on no page of this profile");
    let again = ask(&trial, &cookie, made.location()).await.text();
    let code = |page: &str| page.split("<path d=\"").nth(1).and_then(|rest| rest.split('"').next()).map(str::len);
    assert_eq!(code(&sheet), code(&again));
    let more = press(&trial, &cookie, &path, "profile=registration").await;
    assert!(ask(&trial, &cookie, more.location()).await.text().contains("1949年"));
    trial.pass(Span::hours(1));
    let cookie = proven(&trial, &who).await;
    assert_eq!(ask(&trial, &cookie, made.location()).await.location(), path);
}

#[tokio::test]
async fn printing_asks_for_a_proof_first_and_shows_nobody_elses_certificate() {
    let trial = Trial::new().await;
    let who = trial.person().await;
    let path = format!("/print/{}", issued(&trial, &who).await);
    assert_eq!(ask(&trial, "", &path).await.location(), format!("/sign-in?next={path}"));
    let unproven = trial.get(&who, &path).await;
    assert_eq!(unproven.location(), format!("/sign-in/prove?next={path}"));
    let pressed = trial.post(&who, &path, &[("profile", "minimum")]).await;
    assert_eq!(pressed.location(), format!("/sign-in/prove?next={path}"));

    let cookie = proven(&trial, &who).await;
    let made = press(&trial, &cookie, &path, "profile=minimum").await;
    let stranger = proven(&trial, &trial.person().await).await;
    for (method, place) in [("GET", path.as_str()), ("POST", path.as_str()), ("GET", "/print/1"), ("POST", "/print/x")]
    {
        let answer = if method == "GET" {
            ask(&trial, &stranger, place).await
        } else {
            press(&trial, &stranger, place, "profile=minimum").await
        };
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{method} {place}");
    }
    let shown = ask(&trial, &stranger, made.location()).await;
    assert_eq!(shown.location(), path, "to the question, which does not exist for them");
}

#[tokio::test]
async fn what_is_printed_is_paper_to_a_verifier() {
    let trial = Trial::new().await;
    let who = trial.person().await;
    let number = issued(&trial, &who).await.parse().expect("a number");
    let cookie = proven(&trial, &who).await;
    let token = cookie.split_once('=').expect("a cookie").1;
    let session = xinju_service::session::find(&trial.services, token).await.expect("read").expect("alive");
    let profile = xinju_credential::certificate::Profile::Registration;
    let token = xinju_service::print::make(&trial.services, &session, &number, profile).await.expect("printed");
    let sheet = xinju_service::print::find(&trial.services, &session, &token).await.expect("read").expect("kept");
    let document = xinju_service::public_document::bundle(&trial.services).await.expect("a bundle");
    let bundle = xinju_credential::bundle::parse(&document.bytes).expect("a bundle");
    let trust = verify::Trust::from_bundle(&bundle).expect("trust");
    let now = session.asked_at.unix_seconds();
    let question = verify::Question { now, aud: "localhost", challenge: None };
    let judgement = verify::judge_presentation(&sheet.bytes, &trust, &question);
    assert_eq!(judgement.verdict, verify::Verdict::Paper);
}
