//! The append-only history: who did or looked at what, when, where and why.
//!
//! [`record`] writes an entry in the transaction of what it tells, so neither is there without the other. The entry's
//! digest goes over every field; the readable detail comes in by a salted digest of its own, whose salt is sealed with
//! the text. Erasing the detail erases that salt too: nothing can be guessed from what stays, and the chain still
//! verifies.
//!
//! [`seal`] gives the entries of each office their place in that office's chain, some seconds later and apart from the
//! transactions of people, so that no write waits for another. `audit` walks the chains.

pub(crate) mod digest;
mod sealer;

use serde_json::Value;
use uuid::Uuid;
use xinju_domain::history::{Action, RecordKind};
use xinju_domain::time::Instant;
use xinju_identity::{Secrets, random};
use xinju_store::{Tx, history as store};

use crate::session::{Officer, Post, Session};
use crate::{Broken, Services};
use digest::Detail;

pub use sealer::seal;

/// Lines shown at once.
const SHOWN: i64 = 500;

/// What happened. The office is the one to whose record it happened and whose chain it joins; empty for what belongs to
/// no office, such as an account of its own.
#[derive(Clone, Debug)]
pub struct Entry<'a> {
    pub office: String,
    pub region: String,
    /// The account that did it; none when the portal itself did.
    pub actor: Option<Uuid>,
    pub actor_post: Option<&'a Post>,
    /// The account of the person whose data it is.
    pub subject: Option<Uuid>,
    pub record_kind: RecordKind,
    /// The reference, number or id by which people or the portal know the record.
    pub record: String,
    pub action: Action,
    /// Readable circumstances and reasons. It is sealed, and can be erased.
    pub detail: Option<Value>,
}

impl<'a> Entry<'a> {
    pub fn new(action: Action, record_kind: RecordKind, record: impl Into<String>) -> Self {
        Self {
            office: String::new(),
            region: String::new(),
            actor: None,
            actor_post: None,
            subject: None,
            record_kind,
            record: record.into(),
            action,
            detail: None,
        }
    }

    /// The office whose chain it joins.
    pub fn at(mut self, office: &str, region: &str) -> Self {
        office.clone_into(&mut self.office);
        region.clone_into(&mut self.region);
        self
    }

    /// A person acted for themselves.
    pub fn by(mut self, account: Uuid) -> Self {
        self.actor = Some(account);
        self
    }

    /// A member of staff acted. Without [`Self::at`] the entry joins the chain of their office.
    pub fn by_officer(mut self, officer: &'a Officer) -> Self {
        self.actor = Some(officer.account);
        self.actor_post = Some(&officer.post);
        if self.office.is_empty() {
            self = self.at(&officer.post.office, officer.post.region.as_str());
        }
        self
    }

    /// Whose data it is.
    pub fn about(mut self, account: Option<Uuid>) -> Self {
        self.subject = account;
        self
    }

    pub fn with(mut self, detail: Value) -> Self {
        self.detail = Some(detail);
        self
    }
}

/// A line of the history as it is shown.
#[derive(Clone, Debug)]
pub struct Line {
    pub at: Instant,
    pub office: String,
    pub actor: Option<Uuid>,
    pub actor_office: Option<String>,
    pub actor_role: Option<String>,
    pub subject: Option<Uuid>,
    pub record_kind: RecordKind,
    pub record: String,
    pub action: Action,
    /// None when there was none or when it was erased.
    pub detail: Option<Value>,
}

/// Writes an entry in the transaction of what it tells.
pub async fn record(tx: &mut Tx, services: &Services, entry: Entry<'_>) -> Result<(), Broken> {
    let now = tx.now();
    let id = random::uuid_v7(now);
    let salt = random::bytes::<{ digest::SALT }>();
    let detail = entry.detail.as_ref().map(|detail| digest::seal_detail(&services.secrets, id, &detail.to_string()));
    let (sealed, detail_digest) = detail.unzip();
    let mut new = store::NewEntry {
        id,
        office: &entry.office,
        region: &entry.region,
        at: now,
        actor: entry.actor,
        actor_office: entry.actor_post.map(|post| post.office.as_str()),
        actor_role: entry.actor_post.map(|post| post.role.code()),
        subject: entry.subject,
        record_kind: entry.record_kind.code(),
        record: &entry.record,
        action: entry.action.code(),
        detail: sealed.as_deref(),
        detail_digest: detail_digest.as_ref().map(<[u8; 32]>::as_slice),
        salt: &salt,
        digest: &[],
    };
    let digest = digest::of(&new);
    new.digest = &digest;
    store::insert(tx, &new).await?;
    Ok(())
}

/// What staff looked at and did with a person's data, the latest first: what the page *who saw my data* shows.
pub async fn list_looks(services: &Services, who: &Session) -> Result<Vec<Line>, Broken> {
    let mut tx = services.db.read().await?;
    let rows = store::list_for_subject(&mut tx, who.account, SHOWN).await?;
    let by_others = rows.into_iter().filter(|row| row.actor_office.is_some() && row.actor != Some(who.account));
    Ok(by_others.filter_map(|row| line(&services.secrets, row)).collect())
}

/// Everything that happened to a record, the earliest first. The caller has settled who may read it.
pub async fn list_for_record(
    tx: &mut Tx,
    services: &Services,
    record_kind: RecordKind,
    record: &str,
) -> Result<Vec<Line>, Broken> {
    let rows = store::list_for_record(tx, record_kind.code(), record, SHOWN).await?;
    Ok(rows.into_iter().filter_map(|row| line(&services.secrets, row)).collect())
}

/// Takes away what can be read about a person; the chain keeps its digests. For the deletion of an account.
pub async fn erase_details_of(tx: &mut Tx, account: Uuid) -> Result<u64, Broken> {
    Ok(store::erase_details_of(tx, account).await?)
}

/// A row as a line; none for a kind or action that this version does not know.
fn line(secrets: &Secrets, row: store::EntryRow) -> Option<Line> {
    let detail = match digest::detail(secrets, &row) {
        Detail::Text(text) => serde_json::from_str(&text).ok(),
        Detail::None | Detail::Erased | Detail::Wrong => None,
    };
    Some(Line {
        at: Instant::from_micros(row.at),
        record_kind: RecordKind::from_code(&row.record_kind)?,
        action: Action::from_code(&row.action)?,
        office: row.office,
        actor: row.actor,
        actor_office: row.actor_office,
        actor_role: row.actor_role,
        subject: row.subject,
        record: row.record,
        detail,
    })
}
