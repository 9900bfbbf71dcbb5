//! No room on the disk; two servers over one file; settings that would make a portal nobody can use.
//!
//! A small file system of the test's own needs the right to mount one; without it that test says so and ends.

use std::time::Duration;

use reqwest::StatusCode;
use tokio::task::JoinSet;
use xinju_domain::staff::Role;

use crate::browser::{Browser, Content};
use crate::house::{HOME, House};
use crate::killing::issue;
use crate::process::Server;
use crate::road::{self, Applicant};
use crate::small_disk::{SmallDisk, copy};

#[tokio::test(flavor = "multi_thread")]
async fn a_full_disk_is_told_keeps_what_was_typed_and_passes_with_the_room() {
    let Some(disk) = SmallDisk::in_memory(40) else {
        println!("skipped: no small file system can be mounted here");
        return;
    };
    let house = House::real().await;
    let mut person = house.person().await.browser;
    road::fill_in(&mut person, &Applicant::new(3)).await;
    let mut issuing = house.officer(HOME, Role::Issuing).await.browser;
    let reference = road::apply(&mut house.person().await.browser, &Applicant::new(4)).await;
    house.close().await;
    copy(&house.folder(), disk.path());
    // The log lies elsewhere: a full disk must not be noticed by that.
    let elsewhere = tempfile::tempdir().expect("a folder");
    let data = disk.path().display().to_string();
    let mut server = Server::start_with(elsewhere.path(), &[("XINJU_DATA", &data)]).await;
    person = person.over(&server.base());
    issuing = issuing.over(&server.base());
    let version = road::version(&mut issuing, &reference).await;
    disk.fill();

    let full = until_full(&mut person).await;
    assert_eq!(full.status, StatusCode::SERVICE_UNAVAILABLE);
    assert!(full.headers.contains_key("retry-after"));
    let page = full.text();
    assert!(page.contains("<h1>"), "{page}");
    for kept in ["一个很长的名字", "action=\"/account/name\"", "method=\"post\""] {
        assert!(page.contains(kept), "{kept}: {page}");
    }
    // Other changes say so too; reading goes on.
    let path = format!("/desk/applications/{reference}/issue");
    let refused = issuing.post(&path, &[("version", &version)]).await;
    assert_eq!(refused.status, StatusCode::SERVICE_UNAVAILABLE, "{}", refused.text());
    let file = Content::File("photo".to_owned(), road::picture());
    let refused = person.send("POST", "/certificate/apply/photo/add", file).await;
    assert_eq!(refused.status, StatusCode::SERVICE_UNAVAILABLE, "{}", refused.text());
    assert_eq!(person.get("/certificate/apply/check").await.status, StatusCode::OK);
    assert_eq!(person.get("/account").await.status, StatusCode::OK);
    assert!(server.is_running(), "{}", server.log());

    disk.free();
    let again = person.post("/account/name", &[("name", "一个很长的名字")]).await;
    assert_eq!(again.location(), "/account?done=name", "without a new start: {}", server.log());
    let issued = issuing.post(&path, &[("version", &version)]).await;
    assert!(issued.location().ends_with("?done=issued"), "{}", issued.text());
    tokio::time::sleep(Duration::from_secs(4)).await;
    let (code, said) = server.command(&["audit", "verify"]);
    assert_eq!(code, Some(0), "{said}");
    let faults = xinju_store::copy::check(&disk.path().join("xinju.db").display().to_string()).await.expect("a check");
    assert!(faults.is_empty(), "{faults:?}");
    drop(server);
}

/// SQLite goes on while its log has room inside: a few changes may still be kept.
async fn until_full(person: &mut Browser) -> crate::browser::Answer {
    for _ in 0..400 {
        let answer = person.post("/account/name", &[("name", "一个很长的名字")]).await;
        if answer.status != StatusCode::SEE_OTHER {
            return answer;
        }
    }
    unreachable!("the disk never was full")
}

#[tokio::test(flavor = "multi_thread")]
async fn two_servers_over_one_file_do_each_thing_once() {
    let house = House::real().await;
    let mut references = Vec::new();
    for sequence in 0..4 {
        references.push(road::apply(&mut house.person().await.browser, &Applicant::new(sequence)).await);
    }
    let officer = house.officer(HOME, Role::Issuing).await.browser;
    let servers = [Server::start(&house.folder()).await, Server::start(&house.folder()).await];
    let mut tasks = JoinSet::new();
    for reference in &references {
        for server in servers.iter().chain(&servers) {
            tasks.spawn(issue(officer.over(&server.base()), reference.clone()));
        }
    }
    let mut done = Vec::new();
    while let Some(outcome) = tasks.join_next().await {
        let (reference, is_done) = outcome.expect("no panic");
        done.extend(is_done.then_some(reference));
    }
    done.sort();
    let mut expected = references.clone();
    expected.sort();
    assert_eq!(done, expected, "each once");
    tokio::time::sleep(Duration::from_secs(4)).await;
    let (code, said) = servers[0].command(&["audit", "verify"]);
    assert_eq!(code, Some(0), "{said}");
    let faults =
        xinju_store::copy::check(&house.folder().join("xinju.db").display().to_string()).await.expect("a check");
    assert!(faults.is_empty(), "{faults:?}");
    let mut officer = officer.over(&servers[1].base());
    for reference in references {
        let record = officer.get(&format!("/desk/applications/{reference}")).await.text();
        assert_eq!(record.matches("/desk/certificates/9").count().min(1), 1, "{reference}");
    }
}

#[test]
fn an_origin_where_phones_would_give_no_key_does_not_start() {
    for origin in [
        "http://xinju.example",
        "http://127.0.0.1:3000",
        "http://192.168.1.5",
        "http://[::1]:3000",
        "http://localhost.example",
        "ftp://localhost",
        "https://",
        "https://xinju.example/path",
        "https://xinju.example?x",
        "localhost:3000",
        "",
    ] {
        let folder = tempfile::tempdir().expect("a folder");
        let mut server = Server::spawn(folder.path(), &[("XINJU_ORIGIN", origin)]);
        if origin.is_empty() {
            // Not set at all: localhost.
            assert!(server.end_within(Duration::from_millis(500)).is_none(), "{}", server.log());
            continue;
        }
        assert_eq!(server.end_within(Duration::from_secs(20)), Some(2), "{origin}");
        assert!(server.log().contains("XINJU_ORIGIN"), "{origin}: {}", server.log());
        assert!(!folder.path().join("xinju.db").exists(), "{origin}: nothing was opened");
    }
}
