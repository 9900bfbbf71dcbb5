//! A portal that runs as a process of its own, over a folder that is gone afterwards.

use std::fs::File;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus};
use std::time::{Duration, Instant};

use reqwest::{Client, Response, redirect::Policy};
use tempfile::TempDir;

pub type Settings = Vec<(String, String)>;

/// A server of the demonstration and a browser that follows no redirect.
pub struct Running {
    pub client: Client,
    pub settings: Settings,
    server: Child,
    port: u16,
    folder: TempDir,
}

impl Running {
    pub async fn start() -> Self {
        Self::start_with(&[]).await
    }

    pub async fn start_with(extra: &[(&str, &str)]) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let settings = settings(folder.path(), extra);
        Self::open(folder, settings).await
    }

    /// Over data that is there.
    pub async fn over(folder: TempDir) -> Self {
        let settings = settings(folder.path(), &[]);
        Self::open(folder, settings).await
    }

    async fn open(folder: TempDir, mut settings: Settings) -> Self {
        let port = free_port();
        settings.push(("XINJU_LISTEN".to_owned(), format!("127.0.0.1:{port}")));
        let log = File::create(folder.path().join("log")).expect("a file");
        let server = Command::new(env!("CARGO_BIN_EXE_server"))
            .args(["serve", "--demo"])
            .env_clear()
            .envs(settings.iter().cloned())
            .stdout(log.try_clone().expect("a file"))
            .stderr(log)
            .spawn()
            .expect("the program");
        let client = Client::builder().redirect(Policy::none()).build().expect("a client");
        let mut running = Self { client, settings, server, port, folder };
        running.wait().await;
        running
    }

    async fn wait(&mut self) {
        let deadline = Instant::now() + Duration::from_secs(30);
        loop {
            if self.client.get(self.address("/readyz")).send().await.is_ok_and(|answer| answer.status().is_success()) {
                return;
            }
            assert!(self.server.try_wait().expect("a process").is_none(), "{}", self.log());
            assert!(Instant::now() < deadline, "it did not open: {}", self.log());
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    pub fn address(&self, path: &str) -> String {
        format!("http://localhost:{}{path}", self.port)
    }

    pub fn socket(&self) -> (&'static str, u16) {
        ("127.0.0.1", self.port)
    }

    pub fn folder(&self) -> PathBuf {
        self.folder.path().to_owned()
    }

    pub async fn get(&self, path: &str) -> Response {
        self.client.get(self.address(path)).send().await.expect("an answer")
    }

    /// What the server wrote.
    pub fn log(&self) -> String {
        std::fs::read_to_string(self.folder.path().join("log")).unwrap_or_default()
    }

    /// Asks the server to end, and waits for it.
    pub fn terminate(&mut self) -> ExitStatus {
        let asked = Command::new("kill").arg("-TERM").arg(self.server.id().to_string()).status();
        assert!(asked.expect("kill").success());
        self.server.wait().expect("an end")
    }

    /// Runs another command on the same data.
    pub fn command(&self, words: &[&str]) -> (Option<i32>, String) {
        command(&self.settings, words)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
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
    let usual = [
        ("XINJU_DATA".to_owned(), folder.display().to_string()),
        ("XINJU_SITE".to_owned(), site.display().to_string()),
        ("PATH".to_owned(), std::env::var("PATH").unwrap_or_default()),
    ];
    let extra = extra.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    usual.into_iter().chain(extra).collect()
}

/// Runs a command with these settings: its exit code and all that it wrote.
pub fn command(settings: &Settings, words: &[&str]) -> (Option<i32>, String) {
    let done = Command::new(env!("CARGO_BIN_EXE_server"))
        .args(words)
        .env_clear()
        .envs(settings.iter().cloned())
        .output()
        .expect("the program");
    let said = [done.stdout, done.stderr].concat();
    (done.status.code(), String::from_utf8_lossy(&said).into_owned())
}

fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").expect("a port").local_addr().expect("an address").port()
}
