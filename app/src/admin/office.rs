//! Adding, changing and closing an office.

use axum::{
    Form,
    extract::Path,
    response::{IntoResponse, Redirect, Response},
};
use leptos::prelude::*;
use xinju_domain::staff::Role;
use xinju_service::Failure;
use xinju_service::office::{self, OfficeForm, OfficeRefusal};
use xinju_text::{Locale, t};

use crate::frame::{Fields, Page, Stop, Typed, Visit, form};
use crate::ui::{self, Field};

fn page_under(locale: Locale, title: &str) -> Page {
    Page::titled(title).back("/desk/admin", &t!(locale, "admin-title"))
}

pub(super) async fn new_page(visit: Visit) -> Result<Response, Stop> {
    let who = visit.officer(Role::Administrator)?;
    let locale = visit.locale;
    let typed = visit.typed().await?;
    let regions = office::list_free_regions(&visit.services, &who).await?;
    let title = t!(locale, "admin-office-add");
    Ok(visit.page(page_under(locale, &title), move || {
        let regions = regions.into_iter().map(|(code, name)| (code.to_string(), name)).collect();
        let fault = typed.fault("region").map(|key| t!(locale, key));
        view! {
            {ui::error_summary(locale, &typed)}
            <h1>{title.clone()}</h1>
            <form method="post" action="/desk/admin/offices/new" class="stack">
                {ui::select_field("region", &t!(locale, "admin-office-region"), regions, &typed.value("region"), fault)}
                {words_fields(locale, &typed, &OfficeForm::default())}
                {ui::checkbox("station", "yes", &t!(locale, "admin-office-station"), typed.has("station", "yes"))}
                <div class="actions">{ui::button(&t!(locale, "admin-office-add"))}</div>
            </form>
        }
    }))
}

fn words_fields(locale: Locale, typed: &Typed, now: &OfficeForm) -> impl IntoView + use<> {
    let field = |name: &'static str, hint: String, value: &str| {
        ui::field(Field {
            name,
            label: t!(locale, &format!("admin-office-{name}")),
            hint,
            value: typed.value_or(name, value),
            fault: typed.fault(name).map(|key| t!(locale, key)),
            keyboard: if name == "phone" { "tel" } else { "" },
            ..Field::default()
        })
    };
    view! {
        {field("name", t!(locale, "admin-office-name-hint"), &now.name)}
        {field("address", String::new(), &now.address)}
        {field("phone", String::new(), &now.phone)}
    }
}

fn typed_form(fields: &Fields) -> OfficeForm {
    let text = |name| form::value(fields, name).to_owned();
    OfficeForm {
        region: text("region"),
        name: text("name"),
        address: text("address"),
        phone: text("phone"),
        is_station: form::value(fields, "station") == "yes",
    }
}

/// Where a fault of the form stands; a refusal that is none ends the page.
fn fault(refusal: OfficeRefusal) -> Result<(&'static str, &'static str), Stop> {
    match refusal {
        OfficeRefusal::Region => Ok(("region", "admin-office-fault-region")),
        OfficeRefusal::Taken => Ok(("region", "admin-office-fault-taken")),
        OfficeRefusal::Name => Ok(("name", "admin-office-fault-name")),
        OfficeRefusal::Address => Ok(("address", "admin-office-fault-address")),
        OfficeRefusal::Phone => Ok(("phone", "admin-office-fault-phone")),
        refusal @ (OfficeRefusal::Absent | OfficeRefusal::NotAllowed) => Err(refusal.into()),
    }
}

pub(super) async fn add(visit: Visit, Form(fields): Form<Fields>) -> Result<Response, Stop> {
    let who = visit.officer(Role::Administrator)?;
    match office::add(&visit.services, &who, &typed_form(&fields)).await {
        Ok(_) => Ok(Redirect::to("/desk/admin?done=office").into_response()),
        Err(Failure::Refused(refusal)) => {
            let fault = fault(refusal)?;
            visit.refuse("/desk/admin/offices/new", fields, &[fault]).await
        }
        Err(Failure::Broken(broken)) => Err(broken.into()),
    }
}

pub(super) async fn page(visit: Visit, Path(code): Path<String>) -> Result<Response, Stop> {
    let who = visit.officer(Role::Administrator)?;
    let locale = visit.locale;
    let typed = visit.typed().await?;
    let office = office::get(&visit.services, &who, &code).await?;
    Ok(visit.page(page_under(locale, &office.name), move || {
        let now = OfficeForm {
            name: office.name.clone(),
            address: office.address.clone(),
            phone: office.phone.clone(),
            ..OfficeForm::default()
        };
        let action = format!("/desk/admin/offices/{}", office.code);
        let close = format!("{action}/close");
        view! {
            {ui::error_summary(locale, &typed)}
            <h1>{office.name.clone()}</h1>
            <p class="hint digits">{office.code.clone()}</p>
            <form method="post" action=action class="stack">
                {words_fields(locale, &typed, &now)}
                <div class="actions">{ui::button(&t!(locale, "admin-office-save"))}</div>
            </form>
            {office.validity.until.is_none().then(|| ui::link_row(&close, &t!(locale, "admin-office-close"), None))}
        }
    }))
}

pub(super) async fn change(
    visit: Visit,
    Path(code): Path<String>,
    Form(fields): Form<Fields>,
) -> Result<Response, Stop> {
    let who = visit.officer(Role::Administrator)?;
    match office::change(&visit.services, &who, &code, &typed_form(&fields)).await {
        Ok(()) => Ok(Redirect::to("/desk/admin?done=office").into_response()),
        Err(Failure::Refused(refusal)) => {
            let fault = fault(refusal)?;
            visit.refuse(&format!("/desk/admin/offices/{code}"), fields, &[fault]).await
        }
        Err(Failure::Broken(broken)) => Err(broken.into()),
    }
}

pub(super) async fn close_page(visit: Visit, Path(code): Path<String>) -> Result<Response, Stop> {
    let who = visit.officer(Role::Administrator)?;
    let locale = visit.locale;
    let office = office::get(&visit.services, &who, &code).await?;
    let title = t!(locale, "admin-office-close");
    Ok(visit.page(page_under(locale, &title), move || {
        let place = format!("/desk/admin/offices/{}", office.code);
        view! {
            <h1>{t!(locale, "admin-office-close-question", name = &office.name)}</h1>
            <p>{t!(locale, "admin-office-close-words")}</p>
            <form method="post" action=format!("{place}/close") class="actions">
                {ui::danger_button(&title)}
                {ui::quiet_link(&place, &t!(locale, "admin-office-keep"))}
            </form>
        }
    }))
}

pub(super) async fn close(visit: Visit, Path(code): Path<String>) -> Result<Response, Stop> {
    let who = visit.officer(Role::Administrator)?;
    office::close(&visit.services, &who, &code).await?;
    Ok(Redirect::to("/desk/admin?done=closed").into_response())
}
