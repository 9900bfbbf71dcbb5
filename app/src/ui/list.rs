//! Lists: answers to check, facts, rows that can be opened, tags and notes.

use leptos::prelude::*;

use super::icon::{icon, icon_24};

/// One answer with the way to change it.
#[derive(Clone, Debug)]
pub struct SummaryRow {
    pub question: String,
    pub answer: String,
    /// Where the answer is changed, and the word on the link.
    pub change: Option<(String, String)>,
}

/// Questions and answers; the change link says for a screen reader what it changes.
pub fn summary_list(rows: Vec<SummaryRow>) -> impl IntoView {
    let rows = rows
        .into_iter()
        .map(|row| {
            let change = row.change.map(|(href, words)| {
                view! {
                    <dd class="summary-list__change">
                        <a href=href>{words}<span class="visually-hidden">{row.question.clone()}</span></a>
                    </dd>
                }
            });
            view! {
                <div class="summary-list__row"><dt>{row.question.clone()}</dt><dd>{row.answer}</dd>{change}</div>
            }
        })
        .collect_view();
    view! { <dl class="summary-list">{rows}</dl> }
}

/// Names and values that only inform.
pub fn facts(rows: Vec<(String, String)>) -> impl IntoView {
    let rows =
        rows.into_iter().map(|(name, value)| view! { <div><dt>{name}</dt><dd>{value}</dd></div> }).collect_view();
    view! { <dl class="facts">{rows}</dl> }
}

/// A thing that can be opened (with `href`) or acted on (with `end`).
#[derive(Default)]
pub struct Row {
    pub picture: &'static str,
    pub title: String,
    pub more: String,
    pub href: Option<String>,
    pub end: Option<AnyView>,
}

impl std::fmt::Debug for Row {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Row").field("title", &self.title).finish_non_exhaustive()
    }
}

/// A list of rows.
pub fn rows(rows: Vec<Row>) -> impl IntoView {
    let rows = rows.into_iter().map(|row| view! { <li>{one_row(row)}</li> }).collect_view();
    view! { <ul class="rows">{rows}</ul> }
}

fn one_row(row: Row) -> AnyView {
    let picture = (!row.picture.is_empty()).then(|| icon_24(row.picture));
    let more = (!row.more.is_empty()).then(|| view! { <span class="small">{row.more}</span> });
    let text = view! { <span class="row__text"><span class="row__title">{row.title}</span>{more}</span> };
    let end = row.end.map(|end| view! { <span class="row__end">{end}</span> });
    match row.href {
        Some(href) => view! {
            <a class="row row--press" href=href>{picture}{text}{end}{icon("chevron-right")}</a>
        }
        .into_any(),
        None => view! { <div class="row">{picture}{text}{end}</div> }.into_any(),
    }
}

/// A quiet tag.
pub fn tag(words: &str) -> impl IntoView + use<> {
    view! { <span class="tag">{words.to_owned()}</span> }
}

/// Only for *due today* and *waiting for you*.
pub fn tag_today(words: &str) -> impl IntoView + use<> {
    view! { <span class="tag tag--today">{words.to_owned()}</span> }
}

/// Only for *overdue*.
pub fn tag_bad(words: &str) -> impl IntoView + use<> {
    view! { <span class="tag tag--bad">{words.to_owned()}</span> }
}

/// Valid, passed.
pub fn tag_ok(words: &str) -> impl IntoView + use<> {
    view! { <span class="tag tag--ok">{icon("check")}{words.to_owned()}</span> }
}

/// A picture and a line.
pub fn note(picture: &str, words: &str) -> impl IntoView + use<> {
    view! { <p class="note">{icon_24(picture)}<span>{words.to_owned()}</span></p> }
}
