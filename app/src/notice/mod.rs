//! What a registration still lacks, as the resident reads and completes it: `/notices/{id}`. It is help: any day does, and
//! nothing follows from a day that passed.
//!
//! The office reads its notices with its registrations.

#[cfg(feature = "ssr")]
mod page;

#[cfg(feature = "ssr")]
pub use page::routes;
