//! Radio buttons and checkboxes as cards that are easy to hit.

use leptos::prelude::*;

use super::field::described_by;

/// One card of a group.
#[derive(Clone, Debug, Default)]
pub struct Choice {
    pub value: String,
    pub words: String,
    pub hint: String,
}

/// A group of cards under one question.
#[derive(Clone, Debug, Default)]
pub struct Choices {
    pub name: &'static str,
    pub legend: String,
    /// Whether the legend is the page's heading.
    pub legend_is_heading: bool,
    pub hint: String,
    pub options: Vec<Choice>,
    pub chosen: Vec<String>,
    pub fault: Option<String>,
    /// Checkboxes instead of radio buttons.
    pub several: bool,
}

/// A group of radio buttons or checkboxes. The first control has the group's name as its id, for the error summary.
pub fn choices(group: Choices) -> impl IntoView {
    let name = group.name;
    let described = described_by(name, &group.hint, group.fault.as_ref());
    let kind = if group.several { "checkbox" } else { "radio" };
    let is_bad = group.fault.is_some();
    let legend = if group.legend_is_heading {
        view! { <legend><h1>{group.legend}</h1></legend> }.into_any()
    } else {
        view! { <legend class="field__label">{group.legend}</legend> }.into_any()
    };
    let chosen = group.chosen;
    let cards = group
        .options
        .into_iter()
        .enumerate()
        .map(|(place, option)| {
            let id = if place == 0 { name.to_owned() } else { format!("{name}-{place}") };
            let is_chosen = chosen.contains(&option.value);
            card(kind, name, id, option, is_chosen)
        })
        .collect_view();
    view! {
        <fieldset class="choices" class:field--bad=is_bad aria-describedby=described>
            {legend}
            {(!group.hint.is_empty()).then(|| view! { <p class="hint" id=format!("{name}-hint")>{group.hint}</p> })}
            {group.fault.map(|fault| view! { <p class="field__error" id=format!("{name}-error")>{fault}</p> })}
            {cards}
        </fieldset>
    }
}

/// A single checkbox.
pub fn checkbox(name: &'static str, value: &str, words: &str, is_chosen: bool) -> impl IntoView + use<> {
    let option = Choice { value: value.to_owned(), words: words.to_owned(), hint: String::new() };
    card("checkbox", name, name.to_owned(), option, is_chosen)
}

fn card(kind: &'static str, name: &'static str, id: String, option: Choice, is_chosen: bool) -> impl IntoView + use<> {
    view! {
        <label class="choice">
            <input type=kind name=name id=id value=option.value checked=is_chosen/>
            <span class="choice__text">
                {option.words}
                {(!option.hint.is_empty()).then(|| view! { <span class="choice__hint">{option.hint}</span> })}
            </span>
        </label>
    }
}
