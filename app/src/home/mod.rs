//! The first page: what waits for the person, and what the person may do, in six pictures.
//!
//! What waits comes first: a question of the home office, a notice to complete. One panel glows. Then the services, the
//! lamp of a tile lit where something of the person's is open. The bar shows the certificate, or the way to get one.
//!
//! | file | holds |
//! |---|---|
//! | `page.rs` | `/` |

#[cfg(feature = "ssr")]
mod page;

#[cfg(feature = "ssr")]
pub use page::routes;
