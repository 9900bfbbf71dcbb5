//! Codes that are forged, borrowed, screenshotted, for another portal, or of what is no longer valid, sent to the place
//! where people are registered.

use xinju_credential::qr;
use xinju_domain::staff::Role;
use xinju_domain::time::Span;

use crate::browser::Browser;
use crate::house::{HERE, HOME, HOST, House, ORIGIN, Somebody};
use crate::road::{self, Holder, Phone};

async fn state(officer: &mut Browser, order: &serde_json::Value) -> String {
    let answer = road::register(officer, order).await.expect("an answer");
    assert!(answer.status.is_success() || answer.status.is_client_error(), "{}", answer.status);
    answer.json()["state"].as_str().unwrap_or("unreadable").to_owned()
}

async fn set_up() -> (House, Browser, Somebody, Holder) {
    let house = House::told().await;
    let mut issuing = house.officer(HOME, Role::Issuing).await.browser;
    let registering = house.officer(HERE, Role::Registering).await;
    let holder = road::holder(&house, &mut issuing, 38).await;
    (house, issuing, registering, holder)
}

#[tokio::test]
async fn nothing_but_a_genuine_code_of_now_registers_anybody() {
    let (house, mut issuing, registering, holder) = set_up().await;
    let other = road::holder(&house, &mut issuing, 39).await;
    let mut officer = registering.browser.clone();
    let now = house.now().await;
    let genuine = holder.phone.show(now);
    let certificate = &holder.phone.certificates[1];
    let thief = Phone::new();
    let mut forged = certificate.clone();
    let at = forged.len() / 2;
    forged[at] ^= 1;
    let cases = [
        ("another phone shows a copied certificate", thief.show_certificate(certificate, HOST, now)),
        ("another person's phone shows it", other.phone.show_certificate(certificate, HOST, now)),
        ("a byte of it was changed", holder.phone.show_certificate(&forged, HOST, now)),
        ("for another portal", holder.phone.show_certificate(certificate, "evil.example", now)),
        ("a screenshot of ten minutes ago", holder.phone.show(now - 600)),
        ("of the future", holder.phone.show(now + 600)),
        ("too little is shown", holder.phone.show_certificate(&holder.phone.certificates[0], HOST, now)),
        ("cut", genuine[..genuine.len() - 20].to_owned()),
        ("the certificate without a proof", qr::text(ORIGIN, certificate)),
        ("no code", "https://xinju.example/v#0".to_owned()),
        ("nothing", String::new()),
        ("very long", format!("{ORIGIN}/v#{}", "9".repeat(100_000))),
    ];
    for (what, text) in &cases {
        let order = road::order(&registering, text, now);
        assert_ne!(state(&mut officer, &order).await, "registered", "{what}");
    }
    for bit in (0..certificate.len() * 8).step_by(97) {
        let mut flipped = certificate.clone();
        flipped[bit / 8] ^= 1 << (bit % 8);
        let text = holder.phone.show_certificate(&flipped, HOST, now);
        assert_ne!(state(&mut officer, &road::order(&registering, &text, now)).await, "registered", "bit {bit}");
    }
    assert_eq!(state(&mut officer, &road::order(&registering, &genuine, now)).await, "registered", "the genuine one");
    // Shown once, registered once: a copy of it does nothing, here or elsewhere.
    let mut elsewhere = house.officer(HOME, Role::Registering).await;
    for officer in [registering.clone(), elsewhere.clone()] {
        let order = road::order(&officer, &genuine, now);
        assert_ne!(state(&mut officer.browser.clone(), &order).await, "registered", "a copy");
    }
    // Under another officer's name nothing is sent.
    let order = road::order(&registering, &holder.phone.show(now + 1), now + 1);
    let answer = road::register(&mut elsewhere.browser, &order).await.expect("an answer");
    assert_eq!(answer.status, reqwest::StatusCode::CONFLICT);
}

#[tokio::test]
async fn what_was_revoked_suspended_or_replaced_registers_nobody() {
    let (house, mut issuing, registering, holder) = set_up().await;
    let mut officer = registering.browser.clone();
    // Reported lost by somebody who knows reference and birth date.
    let lost = house.nobody().post("/lost-phone", &[("reference", &holder.reference), ("born", "1992-08-16")]).await;
    assert_eq!(lost.location(), "/lost-phone/done");
    let now = house.now().await;
    let order = road::order(&registering, &holder.phone.show(now), now);
    assert_ne!(state(&mut officer, &order).await, "registered", "suspended");
    // The same answer for a reference that is none: nothing is learnt.
    let none = house.nobody().post("/lost-phone", &[("reference", &holder.reference), ("born", "1991-01-01")]).await;
    assert_eq!((none.status, none.location()), (lost.status, lost.location()));

    let second = road::holder(&house, &mut issuing, 40).await;
    let revoke = format!("/desk/certificates/{}/revoke", second.number);
    let done = issuing.post(&revoke, &[("reason", "own_wish"), ("words", "本人要求停用这份证明")]).await;
    assert!(done.location().ends_with("?done=revoked"), "{}", done.location());
    house.pass(Span::seconds(60));
    let now = house.now().await;
    let order = road::order(&registering, &second.phone.show(now), now);
    assert_ne!(state(&mut officer, &order).await, "registered", "revoked");

    let mut third = road::holder(&house, &mut issuing, 41).await;
    let old = third.phone.clone();
    let mut new = Phone::new();
    new.bind(&mut third.somebody.browser).await;
    house.pass(Span::seconds(60));
    let now = house.now().await;
    let order = road::order(&registering, &old.show(now), now);
    assert_ne!(state(&mut officer, &order).await, "registered", "the phone before");
    assert_eq!(
        state(&mut officer, &road::order(&registering, &new.show(now), now)).await,
        "registered",
        "the new phone"
    );
    house.pass(Span::days(8));
    let now = house.now().await;
    let order = road::order(&registering, &new.show(now), now);
    assert_ne!(state(&mut officer, &order).await, "registered", "not renewed for a week");
}

#[tokio::test]
async fn a_number_that_a_phone_signed_is_worth_something_once() {
    let (_house, _, _, mut holder) = set_up().await;
    let proof = holder.phone.proof(&mut holder.somebody.browser).await;
    let renew = |proof: Vec<u8>| crate::browser::Content::Bytes(proof);
    let browser = &mut holder.somebody.browser;
    let first = browser.send("POST", "/api/wallet/renew", renew(proof.clone())).await;
    assert_eq!(first.json()["state"], "bound", "{}", first.text());
    let again = browser.send("POST", "/api/wallet/renew", renew(proof.clone())).await;
    assert_eq!(again.json()["error"], "not-proven", "{}", again.text());
    let mut forged = holder.phone.proof(browser).await;
    let last = forged.len() - 1;
    forged[last] ^= 1;
    let refused = browser.send("POST", "/api/wallet/renew", renew(forged)).await;
    assert_eq!(refused.json()["error"], "not-proven", "{}", refused.text());
}
