//! The bar over every page of the desk: office, tabs, search, the officer.

use leptos::prelude::*;
use xinju_domain::staff::Role;
use xinju_service::session::Session;
use xinju_text::{Locale, t};

use crate::frame::Visit;
use crate::ui;

/// A part of the desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tab {
    Applications,
    Certificates,
    Disputes,
    /// None of them, such as the results of a search.
    Other,
}

/// Tab, address, catalogue key, and the post it needs.
const TABS: [(Tab, &str, &str, Role); 3] = [
    (Tab::Applications, "/desk/applications", "desk-tab-applications", Role::Issuing),
    (Tab::Certificates, "/desk/certificates", "desk-tab-certificates", Role::Issuing),
    (Tab::Disputes, "/desk/disputes", "desk-tab-disputes", Role::Issuing),
];

/// The bar, with the tab that is open. For `Page::top`.
pub fn desk_bar(visit: &Visit, here: Tab) -> impl FnOnce() -> AnyView + use<> {
    let locale = visit.locale;
    let session = visit.session.clone();
    let path = visit.path.clone();
    move || match session {
        Some(session) => bar(locale, &session, here, &path).into_any(),
        None => ().into_any(),
    }
}

fn bar(locale: Locale, session: &Session, here: Tab, path: &str) -> impl IntoView + use<> {
    let office = session.posts.first().map(|post| post.office_name.clone()).unwrap_or_default();
    let searches = session.officer(Role::Issuing).is_some();
    let language = format!("/language?next={}", path.split('?').next().unwrap_or("/desk"));
    let tabs = TABS
        .into_iter()
        .filter(|(.., role)| session.officer(*role).is_some())
        .map(|(tab, href, key, _)| {
            let current = (tab == here).then_some("page");
            view! { <a class="desk-tab" aria-current=current href=href>{t!(locale, key)}</a> }
        })
        .collect_view();
    view! {
        <header class="desk-bar">
            <a class="top-bar__home" href="/desk">{ui::drawing("mark", "mark")}<span>{t!(locale, "frame-name")}</span></a>
            <span class="desk-bar__office">{office}</span>
            <nav class="desk-tabs" aria-label=t!(locale, "desk-tabs")>{tabs}</nav>
            {searches.then(|| search_box(locale))}
            <a class="tool" href=language>{ui::icon("language")}<span>{t!(locale, "frame-language")}</span></a>
            <a class="tool" href="/account">{ui::icon("user")}<span>{t!(locale, "frame-me")}</span></a>
        </header>
    }
}

/// The search of the bar. What is typed is posted: no address, log or history of a browser holds a name or a number.
fn search_box(locale: Locale) -> impl IntoView {
    view! {
        <form class="desk-search" role="search" method="post" action="/desk/search">
            {ui::icon("search")}
            <label class="visually-hidden" for="q">{t!(locale, "desk-search")}</label>
            <input id="q" name="q" type="search" placeholder=t!(locale, "desk-search") autocomplete="off" accesskey="k" data-key="k"/>
            <kbd aria-hidden="true">"Ctrl K"</kbd>
        </form>
    }
}
