//! The sentences of the form and of the queue.

use serde::{Deserialize, Serialize};

/// Made on the server.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RegistrationWords {
    pub title: String,
    pub address: String,
    pub address_hint: String,
    pub digits: String,
    pub digits_hint: String,
    pub digits_fault: String,
    pub missing: String,
    pub missing_hint: String,
    /// The codes of what may be missing, with their words.
    pub items: Vec<(String, String)>,
    pub note: String,
    pub note_hint: String,
    pub note_fault: String,
    pub due: String,
    pub due_hint: String,
    pub send: String,
    pub back: String,
    pub privacy: String,
    /// So many wait, with a gap for the number.
    pub waiting: String,
    pub waiting_sign_in: String,
    pub not_allowed: String,
    pub no_store: String,
    pub unreadable: String,
    pub sent: String,
    pub seen: String,
    pub again: String,
}

#[cfg(feature = "ssr")]
pub(crate) fn registration_words(locale: xinju_text::Locale) -> RegistrationWords {
    use xinju_domain::registration::Item;
    use xinju_text::t;

    let items = Item::ALL.iter().map(|item| (item.code().to_owned(), super::item_words(locale, *item)));
    RegistrationWords {
        title: t!(locale, "registration-title"),
        address: t!(locale, "registration-address"),
        address_hint: t!(locale, "registration-address-hint"),
        digits: t!(locale, "registration-digits"),
        digits_hint: t!(locale, "registration-digits-hint"),
        digits_fault: t!(locale, "fault-digits-shape"),
        missing: t!(locale, "registration-missing"),
        missing_hint: t!(locale, "registration-missing-hint"),
        items: items.collect(),
        note: t!(locale, "registration-note"),
        note_hint: t!(locale, "registration-note-hint"),
        note_fault: t!(locale, "fault-notice-note-missing"),
        due: t!(locale, "registration-due"),
        due_hint: t!(locale, "registration-due-hint"),
        send: t!(locale, "registration-send"),
        back: t!(locale, "registration-back"),
        privacy: t!(locale, "registration-privacy"),
        waiting: t!(locale, "registration-waiting", n = "{n}"),
        waiting_sign_in: t!(locale, "registration-waiting-sign-in", n = "{n}"),
        not_allowed: t!(locale, "registration-not-allowed"),
        no_store: t!(locale, "registration-no-store"),
        unreadable: t!(locale, "registration-refused-unreadable"),
        sent: t!(locale, "registration-sent"),
        seen: t!(locale, "registration-seen"),
        again: t!(locale, "registration-again"),
    }
}
