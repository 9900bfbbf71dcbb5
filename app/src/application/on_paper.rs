//! The home office is not on this portal: said before anything is typed, with a letter to print instead.

use axum::{
    Router,
    response::{IntoResponse, Redirect, Response},
    routing::get,
};
use leptos::prelude::*;
use xinju_domain::region::RegionCode;
use xinju_service::application::{self, HomeOffice};
use xinju_service::draft;
use xinju_text::{Locale, t};

use super::words;
use crate::frame::{AppState, Page, Stop, Visit};
use crate::ui;

pub(super) fn routes() -> Router<AppState> {
    Router::new().route("/certificate/apply/on-paper", get(explain)).route("/certificate/apply/letter", get(letter))
}

/// Name and where to find it, as far as somebody entered it.
struct Office {
    place: RegionCode,
    name: String,
    address: String,
    phone: String,
}

/// The paper office of the draft's home place; else the way goes on.
async fn find(visit: &Visit) -> Result<Result<Office, Response>, Stop> {
    let who = visit.person()?;
    let draft = draft::find(&visit.services, who).await?;
    let Some(place) = draft.and_then(|draft| draft.answers.home_place) else {
        return Ok(Err(Redirect::to("/certificate/apply").into_response()));
    };
    Ok(match application::home_office(&visit.services, place).await? {
        HomeOffice::OnPortal(_) => Err(Redirect::to("/certificate/apply/current-place").into_response()),
        HomeOffice::OnPaper(None) => {
            Ok(Office { place, name: String::new(), address: String::new(), phone: String::new() })
        }
        HomeOffice::OnPaper(Some(row)) => Ok(Office { place, name: row.name, address: row.address, phone: row.phone }),
    })
}

async fn explain(visit: Visit) -> Result<Response, Stop> {
    let office = match find(&visit).await? {
        Ok(office) => office,
        Err(elsewhere) => return Ok(elsewhere),
    };
    let locale = visit.locale;
    let page = Page::titled(&t!(locale, "application-on-paper-title"))
        .back("/certificate/apply/home-place", &t!(locale, "application-back"));
    Ok(visit.page(page, move || {
        let place = words::place(office.place);
        view! {
            <h1>{t!(locale, "application-on-paper-title")}</h1>
            <p>{t!(locale, "application-on-paper-words", place = place)}</p>
            {facts(locale, &office)}
            <ol class="do-list">
                <li>{t!(locale, "application-on-paper-print")}</li>
                <li>{t!(locale, "application-on-paper-send")}</li>
                <li>{t!(locale, "application-on-paper-nothing")}</li>
            </ol>
            <div class="actions">
                {ui::button_link("/certificate/apply/letter", &t!(locale, "application-on-paper-letter"))}
                {ui::link_row(
                    "/certificate/apply/home-place",
                    &t!(locale, "application-on-paper-other"),
                    None,
                )}
            </div>
        }
    }))
}

fn facts(locale: Locale, office: &Office) -> impl IntoView + use<> {
    let known = [
        (t!(locale, "application-office"), office.name.clone()),
        (t!(locale, "application-office-address"), office.address.clone()),
        (t!(locale, "application-office-phone"), office.phone.clone()),
    ];
    let rows: Vec<(String, String)> = known.into_iter().filter(|(_, value)| !value.is_empty()).collect();
    (!rows.is_empty()).then(|| ui::facts(rows))
}

/// The letter, with lines to be filled in by hand: nothing was typed yet.
async fn letter(visit: Visit) -> Result<Response, Stop> {
    let office = match find(&visit).await? {
        Ok(office) => office,
        Err(elsewhere) => return Ok(elsewhere),
    };
    let locale = visit.locale;
    let page = Page::titled(&t!(locale, "application-letter-title"))
        .back("/certificate/apply/on-paper", &t!(locale, "application-back"))
        .main_class("main print-page");
    Ok(visit.page(page, move || {
        let place = words::place(office.place);
        let to = if office.name.is_empty() {
            t!(locale, "application-letter-to", place = place.as_str())
        } else {
            office.name.clone()
        };
        let blank = "________________";
        view! {
            <p class="screen-only note">{ui::icon_24("printer")}<span>{t!(locale, "application-letter-how")}</span></p>
            <article class="stack">
                <h1>{t!(locale, "application-letter-title")}</h1>
                <p class="strong">{to}</p>
                {(!office.address.is_empty()).then(|| view! { <p>{office.address.clone()}</p> })}
                <p>{t!(locale, "application-letter-words", place = place.as_str())}</p>
                <dl class="facts">
                    <div><dt>{t!(locale, "application-name-name")}</dt><dd>{blank}</dd></div>
                    <div><dt>{t!(locale, "application-name-id-number")}</dt><dd>{blank}</dd></div>
                    <div><dt>{t!(locale, "application-name-current-place")}</dt><dd>{blank}</dd></div>
                    <div><dt>{t!(locale, "application-letter-reach")}</dt><dd>{blank}</dd></div>
                </dl>
                <p>{t!(locale, "application-letter-ask")}</p>
                <dl class="facts">
                    <div><dt>{t!(locale, "application-letter-sign")}</dt><dd>{blank}</dd></div>
                    <div><dt>{t!(locale, "application-letter-day")}</dt><dd>{blank}</dd></div>
                </dl>
            </article>
        }
    }))
}
