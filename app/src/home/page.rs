//! `/`

use axum::{Router, response::Response, routing::get};
use leptos::prelude::*;
use xinju_service::home::{Waiting, WaitingKind};
use xinju_text::{Locale, t};

use crate::{
    frame::{AppState, Page, Stop, Visit},
    ui,
};

pub fn routes() -> Router<AppState> {
    Router::new().route("/", get(home))
}

/// A service on the first page: address, pictogram and catalogue key of its name.
const SERVICES: [(&str, &str, &str); 3] = [
    ("/certificate", "service-certificate", "home-certificate"),
    ("/wallet", "service-qrcode", "home-wallet"),
    ("/account/seen", "eye", "home-seen"),
];

async fn home(visit: Visit) -> Result<Response, Stop> {
    let locale = visit.locale;
    let standing = match &visit.session {
        Some(session) => Some(xinju_service::home::look(&visit.services, session).await?),
        None => None,
    };
    let is_staff = visit.session.as_ref().is_some_and(|session| !session.posts.is_empty());
    let is_signed_in = standing.is_some();
    let has_certificate = standing.as_ref().is_some_and(|standing| standing.has_certificate);
    let has_open_application = standing.as_ref().is_some_and(|standing| standing.has_open_application);
    let name = standing.as_ref().and_then(|standing| standing.name.clone());
    let waiting = standing.and_then(|standing| standing.waiting);

    let page = Page::titled(&t!(locale, "home-title")).bar(move || ui::home_bar(locale, "home", has_certificate));
    Ok(visit.page(page, move || {
        let greeting = match name {
            Some(name) => t!(locale, "home-greeting", name = name),
            None => t!(locale, "home-welcome"),
        };
        view! {
            <h1>{greeting}</h1>
            {(!is_signed_in).then(|| view! { <p class="hint">{t!(locale, "home-what")}</p> })}
            {waiting.map(|waiting| waiting_panel(locale, &waiting))}
            <h2>{t!(locale, "home-question")}</h2>
            {tiles(locale, has_certificate, has_open_application)}
            {is_staff.then(|| ui::quiet_link("/desk", &t!(locale, "home-desk")))}
            {(!is_signed_in).then(|| ui::quiet_link("/sign-in", &t!(locale, "home-sign-in")))}
            {ui::link_row("/get-help", &t!(locale, "home-help"), Some("heart-handshake"))}
        }
    }))
}

fn waiting_panel(locale: Locale, waiting: &Waiting) -> impl IntoView + use<> {
    let key = match waiting.kind {
        WaitingKind::MoreAsked => "home-waiting-more",
        WaitingKind::Notice => "home-waiting-notice",
    };
    let words = t!(locale, &format!("{key}-words"), office = &waiting.office);
    ui::lit_link(&waiting.href, "1", &t!(locale, "home-waiting"), &t!(locale, key), &words)
}

fn tiles(locale: Locale, has_certificate: bool, is_open: bool) -> impl IntoView {
    let tiles = SERVICES
        .into_iter()
        .map(|(href, picture, key)| {
            let lit = href == "/certificate" && is_open;
            let news = match href {
                "/certificate" if is_open => Some(t!(locale, "home-certificate-open")),
                "/wallet" if has_certificate => Some(t!(locale, "home-wallet-ready")),
                _ => None,
            };
            view! {
                <li>
                    <a class="tile" class:tile--open=lit href=href>
                        <span class="tile__lamp" aria-hidden="true"></span>
                        {ui::icon_44(picture)}
                        <span class="tile__name">{t!(locale, key)}</span>
                        {news.map(|news| view! { <span class="tile__news">{news}</span> })}
                    </a>
                </li>
            }
        })
        .collect_view();
    view! { <ul class="tile-grid">{tiles}</ul> }
}
