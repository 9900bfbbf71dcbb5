//! `/language`: choosing a language, signed in or not.

use axum::{
    Form,
    extract::Query,
    response::{IntoResponse, Redirect, Response},
};
use axum_extra::extract::{
    CookieJar,
    cookie::{Cookie, SameSite},
};
use leptos::prelude::*;
use serde::Deserialize;
use xinju_service::account;
use xinju_text::{Locale, t};

use crate::frame::{Fields, LOCALE_COOKIE, Page, Stop, Visit, form};
use crate::sign_in::cookie::local_path;
use crate::ui;

#[derive(Debug, Deserialize)]
pub(super) struct Onward {
    #[serde(default)]
    next: String,
}

pub(super) async fn page(visit: Visit, Query(onward): Query<Onward>) -> Response {
    let locale = visit.locale;
    let next = local_path(&onward.next).to_owned();
    let page = Page::titled(&t!(locale, "account-language-title")).back(&next, &t!(locale, "account-language-back"));
    visit.page(page, move || {
        let choices = Locale::ALL.map(|choice| row(choice, choice == locale)).collect_view();
        view! {
            <h1>{t!(locale, "account-language-title")}</h1>
            <form method="post" action="/language">
                {ui::hidden("next", &next)}
                <ul class="rows">{choices}</ul>
            </form>
        }
    })
}

/// Each language in its own name and letters, so that nobody has to read another one to find it.
fn row(choice: Locale, is_chosen: bool) -> impl IntoView {
    view! {
        <li>
            <button class="row row--press" name="locale" value=choice.tag() lang=choice.tag()
                aria-current=is_chosen.then_some("true")>
                <span class="row__text"><span class="row__title">{choice.own_name()}</span></span>
                {ui::icon(if is_chosen { "check" } else { "chevron-right" })}
            </button>
        </li>
    }
}

pub(super) async fn choose(visit: Visit, Form(fields): Form<Fields>) -> Result<Response, Stop> {
    let locale = Locale::from_tag(form::value(&fields, "locale")).ok_or(Stop::Unreadable)?;
    if let Some(who) = &visit.session {
        account::set_locale(&visit.services, who, locale).await?;
    }
    let mut chosen =
        Cookie::build((LOCALE_COOKIE, locale.tag())).path("/").secure(true).same_site(SameSite::Lax).build();
    chosen.make_permanent();
    let next = local_path(form::value(&fields, "next")).to_owned();
    Ok((CookieJar::new().add(chosen), Redirect::to(&next)).into_response())
}
