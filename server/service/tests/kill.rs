//! The process ends without warning, again and again, in the middle of issuing and registering. Whatever was acknowledged
//! is there afterwards, nothing is there by half, and the history holds.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;

use xinju_domain::staff::Role;
use xinju_service::{audit, registration};
use xinju_store::{application, certificate};
use xinju_testkit::{Portal, id_number};

const FOLDER: &str = "XINJU_TEST_KILL_FOLDER";
const FIRST: &str = "XINJU_TEST_KILL_FIRST";
const ROUNDS: u16 = 4;

#[tokio::test]
#[ignore = "the other process of the test below, which starts it"]
async fn worker_that_will_be_killed() {
    let folder = PathBuf::from(std::env::var(FOLDER).expect("a folder"));
    let first: u16 = std::env::var(FIRST).expect("a number").parse().expect("a number");
    let portal = Portal::at(&folder).await;
    let issuing = portal.officer("issuing@demo.test", Role::Issuing).await;
    let registering = portal.officer("registering@demo.test", Role::Registering).await;
    for sequence in first..first + 200 {
        let who = portal.resident().await;
        let number = id_number(sequence);
        let reference = portal.apply(&who, &number).await;
        println!("sent {reference}");
        let certificate = portal.issue(&issuing, reference).await;
        println!("issued {}", certificate.as_str());
        let print = portal.print(&who, &certificate).await;
        let registered = portal.register(&registering, &print, &number).await;
        println!("registered {}", registered.id);
    }
}

fn start(folder: &Path, first: u16) -> Child {
    Command::new(std::env::current_exe().expect("this program"))
        .args(["--exact", "worker_that_will_be_killed", "--ignored", "--nocapture"])
        .env(FOLDER, folder)
        .env(FIRST, first.to_string())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("another process")
}

/// Everything that the process acknowledged until it was killed, `after` so long of work.
fn killed_after(mut process: Child, after: Duration) -> Vec<String> {
    let (tell, told) = mpsc::channel();
    let output = BufReader::new(process.stdout.take().expect("its output"));
    let reader = std::thread::spawn(move || {
        for line in output.lines().map_while(Result::ok) {
            let _ = tell.send(line);
        }
    });
    let is_word = |line: &String| ["sent ", "issued ", "registered "].iter().any(|word| line.starts_with(word));
    let mut lines = Vec::new();
    while !lines.iter().any(is_word) {
        lines.push(told.recv_timeout(Duration::from_secs(60)).expect("work that has begun"));
    }
    std::thread::sleep(after);
    process.kill().expect("killed");
    process.wait().expect("an end");
    reader.join().expect("all lines");
    lines.extend(told.try_iter());
    lines.into_iter().filter(is_word).collect()
}

#[tokio::test]
async fn nothing_acknowledged_is_lost_when_the_process_is_killed() {
    let folder = tempfile::tempdir().expect("a folder");
    let portal = Portal::at(folder.path()).await.with_people().await;
    portal.services.db.close().await;
    let mut acknowledged = Vec::new();
    for round in 0..ROUNDS {
        // Another moment of the work each time.
        let after = Duration::from_millis(370 + 230 * u64::from(round));
        acknowledged.extend(killed_after(start(folder.path(), 200 * round), after));
        check(folder.path(), &acknowledged).await;
    }
    assert!(acknowledged.iter().any(|line| line.starts_with("registered ")), "{acknowledged:?}");
}

async fn check(folder: &Path, acknowledged: &[String]) {
    let portal = Portal::at(folder).await;
    portal.settle().await;
    let report = audit::verify(&portal.services, &[]).await.expect("a database");
    assert!(report.is_whole(), "{report:?}");
    let registering = portal.officer("registering@demo.test", Role::Registering).await;
    for line in acknowledged {
        let (word, name) = line.split_once(' ').expect("a word and a name");
        let mut tx = portal.services.db.read().await.expect("a transaction");
        match word {
            "sent" => {
                let row = application::find_by_reference(&mut tx, name).await.expect("read").expect("the application");
                let issued = certificate::find_of_application(&mut tx, row.id).await.expect("read");
                assert_eq!(issued.is_some(), row.state == "issued", "{name}: decided and issued are one");
            }
            "issued" => {
                let row = certificate::find_by_number(&mut tx, name).await.expect("read");
                assert!(row.is_some(), "{name}");
            }
            _ => {
                drop(tx);
                let id = name.parse().expect("an id");
                let file = registration::find(&portal.services, &registering, id).await.expect("read");
                assert!(file.is_some(), "{name}");
            }
        }
    }
    portal.services.db.close().await;
}
