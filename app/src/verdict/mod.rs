//! What a verifier is shown: one band, one face, one word, and what to do next.
//!
//! The verdict itself is made in `credential`, in the browser, by the newest keys and lists that this phone has ([`Basis`]).
//! Here it becomes one of thirteen showings ([`Showing`]): the eleven verdicts, a valid code whose list is too old to be
//! green, and a code by a key that an old list of offices cannot know. Each has a band (green, amber, red), a face and a
//! sound of its own, so that it can be told in a grey print and with closed eyes.
//!
//! A refusal never shows what the code says of a person. It says what to do, and that nobody loses anything.
//!
//! | file | holds |
//! |---|---|
//! | `showing.rs` | from a judgement to a showing |
//! | `basis.rs` | the bundle and the clock that judging goes by |
//! | `words.rs` | which sentences it needs, with gaps for numbers and dates |
//! | `fill.rs` | filling the gaps in the browser |
//! | `view.rs` | band, facts, advice |

mod basis;
mod fill;
mod showing;
mod view;
#[cfg(feature = "ssr")]
mod words;

pub(crate) use basis::Basis;
pub(crate) use fill::{filled, span};
pub(crate) use showing::Showing;
pub(crate) use view::{Shown, advice, band, facts, icon};
#[cfg(feature = "ssr")]
pub(crate) use words::verdict_words;
