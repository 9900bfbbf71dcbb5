//! Certificates and the register that they come from.
//!
//! * [`issue`](issuing) makes the first or the next certificate of a person out of an application. The person's entry in
//!   the register is found by the keyed hash of the ID number, or made.
//! * [`renew`], [`correct`] and [`revoke`] are what an issuing officer does to it afterwards; each makes a new version or
//!   ends it. Of two who act at once one wins and the other is told.
//! * [`suspend`](suspension) and its end follow a dispute that the home office has taken up.
//! * [`signing`] makes what a phone or a sheet of paper shows: signed by the county's key, with a random place in its
//!   status list.
//!
//! The holder reads the own certificate; officers those of their office. To everybody else it does not exist. Looks and
//! changes stand in the history under the short number.

mod changing;
mod content;
mod issuing;
mod reading;
pub mod signing;
mod suspension;
#[cfg(test)]
pub(crate) mod tests;

use uuid::Uuid;
use xinju_domain::certificate::{Revocation, State};
use xinju_domain::certificate_number::{OfficialNumber, ShortNumber};
use xinju_domain::region::RegionCode;
use xinju_domain::time::{Day, Instant};
use xinju_identity::Place;
use xinju_store::certificate::CertificateRow;

pub use changing::{ChangeRefusal, correct, renew, revoke};
pub use content::{Content, Correction};
pub(crate) use issuing::{IssueRefusal, issue};
pub use reading::{File, Line, active_of, active_of_account, find_for_officer, find_own, list_at_office, list_own};
pub(crate) use reading::{has_name, search};
pub use suspension::{Cause, is_suspended};
pub(crate) use suspension::{let_go, suspend};

use crate::{Broken, Services};

/// One version of a certificate with its content opened.
#[derive(Clone, Debug)]
pub struct Certificate {
    pub id: Uuid,
    pub office: String,
    pub region: RegionCode,
    pub entry: Uuid,
    pub account: Option<Uuid>,
    pub application: Option<Uuid>,
    pub version: u16,
    pub number: ShortNumber,
    pub official_number: OfficialNumber,
    /// As stored; [`Certificate::state_on`] knows of its last day.
    pub state: State,
    pub issued_at: Instant,
    pub issued_on: Day,
    pub valid_until: Day,
    pub content: Content,
    pub renewed_by: Option<ShortNumber>,
    pub ended_at: Option<Instant>,
    pub revocation: Option<Revocation>,
}

impl Certificate {
    /// The state on a day.
    pub fn state_on(&self, today: Day) -> State {
        self.state.on(self.valid_until, today)
    }
}

/// Reads a row. A value that this version cannot read is breakage.
pub(crate) fn open(services: &Services, row: &CertificateRow) -> Result<Certificate, Broken> {
    let content = services.secrets.open(&content_place(row.id), &row.content).map_err(Broken::new)?;
    let revocation = match &row.reason {
        Some(sealed) => Some(services.secrets.open(&reason_place(row.id), sealed).map_err(Broken::new)?),
        None => None,
    };
    Ok(Certificate {
        id: row.id,
        office: row.office.clone(),
        region: row.region.parse().map_err(Broken::new)?,
        entry: row.entry,
        account: row.account,
        application: row.application,
        version: u16::try_from(row.version).map_err(Broken::new)?,
        number: row.short_number.parse().map_err(Broken::new)?,
        official_number: OfficialNumber::parse(&row.official_number).map_err(Broken::new)?,
        state: row.state.parse().map_err(Broken::new)?,
        issued_at: Instant::from_micros(row.issued_at),
        issued_on: day(row.issued_on)?,
        valid_until: day(row.valid_until)?,
        content: serde_json::from_slice(&content).map_err(Broken::new)?,
        renewed_by: row.renewed_by.as_deref().map(str::parse).transpose().map_err(Broken::new)?,
        ended_at: row.ended_at.map(Instant::from_micros),
        revocation: revocation.map(|json| serde_json::from_slice(&json)).transpose().map_err(Broken::new)?,
    })
}

/// Where the content of a version is sealed.
const fn content_place(id: Uuid) -> Place {
    Place::new("certificate", "content", id)
}

/// Where the reason of a revocation is sealed.
const fn reason_place(id: Uuid) -> Place {
    Place::new("certificate", "reason", id)
}

/// Where the content of a register entry is sealed.
const fn entry_place(id: Uuid) -> Place {
    Place::new("register_entry", "content", id)
}

fn day_number(day: Day) -> i64 {
    i64::from(day.yyyymmdd())
}

fn day(number: i64) -> Result<Day, Broken> {
    u32::try_from(number).ok().and_then(Day::from_yyyymmdd).ok_or_else(|| Broken::new(NoDay))
}

#[derive(Clone, Copy, Debug, thiserror::Error)]
#[error("a stored day is none")]
struct NoDay;
