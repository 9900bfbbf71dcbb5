//! Reading foreign PDFs in a process of their own, with little memory and little time. The parser recurses as deep and
//! unpacks as much as a file asks it to; what goes wrong there ends there, and the file is told to be broken.
//!
//! The program is the server itself, called with [`COMMAND`]: the file comes in on standard input, the cleaned one goes
//! out on standard output, and the exit code names the fault. Where no program was named, as in tests, it is done here.

use std::io::{Read, Write};
use std::path::PathBuf;
use std::process::Stdio;
use std::sync::OnceLock;
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::process::{Child, Command};
use xinju_domain::paper::{MAX_BYTES, PaperFault};

use super::pdf;
use crate::Broken;

/// The word that makes the server the worker.
pub const COMMAND: &str = "clean-pdf";
/// Memory in kilobytes and seconds of processor; neither depends on what the file says.
const LIMITS: &str = "ulimit -v 786432; ulimit -t 10; ulimit -c 0; exec \"$0\" clean-pdf";
const DEADLINE: Duration = Duration::from_secs(30);
/// A cleaned file is hardly ever larger than what came.
const MAX_OUT: u64 = 4 * MAX_BYTES as u64;
/// Exit codes above it are faults, in the order of their declaration.
const FIRST_FAULT: u8 = 10;

static PROGRAM: OnceLock<PathBuf> = OnceLock::new();

/// From now on PDFs are read apart. Said once, by the server at its start.
pub fn work_apart() -> std::io::Result<()> {
    // The running program itself, also after an update has put another file in its place.
    let own = PathBuf::from(format!("/proc/{}/exe", std::process::id()));
    let program = if own.exists() { own } else { std::env::current_exe()? };
    // A second saying changes nothing: it is the same program.
    let _ = PROGRAM.set(program);
    Ok(())
}

/// What the worker does: gives the exit code.
pub fn work() -> u8 {
    let mut bytes = Vec::new();
    if std::io::stdin().take(MAX_BYTES as u64 + 1).read_to_end(&mut bytes).is_err() {
        return 1;
    }
    match pdf::rewrite(&bytes) {
        Ok(clean) => u8::from(std::io::stdout().write_all(&clean).is_err()),
        Err(fault) => code_of(fault),
    }
}

fn code_of(fault: PaperFault) -> u8 {
    let place = PaperFault::ALL.iter().position(|other| *other == fault).unwrap_or_default();
    FIRST_FAULT + u8::try_from(place).unwrap_or_default()
}

fn fault_of(code: Option<i32>) -> PaperFault {
    // No code means that it was ended: too deep, too large, too long.
    code.and_then(|code| usize::try_from(code).ok()?.checked_sub(usize::from(FIRST_FAULT)))
        .and_then(|place| PaperFault::ALL.get(place).copied())
        .unwrap_or(PaperFault::Broken)
}

/// The cleaned file. The outer error is breakage, the inner one an answer.
pub(super) async fn rewrite(bytes: Vec<u8>) -> Result<Result<Vec<u8>, PaperFault>, Broken> {
    let Some(program) = PROGRAM.get() else {
        let work = tokio::task::spawn_blocking(move || pdf::rewrite(&bytes));
        return Ok(work.await.unwrap_or(Err(PaperFault::Broken)));
    };
    let child = Command::new("sh")
        .arg("-c")
        .arg(LIMITS)
        .arg(program)
        .env_clear()
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .kill_on_drop(true)
        .spawn()
        .map_err(Broken::new)?;
    match tokio::time::timeout(DEADLINE, talk(child, bytes)).await {
        Ok(done) => done,
        Err(_) => Ok(Err(PaperFault::Broken)),
    }
}

async fn talk(mut child: Child, bytes: Vec<u8>) -> Result<Result<Vec<u8>, PaperFault>, Broken> {
    let input = child.stdin.take();
    let output = child.stdout.take();
    let give = async move {
        if let Some(mut input) = input {
            // A worker that ended early no longer reads; its exit code tells why.
            let _ = input.write_all(&bytes).await;
        }
    };
    let take = async move {
        let mut clean = Vec::new();
        if let Some(output) = output {
            output.take(MAX_OUT).read_to_end(&mut clean).await?;
        }
        Ok::<_, std::io::Error>(clean)
    };
    let ((), clean) = tokio::join!(give, take);
    let clean = clean.map_err(Broken::new)?;
    let status = child.wait().await.map_err(Broken::new)?;
    if status.success() && !clean.is_empty() {
        return Ok(Ok(clean));
    }
    Ok(Err(fault_of(status.code())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_fault_has_an_exit_code_and_comes_back_from_it() {
        for fault in PaperFault::ALL {
            assert_eq!(fault_of(Some(i32::from(code_of(*fault)))), *fault);
        }
        for code in [None, Some(1), Some(137), Some(-1)] {
            assert_eq!(fault_of(code), PaperFault::Broken);
        }
    }
}
