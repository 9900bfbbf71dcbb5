//! Searching and sending among 1.2 million people: the use cases as the pages call them, one at a time, without HTTP and HTML.

use std::path::Path;
use std::time::Instant;

use xinju_service::Services;
use xinju_service::application::{Sent, submit};
use xinju_service::desk::{self, Filter};
use xinju_service::session::Officer;

use crate::clock::Times;
use crate::invented::{self, PEOPLE};
use crate::opening::{furnish, issuing_officer, open};
use crate::row::{Row, progress};
use crate::{Outcome, filling, resident, told};

const SEARCHES: u32 = 1000;
const LISTS: u32 = 200;
const SENDINGS: u64 = 300;
const WARM_UP: u32 = 50;
/// What OpenCRVS publishes of itself, on a machine with 12 cores, in milliseconds.
const OPENCRVS_SEARCH: f64 = 25.0;
const OPENCRVS_SUBMIT: f64 = 150.0;

/// Fills the database if need be and prints the rows.
pub async fn measure(url: &str, secret: &Path) -> Outcome<()> {
    let folder = secret.parent().ok_or("the secret lies in a folder")?;
    let services = open(url, secret, folder, "http://localhost:3000").await?;
    furnish(&services).await?;
    let (officer, _) = issuing_officer(&services).await?;
    filling::fill(&services.db, url, secret).await?;
    let engine = if services.db.is_sqlite() { "SQLite" } else { "PostgreSQL" };
    progress(&format!("searching and sending, {engine}"));
    let searches = search(&services, &officer).await?;
    print(&format!("search by name among 1.2 million, {engine}"), searches, Some(OPENCRVS_SEARCH));
    for (what, filter) in [("the desk's queue", Filter::All), ("what the desk decided", Filter::Closed)] {
        let lists = open_list(&services, &officer, filter).await?;
        print(&format!("{what}, {engine}"), lists, None);
    }
    let sendings = send(&services).await?;
    print(&format!("send an application, {engine}"), sendings, Some(OPENCRVS_SUBMIT));
    services.db.close().await;
    Ok(())
}

/// Two rows, held against what OpenCRVS publishes if it does.
fn print(what: &str, mut times: Times, limit: Option<f64>) {
    for (name, share) in [("p50", 0.5), ("p95", 0.95)] {
        let what = format!("{what}, {name}");
        let row = Row::small(&what, times.quantile(share), "ms");
        match limit {
            Some(limit) => row.held_against(&format!("OpenCRVS {limit} ms, 12 cores"), limit).print(),
            None => row.print(),
        }
    }
}

/// Searches for names that there are, each for the first time.
async fn search(services: &Services, officer: &Officer) -> Outcome<Times> {
    let mut times = Times::default();
    for n in 0..WARM_UP + SEARCHES {
        let person = n * (PEOPLE / (WARM_UP + SEARCHES));
        let name = invented::name(person)?;
        let began = Instant::now();
        let found = told(desk::search(services, officer, name.as_str()).await)?;
        if n >= WARM_UP {
            times.note(began);
        }
        if found.applications.is_empty() {
            return Err(format!("{} was not found", name.as_str()));
        }
    }
    Ok(times)
}

/// Opens pages of a list of the desk.
async fn open_list(services: &Services, officer: &Officer, filter: Filter) -> Outcome<Times> {
    let mut times = Times::default();
    for n in 0..LISTS {
        let began = Instant::now();
        let list = told(desk::list(services, officer, filter, n % 10).await)?;
        times.note(began);
        if list.items.is_empty() {
            return Err("an empty list".to_owned());
        }
    }
    Ok(times)
}

/// Sends what new people have filled in; what they do before is not timed.
async fn send(services: &Services) -> Outcome<Times> {
    let now = told(services.db.read().await)?.now().unix_seconds().unsigned_abs();
    let mut times = Times::default();
    for n in 0..SENDINGS {
        // New people at every run.
        let (session, draft) = resident::make(services, now * SENDINGS + n).await?;
        let began = Instant::now();
        let sent = told(submit(services, &session, draft).await)?;
        times.note(began);
        if !matches!(sent, Sent::Sent(_)) {
            return Err("not sent".to_owned());
        }
    }
    Ok(times)
}
