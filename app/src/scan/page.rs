//! `/scan`

use axum::{
    Router,
    response::Response,
    routing::{get, post},
};
use leptos::prelude::*;
use xinju_text::t;

use super::{Scanner, api, words::scanner_words};
use crate::{
    frame::{AppState, Module, Page, Visit},
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
    let page = Page::titled(&t!(locale, "scan-title"))
        .officer()
        .top(move || officer_bar(locale, "/desk", ("wifi-off", t!(locale, "verdict-bar-offline"))))
        .with_island(Module::Officer, scanner_words(locale))
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
            <Scanner/>
        }
    })
}
