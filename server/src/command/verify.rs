//! `server verify TEXT`: judges the text of a QR, with the portal's own keys and lists or with nothing but files.

use std::{fs, path::PathBuf, process::ExitCode};

use clap::Args;
use xinju_credential::{
    bundle,
    verify::{Question, Trust, judge},
};
use xinju_service::public_document;

use super::{NO, cannot, say};

/// What to judge, and by what.
#[derive(Args, Debug)]
pub struct Verify {
    /// The text of the QR, as a scanner gives it.
    pub text: String,
    /// The issuing keys: a file with the content of /.well-known/xinju/keys.
    #[arg(long)]
    pub keys: Option<PathBuf>,
    /// A status list: a file with the content of /status/….
    #[arg(long, num_args = 1.., conflicts_with = "no_status")]
    pub status: Vec<PathBuf>,
    /// Judge as if no status list were at hand.
    #[arg(long)]
    pub no_status: bool,
    /// Judge as of this moment, in Unix seconds.
    #[arg(long)]
    pub now: Option<i64>,
    /// The host for which the proof has to be made.
    #[arg(long)]
    pub aud: Option<String>,
    /// The 16 bytes of the challenge that was asked, in hex.
    #[arg(long)]
    pub cnonce: Option<String>,
}

struct Documents {
    keys: Vec<u8>,
    lists: Vec<Vec<u8>>,
    host: String,
}

/// Prints the judgement as JSON; 0 for `valid` and `paper`, 1 for every other verdict, 2 where none can be given.
pub async fn run(what: &Verify) -> ExitCode {
    match answer(what).await {
        Ok(code) => code,
        Err(why) => cannot(why),
    }
}

async fn answer(what: &Verify) -> Result<ExitCode, String> {
    let challenge = what.cnonce.as_deref().map(nonce).transpose()?;
    let documents = documents(what).await?;
    let trust = Trust::new(&documents.keys, &documents.lists).map_err(|refusal| refusal.to_string())?;
    let question = Question { now: what.now.unwrap_or_else(now), aud: &documents.host, challenge };
    let judgement = judge(&what.text, &trust, &question);
    say(judgement.to_json());
    Ok(if judgement.verdict.is_accepted() { ExitCode::SUCCESS } else { ExitCode::from(NO) })
}

fn nonce(hex: &str) -> Result<[u8; 16], String> {
    let bytes = hex::decode(hex).ok().and_then(|bytes| bytes.try_into().ok());
    bytes.ok_or_else(|| "--cnonce: 16 bytes as 32 hex digits".to_owned())
}

async fn documents(what: &Verify) -> Result<Documents, String> {
    let lists = || what.status.iter().map(read).collect::<Result<Vec<_>, _>>();
    if let Some(keys) = &what.keys {
        let host = match &what.aud {
            Some(host) => host.clone(),
            None => super::settings().map_err(|_| "--aud: the host is missing")?.origin.host().to_owned(),
        };
        return Ok(Documents { keys: read(keys)?, lists: lists()?, host });
    }
    let (config, services) = super::services().await.map_err(|_| "the portal's own keys cannot be read")?;
    let published = public_document::bundle(&services).await.map_err(|broken| format!("{broken:?}"))?;
    let bundle = bundle::parse(&published.bytes).map_err(|malformed| malformed.to_string())?;
    let lists = if what.status.is_empty() && !what.no_status { bundle.lists } else { lists()? };
    let host = what.aud.clone().unwrap_or_else(|| config.origin.host().to_owned());
    Ok(Documents { keys: bundle.key_set, lists, host })
}

fn read(file: &PathBuf) -> Result<Vec<u8>, String> {
    fs::read(file).map_err(|error| format!("{}: {error}", file.display()))
}

#[expect(clippy::disallowed_methods, reason = "the verifier at the command line has no other clock than its machine's")]
fn now() -> i64 {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_secs()).unwrap_or(i64::MAX)
}
