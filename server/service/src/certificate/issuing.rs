//! From an application to a certificate.

use uuid::Uuid;
use xinju_domain::certificate::{Change, State, valid_until};
use xinju_domain::certificate_number::{NumberFault, OfficialNumber, ShortNumber};
use xinju_domain::region::RegionCode;
use xinju_domain::time::Day;
use xinju_identity::{Field, random};
use xinju_store::certificate::{self as store, CertificateRow, End, NewCertificate};
use xinju_store::register_entry::{self as entries, EntryRow, NewEntry};
use xinju_store::{Tx, office};

use super::{Certificate, Content, content_place, day_number, entry_place, open};
use crate::application::Application;
use crate::session::Officer;
use crate::{Broken, Failure, Services, status_list};

/// Why an application does not become a certificate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum IssueRefusal {
    /// An answer is missing.
    Incomplete,
    /// Somebody else issued for this person in the same moment.
    Overtaken,
}

/// What the next version is made of.
pub(super) struct Next<'a> {
    pub(super) content: &'a Content,
    pub(super) account: Option<Uuid>,
    pub(super) application: Option<Uuid>,
    pub(super) first: Day,
    pub(super) last: Day,
}

/// Issues for an application in the transaction of the decision. Three years begin today. A certificate that the person
/// has is replaced: what was shown of it is no longer valid if it says something else.
pub(crate) async fn issue(
    tx: &mut Tx,
    services: &Services,
    officer: &Officer,
    application: &Application,
) -> Result<Certificate, Failure<IssueRefusal>> {
    let office = office::find(tx, &application.office).await?;
    let office = office.ok_or(xinju_store::StoreError::Absent("office"))?;
    let issuer: RegionCode = office.region.parse().map_err(Broken::new)?;
    let content =
        Content::of(&application.answers, &office.name, issuer).ok_or(Failure::Refused(IssueRefusal::Incomplete))?;
    let entry = hold_entry(tx, services, application, &content).await?;
    let previous = store::find_latest(tx, entry.id).await?;
    let first = Day::of(tx.now());
    let next = Next {
        content: &content,
        account: application.account,
        application: Some(application.id),
        first,
        last: valid_until(first),
    };
    let issued = insert_next(tx, services, officer, &entry, previous.as_ref(), &next).await?;
    issued.ok_or(Failure::Refused(IssueRefusal::Overtaken))
}

/// The entry of the person, made or brought up to date. Holding it keeps others out until the commit.
async fn hold_entry(
    tx: &mut Tx,
    services: &Services,
    application: &Application,
    content: &Content,
) -> Result<EntryRow, Broken> {
    let id_index = services.secrets.index(Field::IdNumber, content.id_number.as_str());
    if entries::find_by_id_index(tx, &id_index).await?.is_none() {
        let id = random::uuid_v7(tx.now());
        let json = serde_json::to_vec(content).map_err(Broken::new)?;
        let new = NewEntry {
            id,
            office: &application.office,
            region: content.issuer.as_str(),
            account: application.account,
            id_index: &id_index,
            name_index: &services.secrets.name_index(&content.name.folded()),
            content: &services.secrets.seal(&entry_place(id), &json),
        };
        entries::insert(tx, &new).await?;
    }
    let row = entries::find_by_id_index(tx, &id_index).await?;
    let mut row = row.ok_or(xinju_store::StoreError::Absent("register_entry"))?;
    row.office.clone_from(&application.office);
    row.account = application.account;
    write_entry(tx, services, &mut row, content).await?;
    Ok(row)
}

/// Writes the content of an entry.
pub(super) async fn write_entry(
    tx: &mut Tx,
    services: &Services,
    row: &mut EntryRow,
    content: &Content,
) -> Result<(), Broken> {
    let json = serde_json::to_vec(content).map_err(Broken::new)?;
    content.issuer.as_str().clone_into(&mut row.region);
    row.name_index = services.secrets.name_index(&content.name.folded()).to_vec();
    row.content = services.secrets.seal(&entry_place(row.id), &json);
    entries::update(tx, row).await?;
    Ok(())
}

/// Makes the next version and ends the one before. None if another transaction did so first.
pub(super) async fn insert_next(
    tx: &mut Tx,
    services: &Services,
    officer: &Officer,
    entry: &EntryRow,
    previous: Option<&CertificateRow>,
    next: &Next<'_>,
) -> Result<Option<Certificate>, Broken> {
    let (number, official) = numbers(tx, services, next, previous).await?;
    if let Some(previous) = previous
        && previous.state == State::Active.code()
        && !replace(tx, services, previous, next, &number).await?
    {
        return Ok(None);
    }
    let id = random::uuid_v7(tx.now());
    let json = serde_json::to_vec(next.content).map_err(Broken::new)?;
    let new = NewCertificate {
        id,
        office: &entry.office,
        region: next.content.issuer.as_str(),
        entry: entry.id,
        account: next.account,
        application: next.application,
        version: previous.map_or(1, |previous| previous.version + 1),
        short_number: number.as_str(),
        official_number: &official.to_string(),
        issued_on: day_number(next.first),
        valid_until: day_number(next.last),
        issued_by: officer.account,
        content: &services.secrets.seal(&content_place(id), &json),
    };
    if !store::insert(tx, &new).await? {
        return Ok(None);
    }
    let row = store::find(tx, id).await?.ok_or(xinju_store::StoreError::Absent("certificate"))?;
    open(services, &row).map(Some)
}

/// Ends the version before. What was shown of it stays good only where the new one says the same.
async fn replace(
    tx: &mut Tx,
    services: &Services,
    previous: &CertificateRow,
    next: &Next<'_>,
    number: &ShortNumber,
) -> Result<bool, Broken> {
    let before = open(services, previous)?;
    let change = if before.content == *next.content { Change::Renew } else { Change::Correct };
    let state = before.state_on(next.first).after(change).or(State::Active.after(Change::Renew));
    let state = state.unwrap_or(State::Renewed);
    let end = End { state: state.code(), renewed_by: Some(number.as_str()), reason: None };
    if !store::end(tx, previous.id, &end).await? {
        return Ok(false);
    }
    if change == Change::Correct {
        invalidate_entry(tx, previous.entry).await?;
    }
    Ok(true)
}

/// Makes everything that was shown of any version invalid: prints of an older version live on beside the newest.
pub(super) async fn invalidate_entry(tx: &mut Tx, entry: Uuid) -> Result<(), Broken> {
    for version in store::list_of_entry(tx, entry).await? {
        status_list::invalidate(tx, version.id).await?;
    }
    Ok(())
}

/// The short number is new for each version. The official number stays the same with the next version in it, while the
/// county is the same.
async fn numbers(
    tx: &mut Tx,
    services: &Services,
    next: &Next<'_>,
    previous: Option<&CertificateRow>,
) -> Result<(ShortNumber, OfficialNumber), Broken> {
    let county = next.content.home_place.county().ok_or_else(|| Broken::new(NoCounty))?;
    let year = next.first.year();
    let serial = store::next_serial(tx, county.as_str(), i64::from(year)).await?;
    let serial = u32::try_from(serial).map_err(Broken::new)?;
    let short = ShortNumber::new(county, year, serial).map_err(Broken::new)?;
    let same_county = previous.map(|row| row.short_number.get(..6) == Some(county.as_str()));
    let official = match previous {
        Some(row) if same_county == Some(true) => {
            OfficialNumber::parse(&row.official_number).and_then(|number| number.next_version())
        }
        _ => Err(NumberFault::Version),
    };
    let type_code = &services.settings.certificate_type_code;
    let new = || OfficialNumber::new(type_code, county.as_str(), &format!("{year}{serial:08}"), 1);
    Ok((short, official.or_else(|_| new()).map_err(Broken::new)?))
}

#[derive(Clone, Copy, Debug, thiserror::Error)]
#[error("the home place lies in no county")]
struct NoCounty;
