//! The verifier that any phone's camera opens: `/v#digits`.
//!
//! Everything happens in the browser. The fragment leaves the address bar at once; no address, no header and no message
//! carries anything of it. The page asks the server for the public bundle of keys and lists, and for nothing else. What the
//! holder chose to show is on the screen for a minute, then it is gone.
//!
//! A stranger's phone asks no challenge: a clock that differs stays amber here. And because a code may lead to another site
//! with a green page, the page says its own name large.
//!
//! | file | holds |
//! |---|---|
//! | `page.rs` | the shell |
//! | `islands.rs` | the island |

mod islands;
#[cfg(feature = "ssr")]
mod page;

pub use islands::Verifier;
pub(crate) use islands::picked_file;
#[cfg(feature = "ssr")]
pub(crate) use page::officer_bar;
#[cfg(feature = "ssr")]
pub use page::routes;
