//! What the person agreed to, giving everything out, taking everything away.

use axum::{
    Form,
    extract::Query,
    http::{HeaderName, HeaderValue, header},
    response::{IntoResponse, Redirect, Response},
};
use leptos::prelude::*;
use xinju_domain::consent::{Consent, Purpose};
use xinju_domain::time::Instant;
use xinju_service::account::deletion::{self, DeletionRefusal};
use xinju_service::account::export;
use xinju_service::{Failure, consent};
use xinju_text::{Locale, t};

use super::{
    page::{Came, banner},
    time::when,
};
use crate::frame::{Fields, Page, Stop, Visit, form};
use crate::sign_in::cookie;
use crate::ui;

pub(super) async fn consents(visit: Visit, Query(came): Query<Came>) -> Result<Response, Stop> {
    let who = visit.person()?;
    let (locale, now) = (visit.locale, who.asked_at);
    let consents = consent::list(&visit.services, who).await?;
    let page = Page::titled(&t!(locale, "account-consents-title")).back("/account", &t!(locale, "account-title"));
    Ok(visit.page(banner(page, locale, &came.done), move || {
        let list = if consents.is_empty() {
            view! { <div class="empty">{ui::icon_44("check")}<p>{t!(locale, "account-consents-none")}</p></div> }
                .into_any()
        } else {
            let rows = consents.iter().rev().map(|consent| row(locale, *consent, now)).collect_view();
            view! { <ul class="rows">{rows}</ul> }.into_any()
        };
        view! {
            <h1>{t!(locale, "account-consents-title")}</h1>
            <p class="hint">{t!(locale, "account-consents-hint")}</p>
            {list}
        }
    }))
}

fn row(locale: Locale, consent: Consent, now: Instant) -> impl IntoView + use<> {
    let purpose = consent.purpose.code();
    let key = purpose.replace('_', "-");
    let end = match consent.withdrawn {
        Some(_) => ui::tag(&t!(locale, "account-consents-withdrawn")).into_any(),
        None => view! {
            <form method="post" action="/account/consents/withdraw">
                {ui::hidden("purpose", purpose)}
                <button class="link">{t!(locale, "account-consents-withdraw")}</button>
            </form>
        }
        .into_any(),
    };
    view! {
        <li class="row">
            {ui::icon_24("check")}
            <div class="row__text">
                <p class="row__title">{t!(locale, &format!("consent-{key}"))}</p>
                <p class="small">{t!(locale, &format!("consent-{key}-words"))}</p>
                <p class="small">{t!(locale, "account-consents-given", when = when(locale, consent.given, now))}</p>
            </div>
            <div class="row__end">{end}</div>
        </li>
    }
}

pub(super) async fn withdraw(visit: Visit, Form(fields): Form<Fields>) -> Result<Response, Stop> {
    let who = visit.person()?;
    let purpose = Purpose::from_code(form::value(&fields, "purpose")).ok_or(Stop::Unreadable)?;
    consent::withdraw(&visit.services, who, purpose).await?;
    Ok(Redirect::to("/account/consents?done=withdrawn").into_response())
}

pub(super) async fn export_page(visit: Visit) -> Result<Response, Stop> {
    visit.person()?;
    let locale = visit.locale;
    let page = Page::titled(&t!(locale, "account-export-title")).back("/account", &t!(locale, "account-title"));
    Ok(visit.page(page, move || {
        view! {
            <h1>{t!(locale, "account-export-title")}</h1>
            <p>{t!(locale, "account-export-words")}</p>
            {ui::note("lock", &t!(locale, "account-export-careful"))}
            <form method="post" action="/account/export" class="actions">{ui::button(&t!(locale, "account-export-button"))}</form>
        }
    }))
}

pub(super) async fn export(visit: Visit) -> Result<Response, Stop> {
    let who = visit.person()?;
    let everything = match export::export(&visit.services, who).await {
        Ok(everything) => everything,
        Err(Failure::Refused(export::NotProven)) => {
            return Ok(Redirect::to("/sign-in/prove?next=/account/export").into_response());
        }
        Err(Failure::Broken(broken)) => return Err(broken.into()),
    };
    let text = serde_json::to_string_pretty(&everything).map_err(xinju_service::Broken::new)?;
    let headers = [
        (header::CONTENT_TYPE, "application/json; charset=utf-8"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"xinju.json\""),
        (header::CACHE_CONTROL, "no-store"),
    ];
    Ok((headers, text).into_response())
}

pub(super) async fn delete_page(visit: Visit) -> Result<Response, Stop> {
    visit.person()?;
    let locale = visit.locale;
    let typed = visit.typed().await?;
    let page = Page::titled(&t!(locale, "account-delete-title")).back("/account", &t!(locale, "account-title"));
    Ok(visit.page(page, move || {
        let point = |picture, key| view! { <li>{ui::note(picture, &t!(locale, key))}</li> };
        view! {
            {ui::error_summary(locale, &typed)}
            <h1>{t!(locale, "account-delete-question")}</h1>
            <ul class="notes">
                {point("trash", "account-delete-gone")}
                {point("building", "account-delete-stays")}
                {point("qrcode", "account-delete-certificate")}
                {point("info-circle", "account-delete-forever")}
            </ul>
            {ui::link_row("/account/export", &t!(locale, "account-delete-export"), Some("download"))}
            <form method="post" action="/account/delete" class="actions" id="delete">
                {ui::danger_button(&t!(locale, "account-delete-button"))}
                {ui::quiet_link("/account", &t!(locale, "account-keep"))}
            </form>
        }
    }))
}

pub(super) async fn delete(visit: Visit) -> Result<Response, Stop> {
    let who = visit.person()?;
    match deletion::delete(&visit.services, who).await {
        Ok(()) => {
            let mut response = cookie::go(cookie::signed_out(), "/account/deleted");
            response.headers_mut().insert(
                HeaderName::from_static("clear-site-data"),
                HeaderValue::from_static("\"cache\", \"cookies\", \"storage\""),
            );
            Ok(response)
        }
        Err(Failure::Refused(DeletionRefusal::NotProven)) => {
            Ok(Redirect::to("/sign-in/prove?next=/account/delete").into_response())
        }
        Err(Failure::Refused(DeletionRefusal::HoldsPost)) => {
            visit.refuse("/account/delete", Fields::new(), &[("delete", "account-delete-post")]).await
        }
        Err(Failure::Broken(broken)) => Err(broken.into()),
    }
}

pub(super) async fn deleted(visit: Visit) -> Response {
    let locale = visit.locale;
    visit.page(Page::titled(&t!(locale, "account-deleted")), move || {
        view! {
            <h1>{t!(locale, "account-deleted")}</h1>
            <p>{t!(locale, "account-deleted-words")}</p>
            {ui::button_link("/", &t!(locale, "frame-home"))}
        }
    })
}
