//! `server office add`: the first offices, before there is an administrator.

use std::process::ExitCode;

use xinju_service::{
    Failure,
    founding::{self, FoundingRefusal},
};

use super::{NO, cannot, complain, say};

/// Adds the office that stands at a region.
pub async fn add(code: &str, name: &str) -> ExitCode {
    let (_, services) = match super::services().await {
        Ok(open) => open,
        Err(code) => return code,
    };
    match founding::add_office(&services, code, name).await {
        Ok(()) => {
            say(format!("{code} {name}"));
            ExitCode::SUCCESS
        }
        Err(Failure::Refused(FoundingRefusal::Code)) => cannot("a region code has 2, 4, 6, 9 or 12 digits"),
        Err(Failure::Refused(FoundingRefusal::Exists)) => {
            complain("there is an office with this code");
            ExitCode::from(NO)
        }
        Err(Failure::Broken(broken)) => cannot(format!("{broken:?}")),
    }
}
