//! The island of the wallet: the live code, its age, how much it shows.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::{
    holding::Pause,
    live, panels,
    state::{Stage, State},
};

/// Every sentence of the wallet, made on the server.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct WalletWords {
    pub label: String,
    pub opening: String,
    pub renews: String,
    pub valid: String,
    pub offline: String,
    pub how_much: String,
    pub minimum: String,
    pub registration: String,
    pub full: String,
    pub sees: String,
    pub hides: String,
    pub sees_minimum: String,
    pub hides_minimum: String,
    pub sees_registration: String,
    pub hides_registration: String,
    pub sees_full: String,
    pub sees_full_spouse: String,
    pub hides_full: String,
    pub full_needs_lock: String,
    pub symbol: String,
    pub brightness: String,
    pub scan_theirs: String,
    pub empty_title: String,
    pub empty_words: String,
    pub empty_add: String,
    pub over_title: String,
    pub over_words: String,
    pub again: String,
    pub warn_title: String,
    pub warn_words: String,
    pub stopped_title: String,
    pub stopped_words: String,
    pub lost_title: String,
    pub lost_words: String,
    pub lost_button: String,
    pub disputed_title: String,
    pub disputed_words: String,
    pub ended_title: String,
    pub ended_words: String,
    pub ended_button: String,
    pub waits_title: String,
    pub waits_words: String,
    pub phones: String,
    pub print: String,
    pub leave: String,
    pub leave_words: String,
    pub leave_button: String,
    pub leave_offline: String,
    pub challenge_title: String,
    pub challenge_words: String,
    pub challenge_answer: String,
    pub challenge_answered: String,
    pub camera_refused: String,
    pub close: String,
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
    let told = move |pick: fn(&WalletWords) -> panels::Told<'_>| panels::told(words, pick).into_any();
    view! {
        {move || match state.stage.get() {
            Stage::Opening => {
                view! { <p class="hint" role="status">{words.with_value(|w| w.opening.clone())}</p> }.into_any()
            }
            Stage::Live => live::live(state, places, words).into_any(),
            Stage::Over => panels::over(state, words).into_any(),
            Stage::Empty => told(|w| (&w.empty_title, &w.empty_words, Some(("/wallet/add", &w.empty_add)))),
            Stage::Stopped => told(|w| (&w.stopped_title, &w.stopped_words, Some(("/wallet/add", &w.empty_add)))),
            Stage::Ended => told(|w| (&w.ended_title, &w.ended_words, Some(("/certificate", &w.ended_button)))),
            Stage::Paused(Pause::Lost) => {
                told(|w| (&w.lost_title, &w.lost_words, Some(("/wallet/found", &w.lost_button))))
            }
            Stage::Paused(Pause::Disputed) => told(|w| (&w.disputed_title, &w.disputed_words, None)),
            Stage::Waits => panels::waits(state, words).into_any(),
        }}
    }
}
