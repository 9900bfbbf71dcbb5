//! The island of the wallet: the live code, its age, how much it shows.

use leptos::prelude::*;

use super::{
    holding::Pause,
    live, panels,
    state::{Stage, State},
};
use crate::words;

/// The wallet. Without JavaScript the page around it says what to do instead.
#[island]
pub fn Wallet() -> impl IntoView {
    let (words, places) = words::given();
    let (places, words) = (StoredValue::new(places), StoredValue::new(words));
    let state = State::new(places);
    Effect::new(move |_| state.start());
    let told = move |title, text, onward| panels::told(words, title, text, onward).into_any();
    view! {
        {move || match state.stage.get() {
            Stage::Opening => {
                let word = words.with_value(|words| words.get("wallet-opening"));
                view! { <p class="hint wallet-opening" role="status">{word}</p> }.into_any()
            }
            Stage::Live => live::live(state, places, words).into_any(),
            Stage::Over => panels::over(state, words).into_any(),
            Stage::Empty => {
                told("wallet-empty-title", "wallet-empty-words", Some(("/wallet/add", "wallet-empty-add")))
            }
            Stage::Stopped => {
                told("wallet-stopped-title", "wallet-stopped-words", Some(("/wallet/add", "wallet-empty-add")))
            }
            Stage::Ended => {
                told("wallet-ended-title", "wallet-ended-words", Some(("/certificate", "wallet-ended-button")))
            }
            Stage::Paused(Pause::Lost) => {
                told("wallet-reported-title", "wallet-reported-words", Some(("/wallet/found", "wallet-reported-button")))
            }
            Stage::Paused(Pause::Disputed) => told("wallet-disputed-title", "wallet-disputed-words", None),
            Stage::Waits => panels::waits(state, words).into_any(),
        }}
    }
}
