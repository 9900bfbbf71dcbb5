//! Renewing, correcting and revoking a certificate.

use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use axum::{Form, Router};
use leptos::prelude::*;
use xinju_domain::certificate::RevocationReason;
use xinju_domain::certificate_number::ShortNumber;
use xinju_domain::person::Marital;
use xinju_domain::staff::Role;
use xinju_service::Failure;
use xinju_service::certificate::{self, ChangeRefusal, Correction};
use xinju_text::{Locale, t};

use super::certificate::{address, find, reason_words};
use crate::application::words;
use crate::frame::{AppState, Fields, Page, Stop, Typed, Visit, form};
use crate::ui::{self, Choice, Choices, Field, TextArea};

pub(super) fn routes() -> Router<AppState> {
    Router::new()
        .route("/desk/certificates/{number}/renew", post(renew))
        .route("/desk/certificates/{number}/correct", get(correct_page).post(correct))
        .route("/desk/certificates/{number}/revoke", get(revoke_page).post(revoke))
}

fn parse(number: &str) -> Result<ShortNumber, Stop> {
    ShortNumber::parse(number).map_err(|_| Stop::NotFound)
}

/// Back to the certificate, which says what happened meanwhile, or to the form with its faults.
async fn refused(
    visit: &Visit,
    failure: Failure<ChangeRefusal>,
    (page, here): (&str, &str),
    fields: Fields,
) -> Result<Response, Stop> {
    let refusal = match failure {
        Failure::Broken(broken) => return Err(broken.into()),
        Failure::Refused(refusal) => refusal,
    };
    let told = match refusal {
        ChangeRefusal::Absent => return Err(Stop::NotFound),
        ChangeRefusal::Faults(faults) => {
            let faults: Vec<_> = faults.iter().map(|fault| (fault.field, fault.fault)).collect();
            return visit.refuse(page, fields, &faults).await;
        }
        ChangeRefusal::NothingChanged => {
            return visit.refuse(page, fields, &[("name", "certificate-nothing-changed")]).await;
        }
        ChangeRefusal::Overtaken => "overtaken",
        ChangeRefusal::TooEarly => "too-early",
    };
    Ok(Redirect::to(&format!("{here}?told={told}")).into_response())
}

async fn renew(visit: Visit, Path(number): Path<String>) -> Result<Response, Stop> {
    let officer = visit.officer(Role::Issuing)?;
    let number = parse(&number)?;
    let here = format!("/desk/certificates/{number}");
    match certificate::renew(&visit.services, &officer, &number).await {
        Ok(new) => Ok(Redirect::to(&format!("/desk/certificates/{}?done=renewed", new.number)).into_response()),
        Err(failure) => refused(&visit, failure, (&here, &here), Fields::new()).await,
    }
}

async fn correct_page(visit: Visit, Path(number): Path<String>) -> Result<Response, Stop> {
    let file = find(&visit, &number).await?;
    let (locale, typed) = (visit.locale, visit.typed().await?);
    let here = address(&file);
    let title = t!(locale, "certificate-correct-title");
    let name = file.certificate.content.name.to_string();
    Ok(visit.page(Page::titled(&title).back(&here, &name), move || {
        let now = file.certificate.content.as_correction();
        view! {
            {ui::error_summary(locale, &typed)}
            <h1>{title}</h1>
            <p class="hint">{t!(locale, "certificate-correct-hint")}</p>
            <form method="post" action=format!("{here}/correct") class="stack">
                {correction(locale, &typed, &now)}
                {ui::button(&t!(locale, "certificate-correct-send"))}
            </form>
        }
    }))
}

fn correction(locale: Locale, typed: &Typed, now: &Correction) -> impl IntoView + use<> {
    let field = |name: &'static str, label: &str, value: &str, look: &'static str| {
        ui::field(Field {
            name,
            label: t!(locale, label),
            value: typed.value_or(name, value),
            fault: typed.fault(name).map(|key| t!(locale, key)),
            keyboard: if look.is_empty() { "" } else { "numeric" },
            look,
            ..Field::default()
        })
    };
    let marital = Choices {
        name: "marital",
        legend: t!(locale, "application-name-marriage"),
        options: Marital::ALL
            .iter()
            .map(|marital| Choice {
                value: marital.code().to_string(),
                words: words::marital(locale, *marital),
                hint: String::new(),
            })
            .collect(),
        chosen: vec![typed.value_or("marital", &now.marital)],
        fault: typed.fault("marital").map(|key| t!(locale, key)),
        ..Choices::default()
    };
    view! {
        {field("name", "application-name-name", &now.name, "")}
        {ui::choices(marital)}
        {field("spouse", "certificate-correct-spouse", &now.spouse, "")}
        {field("sons", "application-sons", &now.sons, "input--digits input--short")}
        {field("daughters", "application-daughters", &now.daughters, "input--digits input--short")}
    }
}

async fn correct(visit: Visit, Path(number): Path<String>, Form(fields): Form<Fields>) -> Result<Response, Stop> {
    let officer = visit.officer(Role::Issuing)?;
    let number = parse(&number)?;
    let here = format!("/desk/certificates/{number}");
    let value = |name: &str| form::value(&fields, name).to_owned();
    let typed = Correction {
        name: value("name"),
        marital: value("marital"),
        spouse: value("spouse"),
        sons: value("sons"),
        daughters: value("daughters"),
    };
    match certificate::correct(&visit.services, &officer, &number, &typed).await {
        Ok(new) => Ok(Redirect::to(&format!("/desk/certificates/{}?done=corrected", new.number)).into_response()),
        Err(failure) => refused(&visit, failure, (&format!("{here}/correct"), &here), fields).await,
    }
}

async fn revoke_page(visit: Visit, Path(number): Path<String>) -> Result<Response, Stop> {
    let file = find(&visit, &number).await?;
    let (locale, typed) = (visit.locale, visit.typed().await?);
    let here = address(&file);
    let title = t!(locale, "certificate-revoke-title");
    let name = file.certificate.content.name.to_string();
    Ok(visit.page(Page::titled(&title).back(&here, &name), move || {
        let reasons = RevocationReason::ALL.iter().map(|reason| Choice {
            value: reason.code().to_owned(),
            words: reason_words(locale, *reason),
            hint: String::new(),
        });
        let reasons = Choices {
            name: "reason",
            legend: t!(locale, "certificate-revoke-reason"),
            options: reasons.collect(),
            chosen: vec![typed.value("reason")],
            fault: typed.fault("reason").map(|key| t!(locale, key)),
            ..Choices::default()
        };
        view! {
            {ui::error_summary(locale, &typed)}
            <h1>{title}</h1>
            <p class="hint">{t!(locale, "certificate-revoke-hint")}</p>
            <form method="post" action=format!("{here}/revoke") class="stack">
                {ui::choices(reasons)}
                {ui::text_area(TextArea {
                    name: "words",
                    label: t!(locale, "certificate-revoke-words"),
                    hint: t!(locale, "certificate-revoke-words-hint"),
                    value: typed.value("words"),
                    fault: typed.fault("words").map(|key| t!(locale, key)),
                    rows: 4,
                })}
                {ui::danger_button(&t!(locale, "certificate-revoke-send"))}
            </form>
        }
    }))
}

async fn revoke(visit: Visit, Path(number): Path<String>, Form(fields): Form<Fields>) -> Result<Response, Stop> {
    let officer = visit.officer(Role::Issuing)?;
    let number = parse(&number)?;
    let here = format!("/desk/certificates/{number}");
    let page = format!("{here}/revoke");
    let Some(reason) = RevocationReason::from_code(form::value(&fields, "reason")) else {
        return visit.refuse(&page, fields, &[("reason", "fault-choice-empty")]).await;
    };
    let words = form::value(&fields, "words").to_owned();
    match certificate::revoke(&visit.services, &officer, &number, (reason, &words)).await {
        Ok(()) => Ok(Redirect::to(&format!("{here}?done=revoked")).into_response()),
        Err(failure) => refused(&visit, failure, (&page, &here), fields).await,
    }
}
