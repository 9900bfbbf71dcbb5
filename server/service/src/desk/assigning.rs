//! Who has an application in hand.

use serde_json::json;
use uuid::Uuid;
use xinju_domain::history::Action;
use xinju_domain::staff::Right;
use xinju_store::Tx;
use xinju_store::application as store;

use super::{DeskRefusal, Outcome, Seen, entry, find, is_free_to_judge, no, overtaken};
use crate::application::Application;
use crate::session::Officer;
use crate::{Failure, Services, history};

/// Takes an application in hand, from a colleague too: the colleague's page is then out of date.
pub async fn take_over(services: &Services, officer: &Officer, seen: Seen) -> Outcome<()> {
    assign(services, officer, seen, Some(officer.account)).await
}

/// Puts an application that the officer has in hand back for everybody.
pub async fn give_back(services: &Services, officer: &Officer, seen: Seen) -> Outcome<()> {
    assign(services, officer, seen, None).await
}

async fn assign(services: &Services, officer: &Officer, seen: Seen, to: Option<Uuid>) -> Outcome<()> {
    services
        .db
        .change(|mut tx| async move {
            let application = load(&mut tx, services, officer, seen).await?;
            if to.is_none() && application.assigned_to != Some(officer.account) {
                return no(DeskRefusal::NotNow);
            }
            if to.is_some() && !is_free_to_judge(officer, &application) {
                return no(DeskRefusal::AnotherOfficer);
            }
            let at = to.map(|_| tx.now().micros());
            if !store::assign(&mut tx, application.id, seen.version, to, at).await? {
                return Err(overtaken(&mut tx, services, &application).await?);
            }
            let line = entry(Action::ApplicationAssigned, officer, &application);
            let line = line.with(json!({ "from": application.assigned_to, "to": to }));
            history::record(&mut tx, services, line).await?;
            Ok((tx, ()))
        })
        .await
}

async fn load(tx: &mut Tx, services: &Services, officer: &Officer, seen: Seen) -> Outcome<Application> {
    let application = find(tx, services, officer, (seen.reference, Right::JudgeApplication)).await?;
    let application = application.ok_or(Failure::Refused(DeskRefusal::Absent))?;
    if application.row.version != seen.version || !application.state.is_in_queue() {
        return Err(overtaken(tx, services, &application).await?);
    }
    Ok(application)
}
