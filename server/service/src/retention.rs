//! How long things are kept, and the sweep that removes them afterwards and looks ahead (next keys, reminders). A sweep is
//! a job that every server asks for once an hour under the same key, so one of them does it.

use xinju_domain::history::Action;
use xinju_domain::time::{Instant, Span};
use xinju_store::{Tx, form, history, paper as papers, passkey, retention as store, session, sign_in, staff};

use crate::job::{self, Job, Kind};
use crate::{Broken, Services, draft, issuing_key, paper, reminder, status_list};

/// How long an operator keeps things.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Keeping {
    /// Drafts that nobody touched.
    pub drafts: Span,
    /// Papers of applications that were refused or withdrawn.
    pub refused_papers: Span,
    /// Letters after they were sent.
    pub letters: Span,
    /// The readable part of looks at a person's data.
    pub looks: Span,
}

impl Default for Keeping {
    fn default() -> Self {
        Self {
            drafts: Span::days(90),
            refused_papers: Span::days(365),
            letters: Span::days(7),
            looks: Span::days(5 * 365),
        }
    }
}

/// After that the same unique key may be used again.
const JOB_KEYS: Span = Span::days(400);
/// Expired codes and links explain themselves for a day before they are unknown.
const GRACE: Span = Span::days(1);
/// A hundred drafts or uploads at once.
const ROUNDS: usize = 50;

/// Asks for this hour's sweep.
pub async fn queue(services: &Services) -> Result<(), Broken> {
    services
        .db
        .change(|mut tx| async move {
            let hour = tx.now().unix_seconds() / 3600;
            let job =
                Job { kind: Kind::Sweep, unique_key: Some(format!("sweep:{hour}")), payload: Vec::new(), run_at: None };
            job::queue(&mut tx, services, job).await?;
            Ok::<_, Broken>((tx, ()))
        })
        .await
}

/// Removes what is kept no longer and prepares what comes due. Safe to repeat.
pub async fn sweep(services: &Services) -> Result<(), Broken> {
    let now = services
        .db
        .change(|mut tx| async move {
            sweep_rows(&mut tx, services.settings.keeping).await?;
            let now = tx.now();
            Ok::<_, Broken>((tx, now))
        })
        .await?;
    for _ in 0..ROUNDS {
        if draft::delete_stale(services, now.minus(services.settings.keeping.drafts)).await? == 0 {
            break;
        }
    }
    for _ in 0..ROUNDS {
        if delete_refused_papers(services, now.minus(services.settings.keeping.refused_papers)).await? == 0 {
            break;
        }
    }
    for _ in 0..ROUNDS {
        if paper::delete_stale_uploads(services, now).await? == 0 {
            break;
        }
    }
    status_list::sweep(services).await?;
    reminder::queue(services).await?;
    // A county's next key has to be out two weeks before it signs.
    issuing_key::prepare(services).await
}

/// Removes a hundred papers that nobody needs any more: rows first, then the bytes that no row names.
async fn delete_refused_papers(services: &Services, before: Instant) -> Result<usize, Broken> {
    let keys = services
        .db
        .change(|mut tx| async move {
            let old = store::list_refused_papers(&mut tx, before, 100).await?;
            for paper in &old {
                papers::delete(&mut tx, paper.id).await?;
            }
            let keys: Vec<String> = old.into_iter().map(|paper| paper.storage_key).collect();
            Ok::<_, Broken>((tx, keys))
        })
        .await?;
    paper::forget_all(services, &keys).await;
    Ok(keys.len())
}

async fn sweep_rows(tx: &mut Tx, keeping: Keeping) -> Result<(), Broken> {
    let now = tx.now();
    let past_grace = now.minus(GRACE).micros();
    session::delete_expired(tx, now.micros()).await?;
    passkey::delete_expired(tx, now.micros()).await?;
    form::delete_expired(tx, now.micros()).await?;
    sign_in::delete_expired(tx, past_grace).await?;
    staff::delete_old_invitations(tx, now.minus(Span::days(30)).micros()).await?;
    store::delete_nonces(tx, now).await?;
    store::empty_jobs(tx, now.minus(keeping.letters)).await?;
    store::delete_jobs(tx, now.minus(JOB_KEYS)).await?;
    for action in Action::ALL.iter().filter(|action| action.is_look()) {
        history::erase_details_before(tx, action.code(), now.minus(keeping.looks)).await?;
    }
    Ok(())
}
