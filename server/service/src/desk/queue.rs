//! What waits for the office.

use xinju_domain::application::{ClockEvent, State};
use xinju_domain::calendar::Calendar;
use xinju_domain::reference::Reference;
use xinju_domain::staff::Right;
use xinju_domain::time::{Day, Instant};
use xinju_store::Tx;
use xinju_store::application::{self as store, ApplicationRow, Queue as Part};

use super::{is_theirs, names};
use crate::session::Officer;
use crate::{Broken, Services, application};

/// Lines of a page.
pub(super) const PAGE: i64 = 50;

/// Which part of the queue.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Filter {
    /// The office's turn, whoever has it in hand.
    #[default]
    All,
    /// What this officer has in hand.
    Mine,
    /// The resident's turn.
    Waiting,
    /// Decided or withdrawn.
    Closed,
}

impl Filter {
    pub const ALL: [Self; 4] = [Self::All, Self::Mine, Self::Waiting, Self::Closed];

    /// As it stands in addresses.
    pub const fn code(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Mine => "mine",
            Self::Waiting => "waiting",
            Self::Closed => "closed",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|filter| filter.code() == code)
    }
}

/// One application in a list.
#[derive(Clone, Debug)]
pub struct Item {
    pub reference: Reference,
    pub name: String,
    pub state: State,
    pub submitted_at: Instant,
    /// The last day by the clock, while it is open.
    pub due: Option<Day>,
    /// Working days left after today; 0 on the last day and when it is overdue.
    pub days_left: u32,
    pub is_overdue: bool,
    /// The resident has answered what was asked.
    pub has_come_back: bool,
    pub is_second_look: bool,
    pub is_mine: bool,
    /// Who has it in hand.
    pub colleague: Option<String>,
    /// Whether anybody has it in hand.
    pub is_taken: bool,
}

/// How many there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub all: usize,
    pub mine: usize,
    pub waiting: usize,
}

/// A page of the queue.
#[derive(Clone, Debug)]
pub struct Queue {
    pub office: String,
    pub filter: Filter,
    pub items: Vec<Item>,
    pub counts: Counts,
    pub today: Day,
    /// From 0.
    pub page: u32,
    pub has_more: bool,
}

/// A page of the officer's queue.
pub async fn list(services: &Services, officer: &Officer, filter: Filter, page: u32) -> Result<Queue, Broken> {
    let mut tx = services.db.read().await?;
    let office = officer.post.office.as_str();
    let offset = i64::from(page) * PAGE;
    let part = match filter {
        Filter::All => Some(Part::OfficesTurn),
        Filter::Waiting => Some(Part::ResidentsTurn),
        Filter::Closed => Some(Part::Closed),
        Filter::Mine => None,
    };
    let mut rows = match part {
        Some(part) => store::list_queue(&mut tx, office, part, PAGE + 1, offset).await?,
        None => store::list_assigned(&mut tx, office, officer.account, PAGE + 1).await?,
    };
    let has_more = rows.len() as i64 > PAGE && part.is_some();
    rows.truncate(usize::try_from(PAGE).unwrap_or(usize::MAX));
    let items = items(&mut tx, services, officer, rows).await?;
    let counts = counts(&mut tx, officer).await?;
    let today = Day::of(tx.now());
    Ok(Queue { office: officer.post.office_name.clone(), filter, items, counts, today, page, has_more })
}

async fn counts(tx: &mut Tx, officer: &Officer) -> Result<Counts, Broken> {
    let office = officer.post.office.as_str();
    let states = store::count_open_by_state(tx, office).await?;
    let count = |state: State| {
        let found = states.iter().find(|row| row.state == state.code());
        found.map_or(0, |row| usize::try_from(row.number).unwrap_or(0))
    };
    let mine = store::list_assigned(tx, office, officer.account, PAGE * 4).await?.len();
    Ok(Counts { all: count(State::Submitted), mine, waiting: count(State::MoreAsked) })
}

/// Rows as lines; those that are not the officer's are left out.
pub(super) async fn items(
    tx: &mut Tx,
    services: &Services,
    officer: &Officer,
    rows: Vec<ApplicationRow>,
) -> Result<Vec<Item>, Broken> {
    let today = Day::of(tx.now());
    let names = names(tx, services, rows.iter().filter_map(|row| row.assigned_to)).await?;
    let theirs = rows.into_iter().filter(|row| is_theirs(officer, row, Right::ReadApplications));
    theirs
        .map(|row| {
            let application = application::open(services, row)?;
            let promise = application.clock.promise(Calendar::announced(), today);
            let promise = promise.filter(|_| application.state.is_in_queue());
            let last = application.clock.events().last().map(|(_, event)| *event);
            let holder = application.assigned_to;
            let name = holder.and_then(|holder| names.iter().find(|(known, _)| *known == holder));
            Ok(Item {
                reference: application.reference,
                name: application.answers.name.map(String::from).unwrap_or_default(),
                state: application.state,
                submitted_at: application.submitted_at,
                due: promise.as_ref().map(|promise| promise.due),
                days_left: promise.as_ref().map_or(0, |promise| days_left(promise.due, today)),
                is_overdue: promise.as_ref().is_some_and(|promise| promise.is_overdue(today)),
                has_come_back: application.state == State::Submitted && last == Some(ClockEvent::Resumed),
                is_second_look: application.is_second_look,
                is_mine: holder == Some(officer.account),
                colleague: name.and_then(|(_, name)| name.clone()),
                is_taken: holder.is_some(),
            })
        })
        .collect()
}

/// Working days after today, the last one included.
fn days_left(due: Day, today: Day) -> u32 {
    Calendar::announced().working_days_between(today, due)
}
