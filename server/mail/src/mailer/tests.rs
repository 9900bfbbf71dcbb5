mod server;

use mailparse::{MailHeaderMap as _, parse_mail};
use uuid::Uuid;
use xinju_text::Locale;

use super::*;
use crate::LetterKind;
use server::{Aiosmtpd, Scripted};

const FROM: &str = "新居 Xinju <no-reply@xinju.example>";

fn envelope(to: &str) -> Envelope {
    Envelope { to: to.into(), id: Uuid::from_u128(7), at: Instant::from_unix_seconds(1_795_484_105) }
}

fn letter(locale: Locale) -> Letter {
    Letter::new(locale, LetterKind::SignInCode { code: "012345".into(), minutes: 10, host: "xinju.example".into() })
}

fn smtp_mailer(port: u16) -> Mailer {
    Mailer::from_settings(Some(&format!("smtp://127.0.0.1:{port}")), FROM, PathBuf::new()).unwrap()
}

/// Another reader than lettre's writer finds in it what we meant.
fn assert_is_the_letter(raw: &[u8], letter: &Letter) {
    assert!(raw.is_ascii(), "old servers carry seven bits");
    let mail = parse_mail(raw).unwrap();
    let header = |name: &str| mail.headers.get_first_value(name).unwrap_or_default();
    assert_eq!(header("Subject"), letter.subject());
    assert_eq!(header("From"), FROM);
    assert_eq!(header("To"), "wang@demo.test");
    assert_eq!(header("Message-ID"), format!("<{}@xinju.example>", Uuid::from_u128(7)));
    assert_eq!(mailparse::dateparse(&header("Date")).unwrap(), 1_795_484_105);
    assert_eq!(header("Auto-Submitted"), "auto-generated");
    assert_eq!(header("Content-Language"), letter.locale.tag());
    assert_eq!((mail.ctype.mimetype.as_str(), mail.ctype.charset.as_str()), ("text/plain", "utf-8"));
    assert_eq!(mail.get_body().unwrap().replace("\r\n", "\n").trim_end(), letter.body().trim_end());
}

#[tokio::test]
async fn a_mail_in_the_outbox_is_read_back_in_every_language() {
    for locale in Locale::ALL {
        let folder = tempfile::tempdir().unwrap();
        let mailer = Mailer::from_settings(None, FROM, folder.path().into()).unwrap();
        mailer.send(&envelope("wang@demo.test"), &letter(locale)).await.unwrap();
        let file = std::fs::read_dir(folder.path()).unwrap().next().unwrap().unwrap().path();
        assert_eq!(file.extension().unwrap(), "eml");
        assert_is_the_letter(&std::fs::read(file).unwrap(), &letter(locale));
    }
}

#[tokio::test]
async fn a_real_server_takes_the_mail() {
    let Some(server) = Aiosmtpd::start().await else {
        println!("skipped: no python3 with aiosmtpd here");
        return;
    };
    smtp_mailer(server.port).send(&envelope("wang@demo.test"), &letter(Locale::ZhHans)).await.unwrap();
    assert_is_the_letter(&server.received(), &letter(Locale::ZhHans));
}

#[tokio::test]
async fn a_servers_refusal_is_told_as_passing_or_final() {
    let cases = [
        ("450 4.2.1 mailbox busy", SendError::Temporary(Cause::Answer(450))),
        ("421 4.3.2 shutting down", SendError::Temporary(Cause::Answer(421))),
        ("550 5.1.1 <wang@demo.test>: no such user", SendError::Permanent(Cause::Answer(550))),
        ("552 5.2.2 mailbox full", SendError::Permanent(Cause::Answer(552))),
        ("530 5.7.0 sign in first", SendError::Temporary(Cause::Answer(530))),
        ("nonsense", SendError::Temporary(Cause::Connection)),
    ];
    for (answer, expected) in cases {
        let server = Scripted::start(answer).await;
        let error = smtp_mailer(server.port).send(&envelope("wang@demo.test"), &letter(Locale::En)).await.unwrap_err();
        assert_eq!(error, expected, "{answer}");
        assert!(!error.to_string().contains("wang"), "{error}");
    }
}

#[tokio::test]
async fn a_server_that_is_not_there_may_come_back() {
    let port = server::free_port();
    let error = smtp_mailer(port).send(&envelope("wang@demo.test"), &letter(Locale::En)).await.unwrap_err();
    assert_eq!(error, SendError::Temporary(Cause::Connection));
}

#[tokio::test(start_paused = true)]
async fn a_server_that_says_nothing_does_not_hold_us() {
    let silent = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let mailer = smtp_mailer(silent.local_addr().unwrap().port());
    let started = tokio::time::Instant::now();
    let error = mailer.send(&envelope("wang@demo.test"), &letter(Locale::En)).await.unwrap_err();
    assert_eq!(error, SendError::Temporary(Cause::Timeout));
    assert!(started.elapsed() <= TIMEOUT + Duration::from_secs(1));
}

#[tokio::test]
async fn an_address_that_is_none_is_refused_for_good() {
    let folder = tempfile::tempdir().unwrap();
    let mailer = Mailer::from_settings(None, FROM, folder.path().into()).unwrap();
    for to in ["", "wang", "wang@", "@demo.test", "wang@demo.test\r\nBcc: all@evil.example", "a@b.test, c@d.test"] {
        let error = mailer.send(&envelope(to), &letter(Locale::En)).await.unwrap_err();
        assert_eq!(error, SendError::Permanent(Cause::Address), "{to}");
    }
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn settings_that_are_no_use_are_told_at_start() {
    let cases = [
        (None, FROM, None),
        (None, "no-reply@xinju.example", None),
        (None, "nobody", Some(SettingError::From)),
        (Some("smtps://user:pass@mail.example:465"), FROM, None),
        (Some("smtp://mail.example:587?tls=required"), FROM, None),
        (Some("smtp://localhost:25"), FROM, None),
        (Some("smtp://127.0.0.1:8025"), FROM, None),
        (Some("smtp://[::1]:8025"), FROM, None),
        (Some("smtp://user:pass@mail.example:587"), FROM, Some(SettingError::Plaintext)),
        (Some("smtp://localhost.evil.example"), FROM, Some(SettingError::Plaintext)),
        (Some("http://localhost"), FROM, Some(SettingError::Smtp)),
        (Some("mail.example"), FROM, Some(SettingError::Smtp)),
    ];
    // A pool of connections belongs to a running server, and looks for it when it is made.
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let _inside = runtime.enter();
    for (url, from, expected) in cases {
        assert_eq!(Mailer::from_settings(url, from, PathBuf::new()).err(), expected, "{url:?} {from}");
    }
}

#[tokio::test]
async fn debug_shows_no_password() {
    let mailer = Mailer::from_settings(Some("smtps://user:hunter2@mail.example"), FROM, PathBuf::new()).unwrap();
    assert_eq!(format!("{mailer:?}"), r#"Mailer { road: "smtp", .. }"#);
}
