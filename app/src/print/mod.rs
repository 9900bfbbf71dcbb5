//! The certificate on paper.
//!
//! `/print/{number}` asks how much the paper shows and has one button; opening it changes nothing. The button makes a print
//! with a place of its own in the status list and leads to `/print/{number}/sheet`, which shows an A4 page and a card to cut
//! out. Both carry the same still code: whoever scans it is told *paper: compare the ID card*. It is made only after a fresh
//! proof, and everything that stands on the page stands in the signed code too.
//!
//! | file | holds |
//! |---|---|
//! | `page.rs` | the question, the button, the way back when it is refused |
//! | `sheet.rs` | the page and the card |

#[cfg(feature = "ssr")]
mod page;
#[cfg(feature = "ssr")]
mod sheet;
#[cfg(all(test, feature = "ssr"))]
mod tests;

#[cfg(feature = "ssr")]
pub use page::routes;
