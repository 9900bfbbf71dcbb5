//! `server demo`: people, offices and records to try the portal with.

use std::process::ExitCode;

use xinju_service::{
    Broken, Failure, Services,
    demo::{self, Holding},
};

use super::{NO, cannot, complain, say};

/// Loads the demonstration into an empty database and prints how to sign in; prints new links when it is there already.
pub async fn run() -> ExitCode {
    let config = match super::settings() {
        Ok(config) => config,
        Err(code) => return code,
    };
    let services = match crate::opening::services_for_demo(&config).await {
        Ok(services) => services,
        Err(why) => return cannot(why),
    };
    match demo::look(&services.db).await {
        Ok(Holding::Nothing) => {}
        Ok(Holding::Demonstration) => return print(&services).await,
        Ok(Holding::People) => return refuse(),
        Err(why) => return cannot(why),
    }
    match demo::load(&services).await {
        Ok(()) => print(&services).await,
        Err(Failure::Refused(demo::InUse)) => refuse(),
        Err(Failure::Broken(broken)) => cannot(format!("{broken:?}")),
    }
}

fn refuse() -> ExitCode {
    complain("this database is in use: the demonstration goes into an empty one");
    ExitCode::from(NO)
}

async fn print(services: &Services) -> ExitCode {
    match print_links(services).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(broken) => cannot(format!("{broken:?}")),
    }
}

/// Prints a new link for each person: opening it shows a page with a button that signs in.
pub async fn print_links(services: &Services) -> Result<(), Broken> {
    say("");
    say("Sign in as one of the demonstration's people: open the link and press the button.");
    for way in demo::links(services).await? {
        let post = way.post.map(|(office, role)| format!("  {role} · {office}")).unwrap_or_default();
        say(format!("\n  {}  {}{post}\n    {}", way.address, way.name, way.link));
    }
    say("");
    Ok(())
}
