//! The access matrix: every address that the rooms declare, as everybody. Whoever is not let in changes nothing and
//! learns nothing: what belongs to somebody else answers to the letter like what does not exist.

mod table;
mod world;

use reqwest::StatusCode;
use xinju_domain::time::Span;

use crate::browser::{Answer, Browser, Content, without_nonces};
use crate::road;
use crate::routes;
use table::{Row, Sample, TABLE};
pub use world::{World, add_phone_number, latest_code};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Actor {
    Nobody,
    /// Somebody else than the owner.
    Resident,
    /// Whose records these are.
    Owner,
    IssuingHome,
    IssuingNeighbour,
    RegisteringHere,
    RegisteringElsewhere,
    AdministratorAbove,
    AdministratorElsewhere,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    Everyone,
    SignedIn,
    /// The owner; to others it does not exist.
    Owner,
    /// None of the actors: it belongs to somebody else again.
    Outsider,
    /// Any post.
    Staff,
    Issuing,
    /// The office that the record lies with; to other offices it does not exist.
    IssuingHome,
    Registering,
    RegisteringHere,
    Administrator,
    AdministratorAbove,
}

/// What came of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Cell {
    LetIn,
    SignIn,
    Denied,
    Absent,
    /// Neither an answer nor a refusal.
    Wrong(StatusCode),
}

impl Actor {
    fn post(self) -> Option<Rule> {
        match self {
            Self::IssuingHome | Self::IssuingNeighbour => Some(Rule::Issuing),
            Self::RegisteringHere | Self::RegisteringElsewhere => Some(Rule::Registering),
            Self::AdministratorAbove | Self::AdministratorElsewhere => Some(Rule::Administrator),
            Self::Nobody | Self::Resident | Self::Owner => None,
        }
    }
}

/// What a rule says.
fn expected(rule: Rule, actor: Actor) -> Cell {
    let of_post = |post: Rule, own: Actor| match actor {
        actor if actor == own => Cell::LetIn,
        actor if actor.post() == Some(post) => Cell::Absent,
        _ => Cell::Denied,
    };
    let one_of = |is_in: bool, else_: Cell| if is_in { Cell::LetIn } else { else_ };
    match (rule, actor) {
        (Rule::Everyone, _) => Cell::LetIn,
        (_, Actor::Nobody) => Cell::SignIn,
        (Rule::SignedIn, _) => Cell::LetIn,
        (Rule::Owner, actor) => one_of(actor == Actor::Owner, Cell::Absent),
        (Rule::Outsider, _) => Cell::Absent,
        (Rule::Staff, actor) => one_of(actor.post().is_some(), Cell::Denied),
        (Rule::Issuing | Rule::Registering | Rule::Administrator, actor) => {
            one_of(actor.post() == Some(rule), Cell::Denied)
        }
        (Rule::IssuingHome, _) => of_post(Rule::Issuing, Actor::IssuingHome),
        (Rule::RegisteringHere, _) => of_post(Rule::Registering, Actor::RegisteringHere),
        (Rule::AdministratorAbove, _) => of_post(Rule::Administrator, Actor::AdministratorAbove),
    }
}

fn cell(row: &Row, answer: &Answer) -> Cell {
    let location = answer.location();
    let is_sent_to_sign_in = match row.method {
        "GET" => location.starts_with("/sign-in?next="),
        _ => location == "/sign-in",
    };
    match answer.status {
        StatusCode::UNAUTHORIZED => Cell::SignIn,
        StatusCode::SEE_OTHER if is_sent_to_sign_in && row.rule != Rule::Everyone => Cell::SignIn,
        StatusCode::FORBIDDEN => Cell::Denied,
        StatusCode::NOT_FOUND => Cell::Absent,
        status if status.is_server_error() || status == StatusCode::TOO_MANY_REQUESTS => Cell::Wrong(status),
        _ => Cell::LetIn,
    }
}

async fn send(world: &World, browser: &mut Browser, row: &Row, exists: bool) -> Answer {
    let path = world.fill(&format!("{}{}", row.route, row.query), exists);
    let content = match row.content {
        Sample::None => Content::Nothing,
        Sample::Form(fields) => {
            Content::Form(fields.iter().map(|(name, value)| ((*name).to_owned(), world.fill(value, exists))).collect())
        }
        Sample::Json(text) => Content::Json(world.fill(text, exists)),
        Sample::Bytes => Content::Bytes(b"x".to_vec()),
        Sample::Paper => Content::File("photo".to_owned(), road::picture()),
    };
    browser.send(row.method, &path, content).await
}

/// A page with what is new at each showing taken out.
fn settled(world: &World, answer: &Answer) -> String {
    let mut text = answer.text();
    for (name, real, absent) in &world.objects {
        if real != absent {
            text = text.replace(real, name).replace(absent, name);
        }
    }
    without_nonces(&text)
}

#[test]
fn every_address_stands_in_the_matrix() {
    let declared = routes::declared();
    let mut listed = std::collections::BTreeSet::new();
    for row in TABLE {
        // Names in braces differ from the code's: what they stand for matters here.
        let fits = |path: &str| unnamed(path) == unnamed(row.route);
        let found = declared.iter().find(|(method, path)| *method == row.method && fits(path));
        let found = found.unwrap_or_else(|| unreachable!("no such address: {} {}", row.method, row.route));
        assert!(listed.insert(found.clone()), "twice: {found:?}");
    }
    let missing: Vec<_> = declared.difference(&listed).collect();
    assert!(missing.is_empty(), "who may use these? {missing:?}");
}

fn unnamed(path: &str) -> String {
    path.split('/').map(|part| if part.starts_with('{') { "{}" } else { part }).collect::<Vec<_>>().join("/")
}

#[tokio::test(flavor = "multi_thread")]
async fn exactly_the_documented_cells_of_the_matrix_are_open() {
    let mut world = World::new().await;
    let mut faults = Vec::new();
    let mut actors = std::mem::take(&mut world.actors);
    let before = world.contents().await;
    for row in TABLE {
        for (actor, browser) in &mut actors {
            let expected = expected(row.rule, *actor);
            if expected != Cell::LetIn {
                faults.extend(refused(&world, row, (*actor, browser), expected).await);
            }
        }
    }
    for ((table, before), (_, after)) in before.iter().zip(&world.contents().await) {
        if before != after {
            faults.push(format!("{table} was changed by somebody who was not let in:\n{before}\n{after}"));
        }
    }
    for row in TABLE {
        for (actor, browser) in &mut actors {
            if expected(row.rule, *actor) == Cell::LetIn {
                let answer = send(&world, browser, row, true).await;
                let found = cell(row, &answer);
                if found != Cell::LetIn {
                    faults.push(format!("{} {} as {actor:?}: {found:?}", row.method, row.route));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
}

async fn refused(world: &World, row: &Row, (actor, browser): (Actor, &mut Browser), expected: Cell) -> Vec<String> {
    let place = format!("{} {} as {actor:?}", row.method, row.route);
    let answer = send(world, browser, row, true).await;
    let found = cell(row, &answer);
    let mut faults = Vec::new();
    if found != expected {
        faults.push(format!("{place}: {found:?} and not {expected:?}: {}", answer.location()));
    }
    let text = answer.text();
    for secret in ["阿依古丽", "陈大川", "19920816", "13900000001"] {
        if text.contains(secret) {
            faults.push(format!("{place}: tells {secret}"));
        }
    }
    if expected == Cell::Absent {
        let absent = send(world, browser, row, false).await;
        if (absent.status, settled(world, &absent)) != (answer.status, settled(world, &answer)) {
            faults.push(format!(
                "{place}: not like an absent one:\n{}\n{}",
                settled(world, &answer),
                settled(world, &absent)
            ));
        }
    }
    faults
}

#[tokio::test]
async fn ids_of_others_in_one_s_own_forms_change_nothing() {
    let mut world = World::new().await;
    let mut stranger = world.house.person().await.browser;
    world.house.signed_in(world.owner.account).await;
    let sessions = world.owner.browser.get("/account/sessions").await.text();
    let session = road::between(&sessions, "name=\"id\" value=\"", "\"");
    let before = world.contents().await;
    for (path, fields) in [
        ("/account/contacts/remove", [("id", "{contact}"), ("x", "")]),
        ("/account/contacts/news", [("id", "{contact}"), ("wish", "no")]),
        ("/account/passkeys/name", [("id", "{passkey}"), ("name", "mine now")]),
        ("/account/passkeys/remove", [("id", "{passkey}"), ("x", "")]),
        ("/account/phones/remove", [("id", "{phone}"), ("x", "")]),
        ("/account/phones/undo", [("id", "{phone}"), ("x", "")]),
        ("/account/sessions/end", [("id", session.as_str()), ("x", "")]),
        ("/certificate/apply/send", [("draft", "{draft}"), ("x", "")]),
        ("/certificate/apply/photo/remove/{draft_paper}", [("x", ""), ("y", "")]),
        ("/sign-in/prove", [("contact", "{contact}"), ("x", "")]),
        ("/account/card/saved", [("token", "{card}"), ("x", "")]),
        ("/sign-out", [("how", "everywhere"), ("x", "")]),
    ] {
        let fields = fields.map(|(name, value)| (name.to_owned(), world.fill(value, true)));
        let answer = stranger.send("POST", &world.fill(path, true), Content::Form(fields.to_vec())).await;
        assert!(!answer.status.is_server_error(), "{path}: {}", answer.status);
    }
    let after = world.contents().await;
    for ((table, before), (_, after)) in before.iter().zip(&after).filter(|((table, _), _)| table != "session") {
        assert_eq!(before, after, "{table}");
    }
    let lines = |contents: &[(String, String)]| {
        contents.iter().find(|(table, _)| table == "session").map_or(0, |(_, rows)| rows.lines().count())
    };
    assert_eq!(lines(&before), lines(&after) + 1, "the stranger's own session alone is over");
}

#[tokio::test]
async fn what_matters_asks_for_a_proof_of_the_last_five_minutes() {
    let world = World::new().await;
    world.house.pass(Span::minutes(6));
    let mut owner = world.owner.browser.clone();
    for (method, path) in [
        ("GET", "/print/{number}"),
        ("POST", "/account/export"),
        ("POST", "/account/delete"),
        ("POST", "/account/card"),
        ("POST", "/account/contacts"),
        ("GET", "/account/passkeys/new"),
    ] {
        let answer = owner.send(method, &world.fill(path, true), Content::Nothing).await;
        assert!(
            answer.location().starts_with("/sign-in/prove"),
            "{method} {path}: {} {}",
            answer.status,
            answer.location()
        );
    }
    let add = owner.send("POST", "/api/passkey/add/start", Content::Json("{}".to_owned())).await;
    assert_eq!(add.status, StatusCode::UNAUTHORIZED, "{}", add.text());
}
