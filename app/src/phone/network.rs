//! Sending to our own server, and what came back.

use js_sys::{Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};

use crate::json::Json;

#[wasm_bindgen(module = "/script/phone.js")]
extern "C" {
    async fn send(method: &str, address: &str, kind: &str, body: &JsValue) -> JsValue;
    #[wasm_bindgen(js_name = isOnline)]
    fn browser_is_online() -> bool;
    #[wasm_bindgen(js_name = dateSeconds)]
    fn date_seconds(text: &str) -> f64;
}

/// An answer. Status 0 means that none arrived.
#[derive(Clone, Debug, Default)]
pub struct Reply {
    pub status: u16,
    pub body: Vec<u8>,
    /// The server's clock when it answered, Unix seconds.
    pub date: Option<i64>,
}

impl Reply {
    pub fn is_ok(&self) -> bool {
        (200..300).contains(&self.status)
    }

    /// Whether nothing arrived: no network, or the server away.
    pub fn is_lost(&self) -> bool {
        self.status == 0 || self.status >= 500
    }

    pub fn json(&self) -> Option<Json> {
        Json::read(std::str::from_utf8(&self.body).ok()?)
    }

    /// What came back if nothing was refused.
    pub fn good_json(&self) -> Option<Json> {
        self.is_ok().then(|| self.json()).flatten()
    }
}

pub async fn get(address: &str) -> Reply {
    read(&send("GET", address, "", &JsValue::NULL).await)
}

pub async fn post_bytes(address: &str, body: &[u8]) -> Reply {
    read(&send("POST", address, "application/octet-stream", &Uint8Array::from(body)).await)
}

/// A form as a browser would send it; `body` is URL-encoded.
pub async fn post_form(address: &str, body: &str) -> Reply {
    read(&send("POST", address, "application/x-www-form-urlencoded", &JsValue::from_str(body)).await)
}

pub async fn post_json(address: &str, body: &Json) -> Reply {
    read(&send("POST", address, "application/json", &JsValue::from_str(&body.write())).await)
}

fn read(reply: &JsValue) -> Reply {
    let status =
        Reflect::get(reply, &JsValue::from_str("status")).ok().and_then(|status| status.as_f64()).unwrap_or(0.0);
    let body = Reflect::get(reply, &JsValue::from_str("bytes"))
        .ok()
        .and_then(|bytes| bytes.dyn_into::<Uint8Array>().ok())
        .map(|bytes| bytes.to_vec())
        .unwrap_or_default();
    let date = Reflect::get(reply, &JsValue::from_str("date"))
        .ok()
        .and_then(|date| date.as_string())
        .map(|text| date_seconds(&text))
        .filter(|seconds| seconds.is_finite())
        .map(|seconds| seconds as i64);
    Reply { status: status as u16, body, date }
}

/// What the browser believes; only an answer proves it.
pub fn is_online() -> bool {
    browser_is_online()
}
