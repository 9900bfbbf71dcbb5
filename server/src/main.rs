//! The program: one binary that serves the portal and holds its commands.
//!
//! `config` reads the settings, `opening` opens what they name (papers by `paper_folder`), `command` has a file for each
//! command. Serving is `listener` (connections), `middleware` and `plain` (what stands before the rooms), `assets` (built files), `worker`
//! (what goes on by itself), `observation` (logs and numbers) and `stopping`. The rooms themselves are in `xinju-app`.

mod assets;
mod command;
mod config;
mod listener;
mod middleware;
mod observation;
mod opening;
mod paper_folder;
mod plain;
mod stopping;
mod worker;

use std::{path::PathBuf, process::ExitCode};

use clap::{Parser, Subcommand};

/// Gives memory back better than the system's allocator and is quicker under many threads.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Xinju, the public portal for people who live away from the place where they are registered.
#[derive(Parser, Debug)]
#[command(
    name = "server",
    version,
    after_help = "Settings are read from the environment: XINJU_ORIGIN and others, see README.md."
)]
struct Program {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand, Debug)]
enum Command {
    /// Serves the portal.
    Serve {
        /// Loads the demonstration into an empty database and prints how to sign in.
        #[arg(long)]
        demo: bool,
    },
    /// Brings the database up to this version.
    Migrate,
    /// Loads people and offices to try, into an empty database, and prints how to sign in as each.
    Demo,
    /// Judges the text of a QR.
    Verify(command::verify::Verify),
    /// Offices.
    Office {
        #[command(subcommand)]
        command: Office,
    },
    /// Members of staff.
    Staff {
        #[command(subcommand)]
        command: Staff,
    },
    /// The history.
    Audit {
        #[command(subcommand)]
        command: Audit,
    },
    /// Makes a sealed backup of the database and all papers.
    Backup { file: PathBuf },
    /// Brings a portal back from a backup, on a machine where there is none.
    Restore { file: PathBuf },
    /// Writes all rows of the database into a sealed file, to move it to another engine.
    Export { file: PathBuf },
    /// Reads such a file into an empty database.
    Import { file: PathBuf },
    /// Issuing keys.
    Keys {
        #[command(subcommand)]
        command: Keys,
    },
    /// Reads a PDF apart; the server calls itself so.
    #[command(name = xinju_service::paper::COMMAND, hide = true)]
    CleanPdf,
}

#[derive(Subcommand, Debug)]
enum Office {
    /// Adds the office that stands at a region: the first one, before there is an administrator.
    Add {
        /// The region's code: a county's has 6 digits.
        code: String,
        #[arg(long)]
        name: String,
    },
}

#[derive(Subcommand, Debug)]
enum Staff {
    /// Writes to somebody with a link to a post.
    Invite {
        address: String,
        /// The office's code.
        #[arg(long)]
        office: String,
        /// issuing, registering or administrator.
        #[arg(long)]
        role: String,
    },
}

#[derive(Subcommand, Debug)]
enum Audit {
    /// Walks the chains of all offices and names the first link that does not hold.
    Verify {
        /// Earlier checkpoints, one a line, to hold the chains against.
        #[arg(long)]
        checkpoints: Option<PathBuf>,
    },
    /// Prints signed checkpoints, to be kept somewhere else.
    Head,
}

#[derive(Subcommand, Debug)]
enum Keys {
    /// Makes the next issuing key of a region.
    Rotate {
        /// The region's code, mostly a county's.
        region: String,
    },
}

fn main() -> ExitCode {
    let program = Program::parse();
    if let Command::CleanPdf = program.command {
        return ExitCode::from(xinju_service::paper::work());
    }
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    match runtime {
        Ok(runtime) => runtime.block_on(run(program.command)),
        Err(error) => command::cannot(error),
    }
}

async fn run(command: Command) -> ExitCode {
    match command {
        Command::Serve { demo } => Box::pin(command::serve::run(demo)).await,
        Command::Migrate => migrate().await,
        Command::CleanPdf => ExitCode::from(xinju_service::paper::work()),
        Command::Demo => command::demo::run().await,
        Command::Verify(what) => command::verify::run(&what).await,
        Command::Office { command: Office::Add { code, name } } => command::office::add(&code, &name).await,
        Command::Staff { command: Staff::Invite { address, office, role } } => {
            command::staff::invite(&address, &office, &role).await
        }
        Command::Audit { command: Audit::Verify { checkpoints } } => {
            command::audit::verify(checkpoints.as_deref()).await
        }
        Command::Audit { command: Audit::Head } => command::audit::head().await,
        Command::Backup { file } => Box::pin(command::backup::make(&file)).await,
        Command::Restore { file } => command::backup::restore(&file).await,
        Command::Export { file } => Box::pin(command::transfer::export(&file)).await,
        Command::Import { file } => Box::pin(command::transfer::import(&file)).await,
        Command::Keys { command: Keys::Rotate { region } } => command::key::rotate(&region).await,
    }
}

async fn migrate() -> ExitCode {
    let config = match command::settings() {
        Ok(config) => config,
        Err(code) => return code,
    };
    match opening::database(&config).await {
        Ok(db) => {
            db.close().await;
            ExitCode::SUCCESS
        }
        Err(why) => command::cannot(why),
    }
}
