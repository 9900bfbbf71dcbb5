//! What stands in the place of the code when there is none to show.

use leptos::{prelude::*, task::spawn_local};

use super::{islands::WalletWords, state::State};

/// Heading, sentence, and a way on: its address and its word.
pub type Told = (String, String, Option<(&'static str, String)>);

pub fn told(words: StoredValue<WalletWords>, pick: fn(&WalletWords) -> Told) -> impl IntoView {
    let (title, text, onward) = words.with_value(pick);
    view! {
        <section class="panel panel--bare stack" role="status">
            <h2>{title}</h2>
            <p>{text}</p>
            {onward.map(|(address, word)| view! { <a class="button" href=address>{word}</a> })}
        </section>
    }
}

/// The seven days are over. A network that comes back renews by itself; the button is for whoever doubts it.
pub fn over(state: State, words: StoredValue<WalletWords>) -> impl IntoView {
    let w = words.get_value();
    view! {
        <section class="panel panel--bare stack" role="status">
            <h2>{w.over_title()}</h2>
            <p>{w.over_words()}</p>
            <button type="button" class="button" on:click=move |_| spawn_local(state.ask_server())>{w.again()}</button>
        </section>
    }
}

/// Another phone holds it still.
pub fn waits(state: State, words: StoredValue<WalletWords>) -> impl IntoView {
    let w = words.get_value();
    view! {
        <section class="panel panel--bare stack" role="status">
            <h2>{w.waits_title()}</h2>
            <p>{w.waits_words()}<span class="date strong">{move || state.until.get()}</span></p>
            <a class="button button--quiet" href="/account/phones">{w.phones()}</a>
        </section>
    }
}
