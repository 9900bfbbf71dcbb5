//! The sentences of the islands, finished on the server: an island carries no catalogue.

use xinju_text::{Locale, t};

use super::{binder::BinderWords, islands::WalletWords};

pub(super) fn wallet_words(locale: Locale) -> WalletWords {
    WalletWords::told(|name| t!(locale, &format!("wallet-{name}")))
}

pub(super) fn binder_words(locale: Locale) -> BinderWords {
    BinderWords::told(|name| t!(locale, &format!("wallet-bind-{name}")))
}
