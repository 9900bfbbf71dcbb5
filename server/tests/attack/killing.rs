//! The process is killed while officers issue and register. Whatever was answered is there, once; what was not answered is
//! there whole or not at all, and can be sent again; the history's chains hold.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use sqlx::{Connection, SqliteConnection};
use tokio::task::JoinSet;
use xinju_domain::staff::Role;
use xinju_identity::random;

use crate::browser::{Browser, Content};
use crate::house::{HERE, HOME, House, Somebody};
use crate::process::Server;
use crate::road::{self, Applicant, Holder};

/// How often the process is killed. `make attack` asks for more.
fn rounds() -> usize {
    std::env::var("XINJU_ATTACK_ROUNDS").ok().and_then(|text| text.parse().ok()).unwrap_or(4)
}

const AT_ONCE: usize = 4;

/// How many things were done with an answer, for whoever waits for the right moment.
type Done = Arc<AtomicUsize>;

/// The moment of the kill: after some of the answers of this round, and a little later, while others are under way.
async fn moment(done: &Done) {
    let enough = usize::try_from(random::below(AT_ONCE as u64)).unwrap_or_default();
    for _ in 0..5000 {
        if done.load(Ordering::SeqCst) >= enough {
            break;
        }
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
    tokio::time::sleep(Duration::from_millis(random::below(30))).await;
}

async fn number(house: &House, query: &'static str) -> i64 {
    let url = format!("sqlite://{}", house.folder().join("xinju.db").display());
    let mut connection = SqliteConnection::connect(&url).await.expect("the database");
    sqlx::query_scalar(query).fetch_one(&mut connection).await.expect("a number")
}

async fn expect_whole(house: &House, server: &Server) {
    let url = format!("sqlite://{}", house.folder().join("xinju.db").display());
    let mut connection = SqliteConnection::connect(&url).await.expect("the database");
    let faults: Vec<String> =
        sqlx::query_scalar("pragma integrity_check").fetch_all(&mut connection).await.expect("a check");
    assert_eq!(faults, ["ok"]);
    let strays = sqlx::query("pragma foreign_key_check").fetch_all(&mut connection).await.expect("a check");
    assert!(strays.is_empty());
    let (code, said) = server.command(&["audit", "verify"]);
    assert_eq!(code, Some(0), "{said}");
}

/// Waits until the sealer has given every row its place.
async fn expect_sealed(house: &House) {
    for _ in 0..200 {
        if number(house, "select count(*) from history where sequence is null").await == 0 {
            return;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    unreachable!("the sealer does not come by");
}

/// Issues; whether the server said so.
pub async fn issue(mut officer: Browser, reference: String) -> (String, bool) {
    let here = format!("/desk/applications/{reference}");
    let Some(record) = officer.attempt("GET", &here, Content::Nothing).await else { return (reference, false) };
    let text = record.text();
    let Some((_, rest)) = text.split_once("name=\"version\" value=\"") else { return (reference, false) };
    let version = rest.split('"').next().unwrap_or_default();
    let form = Content::form(&[("version", version)]);
    let answer = officer.attempt("POST", &format!("{here}/issue"), form).await;
    let is_done = answer.is_some_and(|answer| answer.location() == format!("{here}?done=issued"));
    (reference, is_done)
}

fn count<T>(outcome: (T, bool), done: &Done) -> (T, bool) {
    done.fetch_add(usize::from(outcome.1), Ordering::SeqCst);
    outcome
}

/// Kills the server at a random moment while these tasks run, and starts it again when all are over.
async fn kill_among<T: 'static>(server: &mut Server, mut tasks: JoinSet<T>, done: &Done) -> Vec<T> {
    moment(done).await;
    server.kill();
    let mut outcomes = Vec::new();
    while let Some(outcome) = tasks.join_next().await {
        outcomes.push(outcome.expect("no panic"));
    }
    server.start_again().await;
    outcomes
}

#[tokio::test(flavor = "multi_thread")]
async fn killed_among_issues_it_loses_nothing_that_it_answered_and_does_nothing_twice() {
    let house = House::real().await;
    let officers: Vec<Somebody> =
        futures::future::join_all((0..AT_ONCE).map(|_| house.officer(HOME, Role::Issuing))).await;
    let mut waiting = Vec::new();
    for sequence in 0..u16::try_from(rounds() * 2).expect("few") {
        waiting.push(road::apply(&mut house.person().await.browser, &Applicant::new(sequence)).await);
    }
    let all = i64::try_from(waiting.len()).expect("few");
    let mut server = Server::start(&house.folder()).await;
    let mut answered = 0;
    for _ in 0..rounds() {
        let (mut tasks, done) = (JoinSet::new(), Done::default());
        for (reference, officer) in waiting.iter().zip(&officers) {
            let issuing = issue(officer.browser.over(&server.base()), reference.clone());
            let done = Done::clone(&done);
            tasks.spawn(async move { count(issuing.await, &done) });
        }
        for (reference, is_done) in kill_among(&mut server, tasks, &done).await {
            if is_done {
                answered += 1;
                waiting.retain(|waits| *waits != reference);
                assert_issued(&house, &reference).await;
            }
        }
    }
    // What is left is sent again: it was done without an answer, or is done now.
    for reference in waiting {
        for officer in &officers {
            issue(officer.browser.over(&server.base()), reference.clone()).await;
        }
        assert_issued(&house, &reference).await;
    }
    println!("{answered} of {all} were answered before a kill");
    assert!(answered > 0, "killed too early to show anything");
    let certificates = number(&house, "select count(*) from certificate").await;
    assert_eq!(certificates, all);
    assert_eq!(number(&house, "select count(distinct application) from certificate").await, all);
    assert_eq!(number(&house, "select count(*) from application where state = 'issued'").await, all);
    assert_eq!(number(&house, "select last from serial").await, all, "serial numbers without a gap");
    assert_eq!(number(&house, "select count(*) from history where action = 'application.issued'").await, all);
    expect_sealed(&house).await;
    expect_whole(&house, &server).await;
}

async fn assert_issued(house: &House, reference: &str) {
    let url = format!("sqlite://{}", house.folder().join("xinju.db").display());
    let mut connection = SqliteConnection::connect(&url).await.expect("the database");
    let query = "select count(*) from certificate join application on application.id = certificate.application \
        where application.reference = $1 and application.state = 'issued'";
    let count: i64 = sqlx::query_scalar(query).bind(reference).fetch_one(&mut connection).await.expect("a number");
    assert_eq!(count, 1, "{reference}");
}

/// Sends an order as a phone's queue does; whether it was answered as registered.
async fn send(mut officer: Browser, order: serde_json::Value) -> bool {
    let answer = road::register(&mut officer, &order).await;
    answer.is_some_and(|answer| answer.json()["state"] == "registered")
}

#[tokio::test(flavor = "multi_thread")]
async fn killed_among_registrations_each_order_of_a_phone_is_registered_once() {
    let house = House::real().await;
    let mut issuing = house.officer(HOME, Role::Issuing).await.browser;
    let registering = house.officer(HERE, Role::Registering).await;
    let mut holders: Vec<Holder> = Vec::new();
    for sequence in 0..u16::try_from(AT_ONCE).expect("few") {
        holders.push(road::holder(&house, &mut issuing, sequence).await);
    }
    let mut server = Server::start(&house.folder()).await;
    let (mut orders, mut answered) = (Vec::new(), 0);
    let mut now = 0;
    for _ in 0..rounds() {
        // A code of another second is another showing.
        now = house.now().await.max(now + 1);
        let of_this_round: Vec<_> =
            holders.iter().map(|holder| road::order(&registering, &holder.phone.show(now), now)).collect();
        let (mut tasks, done) = (JoinSet::new(), Done::default());
        for order in &of_this_round {
            let officer = registering.browser.over(&server.base());
            let (order, done) = (order.clone(), Done::clone(&done));
            tasks.spawn(async move { count((order["key"].to_string(), send(officer, order).await), &done) });
        }
        for (key, is_done) in kill_among(&mut server, tasks, &done).await {
            if is_done {
                answered += 1;
                assert_registered(&house, key.trim_matches('"')).await;
            }
        }
        orders.extend(of_this_round);
    }
    for order in &orders {
        for _ in 0..2 {
            assert!(send(registering.browser.over(&server.base()), order.clone()).await, "{order}");
        }
    }
    let all = i64::try_from(orders.len()).expect("few");
    println!("{answered} of {all} were answered before a kill");
    assert!(answered > 0, "killed too early to show anything");
    assert_eq!(number(&house, "select count(*) from registration").await, all);
    assert_eq!(
        number(&house, "select count(*) from report where registration is not null and kind = 'registration'").await,
        all
    );
    assert_eq!(number(&house, "select count(*) from notice").await, all);
    assert_eq!(number(&house, "select count(*) from history where action = 'registration.made'").await, all);
    expect_sealed(&house).await;
    expect_whole(&house, &server).await;
}

async fn assert_registered(house: &House, key: &str) {
    let url = format!("sqlite://{}", house.folder().join("xinju.db").display());
    let mut connection = SqliteConnection::connect(&url).await.expect("the database");
    let query = "select count(*) from registration where idempotency_key = $1";
    let count: i64 = sqlx::query_scalar(query).bind(key).fetch_one(&mut connection).await.expect("a number");
    assert_eq!(count, 1, "{key}");
}
