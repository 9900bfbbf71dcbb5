//! Signing in.
//!
//! `/sign-in` takes a telephone number or a mail address and sends six digits; `/sign-in/code` takes them. A known address is
//! signed in, for an unknown one `/sign-in/welcome` says so and makes an account at a press. All of it works without
//! script. With script there is the passkey beside it: in the keyboard's suggestions, and as a button.
//!
//! Ways around: `/sign-in/new` makes an account by passkey alone, with a recovery card; `/sign-in/card` takes that card;
//! `/sign-in/link` is the page behind a link of the demonstration; `/sign-in/stop` the one behind a letter that warns;
//! `/invitation` the one behind an invitation of staff. Opening a link changes nothing, its button does.
//!
//! `/sign-in/prove` asks somebody who is signed in for a fresh proof: the passkey, or a code. It comes back to the page
//! that asked.
//!
//! What a browser holds: the session's token, and for ten minutes the token of the flow that asked for a code. Where the
//! person goes on to (`next`) is a path of this site, whatever stood in the address.

#[cfg(feature = "ssr")]
mod api;
#[cfg(feature = "ssr")]
pub mod browser;
#[cfg(feature = "ssr")]
mod card;
#[cfg(feature = "ssr")]
mod code;
#[cfg(feature = "ssr")]
pub mod cookie;
mod islands;
#[cfg(feature = "ssr")]
mod link;
#[cfg(feature = "ssr")]
mod page;
#[cfg(feature = "ssr")]
mod prove;
#[cfg(all(test, feature = "ssr"))]
mod tests;

pub use islands::{PasskeyMake, PasskeyProve, PasskeySignIn};

#[cfg(feature = "ssr")]
pub(crate) use code::{code_field, sent_to};
#[cfg(feature = "ssr")]
pub use page::routes;
#[cfg(feature = "ssr")]
pub(crate) use page::{making_words, wait_key};
