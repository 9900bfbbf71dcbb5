//! The band, what the holder chose to show, and what to do.

use leptos::prelude::*;
use xinju_credential::{
    certificate::Subject,
    verify::{Judgement, Verdict},
};

use super::{
    Showing,
    fill::{children, date, filled, span},
    words::VerdictWords,
};

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
pub(crate) fn band(words: &VerdictWords, icons: &str, shown: &Shown) -> impl IntoView + use<> {
    let name = shown.showing.band().name();
    let sentence = words.sentences.get(shown.showing.place()).cloned().unwrap_or_default();
    let age = shown.judgement.proof_age.unwrap_or(0);
    let is_ahead = shown.showing == Showing::Clock && age < 0;
    let template = if is_ahead { &words.clock_ahead } else { &sentence.why };
    let why = filled(template, &[("t", &span(words, age))]);
    let list = list_line(words, shown);
    view! {
        <section class=format!("verdict verdict--{name}") role="status">
            <svg class="verdict__face" aria-hidden="true" focusable="false">
                <use href=format!("{icons}face-{name}")></use>
            </svg>
            <div class="verdict__word"><h1>{sentence.word}</h1><p>{why}</p></div>
            <p class="verdict__list">{icon(icons, "refresh")}<span>{list}</span></p>
        </section>
    }
}

fn list_line(words: &VerdictWords, shown: &Shown) -> String {
    let told = |template: &str, made: i64| filled(template, &[("t", &span(words, (shown.now - made).max(0)))]);
    match shown.judgement.verdict {
        Verdict::Malformed | Verdict::NotGenuine => told(&words.keys_age, shown.bundle_made),
        Verdict::Valid | Verdict::Paper | Verdict::Clock => match shown.judgement.status_as_of {
            Some(as_of) => told(&words.list_age, i64::try_from(as_of).unwrap_or(shown.now)),
            None => words.list_none.clone(),
        },
        _ => told(&words.list_age, shown.bundle_made),
    }
}

/// What the holder chose to show, and the reminder to compare the ID card.
pub(crate) fn facts(words: &VerdictWords, icons: &str, subject: &Subject) -> impl IntoView + use<> {
    let rows = rows(words, subject)
        .into_iter()
        .map(|(name, value)| view! { <div><dt>{name}</dt><dd>{value}</dd></div> })
        .collect_view();
    let compare = if subject.born.is_some() { &words.compare_registration } else { &words.compare_minimum };
    view! {
        <p class="person">{subject.name.clone()}</p>
        <dl class="facts">{id_row(words, subject)}{rows}</dl>
        <section class="panel panel--lit">
            <span class="lamp" aria-hidden="true">{icon(icons, "id")}</span>
            <h2 class="panel__head">{words.compare_title.clone()}</h2>
            {lines(compare).map(|line| view! { <p>{line}</p> }).collect_view()}
        </section>
    }
}

/// The whole number where the holder showed it, else its two ends.
fn id_row(words: &VerdictWords, subject: &Subject) -> impl IntoView + use<> {
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
            let told = filled(&words.masked, &[("a", &first), ("z", &last)]);
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
    view! { <div><dt>{words.id_number.clone()}</dt>{value}</div> }
}

fn rows(words: &VerdictWords, subject: &Subject) -> Vec<(String, String)> {
    let sex = subject.sex.and_then(|sex| match sex {
        1 => Some(words.male.clone()),
        2 => Some(words.female.clone()),
        _ => None,
    });
    let born = subject.born.map(|born| date(words, born));
    let marital = subject.marital.and_then(|code| words.marital.get(usize::from(code / 10).wrapping_sub(1)).cloned());
    let family = subject.children.map(|pair| children(words, pair));
    let joined = |parts: [Option<String>; 2]| {
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        (!parts.is_empty()).then(|| parts.join(&words.comma))
    };
    [
        (&words.sex_and_birth, joined([sex, born])),
        (&words.family, joined([marital_of(subject, marital), family])),
        (&words.spouse, subject.spouse.clone()),
        (&words.home_office, subject.home_office.clone()),
        (&words.valid_until, Some(date(words, subject.valid_until))),
    ]
    .into_iter()
    .filter_map(|(name, value)| Some((name.clone(), value?)))
    .collect()
}

/// GB/T 2261.2 counts in tens: 10, 20, 30, 40. What is none of them is not told.
fn marital_of(subject: &Subject, word: Option<String>) -> Option<String> {
    word.filter(|_| subject.marital.is_some_and(|code| code % 10 == 0))
}

/// What to do after a refusal, that nobody loses anything, and why a genuine code may fail.
pub(crate) fn advice(words: &VerdictWords, icons: &str, showing: Showing) -> impl IntoView + use<> {
    let steps = words.sentences.get(showing.place()).map(|sentence| sentence.steps.clone()).unwrap_or_default();
    let steps = lines(&steps).map(|step| view! { <li>{step}</li> }).collect_view();
    let reasons = lines(&words.reasons).map(|reason| view! { <li>{reason}</li> }).collect_view();
    view! {
        <h2>{words.what_now.clone()}</h2>
        <ol class="do-list">{steps}</ol>
        <section class="panel">
            <span class="lamp" aria-hidden="true">{icon(icons, "info-circle")}</span>
            <p class="panel__head">{words.calm_title.clone()}</p>
            <p>{words.calm_words.clone()}</p>
        </section>
        <details class="details">
            <summary>{words.reasons_title.clone()}</summary>
            <div class="details__body stack"><ul>{reasons}</ul></div>
        </details>
    }
}

fn lines(text: &str) -> impl Iterator<Item = String> + use<'_> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned)
}
