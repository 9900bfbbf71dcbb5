//! `/print/{number}/sheet`: the A4 page and the card to cut out.

use axum::{
    extract::{Path, Query},
    response::{IntoResponse, Redirect, Response},
};
use leptos::prelude::*;
use serde::Deserialize;
use xinju_credential::{certificate::Subject, qr};
use xinju_domain::{certificate_number::ShortNumber, time::Day};
use xinju_service::{
    Broken,
    print::{self, Sheet},
};
use xinju_text::{Locale, t};

use crate::{
    frame::{Page, Stop, Visit},
    ui,
};

/// Modules of white around the symbol (ISO/IEC 18004).
const QUIET_ZONE: usize = 4;

#[derive(Debug, Deserialize)]
pub(super) struct Ticket {
    #[serde(default)]
    token: String,
}

/// A print of the last hour; afterwards the question is asked again.
pub(super) async fn page(
    visit: Visit,
    Path(number): Path<String>,
    Query(ticket): Query<Ticket>,
) -> Result<Response, Stop> {
    let who = visit.person()?;
    let number = ShortNumber::parse(&number).map_err(|_| Stop::NotFound)?;
    let sheet = print::find(&visit.services, who, &ticket.token).await?;
    let Some(sheet) = sheet.filter(|sheet| sheet.subject.number == number.as_str()) else {
        return Ok(Redirect::to(&format!("/print/{number}")).into_response());
    };
    let text = qr::text(visit.services.settings.origin.text(), &sheet.bytes);
    let code = Code::draw(&text)?;
    let host = visit.services.settings.origin.host().to_owned();
    let locale = visit.locale;
    let page = Page::titled(&t!(locale, "print-title"))
        .back("/certificate", &t!(locale, "print-back"))
        .main_class("main print-page");
    Ok(visit.page(page, move || {
        view! {
            <div class="screen-only stack">
                <p class="note note--strong">
                    {ui::icon_24("printer")}<span>{t!(locale, "print-how")}</span>
                </p>
                <button class="button" type="button" hidden data-print="">
                    {ui::icon("printer")}{t!(locale, "print-button")}
                </button>
            </div>
            {certificate(locale, &sheet, &code, &host)}
            {pocket(locale, &sheet, &code, &host)}
            <p class="hint screen-only">{t!(locale, "print-kept")}</p>
        }
    }))
}

/// The symbol, drawn on the server: a print needs no script.
#[derive(Clone, Debug)]
struct Code {
    path: String,
    side: usize,
}

impl Code {
    fn draw(text: &str) -> Result<Self, Broken> {
        let symbol = qr::draw_paper(text).map_err(Broken::new)?;
        Ok(Self { path: symbol.svg_path(), side: symbol.size + 2 * QUIET_ZONE })
    }

    fn view(&self, words: String) -> impl IntoView + use<> {
        let side = self.side;
        view! {
            <svg viewBox=format!("0 0 {side} {side}") width="420" height="420" role="img" aria-label=words
                shape-rendering="crispEdges">
                <rect width=side height=side fill="#fff"></rect>
                <path d=self.path.clone() transform=format!("translate({QUIET_ZONE} {QUIET_ZONE})") fill="#000"></path>
            </svg>
        }
    }
}

fn certificate(locale: Locale, sheet: &Sheet, code: &Code, host: &str) -> impl IntoView + use<> {
    view! {
        <article class="print-card">
            <header class="print-card__head">
                {ui::drawing("mark", "mark")}<h1>{t!(locale, "print-certificate")}</h1>
            </header>
            <div class="print-card__body">
                {facts(locale, all(locale, sheet))}
                <div class="print-card__code">{code.view(t!(locale, "print-symbol"))}</div>
            </div>
            <footer class="print-card__foot small">
                <p>{t!(locale, "print-foot-scan", host = host)}</p>
                <p>{t!(locale, "print-foot-card")}</p>
                <p>{t!(locale, "print-foot-voluntary")}</p>
            </footer>
        </article>
    }
}

/// The size of a bank card: only what fits and is asked for first.
fn pocket(locale: Locale, sheet: &Sheet, code: &Code, host: &str) -> impl IntoView + use<> {
    let rows = vec![
        Fact::Text("print-name", sheet.subject.name.clone()),
        Fact::Masked(sheet.subject.masked_id.clone()),
        Fact::Text("print-until", day(locale, sheet.subject.valid_until)),
    ];
    view! {
        <article class="print-card print-card--pocket">
            <header class="print-card__head">
                {ui::drawing("mark", "mark")}<h2>{t!(locale, "print-certificate")}</h2>
            </header>
            <div class="print-card__body">
                {facts(locale, rows)}
                <div class="print-card__code">{code.view(t!(locale, "print-symbol"))}</div>
            </div>
            <footer class="print-card__foot">{t!(locale, "print-foot-pocket", host = host)}</footer>
        </article>
    }
}

/// A line: the key of its name and what is said.
enum Fact {
    Text(&'static str, String),
    /// The ID number, of which only the ends are known.
    Masked(String),
}

fn facts(locale: Locale, rows: Vec<Fact>) -> impl IntoView {
    let rows = rows
        .into_iter()
        .map(|row| match row {
            Fact::Text(key, value) => view! { <div><dt>{t!(locale, key)}</dt><dd>{value}</dd></div> }.into_any(),
            Fact::Masked(value) => {
                view! { <div><dt>{t!(locale, "print-id")}</dt><dd>{masked(locale, &value)}</dd></div> }.into_any()
            }
        })
        .collect_view();
    view! { <dl class="facts">{rows}</dl> }
}

/// First character, 16 dots, last character; read out as what it is.
fn masked(locale: Locale, value: &str) -> impl IntoView + use<> {
    let first = value.chars().next().map(String::from).unwrap_or_default();
    let last = value.chars().last().map(String::from).unwrap_or_default();
    let told = t!(locale, "print-masked", first = &first, last = &last);
    view! {
        <span class="visually-hidden">{told}</span>
        <span class="masked" aria-hidden="true">{first}<span class="masked__dots">"••••••••••••••••"</span>{last}</span>
    }
}

/// All that the signed code says, and nothing beside it but the day of printing.
fn all(locale: Locale, sheet: &Sheet) -> Vec<Fact> {
    let subject = &sheet.subject;
    let mut rows = vec![Fact::Text("print-name", subject.name.clone()), Fact::Masked(subject.masked_id.clone())];
    rows.extend(about(locale, subject));
    rows.extend([
        Fact::Text("print-number", grouped(&subject.number)),
        Fact::Text("print-until", day(locale, subject.valid_until)),
        Fact::Text("print-on", ui::date::full_day(locale, sheet.printed_on)),
    ]);
    rows
}

/// What *registration* shows more.
fn about(locale: Locale, subject: &Subject) -> Vec<Fact> {
    let sex = subject.sex.map(|code| t!(locale, if code == 1 { "print-sex-1" } else { "print-sex-2" }));
    let born = subject.born.map(|number| day(locale, number));
    let marital = subject.marital.map(|code| t!(locale, &format!("print-marital-{code}")));
    let children = subject.children.map(|(sons, daughters)| match sons + daughters {
        0 => t!(locale, "print-children-none"),
        _ => t!(locale, "print-children-count", sons = sons, daughters = daughters),
    });
    [
        ("print-sex", sex),
        ("print-born", born),
        ("print-marital", marital),
        ("print-children", children),
        ("print-office", subject.home_office.clone()),
    ]
    .into_iter()
    .filter_map(|(key, value)| Some(Fact::Text(key, value?)))
    .collect()
}

fn day(locale: Locale, number: u32) -> String {
    Day::from_yyyymmdd(number).map_or_else(String::new, |day| ui::date::full_day(locale, day))
}

fn grouped(number: &str) -> String {
    ShortNumber::parse(number).map_or_else(|_| number.to_owned(), |number| number.grouped())
}
