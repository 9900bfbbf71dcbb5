//! `/sign-in/code`: the six digits; `/sign-in/welcome`: an address that nobody has yet; signing out.

use axum::{
    Form,
    http::{HeaderName, HeaderValue},
    response::{IntoResponse, Redirect, Response},
};
use axum_extra::extract::CookieJar;
use leptos::prelude::*;
use xinju_domain::account::ContactKind;
use xinju_service::sign_in::{self, CodeRefusal, Entered, Waiting};
use xinju_service::{Failure, session};
use xinju_text::{Locale, t};

use super::{
    browser,
    cookie::{self, local_path},
    page::{ask_key, encoded, wait_key},
};
use crate::frame::{Fields, Page, Stop, Typed, Visit, form};
use crate::ui::{self, Field};
use crate::wallet;

pub(super) async fn page(visit: Visit, jar: CookieJar) -> Result<Response, Stop> {
    let Some(waiting) = sign_in::look(&visit.services, &cookie::flow(&jar)).await? else {
        return Ok(Redirect::to("/sign-in").into_response());
    };
    if waiting.is_new {
        return Ok(Redirect::to("/sign-in/welcome").into_response());
    }
    let locale = visit.locale;
    let typed = visit.typed().await?;
    let back = format!("/sign-in?next={}", encoded(local_path(&waiting.next)));
    let page = Page::titled(&t!(locale, "sign-in-code-title")).back(&back, &t!(locale, "sign-in-title"));
    Ok(visit.page(page, move || {
        view! {
            {ui::error_summary(locale, &typed)}
            <form method="post" action="/sign-in/code" class="stack">
                <h1><label for="code">{t!(locale, "sign-in-code-question")}</label></h1>
                {sent_to(locale, &waiting)}
                {code_field(locale, &typed)}
                <div class="actions">{ui::button(&t!(locale, "sign-in-code-enter"))}</div>
            </form>
            <form method="post" action="/sign-in/again">
                {ui::link_button(&t!(locale, "sign-in-code-again"), "again", "yes")}
            </form>
            {ui::link_row(&back, &t!(locale, "sign-in-code-other"), None)}
            {ui::note("lock", &t!(locale, "sign-in-code-secret"))}
        }
    }))
}

pub(crate) fn sent_to(locale: Locale, waiting: &Waiting) -> impl IntoView + use<> {
    let key = match waiting.kind {
        ContactKind::Phone => "sign-in-code-by-phone",
        ContactKind::Mail => "sign-in-code-by-mail",
    };
    view! { <p class="hint">{t!(locale, key, address = &waiting.address)}</p> }
}

pub(crate) fn code_field(locale: Locale, typed: &Typed) -> impl IntoView + use<> {
    ui::field(Field {
        name: "code",
        fault: typed.fault("code").map(|key| t!(locale, key)),
        keyboard: "numeric",
        autocomplete: "one-time-code",
        look: "input--code",
        ..Field::default()
    })
}

pub(super) fn code_key(refusal: CodeRefusal) -> &'static str {
    match refusal {
        CodeRefusal::Fault(fault) => fault.key(),
        CodeRefusal::TooMany(wait) => wait_key(wait),
    }
}

pub(super) async fn enter(visit: Visit, jar: CookieJar, Form(fields): Form<Fields>) -> Result<Response, Stop> {
    let (flow, device) = (cookie::flow(&jar), browser::name(&visit.user_agent));
    match sign_in::enter(&visit.services, &flow, form::value(&fields, "code"), &device).await {
        Ok(Entered::SignedIn { opened, next }) => {
            leave_old(&visit).await?;
            Ok(cookie::go(cookie::signed_in(&opened), local_path(&next)))
        }
        Ok(Entered::New) => Ok(Redirect::to("/sign-in/welcome").into_response()),
        Err(Failure::Refused(refusal)) => refuse_code(&visit, &flow, "/sign-in/code", "/sign-in", refusal).await,
        Err(Failure::Broken(broken)) => Err(broken.into()),
    }
}

/// A code that is over leads back to the page where a new one is asked for. What was typed is a secret and is forgotten.
pub(super) async fn refuse_code(
    visit: &Visit,
    flow: &str,
    page: &str,
    start: &str,
    refusal: CodeRefusal,
) -> Result<Response, Stop> {
    let key = code_key(refusal);
    let is_open = sign_in::look(&visit.services, flow).await?.is_some();
    let (page, field) = if is_open { (page, "code") } else { (start, "address") };
    visit.refuse(page, Fields::new(), &[(field, key)]).await
}

/// Another session in the same browser ends: its cookie is overwritten and nobody could end it otherwise.
pub(super) async fn leave_old(visit: &Visit) -> Result<(), Stop> {
    if let Some(old) = &visit.session {
        session::sign_out(&visit.services, old).await?;
    }
    Ok(())
}

/// Sends another code to the same address.
pub(super) async fn again(visit: Visit, jar: CookieJar) -> Result<Response, Stop> {
    let asked = sign_in::ask_again(&visit.services, &cookie::flow(&jar), visit.network, visit.locale).await;
    match asked {
        Ok(flow) => Ok(cookie::go(cookie::with_flow(flow), "/sign-in/code")),
        Err(Failure::Refused(refusal)) => {
            visit.refuse("/sign-in/code", Fields::new(), &[("code", ask_key(refusal))]).await
        }
        Err(Failure::Broken(broken)) => Err(broken.into()),
    }
}

pub(super) async fn welcome(visit: Visit, jar: CookieJar) -> Result<Response, Stop> {
    let waiting = sign_in::look(&visit.services, &cookie::flow(&jar)).await?;
    let Some(waiting) = waiting.filter(|waiting| waiting.is_new) else {
        return Ok(Redirect::to("/sign-in").into_response());
    };
    let locale = visit.locale;
    let page = Page::titled(&t!(locale, "sign-in-welcome-title")).back("/sign-in", &t!(locale, "sign-in-title"));
    Ok(visit.page(page, move || {
        view! {
            <h1>{t!(locale, "sign-in-welcome-title")}</h1>
            <p class="hint">{t!(locale, "sign-in-welcome-unknown", address = &waiting.address)}</p>
            {terms(locale)}
            <form method="post" action="/sign-in/welcome" class="actions">
                {ui::button(&t!(locale, "sign-in-welcome-make"))}
            </form>
            {ui::link_row("/sign-in", &t!(locale, "sign-in-welcome-other"), None)}
        }
    }))
}

/// What having an account means, before there is one.
pub(super) fn terms(locale: Locale) -> impl IntoView {
    let notes = [
        ("heart-handshake", "sign-in-terms-free"),
        ("eye-off", "sign-in-terms-least"),
        ("eye", "sign-in-terms-seen"),
        ("trash", "sign-in-terms-leave"),
    ];
    let notes = notes.map(|(picture, key)| view! { <li>{ui::note(picture, &t!(locale, key))}</li> }).collect_view();
    view! {
        <section class="panel panel--bare stack">
            <h2>{t!(locale, "sign-in-terms")}</h2>
            <ul class="notes">{notes}</ul>
            <p class="small">{t!(locale, "sign-in-terms-sensitive")}</p>
        </section>
    }
}

pub(super) async fn make_account(visit: Visit, jar: CookieJar) -> Result<Response, Stop> {
    let device = browser::name(&visit.user_agent);
    match sign_in::make_account(&visit.services, &cookie::flow(&jar), &device, visit.locale).await {
        Ok((opened, next)) => {
            leave_old(&visit).await?;
            Ok(cookie::go(cookie::signed_in(&opened), local_path(&next)))
        }
        Err(Failure::Refused(refusal)) => {
            visit.refuse("/sign-in", Fields::new(), &[("address", code_key(refusal))]).await
        }
        Err(Failure::Broken(broken)) => Err(broken.into()),
    }
}

/// Signs out. *Leave no trace* also clears what the browser keeps of us, and *everywhere* ends every other session too.
pub(super) async fn sign_out(visit: Visit, Form(fields): Form<Fields>) -> Result<Response, Stop> {
    let how = form::value(&fields, "how");
    if let Some(who) = &visit.session {
        if how == "everywhere" {
            session::sign_out_everywhere(&visit.services, who).await?;
        } else {
            if how == "trace" {
                wallet::leave(&visit, who, form::value(&fields, "phone")).await?;
            }
            session::sign_out(&visit.services, who).await?;
        }
    }
    let mut response = cookie::go(cookie::signed_out(), "/");
    if how == "trace" || how == "everywhere" {
        response.headers_mut().insert(
            HeaderName::from_static("clear-site-data"),
            HeaderValue::from_static("\"cache\", \"cookies\", \"storage\""),
        );
    }
    Ok(response)
}
