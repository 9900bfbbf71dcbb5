//! `/desk/reports`

use axum::{
    Router,
    extract::Path,
    response::{Redirect, Response},
    routing::get,
};
use leptos::prelude::*;
use uuid::Uuid;
use xinju_domain::staff::Role;
use xinju_service::{
    Failure,
    report::{self as service, Absent, File, Line},
};
use xinju_text::{Locale, t};

use crate::{
    frame::{AppState, Page, Stop, Visit},
    ui,
};

pub fn routes() -> Router<AppState> {
    Router::new().route("/desk/reports", get(inbox)).route("/desk/reports/{id}", get(one).post(take_note))
}

async fn inbox(visit: Visit) -> Result<Response, Stop> {
    let officer = visit.officer(Role::Issuing)?;
    let locale = visit.locale;
    let lines = service::inbox(&visit.services, &officer).await?;
    let page = Page::titled(&t!(locale, "report-title")).back("/desk", &t!(locale, "registration-desk")).wide();
    Ok(visit.page(page, move || {
        view! {
            <h1>{t!(locale, "report-title")}</h1>
            <p class="hint">{t!(locale, "report-hint")}</p>
            {if lines.is_empty() {
                view! { <div class="empty">{ui::icon_44("bell")}<p>{t!(locale, "report-empty")}</p></div> }.into_any()
            } else {
                table(locale, &lines).into_any()
            }}
        }
    }))
}

fn table(locale: Locale, lines: &[Line]) -> impl IntoView + use<> {
    let heads = ["report-from", "report-sent", "report-due", "report-read"].map(|key| t!(locale, key));
    let rows = lines.iter().map(|line| row(locale, &heads, line)).collect_view();
    let heads = heads.iter().cloned().map(|head| view! { <th scope="col">{head}</th> }).collect_view();
    view! {
        <div class="table-wrap">
            <table class="table table--cards">
                <caption class="visually-hidden">{t!(locale, "report-title")}</caption>
                <thead><tr>{heads}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

fn row(locale: Locale, heads: &[String; 4], line: &Line) -> impl IntoView + use<> {
    let [_, sent, due, read] = heads.clone();
    view! {
        <tr>
            <th scope="row">
                <a href=format!("/desk/reports/{}", line.id)>{t!(locale, "report-line", office = &line.from_office)}</a>
            </th>
            <td class="nowrap" data-label=sent>{ui::date::moment(locale, line.sent, line.today)}</td>
            <td class="nowrap" data-label=due>{due_view(locale, line)}</td>
            <td class="nowrap" data-label=read>{read_words(locale, line)}</td>
        </tr>
    }
}

fn read_words(locale: Locale, line: &Line) -> String {
    line.read.map_or_else(|| t!(locale, "report-unread"), |read| ui::date::moment(locale, read, line.today))
}

/// Amber only on the last day, red only after it, and neither once it was read.
fn due_view(locale: Locale, line: &Line) -> AnyView {
    let day = ui::date::day(locale, line.due, line.today);
    if line.read.is_some() || line.today < line.due {
        day.into_any()
    } else if line.today == line.due {
        ui::tag_today(&day).into_any()
    } else {
        ui::tag_bad(&day).into_any()
    }
}

async fn one(visit: Visit, Path(id): Path<Uuid>) -> Result<Response, Stop> {
    let officer = visit.officer(Role::Issuing)?;
    let locale = visit.locale;
    let file = service::open(&visit.services, &officer, id).await?.ok_or(Stop::NotFound)?;
    let page = Page::titled(&file.name).back("/desk/reports", &t!(locale, "report-title")).wide();
    Ok(visit.page(page, move || {
        let is_unread = file.line.read.is_none();
        view! {
            <h1 class="person">{file.name.clone()}</h1>
            <p>{t!(locale, "report-words", office = &file.line.from_office)}</p>
            {ui::facts(facts(locale, &file))}
            {is_unread.then(|| view! {
                <form method="post" action=format!("/desk/reports/{id}")>{ui::button(&t!(locale, "report-button"))}</form>
            })}
            <p class="small">{t!(locale, "registration-look")}</p>
        }
    }))
}

fn facts(locale: Locale, file: &File) -> Vec<(String, String)> {
    let line = &file.line;
    let how = if file.is_paper { "registration-by-paper" } else { "registration-by-phone" };
    vec![
        (t!(locale, "registration-number"), file.number.grouped()),
        (t!(locale, "report-from"), line.from_office.clone()),
        (t!(locale, "registration-when"), ui::date::moment(locale, file.registered, line.today)),
        (t!(locale, "registration-how"), t!(locale, how)),
        (t!(locale, "report-due"), ui::date::day(locale, line.due, line.today)),
        (t!(locale, "report-read"), read_words(locale, line)),
    ]
}

async fn take_note(visit: Visit, Path(id): Path<Uuid>) -> Result<Redirect, Stop> {
    let officer = visit.officer(Role::Issuing)?;
    match service::take_note(&visit.services, &officer, id).await {
        Ok(()) => Ok(Redirect::to("/desk/reports")),
        Err(Failure::Refused(Absent)) => Err(Stop::NotFound),
        Err(Failure::Broken(broken)) => Err(Stop::Broken(broken)),
    }
}
