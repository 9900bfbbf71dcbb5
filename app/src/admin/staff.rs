//! Inviting somebody to a post, and taking a post back.

use axum::{
    Form,
    extract::Path,
    response::{IntoResponse, Redirect, Response},
};
use leptos::prelude::*;
use uuid::Uuid;
use xinju_domain::staff::Role;
use xinju_service::staff::{self, StaffRefusal};
use xinju_service::{Failure, office};
use xinju_text::t;

use super::page::name_of;
use crate::frame::{Fields, Page, Stop, Visit, form};
use crate::ui::{self, Choice, Choices, Field};

pub(super) async fn invite_page(visit: Visit) -> Result<Response, Stop> {
    let who = visit.officer(Role::Administrator)?;
    let locale = visit.locale;
    let typed = visit.typed().await?;
    let offices = office::list(&visit.services, &who).await?;
    let title = t!(locale, "admin-staff-invite");
    let page = Page::titled(&title).back("/desk/admin", &t!(locale, "admin-title"));
    Ok(visit.page(page, move || {
        let open = offices.into_iter().filter(|office| office.validity.until.is_none());
        let offices = open.map(|office| (office.code, office.name)).collect();
        let fault = |name: &str| typed.fault(name).map(|key| t!(locale, key));
        let roles = Choices {
            name: "role",
            legend: t!(locale, "admin-staff-role"),
            options: Role::ALL.iter().map(|role| role_choice(locale, *role)).collect(),
            chosen: vec![typed.value_or("role", Role::Registering.code())],
            ..Choices::default()
        };
        view! {
            {ui::error_summary(locale, &typed)}
            <h1>{title.clone()}</h1>
            <form method="post" action="/desk/admin/staff/invite" class="stack">
                {ui::field(Field {
                    name: "address",
                    label: t!(locale, "admin-staff-address"),
                    value: typed.value("address"),
                    fault: fault("address"),
                    keyboard: "email",
                    ..Field::default()
                })}
                {ui::select_field("office", &t!(locale, "admin-staff-office"), offices, &typed.value("office"), fault("office"))}
                {ui::choices(roles)}
                <div class="actions">{ui::button(&t!(locale, "admin-staff-send"))}</div>
            </form>
        }
    }))
}

fn role_choice(locale: xinju_text::Locale, role: Role) -> Choice {
    Choice {
        value: role.code().to_owned(),
        words: t!(locale, &format!("admin-role-{}", role.code())),
        hint: String::new(),
    }
}

pub(super) async fn invite(visit: Visit, Form(fields): Form<Fields>) -> Result<Response, Stop> {
    let who = visit.officer(Role::Administrator)?;
    let role = Role::from_code(form::value(&fields, "role")).ok_or(Stop::Unreadable)?;
    let (address, place) = (form::value(&fields, "address"), form::value(&fields, "office"));
    let fault = match staff::invite(&visit.services, Some(&who), address, place, role).await {
        Ok(()) => return Ok(Redirect::to("/desk/admin?done=invited").into_response()),
        Err(Failure::Refused(StaffRefusal::Address(fault))) => ("address", fault.key()),
        Err(Failure::Refused(StaffRefusal::Office)) => ("office", "admin-staff-fault-office"),
        Err(failure) => return Err(failure.into()),
    };
    visit.refuse("/desk/admin/staff/invite", fields, &[fault]).await
}

pub(super) async fn remove_page(visit: Visit, Path(id): Path<Uuid>) -> Result<Response, Stop> {
    let who = visit.officer(Role::Administrator)?;
    let locale = visit.locale;
    let typed = visit.typed().await?;
    let members = staff::list(&visit.services, &who).await?;
    let member = members.into_iter().find(|member| member.id == id).ok_or(Stop::NotFound)?;
    let title = t!(locale, "admin-staff-remove");
    let page = Page::titled(&title).back("/desk/admin", &t!(locale, "admin-title"));
    Ok(visit.page(page, move || {
        let name = name_of(locale, &member);
        view! {
            {ui::error_summary(locale, &typed)}
            <h1>{t!(locale, "admin-staff-remove-question", name = &name)}</h1>
            <p>{t!(locale, "admin-staff-remove-words")}</p>
            <form method="post" action=format!("/desk/admin/staff/{}/remove", member.id) class="actions" id="remove">
                {ui::danger_button(&title)}
                {ui::quiet_link("/desk/admin", &t!(locale, "account-keep"))}
            </form>
        }
    }))
}

pub(super) async fn remove(visit: Visit, Path(id): Path<Uuid>) -> Result<Response, Stop> {
    let who = visit.officer(Role::Administrator)?;
    match staff::remove(&visit.services, &who, id).await {
        Ok(count) => Ok(Redirect::to(&format!("/desk/admin?done=removed&count={count}")).into_response()),
        Err(Failure::Refused(StaffRefusal::Yourself)) => {
            let page = format!("/desk/admin/staff/{id}/remove");
            visit.refuse(&page, Fields::new(), &[("remove", "admin-staff-fault-yourself")]).await
        }
        Err(failure) => Err(failure.into()),
    }
}
