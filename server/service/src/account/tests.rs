use std::net::Ipv4Addr;

use xinju_domain::time::Span;
use xinju_store::office as offices;

use super::deletion::DeletionRefusal;
use super::*;
use crate::session::tests::{signed_in, with_post};
use crate::session::{self, Strength};
use crate::trial::{NEIGHBOUR, TOWNSHIP, Trial, id_number};

const PHONE: &str = "13800000001";

fn asking(address: &str) -> Asking<'_> {
    Asking {
        address,
        network: Ipv4Addr::new(192, 0, 2, 7).into(),
        locale: Locale::ZhHans,
        is_shared_phone: false,
        next: "/account",
    }
}

async fn latest_code(trial: &Trial) -> String {
    let message = trial.messages().await.pop().expect("a message");
    message.rsplit('#').next().unwrap_or_default().chars().take(6).collect()
}

async fn add(trial: &Trial, who: &Session, phone: &str) -> Result<(), Failure<ContactRefusal>> {
    // Messages are told apart by their time.
    trial.wait(Span::seconds(1));
    let flow = ask_contact(&trial.services, who, &asking(phone)).await.expect("a code is on its way");
    let code = latest_code(trial).await;
    add_contact(&trial.services, who, &flow, &code).await
}

pub(crate) async fn give_passkey(trial: &Trial, account: Uuid, active_after: Span) -> Uuid {
    let mut tx = trial.begin().await;
    let id = random::uuid_v7(tx.now());
    let name = trial.services.secrets.seal(&Place::new("passkey", "name", id), "手机".as_bytes());
    let new = xinju_store::passkey::NewPasskey {
        id,
        account,
        credential_id: id.as_bytes(),
        credential: "{}",
        name: &name,
        at: tx.now().micros(),
        active_at: tx.now().plus(active_after).micros(),
    };
    assert!(xinju_store::passkey::insert(&mut tx, &new).await.expect("stored"));
    tx.commit().await.expect("a commit");
    id
}

#[tokio::test]
async fn an_address_is_added_by_its_code_and_belongs_to_one_account() {
    let trial = Trial::new().await;
    let (_, who) = signed_in(&trial, trial.account().await, Strength::Code).await;
    let (_, other) = signed_in(&trial, trial.account().await, Strength::Code).await;
    add(&trial, &who, PHONE).await.expect("added");
    let account = get(&trial.services, &who).await.expect("the account");
    assert_eq!(account.contacts[0].contact.as_str(), "+8613800000001");
    let taken = add(&trial, &other, "138 0000 0001").await;
    assert!(matches!(taken, Err(Failure::Refused(ContactRefusal::Taken))), "{taken:?}");
    assert!(get(&trial.services, &other).await.expect("the account").contacts.is_empty());
}

#[tokio::test]
async fn a_code_that_somebody_else_asked_for_adds_nothing() {
    let trial = Trial::new().await;
    let (_, who) = signed_in(&trial, trial.account().await, Strength::Code).await;
    let (_, other) = signed_in(&trial, trial.account().await, Strength::Code).await;
    let flow = ask_contact(&trial.services, &who, &asking(PHONE)).await.expect("a code");
    let code = latest_code(&trial).await;
    let refused = add_contact(&trial.services, &other, &flow, &code).await;
    assert!(matches!(refused, Err(Failure::Refused(ContactRefusal::Code(_)))), "{refused:?}");
    assert!(get(&trial.services, &other).await.expect("the account").contacts.is_empty());
}

#[tokio::test]
async fn the_last_way_in_stays() {
    let trial = Trial::new().await;
    let (_, who) = signed_in(&trial, trial.account().await, Strength::Code).await;
    add(&trial, &who, PHONE).await.expect("added");
    let contact = get(&trial.services, &who).await.expect("the account").contacts[0].id;
    let refused = remove_contact(&trial.services, &who, contact).await;
    assert!(matches!(refused, Err(Failure::Refused(RemoveRefusal::LastWayIn))), "{refused:?}");
    let (_, other) = signed_in(&trial, trial.account().await, Strength::Code).await;
    let foreign = remove_contact(&trial.services, &other, contact).await;
    assert!(matches!(foreign, Err(Failure::Refused(RemoveRefusal::Absent))), "{foreign:?}");
    add(&trial, &who, "13800000002").await.expect("added");
    remove_contact(&trial.services, &who, contact).await.expect("removed");
}

#[tokio::test]
async fn news_go_where_they_are_wanted_and_warnings_everywhere() {
    let trial = Trial::new().await;
    let (_, who) = signed_in(&trial, trial.account().await, Strength::Code).await;
    add(&trial, &who, PHONE).await.expect("added");
    add(&trial, &who, "13800000002").await.expect("added");
    let quiet = get(&trial.services, &who).await.expect("the account").contacts[0].id;
    set_news(&trial.services, &who, quiet, false).await.expect("set");
    let before = trial.messages().await.len();
    let mut tx = trial.begin().await;
    let letter = LetterKind::PasskeyAdded { link: "https://xinju.example/account".to_owned() };
    tell(&mut tx, &trial.services, who.account, &letter).await.expect("told");
    tx.commit().await.expect("a commit");
    assert_eq!(trial.messages().await.len() - before, 1);
    let mut tx = trial.begin().await;
    warn(&mut tx, &trial.services, who.account, &letter).await.expect("warned");
    tx.commit().await.expect("a commit");
    assert_eq!(trial.messages().await.len() - before, 3);
}

#[tokio::test]
async fn a_second_claim_to_a_number_goes_to_the_home_office_and_tells_both() {
    let trial = Trial::new().await;
    let (_, holder) = signed_in(&trial, trial.account().await, Strength::Code).await;
    let (_, other) = signed_in(&trial, trial.account().await, Strength::Code).await;
    add(&trial, &holder, PHONE).await.expect("added");
    add(&trial, &other, "13800000002").await.expect("added");
    let before = trial.messages().await.len();
    let number = id_number(38);
    for (who, claim) in
        [(&holder, Claim::Claimed), (&holder, Claim::AlreadyMine), (&other, Claim::Disputed), (&other, Claim::Disputed)]
    {
        let mut tx = trial.begin().await;
        let got = claim_id_number(&mut tx, &trial.services, who, &number, TOWNSHIP).await.expect("an answer");
        assert_eq!(got, claim);
        tx.commit().await.expect("a commit");
    }
    let mut tx = trial.begin().await;
    let here = xinju_store::dispute::list_open(&mut tx, TOWNSHIP, 10).await.expect("a list");
    assert_eq!((here.len(), here[0].holder, here[0].claimant), (1, holder.account, other.account));
    assert!(xinju_store::dispute::list_open(&mut tx, NEIGHBOUR, 10).await.expect("a list").is_empty());
    drop(tx);
    let told: Vec<String> = trial.messages().await.split_off(before);
    assert_eq!(told.len(), 2, "each once");
    assert!(told.iter().all(|message| !message.contains(number.as_str())));
}

#[tokio::test]
async fn giving_everything_out_asks_for_a_fresh_proof() {
    let trial = Trial::new().await;
    let (token, who) = signed_in(&trial, trial.account().await, Strength::Code).await;
    add(&trial, &who, PHONE).await.expect("added");
    let everything = export::export(&trial.services, &who).await.expect("everything");
    assert_eq!(everything["contacts"][0]["address"], "+8613800000001");
    trial.wait(Span::minutes(6));
    let who = session::find(&trial.services, &token).await.expect("found").expect("alive");
    let refused = export::export(&trial.services, &who).await;
    assert!(matches!(refused, Err(Failure::Refused(_))), "{refused:?}");
}

#[tokio::test]
async fn a_code_alone_gives_nothing_out_and_deletes_nothing_where_there_is_a_passkey() {
    let trial = Trial::new().await;
    let account = trial.account().await;
    give_passkey(&trial, account, Span::ZERO).await;
    let (_, by_code) = signed_in(&trial, account, Strength::Code).await;
    assert!(export::export(&trial.services, &by_code).await.is_err());
    let refused = deletion::delete(&trial.services, &by_code).await;
    assert!(matches!(refused, Err(Failure::Refused(DeletionRefusal::NotProven))), "{refused:?}");
    let (_, by_passkey) = signed_in(&trial, account, Strength::Passkey).await;
    deletion::delete(&trial.services, &by_passkey).await.expect("deleted");
}

#[tokio::test]
async fn deleting_leaves_nothing_personal_and_signs_out() {
    let trial = Trial::new().await;
    let (token, who) = signed_in(&trial, trial.account().await, Strength::Code).await;
    add(&trial, &who, PHONE).await.expect("added");
    set_name(&trial.services, &who, "王小安").await.expect("named");
    let mut tx = trial.begin().await;
    claim_id_number(&mut tx, &trial.services, &who, &id_number(38), TOWNSHIP).await.expect("claimed");
    tx.commit().await.expect("a commit");
    deletion::delete(&trial.services, &who).await.expect("deleted");
    assert!(session::find(&trial.services, &token).await.expect("an answer").is_none());
    let mut tx = trial.begin().await;
    let row = store::find(&mut tx, who.account).await.expect("found").expect("the row stays");
    assert_eq!((row.state.as_str(), row.name), (DELETED, None));
    assert!(store::list_contacts(&mut tx, who.account).await.expect("a list").is_empty());
    drop(tx);
    // The number and the address are free again.
    let (_, next) = signed_in(&trial, trial.account().await, Strength::Code).await;
    add(&trial, &next, PHONE).await.expect("added");
    let mut tx = trial.begin().await;
    let claim = claim_id_number(&mut tx, &trial.services, &next, &id_number(38), TOWNSHIP).await.expect("an answer");
    assert_eq!(claim, Claim::Claimed);
}

#[tokio::test]
async fn staff_give_back_their_posts_before_they_delete_their_account() {
    let trial = Trial::new().await;
    let account = with_post(&trial, TOWNSHIP, xinju_domain::staff::Role::Issuing).await;
    let (_, who) = signed_in(&trial, account, Strength::Passkey).await;
    let refused = deletion::delete(&trial.services, &who).await;
    assert!(matches!(refused, Err(Failure::Refused(DeletionRefusal::HoldsPost))), "{refused:?}");
    let mut tx = trial.begin().await;
    assert!(offices::find(&mut tx, TOWNSHIP).await.expect("found").is_some());
}

#[tokio::test]
async fn a_code_takes_no_address_away_where_there_is_a_passkey() {
    let trial = Trial::new().await;
    let account = trial.account().await;
    let (_, by_code) = signed_in(&trial, account, Strength::Code).await;
    add(&trial, &by_code, PHONE).await.expect("added");
    add(&trial, &by_code, "13800000002").await.expect("added");
    let contact = get(&trial.services, &by_code).await.expect("the account").contacts[0].id;
    give_passkey(&trial, account, Span::ZERO).await;
    let refused = remove_contact(&trial.services, &by_code, contact).await;
    assert!(matches!(refused, Err(Failure::Refused(RemoveRefusal::NeedsPasskey))), "{refused:?}");
    let (_, by_passkey) = signed_in(&trial, account, Strength::Passkey).await;
    remove_contact(&trial.services, &by_passkey, contact).await.expect("removed");
}
