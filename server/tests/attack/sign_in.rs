//! Codes guessed, reused, flooded; addresses asked whether they are known; links opened by machines.

use xinju_domain::time::Span;
use xinju_service::sign_in::link;

use crate::browser::{Answer, Browser, without_nonces};
use crate::house::{House, SESSION};
use crate::matrix::latest_code;

const PHONE: &str = "13900000001";

/// Asks for a code; gives the digits that came.
async fn ask(house: &House, browser: &mut Browser, phone: &str) -> String {
    // Letters are told apart by their time.
    house.pass(Span::seconds(1));
    let asked = browser.post("/sign-in", &[("address", phone), ("next", "/account")]).await;
    assert_eq!(asked.location(), "/sign-in/code", "{}", asked.text());
    latest_code(&house.letters().await, phone)
}

fn wrong(code: &str, step: u32) -> String {
    format!("{:06}", (code.parse::<u32>().expect("digits") + step) % 1_000_000)
}

async fn enter(browser: &mut Browser, code: &str) -> Answer {
    browser.post("/sign-in/code", &[("code", code)]).await
}

fn is_in(browser: &Browser) -> bool {
    browser.held(SESSION).is_some()
}

/// A person with this telephone number, signed out again.
async fn known(house: &House, phone: &str) {
    let mut browser = house.nobody();
    let code = ask(house, &mut browser, phone).await;
    assert_eq!(enter(&mut browser, &code).await.location(), "/sign-in/welcome");
    assert_eq!(browser.post("/sign-in/welcome", &[]).await.location(), "/account");
    assert!(is_in(&browser));
    house.pass(Span::days(1));
}

#[tokio::test]
async fn five_wrong_codes_end_a_code_and_a_right_one_works_once_in_one_browser() {
    let house = House::told().await;
    known(&house, PHONE).await;
    let mut guesser = house.nobody();
    let code = ask(&house, &mut guesser, PHONE).await;
    for step in 1..=5 {
        enter(&mut guesser, &wrong(&code, step)).await;
    }
    enter(&mut guesser, &code).await;
    assert!(!is_in(&guesser), "the sixth try is too late, right or not");

    let (mut asker, mut other) = (house.nobody(), house.nobody());
    let code = ask(&house, &mut asker, PHONE).await;
    enter(&mut other, &code).await;
    assert!(!is_in(&other), "a code opens nothing in a browser that did not ask");
    let flow = asker.clone();
    assert_eq!(enter(&mut asker, &code).await.location(), "/account");
    assert!(is_in(&asker));
    let mut again = flow;
    enter(&mut again, &code).await;
    assert!(!is_in(&again), "a code works once");

    let mut late = house.nobody();
    let code = ask(&house, &mut late, PHONE).await;
    house.pass(Span::minutes(10));
    enter(&mut late, &code).await;
    assert!(!is_in(&late), "ten minutes are over");
}

#[tokio::test]
async fn new_codes_other_browsers_and_days_do_not_add_up_to_a_guess() {
    let house = House::told().await;
    known(&house, PHONE).await;
    let mut tried = 0;
    // A day of somebody who uses every code and every try that they are given.
    for _ in 0..24 {
        let mut browser = house.nobody();
        let asked = browser.post("/sign-in", &[("address", PHONE)]).await;
        if asked.location() == "/sign-in/code" {
            let code = latest_code(&house.letters().await, PHONE);
            for step in 1..=5 {
                enter(&mut browser, &wrong(&code, step)).await;
                tried += 1;
            }
            assert!(!is_in(&browser));
        }
        house.pass(Span::hours(1));
    }
    // Twenty at once and twenty more over the day are looked at; the last code's other tries are not.
    assert!(tried <= 45, "{tried} guesses of a million in a day");
}

#[tokio::test]
async fn nobody_floods_a_telephone_or_asks_without_end_from_one_network() {
    let house = House::told().await;
    let mut sent = 0;
    for _ in 0..24 {
        for _ in 0..4 {
            house.pass(Span::minutes(15));
            let asked = house.nobody().post("/sign-in", &[("address", PHONE)]).await;
            sent += usize::from(asked.location() == "/sign-in/code");
        }
    }
    assert!(sent <= 10, "{sent} messages to one number in a day");
    house.pass(Span::days(1));
    let mut asked = 0;
    for number in 0..60 {
        let phone = format!("1370000{number:04}");
        let answer = house.nobody().post("/sign-in", &[("address", &phone)]).await;
        asked += usize::from(answer.location() == "/sign-in/code");
    }
    assert!((20..=40).contains(&asked), "{asked} codes from one network at once");
}

#[tokio::test]
async fn a_known_address_is_answered_to_the_letter_like_an_unknown_one() {
    let house = House::told().await;
    known(&house, PHONE).await;
    let mut told = Vec::new();
    for phone in [PHONE, "13900000002"] {
        let mut browser = house.nobody();
        let asked = browser.post("/sign-in", &[("address", phone)]).await;
        let page = browser.get("/sign-in/code").await;
        let code = latest_code(&house.letters().await, phone);
        let refused = enter(&mut browser, &wrong(&code, 1)).await;
        let again = browser.get(&refused.location()).await;
        let answers = [asked, page, again];
        let cookies = answers[0].cookies().iter().map(String::len).collect::<Vec<_>>();
        let texts = answers.each_ref().map(|answer| (answer.status, mute(&answer.text(), phone)));
        told.push((texts, cookies));
    }
    assert_eq!(told[0], told[1]);
    // Also where too many were asked for.
    let mut refusals = Vec::new();
    for phone in [PHONE, "13900000002"] {
        let mut last = None;
        for _ in 0..6 {
            last = Some(house.nobody().post("/sign-in", &[("address", phone)]).await);
        }
        let last = last.expect("an answer");
        let page = house.nobody().get(&last.location()).await;
        refusals.push(mute(&page.text(), phone));
    }
    assert_eq!(refusals[0], refusals[1]);
}

/// Without what belongs to the showing and to the number that was typed.
fn mute(text: &str, phone: &str) -> String {
    let masked = format!("{}****{}", &phone[..3], &phone[7..]);
    let text = text.replace(phone, "•").replace(&masked, "•").replace(&phone[7..], "•");
    without_nonces(&text)
}

#[tokio::test]
async fn opening_a_link_changes_nothing_its_button_does() {
    let house = House::told().await;
    let person = house.person().await;
    let path =
        link::make_demo(&house.services, person.account, Span::hours(1)).await.expect("an answer").expect("a link");
    for _ in 0..3 {
        let mut scanner = house.nobody();
        scanner.get(&path).await;
        assert!(!is_in(&scanner));
    }
    // An invitation that a machine opened first still works, once.
    let outbox = house.letters().await.len();
    let services = &house.services;
    let role = xinju_domain::staff::Role::Issuing;
    xinju_service::staff::invite(services, None, "13900000009", crate::house::HOME, role).await.expect("invited");
    let letters = house.letters().await;
    assert_eq!(letters.len(), outbox + 1);
    let letter = letters.iter().find(|letter| letter.contains("token=")).expect("a link");
    let token: String = letter
        .rsplit("token=")
        .next()
        .unwrap_or_default()
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || "-_".contains(*c))
        .collect();
    for _ in 0..3 {
        let page = house.nobody().get(&format!("/invitation?token={token}")).await;
        assert!(page.text().contains("action=\"/invitation\""), "{}", page.text());
    }
    let mut first = house.nobody();
    assert_eq!(first.post("/invitation", &[("token", &token)]).await.location(), "/account/passkeys?post=new");
    let mut second = house.nobody();
    second.post("/invitation", &[("token", &token)]).await;
    assert!(is_in(&first) && !is_in(&second));
    // It proves an address and opens no post.
    assert_eq!(first.get("/desk/applications").await.status, reqwest::StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn nobody_is_led_elsewhere_after_signing_in() {
    let house = House::told().await;
    for next in [
        "https://evil.example",
        "//evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "/\t/evil.example",
        "javascript:alert(1)",
        "///evil.example",
        "/%09/evil.example",
        "https:evil.example",
        " //evil.example",
        "/..//evil.example",
        "/.//evil.example",
        "@evil.example",
        "/\u{0}/evil.example",
    ] {
        let mut person = house.person().await.browser;
        let query = crate::browser::encoded(next);
        for path in [
            format!("/sign-in?next={query}"),
            format!("/language?next={query}"),
            format!("/sign-in/prove?next={query}"),
        ] {
            let answer = person.get(&path).await;
            expect_local(&answer, &path);
        }
        let answer = person.post("/language", &[("locale", "en"), ("next", next)]).await;
        expect_local(&answer, next);
    }
}

/// An address of ours, as a browser reads it.
fn expect_local(answer: &Answer, path: &str) {
    let location = answer.location();
    let tidied = url::Url::parse("http://localhost:3000").and_then(|base| base.join(&location)).expect("an address");
    assert_eq!(tidied.host_str(), Some("localhost"), "{path}: {location}");
    assert!(!answer.text().contains("href=\"https://evil") && !answer.text().contains("href=\"//evil"), "{path}");
}
