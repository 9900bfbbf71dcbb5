//! The island that puts the certificate on this phone.

use leptos::{prelude::*, task::spawn_local};

use super::renewal::{self, Outcome};
use crate::{
    phone::screen,
    words::{self, Words},
};

/// One button: makes the key, proves it, keeps what comes back, and opens the wallet.
#[island]
pub fn WalletBinder() -> impl IntoView {
    let (words, _) = words::given();
    let message = RwSignal::new(String::new());
    let is_working = RwSignal::new(false);
    let words = StoredValue::new(words);
    let press = move |_| {
        if is_working.get_untracked() {
            return;
        }
        is_working.set(true);
        message.set(words.with_value(|words| words.get("wallet-bind-working")));
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
            <button type="button" class="button" on:click=press>{words.with_value(|words| words.get("wallet-bind-button"))}</button>
            <p class="strong" role="status">{move || message.get()}</p>
        </div>
    }
}

fn sentence(words: &Words, outcome: &Outcome) -> String {
    match outcome {
        Outcome::Held(_) => String::new(),
        Outcome::Waits(until) => format!("{} {until}", words.get("wallet-bind-waits")),
        Outcome::Offline => words.get("wallet-bind-offline"),
        Outcome::Stopped | Outcome::Good(_) | Outcome::Outdated | Outcome::Paused(_) | Outcome::Left => {
            words.get("wallet-bind-refused")
        }
        Outcome::Refused(word) => match word.as_str() {
            "no-key" => words.get("wallet-bind-no-key"),
            "no-store" => words.get("wallet-bind-no-store"),
            "taken" => words.get("wallet-bind-taken"),
            "no-certificate" => words.get("wallet-bind-no-certificate"),
            _ => words.get("wallet-bind-refused"),
        },
    }
}
