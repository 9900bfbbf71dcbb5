//! The island that puts the certificate on this phone.

use leptos::{prelude::*, task::spawn_local};
use serde::{Deserialize, Serialize};

use super::renewal::{self, Outcome};
use crate::phone::screen;

/// Its sentences.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct BinderWords {
    pub button: String,
    pub working: String,
    pub waits: String,
    pub offline: String,
    pub no_key: String,
    pub no_store: String,
    pub taken: String,
    pub no_certificate: String,
    pub refused: String,
}

/// One button: makes the key, proves it, keeps what comes back, and opens the wallet.
#[island]
pub fn WalletBinder(words: BinderWords) -> impl IntoView {
    let message = RwSignal::new(String::new());
    let is_working = RwSignal::new(false);
    let words = StoredValue::new(words);
    let press = move |_| {
        if is_working.get_untracked() {
            return;
        }
        is_working.set(true);
        message.set(words.with_value(|words| words.working.clone()));
        spawn_local(async move {
            match renewal::bind().await {
                Outcome::Held(_) => screen::go_to("/wallet"),
                other => message.set(words.with_value(|words| sentence(words, &other))),
            }
            is_working.set(false);
        });
    };
    view! {
        <div class="stack">
            <button type="button" class="button" on:click=press>{words.with_value(|words| words.button.clone())}</button>
            <p class="strong" role="status">{move || message.get()}</p>
        </div>
    }
}

fn sentence(words: &BinderWords, outcome: &Outcome) -> String {
    match outcome {
        Outcome::Held(_) => String::new(),
        Outcome::Waits(until) => format!("{} {until}", words.waits),
        Outcome::Offline => words.offline.clone(),
        Outcome::Stopped | Outcome::Good(_) | Outcome::Outdated | Outcome::Paused(_) | Outcome::Left => {
            words.refused.clone()
        }
        Outcome::Refused(word) => match word.as_str() {
            "no-key" => words.no_key.clone(),
            "no-store" => words.no_store.clone(),
            "taken" => words.taken.clone(),
            "no-certificate" => words.no_certificate.clone(),
            _ => words.refused.clone(),
        },
    }
}
