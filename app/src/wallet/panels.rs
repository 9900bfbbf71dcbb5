//! What stands in the place of the code when there is none to show.

use leptos::{prelude::*, task::spawn_local};

use super::state::State;
use crate::words::Words;

/// Heading, sentence, and a way on: its address and its word.
pub fn told(
    words: StoredValue<Words>,
    title: &str,
    text: &str,
    onward: Option<(&'static str, &str)>,
) -> impl IntoView + use<> {
    let words = words.get_value();
    let (title, text) = (words.get(title), words.get(text));
    let onward = onward.map(|(address, word)| (address, words.get(word)));
    view! {
        <section class="panel panel--bare stack" role="status">
            <h2>{title}</h2>
            <p>{text}</p>
            {onward.map(|(address, word)| view! { <a class="button" href=address>{word}</a> })}
        </section>
    }
}

/// The seven days are over. A network that comes back renews by itself; the button is for whoever doubts it.
pub fn over(state: State, words: StoredValue<Words>) -> impl IntoView {
    let w = words.get_value();
    view! {
        <section class="panel panel--bare stack" role="status">
            <h2>{w.get("wallet-over-title")}</h2>
            <p>{w.get("wallet-over-words")}</p>
            <button type="button" class="button" on:click=move |_| spawn_local(state.ask_server())>{w.get("wallet-again")}</button>
        </section>
    }
}

/// Another phone holds it still.
pub fn waits(state: State, words: StoredValue<Words>) -> impl IntoView {
    let w = words.get_value();
    view! {
        <section class="panel panel--bare stack" role="status">
            <h2>{w.get("wallet-waits-title")}</h2>
            <p>{w.get("wallet-waits-words")}<span class="date strong">{move || state.until.get()}</span></p>
            <a class="button button--quiet" href="/account/phones">{w.get("wallet-phones")}</a>
        </section>
    }
}
