//! `/desk/certificates`: the office's certificates, and one with its versions.

use axum::Router;
use axum::extract::{Path, Query};
use axum::response::Response;
use axum::routing::get;
use leptos::prelude::*;
use serde::Deserialize;
use xinju_domain::certificate::{Change, RevocationReason, State, may_renew};
use xinju_domain::certificate_number::ShortNumber;
use xinju_domain::staff::Role;
use xinju_service::certificate::{self, File, Line};
use xinju_text::{Locale, t};

use super::bar::{Tab, desk_bar};
use super::timeline;
use crate::application::words;
use crate::frame::{AppState, Page, Stop, Visit};
use crate::ui::{self, Row};

pub(super) fn routes() -> Router<AppState> {
    Router::new().route("/desk/certificates", get(list)).route("/desk/certificates/{number}", get(page))
}

#[derive(Clone, Debug, Default, Deserialize)]
struct Shown {
    #[serde(default)]
    page: u32,
    #[serde(default)]
    done: String,
    #[serde(default)]
    told: String,
}

async fn list(visit: Visit, Query(shown): Query<Shown>) -> Result<Response, Stop> {
    let officer = visit.officer(Role::Issuing)?;
    let number = shown.page.min(10_000);
    let lines = certificate::list_at_office(&visit.services, &officer, number).await?;
    let locale = visit.locale;
    let title = t!(locale, "certificate-list-title");
    let page = Page::titled(&title).top(desk_bar(&visit, Tab::Certificates)).wide();
    Ok(visit.page(page, move || {
        let is_full = lines.len() >= 50;
        let is_empty = lines.is_empty();
        let address = |page: u32| format!("/desk/certificates?page={page}");
        let rows: Vec<Row> = lines.iter().map(|line| row(locale, line)).collect();
        view! {
            <h1>{title}</h1>
            {is_empty.then(|| view! { <p class="hint">{t!(locale, "certificate-list-empty")}</p> })}
            {ui::rows(rows)}
            {number.checked_sub(1).map(|page| ui::link_row(&address(page), &t!(locale, "desk-page-before"), None))}
            {is_full.then(|| ui::link_row(&address(number + 1), &t!(locale, "desk-page-after"), None))}
        }
    }))
}

/// A certificate in a list.
pub(super) fn row(locale: Locale, line: &Line) -> Row {
    let last = words::full_day(locale, line.valid_until);
    Row {
        picture: "certificate",
        title: line.name.clone(),
        more: t!(locale, "certificate-row", number = line.number.grouped(), last = last),
        href: Some(format!("/desk/certificates/{}", line.number)),
        end: Some(tag(locale, line.state)),
    }
}

fn tag(locale: Locale, state: State) -> AnyView {
    let words = state_words(locale, state);
    match state {
        State::Active => ui::tag_ok(&words).into_any(),
        State::Revoked => ui::tag_bad(&words).into_any(),
        State::Renewed | State::Expired => ui::tag(&words).into_any(),
    }
}

fn state_words(locale: Locale, state: State) -> String {
    match state {
        State::Active => t!(locale, "certificate-state-active"),
        State::Renewed => t!(locale, "certificate-state-renewed"),
        State::Expired => t!(locale, "certificate-state-expired"),
        State::Revoked => t!(locale, "certificate-state-revoked"),
    }
}

/// The reason of a revocation, in words.
pub(super) fn reason_words(locale: Locale, reason: RevocationReason) -> String {
    match reason {
        RevocationReason::OwnWish => t!(locale, "certificate-reason-own-wish"),
        RevocationReason::WrongContent => t!(locale, "certificate-reason-wrong-content"),
        RevocationReason::PapersNotGenuine => t!(locale, "certificate-reason-papers-not-genuine"),
        RevocationReason::HouseholdMoved => t!(locale, "certificate-reason-household-moved"),
        RevocationReason::Died => t!(locale, "certificate-reason-died"),
    }
}

/// The certificate for an officer with the issuing post; opening it is a look.
pub(super) async fn find(visit: &Visit, number: &str) -> Result<File, Stop> {
    let officer = visit.officer(Role::Issuing)?;
    let number = ShortNumber::parse(number).map_err(|_| Stop::NotFound)?;
    let file = certificate::find_for_officer(&visit.services, &officer, &number).await?;
    file.ok_or(Stop::NotFound)
}

pub(super) fn address(file: &File) -> String {
    format!("/desk/certificates/{}", file.certificate.number)
}

async fn page(visit: Visit, Path(number): Path<String>, Query(shown): Query<Shown>) -> Result<Response, Stop> {
    let file = find(&visit, &number).await?;
    let locale = visit.locale;
    let name = file.certificate.content.name.to_string();
    let mut page = Page::titled(&name).top(desk_bar(&visit, Tab::Certificates)).wide();
    let done = match shown.done.as_str() {
        "renewed" => Some(t!(locale, "certificate-done-renewed")),
        "corrected" => Some(t!(locale, "certificate-done-corrected")),
        "revoked" => Some(t!(locale, "certificate-done-revoked")),
        _ => None,
    };
    if let Some(words) = done {
        page = page.banner(move || ui::notice_banner(&words));
    }
    Ok(visit.page(page, move || {
        view! {
            {told(locale, &shown.told)}
            <p class="small">{t!(locale, "certificate-kind", number = file.certificate.number.grouped())}</p>
            <h1 class="person">{name}</h1>
            <p>{tag(locale, file.state)}</p>
            {standing(locale, &file)}
            {ui::facts(facts(locale, &file))}
            {actions(locale, &file)}
            <h2>{t!(locale, "certificate-versions")}</h2>
            {versions(locale, &file)}
            {timeline::upright(locale, &file.history, file.today)}
        }
    }))
}

fn told(locale: Locale, told: &str) -> Option<impl IntoView + use<>> {
    let words = match told {
        "overtaken" => t!(locale, "certificate-told-overtaken"),
        "too-early" => t!(locale, "certificate-told-too-early"),
        _ => return None,
    };
    Some(view! { <p class="inset" role="alert">{words}</p> })
}

fn standing(locale: Locale, file: &File) -> impl IntoView + use<> {
    let certificate = &file.certificate;
    let suspended = file.is_suspended.then(|| view! { <p class="inset">{t!(locale, "certificate-suspended")}</p> });
    let next = certificate.renewed_by.as_ref().map(|number| {
        let href = format!("/desk/certificates/{number}");
        view! { <p class="inset"><a href=href>{t!(locale, "certificate-next", number = number.grouped())}</a></p> }
    });
    let revoked = certificate.revocation.as_ref().map(|revocation| {
        let reason = reason_words(locale, revocation.reason);
        view! { <div class="inset stack"><p class="strong">{reason}</p><p>{revocation.words.clone()}</p></div> }
    });
    view! { {suspended}{next}{revoked} }
}

fn facts(locale: Locale, file: &File) -> Vec<(String, String)> {
    let certificate = &file.certificate;
    let content = &certificate.content;
    let (area, birth, rest) = content.id_number.groups();
    let (sons, daughters) = (content.children.sons(), content.children.daughters());
    let children = if content.children.total() == 0 {
        t!(locale, "application-children-none")
    } else {
        t!(locale, "application-children-count", sons = sons, daughters = daughters)
    };
    let born = words::full_day(locale, content.born());
    let fact = |key: &str, value: String| (t!(locale, key), value);
    let mut facts = vec![
        fact("application-name-id-number", format!("{area} {birth} {rest}")),
        fact("desk-born-name", t!(locale, "desk-born", sex = words::sex(locale, content.sex()), born = born)),
        fact("application-name-home-place", words::place(content.home_place)),
        fact("application-name-marriage", words::marital(locale, content.marital)),
    ];
    facts.extend(content.spouse.as_ref().map(|spouse| fact("application-name-spouse", spouse.to_string())));
    facts.extend([
        fact("application-name-children", children),
        fact("certificate-office", content.home_office.clone()),
        fact("certificate-issued-on", words::full_day(locale, certificate.issued_on)),
        fact("certificate-last-day", words::full_day(locale, certificate.valid_until)),
        fact("certificate-official-number", certificate.official_number.to_string()),
    ]);
    facts
}

/// What can be done to it in its state.
fn actions(locale: Locale, file: &File) -> impl IntoView + use<> {
    let here = address(file);
    let certificate = &file.certificate;
    let renews =
        certificate.state == State::Active && may_renew(certificate.state, certificate.valid_until, file.today);
    let renew = renews.then(|| {
        view! {
            <form method="post" action=format!("{here}/renew")>{ui::button(&t!(locale, "certificate-renew"))}</form>
        }
    });
    let can = |change: Change| file.state.after(change).is_some();
    let correct =
        can(Change::Correct).then(|| ui::quiet_link(&format!("{here}/correct"), &t!(locale, "certificate-correct")));
    let revoke = can(Change::Revoke).then(|| {
        view! { <a class="button button--danger" href=format!("{here}/revoke")>{t!(locale, "certificate-revoke")}</a> }
    });
    view! { <div class="actions">{renew}{correct}{revoke}</div> }
}

fn versions(locale: Locale, file: &File) -> impl IntoView + use<> {
    let rows = file.versions.iter().map(|line| Row {
        picture: "history",
        title: line.number.grouped(),
        more: t!(
            locale,
            "certificate-version",
            first = words::full_day(locale, line.issued_on),
            last = words::full_day(locale, line.valid_until)
        ),
        href: (line.number != file.certificate.number).then(|| format!("/desk/certificates/{}", line.number)),
        end: Some(tag(locale, line.state)),
    });
    let rows: Vec<Row> = rows.collect();
    ui::rows(rows)
}
