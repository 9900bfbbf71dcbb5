//! `/sign-in`: the address, the passkey, and the ways around them.

use axum::{
    Form, Router,
    extract::Query,
    response::{IntoResponse, Redirect, Response},
    routing::{get, post},
};
use leptos::prelude::*;
use serde::Deserialize;
use xinju_domain::time::Span;
use xinju_service::Failure;
use xinju_service::sign_in::{self, AskRefusal, Asking};
use xinju_text::{Locale, t};

use super::{
    api, browser, card, code,
    cookie::{self, local_path},
    islands::PasskeySignIn,
    link, prove,
};
use crate::frame::{AppState, Fields, Module, Page, Stop, Typed, Visit, form};
use crate::{
    ui::{self, Field},
    words::Words,
};

/// The sentences of the passkey islands.
const PASSKEY_KEYS: &[&str] = &[
    "sign-in-or",
    "sign-in-passkey-button",
    "sign-in-passkey-working",
    "sign-in-passkey-none",
    "sign-in-passkey-stopped",
    "sign-in-passkey-lost",
    "sign-in-passkey-failed",
    "sign-in-passkey-known",
];

pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/sign-in", get(sign_in_page).post(ask))
        .route("/sign-in/code", get(code::page).post(code::enter))
        .route("/sign-in/again", post(code::again))
        .route("/sign-in/welcome", get(code::welcome).post(code::make_account))
        .route("/sign-in/new", get(card::new_account))
        .route("/sign-in/card", get(card::page).post(card::enter))
        .route("/sign-in/link", get(link::page).post(link::press))
        .route("/sign-in/stop", get(link::stop_page).post(link::stop))
        .route("/invitation", get(link::invitation).post(link::accept))
        .route("/sign-in/prove", get(prove::page).post(prove::ask))
        .route("/sign-in/prove/code", get(prove::code_page).post(prove::enter))
        .route("/sign-out", post(code::sign_out))
        .merge(api::routes())
}

/// Where to go on to.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Onward {
    #[serde(default)]
    pub(super) next: String,
}

async fn sign_in_page(visit: Visit, Query(onward): Query<Onward>) -> Result<Response, Stop> {
    let next = local_path(&onward.next).to_owned();
    if visit.session.is_some() {
        return Ok(Redirect::to(&next).into_response());
    }
    let locale = visit.locale;
    let typed = visit.typed().await?;
    let messenger = browser::messenger(&visit.user_agent);
    let page = Page::titled(&t!(locale, "sign-in-title"))
        .back("/", &t!(locale, "sign-in-back"))
        .with_island(Module::Entry, passkey_words(locale, &next));
    Ok(visit.page(page, move || {
        view! {
            {ui::error_summary(locale, &typed)}
            {messenger.map(|app| messenger_panel(locale, app))}
            <form method="post" action="/sign-in" id="answer" class="stack">
                <h1><label for="address">{t!(locale, "sign-in-question")}</label></h1>
                {address_field(locale, &typed)}
                {ui::hidden("next", &next)}
                {ui::checkbox("shared", "yes", &t!(locale, "sign-in-shared"), typed.has("shared", "yes"))}
                <div class="actions">{ui::button(&t!(locale, "sign-in-send-code"))}</div>
            </form>
            <PasskeySignIn/>
            {other_ways(locale)}
            {ui::note("lock", &t!(locale, "sign-in-privacy"))}
        }
    }))
}

/// A browser offers its passkeys where the autocomplete of a field names them, so the one field serves both.
fn address_field(locale: Locale, typed: &Typed) -> impl IntoView + use<> {
    ui::field(Field {
        name: "address",
        hint: t!(locale, "sign-in-address-hint"),
        value: typed.value("address"),
        fault: typed.fault("address").map(|key| t!(locale, key)),
        keyboard: "email",
        autocomplete: "username webauthn",
        look: "input--digits",
        ..Field::default()
    })
}

fn messenger_panel(locale: Locale, app: &str) -> impl IntoView + use<> {
    let body = view! {
        <ol class="do-list">
            <li>{t!(locale, "sign-in-messenger-menu")}</li>
            <li>{t!(locale, "sign-in-messenger-open")}</li>
        </ol>
        <p class="small">{t!(locale, "sign-in-messenger-why")}</p>
    };
    ui::lit_panel("external-link", &t!(locale, "sign-in-messenger", app = app), body)
}

fn other_ways(locale: Locale) -> impl IntoView {
    view! {
        <details class="details">
            <summary>{t!(locale, "sign-in-other")}</summary>
            <div class="details__body stack">
                {ui::link_row("/sign-in/new", &t!(locale, "sign-in-other-new"), Some("fingerprint"))}
                {ui::link_row("/sign-in/card", &t!(locale, "sign-in-other-card"), Some("card"))}
                {ui::note("map-pin", &t!(locale, "sign-in-other-counter"))}
            </div>
        </details>
    }
}

/// What the passkey islands say, and where they go on to.
pub(super) fn passkey_words(locale: Locale, next: &str) -> Words {
    Words::told(locale, PASSKEY_KEYS).with("next", next)
}

/// What [`super::PasskeyMake`] says: the word on its button; `place` is `new` for a new account and `add` for the one that is
/// signed in; an empty `next` is the list of passkeys.
pub(crate) fn making_words(locale: Locale, button: &str, place: &str, next: &str) -> Words {
    passkey_words(locale, next).with("sign-in-passkey-button", &t!(locale, button)).with("place", place)
}

async fn ask(visit: Visit, Form(fields): Form<Fields>) -> Result<Response, Stop> {
    let next = local_path(form::value(&fields, "next")).to_owned();
    let asking = Asking {
        address: form::value(&fields, "address"),
        network: visit.network,
        locale: visit.locale,
        is_shared_phone: form::value(&fields, "shared") == "yes",
        next: &next,
    };
    match sign_in::ask(&visit.services, &asking).await {
        Ok(flow) => Ok(cookie::go(cookie::with_flow(flow), "/sign-in/code")),
        Err(Failure::Refused(refusal)) => {
            let page = format!("/sign-in?next={}", encoded(&next));
            visit.refuse(&page, fields, &[("address", ask_key(refusal))]).await
        }
        Err(Failure::Broken(broken)) => Err(broken.into()),
    }
}

/// What is told about a code that was not sent.
pub(super) fn ask_key(refusal: AskRefusal) -> &'static str {
    match refusal {
        AskRefusal::Address(fault) => fault.key(),
        AskRefusal::TooMany(wait) => wait_key(wait),
        AskRefusal::NotYours => "sign-in-over",
    }
}

/// How long to wait, in words that need no number.
pub(crate) fn wait_key(wait: Span) -> &'static str {
    if wait <= Span::minutes(5) {
        "sign-in-wait-minutes"
    } else if wait <= Span::hours(1) {
        "sign-in-wait-hour"
    } else {
        "sign-in-wait-hours"
    }
}

/// A path as the value of a query.
pub(super) fn encoded(path: &str) -> String {
    path.bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'/' => char::from(byte).to_string(),
            _ => format!("%{byte:02X}"),
        })
        .collect()
}
