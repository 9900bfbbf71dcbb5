//! The sentences of the scanner.

use serde::{Deserialize, Serialize};

use crate::{registration::RegistrationWords, verdict::VerdictWords};

/// Made on the server.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScannerWords {
    pub title: String,
    pub opening: String,
    pub hint: String,
    pub no_basis: String,
    pub list_age: String,
    pub camera_refused: String,
    pub camera_busy: String,
    pub camera_absent: String,
    pub torch_on: String,
    pub torch_off: String,
    pub camera: String,
    pub typed: String,
    pub typed_hint: String,
    pub check: String,
    pub picture: String,
    pub no_code: String,
    pub number_offline: String,
    pub sign_in: String,
    pub sign_in_link: String,
    pub not_allowed: String,
    pub signed_in: String,
    pub day: String,
    pub day_empty: String,
    pub again: String,
    pub next: String,
    pub differs: String,
    pub differs_title: String,
    pub differs_steps: String,
    pub register: String,
    pub too_little: String,
    pub ask: String,
    pub ask_title: String,
    pub ask_words: String,
    pub ask_left: String,
    pub ask_symbol: String,
    pub ask_over: String,
    pub stop: String,
    pub verdict: VerdictWords,
    pub registration: RegistrationWords,
}

/// Addresses and names that the island needs.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScannerPlaces {
    pub origin: String,
    pub audience: String,
    pub icons: String,
    pub reader: String,
}

#[cfg(feature = "ssr")]
pub(crate) fn scanner_words(locale: xinju_text::Locale) -> ScannerWords {
    use xinju_text::t;

    ScannerWords {
        title: t!(locale, "scan-title"),
        opening: t!(locale, "scan-opening"),
        hint: t!(locale, "scan-hint"),
        no_basis: t!(locale, "scan-no-basis"),
        list_age: t!(locale, "verdict-list-age", time = "{t}"),
        camera_refused: t!(locale, "scan-camera-refused"),
        camera_busy: t!(locale, "scan-camera-busy"),
        camera_absent: t!(locale, "scan-camera-absent"),
        torch_on: t!(locale, "scan-torch-on"),
        torch_off: t!(locale, "scan-torch-off"),
        camera: t!(locale, "scan-camera"),
        typed: t!(locale, "scan-typed"),
        typed_hint: t!(locale, "scan-typed-hint"),
        check: t!(locale, "scan-check"),
        picture: t!(locale, "scan-picture"),
        no_code: t!(locale, "verdict-v-no-code"),
        number_offline: t!(locale, "scan-number-offline"),
        sign_in: t!(locale, "scan-sign-in"),
        sign_in_link: t!(locale, "registration-sign-in-link"),
        not_allowed: t!(locale, "registration-not-allowed"),
        signed_in: t!(locale, "scan-signed-in", office = "{o}"),
        day: t!(locale, "scan-day"),
        day_empty: t!(locale, "scan-day-empty"),
        again: t!(locale, "scan-again"),
        next: t!(locale, "scan-next"),
        differs: t!(locale, "scan-differs"),
        differs_title: t!(locale, "scan-differs-title"),
        differs_steps: t!(locale, "scan-differs-steps"),
        register: t!(locale, "scan-register"),
        too_little: t!(locale, "scan-too-little"),
        ask: t!(locale, "scan-ask"),
        ask_title: t!(locale, "scan-ask-title"),
        ask_words: t!(locale, "scan-ask-words"),
        ask_left: t!(locale, "scan-ask-left", n = "{n}"),
        ask_symbol: t!(locale, "scan-ask-symbol"),
        ask_over: t!(locale, "scan-ask-over"),
        stop: t!(locale, "scan-stop"),
        verdict: crate::verdict::verdict_words(locale),
        registration: crate::registration::registration_words(locale),
    }
}
