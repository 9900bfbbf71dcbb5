//! The holder's key: made on the phone, not extractable, used to sign and for nothing else.

use js_sys::{Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};

use super::store::{self, NoStore, Shelf};

#[wasm_bindgen(module = "/script/phone.js")]
extern "C" {
    #[wasm_bindgen(catch, js_name = makeKey)]
    async fn make_key() -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch, js_name = sign)]
    async fn sign_bytes(key: &JsValue, bytes: &[u8]) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_name = askForOwner)]
    async fn ask_for_owner() -> JsValue;
    #[wasm_bindgen(js_name = persist)]
    async fn persist_store() -> JsValue;
}

/// The key pair as the browser holds it.
#[derive(Clone, Debug)]
pub struct Key(JsValue);

/// A new key and its public point, 65 bytes, uncompressed (SEC 1, 2.3.3).
pub async fn make() -> Option<(Key, [u8; 65])> {
    let made = make_key().await.ok()?;
    let key = Reflect::get(&made, &JsValue::from_str("key")).ok()?;
    let point = Reflect::get(&made, &JsValue::from_str("point")).ok()?;
    let point = point.dyn_into::<Uint8Array>().ok()?.to_vec().try_into().ok()?;
    Some((Key(key), point))
}

/// An ES256 signature, r and s in 64 bytes.
pub async fn sign(key: &Key, bytes: &[u8]) -> Option<[u8; 64]> {
    let signature = sign_bytes(&key.0, bytes).await.ok()?;
    signature.dyn_into::<Uint8Array>().ok()?.to_vec().try_into().ok()
}

pub async fn keep(key: &Key) -> Result<(), NoStore> {
    store::keep_value(Shelf::Wallet, "key", &key.0).await
}

pub async fn kept() -> Option<Key> {
    store::take_value(Shelf::Wallet, "key").await.ok()?.map(Key)
}

/// The phone's own lock, asked before everything is shown: a gate of the screen that no server judges.
pub async fn is_owner_here() -> bool {
    ask_for_owner().await.is_truthy()
}

/// Asks the browser not to sweep the store away.
pub async fn persist() {
    persist_store().await;
}
