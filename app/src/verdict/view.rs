//! The band, what the holder chose to show, and what to do.

use leptos::prelude::*;
use xinju_credential::{
    certificate::Subject,
    verify::{Judgement, Verdict},
};

use super::{
    Showing,
    fill::{children, date, filled, span},
};
use crate::words::Words;

/// A judgement with the circumstances under which it was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Shown {
    pub(crate) judgement: Judgement,
    pub(crate) showing: Showing,
    /// Unix seconds by the server's clock, as far as it is known.
    pub(crate) now: i64,
    pub(crate) bundle_made: i64,
    /// The text of the QR, for a registration.
    pub(crate) text: String,
}

/// A picture from the sprite; `icons` is its address up to the name.
pub(crate) fn icon(icons: &str, name: &str) -> impl IntoView + use<> {
    let address = format!("{icons}{name}");
    view! { <svg class="icon icon--24" aria-hidden="true" focusable="false"><use href=address></use></svg> }
}

/// The colour, the face, the word, how it was shown, how old the list is.
pub(crate) fn band(words: &Words, icons: &str, shown: &Shown) -> impl IntoView + use<> {
    let name = shown.showing.band().name();
    let code = shown.showing.code();
    let age = shown.judgement.proof_age.unwrap_or(0);
    let is_ahead = shown.showing == Showing::Clock && age < 0;
    let template = if is_ahead { words.get("verdict-clock-ahead") } else { words.get(&format!("verdict-{code}-why")) };
    let why = filled(&template, &[("time", &span(words, age))]);
    let list = list_line(words, shown);
    view! {
        <section class=format!("verdict verdict--{name}") role="status">
            <svg class="verdict__face" aria-hidden="true" focusable="false">
                <use href=format!("{icons}face-{name}")></use>
            </svg>
            <div class="verdict__word"><h1>{words.get(&format!("verdict-{code}"))}</h1><p>{why}</p></div>
            <p class="verdict__list">{icon(icons, "refresh")}<span>{list}</span></p>
        </section>
    }
}

fn list_line(words: &Words, shown: &Shown) -> String {
    let told = |key: &str, made: i64| filled(&words.get(key), &[("time", &span(words, (shown.now - made).max(0)))]);
    match shown.judgement.verdict {
        Verdict::Malformed | Verdict::NotGenuine => told("verdict-keys-age", shown.bundle_made),
        Verdict::Valid | Verdict::Paper | Verdict::Clock => match shown.judgement.status_as_of {
            Some(as_of) => told("verdict-list-age", i64::try_from(as_of).unwrap_or(shown.now)),
            None => words.get("verdict-list-none"),
        },
        _ => told("verdict-list-age", shown.bundle_made),
    }
}

/// What the holder chose to show, and the reminder to compare the ID card.
pub(crate) fn facts(words: &Words, icons: &str, subject: &Subject) -> impl IntoView + use<> {
    let rows = rows(words, subject)
        .into_iter()
        .map(|(name, value)| view! { <div><dt>{name}</dt><dd>{value}</dd></div> })
        .collect_view();
    let compare =
        words.get(if subject.born.is_some() { "verdict-compare-registration" } else { "verdict-compare-minimum" });
    view! {
        <p class="person">{subject.name.clone()}</p>
        <dl class="facts">{id_row(words, subject)}{rows}</dl>
        <section class="panel panel--lit">
            <span class="lamp" aria-hidden="true">{icon(icons, "id")}</span>
            <h2 class="panel__head">{words.get("verdict-compare-title")}</h2>
            {lines(&compare).map(|line| view! { <p>{line}</p> }).collect_view()}
        </section>
    }
}

/// The whole number where the holder showed it, else its two ends.
fn id_row(words: &Words, subject: &Subject) -> impl IntoView + use<> {
    let value = match &subject.id_number {
        Some(number) => {
            let grouped = match (number.get(..6), number.get(6..14), number.get(14..)) {
                (Some(area), Some(born), Some(rest)) => format!("{area} {born} {rest}"),
                _ => number.clone(),
            };
            view! { <dd class="digits">{grouped}</dd> }.into_any()
        }
        None => {
            let first = subject.masked_id.chars().next().map(String::from).unwrap_or_default();
            let last = subject.masked_id.chars().last().map(String::from).unwrap_or_default();
            let told = filled(&words.get("verdict-masked"), &[("first", &first), ("last", &last)]);
            view! {
                <dd>
                    <span class="visually-hidden">{told}</span>
                    <span class="masked" aria-hidden="true">
                        {first}<span class="masked__dots">"••••••••••••••••"</span>{last}
                    </span>
                </dd>
            }
            .into_any()
        }
    };
    view! { <div><dt>{words.get("verdict-id-number")}</dt>{value}</div> }
}

fn rows(words: &Words, subject: &Subject) -> Vec<(String, String)> {
    let sex = subject.sex.and_then(|sex| match sex {
        1 => Some(words.get("verdict-male")),
        2 => Some(words.get("verdict-female")),
        _ => None,
    });
    let born = subject.born.map(|born| date(words, born));
    let marital = subject.marital.and_then(marital_key).map(|key| words.get(key));
    let family = subject.children.map(|pair| children(words, pair));
    let joined = |parts: [Option<String>; 2]| {
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        (!parts.is_empty()).then(|| parts.join(&words.get("verdict-comma")))
    };
    [
        ("verdict-sex-and-birth", joined([sex, born])),
        ("verdict-family", joined([marital, family])),
        ("verdict-spouse", subject.spouse.clone()),
        ("verdict-home-office", subject.home_office.clone()),
        ("verdict-valid-until", Some(date(words, subject.valid_until))),
    ]
    .into_iter()
    .filter_map(|(key, value)| Some((words.get(key), value?)))
    .collect()
}

/// By GB/T 2261.2. What is none of the four is not told.
fn marital_key(code: u8) -> Option<&'static str> {
    match code {
        10 => Some("verdict-unmarried"),
        20 => Some("verdict-married"),
        30 => Some("verdict-widowed"),
        40 => Some("verdict-divorced"),
        _ => None,
    }
}

/// What to do after a refusal, that nobody loses anything, and why a genuine code may fail.
pub(crate) fn advice(words: &Words, icons: &str, showing: Showing) -> impl IntoView + use<> {
    let steps = words.get(&format!("verdict-{}-steps", showing.code()));
    let steps = lines(&steps).map(|step| view! { <li>{step}</li> }).collect_view();
    let reasons = lines(&words.get("verdict-reasons")).map(|reason| view! { <li>{reason}</li> }).collect_view();
    view! {
        <h2>{words.get("verdict-what-now")}</h2>
        <ol class="do-list">{steps}</ol>
        <section class="panel">
            <span class="lamp" aria-hidden="true">{icon(icons, "info-circle")}</span>
            <p class="panel__head">{words.get("verdict-calm-title")}</p>
            <p>{words.get("verdict-calm-words")}</p>
        </section>
        <details class="details">
            <summary>{words.get("verdict-reasons-title")}</summary>
            <div class="details__body stack"><ul>{reasons}</ul></div>
        </details>
    }
}

fn lines(text: &str) -> impl Iterator<Item = String> + use<'_> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned)
}
