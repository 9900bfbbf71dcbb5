//! The island that takes over the forms with a file: smaller photos, sent in pieces, going on after a break.

use leptos::prelude::*;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::words;

#[wasm_bindgen(module = "/script/papers.js")]
extern "C" {
    #[wasm_bindgen(js_name = takeOver)]
    fn take_over(holder: &str, shrinking: &str, sending: &str, waiting: &str);
}

/// The page gives `holder`, which is `draft` or a reference.
#[island]
pub fn PaperSender() -> impl IntoView {
    Effect::new(move |_| {
        let (words, _) = words::given();
        let word = |key: &str| words.get(key);
        take_over(&word("holder"), &word("paper-shrinking"), &word("paper-sending"), &word("paper-waiting"));
    });
    view! { <span hidden></span> }
}
