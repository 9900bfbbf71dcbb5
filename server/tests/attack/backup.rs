//! A backup made while people work comes back as a working portal; a damaged one, one of another portal and one for
//! other secrets do not, and leave nothing behind that stands in the way of a good one.

use std::path::{Path, PathBuf};

use reqwest::StatusCode;
use tempfile::TempDir;
use xinju_domain::staff::Role;

use crate::browser::Browser;
use crate::house::{HERE, HOME, House};
use crate::process::{self, Server};
use crate::road::{self, Applicant};

/// An empty machine that has the secret file, as the way back asks for.
fn empty_machine(secret: Option<&Path>) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    if let Some(secret) = secret {
        std::fs::copy(secret, folder.path().join("secret")).expect("the secret file");
    }
    folder
}

fn restore(machine: &TempDir, backup: &Path) -> (Option<i32>, String) {
    process::command(&process::settings(machine.path(), &[]), &["restore", &backup.display().to_string()])
}

fn has_database(machine: &TempDir) -> bool {
    machine.path().join("xinju.db").exists()
}

/// Works on until it is told to stop.
async fn load(mut person: Browser, mut stop: tokio::sync::oneshot::Receiver<()>) -> usize {
    let mut count = 0;
    while stop.try_recv().is_err() {
        let named = person.post("/account/name", &[("name", &road::counted_name(count))]).await;
        assert_eq!(named.location(), "/account?done=name", "{}", named.text());
        person.get("/account").await;
        count += 1;
    }
    count
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_made_under_load_comes_back_with_papers_and_signs_everybody_out() {
    let house = House::real().await;
    let mut issuing = house.officer(HOME, Role::Issuing).await;
    let mut registering = house.officer(HERE, Role::Registering).await;
    let owner = road::holder(&house, &mut issuing.browser, 1).await;
    let revoked = road::holder(&house, &mut issuing.browser, 2).await;
    let revoke = format!("/desk/certificates/{}/revoke", revoked.number);
    let words = "搬回户籍地了，不再需要";
    let done = issuing.browser.post(&revoke, &[("reason", "own_wish"), ("words", words)]).await;
    assert!(done.location().ends_with("?done=revoked"), "{}", done.location());

    let server = Server::start(&house.folder()).await;
    let loads: Vec<_> = futures::future::join_all((0..3).map(|_| house.person())).await;
    let (stops, loads): (Vec<_>, Vec<_>) = loads
        .into_iter()
        .map(|somebody| {
            let (stop, stopped) = tokio::sync::oneshot::channel();
            (stop, tokio::spawn(load(somebody.browser.over(&server.base()), stopped)))
        })
        .unzip();
    let file = house.folder().join("one.backup");
    let settings = server.settings.clone();
    let path = file.display().to_string();
    let made = tokio::task::spawn_blocking(move || process::command(&settings, &["backup", &path])).await;
    let (code, said) = made.expect("made");
    for stop in stops {
        let _ = stop.send(());
    }
    for load in loads {
        assert!(load.await.expect("no refusal under load") > 0);
    }
    assert_eq!(code, Some(0), "{said}");
    drop(server);

    let machine = empty_machine(Some(&house.folder().join("secret")));
    let (code, said) = restore(&machine, &file);
    assert_eq!(code, Some(0), "{said}");
    let server = Server::start(machine.path()).await;
    let (code, said) = server.command(&["audit", "verify"]);
    assert_eq!(code, Some(0), "{said}");

    let mut old = owner.somebody.browser.over(&server.base());
    assert_eq!(old.get("/account").await.location(), "/sign-in?next=/account", "sessions of then are over");
    // Signed in again, everything is there: the record, and its papers can be read.
    let back = crate::house::services(machine.path(), xinju_store::Clock::Database).await;
    let again = house_over(&back, owner.somebody.account, &server).await;
    let mut again = again;
    let status = again.get(&format!("/certificate/{}", owner.reference)).await;
    assert_eq!(status.status, StatusCode::OK);
    let paper = road::between(&status.text(), "/certificate/paper/", "\"");
    let paper = again.get(&format!("/certificate/paper/{paper}")).await;
    assert_eq!((paper.status, &paper.bytes[..3]), (StatusCode::OK, [0xFF, 0xD8, 0xFF].as_slice()));

    let mut officer = house_over(&back, registering.account, &server).await;
    registering.browser = officer.clone();
    let now = house.now().await;
    for (holder, is_good) in [(&owner, true), (&revoked, false)] {
        let order = road::order(&registering, &holder.phone.show(now), now);
        let answer = road::register(&mut officer, &order).await.expect("an answer").json();
        assert_eq!(answer["state"] == "registered", is_good, "{answer}");
    }
    back.db.close().await;
}

/// Signs an account in at another portal.
async fn house_over(services: &xinju_service::Services, account: uuid::Uuid, server: &Server) -> Browser {
    let token = crate::house::open_session(services, account).await;
    let mut browser = Browser::inside(axum::Router::new()).over(&server.base());
    browser.hold("__Host-session", &token);
    browser
}

/// A small portal with a backup of it.
async fn backed_up() -> (House, PathBuf) {
    let house = House::real().await;
    road::apply(&mut house.person().await.browser, &Applicant::new(1)).await;
    let file = house.folder().join("one.backup");
    let (code, said) =
        process::command(&process::settings(&house.folder(), &[]), &["backup", &file.display().to_string()]);
    assert_eq!(code, Some(0), "{said}");
    (house, file)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_damaged_backup_is_refused_and_leaves_room_for_a_good_one() {
    let (house, file) = backed_up().await;
    let whole = std::fs::read(&file).expect("the backup");
    let secret = house.folder().join("secret");
    let machine = empty_machine(Some(&secret));
    let mut damaged: Vec<(String, Vec<u8>)> = vec![
        ("cut in the middle".to_owned(), whole[..whole.len() / 2].to_vec()),
        ("its last byte missing".to_owned(), whole[..whole.len() - 1].to_vec()),
        ("empty".to_owned(), Vec::new()),
        ("longer".to_owned(), [whole.as_slice(), &[0]].concat()),
    ];
    for part in [0, 9, 30, 50, 70, 99] {
        let at = (whole.len() - 1) * part / 99;
        let mut flipped = whole.clone();
        flipped[at] ^= 0x40;
        damaged.push((format!("a bit flipped at byte {at} of {}", whole.len()), flipped));
    }
    for (what, bytes) in damaged {
        let bad = house.folder().join("bad.backup");
        std::fs::write(&bad, bytes).expect("a file");
        let (code, said) = restore(&machine, &bad);
        assert!(code.is_some_and(|code| code != 0), "{what}: {said}");
        assert!(!said.contains("panic") && !said.trim().is_empty(), "{what}: {said}");
        assert!(!has_database(&machine), "{what}");
        let left: Vec<_> = std::fs::read_dir(machine.path().join("papers")).into_iter().flatten().collect();
        assert!(left.is_empty(), "{what}: papers are left behind");
    }
    let (code, said) = restore(&machine, &file);
    assert_eq!(code, Some(0), "after all the bad ones: {said}");
    assert!(has_database(&machine));
    let (code, _) = restore(&machine, &file);
    assert_eq!(code, Some(1), "never over something");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_is_worth_nothing_without_its_own_secret_file() {
    let (_house, file) = backed_up().await;
    let none = empty_machine(None);
    let (code, said) = restore(&none, &file);
    assert_eq!(code, Some(2), "{said}");
    assert!(said.contains("secret"), "{said}");
    assert!(!none.path().join("secret").exists(), "none is made up");
    let stranger = House::real().await;
    let other = empty_machine(Some(&stranger.folder().join("secret")));
    let (code, said) = restore(&other, &file);
    assert!(code.is_some_and(|code| code != 0), "{said}");
    assert!(!has_database(&other));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_daily_backup_is_made_by_itself_and_can_be_brought_back() {
    let house = House::real().await;
    let folder = house.folder().join("backups");
    // From hour 0 on: today's is due at once.
    let server = Server::start_with(&house.folder(), &[("XINJU_BACKUP", &format!("{}@0", folder.display()))]).await;
    let mut file = None;
    for _ in 0..100 {
        let made = std::fs::read_dir(&folder).into_iter().flatten().filter_map(|entry| Some(entry.ok()?.path()));
        file = made.into_iter().find(|path| path.extension().is_some_and(|ending| ending == "backup"));
        if file.is_some() {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    let file = file.unwrap_or_else(|| unreachable!("no backup: {}", server.log()));
    let machine = empty_machine(Some(&house.folder().join("secret")));
    let (code, said) = restore(&machine, &file);
    assert_eq!(code, Some(0), "{said}");
}
