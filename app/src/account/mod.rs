//! *Me*: what the portal knows about a person, and everything that the person may do with it.
//!
//! `/account` is the list of all of it: name, addresses, passkeys, recovery card, languages, where one is signed in, what
//! one agreed to. `/account/seen` tells who looked at one's data. `/account/export` gives everything out, and
//! `/account/delete` takes everything away; both ask for a fresh proof first, as does every change of a way in.
//!
//! What waits (a passkey that a mere code added, a recovery by card) glows on the first page until it is over, with the one
//! button that stops it.

#[cfg(feature = "ssr")]
mod card;
#[cfg(feature = "ssr")]
mod contacts;
#[cfg(feature = "ssr")]
mod data;
#[cfg(feature = "ssr")]
mod language;
#[cfg(feature = "ssr")]
mod page;
#[cfg(feature = "ssr")]
mod passkeys;
#[cfg(feature = "ssr")]
mod seen;
#[cfg(feature = "ssr")]
mod sessions;
#[cfg(all(test, feature = "ssr"))]
mod tests;
#[cfg(feature = "ssr")]
mod time;

#[cfg(feature = "ssr")]
pub use card::card_view;
#[cfg(feature = "ssr")]
pub use page::routes;
#[cfg(feature = "ssr")]
pub(crate) use time::moment;
