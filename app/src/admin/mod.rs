//! The administrator's desk, and the counter.
//!
//! `/desk/admin` keeps the offices and the staff of the administrator's region: add, change and close an office, invite
//! somebody to a post, take a post back. Nothing outside of the region is shown, and what is asked for there does not exist.
//! `/desk/counter` is where a registering officer opens an account together with somebody who has no phone.

#[cfg(feature = "ssr")]
mod counter;
#[cfg(feature = "ssr")]
mod office;
#[cfg(feature = "ssr")]
mod page;
#[cfg(feature = "ssr")]
mod staff;
#[cfg(all(test, feature = "ssr"))]
mod tests;

#[cfg(feature = "ssr")]
pub use page::routes;
