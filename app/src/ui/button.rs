//! Buttons. The word says what happens. None is ever disabled: press it and be told what is missing.

use leptos::prelude::*;

use super::icon::icon;

/// The one main button of a form.
pub fn button(words: &str) -> impl IntoView + use<> {
    view! { <button class="button" type="submit">{words.to_owned()}</button> }
}

/// A second way that is as good as the first.
pub fn quiet_button(words: &str) -> impl IntoView + use<> {
    view! { <button class="button button--quiet" type="submit">{words.to_owned()}</button> }
}

/// Something that cannot be taken back.
pub fn danger_button(words: &str) -> impl IntoView + use<> {
    view! { <button class="button button--danger" type="submit">{words.to_owned()}</button> }
}

/// A submit button that looks like a link; `name` and `value` tell the handler which was pressed.
pub fn link_button(words: &str, name: &'static str, value: &'static str) -> impl IntoView + use<> {
    view! {
        <p class="link-row"><button class="link" type="submit" name=name value=value>{words.to_owned()}</button></p>
    }
}

/// A link as the page's main step.
pub fn button_link(href: &str, words: &str) -> impl IntoView + use<> {
    view! { <a class="button" href=href.to_owned()>{words.to_owned()}</a> }
}

/// A link as a second way.
pub fn quiet_link(href: &str, words: &str) -> impl IntoView + use<> {
    view! { <a class="button button--quiet" href=href.to_owned()>{words.to_owned()}</a> }
}

/// An underlined word in a row of its own, with a picture if `picture` names one.
pub fn link_row(href: &str, words: &str, picture: Option<&str>) -> impl IntoView + use<> {
    let picture = picture.map(icon);
    view! { <p class="link-row">{picture}<a href=href.to_owned()>{words.to_owned()}</a></p> }
}
