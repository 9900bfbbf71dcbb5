//! An application that was sent to the wrong office goes on to the right one in one step. Its clock goes on as it stood:
//! the resident was promised a day, and the offices' mistake does not move it.

use serde_json::json;
use xinju_domain::application::Move;
use xinju_domain::calendar::Calendar;
use xinju_domain::history::Action;
use xinju_domain::office::{Office, OfficeKind, Validity};
use xinju_domain::region::{Level, RegionCode, table};
use xinju_domain::time::Day;
use xinju_mail::LetterKind;
use xinju_store::office::{self as offices, OfficeRow};
use xinju_store::{Tx, paper as papers};

use super::{DeskRefusal, Outcome, Seen, entry, fault, no, take_in_hand, write_free};
use crate::application::{Application, link, seal_answers};
use crate::session::Officer;
use crate::{Broken, Services, account, history};

/// An office to which an application may be passed on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    pub code: String,
    pub name: String,
    /// Its region's full name.
    pub place: String,
}

/// The offices of the province that decide, without the officer's own.
pub async fn list_offices(services: &Services, officer: &Officer) -> Result<Vec<Candidate>, Broken> {
    let mut tx = services.db.read().await?;
    let today = Day::of(tx.now());
    let province = officer.post.region.up_to(Level::Province).unwrap_or(officer.post.region);
    let rows = offices::list_in(&mut tx, province.as_str()).await?;
    let candidates = rows.into_iter().filter(|row| row.code != officer.post.office && decides(row, today));
    Ok(candidates
        .map(|row| Candidate {
            place: row.region.parse().ok().and_then(table::full_name).unwrap_or_default(),
            code: row.code,
            name: row.name,
        })
        .collect())
}

/// Passes an application on. Nobody has it in hand there yet.
pub async fn pass_on(services: &Services, officer: &Officer, seen: Seen, office: &str) -> Outcome<()> {
    services
        .db
        .change(|mut tx| async move {
            let application = take_in_hand(&mut tx, services, officer, seen).await?;
            if application.state.after(Move::PassOn, application.is_second_look).is_none() {
                return no(DeskRefusal::NotNow);
            }
            let today = Day::of(tx.now());
            let row = offices::find(&mut tx, office).await?;
            let row = row.filter(|row| row.code != officer.post.office && decides(row, today));
            let to = row.ok_or_else(|| fault("office", "fault-choice-unknown"))?;
            move_to(&mut tx, services, &application, &to).await?;
            let line = entry(Action::ApplicationPassedOn, officer, &application);
            let line = line.with(json!({ "from": application.office, "to": to.code }));
            history::record(&mut tx, services, line).await?;
            tell(&mut tx, services, &application, (to.name, today)).await?;
            Ok((tx, ()))
        })
        .await
}

async fn move_to(tx: &mut Tx, services: &Services, application: &Application, to: &OfficeRow) -> Outcome<()> {
    let region: RegionCode = to.region.parse().map_err(Broken::new)?;
    let mut row = application.row.clone();
    let home_place = application.answers.home_place;
    if !home_place.is_some_and(|place| region.contains(place)) {
        // The place was chosen wrong: it is the office's own from now on, if that is narrow enough to be one.
        if region.level() < Level::County {
            return Err(fault("office", "fault-place-too-wide"));
        }
        let mut answers = application.answers.clone();
        answers.home_place = Some(region);
        row.answers = seal_answers(services, row.id, &answers)?;
        row.region = region.to_string();
    }
    row.office.clone_from(&to.code);
    row.assigned_to = None;
    row.assigned_at = None;
    write_free(tx, services, &row).await?;
    papers::move_office(tx, row.id, &to.code).await?;
    Ok(())
}

async fn tell(
    tx: &mut Tx,
    services: &Services,
    application: &Application,
    (office, today): (String, Day),
) -> Result<(), Broken> {
    let Some(resident) = application.account else { return Ok(()) };
    let letter = LetterKind::PassedOn {
        reference: application.reference.to_string(),
        office,
        due: application.clock.due(Calendar::announced(), today).unwrap_or(today),
        link: link(services, application.reference),
    };
    account::tell(tx, services, resident, &letter).await
}

/// Whether an office decides on applications here today.
fn decides(row: &OfficeRow, today: Day) -> bool {
    let day = |number: i64| u32::try_from(number).ok().and_then(Day::from_yyyymmdd);
    let office = || {
        Some(Office {
            region: row.region.parse().ok()?,
            kind: OfficeKind::from_code(&row.kind)?,
            validity: Validity { from: day(row.valid_from)?, until: row.valid_until.and_then(day) },
        })
    };
    row.on_portal == 1 && office().is_some_and(|office| office.decides() && office.validity.holds_on(today))
}
