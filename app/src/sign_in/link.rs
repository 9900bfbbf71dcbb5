//! Pages behind links in letters: signing in (demonstration), stopping what waits, accepting a post. Opening one changes
//! nothing; its button does.

use axum::{Form, extract::Query, response::Response};
use leptos::prelude::*;
use serde::Deserialize;
use xinju_service::sign_in::link::{self, LinkPurpose};
use xinju_service::{Failure, passkey, recovery, staff, wallet};
use xinju_text::{Locale, t};

use super::{browser, code::leave_old, cookie};
use crate::frame::{Fields, Page, Stop, Visit, form};
use crate::ui;

#[derive(Debug, Deserialize)]
pub(super) struct Ticket {
    #[serde(default)]
    token: String,
}

pub(super) async fn page(visit: Visit, Query(ticket): Query<Ticket>) -> Result<Response, Stop> {
    let link = link::look(&visit.services, &ticket.token).await?;
    let Some(link) = link.filter(|link| link.purpose == LinkPurpose::Demo) else { return Ok(over(&visit)) };
    let locale = visit.locale;
    let page = Page::titled(&t!(locale, "sign-in-link-title")).back("/", &t!(locale, "sign-in-back"));
    Ok(visit.page(page, move || {
        let name = link.name.unwrap_or_default();
        view! {
            <h1>{t!(locale, "sign-in-link-question", name = name)}</h1>
            <p class="hint">{t!(locale, "sign-in-link-hint")}</p>
            {press_form("/sign-in/link", &ticket.token, &t!(locale, "sign-in-link-button"))}
        }
    }))
}

fn press_form(action: &'static str, token: &str, words: &str) -> impl IntoView + use<> {
    view! {
        <form method="post" action=action class="actions">{ui::hidden("token", token)}{ui::button(words)}</form>
    }
}

/// A link that does nothing any more.
fn over(visit: &Visit) -> Response {
    let locale = visit.locale;
    let page = Page::titled(&t!(locale, "sign-in-link-over")).back("/", &t!(locale, "sign-in-back"));
    visit.page(page, move || {
        view! {
            <h1>{t!(locale, "sign-in-link-over")}</h1>
            <p>{t!(locale, "sign-in-link-over-words")}</p>
            {ui::button_link("/sign-in", &t!(locale, "sign-in-title"))}
        }
    })
}

pub(super) async fn press(visit: Visit, Form(fields): Form<Fields>) -> Result<Response, Stop> {
    let device = browser::name(&visit.user_agent);
    match link::sign_in(&visit.services, form::value(&fields, "token"), &device).await {
        Ok(opened) => {
            leave_old(&visit).await?;
            Ok(cookie::go(cookie::signed_in(&opened), "/"))
        }
        Err(Failure::Refused(_)) => Ok(over(&visit)),
        Err(Failure::Broken(broken)) => Err(broken.into()),
    }
}

pub(super) async fn stop_page(visit: Visit, Query(ticket): Query<Ticket>) -> Result<Response, Stop> {
    let link = link::look(&visit.services, &ticket.token).await?;
    let key = match link.map(|link| link.purpose) {
        Some(LinkPurpose::StopPasskey) => "sign-in-stop-passkey",
        Some(LinkPurpose::StopRecovery) => "sign-in-stop-card",
        Some(LinkPurpose::StopPhone) => "wallet-stop-by-link",
        Some(LinkPurpose::Demo) | None => return Ok(over(&visit)),
    };
    let locale = visit.locale;
    let page = Page::titled(&t!(locale, "sign-in-stop-title")).back("/", &t!(locale, "sign-in-back"));
    Ok(visit.page(page, move || {
        view! {
            <h1>{t!(locale, "sign-in-stop-title")}</h1>
            <p>{t!(locale, key)}</p>
            {press_form("/sign-in/stop", &ticket.token, &t!(locale, "sign-in-stop-button"))}
            <p class="hint">{t!(locale, "sign-in-stop-mine")}</p>
        }
    }))
}

pub(super) async fn stop(visit: Visit, Form(fields): Form<Fields>) -> Result<Response, Stop> {
    let token = form::value(&fields, "token");
    let purpose = link::look(&visit.services, token).await?.map(|link| link.purpose);
    let is_stopped = match purpose {
        Some(LinkPurpose::StopPasskey) => passkey::stop_waiting(&visit.services, token).await?,
        Some(LinkPurpose::StopRecovery) => recovery::stop_by_link(&visit.services, token).await?,
        Some(LinkPurpose::StopPhone) => wallet::stop_by_link(&visit.services, token).await?,
        Some(LinkPurpose::Demo) | None => false,
    };
    if !is_stopped {
        return Ok(over(&visit));
    }
    let locale = visit.locale;
    let page = Page::titled(&t!(locale, "sign-in-stopped-title")).back("/", &t!(locale, "sign-in-back"));
    Ok(visit.page(page, move || {
        view! {
            <h1>{t!(locale, "sign-in-stopped-title")}</h1>
            <p>{t!(locale, "sign-in-stopped-words")}</p>
            {ui::button_link("/sign-in?next=/account", &t!(locale, "sign-in-title"))}
        }
    }))
}

pub(super) async fn invitation(visit: Visit, Query(ticket): Query<Ticket>) -> Result<Response, Stop> {
    let Some(invitation) = staff::look(&visit.services, &ticket.token).await? else { return Ok(over(&visit)) };
    let locale = visit.locale;
    let page = Page::titled(&t!(locale, "sign-in-invitation-title")).back("/", &t!(locale, "sign-in-back"));
    Ok(visit.page(page, move || {
        let role = role_name(locale, invitation.role);
        view! {
            <h1>{t!(locale, "sign-in-invitation-question", office = &invitation.office_name)}</h1>
            {ui::facts(vec![
                (t!(locale, "sign-in-invitation-office"), invitation.office_name.clone()),
                (t!(locale, "sign-in-invitation-role"), role),
                (t!(locale, "sign-in-invitation-address"), invitation.address.clone()),
            ])}
            <p>{t!(locale, "sign-in-invitation-passkey")}</p>
            {press_form("/invitation", &ticket.token, &t!(locale, "sign-in-invitation-accept"))}
        }
    }))
}

/// What a role is called.
pub(crate) fn role_name(locale: Locale, role: xinju_domain::staff::Role) -> String {
    t!(locale, &format!("admin-role-{}", role.code()))
}

pub(super) async fn accept(visit: Visit, Form(fields): Form<Fields>) -> Result<Response, Stop> {
    let device = browser::name(&visit.user_agent);
    match staff::accept(&visit.services, form::value(&fields, "token"), visit.locale, &device).await {
        Ok(opened) => {
            leave_old(&visit).await?;
            Ok(cookie::go(cookie::signed_in(&opened), "/account/passkeys?post=new"))
        }
        Err(Failure::Refused(_)) => Ok(over(&visit)),
        Err(Failure::Broken(broken)) => Err(broken.into()),
    }
}
