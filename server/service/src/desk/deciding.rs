//! Asking for more, refusing, issuing.

use serde_json::json;
use xinju_domain::application::{MoreRequest, MoreRequestFault, Move, Question, RefusalReason, State};
use xinju_domain::calendar::Calendar;
use xinju_domain::certificate_number::ShortNumber;
use xinju_domain::fault::FieldFault;
use xinju_domain::history::Action;
use xinju_domain::time::Day;
use xinju_identity::random;
use xinju_mail::LetterKind;
use xinju_store::Tx;
use xinju_store::application::{self as store, ApplicationRow, NewRequest};

use super::{DeskRefusal, Outcome, Seen, entry, fault, no, take_in_hand, write};
use crate::application::{Application, clock_text, decision_place, link, words_place};
use crate::certificate::{self, IssueRefusal};
use crate::session::Officer;
use crate::{Broken, Failure, Services, account, history};

/// Asks the resident for more, and reopens questions. The clock stands still until the answer.
pub async fn ask_more(
    services: &Services,
    officer: &Officer,
    seen: Seen,
    words: &str,
    questions: &[Question],
) -> Outcome<()> {
    let request = &request(words, questions)?;
    services
        .db
        .change(|mut tx| async move {
            let application = take_in_hand(&mut tx, services, officer, seen).await?;
            let mut row = application.row.clone();
            row.state = after(&application, Move::AskMore)?.code().to_owned();
            let mut clock = application.clock.clone();
            clock.stop(tx.now());
            row.clock = clock_text(&clock)?;
            let today = Day::of(tx.now());
            if let Some(due) = clock.due(Calendar::announced(), today) {
                row.due_on = i64::from(due.yyyymmdd());
            }
            write(&mut tx, services, officer, &mut row).await?;
            insert_request(&mut tx, services, officer, &row, request).await?;
            let line = entry(Action::ApplicationMoreAsked, officer, &application)
                .with(json!({ "words": request.text(), "questions": request.reopened() }));
            history::record(&mut tx, services, line).await?;
            tell(&mut tx, services, officer, &application, |reference, office, link| LetterKind::MoreAsked {
                reference,
                office,
                link,
            })
            .await?;
            Ok((tx, ()))
        })
        .await
}

/// The request, or everything that is wrong with it.
fn request(words: &str, questions: &[Question]) -> Outcome<MoreRequest> {
    MoreRequest::new(words, questions).map_err(|found| {
        let mut faults = Vec::new();
        if let MoreRequestFault::Text(fault) = found {
            faults.push(FieldFault::new("words", fault.key()));
        }
        if questions.is_empty() {
            faults.push(FieldFault::new("questions", MoreRequestFault::NothingReopened.key()));
        }
        Failure::Refused(DeskRefusal::Faults(faults))
    })
}

async fn insert_request(
    tx: &mut Tx,
    services: &Services,
    officer: &Officer,
    row: &ApplicationRow,
    request: &MoreRequest,
) -> Result<(), Broken> {
    let id = random::uuid_v7(tx.now());
    let new = NewRequest {
        id,
        office: &row.office,
        application: row.id,
        asked_by: officer.account,
        asked_at: tx.now().micros(),
        words: &services.secrets.seal(&words_place(id), request.text().as_bytes()),
        questions: &serde_json::to_string(request.reopened()).map_err(Broken::new)?,
    };
    store::insert_request(tx, &new).await?;
    Ok(())
}

/// Refuses with a reason that the resident can act on.
pub async fn refuse(services: &Services, officer: &Officer, seen: Seen, reason: &str) -> Outcome<()> {
    let reason = &RefusalReason::parse(reason).map_err(|found| fault("reason", found.key()))?;
    services
        .db
        .change(|mut tx| async move {
            let application = take_in_hand(&mut tx, services, officer, seen).await?;
            let mut row = application.row.clone();
            row.state = after(&application, Move::Refuse)?.code().to_owned();
            row.decision = Some(services.secrets.seal(&decision_place(row.id), reason.as_str().as_bytes()));
            decide(&tx, officer, &mut row);
            write(&mut tx, services, officer, &mut row).await?;
            let line = entry(Action::ApplicationRefused, officer, &application);
            let line = line.with(json!({ "reason": reason.as_str() }));
            history::record(&mut tx, services, line).await?;
            tell(&mut tx, services, officer, &application, |reference, office, link| LetterKind::Refused {
                reference,
                office,
                link,
            })
            .await?;
            Ok((tx, ()))
        })
        .await
}

/// Issues the certificate; gives its short number.
pub async fn issue(services: &Services, officer: &Officer, seen: Seen) -> Outcome<ShortNumber> {
    services
        .db
        .change(|mut tx| async move {
            let application = take_in_hand(&mut tx, services, officer, seen).await?;
            let mut row = application.row.clone();
            row.state = after(&application, Move::Issue)?.code().to_owned();
            row.decision = None;
            decide(&tx, officer, &mut row);
            // Before the certificate: who loses here has used up no number.
            write(&mut tx, services, officer, &mut row).await?;
            let issued = certificate::issue(&mut tx, services, officer, &application).await;
            let issued = issued.map_err(|failure| failure.map(|_: IssueRefusal| DeskRefusal::NotNow))?;
            let line = entry(Action::ApplicationIssued, officer, &application);
            let line = line.with(json!({ "number": issued.number, "version": issued.version }));
            history::record(&mut tx, services, line).await?;
            tell(&mut tx, services, officer, &application, |reference, office, link| LetterKind::Issued {
                reference,
                office,
                link,
            })
            .await?;
            Ok((tx, issued.number))
        })
        .await
}

fn decide(tx: &Tx, officer: &Officer, row: &mut ApplicationRow) {
    row.decided_by = Some(officer.account);
    row.decided_at = Some(tx.now().micros());
}

fn after(application: &Application, made: Move) -> Outcome<State> {
    match application.state.after(made, application.is_second_look) {
        Some(state) => Ok(state),
        None => no(DeskRefusal::NotNow),
    }
}

/// Writes to the resident, if the account is still there.
async fn tell(
    tx: &mut Tx,
    services: &Services,
    officer: &Officer,
    application: &Application,
    letter: impl FnOnce(String, String, String) -> LetterKind,
) -> Result<(), Broken> {
    let Some(resident) = application.account else { return Ok(()) };
    let reference = application.reference;
    let office = officer.post.office_name.clone();
    let letter = letter(reference.to_string(), office, link(services, reference));
    account::tell(tx, services, resident, &letter).await
}
