//! The officer's scanner: a page of the phone that works where there is no signal.
//!
//! `/scan` is a shell that holds nobody. The camera reads, the phone judges by the keys and lists that it has, and says how
//! old they are. Who is signed in as a registering officer may register what was scanned; scanning itself needs nobody.
//!
//! Where clocks differ the officer asks: the screen shows a number as a code, the holder's phone scans it and answers with
//! a press. For two minutes only codes with an answer count, and one answer ends it.
//!
//! There are three more ways in: a USB scanner that types, a picture, and the number of the certificate, which tells state
//! and last day alone and needs a network.
//!
//! The phone keeps the scans of this day: number, time, verdict, nothing else.
//!
//! | file | holds |
//! |---|---|
//! | `islands.rs` | the island and its stages |
//! | `table.rs` | what the stages share: judging, telling, sending |
//! | `eye.rs` | camera, typed field, picture |
//! | `result.rs` | the verdict and what the officer does with it |
//! | `challenge.rs` | the number that the holder's phone answers |
//! | `day.rs` | the scans of this day |
//! | `words.rs` | which sentences it needs |
//! | `page.rs`, `api.rs` | the shell, who is signed in, the number |

#[cfg(feature = "ssr")]
mod api;
mod challenge;
mod day;
mod eye;
mod islands;
#[cfg(feature = "ssr")]
mod page;
mod result;
mod table;
#[cfg(all(test, feature = "ssr"))]
mod tests;
#[cfg(feature = "ssr")]
mod words;

pub use islands::Scanner;
#[cfg(feature = "ssr")]
pub use page::routes;
