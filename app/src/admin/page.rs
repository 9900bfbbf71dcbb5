//! `/desk/admin`: offices and staff at a glance.

use axum::{
    Router,
    extract::Query,
    response::Response,
    routing::{get, post},
};
use leptos::prelude::*;
use serde::Deserialize;
use xinju_domain::office::OfficeKind;
use xinju_domain::staff::Role;
use xinju_domain::time::Day;
use xinju_service::office::{self as offices, Office, OfficeRefusal};
use xinju_service::staff::{self as members, Member, StaffRefusal};
use xinju_text::{Locale, t};

use super::{counter, office, staff};
use crate::account::moment;
use crate::frame::{AppState, Page, Stop, Visit};
use crate::ui::{self, Row};

pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/desk/admin", get(overview))
        .route("/desk/admin/offices/new", get(office::new_page).post(office::add))
        .route("/desk/admin/offices/{code}", get(office::page).post(office::change))
        .route("/desk/admin/offices/{code}/close", get(office::close_page).post(office::close))
        .route("/desk/admin/staff/invite", get(staff::invite_page).post(staff::invite))
        .route("/desk/admin/staff/{id}/remove", get(staff::remove_page).post(staff::remove))
        .route("/desk/counter", get(counter::page).post(counter::open))
        .route("/desk/counter/card", get(counter::card))
        .route("/desk/counter/handed", post(counter::handed))
}

#[derive(Debug, Default, Deserialize)]
pub(super) struct Came {
    #[serde(default)]
    done: String,
    #[serde(default)]
    count: u32,
}

impl From<OfficeRefusal> for Stop {
    fn from(refusal: OfficeRefusal) -> Self {
        match refusal {
            OfficeRefusal::NotAllowed => Self::NotAllowed,
            OfficeRefusal::Absent => Self::NotFound,
            _ => Self::Unreadable,
        }
    }
}

impl From<StaffRefusal> for Stop {
    fn from(refusal: StaffRefusal) -> Self {
        match refusal {
            StaffRefusal::NotAllowed => Self::NotAllowed,
            StaffRefusal::Absent => Self::NotFound,
            _ => Self::Unreadable,
        }
    }
}

async fn overview(visit: Visit, Query(came): Query<Came>) -> Result<Response, Stop> {
    let who = visit.officer(Role::Administrator)?;
    let locale = visit.locale;
    let list = offices::list(&visit.services, &who).await?;
    let staff = members::list(&visit.services, &who).await?;
    let mut page = Page::titled(&t!(locale, "admin-title")).back("/desk", &t!(locale, "admin-back")).wide();
    if let Some(words) = told(locale, &came) {
        page = page.banner(move || ui::notice_banner(&words));
    }
    Ok(visit.page(page, move || {
        view! {
            <h1>{t!(locale, "admin-title")}</h1>
            <p class="hint">{who.post.office_name.clone()}</p>
            <h2 id="staff">{t!(locale, "admin-staff")}</h2>
            <p class="hint">{t!(locale, "admin-staff-count", count = staff.len())}</p>
            {members_list(locale, &staff)}
            <div class="actions">{ui::button_link("/desk/admin/staff/invite", &t!(locale, "admin-staff-invite"))}</div>
            <h2 id="offices">{t!(locale, "admin-offices")}</h2>
            <p class="hint">{t!(locale, "admin-offices-count", count = list.len())}</p>
            {offices_list(locale, &list)}
            <div class="actions">{ui::quiet_link("/desk/admin/offices/new", &t!(locale, "admin-office-add"))}</div>
        }
    }))
}

/// What has just been done, from a closed list.
fn told(locale: Locale, came: &Came) -> Option<String> {
    match came.done.as_str() {
        "invited" => Some(t!(locale, "admin-done-invited")),
        "removed" => Some(t!(locale, "admin-done-removed", count = came.count)),
        "office" => Some(t!(locale, "admin-done-office")),
        "closed" => Some(t!(locale, "admin-done-closed")),
        _ => None,
    }
}

fn members_list(locale: Locale, staff: &[Member]) -> AnyView {
    if staff.is_empty() {
        return view! { <div class="empty">{ui::icon_44("users")}<p>{t!(locale, "admin-staff-none")}</p></div> }
            .into_any();
    }
    let rows = staff.iter().map(|member| member_row(locale, member)).collect_view();
    view! { <ul class="rows">{rows}</ul> }.into_any()
}

fn member_row(locale: Locale, member: &Member) -> impl IntoView + use<> {
    let name = name_of(locale, member);
    let role = t!(locale, &format!("admin-role-{}", member.role.code()));
    let since = t!(locale, "admin-staff-since", when = moment(locale, member.since));
    let remove = format!("/desk/admin/staff/{}/remove", member.id);
    let address = member.address.clone().unwrap_or_default();
    view! {
        <li class="row">
            {ui::icon_24("user")}
            <div class="row__text">
                <p class="row__title">{name.clone()}</p>
                <p class="small">{format!("{} · {role}", member.office_name)}</p>
                <p class="small">{format!("{address} · {since}")}</p>
            </div>
            <div class="row__end">
                {(!member.has_passkey).then(|| ui::tag(&t!(locale, "admin-staff-no-passkey")))}
                <a href=remove>{t!(locale, "admin-staff-remove")}<span class="visually-hidden">{name}</span></a>
            </div>
        </li>
    }
}

pub(super) fn name_of(locale: Locale, member: &Member) -> String {
    member.name.clone().or_else(|| member.address.clone()).unwrap_or_else(|| t!(locale, "admin-staff-unnamed"))
}

fn offices_list(locale: Locale, list: &[Office]) -> impl IntoView + use<> {
    ui::rows(list.iter().map(|office| office_row(locale, office)).collect())
}

fn office_row(locale: Locale, office: &Office) -> Row {
    let standing = match office.validity.until {
        Some(until) => t!(locale, "admin-office-closed", day = day(locale, until)),
        None => t!(locale, "admin-office-open"),
    };
    Row {
        picture: "building",
        title: office.name.clone(),
        more: format!("{} · {} · {standing}", office.code, kind(locale, office.kind)),
        href: Some(format!("/desk/admin/offices/{}", office.code)),
        ..Row::default()
    }
}

fn kind(locale: Locale, kind: OfficeKind) -> String {
    t!(locale, &format!("admin-office-kind-{}", kind.code()))
}

fn day(locale: Locale, day: Day) -> String {
    xinju_text::day(locale, (day.year(), day.month().unsigned_abs(), day.day().unsigned_abs()), None)
}
