//! The island that puts the certificate on this phone.

use leptos::{prelude::*, task::spawn_local};

use super::renewal::{self, Outcome};
use crate::{phone::screen, sentences::sentences};

sentences! {
    /// Its sentences.
    BinderWords { button, working, waits, offline, no_key, no_store, taken, no_certificate, refused }
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
        message.set(words.with_value(|words| words.working()));
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
            <button type="button" class="button" on:click=press>{words.with_value(|words| words.button())}</button>
            <p class="strong" role="status">{move || message.get()}</p>
        </div>
    }
}

fn sentence(words: &BinderWords, outcome: &Outcome) -> String {
    match outcome {
        Outcome::Held(_) => String::new(),
        Outcome::Waits(until) => format!("{} {until}", words.waits()),
        Outcome::Offline => words.offline(),
        Outcome::Stopped | Outcome::Good(_) | Outcome::Outdated | Outcome::Paused(_) | Outcome::Left => {
            words.refused()
        }
        Outcome::Refused(word) => match word.as_str() {
            "no-key" => words.no_key(),
            "no-store" => words.no_store(),
            "taken" => words.taken(),
            "no-certificate" => words.no_certificate(),
            _ => words.refused(),
        },
    }
}
