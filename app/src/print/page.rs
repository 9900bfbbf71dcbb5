//! `/print/{number}`: how much the paper shows, and the button that makes it.

use axum::{
    Form, Router,
    extract::Path,
    response::{IntoResponse, Redirect, Response},
    routing::get,
};
use leptos::prelude::*;
use xinju_credential::certificate::Profile;
use xinju_domain::{certificate::State, certificate_number::ShortNumber, time::Day};
use xinju_service::{
    Failure,
    certificate::{self, Certificate},
    print::{self, PrintRefusal},
};
use xinju_text::{Locale, t};

use super::sheet;
use crate::{
    frame::{AppState, Fields, Page, Stop, Typed, Visit, form},
    ui::{self, Choice, Choices},
};

pub fn routes() -> Router<AppState> {
    Router::new().route("/print/{number}", get(question).post(make)).route("/print/{number}/sheet", get(sheet::page))
}

/// The visitor's own certificate, after a fresh proof; anybody else's does not exist.
async fn own(visit: &Visit, number: &str) -> Result<Certificate, Stop> {
    let who = visit.person()?;
    let number = ShortNumber::parse(number).map_err(|_| Stop::NotFound)?;
    let certificate = certificate::find_own(&visit.services, who, &number).await?;
    let certificate = certificate.ok_or(Stop::NotFound)?;
    visit.proven()?;
    Ok(certificate)
}

async fn question(visit: Visit, Path(number): Path<String>) -> Result<Response, Stop> {
    let certificate = own(&visit, &number).await?;
    let locale = visit.locale;
    let typed = visit.typed().await?;
    let page = Page::titled(&t!(locale, "print-title")).back("/certificate", &t!(locale, "print-back"));
    let is_active = certificate.state_on(Day::of(visit.person()?.asked_at)) == State::Active;
    let action = format!("/print/{}", certificate.number);
    Ok(visit.page(
        page,
        move || {
            if is_active { form(locale, &typed, action).into_any() } else { none(locale).into_any() }
        },
    ))
}

fn form(locale: Locale, typed: &Typed, action: String) -> impl IntoView + use<> {
    let option = |value: &str, words: &str, hint: &str| Choice {
        value: value.to_owned(),
        words: t!(locale, words),
        hint: t!(locale, hint),
    };
    let group = Choices {
        name: "profile",
        legend: t!(locale, "print-question"),
        legend_is_heading: true,
        hint: t!(locale, "print-hint"),
        options: vec![
            option("minimum", "print-minimum", "print-minimum-hint"),
            option("registration", "print-registration", "print-registration-hint"),
        ],
        chosen: vec![typed.value_or("profile", "minimum")],
        fault: typed.fault("profile").map(|key| t!(locale, key)),
        ..Choices::default()
    };
    view! {
        {ui::error_summary(locale, typed)}
        <form method="post" action=action class="stack">
            {ui::choices(group)}
            <div class="actions">{ui::button(&t!(locale, "print-make"))}</div>
        </form>
        <ul class="notes">
            <li>{ui::note("id", &t!(locale, "print-note-card"))}</li>
            <li>{ui::note("alert-circle", &t!(locale, "print-note-lost"))}</li>
        </ul>
    }
}

fn none(locale: Locale) -> impl IntoView {
    view! {
        <h1>{t!(locale, "print-none-title")}</h1>
        <p>{t!(locale, "print-none-words")}</p>
        {ui::button_link("/certificate", &t!(locale, "print-back"))}
    }
}

async fn make(visit: Visit, Path(number): Path<String>, Form(fields): Form<Fields>) -> Result<Response, Stop> {
    let who = visit.person()?;
    let number = ShortNumber::parse(&number).map_err(|_| Stop::NotFound)?;
    let path = format!("/print/{number}");
    let profile = match form::value(&fields, "profile") {
        "registration" => Profile::Registration,
        _ => Profile::Minimum,
    };
    let fault = match print::make(&visit.services, who, &number, profile).await {
        Ok(token) => return Ok(Redirect::to(&format!("{path}/sheet?token={token}")).into_response()),
        Err(Failure::Refused(PrintRefusal::Absent)) => return Err(Stop::NotFound),
        // The five minutes ran out on the page: proven anew, it is one press again.
        Err(Failure::Refused(PrintRefusal::NotProven)) => {
            return Ok(Redirect::to(&format!("/sign-in/prove?next={path}")).into_response());
        }
        Err(Failure::Refused(PrintRefusal::NotActive)) => "print-fault-not-active",
        Err(Failure::Refused(PrintRefusal::Suspended)) => "print-fault-suspended",
        Err(Failure::Refused(PrintRefusal::TooMany)) => "print-fault-many",
        Err(Failure::Broken(broken)) => return Err(broken.into()),
    };
    visit.refuse(&path, fields, &[("profile", fault)]).await
}
