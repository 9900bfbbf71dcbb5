//! Taking an application back, and having a refusal looked at again.

use xinju_domain::application::{Move, State};
use xinju_domain::calendar::Calendar;
use xinju_domain::history::{Action, RecordKind};
use xinju_domain::reference::Reference;
use xinju_domain::time::Day;
use xinju_mail::LetterKind;
use xinju_store::{Tx, application as store, office as offices};

use super::reading::find_application;
use super::{Application, clock_text, link};
use crate::account;
use crate::history::{self, Entry};
use crate::session::Session;
use crate::{Failure, Services};

/// Why it stays as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EndRefusal {
    /// Not there, or of somebody else.
    Absent,
    /// Decided or taken back already; for a second look: had already.
    TooLate,
    /// Another application is open meanwhile.
    AnotherOpen,
    /// Somebody changed it in this moment; pressing again helps.
    Overtaken,
}

/// Takes the application back. What was looked at stays in the history.
pub async fn withdraw(services: &Services, who: &Session, reference: Reference) -> Result<(), Failure<EndRefusal>> {
    services
        .db
        .change(|mut tx| async move {
            let (mut application, state) = find_moved(&mut tx, services, who, reference, Move::Withdraw).await?;
            let at = tx.now();
            application.clock.stop(at);
            let row = &mut application.row;
            row.state = state.code().to_owned();
            row.clock = clock_text(&application.clock)?;
            row.assigned_to = None;
            row.assigned_at = None;
            row.decided_at = Some(at.micros());
            write(&mut tx, services, who, &application, Action::ApplicationWithdrawn).await?;
            let letter = LetterKind::Withdrawn { reference: reference.to_string(), link: link(services, reference) };
            account::tell(&mut tx, services, who.account, &letter).await?;
            Ok((tx, ()))
        })
        .await
}

/// Takes a refusal to another officer of the office, once. All days of the promise begin anew.
pub async fn look_again(services: &Services, who: &Session, reference: Reference) -> Result<(), Failure<EndRefusal>> {
    services
        .db
        .change(|mut tx| async move {
            let (mut application, state) = find_moved(&mut tx, services, who, reference, Move::LookAgain).await?;
            if store::find_open_of(&mut tx, who.account).await?.is_some() {
                return Err(Failure::Refused(EndRefusal::AnotherOpen));
            }
            let at = tx.now();
            application.clock.restart(at);
            let today = Day::of(at);
            let due = application.clock.due(Calendar::announced(), today).unwrap_or(today);
            // `decided_by` stays: that officer must not be the one who looks again.
            let row = &mut application.row;
            row.state = state.code().to_owned();
            row.second_look = 1;
            row.clock = clock_text(&application.clock)?;
            row.assigned_to = None;
            row.assigned_at = None;
            row.due_on = i64::from(due.yyyymmdd());
            write(&mut tx, services, who, &application, Action::ApplicationLookedAgain).await?;
            let office = offices::find(&mut tx, &application.office).await?;
            let letter = LetterKind::LookedAtAgain {
                reference: reference.to_string(),
                office: office.map(|office| office.name).unwrap_or_default(),
                due,
                link: link(services, reference),
            };
            account::tell(&mut tx, services, who.account, &letter).await?;
            Ok((tx, ()))
        })
        .await
}

async fn find_moved(
    tx: &mut Tx,
    services: &Services,
    who: &Session,
    reference: Reference,
    made: Move,
) -> Result<(Application, State), Failure<EndRefusal>> {
    let application =
        find_application(tx, services, who, reference).await?.ok_or(Failure::Refused(EndRefusal::Absent))?;
    let state =
        application.state.after(made, application.is_second_look).ok_or(Failure::Refused(EndRefusal::TooLate))?;
    Ok((application, state))
}

async fn write(
    tx: &mut Tx,
    services: &Services,
    who: &Session,
    application: &Application,
    action: Action,
) -> Result<(), Failure<EndRefusal>> {
    let row = &application.row;
    if !store::update(tx, row).await? {
        return Err(Failure::Refused(EndRefusal::Overtaken));
    }
    let entry = Entry::new(action, RecordKind::Application, row.reference.clone())
        .at(&row.office, &row.region)
        .by(who.account)
        .about(Some(who.account));
    history::record(tx, services, entry).await?;
    Ok(())
}
