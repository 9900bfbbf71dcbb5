//! Every text that a person reads, in one catalogue for pages, mail and text messages.
//!
//! The texts are Fluent files in `locales/<locale>/<feature>.ftl`, one a feature, with the same keys in each locale; a
//! test holds them equal and looks for keys that the code asks for and nobody wrote, or that nobody asks for. They are
//! embedded in a release and read from the folder in a debug build, so that changing a word compiles nothing.
//!
//! Nothing of this reaches the browser: pages are made on the server, and islands get finished strings.

mod catalogue;
mod date;
mod locale;

pub use catalogue::{Value, say};
pub use date::{clock_time, day, day_and_time, day_with_weekday, weekday};
pub use locale::Locale;

/// Says a text of the catalogue: `t!(locale, "key")` or `t!(locale, "key", name = value, count = 3)`.
///
/// Numbers choose plural forms; everything else is inserted as it is (the page escapes it).
#[macro_export]
macro_rules! t {
    ($locale:expr, $key:expr) => { $crate::say($locale, $key, &[]) };
    ($locale:expr, $key:expr, $($name:ident = $value:expr),+ $(,)?) => {
        $crate::say($locale, $key, &[$((stringify!($name), $crate::Value::from($value))),+])
    };
}
