//! Parts of the wallet's picture.

use leptos::prelude::*;
use xinju_credential::certificate::{Profile, Subject};

use super::code::QUIET_ZONE;
use crate::words::{Places, Words};

/// A picture from the sprite.
pub fn icon(places: StoredValue<Places>, name: &str) -> impl IntoView + use<> {
    let address = places.with_value(|places| format!("{}{name}", places.icons()));
    view! { <svg class="icon icon--24" aria-hidden="true"><use href=address></use></svg> }
}

/// The symbol, black on white in both themes. `width` is in CSS pixels; a module is a whole number of device pixels.
pub fn symbol(path: String, size: usize, width: f64, words: String) -> impl IntoView {
    let side = size + 2 * QUIET_ZONE;
    let shift = format!("translate({QUIET_ZONE} {QUIET_ZONE})");
    view! {
        <svg width=width.to_string() height=width.to_string() viewBox=format!("0 0 {side} {side}") role="img"
            aria-label=words shape-rendering="crispEdges">
            <rect width=side.to_string() height=side.to_string() fill="#fff"></rect>
            <path d=path transform=shift fill="#000"></path>
        </svg>
    }
}

/// The widest symbol that fits into `room` CSS pixels with modules of whole device pixels.
pub fn fitting_width(room: f64, size: usize, device_pixel_ratio: f64) -> f64 {
    let modules = (size + 2 * QUIET_ZONE) as f64;
    let pixels_per_module = (room * device_pixel_ratio / modules).floor().max(1.0);
    pixels_per_module * modules / device_pixel_ratio
}

/// What the other side will see and what not, for a profile.
pub fn sees(words: &Words, profile: Profile, subject: Option<&Subject>) -> (String, String) {
    let spouse = subject.is_some_and(|subject| subject.spouse.is_some());
    match profile {
        Profile::Minimum => (words.get("wallet-sees-minimum"), words.get("wallet-hides-minimum")),
        Profile::Registration => (words.get("wallet-sees-registration"), words.get("wallet-hides-registration")),
        Profile::Full if spouse => (words.get("wallet-sees-full-spouse"), words.get("wallet-hides-full")),
        Profile::Full => (words.get("wallet-sees-full"), words.get("wallet-hides-full")),
    }
}

/// An enumeration that breaks between its things and never inside one, as far as the language marks them by 、.
pub fn things(words: &str) -> impl IntoView + use<> {
    let thing = |thing: &str| view! { <span class="nowrap">{thing.to_owned()}</span> };
    if words.contains('、') {
        words.split_inclusive('、').map(thing).collect_view().into_any()
    } else {
        words.to_owned().into_any()
    }
}

#[cfg(test)]
mod tests {
    use super::fitting_width;

    #[test]
    fn modules_are_whole_device_pixels_and_fit_the_room() {
        for (room, size, ratio) in [(311.0, 73, 2.0), (292.0, 77, 1.0), (280.0, 89, 1.5), (324.0, 73, 3.0)] {
            let width = fitting_width(room, size, ratio);
            let module = width * ratio / (size + 8) as f64;
            assert!(width <= room, "{width} of {room}");
            assert!((module - module.round()).abs() < 1e-9, "{module}");
            assert!(module >= 1.0);
        }
    }
}
