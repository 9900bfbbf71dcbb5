//! The doorway: a panel with a lamp at its corner. White is a fact or the office's turn, glowing is the person's turn (one
//! a page), red is something to put right.

use leptos::prelude::*;
use xinju_text::{Locale, t};

use super::icon::{icon, icon_24};
use crate::frame::Typed;

/// A fact. `picture` is the sign in the grey lamp, `head` the first line beside it.
pub fn fact_panel<V: IntoView + 'static>(picture: &str, head: &str, body: V) -> impl IntoView + use<V> {
    let body = body.into_any();
    view! {
        <section class="panel">
            <span class="lamp" aria-hidden="true">{icon(picture)}</span>
            <p class="panel__head">{head.to_owned()}</p>
            {body}
        </section>
    }
}

/// The person's turn. `lamp` is the name of a picture or a number.
pub fn lit_panel<V: IntoView + 'static>(lamp: &str, head: &str, body: V) -> impl IntoView + use<V> {
    let body = body.into_any();
    view! {
        <section class="panel panel--lit">
            <span class="lamp" aria-hidden="true">{lamp_sign(lamp)}</span>
            <p class="panel__head">{head.to_owned()}</p>
            {body}
        </section>
    }
}

/// The person's turn as one big link, as on the first page.
pub fn lit_link(href: &str, lamp: &str, head: &str, title: &str, words: &str) -> impl IntoView + use<> {
    view! {
        <a class="panel panel--lit panel--press" href=href.to_owned()>
            <span class="lamp" aria-hidden="true">{lamp_sign(lamp)}</span>
            <span class="panel__head">{head.to_owned()}</span>
            <span class="panel__title">{title.to_owned()}</span>
            <span class="panel__text">{words.to_owned()}</span>
            <span class="panel__go">{icon_24("chevron-right")}</span>
        </a>
    }
}

fn lamp_sign(lamp: &str) -> AnyView {
    if lamp.chars().all(|character| character.is_ascii_digit()) {
        lamp.to_owned().into_any()
    } else {
        icon(lamp).into_any()
    }
}

/// What is to be put right, with a link to each field. Nothing when there is no fault. The first thing in `main`.
pub fn error_summary(locale: Locale, typed: &Typed) -> Option<impl IntoView + use<>> {
    let count = typed.faults.len();
    (count > 0).then(|| {
        let links = typed
            .faults
            .iter()
            .map(|(field, key)| view! { <li><a href=format!("#{field}")>{t!(locale, key)}</a></li> })
            .collect_view();
        view! {
            <section class="panel panel--bad" role="alert" tabindex="-1" id="errors">
                <span class="lamp" aria-hidden="true">{count}</span>
                <h2 class="panel__head">{t!(locale, "frame-errors", count = count)}</h2>
                <ul class="panel__errors">{links}</ul>
            </section>
        }
    })
}

/// One line under the top bar that says what has just been done.
pub fn notice_banner(words: &str) -> impl IntoView + use<> {
    view! { <div class="notice-banner notice-banner--ok" role="status">{icon("check")}<p>{words.to_owned()}</p></div> }
}
