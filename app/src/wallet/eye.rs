//! *They show a code? You scan it*: the wallet's own camera, for phones whose camera app does not open links.

use leptos::{prelude::*, task::spawn_local};
use wasm_bindgen::JsValue;
use xinju_credential::challenge;

use super::state::State;
use crate::{
    phone::{camera, screen},
    words::{Places, Words},
};

/// A row that opens the camera; an officer's number that is read waits for a press.
pub fn scan_theirs(state: State, places: StoredValue<Places>, words: StoredValue<Words>) -> impl IntoView {
    let is_open = RwSignal::new(false);
    let trouble = RwSignal::new(false);
    let video = NodeRef::<leptos::html::Video>::new();
    Effect::new(move |_| {
        let Some(element) = video.get() else { return };
        if !is_open.get() {
            return;
        }
        let element: JsValue = element.into();
        let reader = places.with_value(Places::reader);
        spawn_local(async move {
            let found = move |text: String| {
                if let Some(number) = challenge::parse_wallet_url(&text) {
                    camera::stop();
                    is_open.set(false);
                    state.take_number(number);
                    screen::to_top();
                }
            };
            trouble.set(camera::start(&element, "", &reader, found).await.is_err());
        });
    });
    let close = move |_| {
        camera::stop();
        is_open.set(false);
    };
    let word = move |key: &str| words.with_value(|words| words.get(key));
    view! {
        <Show when=move || is_open.get() fallback=move || {
            let label = word("wallet-scan-theirs");
            view! {
                <p class="link-row">
                    <button type="button" class="link" on:click=move |_| is_open.set(true)>{label}</button>
                </p>
            }
        }>
            <div class="viewfinder"><video node_ref=video muted playsinline></video></div>
            <Show when=move || trouble.get()><p class="strong" role="alert">{word("wallet-camera-refused")}</p></Show>
            <button type="button" class="button button--quiet" on:click=close>{word("wallet-close")}</button>
        </Show>
    }
}
