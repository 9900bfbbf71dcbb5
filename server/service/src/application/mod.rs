//! An application for the certificate, from the resident's side.
//!
//! * [`submit`] makes a draft an application at the home office; sending twice is sending once.
//! * [`list_own`] and [`find_own`] tell the person where things stand: whose turn, until when, what happened.
//! * [`answer`], with [`change_answer`] and the papers, replies to what the office asked; the clock goes on.
//! * [`withdraw`] ends it; [`look_again`] takes a refusal to another officer, once.
//!
//! Only the account that sent it may do any of this; to everybody else it does not exist. The home office's side is in
//! `desk`. The states and moves are the domain's; each move is one line of the history under the reference.

mod answering;
mod ending;
#[cfg(test)]
pub(crate) mod house;
mod reading;
mod submitting;
#[cfg(test)]
mod tests;

use uuid::Uuid;
use xinju_domain::application::{Answers, Clock, MoreRequest, Question, State};
use xinju_domain::reference::Reference;
use xinju_domain::region::RegionCode;
use xinju_domain::time::Instant;
use xinju_identity::Place;
use xinju_store::application::{ApplicationRow, RequestRow};

pub use answering::{AnswerRefusal, answer, change_answer};
pub use ending::{EndRefusal, look_again, withdraw};
pub use reading::{Own, Summary, find_own, list_own, open_reference_of};
pub use submitting::{HomeOffice, Sent, SubmitRefusal, home_office, submit};

use crate::{Broken, Services};

/// An application as it is read and changed, with its texts opened.
#[derive(Clone, Debug)]
pub struct Application {
    pub id: Uuid,
    pub office: String,
    pub region: RegionCode,
    pub reference: Reference,
    pub account: Option<Uuid>,
    pub state: State,
    pub answers: Answers,
    pub clock: Clock,
    pub submitted_at: Instant,
    pub assigned_to: Option<Uuid>,
    pub decided_by: Option<Uuid>,
    pub decided_at: Option<Instant>,
    /// Why it was refused.
    pub reason: Option<String>,
    /// It was refused once and is looked at again by another officer than `decided_by`.
    pub is_second_look: bool,
    /// The row it was read from, for writing it back.
    pub row: ApplicationRow,
}

/// What the office asked for, and what came back.
#[derive(Clone, Debug)]
pub struct Asked {
    pub id: Uuid,
    pub asked_at: Instant,
    pub request: MoreRequest,
    pub answer: Option<String>,
    pub answered_at: Option<Instant>,
}

/// Reads a row. A value that this version cannot read is breakage.
pub(crate) fn open(services: &Services, row: ApplicationRow) -> Result<Application, Broken> {
    let answers = services.secrets.open(&answers_place(row.id), &row.answers).map_err(Broken::new)?;
    let reason = match &row.decision {
        Some(sealed) => Some(services.secrets.open_text(&decision_place(row.id), sealed).map_err(Broken::new)?),
        None => None,
    };
    Ok(Application {
        id: row.id,
        office: row.office.clone(),
        region: row.region.parse().map_err(Broken::new)?,
        reference: row.reference.parse().map_err(Broken::new)?,
        account: row.account,
        state: row.state.parse().map_err(Broken::new)?,
        answers: serde_json::from_slice(&answers).map_err(Broken::new)?,
        clock: serde_json::from_str(&row.clock).map_err(Broken::new)?,
        submitted_at: Instant::from_micros(row.submitted_at),
        assigned_to: row.assigned_to,
        decided_by: row.decided_by,
        decided_at: row.decided_at.map(Instant::from_micros),
        reason,
        is_second_look: row.second_look == 1,
        row,
    })
}

/// Reads what was asked.
pub(crate) fn open_request(services: &Services, row: &RequestRow) -> Result<Asked, Broken> {
    let words = services.secrets.open_text(&words_place(row.id), &row.words).map_err(Broken::new)?;
    let questions: Vec<Question> = serde_json::from_str(&row.questions).map_err(Broken::new)?;
    let answer = match &row.answer {
        Some(sealed) => Some(services.secrets.open_text(&answer_place(row.id), sealed).map_err(Broken::new)?),
        None => None,
    };
    let request = MoreRequest::new(&words, &questions).map_err(|fault| Broken::new(Unreadable(fault.key())))?;
    Ok(Asked {
        id: row.id,
        asked_at: Instant::from_micros(row.asked_at),
        request,
        answer,
        answered_at: row.answered_at.map(Instant::from_micros),
    })
}

/// Seals answers for the application with this id.
pub(crate) fn seal_answers(services: &Services, id: Uuid, answers: &Answers) -> Result<Vec<u8>, Broken> {
    let json = serde_json::to_vec(answers).map_err(Broken::new)?;
    Ok(services.secrets.seal(&answers_place(id), &json))
}

/// The address of an application's page.
pub(crate) fn link(services: &Services, reference: Reference) -> String {
    services.settings.origin.link(&format!("/certificate/{reference}"))
}

pub(crate) fn clock_text(clock: &Clock) -> Result<String, Broken> {
    serde_json::to_string(clock).map_err(Broken::new)
}

pub(crate) const fn answers_place(id: Uuid) -> Place {
    Place::new("application", "answers", id)
}

/// Where the reason of a refusal is sealed.
pub(crate) const fn decision_place(id: Uuid) -> Place {
    Place::new("application", "decision", id)
}

/// Where the words of a request for more are sealed.
pub(crate) const fn words_place(id: Uuid) -> Place {
    Place::new("more_request", "words", id)
}

const fn answer_place(id: Uuid) -> Place {
    Place::new("more_request", "answer", id)
}

/// A stored request that the rules would not have let in.
#[derive(Debug, thiserror::Error)]
#[error("a stored request for more is not one: {0}")]
struct Unreadable(&'static str);
