//! The home office's inbox: what other offices tell of its people. `/desk/reports` lists the reports with their last days;
//! one is opened by a look, and a button notes that somebody took note of it.

#[cfg(feature = "ssr")]
mod page;

#[cfg(feature = "ssr")]
pub use page::routes;
