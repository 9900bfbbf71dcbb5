//! Offices, kept by the administrators of their region. Nobody adds, changes, closes or lists one outside of it. An office
//! that closed keeps its records and its name in them; it takes nothing new.

use xinju_domain::history::{Action, RecordKind};
use xinju_domain::office::{Office as Rule, OfficeKind, Validity, responsible};
use xinju_domain::region::{RegionCode, table};
use xinju_domain::staff::{Right, may};
use xinju_domain::time::Day;
use xinju_domain::wording;
use xinju_store::Tx;
use xinju_store::office::{self as store, NewOffice, OfficeRow};

use crate::history::Entry;
use crate::session::Officer;
use crate::{Broken, Failure, Services, history};

/// The longest name and address, in characters. The name also stands in the QR's bytes, which are cut there.
const NAME_MAX: usize = 30;
const ADDRESS_MAX: usize = 100;

/// One office.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Office {
    pub code: String,
    pub region: RegionCode,
    pub name: String,
    pub kind: OfficeKind,
    pub address: String,
    pub phone: String,
    pub validity: Validity,
    /// It works with this portal; else only its address is known.
    pub is_on_portal: bool,
}

/// What an administrator typed about an office.
#[derive(Clone, Debug, Default)]
pub struct OfficeForm {
    pub region: String,
    pub name: String,
    pub address: String,
    pub phone: String,
    pub is_station: bool,
}

/// Why nothing changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OfficeRefusal {
    /// None of that code in the administrator's region.
    Absent,
    /// No region code, or one outside of the administrator's region.
    Region,
    /// Empty or too long.
    Name,
    Address,
    /// Digits, spaces, hyphens; or empty.
    Phone,
    /// There is one with this code.
    Taken,
    /// Not an administrator.
    NotAllowed,
}

fn read(row: OfficeRow) -> Option<Office> {
    let day = |number: i64| u32::try_from(number).ok().and_then(Day::from_yyyymmdd);
    let validity = Validity { from: day(row.valid_from)?, until: row.valid_until.and_then(day) };
    Some(Office {
        region: RegionCode::parse(&row.region).ok()?,
        kind: OfficeKind::from_code(&row.kind)?,
        validity,
        is_on_portal: row.on_portal != 0,
        code: row.code,
        name: row.name,
        address: row.address,
        phone: row.phone,
    })
}

/// An office by its code, open or closed.
pub async fn find(tx: &mut Tx, code: &str) -> Result<Option<Office>, Broken> {
    Ok(store::find(tx, code).await?.and_then(read))
}

/// The office that decides for a place today: the narrowest that covers it. It may be one that is not on this portal.
pub async fn find_responsible(tx: &mut Tx, place: RegionCode) -> Result<Option<Office>, Broken> {
    let today = Day::of(tx.now());
    let offices = store::list_above(tx, place.as_str()).await?.into_iter().filter_map(read);
    let ruled = offices.map(|office| {
        let rule = Rule { region: office.region, kind: office.kind, validity: office.validity };
        (office, rule)
    });
    Ok(responsible(ruled, place, today))
}

/// The offices of the administrator's region, closed ones too.
pub async fn list(services: &Services, who: &Officer) -> Result<Vec<Office>, Failure<OfficeRefusal>> {
    allow(who, Right::KeepOffices, who.post.region)?;
    let mut tx = services.db.read().await?;
    Ok(store::list_in(&mut tx, who.post.region.as_str()).await?.into_iter().filter_map(read).collect())
}

/// One office of the administrator's region.
pub async fn get(services: &Services, who: &Officer, code: &str) -> Result<Office, Failure<OfficeRefusal>> {
    let mut tx = services.db.read().await?;
    own(&mut tx, who, code).await
}

async fn own(tx: &mut Tx, who: &Officer, code: &str) -> Result<Office, Failure<OfficeRefusal>> {
    allow(who, Right::KeepOffices, who.post.region)?;
    let office = find(tx, code).await?.filter(|office| who.post.region.contains(office.region));
    office.ok_or(Failure::Refused(OfficeRefusal::Absent))
}

fn allow(who: &Officer, right: Right, region: RegionCode) -> Result<(), Failure<OfficeRefusal>> {
    if may(who.post.role, who.post.region, right, region) {
        Ok(())
    } else {
        Err(Failure::Refused(OfficeRefusal::NotAllowed))
    }
}

/// Adds an office from today on; gives its code.
pub async fn add(services: &Services, who: &Officer, form: &OfficeForm) -> Result<String, Failure<OfficeRefusal>> {
    allow(who, Right::KeepOffices, who.post.region)?;
    let region = RegionCode::parse(form.region.trim()).map_err(|_| Failure::Refused(OfficeRefusal::Region))?;
    if !who.post.region.contains(region) {
        return Err(Failure::Refused(OfficeRefusal::Region));
    }
    let words = &checked(form)?;
    let kind = if form.is_station { OfficeKind::Station } else { OfficeKind::at(region.level()) };
    services
        .db
        .change(|mut tx| async move {
            let code = free_code(&mut tx, region, kind).await?;
            let new = NewOffice {
                code: &code,
                region: region.as_str(),
                name: &words.name,
                kind: kind.code(),
                address: &words.address,
                phone: &words.phone,
                valid_from: i64::from(Day::of(tx.now()).yyyymmdd()),
                is_on_portal: true,
                at: tx.now().micros(),
            };
            if !store::insert(&mut tx, &new).await? {
                return Err(Failure::Refused(OfficeRefusal::Taken));
            }
            note(&mut tx, services, who, Action::OfficeAdded, (&code, region)).await?;
            Ok((tx, code))
        })
        .await
}

/// An authority has its region's own code. A station stands beside others, so it gets a number behind it.
async fn free_code(tx: &mut Tx, region: RegionCode, kind: OfficeKind) -> Result<String, Broken> {
    if kind != OfficeKind::Station {
        return Ok(region.to_string());
    }
    let stations = store::list_in(tx, region.as_str()).await?;
    let taken = |code: &str| stations.iter().any(|row| row.code == code);
    let code = (1..1000).map(|number| format!("{region}-{number}")).find(|code| !taken(code));
    Ok(code.unwrap_or_else(|| region.to_string()))
}

/// Changes name, address and telephone.
pub async fn change(
    services: &Services,
    who: &Officer,
    code: &str,
    form: &OfficeForm,
) -> Result<(), Failure<OfficeRefusal>> {
    let words = &checked(form)?;
    services
        .db
        .change(|mut tx| async move {
            let office = own(&mut tx, who, code).await?;
            store::update(&mut tx, code, &words.name, &words.address, &words.phone).await?;
            note(&mut tx, services, who, Action::OfficeChanged, (code, office.region)).await?;
            Ok((tx, ()))
        })
        .await
}

/// Closes an office at the end of today.
pub async fn close(services: &Services, who: &Officer, code: &str) -> Result<(), Failure<OfficeRefusal>> {
    services
        .db
        .change(|mut tx| async move {
            let office = own(&mut tx, who, code).await?;
            let today = i64::from(Day::of(tx.now()).yyyymmdd());
            if store::close(&mut tx, code, today).await? {
                note(&mut tx, services, who, Action::OfficeClosed, (code, office.region)).await?;
            }
            Ok((tx, ()))
        })
        .await
}

async fn note(
    tx: &mut Tx,
    services: &Services,
    who: &Officer,
    action: Action,
    (code, region): (&str, RegionCode),
) -> Result<(), Broken> {
    let entry = Entry::new(action, RecordKind::Office, code).at(code, region.as_str()).by_officer(who);
    history::record(tx, services, entry).await
}

fn checked(form: &OfficeForm) -> Result<OfficeForm, Failure<OfficeRefusal>> {
    let one_line = |text: &str, most: usize, refusal: OfficeRefusal| {
        let text = text.trim();
        let is_fit = text.chars().count() <= most && !text.chars().any(char::is_control);
        if is_fit { Ok(text.to_owned()) } else { Err(Failure::Refused(refusal)) }
    };
    let name = wording::words(&form.name, 2, NAME_MAX).map_err(|_| Failure::Refused(OfficeRefusal::Name))?;
    let phone = one_line(&form.phone, 30, OfficeRefusal::Phone)?;
    if !phone.chars().all(|c| c.is_ascii_digit() || matches!(c, ' ' | '-' | '+' | '(' | ')')) {
        return Err(Failure::Refused(OfficeRefusal::Phone));
    }
    Ok(OfficeForm {
        name: one_line(&name, NAME_MAX, OfficeRefusal::Name)?,
        address: one_line(&form.address, ADDRESS_MAX, OfficeRefusal::Address)?,
        phone,
        region: form.region.clone(),
        is_station: form.is_station,
    })
}

/// The regions of the administrator's own region that have no authority yet, as code and name.
pub async fn list_free_regions(
    services: &Services,
    who: &Officer,
) -> Result<Vec<(RegionCode, String)>, Failure<OfficeRefusal>> {
    let taken: Vec<String> = list(services, who).await?.into_iter().map(|office| office.code).collect();
    let own = who.post.region;
    let below = table::children_of(own);
    let regions = std::iter::once(own).chain(below.map(|region| region.code));
    let named = regions.filter(|region| !taken.contains(&region.to_string()));
    Ok(named.map(|region| (region, table::full_name(region).unwrap_or_default())).collect())
}

#[cfg(test)]
mod tests;
