//! What the program does when it is called: one file a command. Each tells the outcome by its exit code: 0 done, 1 an
//! answer in the negative, 2 it could not be asked.

pub mod audit;
pub mod backup;
pub mod demo;
pub mod key;
pub mod office;
pub mod serve;
pub mod staff;
pub mod transfer;
pub mod verify;

use std::{fmt::Display, io::Write, process::ExitCode};

use xinju_service::Services;

use crate::{config::Config, opening};

/// The answer is no.
pub const NO: u8 = 1;
/// Wrong settings, arguments or files.
pub const CANNOT: u8 = 2;

/// Writes a line to the output. When nobody reads it any more there is nobody to tell.
pub fn say(line: impl Display) {
    let _ = writeln!(std::io::stdout(), "{line}");
}

/// Writes a line to the error stream.
pub fn complain(line: impl Display) {
    let _ = writeln!(std::io::stderr(), "{line}");
}

/// Says why a command could not do its work.
pub fn cannot(why: impl Display) -> ExitCode {
    complain(why);
    ExitCode::from(CANNOT)
}

/// The settings, or all their problems at once.
pub fn settings() -> Result<Config, ExitCode> {
    Config::from_environment().map_err(|problems| {
        for problem in problems {
            complain(problem);
        }
        ExitCode::from(CANNOT)
    })
}

/// Opens what the settings name, for a command that works beside a running server.
pub async fn services() -> Result<(Config, Services), ExitCode> {
    let config = settings()?;
    let services = opening::services(&config).await.map_err(cannot)?;
    Ok((config, services))
}
