use std::net::Ipv4Addr;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use uuid::Uuid;
use xinju_domain::time::Instant;
use xinju_text::Locale;

use super::*;
use crate::LetterKind;

/// Takes one request, gives it one status, and tells what it got.
struct Gateway {
    url: String,
    request: JoinHandle<String>,
}

impl Gateway {
    async fn answering(status: u16) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
        let url = format!("http://user:pass@127.0.0.1:{}/send", listener.local_addr().unwrap().port());
        let request = tokio::spawn(async move {
            let (mut stream, _) = listener.accept().await.unwrap();
            let mut request = Vec::new();
            // The body is the one JSON object, so it ends with a brace.
            while !request.ends_with(b"}") {
                assert_ne!(stream.read_buf(&mut request).await.unwrap(), 0, "the request broke off");
            }
            let location = "Location: http://127.0.0.1:1/elsewhere";
            let answer =
                format!("HTTP/1.1 {status} so\r\n{location}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            stream.write_all(answer.as_bytes()).await.unwrap();
            String::from_utf8(request).unwrap()
        });
        Self { url, request }
    }
}

fn envelope() -> Envelope {
    Envelope { to: "+8613800138000".into(), id: Uuid::from_u128(7), at: Instant::from_unix_seconds(1_795_484_105) }
}

fn letter() -> Letter {
    let kind = LetterKind::SignInCode { code: "012345".into(), minutes: 10, host: "xinju.example".into() };
    Letter::new(Locale::ZhHans, kind)
}

async fn send_to(url: &str) -> Result<(), SendError> {
    Sms::from_url(Some(url), PathBuf::new()).unwrap().send(&envelope(), &letter()).await
}

#[tokio::test]
async fn the_gateway_gets_number_and_text_as_json() {
    let gateway = Gateway::answering(202).await;
    send_to(&gateway.url).await.unwrap();
    let request = gateway.request.await.unwrap();
    let (head, body) = request.split_once("\r\n\r\n").unwrap();
    let head = head.to_ascii_lowercase();
    assert!(head.starts_with("post /send http/1.1\r\n"), "{head}");
    assert!(head.contains("content-type: application/json"), "{head}");
    assert!(head.contains("authorization: basic dxnlcjpwyxnz"), "{head}");
    assert!(head.contains(&format!("idempotency-key: {}", Uuid::from_u128(7))), "{head}");
    let body: serde_json::Value = serde_json::from_str(body).unwrap();
    assert_eq!(body, serde_json::json!({ "to": "+8613800138000", "text": letter().short() }));
}

#[tokio::test]
async fn an_answer_about_the_message_is_final_and_every_other_may_pass() {
    let finals = [400, 413, 422];
    for status in [301, 307, 400, 401, 403, 404, 408, 413, 422, 429, 500, 502, 503] {
        let gateway = Gateway::answering(status).await;
        let error = send_to(&gateway.url).await.unwrap_err();
        assert_eq!(error.cause(), Cause::Answer(status));
        assert_eq!(error.is_permanent(), finals.contains(&status), "{status}");
    }
}

#[tokio::test]
async fn a_gateway_that_is_not_there_may_come_back() {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    drop(listener);
    assert_eq!(send_to(&url).await, Err(SendError::Temporary(Cause::Connection)));
}

#[tokio::test(start_paused = true)]
async fn a_gateway_that_says_nothing_does_not_hold_us() {
    let silent = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
    let started = tokio::time::Instant::now();
    let sent = send_to(&format!("http://{}", silent.local_addr().unwrap())).await;
    assert_eq!(sent, Err(SendError::Temporary(Cause::Timeout)));
    assert!(started.elapsed() <= TIMEOUT + Duration::from_secs(1));
}

#[tokio::test]
async fn without_a_gateway_the_message_lies_in_the_outbox() {
    let folder = tempfile::tempdir().unwrap();
    let sms = Sms::from_url(None, folder.path().into()).unwrap();
    sms.send(&envelope(), &letter()).await.unwrap();
    let file = std::fs::read_dir(folder.path()).unwrap().next().unwrap().unwrap().path();
    assert_eq!(file.extension().unwrap(), "txt");
    let content = std::fs::read_to_string(file).unwrap();
    assert_eq!(content, format!("+8613800138000\n\n{}\n", letter().short()));
}

#[test]
fn an_address_that_is_no_gateway_is_told_at_start() {
    for url in ["", "gateway.example/send", "ftp://gateway.example", "unix:/run/gateway"] {
        assert_eq!(Sms::from_url(Some(url), PathBuf::new()).err(), Some(SettingError::Gateway), "{url}");
    }
    let sms = Sms::from_url(Some("https://user:hunter2@gateway.example/send"), PathBuf::new()).unwrap();
    assert_eq!(format!("{sms:?}"), r#"Sms { road: "gateway", .. }"#);
}
