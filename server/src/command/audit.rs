//! `server audit verify` and `server audit head`.

use std::{path::Path, process::ExitCode};

use xinju_service::audit::{self, Checkpoint, Report};

use super::{NO, cannot, say};

/// Walks all chains, against the checkpoints of a file if one is given, and prints what was found as JSON.
pub async fn verify(checkpoints: Option<&Path>) -> ExitCode {
    let checkpoints = match checkpoints.map(read).transpose() {
        Ok(checkpoints) => checkpoints.unwrap_or_default(),
        Err(why) => return cannot(why),
    };
    let (_, services) = match super::services().await {
        Ok(open) => open,
        Err(code) => return code,
    };
    let report = match audit::verify(&services, &checkpoints).await {
        Ok(report) => report,
        Err(broken) => return cannot(format!("{broken:?}")),
    };
    print(&report);
    if report.is_whole() { ExitCode::SUCCESS } else { ExitCode::from(NO) }
}

fn print(report: &Report) {
    for chain in &report.chains {
        say(serde_json::json!(chain));
    }
    say(serde_json::json!({"late": report.late, "whole": report.is_whole()}));
}

fn read(file: &Path) -> Result<Vec<Checkpoint>, String> {
    let text = std::fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))?;
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    lines
        .map(|line| serde_json::from_str(line).map_err(|_| format!("{}: a line is no checkpoint", file.display())))
        .collect()
}

/// Prints a signed checkpoint of each chain, to be kept somewhere else.
pub async fn head() -> ExitCode {
    let (_, services) = match super::services().await {
        Ok(open) => open,
        Err(code) => return code,
    };
    match audit::head(&services).await {
        Ok(checkpoints) => {
            for checkpoint in checkpoints {
                say(serde_json::json!(checkpoint));
            }
            ExitCode::SUCCESS
        }
        Err(broken) => cannot(format!("{broken:?}")),
    }
}
