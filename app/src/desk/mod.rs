//! The desk of the home office: judging applications, keeping certificates, settling disputes.
//!
//! | path | what |
//! |---|---|
//! | `/desk` | on to the officer's own work |
//! | `/desk/applications` | the queue, by filter |
//! | `/desk/search` | a person by name, ID number, reference or certificate; posted, so that no address holds it |
//! | `/desk/applications/{reference}` | queue, record and papers side by side, with the bar of what can be done |
//! | `…/more`, `…/refuse`, `…/pass-on` | a page each: the words, the reason, the other office |
//! | `…/issue`, `…/take-over`, `…/give-back` | buttons |
//! | `/desk/papers/{id}` | a photo or scan, which is a look |
//! | `/desk/certificates`, `/desk/certificates/{number}` | the office's certificates; one with its versions |
//! | `…/renew`, `…/correct`, `…/revoke` | what is done to one |
//! | `/desk/disputes` | two accounts with one ID number |
//!
//! Everything is plain links and forms; the small script only adds the keys that stand on the buttons. Officers with the
//! issuing post see their own office's records; to all others there is no such page. Each form carries the version of the
//! record that the officer saw.

mod bar;
mod certificate;
mod change;
mod checks;
mod decide;
mod dispute;
mod home;
mod paper;
mod queue;
mod record;
mod search;
#[cfg(test)]
mod tests;
mod timeline;

use axum::Router;
use axum::response::{IntoResponse, Redirect, Response};
use xinju_service::Failure;
use xinju_service::desk::DeskRefusal;

use crate::frame::{AppState, Fields, Stop, Visit};

pub use bar::{Tab, desk_bar};

pub fn routes() -> Router<AppState> {
    Router::new()
        .merge(home::routes())
        .merge(queue::routes())
        .merge(search::routes())
        .merge(record::routes())
        .merge(decide::routes())
        .merge(paper::routes())
        .merge(certificate::routes())
        .merge(change::routes())
        .merge(dispute::routes())
}

/// After a form: on to a page that says what was done, or back with what is to be put right, or to the record, which says
/// what happened meanwhile.
async fn after<T>(
    visit: &Visit,
    outcome: Result<T, Failure<DeskRefusal>>,
    (form, record): (&str, &str),
    fields: Fields,
) -> Result<T, Result<Response, Stop>> {
    let refusal = match outcome {
        Ok(done) => return Ok(done),
        Err(Failure::Broken(broken)) => return Err(Err(broken.into())),
        Err(Failure::Refused(refusal)) => refusal,
    };
    let told = match refusal {
        DeskRefusal::Absent => return Err(Err(Stop::NotFound)),
        DeskRefusal::Faults(faults) => {
            let faults: Vec<_> = faults.iter().map(|fault| (fault.field, fault.fault)).collect();
            return Err(visit.refuse(form, fields, &faults).await);
        }
        DeskRefusal::Overtaken(_) => "overtaken",
        DeskRefusal::WithColleague(_) => "colleague",
        DeskRefusal::AnotherOfficer => "another",
        DeskRefusal::NotNow => "not-now",
    };
    Err(Ok(Redirect::to(&format!("{record}?told={told}")).into_response()))
}
