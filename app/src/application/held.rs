//! The certificate that the person holds, on top of `/certificate`: until when it is valid, and the two ways to show it.

use leptos::prelude::*;
use xinju_domain::certificate::State;
use xinju_domain::time::Day;
use xinju_service::certificate::Certificate;
use xinju_text::{Locale, t};

use super::words;
use crate::ui;

/// A panel for a certificate that is active or has expired; nothing for any other.
pub(super) fn panel(locale: Locale, certificate: &Certificate, today: Day) -> Option<impl IntoView + use<>> {
    let until = words::full_day(locale, certificate.valid_until);
    let number = certificate.number.grouped();
    let print = format!("/print/{}", certificate.number.as_str());
    match certificate.state_on(today) {
        State::Active => {
            let body = view! {
                <p class="panel__title">{t!(locale, "application-held-until", day = until)}</p>
                <p class="small">{t!(locale, "application-held-number", number = number)}</p>
                {ui::button_link("/wallet", &t!(locale, "frame-show-certificate"))}
                {ui::quiet_link(&print, &t!(locale, "application-held-print"))}
            };
            Some(ui::fact_panel("check", &t!(locale, "application-held-valid"), body).into_any())
        }
        State::Expired => {
            let body = view! { <p>{t!(locale, "application-held-expired-words", day = until)}</p> };
            Some(ui::fact_panel("clock", &t!(locale, "application-held-expired"), body).into_any())
        }
        State::Renewed | State::Revoked => None,
    }
}
