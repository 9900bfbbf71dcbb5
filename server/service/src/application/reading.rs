//! Where things stand, for the person whose application it is.

use std::collections::{BTreeMap, BTreeSet};

use xinju_domain::application::State;
use xinju_domain::calendar::Calendar;
use xinju_domain::history::RecordKind;
use xinju_domain::promise::Promise;
use xinju_domain::reference::Reference;
use xinju_domain::time::{Day, Instant};
use xinju_store::office::OfficeRow;
use xinju_store::{Tx, application as store, office as offices, paper as papers};

use super::{Application, Asked, open, open_request};
use crate::history::{self, Line};
use crate::paper::Paper;
use crate::session::Session;
use crate::{Broken, Services};

/// A line in the list of the person's applications.
#[derive(Clone, Debug)]
pub struct Summary {
    pub reference: Reference,
    pub state: State,
    pub office: String,
    pub submitted_at: Instant,
    /// The last day for the office's answer, while it has to give one.
    pub due: Option<Day>,
}

/// One of the person's applications, with everything that the page about it shows.
#[derive(Clone, Debug)]
pub struct Own {
    pub application: Application,
    pub office: Option<OfficeRow>,
    /// While it is open.
    pub promise: Option<Promise>,
    /// What was asked, the last one last.
    pub asked: Vec<Asked>,
    pub papers: Vec<Paper>,
    pub lines: Vec<Line>,
    /// The names of the offices in the lines, by their codes.
    pub office_names: BTreeMap<String, String>,
    pub today: Day,
}

impl Own {
    /// What waits for the person's answer.
    pub fn open_request(&self) -> Option<&Asked> {
        let last = self.asked.last()?;
        (self.application.state == State::MoreAsked && last.answered_at.is_none()).then_some(last)
    }

    /// Whether a refusal can be looked at again.
    pub fn may_look_again(&self) -> bool {
        use xinju_domain::application::Move;
        self.application.state.after(Move::LookAgain, self.application.is_second_look).is_some()
    }

    pub fn may_withdraw(&self) -> bool {
        self.application.state.is_in_queue()
    }

    /// The name of an office that stands in a line.
    pub fn name_of_office<'a>(&'a self, code: &'a str) -> &'a str {
        self.office_names.get(code).map_or(code, String::as_str)
    }

    pub fn office_name(&self) -> &str {
        self.office.as_ref().map_or("", |office| office.name.as_str())
    }
}

/// The person's applications, the latest first.
pub async fn list_own(services: &Services, who: &Session) -> Result<Vec<Summary>, Broken> {
    let mut tx = services.db.read().await?;
    let today = Day::of(tx.now());
    let mut list = Vec::new();
    for row in store::list_of(&mut tx, who.account).await? {
        let office = offices::find(&mut tx, &row.office).await?;
        let application = open(services, row)?;
        let is_offices_turn = application.state == State::Submitted;
        list.push(Summary {
            reference: application.reference,
            state: application.state,
            office: office.map(|office| office.name).unwrap_or_default(),
            submitted_at: application.submitted_at,
            due: application.clock.due(Calendar::announced(), today).filter(|_| is_offices_turn),
        });
    }
    Ok(list)
}

/// The reference of the person's open application.
pub async fn open_reference_of(services: &Services, who: &Session) -> Result<Option<Reference>, Broken> {
    let mut tx = services.db.read().await?;
    let row = store::find_open_of(&mut tx, who.account).await?;
    row.map(|row| row.reference.parse().map_err(Broken::new)).transpose()
}

/// One of the person's applications. Somebody else's is none.
pub async fn find_own(services: &Services, who: &Session, reference: Reference) -> Result<Option<Own>, Broken> {
    let mut tx = services.db.read().await?;
    let Some(application) = find_application(&mut tx, services, who, reference).await? else {
        return Ok(None);
    };
    let today = Day::of(tx.now());
    let office = offices::find(&mut tx, &application.office).await?;
    let requests = store::list_requests(&mut tx, application.id).await?;
    let asked = requests.iter().map(|row| open_request(services, row)).collect::<Result<_, _>>()?;
    let papers = papers::list_of_application(&mut tx, application.id).await?;
    let record = reference.to_string();
    let lines = history::list_for_record(&mut tx, services, RecordKind::Application, &record).await?;
    let office_names = names_of_offices(&mut tx, &lines, office.as_ref()).await?;
    let promise = application.clock.promise(Calendar::announced(), today);
    Ok(Some(Own {
        office,
        promise: promise.filter(|_| application.state.is_in_queue()),
        asked,
        papers: papers.iter().map(Paper::read).collect::<Result<_, _>>()?,
        lines,
        office_names,
        today,
        application,
    }))
}

/// `known` is mostly the only one.
async fn names_of_offices(
    tx: &mut Tx,
    lines: &[Line],
    known: Option<&OfficeRow>,
) -> Result<BTreeMap<String, String>, Broken> {
    let codes: BTreeSet<String> =
        lines.iter().flat_map(|line| [Some(line.office.clone()), line.actor_office.clone()]).flatten().collect();
    let mut names: BTreeMap<String, String> =
        known.map(|office| (office.code.clone(), office.name.clone())).into_iter().collect();
    for code in codes {
        if names.contains_key(&code) {
            continue;
        }
        if let Some(row) = offices::find(tx, &code).await? {
            names.insert(code, row.name);
        }
    }
    Ok(names)
}

pub(super) async fn find_application(
    tx: &mut Tx,
    services: &Services,
    who: &Session,
    reference: Reference,
) -> Result<Option<Application>, Broken> {
    let row = store::find_by_reference(tx, &reference.to_string()).await?;
    row.filter(|row| row.account == Some(who.account)).map(|row| open(services, row)).transpose()
}
