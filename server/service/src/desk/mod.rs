//! The desk of the home office: applications come in, officers judge them.
//!
//! * [`list`](queue) shows what waits for the office, the nearest due date first; [`search`] finds a name, a number or a
//!   reference.
//! * [`open`](opening) shows one application with the machine's checks beside the answers. It is a look, and gives an
//!   application that nobody has in hand to the officer who opens it. [`take_over`] and [`give_back`] change that.
//! * [`ask_more`] stops the clock and asks the resident; [`refuse`] and [`issue`] decide; [`pass_on`] sends what belongs
//!   to another office there. A second look never goes to the officer who refused.
//!
//! Only officers with the issuing post at the application's office may do any of this; to all others the application does
//! not exist. Each form carries the version it was made from: of two officers at once one wins, and the other is told what
//! happened meanwhile.

mod assigning;
mod deciding;
pub mod dispute;
mod opening;
mod passing;
mod queue;
mod search;
#[cfg(test)]
mod tests;

use uuid::Uuid;
use xinju_domain::application::{State, may_judge};
use xinju_domain::fault::FieldFault;
use xinju_domain::history::{Action, RecordKind};
use xinju_domain::reference::Reference;
use xinju_domain::staff::{self, Right};
use xinju_store::Tx;
use xinju_store::application::{self as store, ApplicationRow};

pub use assigning::{give_back, take_over};
pub use deciding::{ask_more, issue, refuse};
pub use opening::{Checks, Record, open};
pub use passing::{Candidate, list_offices, pass_on};
pub use queue::{Counts, Filter, Item, Queue, list};
pub use search::{Found, search};

use crate::account;
use crate::application::{self, Application};
use crate::history::Entry;
use crate::session::Officer;
use crate::{Broken, Failure, Services};

/// Why the desk does not do what an officer asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DeskRefusal {
    /// Not there, or of another office.
    Absent,
    /// Somebody was faster.
    Overtaken(Overtaken),
    /// A colleague has it in hand; their name.
    WithColleague(Option<String>),
    /// This officer refused it before; another looks at it now.
    AnotherOfficer,
    /// It cannot be done in this state, or an answer is missing.
    NotNow,
    /// What is wrong with the fields of the form, all of it.
    Faults(Vec<FieldFault>),
}

/// What happened to an application since it was looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overtaken {
    pub state: State,
    /// Who did it or has it in hand now.
    pub by: Option<String>,
}

type Outcome<T> = Result<T, Failure<DeskRefusal>>;

/// Which application, as the page showed it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seen {
    pub reference: Reference,
    pub version: i64,
}

/// Whether an officer may do a thing to an application.
fn is_theirs(officer: &Officer, row: &ApplicationRow, right: Right) -> bool {
    row.office == officer.post.office
        && row.region.parse().is_ok_and(|region| staff::may(officer.post.role, officer.post.region, right, region))
}

/// The application, if it is one of the officer's office.
async fn find(
    tx: &mut Tx,
    services: &Services,
    officer: &Officer,
    (reference, right): (Reference, Right),
) -> Result<Option<Application>, Broken> {
    let row = store::find_by_reference(tx, &reference.to_string()).await?;
    row.filter(|row| is_theirs(officer, row, right)).map(|row| application::open(services, row)).transpose()
}

/// Whether the officer may judge it: not if they refused it before.
fn is_free_to_judge(officer: &Officer, application: &Application) -> bool {
    let refused_by = application.decided_by.filter(|_| application.is_second_look);
    may_judge(&officer.account, refused_by.as_ref())
}

/// The application as it was seen, for an officer who is about to decide.
async fn take_in_hand(tx: &mut Tx, services: &Services, officer: &Officer, seen: Seen) -> Outcome<Application> {
    let application = find(tx, services, officer, (seen.reference, Right::JudgeApplication)).await?;
    let application = application.ok_or(Failure::Refused(DeskRefusal::Absent))?;
    if application.row.version != seen.version {
        return Err(overtaken(tx, services, &application).await?);
    }
    if !is_free_to_judge(officer, &application) {
        return no(DeskRefusal::AnotherOfficer);
    }
    if let Some(colleague) = application.assigned_to.filter(|holder| *holder != officer.account) {
        return no(DeskRefusal::WithColleague(account::find_name(tx, services, colleague).await?));
    }
    Ok(application)
}

/// Writes the row back for the officer, who has it in hand from now on. Refused if somebody was faster.
async fn write(tx: &mut Tx, services: &Services, officer: &Officer, row: &mut ApplicationRow) -> Outcome<()> {
    if row.assigned_to.is_none() {
        row.assigned_to = Some(officer.account);
        row.assigned_at = Some(tx.now().micros());
    }
    write_free(tx, services, row).await
}

/// Writes the row back as it is. Refused if somebody was faster.
async fn write_free(tx: &mut Tx, services: &Services, row: &ApplicationRow) -> Outcome<()> {
    if store::update(tx, row).await? {
        return Ok(());
    }
    let now = store::find(tx, row.id).await?.ok_or(Failure::Refused(DeskRefusal::Absent))?;
    let now = application::open(services, now)?;
    Err(overtaken(tx, services, &now).await?)
}

async fn overtaken(tx: &mut Tx, services: &Services, now: &Application) -> Result<Failure<DeskRefusal>, Broken> {
    let by = if now.state.is_in_queue() { now.assigned_to } else { now.decided_by };
    let by = match by {
        Some(account) => account::find_name(tx, services, account).await?,
        None => None,
    };
    Ok(Failure::Refused(DeskRefusal::Overtaken(Overtaken { state: now.state, by })))
}

/// A line of an application's history.
fn entry<'a>(action: Action, officer: &'a Officer, application: &Application) -> Entry<'a> {
    Entry::new(action, RecordKind::Application, application.reference.to_string())
        .at(&application.office, application.region.as_str())
        .by_officer(officer)
        .about(application.account)
}

/// The names of the officers who have applications in hand, each looked up once.
async fn names(
    tx: &mut Tx,
    services: &Services,
    accounts: impl Iterator<Item = Uuid>,
) -> Result<Vec<(Uuid, Option<String>)>, Broken> {
    let mut names: Vec<(Uuid, Option<String>)> = Vec::new();
    for account in accounts {
        if !names.iter().any(|(known, _)| *known == account) {
            names.push((account, account::find_name(tx, services, account).await?));
        }
    }
    Ok(names)
}

/// One fault at one field.
fn fault(field: &'static str, key: &'static str) -> Failure<DeskRefusal> {
    Failure::Refused(DeskRefusal::Faults(vec![FieldFault::new(field, key)]))
}

fn no<T>(refusal: DeskRefusal) -> Outcome<T> {
    Err(Failure::Refused(refusal))
}
