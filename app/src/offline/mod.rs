//! What the phone shows when it asks for a page and there is no network. A shell: it holds no person.
//!
//! | file | holds |
//! |---|---|
//! | `page.rs` | `/offline` |

#[cfg(feature = "ssr")]
mod page;

#[cfg(feature = "ssr")]
pub use page::routes;
