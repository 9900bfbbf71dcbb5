//! `/desk/counter`: an account opened together with somebody who has no phone.

use axum::{
    Form,
    extract::Query,
    response::{IntoResponse, Redirect, Response},
};
use leptos::prelude::*;
use serde::Deserialize;
use xinju_domain::staff::Role;
use xinju_service::account::counter::{self, CounterRefusal};
use xinju_service::session::Officer;
use xinju_service::{Failure, recovery};
use xinju_text::t;

use crate::account::card_view;
use crate::frame::{Fields, Page, Stop, Visit, form};
use crate::ui::{self, Field};

#[derive(Debug, Default, Deserialize)]
pub(super) struct Came {
    #[serde(default)]
    done: String,
    #[serde(default)]
    card: String,
}

fn officer(visit: &Visit) -> Result<Officer, Stop> {
    visit.officer(Role::Registering)
}

pub(super) async fn page(visit: Visit, Query(came): Query<Came>) -> Result<Response, Stop> {
    officer(&visit)?;
    let locale = visit.locale;
    let typed = visit.typed().await?;
    let mut page = Page::titled(&t!(locale, "admin-counter-title")).back("/desk", &t!(locale, "admin-back"));
    if came.done == "yes" {
        let words = t!(locale, "admin-counter-done");
        page = page.banner(move || ui::notice_banner(&words));
    }
    Ok(visit.page(page, move || {
        view! {
            {ui::error_summary(locale, &typed)}
            <form method="post" action="/desk/counter" class="stack">
                <h1><label for="name">{t!(locale, "admin-counter-question")}</label></h1>
                <p class="hint">{t!(locale, "admin-counter-hint")}</p>
                {ui::field(Field {
                    name: "name",
                    value: typed.value("name"),
                    fault: typed.fault("name").map(|key| t!(locale, key)),
                    ..Field::default()
                })}
                <div class="actions">{ui::button(&t!(locale, "admin-counter-open"))}</div>
            </form>
        }
    }))
}

pub(super) async fn open(visit: Visit, Form(fields): Form<Fields>) -> Result<Response, Stop> {
    let who = officer(&visit)?;
    match counter::open(&visit.services, &who, form::value(&fields, "name"), visit.locale).await {
        Ok(card) => Ok(Redirect::to(&format!("/desk/counter/card?card={card}")).into_response()),
        Err(Failure::Refused(CounterRefusal::Name(fault))) => {
            visit.refuse("/desk/counter", fields, &[("name", fault.key())]).await
        }
        Err(Failure::Refused(CounterRefusal::NotAllowed)) => Err(Stop::NotAllowed),
        Err(Failure::Broken(broken)) => Err(broken.into()),
    }
}

pub(super) async fn card(visit: Visit, Query(came): Query<Came>) -> Result<Response, Stop> {
    let who = officer(&visit)?;
    let locale = visit.locale;
    let card = counter::shown_card(&visit.services, &who, &came.card).await?.ok_or(Stop::NotFound)?;
    Ok(visit.page(Page::titled(&t!(locale, "admin-counter-card-title")), move || {
        view! {
            <h1>{t!(locale, "admin-counter-card-title")}</h1>
            <p class="hint">{t!(locale, "admin-counter-card-words")}</p>
            {card_view(locale, &card)}
            <form method="post" action="/desk/counter/handed" class="actions">
                {ui::hidden("card", &came.card)}
                <button class="button button--quiet" type="button" hidden data-print="">{t!(locale, "account-card-print")}</button>
                {ui::button(&t!(locale, "admin-counter-handed"))}
            </form>
        }
    }))
}

pub(super) async fn handed(visit: Visit, Form(fields): Form<Fields>) -> Result<Response, Stop> {
    officer(&visit)?;
    recovery::forget_shown(&visit.services, visit.person()?, form::value(&fields, "card")).await?;
    Ok(Redirect::to("/desk/counter?done=yes").into_response())
}
