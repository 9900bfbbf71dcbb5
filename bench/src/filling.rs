//! 1.2 million people into a database, each with an application, an entry in the register and a certificate, sealed as the
//! use cases seal them. One in five hundred still waits for the office. Rows go in by the hundred: by the use cases it would
//! take hours.

use std::path::Path;

use sqlx::{Connection, PgConnection, Postgres, QueryBuilder, Sqlite, SqliteConnection};
use tokio::sync::mpsc::{Receiver, channel};
use uuid::Uuid;
use xinju_domain::application::{Answers, Clock};
use xinju_domain::certificate_number::{OfficialNumber, ShortNumber};
use xinju_domain::person::{Children, Marital};
use xinju_domain::region::RegionCode;
use xinju_domain::time::{Day, Instant, Span};
use xinju_identity::{Field, Place, Secrets, random};
use xinju_service::certificate::Content;
use xinju_store::{Db, fixture};

use crate::invented::{self, HOME, PEOPLE};
use crate::row::progress;
use crate::{Outcome, told};

/// In the table of what never changes: the people are all there.
const MARK: &str = "bench-people";
const OFFICE_NAME: &str = "石桥镇便民服务中心";
const AT_ONCE: u32 = 400;
const WAITING: u32 = 500;

/// One person's rows.
struct Rows {
    application: Uuid,
    entry: Uuid,
    certificate: Uuid,
    reference: String,
    short_number: String,
    official_number: String,
    id_index: Vec<u8>,
    name_index: Vec<u8>,
    born: i64,
    answers: Vec<u8>,
    entry_content: Vec<u8>,
    certificate_content: Vec<u8>,
    is_waiting: bool,
    submitted_at: Instant,
    clock: String,
}

/// Puts them in unless they are there.
pub async fn fill(db: &Db, url: &str, secret: &Path) -> Outcome<()> {
    let mut tx = told(db.read().await)?;
    let now = tx.now();
    if told(fixture::find(&mut tx, MARK).await)?.is_some() {
        return Ok(());
    }
    drop(tx);
    progress("1.2 million invented people (some minutes)");
    let secrets = told(Secrets::load_or_create(secret))?;
    let (sender, receiver) = channel(4);
    let maker = std::thread::spawn(move || {
        for first in (0..PEOPLE).step_by(AT_ONCE as usize) {
            let rows = (first..PEOPLE.min(first + AT_ONCE)).map(|n| rows(&secrets, n, now)).collect();
            let is_last = Outcome::is_err(&rows);
            if sender.blocking_send(rows).is_err() || is_last {
                break;
            }
        }
    });
    if url.starts_with("sqlite:") {
        into_sqlite(url, receiver).await?;
    } else {
        into_postgres(url, receiver).await?;
    }
    told(maker.join())?;
    let mark = |mut tx| async move {
        fixture::hold(&mut tx, MARK, "all").await?;
        Ok::<_, xinju_store::StoreError>((tx, ()))
    };
    told(db.change(mark).await)
}

fn rows(secrets: &Secrets, n: u32, now: Instant) -> Outcome<Rows> {
    let home = told(RegionCode::parse(HOME))?;
    let (name, id_number) = (invented::name(n)?, invented::id_number(n)?);
    let content = Content {
        name: name.clone(),
        id_number: id_number.clone(),
        marital: Marital::Married,
        spouse: Some(invented::name(n / 2)?),
        children: Children::new(0, 1).ok_or("a child")?,
        home_place: home,
        current_place: None,
        home_office: OFFICE_NAME.to_owned(),
        issuer: home,
    };
    let answers = Answers {
        home_place: Some(home),
        name: Some(name),
        id_number: Some(id_number),
        marital: Some(Marital::Married),
        spouse: content.spouse.clone(),
        children: Some(content.children),
        ..Answers::default()
    };
    let (answers, json) = (told(serde_json::to_vec(&answers))?, told(serde_json::to_vec(&content))?);
    let is_waiting = n.is_multiple_of(WAITING);
    let submitted_at = now.minus(if is_waiting { Span::hours(1) } else { Span::minutes(i64::from(PEOPLE - n)) });
    let [application, entry, certificate] = [(); 3].map(|()| random::uuid_v7(submitted_at));
    let seal = |table, column, row, plain: &[u8]| secrets.seal(&Place::new(table, column, row), plain);
    let serial = n + 1;
    let official = OfficialNumber::new("11100000000013338W011", "990123", &format!("2020{serial:08}"), 1);
    Ok(Rows {
        application,
        entry,
        certificate,
        reference: invented::reference(n).to_string(),
        // Of a year before the portal began: its own numbers never meet these.
        short_number: told(ShortNumber::new(home, 2020, serial))?.as_str().to_owned(),
        official_number: told(official)?.to_string(),
        id_index: secrets.index(Field::IdNumber, content.id_number.as_str()).to_vec(),
        name_index: secrets.name_index(&content.name.folded()).to_vec(),
        born: i64::from(content.born().yyyymmdd()),
        answers: seal("application", "answers", application, &answers),
        entry_content: seal("register_entry", "content", entry, &json),
        certificate_content: seal("certificate", "content", certificate, &json),
        is_waiting,
        submitted_at,
        clock: told(serde_json::to_string(&Clock::started(submitted_at)))?,
    })
}

/// The three statements for some people, in one transaction; the same on both engines.
macro_rules! insert {
    ($engine:ty, $connection:expr, $people:expr) => {{
        let mut tx = told($connection.begin().await)?;
        let mut applications = QueryBuilder::<$engine>::new(
            "insert into application (id, office, region, reference, state, answers, id_index, name_index, born, \
             submitted_at, due_on, clock, decided_at) ",
        );
        applications.push_values(&$people, |mut row, person: &Rows| {
            let at = person.submitted_at.micros();
            let due = i64::from(Day::of(person.submitted_at.plus(Span::days(9))).yyyymmdd());
            row.push_bind(person.application).push_bind(HOME).push_bind(HOME).push_bind(&person.reference);
            row.push_bind(if person.is_waiting { "submitted" } else { "issued" }).push_bind(&person.answers);
            row.push_bind(&person.id_index).push_bind(&person.name_index).push_bind(person.born).push_bind(at);
            row.push_bind(due).push_bind(&person.clock).push_bind((!person.is_waiting).then_some(at));
        });
        told(applications.build().execute(&mut *tx).await)?;
        let mut entries = QueryBuilder::<$engine>::new(
            "insert into register_entry (id, office, region, id_index, name_index, content, created_at, updated_at) ",
        );
        entries.push_values($people.iter().filter(|person| !person.is_waiting), |mut row, person| {
            let at = person.submitted_at.micros();
            row.push_bind(person.entry).push_bind(HOME).push_bind(HOME).push_bind(&person.id_index);
            row.push_bind(&person.name_index).push_bind(&person.entry_content).push_bind(at).push_bind(at);
        });
        told(entries.build().execute(&mut *tx).await)?;
        let mut certificates = QueryBuilder::<$engine>::new(
            "insert into certificate (id, office, region, entry, application, version, short_number, official_number, \
             state, issued_at, issued_on, valid_until, issued_by, content) ",
        );
        certificates.push_values($people.iter().filter(|person| !person.is_waiting), |mut row, person| {
            let first = Day::of(person.submitted_at);
            row.push_bind(person.certificate).push_bind(HOME).push_bind(HOME).push_bind(person.entry);
            row.push_bind(person.application).push_bind(1_i64).push_bind(&person.short_number);
            row.push_bind(&person.official_number).push_bind("active").push_bind(person.submitted_at.micros());
            row.push_bind(i64::from(first.yyyymmdd())).push_bind(i64::from(first.plus_years(3).yyyymmdd()));
            row.push_bind(Uuid::nil()).push_bind(&person.certificate_content);
        });
        told(certificates.build().execute(&mut *tx).await)?;
        told(tx.commit().await)?;
    }};
}

async fn into_sqlite(url: &str, mut people: Receiver<Outcome<Vec<Rows>>>) -> Outcome<()> {
    let mut connection = told(SqliteConnection::connect(url).await)?;
    // A half-filled file is thrown away, so nothing need be durable before the end.
    for pragma in ["pragma synchronous = off", "pragma cache_size = -1000000"] {
        told(sqlx::query(pragma).execute(&mut connection).await)?;
    }
    while let Some(some) = people.recv().await {
        let some = some?;
        insert!(Sqlite, connection, some);
    }
    told(sqlx::query("analyze").execute(&mut connection).await)?;
    told(connection.close().await)
}

async fn into_postgres(url: &str, mut people: Receiver<Outcome<Vec<Rows>>>) -> Outcome<()> {
    let mut connection = told(PgConnection::connect(url).await)?;
    told(sqlx::query("set synchronous_commit = off").execute(&mut connection).await)?;
    while let Some(some) = people.recv().await {
        let some = some?;
        insert!(Postgres, connection, some);
    }
    told(sqlx::query("vacuum analyze").execute(&mut connection).await)?;
    told(connection.close().await)
}
