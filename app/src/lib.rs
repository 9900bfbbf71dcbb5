//! What people see and do: one room a feature.
//!
//! A room holds `mod.rs` (its story), `page.rs` (pages, server only), `api.rs` (what its forms and islands send),
//! `islands.rs` (the parts that also run in the browser) and `tests.rs`. The frame around all pages (document, visit,
//! refusals) is in [`frame`], the components are in [`ui`].
//!
//! A page is an axum handler: it asks `service`, and hands finished data to a view. With the feature `hydrate` only the
//! islands and what they need are compiled; nothing of the server reaches the browser.

#[cfg(feature = "ssr")]
pub mod frame;
#[cfg(feature = "ssr")]
pub mod ui;

pub mod account;
pub mod admin;
pub mod application;
pub mod assistance;
#[cfg(feature = "ssr")]
pub mod desk;
pub mod home;
pub mod offline;
pub mod phone;
#[cfg(feature = "ssr")]
pub mod place;
#[cfg(feature = "ssr")]
pub mod public_document;
pub mod print;
mod sentences;
pub mod sign_in;
pub mod inbox;
pub mod notice;
pub mod registration;
pub mod scan;
pub mod verdict;
pub mod verifier;
pub mod wallet;

#[cfg(all(test, feature = "ssr"))]
mod trial;

#[cfg(feature = "ssr")]
pub use frame::{AppState, Site, router};

/// The names of all islands, for the entry point of the browser module and the test that looks for them there.
pub const ISLANDS: &[&str] = &["PaperSender", "PasskeyMake", "PasskeyProve", "PasskeySignIn", "Scanner", "Verifier", "Wallet", "WalletBinder"];
