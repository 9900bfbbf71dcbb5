//! The rules of the portal, and nothing else: what an ID number is, which region lies in which, what an application
//! may become and who may make it so, when a promise is due.
//!
//! Everything here is a pure function of its arguments. There is no clock, no randomness, no database and no text for
//! people: the time is passed in as [`time::Instant`] or [`time::Day`], random bytes are passed in as bytes, and a
//! fault is a value with a stable key ([`fault`]) for which the catalogue of texts has a sentence. The same code runs
//! in the server and in the browser.
//!
//! Who is who:
//!
//! * a *resident* owns an [`account`], gives [`consent`], fills the questions of an [`application`] and adds
//!   [`paper`]s;
//! * *staff* hold a role at an [`office`]; what the role may do ends at the office's [`region`] ([`staff`]);
//! * the home office answers within the days of its [`promise`], counted on the working-day [`calendar`], and issues a
//!   [`certificate`] with its [`certificate_number`];
//! * the current office scans it and makes a [`registration`];
//! * whatever any of them does or looks at is one line of the [`history`].

pub mod account;
pub mod application;
pub mod calendar;
pub mod certificate;
pub mod certificate_number;
mod coded;
pub mod consent;
pub mod fault;
pub mod history;
pub mod id_number;
pub mod office;
pub mod paper;
pub mod person;
pub mod promise;
pub mod reference;
pub mod region;
pub mod registration;
mod safe_letters;
pub mod sign_in;
pub mod staff;
pub mod time;
mod typed;
pub mod wording;

pub use coded::UnknownCode;
