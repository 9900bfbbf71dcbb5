//! All rooms together.

use axum::{Router, extract::FromRef, middleware};
use xinju_service::Services;

use super::{Site, Stop, explain_stops, make_visit};
use crate::{
    account, admin, application, assistance, desk, home, inbox, notice, offline, print, public_document, registration,
    scan, sign_in, verifier, wallet,
};

/// What the router carries.
#[derive(Clone, Debug)]
pub struct AppState {
    pub services: Services,
    pub site: Site,
}

impl FromRef<AppState> for Services {
    fn from_ref(state: &AppState) -> Self {
        state.services.clone()
    }
}

/// Every page and every address that forms and islands send to.
pub fn router(state: AppState) -> Router {
    Router::new()
        .merge(home::routes())
        .merge(sign_in::routes())
        .merge(account::routes())
        .merge(admin::routes())
        .merge(application::routes())
        .merge(desk::routes())
        .merge(public_document::routes())
        .merge(wallet::routes())
        .merge(print::routes())
        .merge(offline::routes())
        .merge(assistance::routes())
        .merge(scan::routes())
        .merge(registration::routes())
        .merge(notice::routes())
        .merge(inbox::routes())
        .merge(verifier::routes())
        .fallback(|| async { Stop::NotFound })
        .layer(middleware::from_fn(shield))
        .layer(middleware::from_fn_with_state(state.clone(), explain_stops))
        .layer(middleware::from_fn_with_state(state.clone(), make_visit))
        .with_state(state)
}

/// Runs a change in a task of its own: the HTTP library drops a handler whose client has gone, and a transaction must
/// not be dropped half-way.
async fn shield(request: axum::extract::Request, next: middleware::Next) -> axum::response::Response {
    use axum::response::IntoResponse;
    if request.method().is_safe() {
        return next.run(request).await;
    }
    match tokio::spawn(next.run(request)).await {
        Ok(response) => response,
        Err(failed) => Stop::Broken(xinju_service::Broken::new(failed)).into_response(),
    }
}
