//! `/wallet`, `/wallet/add` and `/lost-phone`.

use axum::{
    Router,
    response::Response,
    routing::{get, post},
};
use leptos::prelude::*;
use xinju_domain::time::Day;
use xinju_service::wallet::Readiness;
use xinju_text::{Locale, t};

use super::{
    api,
    binder::{BinderWords, WalletBinder},
    islands::{Wallet, WalletPlaces, WalletWords},
};
use crate::{
    frame::{AppState, Page, Stop, Visit},
    ui,
};

pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/wallet", get(wallet))
        .route("/wallet/add", get(add))
        .route("/wallet/phones/stop", post(api::stop_waiting))
        .route("/lost-phone", get(lost_phone).post(api::report_loss))
        .route("/lost-phone/done", get(loss_reported))
        .route("/api/wallet/nonce", post(api::nonce))
        .route("/api/wallet/bind", post(api::bind))
        .route("/api/wallet/renew", post(api::renew))
}

/// The shell: the same for everybody, so that the phone may keep it.
async fn wallet(visit: Visit) -> Response {
    let locale = visit.locale;
    let places = WalletPlaces {
        origin: visit.services.settings.origin.text().to_owned(),
        audience: visit.services.settings.origin.host().to_owned(),
        icons: visit.site.icon(""),
        reader: visit.site.reader(),
    };
    let words = wallet_words(locale);
    let page = Page::titled(&t!(locale, "wallet-title"))
        .back("/", &t!(locale, "wallet-back"))
        .with_islands()
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
            <Wallet words places/>
        }
    })
}

/// Puts the certificate on this phone.
async fn add(visit: Visit) -> Result<Response, Stop> {
    let session = visit.person()?;
    let locale = visit.locale;
    let readiness = xinju_service::wallet::readiness(&visit.services, session).await?;
    let page = Page::titled(&t!(locale, "wallet-add-title"))
        .back("/wallet", &t!(locale, "wallet-title"))
        .with_islands();
    let words = binder_words(locale);
    Ok(visit.page(page, move || {
        view! {
            <h1>{t!(locale, "wallet-add-title")}</h1>
            {readiness_view(locale, &readiness, words)}
        }
    }))
}

fn readiness_view(locale: Locale, readiness: &Readiness, words: BinderWords) -> AnyView {
    match readiness {
        Readiness::NoCertificate => view! {
            <p>{t!(locale, "wallet-add-none")}</p>
            {ui::button_link("/certificate", &t!(locale, "frame-get-certificate"))}
        }
        .into_any(),
        Readiness::Prove => view! {
            <p>{t!(locale, "wallet-add-prove")}</p>
            {ui::button_link("/sign-in/prove?next=/wallet/add", &t!(locale, "wallet-add-prove-button"))}
        }
        .into_any(),
        Readiness::Waits { until, device } => view! {
            <p>{t!(locale, "wallet-add-waits", until = ui::date::moment(locale, *until, Day::of(*until)), device = device)}</p>
            <form method="post" action="/wallet/phones/stop">
                {ui::danger_button(&t!(locale, "wallet-add-stop"))}
            </form>
        }
        .into_any(),
        Readiness::First => view! {
            <p>{t!(locale, "wallet-add-first")}</p>
            <noscript><p class="strong">{t!(locale, "wallet-no-script-words")}</p></noscript>
            <WalletBinder words/>
        }
        .into_any(),
        Readiness::Another { device, at_once } => {
            let key = if *at_once { "wallet-add-another" } else { "wallet-add-another-waits" };
            view! {
                <p>{t!(locale, key, device = device)}</p>
                <WalletBinder words/>
            }
            .into_any()
        }
    }
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

fn binder_words(locale: Locale) -> BinderWords {
    BinderWords {
        button: t!(locale, "wallet-bind-button"),
        working: t!(locale, "wallet-bind-working"),
        waits: t!(locale, "wallet-bind-waits"),
        offline: t!(locale, "wallet-bind-offline"),
        no_key: t!(locale, "wallet-bind-no-key"),
        no_store: t!(locale, "wallet-bind-no-store"),
        taken: t!(locale, "wallet-bind-taken"),
        no_certificate: t!(locale, "wallet-add-none"),
        refused: t!(locale, "wallet-bind-refused"),
    }
}

fn wallet_words(locale: Locale) -> WalletWords {
    WalletWords {
        label: t!(locale, "wallet-title"),
        opening: t!(locale, "wallet-opening"),
        renews: t!(locale, "wallet-renews"),
        valid: t!(locale, "wallet-valid"),
        offline: t!(locale, "wallet-offline"),
        how_much: t!(locale, "wallet-how-much"),
        minimum: t!(locale, "wallet-minimum"),
        registration: t!(locale, "wallet-registration"),
        full: t!(locale, "wallet-full"),
        sees: t!(locale, "wallet-sees"),
        hides: t!(locale, "wallet-hides"),
        sees_minimum: t!(locale, "wallet-sees-minimum"),
        hides_minimum: t!(locale, "wallet-hides-minimum"),
        sees_registration: t!(locale, "wallet-sees-registration"),
        hides_registration: t!(locale, "wallet-hides-registration"),
        sees_full: t!(locale, "wallet-sees-full"),
        sees_full_spouse: t!(locale, "wallet-sees-full-spouse"),
        hides_full: t!(locale, "wallet-hides-full"),
        full_needs_lock: t!(locale, "wallet-full-needs-lock"),
        symbol: t!(locale, "wallet-symbol"),
        brightness: t!(locale, "wallet-brightness"),
        scan_theirs: t!(locale, "wallet-scan-theirs"),
        empty_title: t!(locale, "wallet-empty-title"),
        empty_words: t!(locale, "wallet-empty-words"),
        empty_add: t!(locale, "wallet-empty-add"),
        over_title: t!(locale, "wallet-over-title"),
        over_words: t!(locale, "wallet-over-words"),
        warn_title: t!(locale, "wallet-warn-title"),
        warn_words: t!(locale, "wallet-warn-words"),
        stopped_title: t!(locale, "wallet-stopped-title"),
        stopped_words: t!(locale, "wallet-stopped-words"),
        challenge_title: t!(locale, "wallet-challenge-title"),
        challenge_words: t!(locale, "wallet-challenge-words"),
        challenge_answer: t!(locale, "wallet-challenge-answer"),
        challenge_answered: t!(locale, "wallet-challenge-answered"),
        camera_refused: t!(locale, "wallet-camera-refused"),
        close: t!(locale, "wallet-close"),
    }
}
