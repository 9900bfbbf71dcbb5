//! `/v`

use axum::{Router, response::Response, routing::get};
use leptos::prelude::*;
use xinju_text::{Locale, t};

use super::Verifier;
use crate::{
    frame::{AppState, Module, Page, Visit},
    ui,
    verdict::verdict_words,
    words::Words,
};

/// The sentences of the island.
const KEYS: &[&str] = &[
    "verdict-v-title",
    "verdict-v-opening",
    "verdict-v-judging",
    "verdict-v-host",
    "verdict-v-explain",
    "verdict-v-steps",
    "verdict-v-cleared",
    "verdict-v-no-basis",
    "verdict-v-no-code",
    "verdict-v-paste",
    "verdict-v-paste-hint",
    "verdict-v-check",
    "verdict-v-picture",
    "verdict-v-next",
];

pub fn routes() -> Router<AppState> {
    Router::new().route("/v", get(verifier))
}

/// The shell: the same for everybody. What follows `#` never reaches this handler.
async fn verifier(visit: Visit) -> Response {
    let locale = visit.locale;
    let words = Words::told(locale, KEYS).and(&verdict_words(locale));
    let host = visit.services.settings.origin.host().to_owned();
    let page = Page::titled(&t!(locale, "verdict-v-title"))
        .officer()
        .top(move || officer_bar(locale, "/", ("lock", host)))
        .with_island(Module::Officer, words)
        .shell();
    visit.page(page, move || {
        view! {
            <noscript>
                <section class="column stack">
                    <section class="panel panel--bare stack">
                        <h2>{t!(locale, "verdict-v-no-script-title")}</h2>
                        <p>{t!(locale, "verdict-v-no-script-words")}</p>
                    </section>
                </section>
            </noscript>
            <Verifier/>
        }
    })
}

/// The dark bar of the screens that check: from afar it is plain whose screen this is.
pub(crate) fn officer_bar(
    locale: Locale,
    back: &'static str,
    (picture, state): (&'static str, String),
) -> impl IntoView {
    view! {
        <header class="officer-bar">
            <a class="officer-bar__back" href=back>{ui::icon_24("arrow-left")}<span>{t!(locale, "verdict-bar-title")}</span></a>
            <p class="officer-bar__state">{ui::icon_24(picture)}<span>{state}</span></p>
        </header>
    }
}
