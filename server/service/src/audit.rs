//! Checking the history: walks the chain of every office from its beginning, from the rows' own content, and names the
//! first link that does not hold.
//!
//! A chain alone does not show that its end was cut off or that all of it was made anew. For that there are
//! [`checkpoints`](head): signed statements of how long a chain was and how it ended, to be kept somewhere else and given
//! to [`verify`] later.

mod checkpoint;

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use xinju_domain::time::Span;
use xinju_store::history as store;

use crate::history::digest::{self, Detail};
use crate::{Broken, Services};

pub use checkpoint::{Checkpoint, head};

const PAGE: i64 = 1000;
/// The sealer comes by every few seconds; what waits longer than this is an alarm.
const PATIENCE: Span = Span::minutes(1);

/// What does not hold at a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fault {
    /// A sequence number is missing here.
    Gap,
    /// The row is not what was written.
    Content,
    /// The readable detail is not what was written.
    Detail,
    /// The link does not hang on the one before.
    Link,
    /// The chain ends elsewhere than its head says: rows were cut off or put on.
    Head,
    /// A checkpoint says otherwise: the chain was cut off or made anew.
    Checkpoint,
    /// The checkpoint was not signed by this installation.
    Signature,
}

/// The first link of a chain that does not hold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Break {
    pub sequence: i64,
    pub fault: Fault,
}

/// What was found in the chain of one office.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Chain {
    pub office: String,
    /// Links that hold.
    pub entries: i64,
    /// Entries whose readable detail was erased; their digests hold.
    pub erased: i64,
    /// Entries after the last checkpoint that was given: a later cut or remake among these would not be seen.
    pub unattested: i64,
    pub first_break: Option<Break>,
}

/// The state of the whole history.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Report {
    pub chains: Vec<Chain>,
    /// Entries that wait for the sealer longer than a minute.
    pub late: i64,
}

impl Report {
    pub fn is_whole(&self) -> bool {
        self.late == 0 && self.chains.iter().all(|chain| chain.first_break.is_none())
    }
}

/// Walks all chains and holds them against earlier checkpoints, if any are given.
pub async fn verify(services: &Services, checkpoints: &[Checkpoint]) -> Result<Report, Broken> {
    let mut tx = services.db.read().await?;
    let heads: BTreeMap<String, store::HeadRow> =
        store::list_heads(&mut tx).await?.into_iter().map(|head| (head.office.clone(), head)).collect();
    let mut offices: BTreeSet<String> = store::list_chained_offices(&mut tx).await?.into_iter().collect();
    let long_ago = tx.now().minus(PATIENCE);
    let late = store::count_late(&mut tx, long_ago).await?;
    drop(tx);
    offices.extend(heads.keys().cloned());
    offices.extend(checkpoints.iter().map(|checkpoint| checkpoint.office.clone()));
    let mut chains = Vec::with_capacity(offices.len());
    for office in offices {
        let own: Vec<&Checkpoint> = checkpoints.iter().filter(|checkpoint| checkpoint.office == office).collect();
        chains.push(walk(services, office.clone(), heads.get(&office), &own).await?);
    }
    Ok(Report { chains, late: late.rows_left })
}

async fn walk(
    services: &Services,
    office: String,
    head: Option<&store::HeadRow>,
    checkpoints: &[&Checkpoint],
) -> Result<Chain, Broken> {
    let attested = checkpoints.iter().map(|checkpoint| checkpoint.count).max().unwrap_or(0);
    let mut walk = Walk {
        previous: digest::start_of_chain(&office).to_vec(),
        chain: Chain { office, entries: 0, erased: 0, unattested: 0, first_break: None },
    };
    let forged = checkpoints.iter().find(|checkpoint| !checkpoint.is_signed(&services.secrets));
    walk.chain.first_break = forged.map(|checkpoint| Break { sequence: checkpoint.count, fault: Fault::Signature });
    // The head was read first; what has been sealed since then is for the next time.
    let end = head.map_or(i64::MAX, |head| head.sequence);
    while walk.chain.first_break.is_none() && walk.chain.entries < end {
        let mut tx = services.db.read().await?;
        let limit = PAGE.min(end - walk.chain.entries);
        let rows = store::list_chain(&mut tx, &walk.chain.office, walk.chain.entries, limit).await?;
        drop(tx);
        if rows.is_empty() {
            break;
        }
        walk.go(services, &rows, checkpoints);
    }
    Ok(walk.end(head, attested))
}

struct Walk {
    previous: Vec<u8>,
    chain: Chain,
}

impl Walk {
    fn go(&mut self, services: &Services, rows: &[store::EntryRow], checkpoints: &[&Checkpoint]) {
        for row in rows {
            let sequence = self.chain.entries + 1;
            if let Some(fault) = self.fault(services, row, sequence, checkpoints) {
                self.chain.first_break = Some(Break { sequence, fault });
                return;
            }
            self.chain.entries = sequence;
            self.previous = row.chain.clone().unwrap_or_default();
        }
    }

    fn fault(
        &mut self,
        services: &Services,
        row: &store::EntryRow,
        sequence: i64,
        checkpoints: &[&Checkpoint],
    ) -> Option<Fault> {
        if row.sequence != Some(sequence) {
            return Some(Fault::Gap);
        }
        let content = digest::of_row(row);
        if content.as_slice() != row.digest {
            return Some(Fault::Content);
        }
        match digest::detail(&services.secrets, row) {
            Detail::Wrong => return Some(Fault::Detail),
            Detail::Erased => self.chain.erased += 1,
            Detail::None | Detail::Text(_) => {}
        }
        let expected = digest::link(&self.previous, sequence, &content);
        if row.previous.as_deref() != Some(&self.previous) || row.chain.as_deref() != Some(&expected) {
            return Some(Fault::Link);
        }
        let says_otherwise =
            |checkpoint: &&&Checkpoint| checkpoint.count == sequence && checkpoint.head != hex::encode(expected);
        checkpoints.iter().find(says_otherwise).map(|_| Fault::Checkpoint)
    }

    fn end(mut self, head: Option<&store::HeadRow>, attested: i64) -> Chain {
        let entries = self.chain.entries;
        self.chain.unattested = (entries - attested).max(0);
        let is_at_head = match head {
            Some(head) => head.sequence == entries && head.chain == self.previous,
            None => entries == 0,
        };
        if self.chain.first_break.is_none() && attested > entries {
            self.chain.first_break = Some(Break { sequence: entries + 1, fault: Fault::Checkpoint });
        } else if self.chain.first_break.is_none() && !is_at_head {
            self.chain.first_break = Some(Break { sequence: entries + 1, fault: Fault::Head });
        }
        self.chain
    }
}
