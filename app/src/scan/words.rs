//! Which sentences the scanner needs.

use xinju_text::Locale;

use crate::{registration::registration_words, verdict::verdict_words, words::Words};

const KEYS: &[&str] = &[
    "scan-title",
    "scan-opening",
    "scan-hint",
    "scan-no-basis",
    "scan-camera-refused",
    "scan-camera-busy",
    "scan-camera-absent",
    "scan-torch-on",
    "scan-torch-off",
    "scan-camera",
    "scan-typed",
    "scan-typed-hint",
    "scan-check",
    "scan-picture",
    "verdict-v-no-code",
    "scan-number-offline",
    "scan-sign-in",
    "registration-sign-in-link",
    "scan-signed-in",
    "scan-day",
    "scan-day-empty",
    "scan-again",
    "scan-next",
    "scan-differs",
    "scan-differs-title",
    "scan-differs-steps",
    "scan-register",
    "scan-too-little",
    "scan-ask",
    "scan-ask-title",
    "scan-ask-words",
    "scan-ask-left",
    "scan-ask-symbol",
    "scan-ask-over",
    "scan-stop",
];

pub(super) fn scanner_words(locale: Locale) -> Words {
    Words::told(locale, KEYS).and(&verdict_words(locale)).and(&registration_words(locale))
}
