//! `/offline`

use axum::{Router, response::Response, routing::get};
use leptos::prelude::*;
use xinju_text::t;

use crate::{
    frame::{AppState, Page, Visit},
    ui,
};

pub fn routes() -> Router<AppState> {
    Router::new().route("/offline", get(offline))
}

async fn offline(visit: Visit) -> Response {
    let locale = visit.locale;
    let page = Page::titled(&t!(locale, "offline-title")).shell();
    visit.page(page, move || {
        view! {
            <h1>{t!(locale, "offline-title")}</h1>
            <p>{t!(locale, "offline-words")}</p>
            {ui::rows(vec![
                ui::Row {
                    picture: "qrcode",
                    title: t!(locale, "offline-wallet"),
                    more: t!(locale, "offline-wallet-words"),
                    href: Some("/wallet".into()),
                    end: None,
                },
                ui::Row {
                    picture: "scan",
                    title: t!(locale, "offline-scan"),
                    more: t!(locale, "offline-scan-words"),
                    href: Some("/scan".into()),
                    end: None,
                },
            ])}
            <p class="hint">{t!(locale, "offline-kept")}</p>
            {ui::quiet_link("/", &t!(locale, "offline-again"))}
        }
    })
}
