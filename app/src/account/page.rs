//! `/account`: everything about the person, each a row.

use axum::{
    Form, Router,
    extract::Query,
    response::{IntoResponse, Redirect, Response},
    routing::{get, post},
};
use leptos::prelude::*;
use serde::Deserialize;
use xinju_domain::staff::Role;
use xinju_service::Failure;
use xinju_service::account::{self, Account};
use xinju_service::passkey::{self, Passkey};
use xinju_service::recovery::{self, UnderWay};
use xinju_service::session::Session;
use xinju_text::{Locale, t};

use super::{card, contacts, data, language, passkeys, seen, sessions, time::moment};
use crate::frame::{AppState, Fields, Page, Stop, Visit, form};
use crate::ui::{self, Field, Row};

pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/account", get(me))
        .route("/account/name", get(name_page).post(set_name))
        .route("/account/recovery/stop", post(stop_recovery))
        .route("/account/contacts", get(contacts::page).post(contacts::ask))
        .route("/account/contacts/code", get(contacts::code_page).post(contacts::enter))
        .route("/account/contacts/remove", post(contacts::remove))
        .route("/account/contacts/news", post(contacts::news))
        .route("/account/passkeys", get(passkeys::page))
        .route("/account/passkeys/new", get(passkeys::new_page))
        .route("/account/passkeys/name", post(passkeys::rename))
        .route("/account/passkeys/remove", get(passkeys::remove_page).post(passkeys::remove))
        .route("/account/card", get(card::page).post(card::replace))
        .route("/account/card/saved", post(card::saved))
        .route("/account/sessions", get(sessions::page))
        .route("/account/sessions/end", post(sessions::end))
        .route("/account/seen", get(seen::page))
        .route("/account/consents", get(data::consents))
        .route("/account/consents/withdraw", post(data::withdraw))
        .route("/account/export", get(data::export_page).post(data::export))
        .route("/account/delete", get(data::delete_page).post(data::delete))
        .route("/account/deleted", get(data::deleted))
        .route("/account/language", post(language::choose))
        .route("/language", get(language::page).post(language::choose))
}

/// What has just been done.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Came {
    #[serde(default)]
    pub(super) done: String,
    /// A post of staff was accepted: the passkey comes next.
    #[serde(default)]
    pub(super) post: String,
    /// A form that was refused, or a card that is shown once.
    #[serde(default)]
    pub(super) again: String,
    #[serde(default)]
    pub(super) first: String,
}

/// The banner of a deed, from a closed list: what stands in an address is never shown.
pub(super) fn banner(page: Page, locale: Locale, done: &str) -> Page {
    let key = match done {
        "name" => "account-done-name",
        "contact" => "account-done-contact",
        "removed" => "account-done-removed",
        "news" => "account-done-news",
        "added" => "account-done-passkey",
        "waits" => "account-done-passkey-waits",
        "card" => "account-done-card",
        "stopped" => "account-done-stopped",
        "ended" => "account-done-ended",
        "withdrawn" => "account-done-withdrawn",
        _ => return page,
    };
    let words = t!(locale, key);
    page.banner(move || ui::notice_banner(&words))
}

async fn me(visit: Visit, Query(came): Query<Came>) -> Result<Response, Stop> {
    let who = visit.person()?;
    let locale = visit.locale;
    let account = account::get(&visit.services, who).await?;
    let passkeys = passkey::list(&visit.services, who).await?;
    let recovery = recovery::under_way(&visit.services, who).await?;
    let work = work(locale, who);
    let has_certificate = xinju_service::home::look(&visit.services, who).await?.has_certificate;
    let page = Page::titled(&t!(locale, "account-title")).bar(move || ui::home_bar(locale, "account", has_certificate));
    Ok(visit.page(banner(page, locale, &came.done), move || {
        view! {
            <h1>{account.name.clone().unwrap_or_else(|| t!(locale, "account-title"))}</h1>
            {waiting(locale, &passkeys, recovery)}
            {no_way_in(locale, &account, &passkeys)}
            {(!work.is_empty()).then(|| ui::rows(work))}
            {rows(locale, &account, &passkeys)}
            {leave(locale)}
        }
    }))
}

/// What is waiting and can be stopped: the one glowing panel.
fn waiting(locale: Locale, passkeys: &[Passkey], recovery: Option<UnderWay>) -> Option<AnyView> {
    if let Some(recovery) = recovery {
        let body = view! {
            <p class="panel__title">{t!(locale, "account-recovery-ready", when = moment(locale, recovery.ready))}</p>
            <p>{t!(locale, "account-recovery-words")}</p>
            <form method="post" action="/account/recovery/stop">{ui::danger_button(&t!(locale, "account-stop"))}</form>
        };
        return Some(ui::lit_panel("alert-triangle", &t!(locale, "account-recovery-head"), body).into_any());
    }
    let waits = passkeys.iter().find(|passkey| passkey.waits_until.is_some())?;
    let until = moment(locale, waits.waits_until?);
    let body = view! {
        <p class="panel__title">{t!(locale, "account-passkey-waits", when = until)}</p>
        <p>{t!(locale, "account-passkey-waits-words")}</p>
        <form method="post" action="/account/passkeys/remove">
            {ui::hidden("id", &waits.id.to_string())}
            {ui::danger_button(&t!(locale, "account-stop"))}
        </form>
    };
    Some(ui::lit_panel("alert-triangle", &t!(locale, "account-passkey-head"), body).into_any())
}

/// Somebody whose only way in is the paper just used: a lost card would mean a lost account.
fn no_way_in(locale: Locale, account: &Account, passkeys: &[Passkey]) -> Option<impl IntoView + use<>> {
    let is_alone = account.contacts.is_empty() && passkeys.is_empty();
    is_alone.then(|| {
        ui::lit_link(
            "/account/passkeys",
            "key",
            &t!(locale, "account-way-in-head"),
            &t!(locale, "account-way-in-title"),
            &t!(locale, "account-way-in-words"),
        )
    })
}

/// What a member of staff goes on to from here.
fn work(locale: Locale, who: &Session) -> Vec<Row> {
    let mut rows = Vec::new();
    if !who.posts.is_empty() {
        rows.push(row("building", t!(locale, "account-to-desk"), String::new(), "/desk"));
    }
    if who.officer(Role::Registering).is_some() {
        rows.push(row("users", t!(locale, "admin-counter-title"), String::new(), "/desk/counter"));
    }
    rows
}

fn row(picture: &'static str, title: String, more: String, href: &str) -> Row {
    Row { picture, title, more, href: Some(href.to_owned()), ..Row::default() }
}

fn rows(locale: Locale, account: &Account, passkeys: &[Passkey]) -> impl IntoView + use<> {
    let addresses: Vec<String> = account.contacts.iter().map(|own| own.contact.masked()).collect();
    let addresses = if addresses.is_empty() { t!(locale, "account-contacts-none") } else { addresses.join(" · ") };
    let card = match account.card_made {
        Some(made) => t!(locale, "account-card-made", when = moment(locale, made)),
        None => t!(locale, "account-card-none"),
    };
    let name = account.name.clone().unwrap_or_else(|| t!(locale, "account-name-none"));
    let rows = vec![
        row("eye", t!(locale, "account-seen-title"), t!(locale, "account-seen-row"), "/account/seen"),
        row("user", t!(locale, "account-name-title"), name, "/account/name"),
        row("device-mobile", t!(locale, "account-contacts-title"), addresses, "/account/contacts"),
        row(
            "fingerprint",
            t!(locale, "account-passkeys-title"),
            t!(locale, "account-passkeys-row", count = passkeys.len()),
            "/account/passkeys",
        ),
        row("card", t!(locale, "account-card-title"), card, "/account/card"),
        row("qrcode", t!(locale, "wallet-phones-title"), String::new(), "/account/phones"),
        row("shield-check", t!(locale, "account-sessions-title"), String::new(), "/account/sessions"),
        row("language", t!(locale, "account-language-title"), locale.own_name().to_owned(), "/language?next=/account"),
        row("check", t!(locale, "account-consents-title"), t!(locale, "account-consents-row"), "/account/consents"),
        row("download", t!(locale, "account-export-title"), t!(locale, "account-export-row"), "/account/export"),
        row("trash", t!(locale, "account-delete-title"), t!(locale, "account-delete-row"), "/account/delete"),
    ];
    ui::rows(rows)
}

fn leave(locale: Locale) -> impl IntoView {
    view! {
        <form method="post" action="/sign-out" class="actions">{ui::quiet_button(&t!(locale, "account-sign-out"))}</form>
        <form method="post" action="/sign-out" data-leave-no-trace="">
            {ui::link_button(&t!(locale, "account-leave-no-trace"), "how", "trace")}
        </form>
        <p class="hint">{t!(locale, "account-leave-no-trace-hint")}</p>
    }
}

async fn stop_recovery(visit: Visit) -> Result<Response, Stop> {
    recovery::stop(&visit.services, visit.person()?).await?;
    Ok(Redirect::to("/account?done=stopped").into_response())
}

async fn name_page(visit: Visit) -> Result<Response, Stop> {
    let who = visit.person()?;
    let locale = visit.locale;
    let typed = visit.typed().await?;
    let now = account::get(&visit.services, who).await?.name.unwrap_or_default();
    let page = Page::titled(&t!(locale, "account-name-title")).back("/account", &t!(locale, "account-title"));
    Ok(visit.page(page, move || {
        view! {
            {ui::error_summary(locale, &typed)}
            <form method="post" action="/account/name" class="stack">
                <h1><label for="name">{t!(locale, "account-name-question")}</label></h1>
                <p class="hint">{t!(locale, "account-name-hint")}</p>
                {ui::field(Field {
                    name: "name",
                    value: typed.value_or("name", &now),
                    fault: typed.fault("name").map(|key| t!(locale, key)),
                    autocomplete: "name",
                    ..Field::default()
                })}
                <div class="actions">{ui::button(&t!(locale, "account-save"))}</div>
            </form>
        }
    }))
}

async fn set_name(visit: Visit, Form(fields): Form<Fields>) -> Result<Response, Stop> {
    let who = visit.person()?;
    match account::set_name(&visit.services, who, form::value(&fields, "name")).await {
        Ok(()) => Ok(Redirect::to("/account?done=name").into_response()),
        Err(Failure::Refused(fault)) => visit.refuse("/account/name", fields, &[("name", fault.key())]).await,
        Err(Failure::Broken(broken)) => Err(broken.into()),
    }
}
