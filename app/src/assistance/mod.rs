//! Getting somebody to help: at a counter or from the association, and what a helper may and may not do.
//!
//! | file | holds |
//! |---|---|
//! | `page.rs` | `/get-help` |

#[cfg(feature = "ssr")]
mod page;

#[cfg(feature = "ssr")]
pub use page::routes;
