//! The island of the wallet: the live code, its age, how much it shows.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::{
    holding::Pause,
    live, panels,
    state::{Stage, State},
};
use crate::sentences::sentences;

sentences! {
    /// Every sentence of the wallet.
    WalletWords {
        title, opening, renews, valid, offline, how_much, minimum, registration, full, sees, hides, sees_minimum,
        hides_minimum, sees_registration, hides_registration, sees_full, sees_full_spouse, hides_full,
        full_needs_lock, symbol, brightness, scan_theirs, empty_title, empty_words, empty_add, over_title,
        over_words, again, warn_title, warn_words, stopped_title, stopped_words, reported_title, reported_words,
        reported_button,
        disputed_title, disputed_words, ended_title, ended_words, ended_button, waits_title, waits_words, phones,
        print, leave, leave_words, leave_button, leave_offline, challenge_title, challenge_words, challenge_answer,
        challenge_answered, camera_refused, close,
    }
}

/// Addresses that the island needs.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct WalletPlaces {
    pub origin: String,
    pub audience: String,
    pub icons: String,
    /// The module that reads a QR where the browser cannot.
    pub reader: String,
}

/// The wallet. Without JavaScript the page around it says what to do instead.
#[island]
pub fn Wallet(words: WalletWords, places: WalletPlaces) -> impl IntoView {
    let (places, words) = (StoredValue::new(places), StoredValue::new(words));
    let state = State::new(places);
    Effect::new(move |_| state.start());
    let told = move |pick: fn(&WalletWords) -> panels::Told| panels::told(words, pick).into_any();
    view! {
        {move || match state.stage.get() {
            Stage::Opening => {
                view! { <p class="hint wallet-opening" role="status">{words.with_value(|w| w.opening())}</p> }.into_any()
            }
            Stage::Live => live::live(state, places, words).into_any(),
            Stage::Over => panels::over(state, words).into_any(),
            Stage::Empty => told(|w| (w.empty_title(), w.empty_words(), Some(("/wallet/add", w.empty_add())))),
            Stage::Stopped => told(|w| (w.stopped_title(), w.stopped_words(), Some(("/wallet/add", w.empty_add())))),
            Stage::Ended => told(|w| (w.ended_title(), w.ended_words(), Some(("/certificate", w.ended_button())))),
            Stage::Paused(Pause::Lost) => {
                told(|w| (w.reported_title(), w.reported_words(), Some(("/wallet/found", w.reported_button()))))
            }
            Stage::Paused(Pause::Disputed) => told(|w| (w.disputed_title(), w.disputed_words(), None)),
            Stage::Waits => panels::waits(state, words).into_any(),
        }}
    }
}
