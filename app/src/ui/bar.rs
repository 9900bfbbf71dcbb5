//! The bar at the top (mark or way back, read aloud, language) and the bar at the thumb of the main places.

use leptos::prelude::*;
use xinju_text::{Locale, t};

use super::icon::{drawing, icon};
use crate::frame::{Back, Visit};

/// The top of every page but the officers'.
pub fn top_bar(visit: &Visit, back: Option<Back>) -> impl IntoView + use<> {
    let locale = visit.locale;
    let tools = tool_links(locale, &visit.path);
    view! {
        <header class="top-bar">
            {match back {
                Some(back) => view! {
                    <a class="top-bar__back" href=back.href>{icon("arrow-left")}<span>{back.label}</span></a>
                }.into_any(),
                None => view! {
                    <a class="top-bar__home" href="/">
                        {drawing("mark", "mark")}<span>{t!(locale, "frame-name")}</span>
                    </a>
                }.into_any(),
            }}
            {tools}
        </header>
    }
}

/// *Read aloud* (shown by the script where the phone has a voice) and *language*.
pub fn tool_links(locale: Locale, path: &str) -> impl IntoView + use<> {
    let language = format!("/language?next={}", path.split('?').next().unwrap_or("/"));
    view! {
        <div class="top-bar__tools">
            <button class="tool" type="button" hidden data-read-aloud="">
                {icon("volume")}<span>{t!(locale, "frame-read-aloud")}</span>
            </button>
            <a class="tool" href=language>{icon("language")}<span>{t!(locale, "frame-language")}</span></a>
        </div>
    }
}

/// The bar of the main places: home, show (or get) the certificate, me. `here` is `home`, `account` or nothing.
pub fn home_bar(locale: Locale, here: &str, has_certificate: bool) -> impl IntoView + use<> {
    let (address, words, picture) = if has_certificate {
        ("/wallet", t!(locale, "frame-show-certificate"), "qrcode")
    } else {
        ("/certificate", t!(locale, "frame-get-certificate"), "certificate")
    };
    let current = |place: &str| (place == here).then_some("page");
    view! {
        <nav class="thumb-bar thumb-bar--home" aria-label=t!(locale, "frame-places")>
            <a class="thumb-bar__item" href="/" aria-current=current("home")>
                {icon("home")}<span>{t!(locale, "frame-home")}</span>
            </a>
            <a class="button" href=address>{icon(picture)}<span>{words}</span></a>
            <a class="thumb-bar__item" href="/account" aria-current=current("account")>
                {icon("user")}<span>{t!(locale, "frame-me")}</span>
            </a>
        </nav>
    }
}
