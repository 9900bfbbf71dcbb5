//! One application as an officer sees it.

use xinju_domain::application::State;
use xinju_domain::calendar::Calendar;
use xinju_domain::certificate_number::ShortNumber;
use xinju_domain::history::{Action, RecordKind};
use xinju_domain::promise::Promise;
use xinju_domain::reference::Reference;
use xinju_domain::staff::Right;
use xinju_domain::time::Day;
use xinju_store::application as store;
use xinju_store::certificate as certificates;
use xinju_store::{Tx, dispute, paper as papers, register_entry as entries};

use super::{entry, find, is_free_to_judge};
use crate::application::{Application, Asked, open_request};
use crate::history::{self, Line};
use crate::paper::Paper;
use crate::session::Officer;
use crate::{Broken, Services, account};

/// The most same names that are counted.
const NAMESAKES: i64 = 200;

/// What the machine compared, so that the officer need not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checks {
    /// The home place lies in the officer's region.
    pub is_home_place_ours: bool,
    /// Other applications with this ID number at this office.
    pub others: Vec<Reference>,
    /// The certificate that this person has.
    pub certificate: Option<ShortNumber>,
    /// People of the register with the same name and another number.
    pub namesakes: usize,
    /// Two accounts claim this ID number, and it is not settled.
    pub is_disputed: bool,
}

/// An application with everything that is needed to judge it.
#[derive(Clone, Debug)]
pub struct Record {
    pub application: Application,
    pub promise: Option<Promise>,
    pub asked: Vec<Asked>,
    pub papers: Vec<Paper>,
    pub checks: Checks,
    /// What happened, without looks, the earliest first.
    pub history: Vec<Line>,
    pub is_mine: bool,
    /// Who else has it in hand.
    pub colleague: Option<String>,
    /// Not if this officer refused it before.
    pub may_judge: bool,
    /// What it became.
    pub issued: Option<ShortNumber>,
    pub today: Day,
}

/// Opens an application of the officer's office; none if there is no such. It is a look. What nobody has in hand is the
/// officer's from now on.
pub async fn open(services: &Services, officer: &Officer, reference: Reference) -> Result<Option<Record>, Broken> {
    services
        .db
        .change(|mut tx| async move {
            let wanted = (reference, Right::ReadApplications);
            let Some(mut application) = find(&mut tx, services, officer, wanted).await? else {
                return Ok((tx, None));
            };
            let look = entry(Action::ApplicationOpened, officer, &application);
            history::record(&mut tx, services, look).await?;
            assign_if_free(&mut tx, officer, &mut application).await?;
            let record = read(&mut tx, services, officer, application).await?;
            Ok::<_, Broken>((tx, Some(record)))
        })
        .await
}

async fn assign_if_free(tx: &mut Tx, officer: &Officer, application: &mut Application) -> Result<(), Broken> {
    let is_waiting = application.state == State::Submitted && application.assigned_to.is_none();
    if !is_waiting || !is_free_to_judge(officer, application) {
        return Ok(());
    }
    let (version, at) = (application.row.version, tx.now().micros());
    if store::assign(tx, application.id, version, Some(officer.account), Some(at)).await? {
        application.assigned_to = Some(officer.account);
        application.row.assigned_to = Some(officer.account);
        application.row.version += 1;
    }
    Ok(())
}

async fn read(tx: &mut Tx, services: &Services, officer: &Officer, application: Application) -> Result<Record, Broken> {
    let today = Day::of(tx.now());
    let requests = store::list_requests(tx, application.id).await?;
    let papers = papers::list_of_application(tx, application.id).await?;
    let record = application.reference.to_string();
    let lines = history::list_for_record(tx, services, RecordKind::Application, &record).await?;
    let promise = application.clock.promise(Calendar::announced(), today);
    let colleague = application.assigned_to.filter(|holder| *holder != officer.account);
    let issued = certificates::find_of_application(tx, application.id).await?;
    Ok(Record {
        promise: promise.filter(|_| application.state.is_in_queue()),
        asked: requests.iter().map(|row| open_request(services, row)).collect::<Result<_, _>>()?,
        papers: papers.iter().map(Paper::read).collect::<Result<_, _>>()?,
        checks: check(tx, services, officer, &application).await?,
        history: lines.into_iter().filter(|line| !line.action.is_look()).collect(),
        is_mine: application.assigned_to == Some(officer.account),
        colleague: match colleague {
            Some(colleague) => Some(account::find_name(tx, services, colleague).await?.unwrap_or_default()),
            None => None,
        },
        may_judge: is_free_to_judge(officer, &application),
        issued: issued.map(|row| row.short_number.parse()).transpose().map_err(Broken::new)?,
        today,
        application,
    })
}

async fn check(
    tx: &mut Tx,
    services: &Services,
    officer: &Officer,
    application: &Application,
) -> Result<Checks, Broken> {
    let (office, id_index) = (officer.post.office.as_str(), application.row.id_index.as_slice());
    let same = store::search_by_id(tx, office, id_index, 20).await?;
    let others = same.iter().filter(|row| row.id != application.id).map(|row| row.reference.parse());
    let others = others.collect::<Result<_, _>>().map_err(Broken::new)?;
    let certificate = match entries::find_by_id_index(tx, id_index).await? {
        Some(entry) => certificates::find_latest(tx, entry.id).await?,
        None => None,
    };
    let certificate = certificate.filter(|row| row.state == "active" && row.office == office);
    let disputes = dispute::list_open(tx, office, 500).await?;
    Ok(Checks {
        is_home_place_ours: application.answers.home_place.is_some_and(|place| officer.post.region.contains(place)),
        others,
        certificate: certificate.map(|row| row.short_number.parse()).transpose().map_err(Broken::new)?,
        namesakes: namesakes(tx, services, officer, application).await?,
        is_disputed: disputes.iter().any(|row| row.id_index == id_index),
    })
}

async fn namesakes(
    tx: &mut Tx,
    services: &Services,
    officer: &Officer,
    application: &Application,
) -> Result<usize, Broken> {
    let Some(name) = &application.answers.name else { return Ok(0) };
    let rows = entries::list_by_name(tx, &officer.post.office, &application.row.name_index, NAMESAKES).await?;
    let mut count = 0;
    for row in rows.iter().filter(|row| row.id_index != application.row.id_index) {
        count += usize::from(crate::certificate::has_name(services, row, &name.folded())?);
    }
    Ok(count)
}
