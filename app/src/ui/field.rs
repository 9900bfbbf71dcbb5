//! Single-line answers: label outside and above, hint, error, control. The error's words are those of the summary.

use leptos::prelude::*;

use super::icon::icon_24;

/// One text input. `name` is also the control's id, so that the summary can lead to it.
#[derive(Clone, Debug, Default)]
pub struct Field {
    pub name: &'static str,
    /// Empty when the page's heading is the label (then the heading holds a `<label for=name>`).
    pub label: String,
    pub hint: String,
    pub value: String,
    /// The sentence that says what to put right.
    pub fault: Option<String>,
    /// `type` of the input; empty means `text`.
    pub kind: &'static str,
    /// `inputmode`; empty leaves it out.
    pub keyboard: &'static str,
    /// `autocomplete`; empty means `off`.
    pub autocomplete: &'static str,
    /// `input--digits`, `input--short`, `input--code` or empty.
    pub look: &'static str,
}

/// A labelled input with everything around it.
pub fn field(field: Field) -> impl IntoView {
    let described = described_by(field.name, &field.hint, field.fault.as_ref());
    let class = format!("input {}", field.look);
    let kind = if field.kind.is_empty() { "text" } else { field.kind };
    let autocomplete = if field.autocomplete.is_empty() { "off" } else { field.autocomplete };
    let keyboard = (!field.keyboard.is_empty()).then_some(field.keyboard);
    let control = view! {
        <input class=class id=field.name name=field.name type=kind value=field.value inputmode=keyboard
            autocomplete=autocomplete aria-invalid=field.fault.is_some().then_some("true") aria-describedby=described/>
    };
    around(field.name, field.label, field.hint, field.fault, control.into_any())
}

/// A choice from a list of values and words.
pub fn select_field(
    name: &'static str,
    label: &str,
    options: Vec<(String, String)>,
    chosen: &str,
    fault: Option<String>,
) -> impl IntoView + use<> {
    let described = described_by(name, "", fault.as_ref());
    let options = options
        .into_iter()
        .map(|(value, words)| {
            let is_chosen = value == chosen;
            view! { <option value=value selected=is_chosen>{words}</option> }
        })
        .collect_view();
    let control = view! {
        <span class="select">
            <select class="input" id=name name=name aria-invalid=fault.is_some().then_some("true") aria-describedby=described>
                {options}
            </select>
            {icon_24("chevron-down")}
        </span>
    };
    around(name, label.to_owned(), String::new(), fault, control.into_any())
}

/// A file from the camera or the phone's storage. `accept` is the input's list of types.
pub fn file_field(
    name: &'static str,
    label: &str,
    hint: &str,
    accept: &'static str,
    fault: Option<String>,
) -> impl IntoView + use<> {
    let described = described_by(name, hint, fault.as_ref());
    let control = view! {
        <input class="file" type="file" id=name name=name accept=accept
            aria-invalid=fault.is_some().then_some("true") aria-describedby=described/>
    };
    around(name, label.to_owned(), hint.to_owned(), fault, control.into_any())
}

/// A value that the form carries along.
pub fn hidden(name: &'static str, value: &str) -> impl IntoView + use<> {
    view! { <input type="hidden" name=name value=value.to_owned()/> }
}

fn around(name: &'static str, label: String, hint: String, fault: Option<String>, control: AnyView) -> impl IntoView {
    let is_bad = fault.is_some();
    view! {
        <div class="field" class:field--bad=is_bad>
            {(!label.is_empty()).then(|| view! { <label class="field__label" for=name>{label}</label> })}
            {(!hint.is_empty()).then(|| view! { <p class="field__hint" id=format!("{name}-hint")>{hint}</p> })}
            {fault.map(|fault| view! { <p class="field__error" id=format!("{name}-error")>{fault}</p> })}
            {control}
        </div>
    }
}

/// The ids that a screen reader reads after the label: the error first.
pub(super) fn described_by(name: &str, hint: &str, fault: Option<&String>) -> Option<String> {
    let error = fault.map(|_| format!("{name}-error"));
    let hint = (!hint.is_empty()).then(|| format!("{name}-hint"));
    let ids: Vec<String> = error.into_iter().chain(hint).collect();
    (!ids.is_empty()).then(|| ids.join(" "))
}
