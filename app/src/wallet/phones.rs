//! `/account/phones`: which phone shows the certificate, which one waits, and the buttons that stop them.

use axum::{
    Form,
    extract::Query,
    response::{IntoResponse, Redirect, Response},
};
use leptos::prelude::*;
use serde::Deserialize;
use uuid::Uuid;
use xinju_domain::time::Instant;
use xinju_service::wallet::{self, Phone};
use xinju_text::{Locale, t};

use crate::{
    account::moment,
    frame::{Fields, Page, Stop, Visit, form},
    ui,
};

#[derive(Debug, Default, Deserialize)]
pub(super) struct Came {
    #[serde(default)]
    done: String,
}

pub(super) async fn page(visit: Visit, Query(came): Query<Came>) -> Result<Response, Stop> {
    let who = visit.person()?;
    let (locale, now, is_proven) = (visit.locale, who.asked_at, who.is_proven());
    let phones = wallet::list(&visit.services, who).await?;
    let title = t!(locale, "wallet-phones-title");
    let page = Page::titled(&title).back("/account", &t!(locale, "account-title"));
    Ok(visit.page(banner(page, locale, &came.done), move || {
        let is_empty = phones.is_empty();
        let rows = phones.iter().map(|phone| row(locale, phone, now, is_proven)).collect_view();
        view! {
            <h1>{title.clone()}</h1>
            <p class="hint">{t!(locale, "wallet-phones-hint")}</p>
            {is_empty.then(|| view! { <p>{t!(locale, "wallet-phones-none")}</p> })}
            {(!is_empty).then(|| view! { <ul class="rows">{rows}</ul> })}
            <div class="actions">{ui::quiet_link("/wallet/add", &t!(locale, "wallet-add-title"))}</div>
            {ui::link_row("/lost-phone", &t!(locale, "wallet-lost-title"), Some("alert-circle"))}
        }
    }))
}

/// From a closed list: what stands in an address is never shown.
fn banner(page: Page, locale: Locale, done: &str) -> Page {
    let key = match done {
        "removed" => "wallet-phones-removed",
        "undone" => "wallet-phones-undone",
        _ => return page,
    };
    let words = t!(locale, key);
    page.banner(move || ui::notice_banner(&words))
}

fn row(locale: Locale, phone: &Phone, now: Instant, is_proven: bool) -> impl IntoView + use<> {
    let device = if phone.device.is_empty() { t!(locale, "wallet-phones-unknown") } else { phone.device.clone() };
    let more = match phone.waits_until.filter(|until| now < *until) {
        Some(until) => t!(locale, "wallet-phones-waits", when = moment(locale, until)),
        None if phone.waits_until.is_some() => t!(locale, "wallet-phones-may-begin"),
        None => t!(locale, "wallet-phones-since", when = moment(locale, phone.since)),
    };
    let id = phone.id.to_string();
    let undoing = phone.can_be_undone.then(|| undoing(locale, &id, is_proven).into_any());
    view! {
        <li class="row">
            {ui::icon_24("device-mobile")}
            <div class="row__text stack stack--tight">
                <p class="row__title">{device.clone()}</p>
                <p class="small">{more}</p>
                {undoing}
            </div>
            <div class="row__end">
                <form method="post" action="/account/phones/remove">
                    {ui::hidden("id", &id)}
                    <button class="link">
                        {t!(locale, "wallet-phones-remove")}<span class="visually-hidden">{device}</span>
                    </button>
                </form>
            </div>
        </li>
    }
}

/// The phone before gets it back. That asks for a fresh proof, so the button comes after it.
fn undoing(locale: Locale, id: &str, is_proven: bool) -> impl IntoView + use<> {
    if !is_proven {
        return view! {
            <p class="small"><a href="/sign-in/prove?next=/account/phones">{t!(locale, "wallet-phones-not-mine")}</a></p>
        }
        .into_any();
    }
    view! {
        <form method="post" action="/account/phones/undo">
            {ui::hidden("id", id)}
            <button class="link">{t!(locale, "wallet-phones-undo")}</button>
        </form>
    }
    .into_any()
}

fn phone_of(fields: &Fields) -> Result<Uuid, Stop> {
    form::value(fields, "id").parse().map_err(|_| Stop::Unreadable)
}

/// `POST /account/phones/remove`. One that is gone already, or somebody else's, is as good as removed.
pub(super) async fn remove(visit: Visit, Form(fields): Form<Fields>) -> Result<Response, Stop> {
    wallet::remove(&visit.services, visit.person()?, phone_of(&fields)?).await?;
    Ok(Redirect::to("/account/phones?done=removed").into_response())
}

/// `POST /account/phones/stop`: the phone that waits is not wanted.
pub(super) async fn stop(visit: Visit) -> Result<Response, Stop> {
    wallet::stop_waiting(&visit.services, visit.person()?).await?;
    Ok(Redirect::to("/account/phones?done=removed").into_response())
}

/// `POST /account/phones/undo`
pub(super) async fn undo(visit: Visit, Form(fields): Form<Fields>) -> Result<Response, Stop> {
    let is_undone = wallet::undo(&visit.services, visit.person()?, phone_of(&fields)?).await?;
    let page = if is_undone { "/account/phones?done=undone" } else { "/sign-in/prove?next=/account/phones" };
    Ok(Redirect::to(page).into_response())
}
