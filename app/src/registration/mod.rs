//! Registering the person whose code was just scanned, at the counter or where there is no signal.
//!
//! The form is part of the scanner (`/scan`). What the officer sends goes into the phone's own store first, under a key of
//! its own, and leaves it only with the server's answer: so nothing is lost when the browser closes, and nothing is
//! registered twice. Without a network it waits, is counted on the screen, and sends itself. The answer stays on the screen
//! until the officer has seen it.
//!
//! What waits belongs to the officer who scanned: somebody else who signs in on the same phone does not send it.
//!
//! `/desk/registrations` lists the registrations of the office with their notices.
//!
//! | file | holds |
//! |---|---|
//! | `queue.rs` | what waits in the phone, and how it is sent |
//! | `form.rs` | the form |
//! | `words.rs` | which sentences they need |
//! | `page.rs`, `api.rs` | the office's list, and what the scanner sends |

#[cfg(feature = "ssr")]
mod api;
mod form;
#[cfg(feature = "ssr")]
mod page;
mod queue;
#[cfg(feature = "ssr")]
mod words;

pub(crate) use form::{Draft, form};
#[cfg(feature = "ssr")]
pub(crate) use page::item_words;
#[cfg(feature = "ssr")]
pub use page::routes;
pub(crate) use queue::{Answer, Order, Queued, Sent, Told, answers, count, drop_answer, send_all, send_unkept};
#[cfg(feature = "ssr")]
pub(crate) use words::registration_words;

/// The text of what may be missing.
pub(crate) fn item_key(item: xinju_domain::registration::Item) -> String {
    format!("notice-item-{}", item.code())
}
