//! The use cases: what people may do, one file a feature, with the same name as its room on the other floors.
//!
//! A use case takes [`Services`], who is asking, and plain values. It opens one transaction, asks `domain` for the rule
//! and `store` for the data, writes the history row in the same transaction, and queues mail as a job. It knows nothing
//! of HTTP, cookies or HTML.
//!
//! Who may do what is decided here, in every use case, from the session's account and posts; a page that hides a button
//! protects nothing. Somebody else's record and one that does not exist get the same answer.
//!
//! Errors are of two kinds and never mixed: a refusal is an answer (a small enum for each use case), breakage is one
//! opaque [`Broken`] with a reference number.

mod broken;
mod services;
#[cfg(test)]
pub(crate) mod trial;

pub mod account;
pub mod application;
pub mod audit;
pub mod backup;
pub mod certificate;
pub mod consent;
pub mod demo;
pub mod desk;
pub mod draft;
pub mod fixture;
pub mod form;
pub mod founding;
pub mod history;
pub mod home;
pub mod issuing_key;
pub mod job;
pub mod limit;
pub mod notice;
pub mod office;
pub mod paper;
pub mod passkey;
pub mod print;
pub mod public_document;
pub mod recovery;
pub mod registration;
pub mod reminder;
pub mod report;
pub mod retention;
pub mod scan;
pub mod session;
pub mod sign_in;
pub mod staff;
pub mod status_list;
pub mod transfer;
pub mod wallet;

pub use broken::{Broken, BrokenKind, Failure};
pub use services::{Inside, Origin, Services, Settings};
