//! `/scan`

use axum::{
    Router,
    response::Response,
    routing::{get, post},
};
use leptos::prelude::*;
use xinju_text::t;

use super::{
    Scanner, api,
    words::{ScannerPlaces, scanner_words},
};
use crate::{
    frame::{AppState, Page, Visit},
    verifier::officer_bar,
};

pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/scan", get(scanner))
        .route("/api/scan/who", get(api::who))
        .route("/api/scan/number", post(api::check_number))
}

/// The shell: the same for everybody, so that the phone may keep it.
async fn scanner(visit: Visit) -> Response {
    let locale = visit.locale;
    let places = ScannerPlaces {
        origin: visit.services.settings.origin.text().to_owned(),
        audience: visit.services.settings.origin.host().to_owned(),
        icons: visit.site.icon(""),
        reader: visit.site.reader(),
    };
    let words = scanner_words(locale);
    let page = Page::titled(&t!(locale, "scan-title"))
        .officer()
        .top(move || officer_bar(locale, "/desk", ("wifi-off", t!(locale, "verdict-bar-offline"))))
        .with_islands()
        .shell();
    visit.page(page, move || {
        view! {
            <noscript>
                <section class="column stack">
                    <section class="panel panel--bare stack">
                        <h2>{t!(locale, "scan-no-script-title")}</h2>
                        <p>{t!(locale, "scan-no-script-words")}</p>
                    </section>
                </section>
            </noscript>
            <Scanner words places/>
        }
    })
}
