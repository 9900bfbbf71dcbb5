//! The frame around every page.
//!
//! * [`Visit`]: who is asking, in which language, with which nonce; made once a request by a layer and taken by handlers.
//! * [`Page`]: what a page tells the frame (title, way back, bar at the thumb), rendered by [`Visit::page`].
//! * [`Module`]: which islands a page loads.
//! * [`Stop`]: why a handler ends without its page. A layer turns it into a page or JSON in the visitor's language.
//! * [`form`]: a refused form comes back with everything that was typed.
//! * [`router`]: all rooms together.

mod document;
pub mod form;
mod module;
mod router;
mod site;
mod stop;
mod visit;

pub use document::{Back, Page};
pub use form::{Fields, Typed};
pub use module::Module;
pub use router::{AppState, router};
pub use site::Site;
pub use stop::{Stop, explain_stops};
pub use visit::{LOCALE_COOKIE, SESSION_COOKIE, Visit, make_visit};
