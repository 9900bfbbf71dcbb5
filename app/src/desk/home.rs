//! `/desk`: on to the officer's own work.

use axum::Router;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use leptos::prelude::*;
use xinju_domain::staff::Role;
use xinju_text::t;

use super::bar::{Tab, desk_bar};
use crate::frame::{AppState, Page, Stop, Visit};
use crate::ui::{self, Row};

/// Role, address, picture, catalogue key.
const WORK: [(Role, &str, &str, &str); 3] = [
    (Role::Issuing, "/desk/applications", "certificate", "desk-work-issuing"),
    (Role::Registering, "/scan", "scan", "desk-work-registering"),
    (Role::Administrator, "/desk/admin", "settings", "desk-work-administrator"),
];

pub(super) fn routes() -> Router<AppState> {
    Router::new().route("/desk", get(home))
}

async fn home(visit: Visit) -> Result<Response, Stop> {
    let session = visit.person()?;
    let work: Vec<_> = WORK.into_iter().filter(|(role, ..)| session.officer(*role).is_some()).collect();
    let locale = visit.locale;
    match work.as_slice() {
        [] => Err(Stop::NotAllowed),
        [(_, href, ..)] => Ok(Redirect::to(href).into_response()),
        several => {
            let rows = several.iter().map(|(role, href, picture, key)| Row {
                picture,
                title: t!(locale, key),
                more: session.officer(*role).map(|officer| officer.post.office_name).unwrap_or_default(),
                href: Some((*href).to_owned()),
                end: None,
            });
            let rows: Vec<Row> = rows.collect();
            let page = Page::titled(&t!(locale, "desk-title")).top(desk_bar(&visit, Tab::Other));
            Ok(visit.page(page, move || view! { <h1>{t!(locale, "desk-title")}</h1>{ui::rows(rows)} }))
        }
    }
}
