//! `/get-help`

use axum::{Router, response::Response, routing::get};
use leptos::prelude::*;
use xinju_text::t;

use crate::{
    frame::{AppState, Page, Visit},
    ui,
};

pub fn routes() -> Router<AppState> {
    Router::new().route("/get-help", get(get_help))
}

async fn get_help(visit: Visit) -> Response {
    let locale = visit.locale;
    let page = Page::titled(&t!(locale, "assistance-title")).back("/", &t!(locale, "frame-home"));
    visit.page(page, move || {
        let line = |key: &str| view! { <li>{t!(locale, key)}</li> };
        view! {
            <h1>{t!(locale, "assistance-title")}</h1>
            <p>{t!(locale, "assistance-words")}</p>
            <h2>{t!(locale, "assistance-how")}</h2>
            <ol class="do-list">
                {line("assistance-how-go")}
                {line("assistance-how-together")}
                {line("assistance-how-card")}
                {line("assistance-how-first")}
            </ol>
            <h2>{t!(locale, "assistance-limits")}</h2>
            {ui::note("check", &t!(locale, "assistance-may"))}
            {ui::note("lock", &t!(locale, "assistance-may-not"))}
            {ui::note("eye", &t!(locale, "assistance-seen"))}
            {ui::fact_panel("coin-yuan", &t!(locale, "assistance-free"), view! { <p>{t!(locale, "assistance-free-words")}</p> })}
        }
    })
}
