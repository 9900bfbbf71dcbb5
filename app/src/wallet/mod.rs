//! The wallet: a live code that the phone makes anew every 30 seconds, with or without a network.
//!
//! `/wallet` is a shell that holds no person; everything personal comes from the phone's own store. There the phone keeps a
//! key that only signs, and three certificates (*minimum*, *registration*, *full*) that the home office signed for this key,
//! good for seven days. While there is a network they are renewed after a day, silently; the key itself asks for that, so
//! that signing out does not end the wallet. A phone whose key was stopped learns it there and lets go of everything.
//!
//! At each opening with a network the key asks how it stands: a phone that was stopped, or reported lost, learns it there.
//! *Leave no trace* takes the certificate off the phone by the key alone, and off the phone of whoever is signed in.
//!
//! `/wallet/add` puts the certificate on this phone: signed in, proven by a passkey, two taps. The old phone stops. A proof of
//! the new key (`xb1` in `credential`) binds it; by a code alone another phone waits 24 hours and can be stopped.
//!
//! An officer in doubt shows a code of their own: the phone's camera opens `/wallet#c=…`, the holder presses *answer*, and the
//! next code carries the officer's number.
//!
//! | file | holds |
//! |---|---|
//! | `holding.rs` | what the phone keeps |
//! | `code.rs` | making the next code |
//! | `renewal.rs` | binding and renewing over the network |
//! | `islands.rs`, `state.rs` | the island of the wallet, and what moves it |
//! | `live.rs`, `panels.rs`, `view.rs`, `eye.rs` | its parts: the code, what stands in its place, the drawing, the camera |
//! | `binder.rs` | the island that puts the certificate on this phone |
//! | `page.rs`, `words.rs`, `api.rs` | the shells, their sentences, what the islands send |
//! | `phones.rs` | `/account/phones`: which phone shows it |

#[cfg(feature = "ssr")]
mod api;
mod binder;
mod code;
mod eye;
mod holding;
mod islands;
mod live;
#[cfg(feature = "ssr")]
mod page;
mod panels;
#[cfg(feature = "ssr")]
mod phones;
mod renewal;
mod state;
#[cfg(all(test, feature = "ssr"))]
mod tests;
mod view;
#[cfg(feature = "ssr")]
mod words;

#[cfg(feature = "ssr")]
pub(crate) use api::leave;
pub use binder::WalletBinder;
pub use islands::Wallet;
#[cfg(feature = "ssr")]
pub use page::routes;
