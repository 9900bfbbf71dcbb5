//! The form: address, digits of the card for paper, what is missing.

use leptos::prelude::*;

use xinju_domain::registration::Item;

use super::{item_key, queue::Order};
use crate::words::Words;

/// A registration that is being made.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Draft {
    pub(crate) name: String,
    pub(crate) order: Order,
    /// Shown on paper: the digits of the card are asked for.
    pub(crate) is_paper: bool,
    /// What the server said to the last try.
    pub(crate) fault: String,
}

#[derive(Clone, Copy)]
struct Fields {
    address: RwSignal<String>,
    digits: RwSignal<String>,
    missing: RwSignal<Vec<String>>,
    note: RwSignal<String>,
    due: RwSignal<String>,
    digits_fault: RwSignal<String>,
    note_fault: RwSignal<String>,
}

impl Fields {
    fn of(draft: &Draft) -> Self {
        let order = draft.order.clone();
        Self {
            address: RwSignal::new(order.address),
            digits: RwSignal::new(order.digits),
            missing: RwSignal::new(order.missing),
            note: RwSignal::new(order.note),
            due: RwSignal::new(order.due),
            digits_fault: RwSignal::new(draft.fault.clone()),
            note_fault: RwSignal::new(String::new()),
        }
    }

    /// The order with what was typed, if nothing is missing in it.
    fn order(self, draft: &Draft, words: &Words) -> Option<Order> {
        let typed: String = self.digits.get_untracked().chars().filter(|digit| !digit.is_whitespace()).collect();
        let are_digits = typed.chars().count() == 6 && typed.chars().all(char::is_numeric);
        let lacks_digits = draft.is_paper && !are_digits;
        let missing = self.missing.get_untracked();
        let note = self.note.get_untracked().trim().to_owned();
        let lacks_note = note.is_empty() && missing.iter().any(|item| item == "other");
        self.digits_fault.set(if lacks_digits { words.get("fault-digits-shape") } else { String::new() });
        self.note_fault.set(if lacks_note { words.get("fault-notice-note-missing") } else { String::new() });
        (!lacks_digits && !lacks_note).then(|| Order {
            address: self.address.get_untracked().trim().to_owned(),
            digits: typed,
            missing,
            note,
            due: self.due.get_untracked(),
            ..draft.order.clone()
        })
    }
}

/// The form; `send` gets the order, `back` leaves without one.
pub(crate) fn form(
    words: Words,
    draft: Draft,
    send: impl Fn(Order) + Copy + Send + 'static,
    back: impl Fn() + Copy + Send + 'static,
) -> impl IntoView {
    let fields = Fields::of(&draft);
    let is_paper = draft.is_paper;
    let name = draft.name.clone();
    let labels = words.clone();
    let notice_labels = words.clone();
    let lacks_something = Memo::new(move |_| fields.missing.with(|missing| !missing.is_empty()));
    let submit = move || {
        if let Some(order) = fields.order(&draft, &words) {
            send(order);
        }
    };
    view! {
        <section class="column stack">
            <h1>{labels.get("registration-title")}</h1>
            <p class="person">{name}</p>
            {is_paper.then(|| line(
                ("digits", "numeric"), (labels.get("registration-digits"), labels.get("registration-digits-hint")), fields.digits,
                Some(fields.digits_fault),
            ))}
            {line(("address", "text"), (labels.get("registration-address"), labels.get("registration-address-hint")), fields.address, None)}
            {items(&labels, fields.missing)}
            {move || lacks_something.get().then(|| notice(&notice_labels, fields))}
            <p class="small">{labels.get("registration-privacy")}</p>
        </section>
        <footer class="thumb-bar">
            <button type="button" class="button button--quiet" on:click=move |_| back()>{labels.get("registration-back")}</button>
            <button type="button" class="button" on:click=move |_| submit()>{labels.get("registration-send")}</button>
        </footer>
    }
}

fn notice(labels: &Words, fields: Fields) -> impl IntoView + use<> {
    view! {
        {line(
            ("note", "text"), (labels.get("registration-note"), labels.get("registration-note-hint")), fields.note, Some(fields.note_fault),
        )}
        {line(("due", "date"), (labels.get("registration-due"), labels.get("registration-due-hint")), fields.due, None)}
    }
}

fn items(labels: &Words, missing: RwSignal<Vec<String>>) -> impl IntoView + use<> {
    let cards = Item::ALL
        .iter()
        .copied()
        .map(|item| {
            let code = item.code();
            let words = labels.get(&item_key(item));
            let toggle = move |_| {
                missing.update(|missing| match missing.iter().position(|item| item == code) {
                    Some(place) => drop(missing.remove(place)),
                    None => missing.push(code.to_owned()),
                });
            };
            view! {
                <label class="choice">
                    <input type="checkbox" name="missing" on:change=toggle
                        prop:checked=move || missing.with(|missing| missing.iter().any(|item| item == code))/>
                    <span class="choice__text">{words}</span>
                </label>
            }
        })
        .collect_view();
    view! {
        <fieldset class="choices" aria-describedby="missing-hint">
            <legend class="field__label">{labels.get("registration-missing")}</legend>
            <p class="hint" id="missing-hint">{labels.get("registration-missing-hint")}</p>
            {cards}
        </fieldset>
    }
}

/// One labelled line. `kind` is `numeric` for digits, else the type of the input.
fn line(
    (name, kind): (&'static str, &'static str),
    (label, hint): (String, String),
    value: RwSignal<String>,
    fault: Option<RwSignal<String>>,
) -> impl IntoView {
    let told = move || fault.map_or_else(String::new, |fault| fault.get());
    let is_bad = move || !told().is_empty();
    let (kind, keyboard, look) = match kind {
        "numeric" => ("text", Some("numeric"), "input input--digits"),
        other => (other, None, "input"),
    };
    view! {
        <div class="field" class:field--bad=is_bad>
            <label class="field__label" for=name>{label}</label>
            <p class="field__hint" id=format!("{name}-hint")>{hint}</p>
            <Show when=is_bad>
                <p class="field__error" role="alert" id=format!("{name}-error")>{told}</p>
            </Show>
            <input class=look id=name type=kind inputmode=keyboard autocomplete="off"
                aria-invalid=move || is_bad().then_some("true")
                aria-describedby=format!("{name}-error {name}-hint")
                prop:value=move || value.get() on:input=move |event| value.set(event_target_value(&event))/>
        </div>
    }
}
