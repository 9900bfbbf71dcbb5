//! Applications for the certificate, and what the home office asked back.
//!
//! `state` and every other code are the domain's. Texts of people (`answers`, `decision`, `words`, `answer`) come and go
//! sealed. Whoever changes an application read it before: [`update`] writes only where `version` is still the one that
//! was read, and says whether it did, so of two officers who decide at once one wins and the other is told.

use serde::Deserialize;
use sqlx::FromRow;
use uuid::Uuid;

use crate::{StoreError, Tx};

queries! {
    INSERT = "insert into application (id, office, region, reference, account, state, answers, id_index, name_index, \
        born, submitted_at, due_on, clock) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) on conflict do nothing";
    FIND = "select * from application where id = $1";
    FIND_BY_REFERENCE = "select * from application where reference = $1";
    FIND_OPEN_OF = "select * from application where account = $1 \
        and state in ('submitted', 'more_asked')";
    LIST_OF = "select * from application where account = $1 order by submitted_at desc limit 100";
    LIST_OFFICES_TURN = "select * from application where office = $1 \
        and state = 'submitted' order by due_on, submitted_at limit $2 offset $3";
    LIST_RESIDENTS_TURN = "select * from application where office = $1 and state = 'more_asked' \
        order by due_on, submitted_at limit $2 offset $3";
    LIST_CLOSED = "select * from application where office = $1 \
        and state not in ('submitted', 'more_asked') \
        order by decided_at desc, submitted_at desc limit $2 offset $3";
    LIST_ASSIGNED = "select * from application where office = $1 and assigned_to = $2 \
        and state in ('submitted', 'more_asked') order by due_on, submitted_at limit $3";
    SEARCH_BY_ID = "select * from application where office = $1 and id_index = $2 order by submitted_at desc limit $3";
    SEARCH_BY_NAME =
        "select * from application where office = $1 and name_index = $2 order by submitted_at desc limit $3";
    COUNT_OPEN_BY_STATE = "select state, count(*) as number from application where office = $1 \
        and state in ('submitted', 'more_asked') group by state";
    UPDATE = "update application set office = $3, region = $4, state = $5, answers = $6, id_index = $7, \
        name_index = $8, born = $9, due_on = $10, clock = $11, assigned_to = $12, assigned_at = $13, decided_by = $14, \
        decided_at = $15, decision = $16, second_look = $17, changed_at = $18, \
        version = version + 1 \
        where id = $1 and version = $2";
    ASSIGN = "update application set assigned_to = $3, assigned_at = $4, version = version + 1 \
        where id = $1 and version = $2 and state in ('submitted', 'more_asked')";
    HAND_BACK = "update application set assigned_to = null, assigned_at = null, version = version + 1 \
        where office = $1 and assigned_to = $2 and state in ('submitted', 'more_asked')";
    UNLINK = "update application set account = null, version = version + 1 where account = $1";
    LIST_REFUSED_BEFORE = "select * from application where state = 'refused' and decided_at < $1 \
        order by decided_at limit $2";
    INSERT_REQUEST = "insert into more_request (id, office, application, asked_by, asked_at, words, questions) \
        values ($1, $2, $3, $4, $5, $6, $7)";
    LIST_REQUESTS = "select * from more_request where application = $1 order by asked_at, id";
    FIND_OPEN_REQUEST = "select * from more_request where application = $1 and answered_at is null \
        order by asked_at desc, id desc limit 1";
    ANSWER_REQUEST = "update more_request set answer = $2, answered_at = $3 where id = $1 and answered_at is null";
}

/// One application. Instants are microseconds, days yyyymmdd.
#[derive(Clone, Debug, FromRow, Deserialize)]
pub struct ApplicationRow {
    pub id: Uuid,
    pub office: String,
    pub region: String,
    pub reference: String,
    /// Empty once the person deleted the account.
    pub account: Option<Uuid>,
    pub state: String,
    pub answers: Vec<u8>,
    pub id_index: Vec<u8>,
    pub name_index: Vec<u8>,
    pub born: i64,
    pub submitted_at: i64,
    /// When the resident last changed an answer after sending.
    pub changed_at: Option<i64>,
    /// The last day by the clock; while that stands still, the one that was true when it stopped.
    pub due_on: i64,
    /// What happened to the clock, as JSON.
    pub clock: String,
    pub assigned_to: Option<Uuid>,
    pub assigned_at: Option<i64>,
    pub decided_by: Option<Uuid>,
    pub decided_at: Option<i64>,
    pub decision: Option<Vec<u8>>,
    /// 1 once the resident had it looked at again; then `decided_by` is the officer who must not do it.
    pub second_look: i64,
    pub version: i64,
}

/// A new application.
#[derive(Clone, Copy, Debug)]
pub struct NewApplication<'a> {
    /// The id of the draft it was: that makes sending it twice the same sending.
    pub id: Uuid,
    pub office: &'a str,
    pub region: &'a str,
    pub reference: &'a str,
    pub account: Uuid,
    pub state: &'a str,
    pub answers: &'a [u8],
    pub id_index: &'a [u8],
    pub name_index: &'a [u8],
    pub born: i64,
    pub submitted_at: i64,
    pub due_on: i64,
    pub clock: &'a str,
}

/// A part of an office's queue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Queue {
    /// What the office has to do, the nearest due date first.
    OfficesTurn,
    /// What waits for the resident.
    ResidentsTurn,
    /// Decided or withdrawn, the latest first.
    Closed,
}

#[derive(Clone, Debug, FromRow, Deserialize)]
pub struct StateCount {
    pub state: String,
    pub number: i64,
}

/// One question back to the resident.
#[derive(Clone, Debug, FromRow, Deserialize)]
pub struct RequestRow {
    pub id: Uuid,
    pub office: String,
    pub application: Uuid,
    pub asked_by: Uuid,
    pub asked_at: i64,
    pub words: Vec<u8>,
    /// The codes of the questions and papers that are asked for again, as JSON.
    pub questions: String,
    pub answer: Option<Vec<u8>>,
    pub answered_at: Option<i64>,
}

#[derive(Clone, Copy, Debug)]
pub struct NewRequest<'a> {
    pub id: Uuid,
    pub office: &'a str,
    pub application: Uuid,
    pub asked_by: Uuid,
    pub asked_at: i64,
    pub words: &'a [u8],
    pub questions: &'a str,
}

/// Whether it was stored: not if the id or the reference is taken, or the account has an open one.
pub async fn insert(tx: &mut Tx, new: &NewApplication<'_>) -> Result<bool, StoreError> {
    let rows = execute!(
        tx,
        INSERT,
        new.id,
        new.office,
        new.region,
        new.reference,
        new.account,
        new.state,
        new.answers,
        new.id_index,
        new.name_index,
        new.born,
        new.submitted_at,
        new.due_on,
        new.clock,
    )?;
    Ok(rows == 1)
}

pub async fn find(tx: &mut Tx, id: Uuid) -> Result<Option<ApplicationRow>, StoreError> {
    fetch_optional!(tx, ApplicationRow, FIND, id)
}

pub async fn find_by_reference(tx: &mut Tx, reference: &str) -> Result<Option<ApplicationRow>, StoreError> {
    fetch_optional!(tx, ApplicationRow, FIND_BY_REFERENCE, reference)
}

/// The one application of an account that is not closed.
pub async fn find_open_of(tx: &mut Tx, account: Uuid) -> Result<Option<ApplicationRow>, StoreError> {
    fetch_optional!(tx, ApplicationRow, FIND_OPEN_OF, account)
}

/// An account's applications, the latest first.
pub async fn list_of(tx: &mut Tx, account: Uuid) -> Result<Vec<ApplicationRow>, StoreError> {
    fetch_all!(tx, ApplicationRow, LIST_OF, account)
}

/// A page of an office's queue.
pub async fn list_queue(
    tx: &mut Tx,
    office: &str,
    queue: Queue,
    limit: i64,
    offset: i64,
) -> Result<Vec<ApplicationRow>, StoreError> {
    let query = match queue {
        Queue::OfficesTurn => LIST_OFFICES_TURN,
        Queue::ResidentsTurn => LIST_RESIDENTS_TURN,
        Queue::Closed => LIST_CLOSED,
    };
    fetch_all!(tx, ApplicationRow, query, office, limit, offset)
}

/// What one officer has taken on and not closed.
pub async fn list_assigned(
    tx: &mut Tx,
    office: &str,
    officer: Uuid,
    limit: i64,
) -> Result<Vec<ApplicationRow>, StoreError> {
    fetch_all!(tx, ApplicationRow, LIST_ASSIGNED, office, officer, limit)
}

pub async fn search_by_id(
    tx: &mut Tx,
    office: &str,
    id_index: &[u8],
    limit: i64,
) -> Result<Vec<ApplicationRow>, StoreError> {
    fetch_all!(tx, ApplicationRow, SEARCH_BY_ID, office, id_index, limit)
}

pub async fn search_by_name(
    tx: &mut Tx,
    office: &str,
    name_index: &[u8],
    limit: i64,
) -> Result<Vec<ApplicationRow>, StoreError> {
    fetch_all!(tx, ApplicationRow, SEARCH_BY_NAME, office, name_index, limit)
}

/// How many are open. Closed ones are not counted: of them there are more every year.
pub async fn count_open_by_state(tx: &mut Tx, office: &str) -> Result<Vec<StateCount>, StoreError> {
    fetch_all!(tx, StateCount, COUNT_OPEN_BY_STATE, office)
}

/// Writes the row as it is now, unless somebody changed it since it was read. Says whether it was written.
pub async fn update(tx: &mut Tx, row: &ApplicationRow) -> Result<bool, StoreError> {
    let rows = execute!(
        tx,
        UPDATE,
        row.id,
        row.version,
        row.office.as_str(),
        row.region.as_str(),
        row.state.as_str(),
        row.answers.as_slice(),
        row.id_index.as_slice(),
        row.name_index.as_slice(),
        row.born,
        row.due_on,
        row.clock.as_str(),
        row.assigned_to,
        row.assigned_at,
        row.decided_by,
        row.decided_at,
        row.decision.as_deref(),
        row.second_look,
        row.changed_at,
    )?;
    Ok(rows == 1)
}

/// Gives an open application to an officer (or back to the queue), unless it changed since it was read.
pub async fn assign(
    tx: &mut Tx,
    id: Uuid,
    version: i64,
    officer: Option<Uuid>,
    at: Option<i64>,
) -> Result<bool, StoreError> {
    Ok(execute!(tx, ASSIGN, id, version, officer, at)? == 1)
}

/// Puts back into the queue what an officer who leaves had taken on. Says how many.
pub async fn hand_back(tx: &mut Tx, office: &str, officer: Uuid) -> Result<u64, StoreError> {
    execute!(tx, HAND_BACK, office, officer)
}

/// Cuts the tie to an account that is deleted.
pub async fn unlink(tx: &mut Tx, account: Uuid) -> Result<u64, StoreError> {
    execute!(tx, UNLINK, account)
}

/// Refused ones that were decided before an instant, for the retention of their papers.
pub async fn list_refused_before(tx: &mut Tx, before: i64, limit: i64) -> Result<Vec<ApplicationRow>, StoreError> {
    fetch_all!(tx, ApplicationRow, LIST_REFUSED_BEFORE, before, limit)
}

pub async fn insert_request(tx: &mut Tx, new: &NewRequest<'_>) -> Result<(), StoreError> {
    execute!(
        tx,
        INSERT_REQUEST,
        new.id,
        new.office,
        new.application,
        new.asked_by,
        new.asked_at,
        new.words,
        new.questions,
    )?;
    Ok(())
}

/// All that was asked, in its order.
pub async fn list_requests(tx: &mut Tx, application: Uuid) -> Result<Vec<RequestRow>, StoreError> {
    fetch_all!(tx, RequestRow, LIST_REQUESTS, application)
}

/// What was asked last and is not answered.
pub async fn find_open_request(tx: &mut Tx, application: Uuid) -> Result<Option<RequestRow>, StoreError> {
    fetch_optional!(tx, RequestRow, FIND_OPEN_REQUEST, application)
}

/// Closes a question with the resident's answer. Says whether it was still open.
pub async fn answer_request(tx: &mut Tx, id: Uuid, answer: Option<&[u8]>, at: i64) -> Result<bool, StoreError> {
    Ok(execute!(tx, ANSWER_REQUEST, id, answer, at)? == 1)
}
