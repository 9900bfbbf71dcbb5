//! The power fails while people work. Whatever was answered is on the disk: the answers of forms, and the papers.

use std::time::Duration;

use reqwest::StatusCode;
use xinju_identity::random;

use crate::browser::{Browser, Content};
use crate::house::House;
use crate::process::Server;
use crate::road::{self, between};
use crate::small_disk::{SmallDisk, copy};

fn rounds() -> usize {
    std::env::var("XINJU_ATTACK_ROUNDS").ok().and_then(|text| text.parse().ok()).unwrap_or(2)
}

/// What the server said it has.
#[derive(Default)]
struct Answered {
    name: usize,
    papers: Vec<String>,
}

/// Changes the name and hands in papers, one after the other, until the server is gone.
async fn work(mut person: Browser) -> Answered {
    let mut answered = Answered::default();
    for number in 1.. {
        let form = Content::Form(vec![("name".to_owned(), road::counted_name(number))]);
        match person.attempt("POST", "/account/name", form).await {
            Some(answer) if answer.location() == "/account?done=name" => answered.name = number,
            _ => break,
        }
        let file = Content::File("other".to_owned(), road::picture());
        let taken = person.attempt("POST", "/certificate/apply/papers/add", file).await;
        if !taken.is_some_and(|answer| answer.location().contains("?added=")) {
            break;
        }
        let Some(page) = person.attempt("GET", "/certificate/apply/papers", Content::Nothing).await else { break };
        let text = page.text();
        answered.papers = text.split("href=\"/certificate/paper/").skip(1).map(|rest| rest[..36].to_owned()).collect();
    }
    answered
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_answered_is_there_after_a_cut_of_the_power() {
    for _ in 0..rounds() {
        let Some(disk) = SmallDisk::in_a_file(64) else {
            println!("skipped: no small file system can be mounted here");
            return;
        };
        let house = House::real().await;
        let mut person = house.person().await.browser;
        person.post("/certificate/apply", &[("consent", "yes")]).await;
        house.close().await;
        copy(&house.folder(), disk.path());
        let log = tempfile::tempdir().expect("a folder");
        let data = disk.path().display().to_string();
        let mut server = Server::start_with(log.path(), &[("XINJU_DATA", &data)]).await;
        let working = tokio::spawn(work(person.over(&server.base())));
        tokio::time::sleep(Duration::from_millis(300 + random::below(900))).await;
        std::fs::write(disk.path().join("control"), "never brought to the disk").expect("a file");
        server.kill();
        let after = disk.after_power_cut();
        let answered = working.await.expect("no panic");
        println!("{} names and {} papers were answered", answered.name, answered.papers.len());
        assert!(answered.name > 0, "{}", server.log());
        let control = std::fs::read(after.path().join("control")).unwrap_or_default();
        assert!(control.is_empty(), "the disk lost nothing: this shows nothing");
        expect_answered(&after, person, &answered).await;
    }
}

async fn expect_answered(disk: &SmallDisk, person: Browser, answered: &Answered) {
    let faults = xinju_store::copy::check(&disk.path().join("xinju.db").display().to_string()).await.expect("a check");
    assert!(faults.is_empty(), "{faults:?}");
    let log = tempfile::tempdir().expect("a folder");
    let data = disk.path().display().to_string();
    let server = Server::start_with(log.path(), &[("XINJU_DATA", &data)]).await;
    let mut person = person.over(&server.base());
    let name = between(&person.get("/account/name").await.text(), "name=\"name\" type=\"text\" value=\"", "\"");
    assert!(road::count_of(&name) >= answered.name, "{name} and not {}", answered.name);
    for paper in &answered.papers {
        let found = person.get(&format!("/certificate/paper/{paper}")).await;
        assert_eq!(found.status, StatusCode::OK, "a paper that was taken is gone: {}", server.log());
        assert!(found.bytes.starts_with(&[0xFF, 0xD8, 0xFF]));
    }
    let (code, said) = server.command(&["audit", "verify"]);
    assert_eq!(code, Some(0), "{said}");
}
