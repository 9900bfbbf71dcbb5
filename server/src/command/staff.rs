//! `server staff invite`: the first administrator of a county can be invited by nobody else.

use std::process::ExitCode;

use xinju_domain::staff::Role;
use xinju_service::{Failure, job, staff};

use super::{NO, cannot, complain, say};

/// Writes to somebody with a link to a post.
pub async fn invite(address: &str, office: &str, role: &str) -> ExitCode {
    let Some(role) = Role::from_code(role) else {
        let roles: Vec<&str> = Role::ALL.iter().map(|role| role.code()).collect();
        return cannot(format!("no such role; there are {}", roles.join(", ")));
    };
    let (_, services) = match super::services().await {
        Ok(open) => open,
        Err(code) => return code,
    };
    match staff::invite(&services, None, address, office, role).await {
        Ok(()) => {}
        Err(Failure::Refused(refusal)) => {
            complain(format!("not invited: {refusal:?}"));
            return ExitCode::from(NO);
        }
        Err(Failure::Broken(broken)) => return cannot(format!("{broken:?}")),
    }
    // Sent at once where no server runs; where one does, either of the two sends it.
    if let Err(broken) = job::work(&services).await {
        return cannot(format!("{broken:?}"));
    }
    say(format!("invited {address}"));
    ExitCode::SUCCESS
}
