//! The real program over a folder. It can be killed, and started again over what it left.

use std::fs::{File, OpenOptions};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::time::{Duration, Instant};

use crate::house::ORIGIN;

type Settings = Vec<(String, String)>;

pub struct Server {
    pub settings: Settings,
    child: Child,
    port: u16,
    folder: PathBuf,
}

/// The program to attack.
fn program() -> String {
    std::env::var("XINJU_SERVER").unwrap_or_else(|_| env!("CARGO_BIN_EXE_server").to_owned())
}

impl Server {
    pub async fn start(folder: &Path) -> Self {
        Self::start_with(folder, &[]).await
    }

    pub async fn start_with(folder: &Path, extra: &[(&str, &str)]) -> Self {
        let mut server = Self::spawn(folder, extra);
        server.wait().await;
        server
    }

    /// Does not wait until it serves: it may be meant not to.
    pub fn spawn(folder: &Path, extra: &[(&str, &str)]) -> Self {
        let port = TcpListener::bind("127.0.0.1:0").expect("a port").local_addr().expect("an address").port();
        let mut settings = settings(folder, extra);
        settings.push(("XINJU_LISTEN".to_owned(), format!("127.0.0.1:{port}")));
        let child = run(folder, &settings);
        Self { settings, child, port, folder: folder.to_owned() }
    }

    async fn wait(&mut self) {
        let client = reqwest::Client::new();
        let deadline = Instant::now() + Duration::from_secs(60);
        loop {
            if client
                .get(format!("{}/readyz", self.base()))
                .send()
                .await
                .is_ok_and(|answer| answer.status().is_success())
            {
                return;
            }
            assert!(self.child.try_wait().expect("a process").is_none(), "it ended: {}", self.log());
            assert!(Instant::now() < deadline, "it did not open: {}", self.log());
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    pub fn base(&self) -> String {
        format!("http://localhost:{}", self.port)
    }

    pub fn port(&self) -> u16 {
        self.port
    }

    /// As a power cut does, but for the disk's own cache.
    pub fn kill(&mut self) {
        self.child.kill().expect("a process");
        self.child.wait().expect("its end");
    }

    pub async fn start_again(&mut self) {
        self.child = run(&self.folder, &self.settings);
        self.wait().await;
    }

    /// Waits for it to end by itself; its exit code, or nothing if it goes on.
    pub fn end_within(&mut self, limit: Duration) -> Option<i32> {
        let deadline = Instant::now() + limit;
        while Instant::now() < deadline {
            if let Some(status) = self.child.try_wait().expect("a process") {
                return status.code();
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        None
    }

    pub fn is_running(&mut self) -> bool {
        self.child.try_wait().expect("a process").is_none()
    }

    /// All that it wrote, also before it was started again.
    pub fn log(&self) -> String {
        std::fs::read_to_string(self.folder.join("log")).unwrap_or_default()
    }

    /// The most memory that it ever held, in bytes.
    pub fn peak_memory(&self) -> u64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let kilobytes = line.and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok());
        kilobytes.unwrap_or_default() * 1024
    }

    /// Runs another command on the same data: its exit code and all that it wrote.
    pub fn command(&self, words: &[&str]) -> (Option<i32>, String) {
        command(&self.settings, words)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn run(folder: &Path, settings: &Settings) -> Child {
    let log = log_file(folder);
    Command::new(program())
        .arg("serve")
        .env_clear()
        .envs(settings.iter().cloned())
        .stdout(log.try_clone().expect("a file"))
        .stderr(log)
        .spawn()
        .expect("the program")
}

fn log_file(folder: &Path) -> File {
    OpenOptions::new().create(true).append(true).open(folder.join("log")).expect("a file")
}

/// Settings of a portal whose data lie in `folder`, with a site that has no more than names.
pub fn settings(folder: &Path, extra: &[(&str, &str)]) -> Settings {
    let site = folder.join("site");
    std::fs::create_dir_all(site.join("pkg")).expect("a folder");
    for (name, content) in [
        ("site.json", r#"{"css":"pkg/xinju-0.css","icons":"pkg/icons-0.svg","js":"xinju-0","version":"0"}"#),
        ("sw.js", ""),
        ("favicon.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"),
        ("pkg/xinju-0.css", ""),
    ] {
        std::fs::write(site.join(name), content).expect("a file");
    }
    let data = folder.display().to_string();
    let path = std::env::var("PATH").unwrap_or_default();
    let usual = [
        ("XINJU_DATA", data.as_str()),
        ("XINJU_SITE", &site.display().to_string()),
        ("XINJU_ORIGIN", ORIGIN),
        ("XINJU_REQUESTS_PER_SECOND", "10000"),
        ("PATH", &path),
    ]
    .map(|(name, value)| (name.to_owned(), value.to_owned()));
    let extra = extra.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    usual.into_iter().chain(extra).collect()
}

/// Runs a command with these settings: its exit code and all that it wrote.
pub fn command(settings: &Settings, words: &[&str]) -> (Option<i32>, String) {
    let done =
        Command::new(program()).args(words).env_clear().envs(settings.iter().cloned()).output().expect("the program");
    let said = [done.stdout, done.stderr].concat();
    (done.status.code(), String::from_utf8_lossy(&said).into_owned())
}
