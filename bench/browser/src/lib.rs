//! The verifier alone, compiled as the browser's modules are, for the clock of the bench.

use wasm_bindgen::prelude::{JsError, wasm_bindgen};
use xinju_credential::bundle;
use xinju_credential::verify::{Question, Trust, judge};

/// A verifier with the portal's keys and status lists.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Verifier {
    trust: Trust,
}

#[wasm_bindgen]
impl Verifier {
    /// From the bytes of the officer's bundle.
    #[wasm_bindgen(constructor)]
    pub fn new(bytes: &[u8]) -> Result<Verifier, JsError> {
        let trust = Trust::from_bundle(&bundle::parse(bytes)?)?;
        Ok(Self { trust })
    }

    /// The verdict over a QR's text. `now` in Unix seconds.
    pub fn judge(&self, text: &str, aud: &str, now: f64) -> String {
        let question = Question { now: now as i64, aud, challenge: None };
        judge(text, &self.trust, &question).verdict.as_str().to_owned()
    }
}
