//! Taking an application back, and having a refusal looked at again: each a page of its own with a button.

use axum::{
    Router,
    extract::Path,
    response::{IntoResponse, Redirect, Response},
    routing::get,
};
use leptos::prelude::*;
use xinju_service::Failure;
use xinju_service::application::{self, EndRefusal};
use xinju_text::t;

use super::status;
use crate::frame::{AppState, Page, Stop, Visit};
use crate::ui;

pub(super) fn routes() -> Router<AppState> {
    Router::new()
        .route("/certificate/{reference}/withdraw", get(ask_withdraw).post(withdraw))
        .route("/certificate/{reference}/look-again", get(ask_look_again).post(look_again))
}

async fn ask_withdraw(visit: Visit, Path(reference): Path<String>) -> Result<Response, Stop> {
    let own = status::find(&visit, &reference).await?;
    let here = format!("/certificate/{}", own.application.reference);
    if !own.may_withdraw() {
        return Ok(Redirect::to(&here).into_response());
    }
    let locale = visit.locale;
    let page =
        Page::titled(&t!(locale, "application-withdraw-title")).back(&here, &t!(locale, "application-status-title"));
    Ok(visit.page(page, move || {
        view! {
            <h1>{t!(locale, "application-withdraw-title")}</h1>
            <p>{t!(locale, "application-withdraw-words", office = own.office_name())}</p>
            <form method="post" action=format!("{here}/withdraw") class="actions">
                {ui::danger_button(&t!(locale, "application-withdraw"))}
                {ui::link_row(&here, &t!(locale, "application-withdraw-not"), None)}
            </form>
        }
    }))
}

async fn withdraw(visit: Visit, Path(reference): Path<String>) -> Result<Response, Stop> {
    let own = status::find(&visit, &reference).await?;
    let who = visit.person()?;
    let reference = own.application.reference;
    let done = application::withdraw(&visit.services, who, reference).await;
    ended(done, &format!("/certificate/{reference}"))
}

async fn ask_look_again(visit: Visit, Path(reference): Path<String>) -> Result<Response, Stop> {
    let own = status::find(&visit, &reference).await?;
    let here = format!("/certificate/{}", own.application.reference);
    if !own.may_look_again() {
        return Ok(Redirect::to(&here).into_response());
    }
    let locale = visit.locale;
    let page =
        Page::titled(&t!(locale, "application-look-again-title")).back(&here, &t!(locale, "application-status-title"));
    Ok(visit.page(page, move || {
        view! {
            <h1>{t!(locale, "application-look-again-title")}</h1>
            <p>{t!(locale, "application-look-again-words", office = own.office_name())}</p>
            <form method="post" action=format!("{here}/look-again") class="actions">
                {ui::button(&t!(locale, "application-look-again"))}
                {ui::link_row(&here, &t!(locale, "application-withdraw-not"), None)}
            </form>
        }
    }))
}

async fn look_again(visit: Visit, Path(reference): Path<String>) -> Result<Response, Stop> {
    let own = status::find(&visit, &reference).await?;
    let who = visit.person()?;
    let reference = own.application.reference;
    let done = application::look_again(&visit.services, who, reference).await;
    ended(done, &format!("/certificate/{reference}?done=again"))
}

fn ended(done: Result<(), Failure<EndRefusal>>, here: &str) -> Result<Response, Stop> {
    match done {
        Ok(()) => Ok(Redirect::to(here).into_response()),
        Err(Failure::Broken(broken)) => Err(broken.into()),
        Err(Failure::Refused(EndRefusal::Absent)) => Err(Stop::NotFound),
        // Whatever else it is, the page shows it.
        Err(Failure::Refused(_)) => Ok(Redirect::to(here.split('?').next().unwrap_or(here)).into_response()),
    }
}
