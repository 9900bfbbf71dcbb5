//! What people see and do: one room a feature.
//!
//! A room holds `mod.rs` (its story), `page.rs` (pages, server only), `api.rs` (what its forms and islands send),
//! `islands.rs` (the parts that also run in the browser) and `tests.rs`. The frame around all pages (document, visit,
//! refusals) is in [`frame`], the components are in [`ui`].
//!
//! A page is an axum handler: it asks `service`, and hands finished data to a view. For the browser only islands and what
//! they need are compiled, those of one module at a time (features `entry`, `holder`, `officer`; [`Module`]); nothing of the
//! server reaches it.

#[cfg(feature = "ssr")]
pub mod frame;
#[cfg(feature = "ssr")]
pub mod ui;

pub mod account;
pub mod admin;
#[cfg(any(feature = "ssr", feature = "entry"))]
pub mod application;
pub mod assistance;
#[cfg(feature = "ssr")]
pub mod desk;
pub mod home;
pub mod inbox;
#[cfg(any(feature = "ssr", feature = "entry", feature = "holder", feature = "officer"))]
pub mod json;
pub mod notice;
pub mod offline;
pub mod phone;
#[cfg(feature = "ssr")]
pub mod place;
pub mod print;
#[cfg(feature = "ssr")]
pub mod public_document;
#[cfg(any(feature = "ssr", feature = "officer"))]
pub mod registration;
#[cfg(any(feature = "ssr", feature = "officer"))]
pub mod scan;
#[cfg(any(feature = "ssr", feature = "entry"))]
pub mod sign_in;
#[cfg(any(feature = "ssr", feature = "officer"))]
pub mod verdict;
#[cfg(any(feature = "ssr", feature = "officer"))]
pub mod verifier;
#[cfg(any(feature = "ssr", feature = "holder"))]
pub mod wallet;
pub mod words;

#[cfg(all(test, feature = "ssr"))]
mod trial;

#[cfg(feature = "ssr")]
pub use frame::{AppState, Module, Site, router};
