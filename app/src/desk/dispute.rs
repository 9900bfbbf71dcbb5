//! `/desk/disputes`: two accounts with one ID number, for the office to settle by the papers.

use axum::extract::{Path, Query};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use axum::{Form, Router};
use leptos::prelude::*;
use serde::Deserialize;
use uuid::Uuid;
use xinju_domain::staff::Role;
use xinju_domain::time::Day;
use xinju_service::desk::dispute::{self, Dispute, Verdict};
use xinju_text::{Locale, t};

use super::after;
use super::bar::{Tab, desk_bar};
use crate::application::words;
use crate::frame::{AppState, Fields, Page, Stop, Visit, form};
use crate::ui::{self, Choice, Choices, TextArea};

const HERE: &str = "/desk/disputes";

pub(super) fn routes() -> Router<AppState> {
    Router::new()
        .route("/desk/disputes", get(list))
        .route("/desk/disputes/{id}/take-up", post(take_up))
        .route("/desk/disputes/{id}/settle", get(settle_page).post(settle))
}

#[derive(Clone, Debug, Default, Deserialize)]
struct Shown {
    #[serde(default)]
    told: String,
    #[serde(default)]
    done: String,
}

async fn list(visit: Visit, Query(shown): Query<Shown>) -> Result<Response, Stop> {
    let officer = visit.officer(Role::Issuing)?;
    let disputes = dispute::list(&visit.services, &officer).await?;
    let locale = visit.locale;
    let title = t!(locale, "desk-disputes-title");
    let mut page = Page::titled(&title).top(desk_bar(&visit, Tab::Disputes)).wide();
    let banner = match (shown.done.as_str(), shown.told.as_str()) {
        ("taken-up", _) => Some(t!(locale, "desk-dispute-done-taken-up")),
        ("settled", _) => Some(t!(locale, "desk-dispute-done-settled")),
        (_, "not-now") => Some(t!(locale, "desk-told-not-now")),
        _ => None,
    };
    if let Some(words) = banner {
        page = page.banner(move || ui::notice_banner(&words));
    }
    Ok(visit.page(page, move || {
        let is_empty = disputes.is_empty();
        let panels = disputes.iter().map(|dispute| panel(locale, dispute)).collect_view();
        view! {
            <h1>{title}</h1>
            <p class="hint">{t!(locale, "desk-disputes-hint")}</p>
            {is_empty.then(|| view! { <p>{t!(locale, "desk-disputes-none")}</p> })}
            {panels}
        }
    }))
}

fn panel(locale: Locale, dispute: &Dispute) -> impl IntoView + use<> {
    let unnamed = || t!(locale, "desk-dispute-unnamed");
    let opened = Day::of(dispute.opened_at);
    let facts = vec![
        (t!(locale, "desk-dispute-holder"), dispute.holder.clone().unwrap_or_else(unnamed)),
        (t!(locale, "desk-dispute-claimant"), dispute.claimant.clone().unwrap_or_else(unnamed)),
        (t!(locale, "desk-dispute-opened"), words::full_day(locale, opened)),
    ];
    let certificate = dispute.certificate.as_ref().map(|number| {
        let href = format!("/desk/certificates/{number}");
        view! { <p><a href=href>{t!(locale, "desk-to-certificate", number = number.grouped())}</a></p> }
    });
    let here = format!("{HERE}/{}", dispute.id);
    let take_up = (!dispute.is_taken_up).then(|| {
        view! {
            <form method="post" action=format!("{here}/take-up") class="stack">
                <p class="small">{t!(locale, "desk-dispute-take-up-what")}</p>
                {ui::quiet_button(&t!(locale, "desk-dispute-take-up"))}
            </form>
        }
    });
    let settle = ui::quiet_link(&format!("{here}/settle"), &t!(locale, "desk-dispute-settle"));
    let head = if dispute.is_taken_up { t!(locale, "desk-dispute-taken-up") } else { t!(locale, "desk-dispute-open") };
    ui::fact_panel(
        "id",
        &head,
        view! { <div class="stack">{ui::facts(facts)}{certificate}<div class="actions">{take_up}{settle}</div></div> },
    )
}

async fn take_up(visit: Visit, Path(id): Path<Uuid>) -> Result<Response, Stop> {
    let officer = visit.officer(Role::Issuing)?;
    let done = dispute::take_up(&visit.services, &officer, id).await;
    match after(&visit, done, (HERE, HERE), Fields::new()).await {
        Ok(()) => Ok(Redirect::to("/desk/disputes?done=taken-up").into_response()),
        Err(response) => response,
    }
}

async fn settle_page(visit: Visit, Path(id): Path<Uuid>) -> Result<Response, Stop> {
    let officer = visit.officer(Role::Issuing)?;
    let disputes = dispute::list(&visit.services, &officer).await?;
    let dispute = disputes.into_iter().find(|dispute| dispute.id == id).ok_or(Stop::NotFound)?;
    let (locale, typed) = (visit.locale, visit.typed().await?);
    let title = t!(locale, "desk-dispute-settle-title");
    Ok(visit.page(Page::titled(&title).back(HERE, &t!(locale, "desk-disputes-title")), move || {
        let unnamed = || t!(locale, "desk-dispute-unnamed");
        let option = |verdict: Verdict, name: Option<String>, key: &str| Choice {
            value: verdict.code().to_owned(),
            words: name.unwrap_or_else(unnamed),
            hint: t!(locale, key),
        };
        let verdicts = Choices {
            name: "verdict",
            legend: t!(locale, "desk-dispute-verdict"),
            options: vec![
                option(Verdict::Holder, dispute.holder, "desk-dispute-for-holder"),
                option(Verdict::Claimant, dispute.claimant, "desk-dispute-for-claimant"),
            ],
            chosen: vec![typed.value("verdict")],
            fault: typed.fault("verdict").map(|key| t!(locale, key)),
            ..Choices::default()
        };
        view! {
            {ui::error_summary(locale, &typed)}
            <h1>{title}</h1>
            <form method="post" action=format!("{HERE}/{id}/settle") class="stack">
                {ui::choices(verdicts)}
                {ui::text_area(TextArea {
                    name: "reason",
                    label: t!(locale, "desk-dispute-reason"),
                    value: typed.value("reason"),
                    fault: typed.fault("reason").map(|key| t!(locale, key)),
                    rows: 4,
                    ..TextArea::default()
                })}
                {ui::button(&t!(locale, "desk-dispute-settle"))}
            </form>
        }
    }))
}

async fn settle(visit: Visit, Path(id): Path<Uuid>, Form(fields): Form<Fields>) -> Result<Response, Stop> {
    let officer = visit.officer(Role::Issuing)?;
    let page = format!("{HERE}/{id}/settle");
    let Some(verdict) = Verdict::from_code(form::value(&fields, "verdict")) else {
        return visit.refuse(&page, fields, &[("verdict", "fault-choice-empty")]).await;
    };
    let reason = form::value(&fields, "reason").to_owned();
    let done = dispute::settle(&visit.services, &officer, id, (verdict, &reason)).await;
    match after(&visit, done, (&page, HERE), fields).await {
        Ok(()) => Ok(Redirect::to("/desk/disputes?done=settled").into_response()),
        Err(response) => response,
    }
}
