//! The sentences of the islands, finished on the server: an island carries no catalogue.

use xinju_text::{Locale, t};

use super::{binder::BinderWords, islands::WalletWords};

pub(super) fn binder_words(locale: Locale) -> BinderWords {
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

pub(super) fn wallet_words(locale: Locale) -> WalletWords {
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
        lost_title: t!(locale, "wallet-lost-now-title"),
        lost_words: t!(locale, "wallet-lost-now-words"),
        lost_button: t!(locale, "wallet-lost-now-button"),
        disputed_title: t!(locale, "wallet-disputed-title"),
        disputed_words: t!(locale, "wallet-disputed-words"),
        ended_title: t!(locale, "wallet-ended-title"),
        ended_words: t!(locale, "wallet-ended-words"),
        ended_button: t!(locale, "wallet-ended-button"),
        waits_title: t!(locale, "wallet-waits-title"),
        waits_words: t!(locale, "wallet-bind-waits"),
        phones: t!(locale, "wallet-phones-title"),
        again: t!(locale, "wallet-again"),
        print: t!(locale, "wallet-print"),
        leave: t!(locale, "wallet-leave"),
        leave_words: t!(locale, "wallet-leave-words"),
        leave_button: t!(locale, "wallet-leave-button"),
        leave_offline: t!(locale, "wallet-leave-offline"),
        camera_refused: t!(locale, "wallet-camera-refused"),
        close: t!(locale, "wallet-close"),
    }
}
