//! The data floor: one `Db`, two engines, each query written once.
//!
//! * [`Db`] opens SQLite or PostgreSQL, migrates, and hands out [`Tx`].
//! * Every feature has one file here with the same name as its room on the floors above. Its queries stand in one
//!   [`queries!`](crate::query) block on top, its row structs and functions below. A test prepares every query on both
//!   engines; that takes the place of a check at compile time.
//! * Rules do not live here. A function here stores, finds, lists or claims; it never decides.
//!
//! Verbs mean the same everywhere: `find` gives an `Option`, `get` fails if absent, `list`, `insert`, `update`, `delete`,
//! `claim` (take a row for work).
//!
//! Portable SQL: `$1` placeholders, `bigint` for every number and instant (microseconds), `text`, bytes, and UUIDs (16
//! bytes on SQLite). Truth values are 0 and 1. Never go on after a failed statement: PostgreSQL has aborted the
//! transaction. Decide by `on conflict` and the number of rows changed.

mod column;
mod db;
mod error;
#[macro_use]
mod query;
mod reading;
mod transaction;

pub mod account;
pub mod application;
pub mod certificate;
pub mod consent;
pub mod copy;
pub mod dispute;
pub mod draft;
pub mod fixture;
pub mod form;
pub mod history;
pub mod holder_key;
pub mod issuing_key;
pub mod job;
pub mod notice;
pub mod office;
pub mod paper;
pub mod passkey;
pub mod print;
pub mod register_entry;
pub mod registration;
pub mod report;
pub mod retention;
pub mod scan;
pub mod session;
pub mod sign_in;
pub mod staff;
pub mod status_list;
pub mod transfer;

pub use db::{Clock, Db, Settings, Transient};
pub use error::StoreError;
pub use transaction::Tx;

/// Every query of every feature with its name, for the test that prepares them all on both engines.
pub fn all_queries() -> Vec<(&'static str, &'static str)> {
    [
        account::QUERIES,
        application::QUERIES,
        certificate::QUERIES,
        consent::QUERIES,
        copy::QUERIES,
        dispute::QUERIES,
        draft::QUERIES,
        fixture::QUERIES,
        form::QUERIES,
        history::QUERIES,
        holder_key::QUERIES,
        issuing_key::QUERIES,
        job::QUERIES,
        notice::QUERIES,
        office::QUERIES,
        paper::QUERIES,
        passkey::QUERIES,
        print::QUERIES,
        register_entry::QUERIES,
        registration::QUERIES,
        report::QUERIES,
        retention::QUERIES,
        scan::QUERIES,
        session::QUERIES,
        sign_in::QUERIES,
        staff::QUERIES,
        status_list::QUERIES,
    ]
    .concat()
}
