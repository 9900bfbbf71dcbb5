//! `/account/contacts`: where codes and news go.

use axum::{
    Form,
    extract::Query,
    response::{IntoResponse, Redirect, Response},
};
use axum_extra::extract::CookieJar;
use leptos::prelude::*;
use uuid::Uuid;
use xinju_domain::account::ContactKind;
use xinju_service::Failure;
use xinju_service::account::{self, ContactRefusal, OwnContact, RemoveRefusal};
use xinju_service::sign_in::{self, AskRefusal, Asking, CodeRefusal};
use xinju_text::{Locale, t};

use super::page::{Came, banner};
use crate::frame::{Fields, Page, Stop, Visit, form};
use crate::sign_in::{cookie, wait_key};
use crate::ui::{self, Field};

pub(super) async fn page(visit: Visit, Query(came): Query<Came>) -> Result<Response, Stop> {
    let who = visit.person()?;
    let locale = visit.locale;
    let typed = visit.typed().await?;
    let account = account::get(&visit.services, who).await?;
    let page = Page::titled(&t!(locale, "account-contacts-title")).back("/account", &t!(locale, "account-title"));
    Ok(visit.page(banner(page, locale, &came.done), move || {
        let rows = account.contacts.iter().map(|own| row(locale, own)).collect_view();
        view! {
            {ui::error_summary(locale, &typed)}
            <h1>{t!(locale, "account-contacts-title")}</h1>
            <p class="hint">{t!(locale, "account-contacts-hint")}</p>
            <ul class="rows">{rows}</ul>
            <h2>{t!(locale, "account-contacts-add")}</h2>
            <form method="post" action="/account/contacts" class="stack">
                {ui::field(Field {
                    name: "address",
                    label: t!(locale, "account-contacts-address"),
                    value: typed.value("address"),
                    fault: typed.fault("address").map(|key| t!(locale, key)),
                    keyboard: "email",
                    autocomplete: "email",
                    look: "input--digits",
                    ..Field::default()
                })}
                <div class="actions">{ui::button(&t!(locale, "sign-in-send-code"))}</div>
            </form>
        }
    }))
}

fn row(locale: Locale, own: &OwnContact) -> impl IntoView + use<> {
    let picture = match own.contact.kind() {
        ContactKind::Mail => "mail",
        ContactKind::Phone => "device-mobile",
    };
    let address = own.contact.as_str().to_owned();
    let news = if own.wants_news { "account-contacts-news" } else { "account-contacts-no-news" };
    let (wish, wish_words) =
        if own.wants_news { ("no", "account-contacts-stop-news") } else { ("yes", "account-contacts-want-news") };
    let id = own.id.to_string();
    view! {
        <li class="row" id=format!("contact-{id}")>
            {ui::icon_24(picture)}
            <div class="row__text">
                <p class="row__title">{address.clone()}</p>
                <p class="small">{t!(locale, news)}</p>
            </div>
            <div class="row__end">
                <form method="post" action="/account/contacts/news">
                    {ui::hidden("id", &id)}{ui::hidden("wish", wish)}
                    <button class="link">{t!(locale, wish_words)}</button>
                </form>
                <form method="post" action="/account/contacts/remove">
                    {ui::hidden("id", &id)}
                    <button class="link">
                        {t!(locale, "account-remove")}<span class="visually-hidden">{address}</span>
                    </button>
                </form>
            </div>
        </li>
    }
}

/// A new way in asks for a fresh proof: on a session left open nobody adds an address of their own.
pub(super) async fn ask(visit: Visit, Form(fields): Form<Fields>) -> Result<Response, Stop> {
    let who = visit.person()?;
    if account::needs_proof(&visit.services, who).await? {
        return Ok(Redirect::to("/sign-in/prove?next=/account/contacts").into_response());
    }
    let asking = Asking {
        address: form::value(&fields, "address"),
        network: visit.network,
        locale: visit.locale,
        is_shared_phone: who.is_shared_phone,
        next: "/account/contacts",
    };
    match account::ask_contact(&visit.services, who, &asking).await {
        Ok(flow) => Ok(cookie::go(cookie::with_flow(flow), "/account/contacts/code")),
        Err(Failure::Refused(refusal)) => {
            let key = match refusal {
                AskRefusal::Address(fault) => fault.key(),
                AskRefusal::TooMany(wait) => wait_key(wait),
                AskRefusal::NotYours => "sign-in-over",
            };
            visit.refuse("/account/contacts", fields, &[("address", key)]).await
        }
        Err(Failure::Broken(broken)) => Err(broken.into()),
    }
}

pub(super) async fn code_page(visit: Visit, jar: CookieJar) -> Result<Response, Stop> {
    visit.person()?;
    let Some(waiting) = sign_in::look(&visit.services, &cookie::flow(&jar)).await? else {
        return Ok(Redirect::to("/account/contacts").into_response());
    };
    let locale = visit.locale;
    let typed = visit.typed().await?;
    let page = Page::titled(&t!(locale, "sign-in-code-title"))
        .back("/account/contacts", &t!(locale, "account-contacts-title"));
    Ok(visit.page(page, move || {
        view! {
            {ui::error_summary(locale, &typed)}
            <form method="post" action="/account/contacts/code" class="stack">
                <h1><label for="code">{t!(locale, "sign-in-code-question")}</label></h1>
                {crate::sign_in::sent_to(locale, &waiting)}
                {crate::sign_in::code_field(locale, &typed)}
                <div class="actions">{ui::button(&t!(locale, "account-contacts-confirm"))}</div>
            </form>
            {ui::link_row("/account/contacts", &t!(locale, "sign-in-code-restart"), None)}
        }
    }))
}

pub(super) async fn enter(visit: Visit, jar: CookieJar, Form(fields): Form<Fields>) -> Result<Response, Stop> {
    let who = visit.person()?;
    let flow = cookie::flow(&jar);
    match account::add_contact(&visit.services, who, &flow, form::value(&fields, "code")).await {
        Ok(()) => Ok(Redirect::to("/account/contacts?done=contact").into_response()),
        Err(Failure::Refused(ContactRefusal::Taken)) => {
            visit.refuse("/account/contacts", Fields::new(), &[("address", "account-contacts-taken")]).await
        }
        Err(Failure::Refused(ContactRefusal::Code(refusal))) => {
            let key = match refusal {
                CodeRefusal::Fault(fault) => fault.key(),
                CodeRefusal::TooMany(wait) => wait_key(wait),
            };
            let is_open = sign_in::look(&visit.services, &flow).await?.is_some();
            let (page, field) =
                if is_open { ("/account/contacts/code", "code") } else { ("/account/contacts", "address") };
            visit.refuse(page, Fields::new(), &[(field, key)]).await
        }
        Err(Failure::Broken(broken)) => Err(broken.into()),
    }
}

pub(super) async fn remove(visit: Visit, Form(fields): Form<Fields>) -> Result<Response, Stop> {
    let who = visit.person()?;
    if account::needs_proof(&visit.services, who).await? {
        return Ok(Redirect::to("/sign-in/prove?next=/account/contacts").into_response());
    }
    let id: Uuid = form::value(&fields, "id").parse().map_err(|_| Stop::Unreadable)?;
    match account::remove_contact(&visit.services, who, id).await {
        Ok(()) => Ok(Redirect::to("/account/contacts?done=removed").into_response()),
        Err(Failure::Refused(RemoveRefusal::Absent)) => Err(Stop::NotFound),
        Err(Failure::Refused(refusal)) => {
            let key = match refusal {
                RemoveRefusal::NeedsPasskey => "account-contacts-needs",
                RemoveRefusal::LastWayIn | RemoveRefusal::Absent => "account-contacts-last",
            };
            visit.refuse("/account/contacts", Fields::new(), &[(&format!("contact-{id}"), key)]).await
        }
        Err(Failure::Broken(broken)) => Err(broken.into()),
    }
}

pub(super) async fn news(visit: Visit, Form(fields): Form<Fields>) -> Result<Response, Stop> {
    let who = visit.person()?;
    let id: Uuid = form::value(&fields, "id").parse().map_err(|_| Stop::Unreadable)?;
    account::set_news(&visit.services, who, id, form::value(&fields, "wish") == "yes").await?;
    Ok(Redirect::to("/account/contacts?done=news").into_response())
}
