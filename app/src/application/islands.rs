//! The island that takes over the forms with a file: smaller photos, sent in pieces, going on after a break.

use leptos::prelude::*;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen(module = "/script/papers.js")]
extern "C" {
    #[wasm_bindgen(js_name = takeOver)]
    fn take_over(holder: &str, shrinking: &str, sending: &str, waiting: &str);
}

/// `holder` is `draft` or a reference; `sending` holds `{n}` in place of the percentage.
#[island]
pub fn PaperSender(holder: String, shrinking: String, sending: String, waiting: String) -> impl IntoView {
    Effect::new(move |_| take_over(&holder, &shrinking, &sending, &waiting));
    view! { <span hidden></span> }
}
