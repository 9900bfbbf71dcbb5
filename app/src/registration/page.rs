//! `/desk/registrations`

use axum::{
    Router,
    extract::Path,
    response::Response,
    routing::{get, post},
};
use leptos::prelude::*;
use uuid::Uuid;
use xinju_domain::{
    registration::{Item, NoticeState},
    staff::Role,
    time::Day,
};
use xinju_service::registration::{self as service, File, Line};
use xinju_text::{Locale, t};

use super::api;
use crate::{
    frame::{AppState, Page, Stop, Visit},
    ui,
};

pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/desk/registrations", get(list))
        .route("/desk/registrations/{id}", get(one))
        .route("/api/registrations", post(api::register))
        .route("/api/scans", post(api::report))
}

async fn list(visit: Visit) -> Result<Response, Stop> {
    let officer = visit.officer(Role::Registering)?;
    let locale = visit.locale;
    let lines = service::list_at_office(&visit.services, &officer).await?;
    let office = officer.post.office_name;
    let page =
        Page::titled(&t!(locale, "registration-list-title")).back("/desk", &t!(locale, "registration-desk")).wide();
    Ok(visit.page(page, move || {
        view! {
            <h1>{t!(locale, "registration-list-title")}</h1>
            <p class="hint">{office}</p>
            {ui::button_link("/scan", &t!(locale, "registration-scan"))}
            {if lines.is_empty() {
                view! { <div class="empty">{ui::icon_44("scan")}<p>{t!(locale, "registration-list-empty")}</p></div> }.into_any()
            } else {
                table(locale, lines).into_any()
            }}
        }
    }))
}

fn table(locale: Locale, lines: Vec<Line>) -> impl IntoView {
    let today = lines.first().map_or_else(|| Day::of(xinju_domain::time::Instant(0)), |line| Day::of(line.registered));
    let heads =
        ["registration-name", "registration-number", "registration-when", "registration-how", "registration-notice"]
            .map(|key| t!(locale, key));
    let rows = lines.into_iter().map(|line| row(locale, &heads, &line, today)).collect_view();
    let heads = heads.iter().cloned().map(|head| view! { <th scope="col">{head}</th> }).collect_view();
    view! {
        <div class="table-wrap">
            <table class="table table--cards">
                <caption class="visually-hidden">{t!(locale, "registration-list-title")}</caption>
                <thead><tr>{heads}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

fn row(locale: Locale, heads: &[String; 5], line: &Line, today: Day) -> impl IntoView + use<> {
    let [_, number, when, how, notice] = heads.clone();
    view! {
        <tr>
            <th scope="row"><a href=format!("/desk/registrations/{}", line.id)>{line.name.clone()}</a></th>
            <td class="digits" data-label=number>{line.number.grouped()}</td>
            <td class="nowrap" data-label=when>{ui::date::moment(locale, line.registered, today)}</td>
            <td data-label=how>{how_words(locale, line)}</td>
            <td data-label=notice>{line.notice.map(|state| notice_words(locale, state))}</td>
        </tr>
    }
}

/// By phone or on paper, and what marks it.
fn how_words(locale: Locale, line: &Line) -> String {
    let how = if line.is_paper {
        t!(locale, "registration-by-paper")
    } else if line.is_challenged {
        t!(locale, "registration-by-answer")
    } else {
        t!(locale, "registration-by-phone")
    };
    if line.is_late { format!("{how} · {}", t!(locale, "registration-late")) } else { how }
}

pub(crate) fn notice_words(locale: Locale, state: NoticeState) -> String {
    match state {
        NoticeState::Open => t!(locale, "notice-open"),
        NoticeState::Completed => t!(locale, "notice-completed"),
        NoticeState::Ended => t!(locale, "notice-ended"),
    }
}

async fn one(visit: Visit, Path(id): Path<Uuid>) -> Result<Response, Stop> {
    let officer = visit.officer(Role::Registering)?;
    let locale = visit.locale;
    let file = service::find(&visit.services, &officer, id).await?.ok_or(Stop::NotFound)?;
    let page = Page::titled(&file.line.name).back("/desk/registrations", &t!(locale, "registration-list-title")).wide();
    Ok(visit.page(page, move || {
        view! {
            <h1 class="person">{file.line.name.clone()}</h1>
            {ui::facts(facts(locale, &file))}
            {file.notice.as_ref().map(|sent| notice(locale, sent, file.today))}
            <p class="small">{t!(locale, "registration-look")}</p>
        }
    }))
}

fn facts(locale: Locale, file: &File) -> Vec<(String, String)> {
    let line = &file.line;
    let mut facts = vec![
        (t!(locale, "registration-number"), line.number.grouped()),
        (t!(locale, "registration-home"), file.home_office.clone()),
        (t!(locale, "registration-when"), ui::date::moment(locale, line.registered, file.today)),
        (t!(locale, "registration-scanned"), ui::date::moment(locale, line.scanned, file.today)),
        (t!(locale, "registration-how"), how_words(locale, line)),
    ];
    if let Some(address) = &file.address {
        facts.push((t!(locale, "registration-lives"), address.clone()));
    }
    facts
}

fn notice(locale: Locale, sent: &xinju_service::notice::Sent, today: Day) -> impl IntoView + use<> {
    let items = sent
        .notice
        .items()
        .iter()
        .map(|item| {
            let is_done = !sent.notice.missing().any(|missing| missing == *item);
            let picture = if is_done { "check" } else { "clock" };
            view! { <li class="note note--strong">{ui::icon_24(picture)}<span>{item_words(locale, *item)}</span></li> }
        })
        .collect_view();
    let note = sent.notice.note().to_owned();
    let answer = sent.answer.clone();
    view! {
        <h2>{t!(locale, "registration-notice")}</h2>
        <p>{notice_words(locale, sent.notice.state(today))}" · "{t!(locale, "notice-until", day = ui::date::day(locale, sent.notice.due(), today))}</p>
        <ul class="notes">{items}</ul>
        {(!note.is_empty()).then(|| view! { <p>{note}</p> })}
        {(!answer.is_empty()).then(|| view! { <div class="inset"><p class="small">{t!(locale, "notice-answer")}</p><p>{answer}</p></div> })}
    }
}

/// What may be missing, in words.
pub(crate) fn item_words(locale: Locale, item: Item) -> String {
    t!(locale, &super::item_key(item))
}
