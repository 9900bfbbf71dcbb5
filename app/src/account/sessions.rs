//! `/account/sessions`: where the person is signed in.

use axum::{
    Form,
    extract::Query,
    response::{IntoResponse, Redirect, Response},
};
use leptos::prelude::*;
use xinju_domain::time::Instant;
use xinju_service::session::{self, Place};
use xinju_text::{Locale, t};

use super::{
    page::{Came, banner},
    time::when,
};
use crate::frame::{Fields, Page, Stop, Visit, form};
use crate::ui;

pub(super) async fn page(visit: Visit, Query(came): Query<Came>) -> Result<Response, Stop> {
    let who = visit.person()?;
    let (locale, now) = (visit.locale, who.asked_at);
    let places = session::list(&visit.services, who).await?;
    let page = Page::titled(&t!(locale, "account-sessions-title")).back("/account", &t!(locale, "account-title"));
    Ok(visit.page(banner(page, locale, &came.done), move || {
        let rows = places.iter().map(|place| row(locale, place, now)).collect_view();
        view! {
            <h1>{t!(locale, "account-sessions-title")}</h1>
            <p class="hint">{t!(locale, "account-sessions-hint")}</p>
            <ul class="rows">{rows}</ul>
            <form method="post" action="/sign-out" class="actions">
                {ui::hidden("how", "everywhere")}
                {ui::danger_button(&t!(locale, "account-sessions-all"))}
            </form>
            <p class="hint">{t!(locale, "account-sessions-all-hint")}</p>
        }
    }))
}

fn row(locale: Locale, place: &Place, now: Instant) -> impl IntoView + use<> {
    let device = if place.device.is_empty() { t!(locale, "account-sessions-unknown") } else { place.device.clone() };
    let end = if place.is_this {
        ui::tag(&t!(locale, "account-sessions-this")).into_any()
    } else {
        view! {
            <form method="post" action="/account/sessions/end">
                {ui::hidden("id", &place.id)}
                <button class="link">
                    {t!(locale, "account-sessions-end")}<span class="visually-hidden">{device.clone()}</span>
                </button>
            </form>
        }
        .into_any()
    };
    view! {
        <li class="row">
            {ui::icon_24("device-mobile")}
            <div class="row__text">
                <p class="row__title">{device}</p>
                <p class="small">{t!(locale, "account-sessions-seen", when = when(locale, place.seen, now))}</p>
            </div>
            <div class="row__end">{end}</div>
        </li>
    }
}

pub(super) async fn end(visit: Visit, Form(fields): Form<Fields>) -> Result<Response, Stop> {
    let who = visit.person()?;
    session::end(&visit.services, who, form::value(&fields, "id")).await?;
    Ok(Redirect::to("/account/sessions?done=ended").into_response())
}
