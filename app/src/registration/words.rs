//! Which sentences the form and the queue need.

use xinju_domain::registration::Item;
use xinju_text::Locale;

use super::item_key;
use crate::words::Words;

const KEYS: &[&str] = &[
    "registration-title",
    "registration-address",
    "registration-address-hint",
    "registration-digits",
    "registration-digits-hint",
    "fault-digits-shape",
    "registration-missing",
    "registration-missing-hint",
    "registration-note",
    "registration-note-hint",
    "fault-notice-note-missing",
    "registration-due",
    "registration-due-hint",
    "registration-send",
    "registration-back",
    "registration-privacy",
    "registration-waiting",
    "registration-waiting-sign-in",
    "registration-not-allowed",
    "registration-no-store",
    "registration-refused-unreadable",
    "registration-sent",
    "registration-seen",
    "registration-again",
];

pub(crate) fn registration_words(locale: Locale) -> Words {
    Words::told(locale, KEYS).and(&Words::told(locale, Item::ALL.iter().copied().map(item_key)))
}
