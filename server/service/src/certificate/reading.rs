//! Who reads which certificate.

use uuid::Uuid;
use xinju_domain::certificate::State;
use xinju_domain::certificate_number::ShortNumber;
use xinju_domain::history::{Action, RecordKind};
use xinju_domain::id_number::IdNumber;
use xinju_domain::person::folded;
use xinju_domain::time::Day;
use xinju_identity::Field;
use xinju_store::Tx;
use xinju_store::certificate as store;
use xinju_store::register_entry::{self as entries, EntryRow};

use super::changing::keeps;
use super::{Certificate, Content, entry_place, open, suspension};
use crate::history::{self, Entry};
use crate::session::{Officer, Session};
use crate::{Broken, Services};

/// The most lines of a list.
const SHOWN: i64 = 50;

/// A certificate in a list.
#[derive(Clone, Debug)]
pub struct Line {
    pub number: ShortNumber,
    pub name: String,
    pub state: State,
    pub valid_until: Day,
    pub issued_on: Day,
}

/// A certificate as an officer sees it.
#[derive(Clone, Debug)]
pub struct File {
    pub certificate: Certificate,
    /// The state today.
    pub state: State,
    pub is_suspended: bool,
    /// All versions, the newest first.
    pub versions: Vec<Line>,
    /// What happened to it.
    pub history: Vec<history::Line>,
    pub today: Day,
}

/// The person's active certificate; it may have run out.
pub async fn active_of(services: &Services, who: &Session) -> Result<Option<Certificate>, Broken> {
    let mut tx = services.db.read().await?;
    active_of_account(&mut tx, services, who.account).await
}

/// As [`active_of`], within a transaction.
pub async fn active_of_account(tx: &mut Tx, services: &Services, account: Uuid) -> Result<Option<Certificate>, Broken> {
    let row = store::find_active_of(tx, account).await?;
    row.map(|row| open(services, &row)).transpose()
}

/// The person's own certificate by its short number, whatever became of it.
pub async fn find_own(services: &Services, who: &Session, number: &ShortNumber) -> Result<Option<Certificate>, Broken> {
    let mut tx = services.db.read().await?;
    let row = store::find_by_number(&mut tx, number.as_str()).await?;
    row.filter(|row| row.account == Some(who.account)).map(|row| open(services, &row)).transpose()
}

/// All of the person's certificates, the newest first.
pub async fn list_own(services: &Services, who: &Session) -> Result<Vec<Certificate>, Broken> {
    let mut tx = services.db.read().await?;
    let rows = store::list_of(&mut tx, who.account).await?;
    rows.iter().map(|row| open(services, row)).collect()
}

/// A certificate of the officer's office; none if there is no such or it is another's. It is a look.
pub async fn find_for_officer(
    services: &Services,
    officer: &Officer,
    number: &ShortNumber,
) -> Result<Option<File>, Broken> {
    services
        .db
        .change(|mut tx| async move {
            let row = store::find_by_number(&mut tx, number.as_str()).await?;
            let Some(row) = row.filter(|row| keeps(officer, row)) else {
                return Ok((tx, None));
            };
            let certificate = open(services, &row)?;
            let entry = Entry::new(Action::CertificateOpened, RecordKind::Certificate, number.as_str())
                .at(&row.office, &row.region)
                .by_officer(officer)
                .about(row.account);
            history::record(&mut tx, services, entry).await?;
            let file = file(&mut tx, services, certificate).await?;
            Ok::<_, Broken>((tx, Some(file)))
        })
        .await
}

async fn file(tx: &mut Tx, services: &Services, certificate: Certificate) -> Result<File, Broken> {
    let today = Day::of(tx.now());
    let rows = store::list_of_entry(tx, certificate.entry).await?;
    let versions = rows.iter().map(|row| Ok(line(&open(services, row)?, today))).collect::<Result<_, Broken>>()?;
    let number = certificate.number.as_str();
    let lines = history::list_for_record(tx, services, RecordKind::Certificate, number).await?;
    Ok(File {
        state: certificate.state_on(today),
        is_suspended: suspension::is_suspended(tx, &certificate).await?,
        versions,
        history: lines.into_iter().filter(|line| !line.action.is_look()).collect(),
        today,
        certificate,
    })
}

fn line(certificate: &Certificate, today: Day) -> Line {
    Line {
        number: certificate.number.clone(),
        name: certificate.content.name.as_str().to_owned(),
        state: certificate.state_on(today),
        valid_until: certificate.valid_until,
        issued_on: certificate.issued_on,
    }
}

/// The active certificates of the officer's office, the newest first, page by page from 0.
pub async fn list_at_office(services: &Services, officer: &Officer, page: u32) -> Result<Vec<Line>, Broken> {
    let mut tx = services.db.read().await?;
    let today = Day::of(tx.now());
    let rows = store::list_at_office(&mut tx, &officer.post.office, SHOWN, i64::from(page) * SHOWN).await?;
    rows.iter().filter(|row| keeps(officer, row)).map(|row| Ok(line(&open(services, row)?, today))).collect()
}

/// The newest certificates at the officer's office of the people with this name or ID number.
pub(crate) async fn search(
    tx: &mut Tx,
    services: &Services,
    officer: &Officer,
    wanted: &str,
) -> Result<Vec<Line>, Broken> {
    let today = Day::of(tx.now());
    let mut lines = Vec::new();
    for entry in matching(tx, services, officer, wanted).await? {
        let row = store::find_latest(tx, entry).await?;
        if let Some(row) = row.filter(|row| keeps(officer, row)) {
            lines.push(line(&open(services, &row)?, today));
        }
    }
    Ok(lines)
}

async fn matching(tx: &mut Tx, services: &Services, officer: &Officer, wanted: &str) -> Result<Vec<Uuid>, Broken> {
    if let Ok(number) = ShortNumber::parse(wanted) {
        let row = store::find_by_number(tx, number.as_str()).await?;
        return Ok(row.map(|row| row.entry).into_iter().collect());
    }
    if let Ok(number) = IdNumber::read(wanted) {
        let index = services.secrets.index(Field::IdNumber, number.as_str());
        let row = entries::find_by_id_index(tx, &index).await?;
        return Ok(row.filter(|row| row.office == officer.post.office).map(|row| row.id).into_iter().collect());
    }
    let name = folded(wanted);
    let index = services.secrets.name_index(&name);
    let mut found = Vec::new();
    for row in entries::list_by_name(tx, &officer.post.office, &index, SHOWN).await? {
        if has_name(services, &row, &name)? {
            found.push(row.id);
        }
    }
    Ok(found)
}

/// Whether the person of an entry has this folded name: the index alone is shared by many names.
pub(crate) fn has_name(services: &Services, row: &EntryRow, name: &str) -> Result<bool, Broken> {
    let json = services.secrets.open(&entry_place(row.id), &row.content).map_err(Broken::new)?;
    let content: Content = serde_json::from_slice(&json).map_err(Broken::new)?;
    Ok(content.name.folded() == name)
}
