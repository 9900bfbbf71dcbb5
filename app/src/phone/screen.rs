//! The screen, the clock, the sounds and the address bar.

use wasm_bindgen::{JsValue, closure::Closure, prelude::wasm_bindgen};

#[wasm_bindgen(module = "/script/phone.js")]
extern "C" {
    #[wasm_bindgen(js_name = stayAwake)]
    async fn stay_awake_now() -> JsValue;
    #[wasm_bindgen(js_name = ring)]
    fn ring_now(kind: &str);
    #[wasm_bindgen(js_name = unixSeconds)]
    fn seconds() -> f64;
    #[wasm_bindgen(js_name = takeFragment)]
    fn fragment() -> String;
    #[wasm_bindgen(js_name = onEvent)]
    fn listen(name: &str, act: &JsValue);
    #[wasm_bindgen(js_name = onVisible)]
    fn listen_visible(act: &JsValue);
    #[wasm_bindgen(js_name = randomBytes)]
    fn random_bytes(count: u32) -> js_sys::Uint8Array;
    #[wasm_bindgen(js_name = goTo)]
    fn go(address: &str);
    #[wasm_bindgen(js_name = given)]
    fn given_by_page(name: &str) -> String;
    #[wasm_bindgen(js_name = toTop)]
    fn scroll_to_top();
}

/// Keeps the screen lit while a code is shown.
pub async fn stay_awake() {
    stay_awake_now().await;
}

/// The sound and vibration of a verdict's band: `good`, `care` or `bad`.
pub fn ring(band: &str) {
    ring_now(band);
}

/// The phone's clock, seconds since the epoch.
pub fn unix_seconds() -> i64 {
    seconds() as i64
}

/// What stood after `#` in the address; it is taken out of the bar and the history.
pub fn take_fragment() -> String {
    fragment()
}

/// What the page gave under this name.
pub fn given(name: &str) -> String {
    given_by_page(name)
}

pub fn go_to(address: &str) {
    go(address);
}

/// Where something has just appeared that wants to be seen.
pub fn to_top() {
    scroll_to_top();
}

/// Calls `act` at each event of the window: `online`, `offline`, `hashchange`. For the life of the page.
pub fn on_event(name: &str, act: impl FnMut() + 'static) {
    let act = Closure::<dyn FnMut()>::new(act);
    listen(name, act.as_ref());
    act.forget();
}

/// Calls `act` whenever the page is looked at again. For the life of the page.
pub fn on_visible(act: impl FnMut() + 'static) {
    let act = Closure::<dyn FnMut()>::new(act);
    listen_visible(act.as_ref());
    act.forget();
}

/// Sixteen bytes that nobody can foresee: a challenge, or the key of a registration.
pub fn random_16() -> [u8; 16] {
    let mut bytes = [0; 16];
    random_bytes(16).copy_to(&mut bytes);
    bytes
}
