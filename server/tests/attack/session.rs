//! Sessions planted, stolen, and used after their end.

use xinju_domain::staff::Role;
use xinju_domain::time::Span;
use xinju_service::sign_in::link;

use crate::browser::Browser;
use crate::house::{HOME, House, SESSION};

async fn is_open(browser: &mut Browser) -> bool {
    browser.get("/account").await.status.is_success()
}

/// Presses the link of the demonstration in a browser.
async fn press(house: &House, account: uuid::Uuid, browser: &mut Browser) -> Vec<String> {
    let path = link::make_demo(&house.services, account, Span::hours(1)).await.expect("an answer").expect("a link");
    let (_, token) = path.split_once("token=").expect("a token");
    browser.post("/sign-in/link", &[("token", token)]).await.cookies()
}

#[tokio::test]
async fn the_cookie_of_a_session_can_be_read_and_sent_by_this_site_alone() {
    let house = House::told().await;
    let person = house.person().await;
    let cookies = press(&house, person.account, &mut house.nobody()).await;
    let session = cookies.iter().find(|cookie| cookie.starts_with("__Host-session=")).expect("a session");
    for part in ["HttpOnly", "Secure", "Path=/"] {
        assert!(session.contains(part), "{part}: {session}");
    }
    assert!(session.contains("SameSite=Lax") || session.contains("SameSite=Strict"), "{session}");
    assert!(!session.contains("Domain"), "{session}");
    let asked = house.nobody().post("/sign-in", &[("address", "13900000001")]).await.cookies();
    for flow in asked.iter().filter(|cookie| cookie.starts_with("__Host-")) {
        assert!(flow.contains("HttpOnly") && flow.contains("Secure"), "{flow}");
    }
    assert!(asked.iter().all(|cookie| cookie.starts_with("__Host-")), "{asked:?}");
}

#[tokio::test]
async fn a_planted_token_is_worth_nothing_and_signing_in_makes_a_new_one() {
    let house = House::told().await;
    let person = house.person().await;
    let planted = "A".repeat(43);
    let mut victim = house.nobody();
    victim.hold(SESSION, &planted);
    press(&house, person.account, &mut victim).await;
    assert_ne!(victim.held(SESSION), Some(planted.clone()));
    let mut thief = house.nobody();
    thief.hold(SESSION, &planted);
    assert!(!is_open(&mut thief).await);
    // One who signs in over another's session ends that one.
    let mut shared = house.person().await.browser;
    let before = shared.clone();
    press(&house, person.account, &mut shared).await;
    assert!(is_open(&mut shared).await);
    assert!(!is_open(&mut before.clone()).await);
}

#[tokio::test]
async fn after_signing_out_here_or_everywhere_no_copy_works() {
    let house = House::told().await;
    let person = house.person().await;
    let mut other = house.signed_in(person.account).await.browser;
    let (mut here, mut copy) = (person.browser.clone(), person.browser.clone());
    here.post("/sign-out", &[]).await;
    assert!(here.held(SESSION).is_none());
    assert!(!is_open(&mut copy).await);
    assert!(is_open(&mut other).await, "the other phone stays");
    let mut third = house.signed_in(person.account).await.browser;
    let mut leaving = other.clone();
    let out = leaving.post("/sign-out", &[("how", "everywhere")]).await;
    assert!(out.headers.contains_key("clear-site-data"));
    assert!(!is_open(&mut other).await && !is_open(&mut third).await);
    // An account that was deleted, a post that was taken away.
    let gone = house.person().await;
    let mut second = house.signed_in(gone.account).await.browser;
    assert!(gone.browser.clone().post("/account/delete", &[]).await.location().starts_with("/account/deleted"));
    assert!(!is_open(&mut second).await);
}

#[tokio::test]
async fn a_member_of_staff_who_was_removed_is_out_at_once() {
    let house = House::told().await;
    let mut officer = house.officer(HOME, Role::Issuing).await;
    let mut administrator = house.officer("990123", Role::Administrator).await.browser;
    assert!(officer.browser.get("/desk/applications").await.status.is_success());
    let staff = administrator.get("/desk/admin").await.text();
    // The two of the demonstration stand there too: all of them go.
    let mut rest = staff.as_str();
    while let Some((_, found)) = rest.split_once("/desk/admin/staff/") {
        let id = found.split('/').next().unwrap_or_default();
        if id.parse::<uuid::Uuid>().is_ok() {
            administrator.post(&format!("/desk/admin/staff/{id}/remove"), &[]).await;
        }
        rest = found;
    }
    let after = officer.browser.get("/desk/applications").await;
    assert!(!after.status.is_success(), "{}", after.status);
}

#[tokio::test]
async fn sessions_end_by_themselves_by_the_server_s_clock() {
    let house = House::told().await;
    let mut resident = house.person().await.browser;
    let mut officer = house.officer(HOME, Role::Issuing).await.browser;
    house.pass(Span::minutes(21));
    assert!(
        !is_open(&mut officer).await,
        "staff: a quarter of an hour, and five minutes in which a visit is not noted"
    );
    assert!(is_open(&mut resident).await);
    let mut busy = house.officer(HOME, Role::Issuing).await.browser;
    for _ in 0..48 {
        house.pass(Span::minutes(10));
        is_open(&mut busy).await;
    }
    assert!(!is_open(&mut busy).await, "staff: eight hours, however busy");
    house.pass(Span::days(31));
    assert!(!is_open(&mut resident).await);
}

#[tokio::test]
async fn a_session_opened_by_a_code_opens_no_post() {
    let house = House::told().await;
    let officer = house.officer(HOME, Role::Issuing).await;
    let mut own = officer.browser.clone();
    crate::matrix::add_phone_number(&house, &mut own, "13900000007").await;
    house.pass(Span::hours(2));
    let mut browser = house.nobody();
    assert_eq!(browser.post("/sign-in", &[("address", "13900000007")]).await.location(), "/sign-in/code");
    let code = crate::matrix::latest_code(&house.letters().await, "13900000007");
    browser.post("/sign-in/code", &[("code", &code)]).await;
    assert!(is_open(&mut browser).await);
    let desk = browser.get("/desk/applications").await;
    assert_eq!(desk.status, reqwest::StatusCode::FORBIDDEN);
}
