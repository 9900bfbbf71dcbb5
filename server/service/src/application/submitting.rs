//! From draft to application.

use uuid::Uuid;
use xinju_domain::application::{Clock, Question, State};
use xinju_domain::calendar::Calendar;
use xinju_domain::consent::Purpose;
use xinju_domain::history::{Action, RecordKind};
use xinju_domain::office::{Office, OfficeKind, Validity, responsible};
use xinju_domain::reference::Reference;
use xinju_domain::region::RegionCode;
use xinju_domain::time::Day;
use xinju_identity::{Field, random};
use xinju_mail::LetterKind;
use xinju_store::application::{self as store, NewApplication};
use xinju_store::office::{self as offices, OfficeRow};
use xinju_store::{Tx, draft as drafts, paper as papers};

use super::{clock_text, link, seal_answers};
use crate::account::{self, Claim};
use crate::draft::{self, Draft};
use crate::history::{self, Entry};
use crate::session::Session;
use crate::{Broken, Failure, Services, consent};

/// How often another reference is drawn when one is taken: at 35 bits hardly ever once.
const DRAWS: usize = 5;

/// The office that issues for a place.
#[derive(Clone, Debug)]
pub enum HomeOffice {
    OnPortal(OfficeRow),
    /// It works on paper. Its address is known if somebody entered it.
    OnPaper(Option<OfficeRow>),
}

/// What became of a draft that was sent.
#[derive(Clone, Debug)]
pub enum Sent {
    /// It is an application; or it was one before, and this was the second press of the button.
    Sent(Reference),
    /// Another account has this ID number. The home office settles it; the draft stays as it is.
    Disputed { office: String },
}

/// Why a draft is not sent. It stays as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SubmitRefusal {
    /// Nothing under this number.
    Absent,
    /// Another application is open.
    Open(Reference),
    /// This question has no answer.
    Missing(Question),
    /// The consent to sensitive data was not given or was withdrawn.
    NoConsent,
    /// The home office works on paper.
    OnPaper,
}

/// Makes the draft an application. `id` is the draft's: who presses twice gets the same reference twice.
pub async fn submit(services: &Services, who: &Session, id: Uuid) -> Result<Sent, Failure<SubmitRefusal>> {
    services
        .db
        .change(|mut tx| async move {
            if let Some(sent) = store::find(&mut tx, id).await? {
                let is_own = sent.account == Some(who.account);
                let reference = sent.reference.parse().map_err(Broken::new)?;
                return if is_own { Ok((tx, Sent::Sent(reference))) } else { refuse(SubmitRefusal::Absent) };
            }
            if let Some(open) = store::find_open_of(&mut tx, who.account).await? {
                return refuse(SubmitRefusal::Open(open.reference.parse().map_err(Broken::new)?));
            }
            let row = drafts::find(&mut tx, who.account, draft::CERTIFICATE).await?;
            let Some(row) = row.filter(|row| row.id == id) else { return refuse(SubmitRefusal::Absent) };
            let draft = draft::read(&mut tx, services, &row).await?;
            let office = check(&mut tx, who, &draft).await?;
            if let Some(number) = &draft.answers.id_number {
                let claim = account::claim_id_number(&mut tx, services, who, number, &office.code).await?;
                if claim == Claim::Disputed {
                    return Ok((tx, Sent::Disputed { office: office.name }));
                }
            }
            let (reference, due) = insert(&mut tx, services, who, &draft, &office).await?;
            papers::hand_on(&mut tx, id, id, &office.code).await?;
            drafts::delete(&mut tx, id).await?;
            let entry = Entry::new(Action::ApplicationSubmitted, RecordKind::Application, reference.to_string())
                .at(&office.code, &office.region)
                .by(who.account)
                .about(Some(who.account));
            history::record(&mut tx, services, entry).await?;
            let letter = LetterKind::ApplicationSent {
                reference: reference.to_string(),
                office: office.name.clone(),
                due,
                link: link(services, reference),
            };
            account::tell(&mut tx, services, who.account, &letter).await?;
            Ok((tx, Sent::Sent(reference)))
        })
        .await
}

/// The office that issues for a place today.
pub async fn home_office(services: &Services, place: RegionCode) -> Result<HomeOffice, Broken> {
    let mut tx = services.db.read().await?;
    find_home_office(&mut tx, place).await
}

pub(crate) async fn find_home_office(tx: &mut Tx, place: RegionCode) -> Result<HomeOffice, Broken> {
    let day = Day::of(tx.now());
    let rows = offices::list_above(tx, place.as_str()).await?;
    let (here, elsewhere): (Vec<OfficeRow>, Vec<OfficeRow>) = rows.into_iter().partition(|row| row.on_portal == 1);
    if let Some(row) = nearest(here, place, day) {
        return Ok(HomeOffice::OnPortal(row));
    }
    Ok(HomeOffice::OnPaper(nearest(elsewhere, place, day)))
}

fn nearest(rows: Vec<OfficeRow>, place: RegionCode, day: Day) -> Option<OfficeRow> {
    let known = rows.into_iter().filter_map(|row| {
        let day = |number: i64| u32::try_from(number).ok().and_then(Day::from_yyyymmdd);
        let office = Office {
            region: row.region.parse().ok()?,
            kind: OfficeKind::from_code(&row.kind)?,
            validity: Validity { from: day(row.valid_from)?, until: row.valid_until.and_then(day) },
        };
        Some((row, office))
    });
    responsible(known, place, day)
}

/// Whether everything is there; gives the home office.
async fn check(tx: &mut Tx, who: &Session, draft: &Draft) -> Result<OfficeRow, Failure<SubmitRefusal>> {
    if let Some(question) = draft.missing().first() {
        return refuse(SubmitRefusal::Missing(*question));
    }
    if !consent::holds_in(tx, who, Purpose::SensitiveData).await? {
        return refuse(SubmitRefusal::NoConsent);
    }
    let Some(place) = draft.answers.home_place else {
        return refuse(SubmitRefusal::Missing(Question::HomePlace));
    };
    match find_home_office(tx, place).await? {
        HomeOffice::OnPortal(office) => Ok(office),
        HomeOffice::OnPaper(_) => refuse(SubmitRefusal::OnPaper),
    }
}

async fn insert(
    tx: &mut Tx,
    services: &Services,
    who: &Session,
    draft: &Draft,
    office: &OfficeRow,
) -> Result<(Reference, Day), Failure<SubmitRefusal>> {
    let answers = &draft.answers;
    let (Some(number), Some(name), Some(place)) = (&answers.id_number, &answers.name, answers.home_place) else {
        return refuse(SubmitRefusal::Missing(Question::IdNumber));
    };
    let clock = Clock::started(tx.now());
    let due = clock.due(Calendar::announced(), Day::of(tx.now())).unwrap_or(draft.today);
    let sealed = seal_answers(services, draft.id, answers)?;
    let clock = clock_text(&clock)?;
    let id_index = services.secrets.index(Field::IdNumber, number.as_str());
    let name_index = services.secrets.name_index(&name.folded());
    for _ in 0..DRAWS {
        let reference = Reference::from_random(random::bytes());
        let new = NewApplication {
            id: draft.id,
            office: &office.code,
            region: place.as_str(),
            reference: &reference.to_string(),
            account: who.account,
            state: State::Submitted.code(),
            answers: &sealed,
            id_index: &id_index,
            name_index: &name_index,
            born: i64::from(number.birth().yyyymmdd()),
            submitted_at: tx.now().micros(),
            due_on: i64::from(due.yyyymmdd()),
            clock: &clock,
        };
        if store::insert(tx, &new).await? {
            return Ok((reference, due));
        }
        // Either the reference is taken, or another tab was faster.
        if let Some(open) = store::find_open_of(tx, who.account).await? {
            return refuse(SubmitRefusal::Open(open.reference.parse().map_err(Broken::new)?));
        }
    }
    Err(Failure::Broken(Broken::new(NoReference)))
}

fn refuse<T>(refusal: SubmitRefusal) -> Result<T, Failure<SubmitRefusal>> {
    Err(Failure::Refused(refusal))
}

#[derive(Debug, thiserror::Error)]
#[error("no free reference was found")]
struct NoReference;
