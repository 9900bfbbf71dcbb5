//! `/account/passkeys`: the list, making one, naming and removing one.

use axum::{
    Form,
    extract::Query,
    response::{IntoResponse, Redirect, Response},
};
use leptos::prelude::*;
use serde::Deserialize;
use uuid::Uuid;
use xinju_domain::time::Instant;
use xinju_service::Failure;
use xinju_service::passkey::{self, Passkey, RemoveRefusal};
use xinju_text::{Locale, t};

use super::{
    page::{Came, banner},
    time::{moment, when},
};
use crate::frame::{Fields, Module, Page, Stop, Visit, form};
use crate::sign_in::{PasskeyMake, making_words};
use crate::ui;

pub(super) async fn page(visit: Visit, Query(came): Query<Came>) -> Result<Response, Stop> {
    let who = visit.person()?;
    let (locale, now) = (visit.locale, who.asked_at);
    let typed = visit.typed().await?;
    let passkeys = passkey::list(&visit.services, who).await?;
    let is_new_post = !came.post.is_empty() && passkeys.is_empty();
    let has_desk = !who.posts.is_empty();
    let page = Page::titled(&t!(locale, "account-passkeys-title")).back("/account", &t!(locale, "account-title"));
    Ok(visit.page(banner(page, locale, &came.done), move || {
        let rows = passkeys.iter().map(|passkey| row(locale, passkey, now)).collect_view();
        view! {
            {ui::error_summary(locale, &typed)}
            <h1>{t!(locale, "account-passkeys-title")}</h1>
            <p class="hint">{t!(locale, "account-passkeys-hint")}</p>
            {is_new_post.then(|| ui::lit_link(
                "/account/passkeys/new",
                "fingerprint",
                &t!(locale, "account-post-head"),
                &t!(locale, "account-post-title"),
                &t!(locale, "account-post-words"),
            ))}
            <ul class="rows" id="passkeys">{rows}</ul>
            <div class="actions">
                {has_desk.then(|| ui::button_link("/desk", &t!(locale, "account-to-desk")))}
                {(!is_new_post).then(|| ui::quiet_link("/account/passkeys/new", &t!(locale, "account-passkeys-add")))}
            </div>
        }
    }))
}

fn row(locale: Locale, passkey: &Passkey, now: Instant) -> impl IntoView + use<> {
    let id = passkey.id.to_string();
    let more = match (passkey.waits_until, passkey.used) {
        (Some(until), _) => t!(locale, "account-passkey-waits", when = moment(locale, until)),
        (None, Some(used)) => t!(locale, "account-passkey-used", when = when(locale, used, now)),
        (None, None) => t!(locale, "account-passkey-made", when = when(locale, passkey.made, now)),
    };
    let field = format!("name-{id}");
    view! {
        <li class="row">
            {ui::icon_24("fingerprint")}
            <div class="row__text stack stack--tight">
                <p class="row__title">{passkey.name.clone()}</p>
                <p class="small">{more}</p>
                <details class="details">
                    <summary>{t!(locale, "account-passkey-rename")}</summary>
                    <form method="post" action="/account/passkeys/name" class="details__body stack">
                        {ui::hidden("id", &id)}
                        <label class="field__label" for=field.clone()>{t!(locale, "account-passkey-name")}</label>
                        <input class="input" id=field name="name" value=passkey.name.clone() maxlength="40" autocomplete="off"/>
                        <button class="button button--quiet">{t!(locale, "account-save")}</button>
                    </form>
                </details>
            </div>
            <div class="row__end">
                <a href=format!("/account/passkeys/remove?id={id}")>
                    {t!(locale, "account-remove")}<span class="visually-hidden">{passkey.name.clone()}</span>
                </a>
            </div>
        </li>
    }
}

/// Making one asks for a fresh proof first.
pub(super) async fn new_page(visit: Visit) -> Result<Response, Stop> {
    let who = visit.person()?;
    if xinju_service::account::needs_proof(&visit.services, who).await? {
        return Err(Stop::ProveAgain);
    }
    let locale = visit.locale;
    let will_wait = passkey::would_wait(&visit.services, who).await?;
    let page = Page::titled(&t!(locale, "account-passkey-new"))
        .back("/account/passkeys", &t!(locale, "account-passkeys-title"))
        .with_island(Module::Entry, making_words(locale, "account-passkey-new-button", "add", ""));
    Ok(visit.page(page, move || {
        view! {
            <h1>{t!(locale, "account-passkey-new")}</h1>
            <p class="hint">{t!(locale, "account-passkey-new-hint")}</p>
            {will_wait.then(|| ui::note("clock", &t!(locale, "account-passkey-will-wait")))}
            <noscript><p class="note">{t!(locale, "account-passkey-script")}</p></noscript>
            <PasskeyMake/>
        }
    }))
}

pub(super) async fn rename(visit: Visit, Form(fields): Form<Fields>) -> Result<Response, Stop> {
    let who = visit.person()?;
    let id: Uuid = form::value(&fields, "id").parse().map_err(|_| Stop::Unreadable)?;
    if passkey::rename(&visit.services, who, id, form::value(&fields, "name")).await? {
        return Ok(Redirect::to("/account/passkeys?done=name").into_response());
    }
    visit.refuse("/account/passkeys", Fields::new(), &[("passkeys", "account-passkey-name-empty")]).await
}

#[derive(Debug, Deserialize)]
pub(super) struct Which {
    id: Uuid,
}

pub(super) async fn remove_page(visit: Visit, Query(which): Query<Which>) -> Result<Response, Stop> {
    let who = visit.person()?;
    let locale = visit.locale;
    let passkeys = passkey::list(&visit.services, who).await?;
    let passkey = passkeys.into_iter().find(|passkey| passkey.id == which.id).ok_or(Stop::NotFound)?;
    let page = Page::titled(&t!(locale, "account-passkey-remove"))
        .back("/account/passkeys", &t!(locale, "account-passkeys-title"));
    Ok(visit.page(page, move || {
        view! {
            <h1>{t!(locale, "account-passkey-remove-question", name = &passkey.name)}</h1>
            <p>{t!(locale, "account-passkey-remove-words")}</p>
            <form method="post" action="/account/passkeys/remove" class="actions">
                {ui::hidden("id", &passkey.id.to_string())}
                {ui::danger_button(&t!(locale, "account-passkey-remove"))}
                {ui::quiet_link("/account/passkeys", &t!(locale, "account-keep"))}
            </form>
        }
    }))
}

pub(super) async fn remove(visit: Visit, Form(fields): Form<Fields>) -> Result<Response, Stop> {
    let who = visit.person()?;
    let id: Uuid = form::value(&fields, "id").parse().map_err(|_| Stop::Unreadable)?;
    let key = match passkey::remove(&visit.services, who, id).await {
        Ok(()) => return Ok(Redirect::to("/account/passkeys?done=removed").into_response()),
        Err(Failure::Refused(RemoveRefusal::Absent)) => return Err(Stop::NotFound),
        Err(Failure::Refused(RemoveRefusal::LastWayIn)) => "account-passkey-last",
        Err(Failure::Refused(RemoveRefusal::StaffNeedOne)) => "account-passkey-staff",
        Err(Failure::Refused(RemoveRefusal::NeedsPasskey)) => "account-passkey-needs",
        Err(Failure::Broken(broken)) => return Err(broken.into()),
    };
    visit.refuse("/account/passkeys", Fields::new(), &[("passkeys", key)]).await
}
