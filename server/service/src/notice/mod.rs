//! Notices to complete: what a registration still lacks, and until when. Help, not a sanction: nothing follows from a date
//! that passed, and thirty days later the notice ends by itself.
//!
//! An officer sends one with a registration. The resident ticks off what is done and may write a few words; with the last
//! thing the notice closes by itself, and the office sees it. The resident reads the own notices, the office those that it
//! sent; to everybody else there are none.

#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};
use serde_json::json;
use uuid::Uuid;
use xinju_domain::history::{Action, RecordKind};
use xinju_domain::registration::{Item, Notice, NoticeState};
use xinju_domain::time::{Day, Instant};
use xinju_domain::wording::{self, WordingFault};
use xinju_identity::{Place, random};
use xinju_mail::LetterKind;
use xinju_store::notice::{self as store, NoticeRow};
use xinju_store::registration::RegistrationRow;
use xinju_store::{Tx, office};

use crate::history::{self, Entry};
use crate::session::{Officer, Session};
use crate::{Broken, Failure, Services, account};

/// The most lines of a list.
const SHOWN: i64 = 50;
/// The longest answer, in characters.
const ANSWER_MAX: usize = 500;

/// A notice as it was sent and as it stands.
#[derive(Clone, Debug)]
pub struct Sent {
    pub id: Uuid,
    pub office: String,
    pub notice: Notice,
    /// What the resident wrote; may be empty.
    pub answer: String,
    pub sent: Instant,
    pub completed: Option<Instant>,
}

/// A resident's own notice.
#[derive(Clone, Debug)]
pub struct Own {
    pub sent: Sent,
    pub office_name: String,
    pub state: NoticeState,
    pub today: Day,
}

/// Why a notice is not completed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CompleteRefusal {
    /// There is none, or it is another person's.
    Absent,
    /// Completed before, or ended.
    Closed,
    /// Nothing was ticked.
    Nothing,
    AnswerTooLong,
}

/// Sealed with the row.
#[derive(Debug, Serialize, Deserialize)]
struct Content {
    notice: Notice,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    answer: String,
}

/// Sends a notice with a registration; gives the letter to the resident.
pub(crate) async fn send(
    tx: &mut Tx,
    services: &Services,
    officer: &Officer,
    (registration, notice): (&RegistrationRow, &Notice),
) -> Result<LetterKind, Broken> {
    let id = random::uuid_v7(tx.now());
    let content = Content { notice: notice.clone(), answer: String::new() };
    let row = NoticeRow {
        id,
        office: registration.office.clone(),
        region: registration.region.clone(),
        registration: registration.id,
        account: registration.account,
        content: seal(services, id, &content)?,
        due_on: i64::from(notice.due().yyyymmdd()),
        sent_at: tx.now().micros(),
        completed_at: None,
    };
    store::insert(tx, &row).await?;
    let items: Vec<&str> = notice.items().iter().map(|item| item.code()).collect();
    let entry = Entry::new(Action::NoticeSent, RecordKind::Notice, id.to_string())
        .by_officer(officer)
        .about(row.account)
        .with(json!({"items": items, "due": notice.due().to_string()}));
    history::record(tx, services, entry).await?;
    Ok(LetterKind::NoticeToComplete {
        office: officer.post.office_name.clone(),
        due: notice.due(),
        link: services.settings.origin.link(&format!("/notices/{id}")),
    })
}

/// The person's own notices, the newest first.
pub async fn list_own(services: &Services, who: &Session) -> Result<Vec<Own>, Broken> {
    let mut tx = services.db.read().await?;
    let mut own = Vec::new();
    for row in store::list_of(&mut tx, who.account, SHOWN).await? {
        own.push(own_of(&mut tx, services, &row).await?);
    }
    Ok(own)
}

/// The oldest of an account's notices that is still open.
pub async fn find_open_of(tx: &mut Tx, services: &Services, account: Uuid) -> Result<Option<Own>, Broken> {
    for row in store::list_of(tx, account, SHOWN).await?.iter().rev() {
        if row.completed_at.is_none() {
            let own = own_of(tx, services, row).await?;
            if own.state == NoticeState::Open {
                return Ok(Some(own));
            }
        }
    }
    Ok(None)
}

/// One of the person's own notices.
pub async fn find_own(services: &Services, who: &Session, id: Uuid) -> Result<Option<Own>, Broken> {
    let mut tx = services.db.read().await?;
    let row = store::find(&mut tx, id).await?;
    match row.filter(|row| row.account == Some(who.account)) {
        Some(row) => own_of(&mut tx, services, &row).await.map(Some),
        None => Ok(None),
    }
}

async fn own_of(tx: &mut Tx, services: &Services, row: &NoticeRow) -> Result<Own, Broken> {
    let sent = open(services, row)?;
    let office = office::find(tx, &row.office).await?;
    let today = Day::of(tx.now());
    Ok(Own {
        state: sent.notice.state(today),
        office_name: office.map_or_else(String::new, |office| office.name),
        today,
        sent,
    })
}

/// Ticks off what the resident has done; with the last thing the notice closes by itself. Says whether it did.
pub async fn complete(
    services: &Services,
    who: &Session,
    id: Uuid,
    (items, answer): (&[Item], &str),
) -> Result<bool, Failure<CompleteRefusal>> {
    let answer = &match wording::words(answer, 0, ANSWER_MAX) {
        Ok(answer) => answer,
        Err(WordingFault::TooLong) => return Err(Failure::Refused(CompleteRefusal::AnswerTooLong)),
        Err(_) => String::new(),
    };
    if items.is_empty() {
        return Err(Failure::Refused(CompleteRefusal::Nothing));
    }
    services
        .db
        .change(|mut tx| async move {
            let row = store::find(&mut tx, id).await?;
            let row = row.filter(|row| row.account == Some(who.account));
            let row = row.ok_or(Failure::Refused(CompleteRefusal::Absent))?;
            let is_done = tick_off(&mut tx, services, &row, (items, answer)).await?;
            Ok((tx, is_done))
        })
        .await
}

async fn tick_off(
    tx: &mut Tx,
    services: &Services,
    row: &NoticeRow,
    (items, answer): (&[Item], &str),
) -> Result<bool, Failure<CompleteRefusal>> {
    let sent = open(services, row)?;
    let mut content = Content { notice: sent.notice, answer: sent.answer };
    if content.notice.state(Day::of(tx.now())) != NoticeState::Open {
        return Err(Failure::Refused(CompleteRefusal::Closed));
    }
    let mut is_done = false;
    for item in items {
        is_done = content.notice.complete(*item);
    }
    if !answer.is_empty() {
        answer.clone_into(&mut content.answer);
    }
    let completed_at = is_done.then(|| tx.now().micros());
    let sealed = seal(services, row.id, &content)?;
    if !store::update(tx, row, &sealed, completed_at).await? {
        return Err(Failure::Refused(CompleteRefusal::Closed));
    }
    let codes: Vec<&str> = items.iter().map(|item| item.code()).collect();
    let mut entry = Entry::new(Action::NoticeCompleted, RecordKind::Notice, row.id.to_string())
        .at(&row.office, &row.region)
        .about(row.account)
        .with(json!({"items": codes, "closed": is_done}));
    entry.actor = row.account;
    history::record(tx, services, entry).await?;
    if let Some(account) = row.account.filter(|_| is_done) {
        let office = office::find(tx, &row.office).await?.map_or_else(String::new, |office| office.name);
        account::tell(tx, services, account, &LetterKind::NoticeCompleted { office }).await?;
    }
    Ok(is_done)
}

/// Reads a row.
pub(crate) fn open(services: &Services, row: &NoticeRow) -> Result<Sent, Broken> {
    let json = services.secrets.open(&place(row.id), &row.content).map_err(Broken::new)?;
    let content: Content = serde_json::from_slice(&json).map_err(Broken::new)?;
    Ok(Sent {
        id: row.id,
        office: row.office.clone(),
        notice: content.notice,
        answer: content.answer,
        sent: Instant::from_micros(row.sent_at),
        completed: row.completed_at.map(Instant::from_micros),
    })
}

fn seal(services: &Services, id: Uuid, content: &Content) -> Result<Vec<u8>, Broken> {
    let json = serde_json::to_vec(content).map_err(Broken::new)?;
    Ok(services.secrets.seal(&place(id), &json))
}

const fn place(id: Uuid) -> Place {
    Place::new("notice", "content", id)
}
