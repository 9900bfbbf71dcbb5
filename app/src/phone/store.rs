//! The phone's own store. A write is done when its transaction is: from then on a closed browser loses nothing.

use js_sys::Uint8Array;
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};

#[wasm_bindgen(module = "/script/phone.js")]
extern "C" {
    #[wasm_bindgen(catch, js_name = keep)]
    async fn keep_in(shelf: &str, name: &str, value: &JsValue) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch, js_name = take)]
    async fn take_from(shelf: &str, name: &str) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch, js_name = drop)]
    async fn drop_from(shelf: &str, name: &str) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch, js_name = all)]
    async fn all_of(shelf: &str) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_name = clearPhone)]
    async fn clear_phone() -> JsValue;
}

/// A shelf of the store.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shelf {
    Wallet,
    Queue,
    Desk,
}

impl Shelf {
    fn name(self) -> &'static str {
        match self {
            Self::Wallet => "wallet",
            Self::Queue => "queue",
            Self::Desk => "desk",
        }
    }
}

/// The store could not be opened or written: private mode, no space, an old browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoStore;

pub async fn keep_value(shelf: Shelf, name: &str, value: &JsValue) -> Result<(), NoStore> {
    keep_in(shelf.name(), name, value).await.map(|_| ()).map_err(|_| NoStore)
}

pub async fn take_value(shelf: Shelf, name: &str) -> Result<Option<JsValue>, NoStore> {
    let value = take_from(shelf.name(), name).await.map_err(|_| NoStore)?;
    Ok((!value.is_undefined() && !value.is_null()).then_some(value))
}

pub async fn keep_text(shelf: Shelf, name: &str, text: &str) -> Result<(), NoStore> {
    keep_value(shelf, name, &JsValue::from_str(text)).await
}

pub async fn take_text(shelf: Shelf, name: &str) -> Result<Option<String>, NoStore> {
    Ok(take_value(shelf, name).await?.and_then(|value| value.as_string()))
}

pub async fn keep_bytes(shelf: Shelf, name: &str, bytes: &[u8]) -> Result<(), NoStore> {
    keep_value(shelf, name, &Uint8Array::from(bytes)).await
}

pub async fn take_bytes(shelf: Shelf, name: &str) -> Result<Option<Vec<u8>>, NoStore> {
    let value = take_value(shelf, name).await?;
    Ok(value.and_then(|value| value.dyn_into::<Uint8Array>().ok()).map(|array| array.to_vec()))
}

pub async fn remove(shelf: Shelf, name: &str) -> Result<(), NoStore> {
    drop_from(shelf.name(), name).await.map(|_| ()).map_err(|_| NoStore)
}

/// Every text on a shelf.
pub async fn all_texts(shelf: Shelf) -> Result<Vec<String>, NoStore> {
    let values = all_of(shelf.name()).await.map_err(|_| NoStore)?;
    Ok(js_sys::Array::from(&values).iter().filter_map(|value| value.as_string()).collect())
}

/// Everything of ours leaves this phone.
pub async fn clear() {
    clear_phone().await;
}
