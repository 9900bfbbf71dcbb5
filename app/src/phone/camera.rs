//! The camera and the eye: what the browser reads, or our own reader where it cannot.

use wasm_bindgen::{JsValue, closure::Closure, prelude::wasm_bindgen};

#[wasm_bindgen(module = "/script/camera.js")]
extern "C" {
    #[wasm_bindgen(js_name = startCamera)]
    async fn start_camera(video: &JsValue, id: &str, reader: &str, found: &JsValue) -> JsValue;
    #[wasm_bindgen(js_name = stopCamera)]
    fn stop_camera();
    #[wasm_bindgen(js_name = prepareEye)]
    async fn prepare_eye(reader: &str) -> JsValue;
    #[wasm_bindgen(js_name = hasTorch)]
    fn has_torch_now() -> bool;
    #[wasm_bindgen(js_name = setTorch)]
    fn set_torch_now(on: bool) -> JsValue;
    #[wasm_bindgen(js_name = cameras)]
    async fn list_cameras() -> JsValue;
    #[wasm_bindgen(js_name = readPicture)]
    async fn read_picture(file: &JsValue, reader: &str) -> JsValue;
}

/// Why the camera does not run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoCamera {
    /// The person or the system said no.
    Refused,
    /// Another program holds it.
    Busy,
    /// There is none.
    Absent,
}

/// A camera that can be picked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Camera {
    pub id: String,
    pub label: String,
}

/// Shows the camera in a `<video>` element and calls `found` with each text that is read, until [`stop`]. `id` is empty for
/// the back camera. `reader` is the address of our own eye.
pub async fn start(
    video: &JsValue,
    id: &str,
    reader: &str,
    found: impl FnMut(String) + 'static,
) -> Result<(), NoCamera> {
    let found = Closure::<dyn FnMut(String)>::new(found);
    let outcome = start_camera(video, id, reader, found.as_ref()).await;
    found.forget();
    match outcome.as_string().as_deref() {
        Some("") => Ok(()),
        Some("refused") => Err(NoCamera::Refused),
        Some("busy") => Err(NoCamera::Busy),
        _ => Err(NoCamera::Absent),
    }
}

pub fn stop() {
    stop_camera();
}

/// Loads our own eye, if it is needed, while there is a network.
pub async fn prepare(reader: &str) {
    prepare_eye(reader).await;
}

pub fn has_torch() -> bool {
    has_torch_now()
}

pub fn set_torch(on: bool) {
    set_torch_now(on);
}

pub async fn cameras() -> Vec<Camera> {
    let text = |value: &JsValue, name: &str| {
        js_sys::Reflect::get(value, &JsValue::from_str(name))
            .ok()
            .and_then(|value| value.as_string())
            .unwrap_or_default()
    };
    js_sys::Array::from(&list_cameras().await)
        .iter()
        .map(|camera| Camera { id: text(&camera, "id"), label: text(&camera, "label") })
        .collect()
}

/// The text of a code in a picture file.
pub async fn read(file: &JsValue, reader: &str) -> Option<String> {
    read_picture(file, reader).await.as_string()
}
