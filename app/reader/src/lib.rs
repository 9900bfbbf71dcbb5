//! The eye for browsers that have none of their own: the text of a QR code from pixels.
//!
//! A module of its own, so that only scanners on such browsers load it.

use wasm_bindgen::prelude::wasm_bindgen;

/// Reads the first QR code in a picture of `width` × `height` pixels, four bytes each (red, green, blue, opacity).
/// Gives its text, or nothing if there is none that can be read.
#[wasm_bindgen]
pub fn read(pixels: &[u8], width: usize, height: usize) -> Option<String> {
    if pixels.len() < width.checked_mul(height)?.checked_mul(4)? {
        return None;
    }
    let grey = |x: usize, y: usize| {
        let at = (y * width + x) * 4;
        let [red, green, blue] = [pixels[at], pixels[at + 1], pixels[at + 2]].map(u32::from);
        // Luma after ITU-R BT.601.
        ((red * 299 + green * 587 + blue * 114) / 1000) as u8
    };
    let mut picture = rqrr::PreparedImage::prepare_from_greyscale(width, height, grey);
    picture.detect_grids().iter().find_map(|grid| grid.decode().ok()).map(|(_, text)| text)
}
