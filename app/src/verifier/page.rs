//! `/v`

use axum::{Router, response::Response, routing::get};
use leptos::prelude::*;
use xinju_text::{Locale, t};

use super::{Verifier, VerifierPlaces, VerifierWords};
use crate::{
    frame::{AppState, Page, Visit},
    ui,
    verdict::verdict_words,
};

pub fn routes() -> Router<AppState> {
    Router::new().route("/v", get(verifier))
}

/// The shell: the same for everybody. What follows `#` never reaches this handler.
async fn verifier(visit: Visit) -> Response {
    let locale = visit.locale;
    let places = VerifierPlaces {
        audience: visit.services.settings.origin.host().to_owned(),
        icons: visit.site.icon(""),
        reader: visit.site.reader(),
    };
    let words = words(locale);
    let host = places.audience.clone();
    let page = Page::titled(&t!(locale, "verdict-v-title"))
        .officer()
        .top(move || officer_bar(locale, "/", ("lock", host)))
        .with_islands()
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
            <Verifier words places/>
        }
    })
}

/// The dark bar of the screens that check: from afar it is plain whose screen this is.
pub(crate) fn officer_bar(locale: Locale, back: &'static str, (picture, state): (&'static str, String)) -> impl IntoView {
    view! {
        <header class="officer-bar">
            <a class="officer-bar__back" href=back>{ui::icon_24("arrow-left")}<span>{t!(locale, "verdict-bar-title")}</span></a>
            <p class="officer-bar__state">{ui::icon_24(picture)}<span>{state}</span></p>
        </header>
    }
}

fn words(locale: Locale) -> VerifierWords {
    VerifierWords {
        title: t!(locale, "verdict-v-title"),
        opening: t!(locale, "verdict-v-opening"),
        judging: t!(locale, "verdict-v-judging"),
        host: t!(locale, "verdict-v-host"),
        explain: t!(locale, "verdict-v-explain"),
        steps: t!(locale, "verdict-v-steps"),
        cleared: t!(locale, "verdict-v-cleared"),
        no_basis: t!(locale, "verdict-v-no-basis"),
        no_code: t!(locale, "verdict-v-no-code"),
        paste: t!(locale, "verdict-v-paste"),
        paste_hint: t!(locale, "verdict-v-paste-hint"),
        check: t!(locale, "verdict-v-check"),
        picture: t!(locale, "verdict-v-picture"),
        next: t!(locale, "verdict-v-next"),
        verdict: verdict_words(locale),
    }
}
