//! `/desk/search`: a person by name, ID number, reference or certificate number.

use axum::response::Response;
use axum::routing::get;
use axum::{Form, Router};
use leptos::prelude::*;
use xinju_domain::staff::Role;
use xinju_service::desk::{self, Found};
use xinju_text::{Locale, t};

use super::bar::{Tab, desk_bar};
use super::{certificate, queue};
use crate::frame::{AppState, Fields, Page, Stop, Visit, form};
use crate::ui::{self, Row};

pub(super) fn routes() -> Router<AppState> {
    Router::new().route("/desk/search", get(ask).post(find))
}

async fn ask(visit: Visit) -> Result<Response, Stop> {
    visit.officer(Role::Issuing)?;
    Ok(answer(&visit, "", None))
}

/// The one form that answers with a page and no redirect: what was asked for must stand in no address.
async fn find(visit: Visit, Form(fields): Form<Fields>) -> Result<Response, Stop> {
    let officer = visit.officer(Role::Issuing)?;
    let wanted: String = form::value(&fields, "q").chars().take(200).collect();
    let found = desk::search(&visit.services, &officer, &wanted).await?;
    Ok(answer(&visit, &wanted, Some(found)))
}

fn answer(visit: &Visit, wanted: &str, found: Option<Found>) -> Response {
    let locale = visit.locale;
    let wanted = wanted.to_owned();
    let page = Page::titled(&t!(locale, "desk-search-title")).top(desk_bar(visit, Tab::Other)).wide();
    visit.page(page, move || {
        let is_asked = found.is_some();
        view! {
            <h1>{t!(locale, "desk-search-title")}</h1>
            {found.map(|found| results(locale, &wanted, found))}
            {(!is_asked).then(|| view! { <p>{t!(locale, "desk-search-hint")}</p> })}
        }
    })
}

fn results(locale: Locale, wanted: &str, found: Found) -> impl IntoView + use<> {
    let count = found.applications.len() + found.certificates.len();
    let applications: Vec<Row> = found
        .applications
        .iter()
        .map(|item| Row {
            picture: "file",
            title: item.name.clone(),
            more: format!("{} · {}", queue::state_words(locale, item.state), item.reference),
            href: Some(format!("/desk/applications/{}", item.reference)),
            end: Some(queue::tag(locale, item)),
        })
        .collect();
    let certificates: Vec<Row> = found.certificates.iter().map(|line| certificate::row(locale, line)).collect();
    let has_applications = !applications.is_empty();
    let has_certificates = !certificates.is_empty();
    view! {
        <p class="hint">{t!(locale, "desk-search-found", wanted = wanted, count = count)}</p>
        {(count == 0).then(|| view! { <p>{t!(locale, "desk-search-none")}</p> })}
        {has_applications.then(|| view! { <h2>{t!(locale, "desk-tab-applications")}</h2>{ui::rows(applications)} })}
        {has_certificates.then(|| view! { <h2>{t!(locale, "desk-tab-certificates")}</h2>{ui::rows(certificates)} })}
    }
}
