//! Settings from the environment. All problems are told at once, before anything is opened, each with the setting's
//! name and what would be right; a value that may hold a password is never repeated.

use std::{
    fmt,
    net::{IpAddr, SocketAddr},
    path::PathBuf,
};

use xinju_domain::time::Span;
use xinju_service::{Origin, retention::Keeping};

/// A value that may hold a password: its `Debug` says nothing.
#[derive(Clone, PartialEq, Eq)]
pub struct Hidden(pub String);

impl fmt::Debug for Hidden {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("(hidden)")
    }
}

/// Where and when the daily backup is made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    pub folder: PathBuf,
    /// 0 to 23, Asia/Shanghai.
    pub hour: u8,
}

/// What an operator set.
#[derive(Clone, Debug)]
pub struct Config {
    pub database_url: Hidden,
    pub connections: u32,
    pub origin: Origin,
    pub listen: SocketAddr,
    pub metrics_listen: Option<SocketAddr>,
    /// Connections at once; more wait in the kernel's queue.
    pub most_connections: usize,
    /// Proxies whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Vec<IpAddr>,
    pub smtp_url: Option<Hidden>,
    pub mail_from: String,
    pub sms_url: Option<Hidden>,
    pub outbox: PathBuf,
    pub secret_file: PathBuf,
    pub files: PathBuf,
    pub site: PathBuf,
    pub backup: Option<Backup>,
    pub certificate_type_code: String,
    pub keeping: Keeping,
    /// Requests a second that one network may make over a longer time.
    pub requests_per_second: u32,
}

/// A setting that is no use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    pub setting: &'static str,
    pub words: &'static str,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.setting, self.words)
    }
}

/// The type code of the published examples of GB/T 36904.
const EXAMPLE_TYPE_CODE: &str = "11100000000013338W011";
const PORT: u16 = 3000;

impl Config {
    pub fn from_environment() -> Result<Self, Vec<Problem>> {
        Self::from_settings(|name| std::env::var(name).ok())
    }

    /// Reads every setting; gives the whole list of problems if there is one.
    pub fn from_settings(lookup: impl Fn(&str) -> Option<String>) -> Result<Self, Vec<Problem>> {
        let mut desk = Desk { lookup, problems: Vec::new() };
        let config = desk.read();
        match config {
            Some(config) if desk.problems.is_empty() => Ok(config),
            _ => Err(desk.problems),
        }
    }
}

struct Desk<L> {
    lookup: L,
    problems: Vec<Problem>,
}

impl<L: Fn(&str) -> Option<String>> Desk<L> {
    fn read(&mut self) -> Option<Config> {
        let origin = self.parsed("XINJU_ORIGIN", "http://localhost:3000", ORIGIN, Origin::parse);
        let host = origin.as_ref().map_or("localhost", Origin::host).to_owned();
        let data = PathBuf::from(self.text("XINJU_DATA").unwrap_or_else(|| "data".to_owned()));
        let in_data = |name: &str| data.join(name);
        let database = format!("sqlite://{}", in_data("xinju.db").display());
        // Each is read before the first that is missing ends this, so that all problems are found.
        let connections = self.parsed("XINJU_CONNECTIONS", "10", "a number from 1 to 1000", in_range(1, 1000));
        let listen = self.parsed("XINJU_LISTEN", &format!("127.0.0.1:{PORT}"), ADDRESS, |text| text.parse().ok());
        let most_connections = self.parsed("XINJU_MOST_CONNECTIONS", "2000", "a number", |text| text.parse().ok());
        let requests = "a number from 1 to 10000";
        let requests_per_second = self.parsed("XINJU_REQUESTS_PER_SECOND", "50", requests, in_range(1, 10_000));
        let keeping = self.keeping();
        let database_url = Hidden(self.checked("XINJU_DATABASE_URL", &database, DATABASE, is_database));
        let certificate_type_code = self.checked("XINJU_CERTIFICATE_TYPE", EXAMPLE_TYPE_CODE, TYPE_CODE, is_type_code);
        let metrics_listen = self.optional("XINJU_METRICS_LISTEN", ADDRESS, |text| text.parse().ok());
        let trusted_proxies = self.optional("XINJU_TRUSTED_PROXY", PROXIES, addresses).unwrap_or_default();
        let backup = self.optional("XINJU_BACKUP", BACKUP, backup);
        Some(Config {
            database_url,
            connections: connections?,
            listen: listen?,
            metrics_listen,
            most_connections: most_connections?,
            trusted_proxies,
            smtp_url: self.text("XINJU_SMTP_URL").map(Hidden),
            mail_from: self.text("XINJU_MAIL_FROM").unwrap_or_else(|| format!("Xinju <no-reply@{host}>")),
            sms_url: self.text("XINJU_SMS_URL").map(Hidden),
            outbox: self.path("XINJU_OUTBOX", in_data("outbox")),
            secret_file: self.path("XINJU_SECRET_FILE", in_data("secret")),
            files: self.path("XINJU_FILES", in_data("papers")),
            site: self.path("XINJU_SITE", usual_site()),
            backup,
            certificate_type_code,
            requests_per_second: requests_per_second?,
            keeping: keeping?,
            origin: origin?,
        })
    }

    fn keeping(&mut self) -> Option<Keeping> {
        let usual = Keeping::default();
        let mut days = |setting, usual: Span| {
            let usual = (usual.as_seconds() / 86_400).to_string();
            let days = self.parsed(setting, &usual, "a number of days from 1 to 36500", in_range(1, 36_500));
            days.map(|days| Span::days(i64::from(days)))
        };
        let drafts = days("XINJU_KEEP_DRAFTS_DAYS", usual.drafts);
        let refused_papers = days("XINJU_KEEP_REFUSED_PAPERS_DAYS", usual.refused_papers);
        let letters = days("XINJU_KEEP_LETTERS_DAYS", usual.letters);
        let looks = days("XINJU_KEEP_LOOKS_DAYS", usual.looks);
        Some(Keeping { drafts: drafts?, refused_papers: refused_papers?, letters: letters?, looks: looks? })
    }

    /// The setting's text; an empty one counts as none.
    fn text(&self, setting: &str) -> Option<String> {
        (self.lookup)(setting).map(|text| text.trim().to_owned()).filter(|text| !text.is_empty())
    }

    fn path(&self, setting: &str, usual: PathBuf) -> PathBuf {
        self.text(setting).map_or(usual, PathBuf::from)
    }

    fn parsed<T>(
        &mut self,
        setting: &'static str,
        usual: &str,
        words: &'static str,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let text = self.text(setting).unwrap_or_else(|| usual.to_owned());
        let value = parse(&text);
        if value.is_none() {
            self.problems.push(Problem { setting, words });
        }
        value
    }

    fn optional<T>(
        &mut self,
        setting: &'static str,
        words: &'static str,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let text = self.text(setting)?;
        self.parsed(setting, &text, words, parse)
    }

    fn checked(&mut self, setting: &'static str, usual: &str, words: &'static str, is_fit: fn(&str) -> bool) -> String {
        self.parsed(setting, usual, words, |text| is_fit(text).then(|| text.to_owned())).unwrap_or_default()
    }
}

const ORIGIN: &str = "the address under which people reach the portal, such as https://xinju.example, without a path. \
                      Plain http works on localhost alone: elsewhere phones give no camera, key or worker over it";
const DATABASE: &str = "begins with sqlite:// or postgres://";
const ADDRESS: &str = "an address and a port, such as 127.0.0.1:3000";
const PROXIES: &str = "IP addresses with commas between them";
const BACKUP: &str = "a folder and an hour of the day, such as /var/backups/xinju@03";
const TYPE_CODE: &str =
    "the credit code of the authority that defines the certificate, and three digits: 21 characters";

fn is_database(text: &str) -> bool {
    ["sqlite:", "postgres:", "postgresql:"].iter().any(|scheme| text.starts_with(scheme))
}

fn is_type_code(text: &str) -> bool {
    text.len() == 21 && text.bytes().all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase())
}

fn in_range(least: u32, most: u32) -> impl Fn(&str) -> Option<u32> {
    move |text| text.parse().ok().filter(|number| (least..=most).contains(number))
}

fn addresses(text: &str) -> Option<Vec<IpAddr>> {
    text.split(',').map(|address| address.trim().parse().ok()).collect()
}

fn backup(text: &str) -> Option<Backup> {
    let (folder, hour) = text.rsplit_once('@')?;
    let hour = hour.parse().ok().filter(|hour| *hour < 24)?;
    (!folder.is_empty()).then(|| Backup { folder: PathBuf::from(folder), hour })
}

/// The built assets: beside the program, in the folder above it as a build leaves them, or in the working folder's build.
fn usual_site() -> PathBuf {
    let beside = std::env::current_exe().ok().and_then(|program| {
        let folder = program.parent()?.to_owned();
        [folder.join("site"), folder.parent()?.join("site")].into_iter().find(|site| site.join("site.json").is_file())
    });
    beside.unwrap_or_else(|| PathBuf::from("target/site"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(settings: &[(&str, &str)]) -> Result<Config, Vec<Problem>> {
        Config::from_settings(|name| {
            settings.iter().find(|(setting, _)| *setting == name).map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    fn nothing_set_is_a_portal_on_localhost() {
        let config = read(&[]).expect("the usual settings");
        assert_eq!(config.origin.text(), "http://localhost:3000");
        assert_eq!(config.database_url.0, "sqlite://data/xinju.db");
        assert_eq!(config.mail_from, "Xinju <no-reply@localhost>");
        assert_eq!(config.metrics_listen, None);
    }

    #[test]
    fn an_http_origin_elsewhere_than_localhost_is_refused() {
        for (origin, is_fit) in [
            ("https://xinju.example", true),
            ("https://xinju.example:8443", true),
            ("http://localhost:8080", true),
            ("http://xinju.example", false),
            ("http://127.0.0.1:3000", false),
            ("https://xinju.example/path", false),
            ("xinju.example", false),
            ("ftp://xinju.example", false),
        ] {
            assert_eq!(read(&[("XINJU_ORIGIN", origin)]).is_ok(), is_fit, "{origin}");
        }
    }

    #[test]
    fn all_problems_are_told_at_once() {
        let problems = read(&[
            ("XINJU_ORIGIN", "http://xinju.example"),
            ("XINJU_DATABASE_URL", "mysql://secret@host/db"),
            ("XINJU_LISTEN", "3000"),
            ("XINJU_BACKUP", "/backups@24"),
            ("XINJU_TRUSTED_PROXY", "10.0.0.1, proxy"),
            ("XINJU_KEEP_DRAFTS_DAYS", "0"),
        ])
        .expect_err("six problems");
        let mut settings: Vec<&str> = problems.iter().map(|problem| problem.setting).collect();
        settings.sort_unstable();
        assert_eq!(
            settings,
            [
                "XINJU_BACKUP",
                "XINJU_DATABASE_URL",
                "XINJU_KEEP_DRAFTS_DAYS",
                "XINJU_LISTEN",
                "XINJU_ORIGIN",
                "XINJU_TRUSTED_PROXY"
            ]
        );
        assert!(problems.iter().all(|problem| !problem.to_string().contains("secret")));
    }

    #[test]
    fn passwords_stay_out_of_the_debug_form() {
        let config = read(&[
            ("XINJU_DATABASE_URL", "postgres://xinju:hunter2@db/xinju"),
            ("XINJU_SMTP_URL", "smtps://xinju:hunter2@mail"),
            ("XINJU_SMS_URL", "https://xinju:hunter2@sms/"),
        ])
        .expect("good settings");
        assert!(!format!("{config:?}").contains("hunter2"));
    }
}
