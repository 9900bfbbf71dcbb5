//! A thin face on `app/script/passkey.js`; on the server it compiles and is never called.

use js_sys::Reflect;
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};

#[wasm_bindgen(module = "/script/passkey.js")]
extern "C" {
    #[wasm_bindgen(js_name = hasPasskeys)]
    fn has() -> bool;
    #[wasm_bindgen(js_name = hasAutofill)]
    async fn autofill() -> JsValue;
    #[wasm_bindgen(js_name = ask)]
    async fn ask_for(options: &str, quietly: bool) -> JsValue;
    #[wasm_bindgen(js_name = make)]
    async fn make_one(options: &str) -> JsValue;
    fn shared() -> bool;
    #[wasm_bindgen(js_name = proveAddress)]
    fn address() -> String;
}

pub(super) fn has_passkeys() -> bool {
    has()
}

/// Whether the keyboard's suggestions can offer passkeys.
pub(super) async fn has_autofill() -> bool {
    autofill().await.is_truthy()
}

/// The answer as JSON, or the name of what went wrong.
pub(super) async fn ask(options: &str, quietly: bool) -> Result<String, String> {
    read(&ask_for(options, quietly).await)
}

pub(super) async fn make(options: &str) -> Result<String, String> {
    read(&make_one(options).await)
}

/// Whether the person ticked that the phone is not theirs.
pub(super) fn is_shared() -> bool {
    shared()
}

/// The page that asks for a fresh proof and comes back to this one.
pub(super) fn prove_address() -> String {
    address()
}

fn read(tried: &JsValue) -> Result<String, String> {
    let part = |name: &str| Reflect::get(tried, &JsValue::from_str(name)).ok().and_then(|part| part.as_string());
    part("answer").ok_or_else(|| part("fault").unwrap_or_default())
}
