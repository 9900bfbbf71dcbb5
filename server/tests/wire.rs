//! The real program over a real socket: what stands between the network and the rooms.

mod running;

use std::io::{Read, Write};
use std::net::TcpStream;
use std::process::Command;
use std::time::{Duration, Instant};

use reqwest::StatusCode;
use running::Running;

#[test]
fn wrong_settings_are_told_all_at_once_and_nothing_starts() {
    let done = Command::new(env!("CARGO_BIN_EXE_server"))
        .arg("serve")
        .env_clear()
        .env("XINJU_ORIGIN", "http://xinju.example")
        .env("XINJU_LISTEN", "nowhere")
        .output()
        .expect("the program");
    let told = String::from_utf8_lossy(&done.stderr).into_owned();
    assert_eq!(done.status.code(), Some(2), "{told}");
    assert!(told.contains("XINJU_ORIGIN") && told.contains("XINJU_LISTEN"), "{told}");
}

#[tokio::test]
async fn every_answer_carries_the_headers_that_guard_it() {
    let portal = Running::start().await;
    for path in ["/", "/nowhere", "/pkg/nowhere.js", "/sign-in", "/favicon.svg"] {
        let answer = portal.get(path).await;
        let headers = answer.headers();
        for (name, value) in [
            ("x-content-type-options", "nosniff"),
            ("referrer-policy", "same-origin"),
            ("cross-origin-opener-policy", "same-origin"),
        ] {
            assert_eq!(headers.get(name).and_then(|value| value.to_str().ok()), Some(value), "{path}");
        }
        let policy = headers["content-security-policy"].to_str().expect("text");
        assert!(policy.contains("default-src 'none'") && !policy.contains("unsafe-inline"), "{path}: {policy}");
        assert!(headers["permissions-policy"].to_str().expect("text").contains("camera=(self)"), "{path}");
        assert!(headers.contains_key("x-request-id"), "{path}");
        assert!(!headers.contains_key("strict-transport-security"), "{path}: plain http");
    }
}

#[tokio::test]
async fn health_and_readiness_are_told_without_a_page() {
    let portal = Running::start().await;
    assert_eq!(portal.get("/healthz").await.status(), StatusCode::OK);
    assert_eq!(portal.get("/readyz").await.status(), StatusCode::OK);
}

#[tokio::test]
async fn hashed_files_are_kept_for_ever_and_the_worker_is_asked_about_each_time() {
    let portal = Running::start().await;
    let hashed = portal.get("/pkg/xinju-0.css").await;
    assert_eq!(hashed.headers()["cache-control"], "public, max-age=31536000, immutable");
    assert_eq!(portal.get("/pkg/nowhere.css").await.headers()["cache-control"], "no-store");
    let worker = portal.get("/sw.js").await;
    assert_eq!(worker.headers()["cache-control"], "no-cache");
    assert!(worker.headers()["content-security-policy"].to_str().expect("text").contains("connect-src 'self'"));
    assert_eq!(portal.get("/site.json").await.status(), StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_form_that_another_site_sends_is_refused_in_words() {
    let portal = Running::start().await;
    for (name, value) in [("sec-fetch-site", "cross-site"), ("origin", "https://elsewhere.example")] {
        let answer = portal.client.post(portal.address("/sign-in")).header(name, value).body("address=x").send();
        let answer = answer.await.expect("an answer");
        assert_eq!(answer.status(), StatusCode::FORBIDDEN, "{name}");
        assert!(answer.text().await.expect("a page").contains("<h1>"), "{name}");
    }
}

#[tokio::test]
async fn two_hundred_megabytes_are_refused_before_they_arrive() {
    let portal = Running::start().await;
    let mut socket = TcpStream::connect(portal.socket()).expect("a connection");
    let head = "POST /sign-in HTTP/1.1\r\nhost: localhost\r\ncontent-length: 209715200\r\n\
                content-type: application/x-www-form-urlencoded\r\n\r\n";
    socket.write_all(head.as_bytes()).expect("sent");
    socket.set_read_timeout(Some(Duration::from_secs(5))).expect("a limit");
    let mut answer = [0; 64];
    let count = socket.read(&mut answer).expect("an answer");
    assert!(answer[..count].starts_with(b"HTTP/1.1 413"), "{}", String::from_utf8_lossy(&answer[..count]));
}

#[tokio::test]
async fn a_client_that_never_finishes_its_headers_is_let_go() {
    let portal = Running::start().await;
    let mut socket = TcpStream::connect(portal.socket()).expect("a connection");
    socket.write_all(b"GET / HTTP/1.1\r\nhost: local").expect("sent");
    socket.set_read_timeout(Some(Duration::from_secs(20))).expect("a limit");
    let began = Instant::now();
    let mut rest = Vec::new();
    let _ = socket.read_to_end(&mut rest);
    assert!(began.elapsed() < Duration::from_secs(15), "{:?}", began.elapsed());
}

#[tokio::test]
async fn too_many_requests_of_one_network_are_slowed_down() {
    let portal = Running::start_with(&[("XINJU_REQUESTS_PER_SECOND", "1")]).await;
    let mut statuses = Vec::new();
    for _ in 0..12 {
        statuses.push(portal.get("/").await.status());
    }
    assert_eq!(statuses.first(), Some(&StatusCode::OK));
    assert_eq!(statuses.last(), Some(&StatusCode::TOO_MANY_REQUESTS));
    assert_eq!(portal.get("/healthz").await.status(), StatusCode::OK, "a balancer is never slowed down");
}

#[tokio::test]
async fn a_stopped_server_ends_in_good_order_also_with_a_slow_client() {
    let mut portal = Running::start().await;
    let mut slow = TcpStream::connect(portal.socket()).expect("a connection");
    slow.write_all(b"GET / HTTP/1.1\r\n").expect("sent");
    let began = Instant::now();
    assert!(portal.terminate().success());
    assert!(began.elapsed() < Duration::from_secs(25), "{:?}", began.elapsed());
}

#[tokio::test]
async fn logs_name_routes_and_never_addresses_or_tokens() {
    let mut portal = Running::start().await;
    portal.get("/sign-in/link?token=hunter2").await;
    portal.get("/certificate/SECRETREFERENCE").await;
    portal.terminate();
    let log = portal.log();
    assert!(log.contains("\"route\":\"/sign-in/link\""), "{log}");
    assert!(!log.contains("hunter2") && !log.contains("SECRETREFERENCE"), "{log}");
}

#[tokio::test]
async fn the_commands_work_beside_a_running_server() {
    let portal = Running::start().await;
    let (code, said) = portal.command(&["demo"]);
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("wang@demo.test") && said.contains("/sign-in/link?token="), "{said}");
    tokio::time::sleep(Duration::from_secs(4)).await;
    let (code, said) = portal.command(&["audit", "verify"]);
    assert_eq!(code, Some(0), "{said}");
    let (code, checkpoint) = portal.command(&["audit", "head"]);
    assert_eq!(code, Some(0), "{checkpoint}");
    let file = portal.folder().join("checkpoints");
    std::fs::write(&file, &checkpoint).expect("a file");
    let (code, said) = portal.command(&["audit", "verify", "--checkpoints", &file.display().to_string()]);
    assert_eq!(code, Some(0), "{said}");
    let (code, said) =
        portal.command(&["staff", "invite", "new@demo.test", "--office", "990123001", "--role", "issuing"]);
    assert_eq!(code, Some(0), "{said}");
    let (code, said) = portal.command(&["staff", "invite", "new@demo.test", "--office", "990123001", "--role", "king"]);
    assert_eq!(code, Some(2), "{said}");
    let (code, said) = portal.command(&["keys", "rotate", "990123"]);
    assert_eq!(code, Some(0), "{said}");
}

#[tokio::test]
async fn a_backup_made_under_load_restores_to_a_portal_that_serves() {
    let portal = Running::start().await;
    let backup = portal.folder().join("one.backup");
    let load = async {
        for _ in 0..200 {
            portal.get("/").await;
        }
    };
    let making = tokio::task::spawn_blocking({
        let (settings, backup) = (portal.settings.clone(), backup.display().to_string());
        move || running::command(&settings, &["backup", &backup])
    });
    let ((), made) = tokio::join!(load, making);
    let (code, said) = made.expect("made");
    assert_eq!(code, Some(0), "{said}");

    let new = tempfile::tempdir().expect("a folder");
    let secret = portal.folder().join("secret");
    std::fs::copy(&secret, new.path().join("secret")).expect("the secret file");
    let settings = running::settings(new.path(), &[]);
    let (code, said) = running::command(&settings, &["restore", &backup.display().to_string()]);
    assert_eq!(code, Some(0), "{said}");
    let (code, said) = running::command(&settings, &["restore", &backup.display().to_string()]);
    assert_eq!(code, Some(1), "a second time: {said}");
    let (code, said) = running::command(&settings, &["audit", "verify"]);
    assert_eq!(code, Some(0), "{said}");
    let restored = Running::over(new).await;
    assert_eq!(restored.get("/").await.status(), StatusCode::OK);
}

#[test]
fn the_first_office_and_its_first_administrator_come_from_the_operator() {
    let folder = tempfile::tempdir().expect("a folder");
    let settings = running::settings(folder.path(), &[]);
    let (code, said) = running::command(&settings, &["office", "add", "330302", "--name", "a county"]);
    assert_eq!(code, Some(0), "{said}");
    let (code, _) = running::command(&settings, &["office", "add", "330302", "--name", "again"]);
    assert_eq!(code, Some(1));
    let invite = ["staff", "invite", "lin@example.org", "--office", "330302", "--role", "administrator"];
    let (code, said) = running::command(&settings, &invite);
    assert_eq!(code, Some(0), "{said}");
    let letters = std::fs::read_dir(folder.path().join("outbox")).expect("the outbox");
    assert_eq!(letters.count(), 1);
    let (code, said) = running::command(&settings, &["demo"]);
    assert_eq!(code, Some(1), "no demonstration among real people: {said}");
}
