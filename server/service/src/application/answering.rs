//! The reply to what the home office asked. The questions it reopened can be answered anew and papers added until the
//! person sends; then the clock goes on.

use xinju_domain::application::{self as rules, Answers, Move, Question, State};
use xinju_domain::calendar::Calendar;
use xinju_domain::fault::FieldFault;
use xinju_domain::history::{Action, RecordKind};
use xinju_domain::reference::Reference;
use xinju_domain::time::Day;
use xinju_domain::wording;
use xinju_identity::Field;
use xinju_store::{Tx, application as store, paper as papers};

use super::reading::find_application;
use super::{Application, Asked, answer_place, clock_text, open_request, seal_answers};
use crate::history::{self, Entry};
use crate::session::Session;
use crate::{Broken, Failure, Services};

/// The longest message with an answer, in characters.
const WORDS_MAX: usize = 500;

/// Why an answer is not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AnswerRefusal {
    /// Not there, or of somebody else.
    Absent,
    /// Nothing is asked any more: it was answered in another tab, decided or withdrawn.
    NothingAsked,
    Faults(Vec<FieldFault>),
    /// Neither a word, nor a changed answer, nor a new paper.
    Nothing,
    /// Somebody changed it in this moment; pressing again helps.
    Overtaken,
}

/// Answers a reopened question anew. Gives all answers as they are then.
pub async fn change_answer(
    services: &Services,
    who: &Session,
    reference: Reference,
    question: Question,
    fields: &[(String, String)],
) -> Result<Answers, Failure<AnswerRefusal>> {
    services
        .db
        .change(|mut tx| async move {
            let (mut application, asked) = find_asked(&mut tx, services, who, reference).await?;
            if !asked.request.reopens(question) {
                return refuse(AnswerRefusal::NothingAsked);
            }
            let today = Day::of(tx.now());
            rules::answer(&mut application.answers, question, fields, today)
                .map_err(|faults| Failure::Refused(AnswerRefusal::Faults(faults)))?;
            write_answers(services, &mut application)?;
            application.row.changed_at = Some(tx.now().micros());
            if !store::update(&mut tx, &application.row).await? {
                return refuse(AnswerRefusal::Overtaken);
            }
            Ok((tx, application.answers))
        })
        .await
}

/// Sends the reply: the clock goes on and the office sees it in its queue again.
pub async fn answer(
    services: &Services,
    who: &Session,
    reference: Reference,
    words: &str,
) -> Result<(), Failure<AnswerRefusal>> {
    let words = match wording::words(words, 0, WORDS_MAX) {
        Ok(words) => Some(words),
        Err(wording::WordingFault::Empty) => None,
        Err(fault) => return refuse(AnswerRefusal::Faults(vec![FieldFault::new("words", fault.key())])),
    };
    services
        .db
        .change(|mut tx| {
            let words = words.as_deref();
            async move {
                let (mut application, asked) = find_asked(&mut tx, services, who, reference).await?;
                if words.is_none() && !is_anything_new(&mut tx, &application, &asked).await? {
                    return refuse(AnswerRefusal::Nothing);
                }
                let state = application.state.after(Move::Answer, application.is_second_look);
                let Some(state) = state else { return refuse(AnswerRefusal::NothingAsked) };
                resume(&mut application, state, &tx)?;
                let sealed = words.map(|words| services.secrets.seal(&answer_place(asked.id), words.as_bytes()));
                let at = tx.now().micros();
                let was_open = store::answer_request(&mut tx, asked.id, sealed.as_deref(), at).await?;
                if !was_open || !store::update(&mut tx, &application.row).await? {
                    return refuse(AnswerRefusal::Overtaken);
                }
                let row = &application.row;
                let entry = Entry::new(Action::ApplicationAnswered, RecordKind::Application, row.reference.clone())
                    .at(&row.office, &row.region)
                    .by(who.account)
                    .about(Some(who.account));
                history::record(&mut tx, services, entry).await?;
                Ok((tx, ()))
            }
        })
        .await
}

async fn find_asked(
    tx: &mut Tx,
    services: &Services,
    who: &Session,
    reference: Reference,
) -> Result<(Application, Asked), Failure<AnswerRefusal>> {
    let Some(application) = find_application(tx, services, who, reference).await? else {
        return refuse(AnswerRefusal::Absent);
    };
    if application.state != State::MoreAsked {
        return refuse(AnswerRefusal::NothingAsked);
    }
    let Some(row) = store::find_open_request(tx, application.id).await? else {
        return refuse(AnswerRefusal::NothingAsked);
    };
    let asked = open_request(services, &row)?;
    Ok((application, asked))
}

/// Whether a paper came or an answer changed since it was asked.
async fn is_anything_new(tx: &mut Tx, application: &Application, asked: &Asked) -> Result<bool, Broken> {
    let papers = papers::list_of_application(tx, application.id).await?;
    let has_paper = papers.iter().any(|paper| paper.created_at > asked.asked_at.micros());
    Ok(has_paper || application.row.changed_at.is_some_and(|at| at > asked.asked_at.micros()))
}

fn resume(application: &mut Application, state: State, tx: &Tx) -> Result<(), Broken> {
    application.clock.resume(tx.now());
    let due = application.clock.due(Calendar::announced(), Day::of(tx.now()));
    application.row.state = state.code().to_owned();
    application.row.clock = clock_text(&application.clock)?;
    if let Some(due) = due {
        application.row.due_on = i64::from(due.yyyymmdd());
    }
    Ok(())
}

/// Puts changed answers into the row with everything by which they are found.
fn write_answers(services: &Services, application: &mut Application) -> Result<(), Broken> {
    let answers = &application.answers;
    application.row.answers = seal_answers(services, application.id, answers)?;
    if let Some(number) = &answers.id_number {
        application.row.id_index = services.secrets.index(Field::IdNumber, number.as_str()).to_vec();
        application.row.born = i64::from(number.birth().yyyymmdd());
    }
    if let Some(name) = &answers.name {
        application.row.name_index = services.secrets.name_index(&name.folded()).to_vec();
    }
    Ok(())
}

fn refuse<T>(refusal: AnswerRefusal) -> Result<T, Failure<AnswerRefusal>> {
    Err(Failure::Refused(refusal))
}
