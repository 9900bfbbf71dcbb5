//! The certificate, from the resident's side: apply, see where it stands, answer what is asked, take it back.
//!
//! | path | what |
//! |---|---|
//! | `/certificate` | my applications, and the way to begin |
//! | `/certificate/apply` | what it is, what is needed, the separate consent |
//! | `/certificate/apply/{question}` | one question; a post saves it and goes on |
//! | `/certificate/apply/check`, `…/send` | the answers with a change link each; sending |
//! | `/certificate/apply/on-paper`, `…/letter` | the home office is not on the portal: what to do, a letter to print |
//! | `/certificate/{reference}` | whose turn, until when, what happened |
//! | `/certificate/{reference}/sent` | the number, after sending |
//! | `/certificate/{reference}/answer`, `…/change/{question}` | the reply to what was asked |
//! | `/certificate/{reference}/withdraw`, `…/look-again` | ending it, and a second look |
//! | `/certificate/paper/{id}` | one's own photo or scan |
//! | `/api/paper`, `/api/paper/{id}` | a paper in pieces |
//!
//! Everything is plain links and forms; where script runs, [`PaperSender`] makes photos smaller before they are sent. Only the person whose application it is sees any of it; to all others there is
//! no such page.

#[cfg(feature = "ssr")]
mod answer;
#[cfg(feature = "ssr")]
mod api;
#[cfg(feature = "ssr")]
mod apply;
#[cfg(feature = "ssr")]
mod check;
#[cfg(feature = "ssr")]
mod ending;
#[cfg(feature = "ssr")]
mod held;
mod islands;
#[cfg(feature = "ssr")]
mod on_paper;
#[cfg(feature = "ssr")]
mod paper;
#[cfg(feature = "ssr")]
mod question;
#[cfg(feature = "ssr")]
mod start;
#[cfg(feature = "ssr")]
mod status;
#[cfg(all(feature = "ssr", test))]
pub(crate) mod tests;
#[cfg(feature = "ssr")]
mod timeline;
#[cfg(feature = "ssr")]
mod upload;
#[cfg(feature = "ssr")]
pub(crate) mod words;

pub use islands::PaperSender;
#[cfg(feature = "ssr")]
pub use paper::hand_out;

#[cfg(feature = "ssr")]
pub fn routes() -> axum::Router<crate::AppState> {
    axum::Router::new()
        .merge(api::routes())
        .merge(start::routes())
        .merge(on_paper::routes())
        .merge(check::routes())
        .merge(paper::routes())
        .merge(apply::routes())
        .merge(ending::routes())
        .merge(answer::routes())
        .merge(status::routes())
}
