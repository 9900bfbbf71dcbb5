//! The entry point of each module of islands: ten lines, because a library that is also a module comes out a third larger.
//!
//! The `use` is what keeps the islands in: without it the module compiles and no island is alive.

use wasm_bindgen::prelude::wasm_bindgen;
use xinju_app as _;

/// Called by the page's script once the module is there.
#[wasm_bindgen]
pub fn hydrate() {
    leptos::mount::hydrate_islands();
}
