//! Two servers to send to: a real one, and one that answers the recipient as a test wants.

use std::net::{Ipv4Addr, TcpListener as StdListener};
use std::process::Stdio;
use std::time::Duration;

use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::process::{Child, Command};

pub(super) fn free_port() -> u16 {
    let listener = StdListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    listener.local_addr().unwrap().port()
}

/// Python's aiosmtpd, which files what it gets into a mailbox folder.
pub(super) struct Aiosmtpd {
    pub(super) port: u16,
    mailbox: tempfile::TempDir,
    _process: Child,
}

impl Aiosmtpd {
    pub(super) async fn start() -> Option<Self> {
        let found = Command::new("python3").args(["-c", "import aiosmtpd"]).stderr(Stdio::null()).status().await;
        found.ok().filter(std::process::ExitStatus::success)?;
        let (port, mailbox) = (free_port(), tempfile::tempdir().unwrap());
        let process = Command::new("python3")
            .args(["-m", "aiosmtpd", "-n", "-l", &format!("127.0.0.1:{port}"), "-c", "aiosmtpd.handlers.Mailbox"])
            .arg(mailbox.path().join("box"))
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .unwrap();
        let server = Self { port, mailbox, _process: process };
        for _ in 0..200 {
            if TcpStream::connect((Ipv4Addr::LOCALHOST, port)).await.is_ok() {
                return Some(server);
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        panic!("aiosmtpd did not start within 10 s");
    }

    /// The one mail that it got, without the two headers that it adds for itself.
    pub(super) fn received(&self) -> Vec<u8> {
        let mut files = std::fs::read_dir(self.mailbox.path().join("box/new")).unwrap();
        let mail = std::fs::read(files.next().unwrap().unwrap().path()).unwrap();
        assert!(files.next().is_none(), "one letter, one mail");
        mail
    }
}

/// Takes one conversation and gives `answer` to RCPT.
pub(super) struct Scripted {
    pub(super) port: u16,
}

impl Scripted {
    pub(super) async fn start(answer: &'static str) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
        let port = listener.local_addr().unwrap().port();
        tokio::spawn(async move {
            let (stream, _) = listener.accept().await.unwrap();
            let (reader, mut writer) = stream.into_split();
            let mut lines = BufReader::new(reader).lines();
            writer.write_all(b"220 scripted\r\n").await.unwrap();
            while let Ok(Some(line)) = lines.next_line().await {
                let reply = if line.starts_with("RCPT") { answer } else { "250 ok" };
                if writer.write_all(format!("{reply}\r\n").as_bytes()).await.is_err() {
                    break;
                }
            }
        });
        Self { port }
    }
}
