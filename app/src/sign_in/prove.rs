//! `/sign-in/prove`: a fresh proof by somebody who is signed in, before something that matters.

use axum::{
    Form,
    extract::Query,
    response::{IntoResponse, Redirect, Response},
};
use axum_extra::extract::CookieJar;
use leptos::prelude::*;
use xinju_service::account::{Account, OwnContact};
use xinju_service::sign_in::{self, Asking};
use xinju_service::{Failure, account, passkey};
use xinju_text::{Locale, t};

use super::{
    code::{code_field, refuse_code, sent_to},
    cookie::{self, local_path},
    islands::PasskeyProve,
    page::{Onward, ask_key, encoded, passkey_words},
};
use crate::frame::{Fields, Module, Page, Stop, Typed, Visit, form};
use crate::ui::{self, Choice, Choices};

pub(super) async fn page(visit: Visit, Query(onward): Query<Onward>) -> Result<Response, Stop> {
    let who = visit.person()?;
    let next = local_path(&onward.next).to_owned();
    let locale = visit.locale;
    let typed = visit.typed().await?;
    let account = account::get(&visit.services, who).await?;
    let passkeys = passkey::list(&visit.services, who).await?;
    let has_passkey = passkeys.iter().any(|passkey| passkey.waits_until.is_none());
    let page = Page::titled(&t!(locale, "sign-in-prove-title")).back("/account", &t!(locale, "account-title"));
    let other_way = if account.contacts.is_empty() { "" } else { "code" };
    let words = passkey_words(locale, &next).with("other", other_way);
    let page = if has_passkey { page.with_island(Module::Entry, words) } else { page };
    Ok(visit.page(page, move || {
        let island = has_passkey.then(|| view! { <PasskeyProve/> });
        view! {
            {ui::error_summary(locale, &typed)}
            <h1>{t!(locale, "sign-in-prove-title")}</h1>
            <p class="hint">{t!(locale, "sign-in-prove-why")}</p>
            {island}
            {by_code(locale, &account, &typed, &next, has_passkey)}
        }
    }))
}

fn by_code(
    locale: Locale,
    account: &Account,
    typed: &Typed,
    next: &str,
    has_passkey: bool,
) -> Option<impl IntoView + use<>> {
    if account.contacts.is_empty() {
        return (!has_passkey).then(|| {
            view! {
                <p>{t!(locale, "sign-in-prove-nothing")}</p>
                {ui::button_link("/account/contacts", &t!(locale, "sign-in-prove-add"))}
            }
            .into_any()
        });
    }
    let options = account.contacts.iter().map(option).collect();
    let first = account.contacts.first().map(|own| own.id.to_string()).unwrap_or_default();
    let group = Choices {
        name: "contact",
        legend: t!(locale, "sign-in-prove-contact"),
        options,
        chosen: vec![typed.value_or("contact", &first)],
        fault: typed.fault("contact").map(|key| t!(locale, key)),
        ..Choices::default()
    };
    let words = t!(locale, "sign-in-send-code");
    let button = if has_passkey { ui::quiet_button(&words).into_any() } else { ui::button(&words).into_any() };
    let form = view! {
        <form method="post" action="/sign-in/prove" class="stack">
            {ui::choices(group)}
            {ui::hidden("next", next)}
            <div class="actions">{button}</div>
        </form>
    };
    Some(form.into_any())
}

fn option(own: &OwnContact) -> Choice {
    Choice { value: own.id.to_string(), words: own.contact.masked(), hint: String::new() }
}

pub(super) async fn ask(visit: Visit, Form(fields): Form<Fields>) -> Result<Response, Stop> {
    let who = visit.person()?;
    let next = local_path(form::value(&fields, "next")).to_owned();
    let asking = Asking {
        address: "",
        network: visit.network,
        locale: visit.locale,
        is_shared_phone: who.is_shared_phone,
        next: &next,
    };
    match sign_in::ask_proof(&visit.services, who, form::value(&fields, "contact"), &asking).await {
        Ok(flow) => Ok(cookie::go(cookie::with_flow(flow), "/sign-in/prove/code")),
        Err(Failure::Refused(refusal)) => {
            let page = format!("/sign-in/prove?next={}", encoded(&next));
            visit.refuse(&page, fields, &[("contact", ask_key(refusal))]).await
        }
        Err(Failure::Broken(broken)) => Err(broken.into()),
    }
}

pub(super) async fn code_page(visit: Visit, jar: CookieJar) -> Result<Response, Stop> {
    visit.person()?;
    let Some(waiting) = sign_in::look(&visit.services, &cookie::flow(&jar)).await? else {
        return Ok(Redirect::to("/sign-in/prove").into_response());
    };
    let locale = visit.locale;
    let typed = visit.typed().await?;
    let back = format!("/sign-in/prove?next={}", encoded(local_path(&waiting.next)));
    let page = Page::titled(&t!(locale, "sign-in-code-title")).back(&back, &t!(locale, "sign-in-prove-title"));
    Ok(visit.page(page, move || {
        view! {
            {ui::error_summary(locale, &typed)}
            <form method="post" action="/sign-in/prove/code" class="stack">
                <h1><label for="code">{t!(locale, "sign-in-code-question")}</label></h1>
                {sent_to(locale, &waiting)}
                {code_field(locale, &typed)}
                <div class="actions">{ui::button(&t!(locale, "sign-in-code-go-on"))}</div>
            </form>
            {ui::link_row(&back, &t!(locale, "sign-in-code-restart"), None)}
        }
    }))
}

pub(super) async fn enter(visit: Visit, jar: CookieJar, Form(fields): Form<Fields>) -> Result<Response, Stop> {
    let who = visit.person()?;
    let flow = cookie::flow(&jar);
    match sign_in::enter_proof(&visit.services, who, &flow, form::value(&fields, "code")).await {
        Ok((opened, next)) => Ok(cookie::go(cookie::signed_in(&opened), local_path(&next))),
        Err(Failure::Refused(refusal)) => {
            refuse_code(&visit, &flow, "/sign-in/prove/code", "/sign-in/prove", refusal).await
        }
        Err(Failure::Broken(broken)) => Err(broken.into()),
    }
}
