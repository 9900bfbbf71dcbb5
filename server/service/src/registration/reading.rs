//! Who reads which registration: the office that made it.

use uuid::Uuid;
use xinju_domain::certificate_number::ShortNumber;
use xinju_domain::history::{Action, RecordKind};
use xinju_domain::registration::NoticeState;
use xinju_domain::staff::Right;
use xinju_domain::time::{Day, Instant};
use xinju_store::registration::{self as store, RegistrationRow};
use xinju_store::{StoreError, Tx, certificate as certificates, notice as notices};

use super::address_place;
use crate::certificate::{self, Certificate};
use crate::history::{self, Entry};
use crate::notice::{self, Sent};
use crate::session::Officer;
use crate::{Broken, Services, scan};

/// The most lines of a list.
const SHOWN: i64 = 100;

/// A registration in the list of its office.
#[derive(Clone, Debug)]
pub struct Line {
    pub id: Uuid,
    pub name: String,
    pub number: ShortNumber,
    pub registered: Instant,
    pub scanned: Instant,
    pub is_paper: bool,
    /// It arrived more than a day after the scan.
    pub is_late: bool,
    pub is_challenged: bool,
    /// How its notice stands, if there is one.
    pub notice: Option<NoticeState>,
}

/// A registration as its office reads it.
#[derive(Clone, Debug)]
pub struct File {
    pub line: Line,
    pub home_office: String,
    pub address: Option<String>,
    pub notice: Option<Sent>,
    pub today: Day,
}

/// The registrations of the officer's office, the newest first.
pub async fn list_at_office(services: &Services, officer: &Officer) -> Result<Vec<Line>, Broken> {
    if !scan::has(officer, Right::ReadRegistrations) {
        return Ok(Vec::new());
    }
    let mut tx = services.db.read().await?;
    let mut lines = Vec::new();
    for row in store::list_at_office(&mut tx, &officer.post.office, SHOWN).await? {
        let certificate = certificate_of(&mut tx, services, &row).await?;
        let notice = sent_of(&mut tx, services, &row).await?;
        let today = Day::of(tx.now());
        lines.push(line(&row, &certificate, notice.as_ref(), today));
    }
    Ok(lines)
}

/// One registration of the officer's office; none if it is another's. It is a look.
pub async fn find(services: &Services, officer: &Officer, id: Uuid) -> Result<Option<File>, Broken> {
    if !scan::has(officer, Right::ReadRegistrations) {
        return Ok(None);
    }
    services
        .db
        .change(|mut tx| async move {
            let row = store::find(&mut tx, id).await?;
            let Some(row) = row.filter(|row| row.office == officer.post.office) else {
                return Ok((tx, None));
            };
            let file = file(&mut tx, services, &row).await?;
            let entry = Entry::new(Action::RegistrationOpened, RecordKind::Registration, id.to_string())
                .by_officer(officer)
                .about(row.account);
            history::record(&mut tx, services, entry).await?;
            Ok::<_, Broken>((tx, Some(file)))
        })
        .await
}

async fn file(tx: &mut Tx, services: &Services, row: &RegistrationRow) -> Result<File, Broken> {
    let today = Day::of(tx.now());
    let certificate = certificate_of(tx, services, row).await?;
    let notice = sent_of(tx, services, row).await?;
    let address = match &row.address {
        Some(sealed) => Some(services.secrets.open_text(&address_place(row.id), sealed).map_err(Broken::new)?),
        None => None,
    };
    Ok(File {
        line: line(row, &certificate, notice.as_ref(), today),
        home_office: certificate.content.home_office,
        address,
        notice,
        today,
    })
}

async fn sent_of(tx: &mut Tx, services: &Services, row: &RegistrationRow) -> Result<Option<Sent>, Broken> {
    let notice = notices::find_of_registration(tx, row.id).await?;
    notice.map(|notice| notice::open(services, &notice)).transpose()
}

/// The version that was shown.
pub(crate) async fn certificate_of(
    tx: &mut Tx,
    services: &Services,
    row: &RegistrationRow,
) -> Result<Certificate, Broken> {
    let certificate = certificates::find(tx, row.certificate).await?;
    certificate::open(services, &certificate.ok_or(StoreError::Absent("certificate"))?)
}

fn line(row: &RegistrationRow, certificate: &Certificate, notice: Option<&Sent>, today: Day) -> Line {
    Line {
        id: row.id,
        name: certificate.content.name.as_str().to_owned(),
        number: certificate.number.clone(),
        registered: Instant::from_micros(row.registered_at),
        scanned: Instant::from_micros(row.scanned_at),
        is_paper: row.kind == "paper",
        is_late: row.late != 0,
        is_challenged: row.challenged != 0,
        notice: notice.map(|notice| notice.notice.state(today)),
    }
}
