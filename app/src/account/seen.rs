//! `/account/seen`: who saw my data. Every look by staff, with office, role, time and reason.

use axum::response::Response;
use leptos::prelude::*;
use xinju_domain::time::Instant;
use xinju_service::account::{self, Look};
use xinju_text::{Locale, t};

use super::time::when;
use crate::frame::{Page, Stop, Visit};
use crate::ui;

pub(super) async fn page(visit: Visit) -> Result<Response, Stop> {
    let who = visit.person()?;
    let (locale, now) = (visit.locale, who.asked_at);
    let looks = account::list_looks(&visit.services, who).await?;
    let page = Page::titled(&t!(locale, "account-seen-title")).back("/account", &t!(locale, "account-title"));
    Ok(visit.page(page, move || {
        let moments = looks.iter().map(|look| row(locale, look, now)).collect_view();
        let list = if looks.is_empty() {
            view! { <div class="empty">{ui::icon_44("eye")}<p>{t!(locale, "account-seen-nobody")}</p></div> }.into_any()
        } else {
            view! { <ul class="rows">{moments}</ul> }.into_any()
        };
        view! {
            <h1>{t!(locale, "account-seen-title")}</h1>
            <p class="hint">{t!(locale, "account-seen-hint")}</p>
            {list}
            {ui::note("lock", &t!(locale, "account-seen-anybody"))}
        }
    }))
}

fn row(locale: Locale, look: &Look, now: Instant) -> impl IntoView + use<> {
    let what = t!(locale, &format!("account-action-{}", look.action.code().replace(['.', '_'], "-")));
    let role = look.role.map(|role| t!(locale, &format!("admin-role-{}", role.code())));
    let by: Vec<String> = [Some(look.office.clone()), role, look.name.clone()].into_iter().flatten().collect();
    let reason = look.reason.clone().map(|reason| {
        view! { <p class="small">{t!(locale, "account-seen-reason", reason = reason)}</p> }
    });
    view! {
        <li class="row">
            {ui::icon_24(if look.action.is_look() { "eye" } else { "building" })}
            <div class="row__text">
                <p class="row__title">{what}</p>
                <p class="small">{by.join(" · ")}</p>
                <p class="small"><time>{when(locale, look.at, now)}</time></p>
                {reason}
            </div>
        </li>
    }
}
