//! `/account/card`: the recovery card. A new one is shown once; the portal itself cannot read it again.

use axum::{
    Form,
    extract::Query,
    response::{IntoResponse, Redirect, Response},
};
use leptos::prelude::*;
use xinju_service::{account, recovery};
use xinju_text::{Locale, t};

use super::{page::Came, time::when};
use crate::frame::{Fields, Page, Stop, Visit, form};
use crate::ui;

pub(super) async fn page(visit: Visit, Query(came): Query<Came>) -> Result<Response, Stop> {
    let who = visit.person()?;
    let locale = visit.locale;
    if !came.again.is_empty() {
        let card = recovery::shown_card(&visit.services, who, &came.again).await?;
        return match card {
            Some(card) => Ok(shown(&visit, card, &came)),
            None => Ok(Redirect::to("/account/card").into_response()),
        };
    }
    let now = who.asked_at;
    let account = account::get(&visit.services, who).await?;
    let page = Page::titled(&t!(locale, "account-card-title")).back("/account", &t!(locale, "account-title"));
    Ok(visit.page(page, move || {
        let standing = match account.card_made {
            Some(made) => t!(locale, "account-card-made", when = when(locale, made, now)),
            None => t!(locale, "account-card-none"),
        };
        view! {
            <h1>{t!(locale, "account-card-title")}</h1>
            <p class="hint">{t!(locale, "account-card-what")}</p>
            {ui::note("card", &standing)}
            {ui::note("clock", &t!(locale, "account-card-waits"))}
            <form method="post" action="/account/card" class="actions">{ui::button(&t!(locale, "account-card-new"))}</form>
            <p class="hint">{t!(locale, "account-card-new-hint")}</p>
        }
    }))
}

fn shown(visit: &Visit, card: String, came: &Came) -> Response {
    let locale = visit.locale;
    let token = came.again.clone();
    let next = if came.first.is_empty() { "/account?done=card" } else { "/" };
    let page = Page::titled(&t!(locale, "account-card-yours"));
    visit.page(page, move || {
        view! {
            <h1>{t!(locale, "account-card-yours")}</h1>
            <p class="hint">{t!(locale, "account-card-once")}</p>
            {card_view(locale, &card)}
            <form method="post" action="/account/card/saved" class="actions">
                {ui::hidden("token", &token)}
                {ui::hidden("next", next)}
                <button class="button button--quiet" type="button" hidden data-print="">{t!(locale, "account-card-print")}</button>
                {ui::button(&t!(locale, "account-card-saved"))}
            </form>
        }
    })
}

/// The card itself, as it is printed.
pub fn card_view(locale: Locale, card: &str) -> impl IntoView + use<> {
    let groups = card.split('-').map(|group| view! { <li>{group.to_owned()}</li> }).collect_view();
    view! {
        <section class="recovery" aria-label=t!(locale, "account-card-title")>
            <header class="recovery__head"><p>{t!(locale, "account-card-title")}</p></header>
            <p class="small">{t!(locale, "account-card-on")}</p>
            <ol class="recovery__codes">{groups}</ol>
        </section>
    }
}

/// Puts a new card in the place of the old one, after a fresh proof.
pub(super) async fn replace(visit: Visit) -> Result<Response, Stop> {
    let who = visit.person()?;
    match recovery::replace_card(&visit.services, who).await? {
        Some(token) => Ok(Redirect::to(&format!("/account/card?again={token}")).into_response()),
        None => Ok(Redirect::to("/sign-in/prove?next=/account/card").into_response()),
    }
}

/// From here on nobody sees it again.
pub(super) async fn saved(visit: Visit, Form(fields): Form<Fields>) -> Result<Response, Stop> {
    let who = visit.person()?;
    recovery::forget_shown(&visit.services, who, form::value(&fields, "token")).await?;
    let next = if form::value(&fields, "next") == "/" { "/" } else { "/account?done=card" };
    Ok(Redirect::to(next).into_response())
}
