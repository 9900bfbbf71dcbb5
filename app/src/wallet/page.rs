//! `/wallet`, `/wallet/add` and `/lost-phone`.

use axum::{
    Router,
    response::{IntoResponse, Redirect, Response},
    routing::{get, post},
};
use leptos::prelude::*;
use xinju_domain::time::Day;
use xinju_service::wallet::Readiness;
use xinju_text::{Locale, t};

use super::{api, binder::WalletBinder, islands::Wallet, phones, words};
use crate::{
    frame::{AppState, Module, Page, Stop, Visit},
    sign_in::{PasskeyMake, making_words},
    ui,
    words::Words,
};

pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/wallet", get(wallet))
        .route("/wallet/add", get(add))
        .route("/wallet/found", get(found))
        .route("/account/phones", get(phones::page))
        .route("/account/phones/remove", post(phones::remove))
        .route("/account/phones/stop", post(phones::stop))
        .route("/account/phones/undo", post(phones::undo))
        .route("/lost-phone", get(lost_phone).post(api::report_loss))
        .route("/lost-phone/done", get(loss_reported))
        .route("/api/wallet/nonce", post(api::nonce))
        .route("/api/wallet/bind", post(api::bind))
        .route("/api/wallet/renew", post(api::renew))
        .route("/api/wallet/check", post(api::check))
        .route("/api/wallet/leave", post(api::leave_phone))
}

/// The shell: the same for everybody, so that the phone may keep it.
async fn wallet(visit: Visit) -> Response {
    let locale = visit.locale;
    let page = Page::titled(&t!(locale, "wallet-title"))
        .back("/", &t!(locale, "wallet-back"))
        .with_island(Module::Holder, Words::told(locale, words::WALLET))
        .shell();
    visit.page(page, move || {
        view! {
            <h1 class="visually-hidden">{t!(locale, "wallet-title")}</h1>
            <noscript>
                <section class="panel panel--bare stack">
                    <h2>{t!(locale, "wallet-no-script-title")}</h2>
                    <p>{t!(locale, "wallet-no-script-words")}</p>
                    <a class="button" href="/certificate">{t!(locale, "wallet-no-script-paper")}</a>
                </section>
            </noscript>
            <Wallet/>
        }
    })
}

/// Puts the certificate on this phone.
async fn add(visit: Visit) -> Result<Response, Stop> {
    let session = visit.person()?;
    let locale = visit.locale;
    let readiness = xinju_service::wallet::readiness(&visit.services, session).await?;
    let page = Page::titled(&t!(locale, "wallet-add-title")).back("/wallet", &t!(locale, "wallet-title"));
    let page = match readiness {
        Readiness::MakePasskey => {
            let words = making_words(locale, "wallet-add-passkey-button", "add", "/wallet/add");
            page.with_island(Module::Entry, words)
        }
        Readiness::First | Readiness::Another { .. } => {
            page.with_island(Module::Holder, Words::told(locale, words::BINDER))
        }
        Readiness::NoCertificate | Readiness::Prove | Readiness::Waits { .. } => page,
    };
    Ok(visit.page(page, move || {
        view! {
            <h1>{t!(locale, "wallet-add-title")}</h1>
            {readiness_view(locale, &readiness)}
            {ui::link_row("/account/phones", &t!(locale, "wallet-phones-title"), Some("device-mobile"))}
        }
    }))
}

/// The phone that was reported lost is back: whoever is signed in proves it, whoever is not signs in.
async fn found(visit: Visit) -> Response {
    let place = if visit.session.is_some() { "/sign-in/prove" } else { "/sign-in" };
    Redirect::to(&format!("{place}?next=/wallet")).into_response()
}

fn readiness_view(locale: Locale, readiness: &Readiness) -> AnyView {
    match readiness {
        Readiness::NoCertificate => view! {
            <p>{t!(locale, "wallet-add-none")}</p>
            {ui::button_link("/certificate", &t!(locale, "frame-get-certificate"))}
        }
        .into_any(),
        Readiness::MakePasskey => {
            view! {
                <p>{t!(locale, "wallet-add-passkey")}</p>
                {no_script(locale)}
                <PasskeyMake/>
                <p class="hint">{t!(locale, "wallet-add-passkey-else")}</p>
            }
            .into_any()
        }
        Readiness::Prove => view! {
            <p>{t!(locale, "wallet-add-prove")}</p>
            {ui::button_link("/sign-in/prove?next=/wallet/add", &t!(locale, "wallet-add-prove-button"))}
        }
        .into_any(),
        Readiness::Waits { until, device } => view! {
            <p>{t!(locale, "wallet-add-waits", until = ui::date::moment(locale, *until, Day::of(*until)), device = device)}</p>
            <form method="post" action="/account/phones/stop">
                {ui::danger_button(&t!(locale, "wallet-add-stop"))}
            </form>
        }
        .into_any(),
        Readiness::First => view! {
            <p>{t!(locale, "wallet-add-first")}</p>
            {no_script(locale)}
            <WalletBinder/>
        }
        .into_any(),
        Readiness::Another { device, at_once } => {
            let key = if *at_once { "wallet-add-another" } else { "wallet-add-another-waits" };
            view! {
                <p>{t!(locale, key, device = device)}</p>
                {no_script(locale)}
                <WalletBinder/>
            }
            .into_any()
        }
    }
}

fn no_script(locale: Locale) -> impl IntoView {
    view! { <noscript><p class="strong">{t!(locale, "wallet-no-script-words")}</p></noscript> }
}

/// *I lost my phone*, without signing in.
async fn lost_phone(visit: Visit) -> Result<Response, Stop> {
    let locale = visit.locale;
    let typed = visit.typed().await?;
    let page = Page::titled(&t!(locale, "wallet-lost-title")).back("/sign-in", &t!(locale, "wallet-lost-back"));
    Ok(visit.page(page, move || {
        let fault = |name: &str| typed.fault(name).map(|key| t!(locale, key));
        view! {
            {ui::error_summary(locale, &typed)}
            <h1>{t!(locale, "wallet-lost-title")}</h1>
            <p>{t!(locale, "wallet-lost-words")}</p>
            <form method="post" action="/lost-phone" class="stack">
                {ui::field(ui::Field {
                    name: "reference",
                    label: t!(locale, "wallet-lost-reference"),
                    hint: t!(locale, "wallet-lost-reference-hint"),
                    value: typed.value("reference"),
                    fault: fault("reference"),
                    look: "input--digits",
                    ..ui::Field::default()
                })}
                {ui::field(ui::Field {
                    name: "born",
                    label: t!(locale, "wallet-lost-born"),
                    value: typed.value("born"),
                    fault: fault("born"),
                    kind: "date",
                    ..ui::Field::default()
                })}
                {ui::danger_button(&t!(locale, "wallet-lost-button"))}
            </form>
        }
    }))
}

async fn loss_reported(visit: Visit) -> Response {
    let locale = visit.locale;
    let page = Page::titled(&t!(locale, "wallet-lost-done-title")).back("/", &t!(locale, "wallet-back"));
    visit.page(page, move || {
        view! {
            <h1>{t!(locale, "wallet-lost-done-title")}</h1>
            <p>{t!(locale, "wallet-lost-done-words")}</p>
            {ui::button_link("/sign-in", &t!(locale, "home-sign-in"))}
        }
    })
}
