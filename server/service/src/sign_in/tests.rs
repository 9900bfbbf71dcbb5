use std::net::Ipv4Addr;

use super::*;
use crate::session::tests::signed_in;
use crate::trial::Trial;

const PHONE: &str = "13800000001";

fn asking(address: &str) -> Asking<'_> {
    Asking {
        address,
        network: Ipv4Addr::new(192, 0, 2, 7).into(),
        locale: Locale::ZhHans,
        is_shared_phone: false,
        next: "/certificate",
    }
}

async fn ask_for(trial: &Trial, address: &str) -> String {
    // Messages are told apart by their time.
    trial.wait(Span::seconds(1));
    ask(&trial.services, &asking(address)).await.expect("a code is on its way")
}

/// The six digits of the latest message to a number.
async fn latest_code(trial: &Trial, phone: &str) -> String {
    let messages = trial.messages().await;
    let message = messages.iter().rfind(|message| message.contains(phone)).expect("a message").clone();
    let digits: String = message.rsplit('#').next().unwrap_or_default().chars().take(6).collect();
    assert!(digits.bytes().all(|b| b.is_ascii_digit()) && digits.len() == 6, "{message}");
    digits
}

fn wrong(code: &str) -> String {
    let number: u32 = code.parse().expect("digits");
    format!("{:06}", (number + 1) % 1_000_000)
}

async fn known(trial: &Trial, phone: &str) -> uuid::Uuid {
    let account = trial.account().await;
    let mut tx = trial.begin().await;
    let contact = contacts::parse_contact(phone).expect("a number");
    assert!(account::insert_contact(&mut tx, &trial.services, account, &contact).await.expect("stored"));
    tx.commit().await.expect("a commit");
    account
}

fn fault(outcome: Result<Entered, Failure<CodeRefusal>>) -> CodeRefusal {
    match outcome {
        Err(Failure::Refused(refusal)) => refusal,
        other => unreachable!("refused expected, got {other:?}"),
    }
}

#[tokio::test]
async fn the_right_code_signs_in_whose_address_it_is() {
    let trial = Trial::new().await;
    let account = known(&trial, PHONE).await;
    let flow = ask_for(&trial, PHONE).await;
    let code = latest_code(&trial, PHONE).await;
    let entered = enter(&trial.services, &flow, &code, "Chrome").await.expect("entered");
    let Entered::SignedIn { opened, next } = entered else { unreachable!("the address is known") };
    assert_eq!((opened.account, next.as_str()), (account, "/certificate"));
    let session = session::find(&trial.services, &opened.token).await.expect("found").expect("alive");
    assert_eq!(session.strength, Strength::Code);
    assert_eq!(fault(enter(&trial.services, &flow, &code, "").await), CodeRefusal::Fault(CodeFault::Expired));
}

#[tokio::test]
async fn an_unknown_address_gets_a_code_too_and_an_account_only_at_a_press() {
    let trial = Trial::new().await;
    let flow = ask_for(&trial, PHONE).await;
    let code = latest_code(&trial, PHONE).await;
    let early = make_account(&trial.services, &flow, "", Locale::En).await;
    assert!(matches!(early, Err(Failure::Refused(CodeRefusal::Fault(CodeFault::Expired)))), "{early:?}");
    assert_eq!(enter(&trial.services, &flow, &code, "").await.expect("entered"), Entered::New);
    assert!(look(&trial.services, &flow).await.expect("an answer").expect("open").is_new);
    let (opened, _) = make_account(&trial.services, &flow, "", Locale::En).await.expect("made");
    let session = session::find(&trial.services, &opened.token).await.expect("found").expect("alive");
    assert_eq!(session.locale, Some(Locale::En));
    let again = make_account(&trial.services, &flow, "", Locale::En).await;
    assert!(again.is_err(), "{again:?}");
}

#[tokio::test]
async fn a_code_dies_of_five_wrong_tries_even_if_the_sixth_is_right() {
    let trial = Trial::new().await;
    let flow = ask_for(&trial, PHONE).await;
    let code = latest_code(&trial, PHONE).await;
    for _ in 0..4 {
        let refusal = fault(enter(&trial.services, &flow, &wrong(&code), "").await);
        assert_eq!(refusal, CodeRefusal::Fault(CodeFault::Wrong));
    }
    assert_eq!(fault(enter(&trial.services, &flow, "12", "").await), CodeRefusal::Fault(CodeFault::Shape));
    for typed in [wrong(&code), code] {
        let refusal = fault(enter(&trial.services, &flow, &typed, "").await);
        assert_eq!(refusal, CodeRefusal::Fault(CodeFault::UsedUp));
    }
}

#[tokio::test]
async fn a_code_is_good_for_ten_minutes_in_the_browser_that_asked_for_it() {
    let trial = Trial::new().await;
    let flow = ask_for(&trial, PHONE).await;
    let code = latest_code(&trial, PHONE).await;
    let other = ask_for(&trial, "13800000002").await;
    assert_eq!(fault(enter(&trial.services, &other, &code, "").await), CodeRefusal::Fault(CodeFault::Wrong));
    assert_eq!(fault(enter(&trial.services, "", &code, "").await), CodeRefusal::Fault(CodeFault::Expired));
    trial.wait(rule::CODE_LIFE);
    assert_eq!(fault(enter(&trial.services, &flow, &code, "").await), CodeRefusal::Fault(CodeFault::Expired));
}

#[tokio::test]
async fn new_codes_do_not_begin_the_count_of_wrong_ones_anew() {
    let trial = Trial::new().await;
    let mut tried = 0;
    loop {
        let flow = match ask(&trial.services, &asking(PHONE)).await {
            Ok(flow) => flow,
            Err(Failure::Refused(AskRefusal::TooMany(wait))) => {
                trial.wait(wait);
                continue;
            }
            Err(failure) => unreachable!("{failure:?}"),
        };
        let code = latest_code(&trial, PHONE).await;
        let refusal = fault(enter(&trial.services, &flow, &wrong(&code), "").await);
        if matches!(refusal, CodeRefusal::TooMany(_)) {
            break;
        }
        for _ in 0..4 {
            enter(&trial.services, &flow, &wrong(&code), "").await.expect_err("wrong");
        }
        tried += 5;
        if tried > 40 {
            break;
        }
    }
    // One wrong code is forgiven each seventy minutes, and codes come at most five a day.
    assert!(tried <= 45, "{tried}");
}

#[tokio::test]
async fn nobody_is_flooded_with_messages() {
    let trial = Trial::new().await;
    for _ in 0..3 {
        ask_for(&trial, PHONE).await;
    }
    let refused = ask(&trial.services, &asking(PHONE)).await;
    assert!(matches!(refused, Err(Failure::Refused(AskRefusal::TooMany(_)))), "{refused:?}");
    ask_for(&trial, "13800000002").await;
    assert_eq!(trial.messages().await.len(), 4);
}

#[tokio::test]
async fn one_network_asks_for_so_many_codes_and_no_more() {
    let trial = Trial::new().await;
    for number in 0..30 {
        ask(&trial.services, &asking(&format!("1390000{number:04}"))).await.expect("a code is on its way");
    }
    let refused = ask(&trial.services, &asking("13911111111")).await;
    assert!(matches!(refused, Err(Failure::Refused(AskRefusal::TooMany(_)))), "{refused:?}");
    let elsewhere = Asking { network: Ipv4Addr::new(192, 0, 2, 8).into(), ..asking("13911111111") };
    ask(&trial.services, &elsewhere).await.expect("another network");
}

#[tokio::test]
async fn what_is_no_address_is_told_and_sends_nothing() {
    let trial = Trial::new().await;
    let refused = ask(&trial.services, &asking("wang@demo")).await;
    let fault = AskRefusal::Address(ContactFault::MailIncomplete);
    assert!(matches!(refused, Err(Failure::Refused(refusal)) if refusal == fault), "{refused:?}");
    assert!(trial.messages().await.is_empty());
}

#[tokio::test]
async fn another_code_to_the_same_address_ends_the_first_one() {
    let trial = Trial::new().await;
    known(&trial, PHONE).await;
    let first = ask_for(&trial, PHONE).await;
    let network = Ipv4Addr::new(192, 0, 2, 7).into();
    let old = latest_code(&trial, PHONE).await;
    let second = ask_again(&trial.services, &first, network, Locale::ZhHans).await.expect("another");
    assert_eq!(fault(enter(&trial.services, &first, &old, "").await), CodeRefusal::Fault(CodeFault::Expired));
    assert!(look(&trial.services, &second).await.expect("an answer").is_some());
    let nobody = ask_again(&trial.services, &first, network, Locale::ZhHans).await;
    assert!(matches!(nobody, Err(Failure::Refused(AskRefusal::NotYours))), "{nobody:?}");
}

#[tokio::test]
async fn a_fresh_proof_goes_to_an_own_address_and_changes_the_token() {
    let trial = Trial::new().await;
    let account = known(&trial, PHONE).await;
    let stranger = known(&trial, "13800000002").await;
    let (old, who) = signed_in(&trial, account, Strength::Code).await;
    let mut tx = trial.begin().await;
    let own = account::list_contacts_in(&mut tx, &trial.services, account).await.expect("a list")[0].id;
    let foreign = account::list_contacts_in(&mut tx, &trial.services, stranger).await.expect("a list")[0].id;
    drop(tx);
    let refused = ask_proof(&trial.services, &who, &foreign.to_string(), &asking("")).await;
    assert!(matches!(refused, Err(Failure::Refused(AskRefusal::NotYours))), "{refused:?}");
    let flow = ask_proof(&trial.services, &who, &own.to_string(), &asking("")).await.expect("a code");
    let code = latest_code(&trial, PHONE).await;
    assert_eq!(fault(enter(&trial.services, &flow, &code, "").await), CodeRefusal::Fault(CodeFault::Expired));
    let (_, thief) = signed_in(&trial, stranger, Strength::Code).await;
    enter_proof(&trial.services, &thief, &flow, &wrong(&code)).await.expect_err("not theirs");
    let (opened, _) = enter_proof(&trial.services, &who, &flow, &code).await.expect("proven");
    assert!(session::find(&trial.services, &old).await.expect("an answer").is_none());
    assert!(session::find(&trial.services, &opened.token).await.expect("an answer").expect("alive").is_proven());
}

#[tokio::test]
async fn links_of_the_demonstration_work_there_alone_and_until_they_expire() {
    let real = Trial::new().await;
    let account = real.account().await;
    assert_eq!(link::make_demo(&real.services, account, Span::hours(1)).await.expect("an answer"), None);

    let trial = Trial::demonstration().await;
    let account = trial.account().await;
    let path = link::make_demo(&trial.services, account, Span::hours(1)).await.expect("an answer").expect("a link");
    let token = path.rsplit('=').next().unwrap_or_default();
    for _ in 0..2 {
        assert!(link::look(&trial.services, token).await.expect("an answer").is_some(), "looking uses nothing up");
        let opened = link::sign_in(&trial.services, token, "").await.expect("signed in");
        assert_eq!(opened.account, account);
    }
    trial.wait(Span::hours(1));
    link::sign_in(&trial.services, token, "").await.expect_err("over");
    link::sign_in(&trial.services, "guess", "").await.expect_err("never was");
}
