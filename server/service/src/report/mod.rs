//! What the home office is told of its people: that somebody was registered where they live now. It has twenty working
//! days to take note, and notes who did. Opening a report is a look; the address that the person gave stays with the office
//! over there.
//!
//! Issuing officers read the reports to their own office; to others there are none.

#[cfg(test)]
mod tests;

use serde_json::json;
use uuid::Uuid;
use xinju_domain::certificate_number::ShortNumber;
use xinju_domain::history::{Action, RecordKind};
use xinju_domain::staff::Right;
use xinju_domain::time::{Day, Instant};
use xinju_store::report::{self as store, ReportRow};
use xinju_store::{StoreError, Tx, office, registration};

use crate::history::{self, Entry};
use crate::session::Officer;
use crate::{Broken, Failure, Services, registration as registrations, scan};

/// The most lines of the inbox.
const SHOWN: i64 = 100;

/// A report in the inbox. It names the office that sent it, and nobody.
#[derive(Clone, Debug)]
pub struct Line {
    pub id: Uuid,
    pub from_office: String,
    pub sent: Instant,
    pub due: Day,
    /// When somebody took note.
    pub read: Option<Instant>,
    pub today: Day,
}

/// A report as it is read.
#[derive(Clone, Debug)]
pub struct File {
    pub line: Line,
    pub name: String,
    pub number: ShortNumber,
    pub registered: Instant,
    pub is_paper: bool,
}

/// There is no such report at the officer's office.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Absent;

/// The reports to the officer's office: what waits to be read first, then the newest.
pub async fn inbox(services: &Services, officer: &Officer) -> Result<Vec<Line>, Broken> {
    if !scan::has(officer, Right::ReadReports) {
        return Ok(Vec::new());
    }
    let mut tx = services.db.read().await?;
    let mut lines = Vec::new();
    for row in store::list_at_office(&mut tx, &officer.post.office, SHOWN).await? {
        lines.push(line(&mut tx, &row).await?);
    }
    Ok(lines)
}

/// How many wait to be read.
pub async fn count_unread(services: &Services, officer: &Officer) -> Result<i64, Broken> {
    if !scan::has(officer, Right::ReadReports) {
        return Ok(0);
    }
    let mut tx = services.db.read().await?;
    Ok(store::count_unread(&mut tx, &officer.post.office).await?)
}

/// Opens a report. It is a look at the person's data, and changes nothing else.
pub async fn open(services: &Services, officer: &Officer, id: Uuid) -> Result<Option<File>, Broken> {
    services
        .db
        .change(|mut tx| async move {
            let Some(row) = find_own(&mut tx, officer, id).await? else { return Ok((tx, None)) };
            let file = file(&mut tx, services, officer, &row).await?;
            Ok::<_, Broken>((tx, Some(file)))
        })
        .await
}

/// The read receipt: notes that this officer took note, once.
pub async fn take_note(services: &Services, officer: &Officer, id: Uuid) -> Result<(), Failure<Absent>> {
    services
        .db
        .change(|mut tx| async move {
            let row = find_own(&mut tx, officer, id).await?.ok_or(Failure::Refused(Absent))?;
            if store::read(&mut tx, row.id, officer.account).await? {
                let entry = entry(officer, &row).with(json!({"noted": true}));
                history::record(&mut tx, services, entry).await?;
            }
            Ok((tx, ()))
        })
        .await
}

async fn find_own(tx: &mut Tx, officer: &Officer, id: Uuid) -> Result<Option<ReportRow>, StoreError> {
    let row = store::find(tx, id).await?;
    let may_read = scan::has(officer, Right::ReadReports);
    Ok(row.filter(|row| may_read && row.office == officer.post.office))
}

async fn file(tx: &mut Tx, services: &Services, officer: &Officer, row: &ReportRow) -> Result<File, Broken> {
    let id = row.registration.ok_or(StoreError::Absent("registration"))?;
    let made = registration::find(tx, id).await?.ok_or(StoreError::Absent("registration"))?;
    let certificate = registrations::certificate_of(tx, services, &made).await?;
    history::record(tx, services, entry(officer, row).about(made.account)).await?;
    Ok(File {
        line: line(tx, row).await?,
        name: certificate.content.name.as_str().to_owned(),
        number: certificate.number,
        registered: Instant::from_micros(made.registered_at),
        is_paper: made.kind == "paper",
    })
}

fn entry<'a>(officer: &'a Officer, row: &ReportRow) -> Entry<'a> {
    Entry::new(Action::ReportRead, RecordKind::Report, row.id.to_string()).by_officer(officer)
}

async fn line(tx: &mut Tx, row: &ReportRow) -> Result<Line, Broken> {
    let from = office::find(tx, &row.from_office).await?;
    let due = u32::try_from(row.due_on).ok().and_then(Day::from_yyyymmdd);
    Ok(Line {
        id: row.id,
        from_office: from.map_or_else(|| row.from_office.clone(), |office| office.name),
        sent: Instant::from_micros(row.sent_at),
        due: due.ok_or(StoreError::Inconsistent { table: "report", column: "due_on" })?,
        read: row.read_at.map(Instant::from_micros),
        today: Day::of(tx.now()),
    })
}
