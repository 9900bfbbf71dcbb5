//! Work that waits until after the transaction that wanted it: letters, sweeps, and what comes due later.
//!
//! [`queue`] writes a job in the caller's transaction, so there is no letter about what was rolled back and no change
//! without its letter. [`work`] claims due jobs by a lease and runs them. A job may run twice (a server dies between the
//! deed and the note of it), so each deed is safe to repeat. A failure is tried again, later and later; after ten tries,
//! or at once where trying cannot help, the job is given up and stays visible.

mod runner;

use serde::{Deserialize, Serialize};
use xinju_domain::account::Contact;
use xinju_domain::time::{Instant, Span};
use xinju_identity::{Place, random};
use xinju_mail::Letter;
use xinju_store::{Tx, job as store};

use crate::{Broken, Services};

/// Longer than any deed takes; then another server takes the job up.
const LEASE: Span = Span::minutes(2);
/// Claimed at once and run side by side.
const BATCH: i64 = 8;
const MOST_TRIES: i64 = 10;

/// What a job does. The code is stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Sends a mail or a text message.
    Letter,
    /// Removes what is kept no longer.
    Sweep,
}

impl Kind {
    pub const ALL: [Self; 2] = [Self::Letter, Self::Sweep];

    pub fn code(self) -> &'static str {
        match self {
            Self::Letter => "letter",
            Self::Sweep => "sweep",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// A wish for work.
#[derive(Clone, Debug)]
pub struct Job {
    pub kind: Kind,
    /// Two jobs with the same key are one: the second is not written.
    pub unique_key: Option<String>,
    /// What the runner of this kind reads.
    pub payload: Vec<u8>,
    /// None for as soon as possible.
    pub run_at: Option<Instant>,
}

/// To whom a letter goes and what it says. It is stored sealed.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct LetterPayload {
    pub(crate) to: Contact,
    pub(crate) letter: Letter,
}

/// Asks for work in the transaction that wants it; false when the same was asked for before.
pub async fn queue(tx: &mut Tx, services: &Services, job: Job) -> Result<bool, Broken> {
    let now = tx.now();
    let id = random::uuid_v7(now);
    let payload = services.secrets.seal(&place(id), &job.payload);
    let new = store::NewJob {
        id,
        office: "",
        kind: job.kind.code(),
        unique_key: job.unique_key.as_deref(),
        payload: &payload,
        run_at: job.run_at.unwrap_or(now),
    };
    Ok(store::insert(tx, &new).await?)
}

/// Sends a letter once this transaction is committed.
pub async fn letter(tx: &mut Tx, services: &Services, to: &Contact, letter: Letter) -> Result<(), Broken> {
    letter_once(tx, services, to, letter, None, None).await?;
    Ok(())
}

/// Sends a letter at its time, and never twice under the same key.
pub async fn letter_once(
    tx: &mut Tx,
    services: &Services,
    to: &Contact,
    letter: Letter,
    unique_key: Option<String>,
    run_at: Option<Instant>,
) -> Result<bool, Broken> {
    let payload = LetterPayload { to: to.clone(), letter };
    let payload = serde_json::to_vec(&payload).map_err(Broken::new)?;
    queue(tx, services, Job { kind: Kind::Letter, unique_key, payload, run_at }).await
}

/// Jobs that were given up, the latest first, for whoever looks after the portal.
pub async fn list_given_up(services: &Services) -> Result<Vec<store::GivenUpRow>, Broken> {
    let mut tx = services.db.read().await?;
    Ok(store::list_given_up(&mut tx, 100).await?)
}

/// Runs what is due, up to a batch; tells how many jobs were claimed.
pub async fn work(services: &Services) -> Result<usize, Broken> {
    let claimed = services
        .db
        .change(|mut tx| async move {
            let claimed = store::claim(&mut tx, LEASE, BATCH).await?;
            Ok::<_, Broken>((tx, claimed))
        })
        .await?;
    let count = claimed.len();
    let done = futures::future::join_all(claimed.iter().map(|job| attempt(services, job))).await;
    done.into_iter().collect::<Result<Vec<()>, _>>()?;
    Ok(count)
}

async fn attempt(services: &Services, job: &store::ClaimedRow) -> Result<(), Broken> {
    let outcome = match services.secrets.open(&place(job.id), &job.payload) {
        Ok(payload) => runner::run(services, job, &payload).await,
        Err(unreadable) => Err(runner::Trouble::lasting(&unreadable)),
    };
    let outcome = &outcome;
    services
        .db
        .change(|mut tx| async move {
            match outcome {
                Ok(()) => store::finish(&mut tx, job.id).await?,
                Err(trouble) if trouble.is_lasting || job.tries >= MOST_TRIES => {
                    tracing::error!(job = %job.id, kind = job.kind, cause = trouble.words, "given up");
                    store::give_up(&mut tx, job.id, &trouble.words).await?;
                }
                Err(trouble) => {
                    tracing::warn!(job = %job.id, kind = job.kind, tries = job.tries, cause = trouble.words, "again later");
                    let at = tx.now().plus(pause_after(job.tries, random::below(1000)));
                    store::retry(&mut tx, job.id, at, &trouble.words).await?;
                }
            }
            Ok::<_, Broken>((tx, ()))
        })
        .await
}

/// 15 s after the first try, then twice as long each time, six hours at most; up to a quarter longer by `chance` (of
/// 1000), so that what failed together does not come back together.
fn pause_after(tries: i64, chance: u64) -> Span {
    let doublings = u32::try_from(tries.clamp(1, 20) - 1).unwrap_or(0);
    let seconds = (15_i64 << doublings).min(6 * 3600);
    let extra = seconds * i64::try_from(chance).unwrap_or(0) / 4000;
    Span::seconds(seconds + extra)
}

fn place(id: uuid::Uuid) -> Place {
    Place::new("job", "payload", id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_grow_to_six_hours_and_not_beyond() {
        let seconds = |tries| pause_after(tries, 0).as_seconds();
        assert_eq!([1, 2, 3, 10, 12, 100].map(seconds), [15, 30, 60, 7680, 21_600, 21_600]);
        assert_eq!(pause_after(2, 1000).as_seconds(), 37, "a quarter of 30 s, in whole seconds");
    }

    #[test]
    fn kinds_lead_back_from_their_codes() {
        for kind in Kind::ALL {
            assert_eq!(Kind::from_code(kind.code()), Some(kind));
        }
    }
}
