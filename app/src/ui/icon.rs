//! Pictures from the sprite. They are decoration: a word always stands beside them.

use leptos::prelude::*;

use crate::frame::Site;

fn symbol(name: &str, class: &'static str) -> impl IntoView + use<> {
    let address = use_context::<Site>().map_or_else(String::new, |site| site.icon(name));
    let is_direction = matches!(name, "arrow-left" | "arrow-right" | "chevron-right");
    view! {
        <svg class=class class:icon--turn=is_direction aria-hidden="true" focusable="false">
            <use href=address></use>
        </svg>
    }
}

/// A picture of 20 px.
pub fn icon(name: &str) -> impl IntoView + use<> {
    symbol(name, "icon")
}

/// A picture of 24 px.
pub fn icon_24(name: &str) -> impl IntoView + use<> {
    symbol(name, "icon icon--24")
}

/// A pictogram of 44 px, as on the tiles.
pub fn icon_44(name: &str) -> impl IntoView + use<> {
    symbol(name, "icon icon--44")
}

/// The mark: the doorway with its lamp, or one of the verdicts' faces.
pub(crate) fn drawing(name: &str, class: &'static str) -> impl IntoView + use<> {
    symbol(name, class)
}
