//! `/sign-in/new`: an account by passkey alone; `/sign-in/card`: the recovery card typed in.

use axum::{Form, response::Response};
use leptos::prelude::*;
use xinju_domain::time::Instant;
use xinju_service::Failure;
use xinju_service::recovery::{self, CardRefusal, Entered};
use xinju_text::{Locale, t};

use super::{
    browser,
    code::{leave_old, terms},
    cookie,
    islands::PasskeyMake,
    page::{making_words, wait_key},
};
use crate::account::moment;
use crate::frame::{Fields, Module, Page, Stop, Visit, form};
use crate::ui::{self, Field};

pub(super) async fn new_account(visit: Visit) -> Response {
    let locale = visit.locale;
    let page = Page::titled(&t!(locale, "sign-in-new-title"))
        .back("/sign-in", &t!(locale, "sign-in-title"))
        .with_island(Module::Entry, making_words(locale, "sign-in-new-button", "new", ""));
    visit.page(page, move || {
        view! {
            <h1>{t!(locale, "sign-in-new-title")}</h1>
            <p class="hint">{t!(locale, "sign-in-new-hint")}</p>
            {terms(locale)}
            <noscript><p class="note">{t!(locale, "sign-in-new-script")}</p></noscript>
            <PasskeyMake/>
            {ui::link_row("/sign-in", &t!(locale, "sign-in-new-other"), None)}
        }
    })
}

pub(super) async fn page(visit: Visit) -> Result<Response, Stop> {
    let locale = visit.locale;
    let typed = visit.typed().await?;
    let page = Page::titled(&t!(locale, "sign-in-card-title")).back("/sign-in", &t!(locale, "sign-in-title"));
    Ok(visit.page(page, move || {
        view! {
            {ui::error_summary(locale, &typed)}
            <form method="post" action="/sign-in/card" class="stack">
                <h1><label for="card">{t!(locale, "sign-in-card-question")}</label></h1>
                <p class="hint">{t!(locale, "sign-in-card-hint")}</p>
                {ui::field(Field {
                    name: "card",
                    value: typed.value("card"),
                    fault: typed.fault("card").map(|key| t!(locale, key)),
                    look: "input--digits",
                    ..Field::default()
                })}
                {ui::checkbox("shared", "yes", &t!(locale, "sign-in-shared"), typed.has("shared", "yes"))}
                <div class="actions">{ui::button(&t!(locale, "sign-in-card-enter"))}</div>
            </form>
            {ui::note("map-pin", &t!(locale, "sign-in-other-counter"))}
        }
    }))
}

pub(super) async fn enter(visit: Visit, Form(fields): Form<Fields>) -> Result<Response, Stop> {
    let device = browser::device(&visit.user_agent, form::value(&fields, "shared") == "yes");
    match recovery::enter(&visit.services, form::value(&fields, "card"), visit.network, &device).await {
        Ok(Entered::Waits(ready)) => Ok(waits(&visit, ready)),
        Ok(Entered::SignedIn { opened, card }) => {
            leave_old(&visit).await?;
            Ok(cookie::go(cookie::signed_in(&opened), &format!("/account/card?again={card}&first=yes")))
        }
        // A slip is shown again to be mended; a whole card that was right once is a secret and is forgotten.
        Err(Failure::Refused(CardRefusal::Typed(fault))) => {
            visit.refuse("/sign-in/card", fields, &[("card", fault.key())]).await
        }
        Err(Failure::Refused(refusal)) => {
            visit.refuse("/sign-in/card", Fields::new(), &[("card", card_key(refusal))]).await
        }
        Err(Failure::Broken(broken)) => Err(broken.into()),
    }
}

fn card_key(refusal: CardRefusal) -> &'static str {
    match refusal {
        CardRefusal::Typed(fault) => fault.key(),
        CardRefusal::Unknown => "sign-in-card-unknown",
        CardRefusal::TooMany(wait) => wait_key(wait),
    }
}

fn waits(visit: &Visit, ready: Instant) -> Response {
    let locale = visit.locale;
    let page = Page::titled(&t!(locale, "sign-in-card-waits")).back("/", &t!(locale, "sign-in-back"));
    visit.page(page, move || {
        let when = moment(locale, ready);
        view! {
            <h1>{t!(locale, "sign-in-card-waits")}</h1>
            {ui::fact_panel("clock", &t!(locale, "sign-in-card-from"), waits_body(locale, &when))}
            <p>{t!(locale, "sign-in-card-why")}</p>
            {ui::note("map-pin", &t!(locale, "sign-in-card-counter"))}
        }
    })
}

fn waits_body(locale: Locale, when: &str) -> impl IntoView + use<> {
    view! {
        <p class="panel__title"><time class="date">{when.to_owned()}</time></p>
        <p>{t!(locale, "sign-in-card-again")}</p>
    }
}
