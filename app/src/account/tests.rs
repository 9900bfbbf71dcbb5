use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};

use crate::trial::Trial;

const PAGES: [&str; 11] = [
    "/account",
    "/account/name",
    "/account/contacts",
    "/account/passkeys",
    "/account/passkeys/new",
    "/account/card",
    "/account/sessions",
    "/account/seen",
    "/account/consents",
    "/account/export",
    "/account/delete",
];

const DEEDS: [&str; 13] = [
    "/account/name",
    "/account/recovery/stop",
    "/account/contacts",
    "/account/contacts/code",
    "/account/contacts/remove",
    "/account/contacts/news",
    "/account/passkeys/name",
    "/account/passkeys/remove",
    "/account/card",
    "/account/sessions/end",
    "/account/consents/withdraw",
    "/account/export",
    "/account/delete",
];

#[tokio::test]
async fn every_page_of_the_account_has_one_heading_and_belongs_to_whoever_is_signed_in() {
    let trial = Trial::new().await;
    let who = trial.person().await;
    for path in PAGES {
        let page = trial.get(&who, path).await;
        assert_eq!(page.status, StatusCode::OK, "{path}");
        assert_eq!(page.text().matches("<h1").count(), 1, "{path}");
        assert_eq!(page.header(header::CACHE_CONTROL), "no-store", "{path}");
        let stranger = trial.send(Request::get(path).body(Body::empty()).expect("a request")).await;
        assert_eq!(stranger.location(), format!("/sign-in?next={path}"), "{path}");
    }
}

#[tokio::test]
async fn a_stranger_does_nothing() {
    let trial = Trial::new().await;
    for path in DEEDS {
        let request = Request::post(path).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        let answer = trial.send(request.body(Body::empty()).expect("a request")).await;
        assert_eq!(answer.location(), "/sign-in", "{path}");
    }
}

#[tokio::test]
async fn giving_out_and_deleting_ask_for_a_fresh_proof() {
    let trial = Trial::new().await;
    let who = trial.person().await;
    for (path, page) in [("/account/export", "/account/export"), ("/account/delete", "/account/delete")] {
        let answer = trial.post(&who, path, &[]).await;
        assert_eq!(answer.location(), format!("/sign-in/prove?next={page}"));
    }
    assert_eq!(trial.post(&who, "/account/card", &[]).await.location(), "/sign-in/prove?next=/account/card");
}

#[tokio::test]
async fn hostile_text_in_a_name_is_shown_as_text_or_refused() {
    let trial = Trial::new().await;
    let who = trial.person().await;
    let hostile = "<script>alert(1)</script>";
    let refused = trial.post(&who, "/account/name", &[("name", hostile)]).await;
    let page = trial.get(&who, refused.location()).await.text();
    assert!(!page.contains(hostile));
    assert!(page.contains("&lt;script&gt;"), "what was typed is kept");
    let named = trial.post(&who, "/account/name", &[("name", "阿依古丽·买买提")]).await;
    assert_eq!(named.location(), "/account?done=name");
    assert!(trial.get(&who, "/account").await.text().contains("阿依古丽·买买提"));
}

#[tokio::test]
async fn what_stands_in_an_address_is_never_shown() {
    let trial = Trial::new().await;
    let who = trial.person().await;
    let page = trial.get(&who, "/account?done=%3Cb%3Eyou%20won%3C%2Fb%3E").await.text();
    assert!(!page.contains("you won"));
}

#[tokio::test]
async fn somebody_else_s_passkey_does_not_exist() {
    let trial = Trial::new().await;
    let who = trial.person().await;
    let id = uuid::Uuid::from_u128(7).to_string();
    let page = trial.get(&who, &format!("/account/passkeys/remove?id={id}")).await;
    assert_eq!(page.status, StatusCode::NOT_FOUND);
    let deed = trial.post(&who, "/account/passkeys/remove", &[("id", &id)]).await;
    assert_eq!(deed.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_language_is_kept_for_the_account_and_for_the_browser() {
    let trial = Trial::new().await;
    let who = trial.person().await;
    let chosen = trial.post(&who, "/language", &[("locale", "en"), ("next", "/account")]).await;
    assert_eq!(chosen.location(), "/account");
    assert!(chosen.header(header::SET_COOKIE).starts_with("locale=en"));
    assert!(trial.get(&who, "/account").await.text().contains("lang=\"en\""));
    let unknown = trial.post(&who, "/language", &[("locale", "xx")]).await;
    assert_eq!(unknown.status, StatusCode::BAD_REQUEST);
}
