//! The numbers of `make bench` that need no network, and the portal on which the others are measured.
//!
//! * `bench portal FOLDER ORIGIN` makes a portal of the demonstration in which one person has a certificate on a phone.
//! * `bench code FOLDER` measures that person's QR: its size, judging it, issuing it.
//! * `bench people URL SECRET` fills a database with 1.2 million invented people, unless it holds them, and measures the use
//!   cases *search by name* and *send an application* among them.
//!
//! A measured number is one line of JSON on the standard output, see [`row`]. `build/bench.sh` runs everything in its order.

mod clock;
mod code;
mod desk;
mod filling;
mod invented;
mod opening;
mod phone;
mod portal;
mod resident;
mod row;

use std::fmt::Debug;
use std::process::ExitCode;

// As the server has it, for numbers that mean the same.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// What went wrong, in words for whoever runs the bench.
type Outcome<T> = Result<T, String>;

/// Any failure of a use case as words.
fn told<T, E: Debug>(result: Result<T, E>) -> Outcome<T> {
    result.map_err(|error| format!("{error:?}"))
}

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    let outcome = told(runtime).and_then(|runtime| runtime.block_on(run(&words)));
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            row::progress(&why);
            ExitCode::FAILURE
        }
    }
}

async fn run(words: &[&str]) -> Outcome<()> {
    match words {
        ["portal", folder, origin] => Box::pin(portal::make(folder.as_ref(), origin)).await,
        ["code", folder] => code::measure(folder.as_ref()),
        ["people", url, secret] => Box::pin(desk::measure(url, secret.as_ref())).await,
        _ => Err("bench portal FOLDER ORIGIN · bench code FOLDER · bench people URL SECRET".to_owned()),
    }
}
