//! Papers: photos and scans, from the camera to the officer who judges them.
//!
//! What comes in is told by its first bytes, cleaned ([`clean`]) and sealed; the bytes lie in the object store under a
//! random key, the rest in the table. Cleaning is heavy, so at most two run at once; the others wait.
//!
//! A paper belongs to the draft or application of one account. Only that account reads it, and an officer who may read
//! applications of the place; that is a look and stands in the history. To everybody else it does not exist. While the
//! home office judges, papers are added only when it asked for more, and none are taken away.

mod apart;
mod clean;
mod pdf;
mod picture;
mod shelf;
#[cfg(test)]
mod tests;
mod upload;

use serde_json::json;
use sha2::{Digest, Sha256};
use uuid::Uuid;
use xinju_domain::application::State;
use xinju_domain::history::{Action, RecordKind};
use xinju_domain::paper::{MAX_PER_APPLICATION, Media, PaperFault, PaperKind};
use xinju_domain::reference::Reference;
use xinju_domain::region::RegionCode;
use xinju_domain::staff::{self, Right};
use xinju_domain::time::{Instant, Span};
use xinju_identity::random;
use xinju_store::paper::{self as store, PaperRow};
use xinju_store::{Tx, application as applications, draft as drafts};

pub use apart::{COMMAND, work, work_apart};
pub(crate) use shelf::forget_all;
pub use upload::{Progress, delete_stale as delete_stale_uploads, go_on, look, start};

use crate::history::{self, Entry};
use crate::session::{Officer, Session};
use crate::{Broken, Failure, Services, draft};

/// The most papers that an account hands in within a day, kept or not.
const MAX_A_DAY: i64 = 60;

/// What a paper is, without its bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paper {
    pub id: Uuid,
    pub kind: PaperKind,
    pub media: Media,
    /// Bytes.
    pub size: u64,
    pub added_at: Instant,
}

/// A paper with its bytes.
#[derive(Clone, Debug)]
pub struct Sheet {
    pub paper: Paper,
    pub bytes: Vec<u8>,
}

/// To what of the person a paper is added.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holder {
    Draft,
    /// An application whose office asked for more.
    Application(Reference),
}

/// Why a paper is not taken, or not shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PaperRefusal {
    /// Not there, or of somebody else.
    Absent,
    Fault(PaperFault),
    /// Too many within a day.
    TooMany,
}

impl Paper {
    pub(crate) fn read(row: &PaperRow) -> Result<Self, Broken> {
        Ok(Self {
            id: row.id,
            kind: row.kind.parse().map_err(Broken::new)?,
            media: row.media.parse().map_err(Broken::new)?,
            size: u64::try_from(row.size).unwrap_or_default(),
            added_at: Instant::from_micros(row.created_at),
        })
    }
}

/// Where a new paper goes.
struct Place {
    office: String,
    region: String,
    draft: Option<Uuid>,
    application: Option<Uuid>,
    reference: Option<String>,
    count: usize,
}

/// Cleans, seals and keeps a paper. A portrait takes the place of the one before it while it is still a draft.
pub async fn add(
    services: &Services,
    who: &Session,
    holder: Holder,
    kind: PaperKind,
    bytes: Vec<u8>,
) -> Result<Paper, Failure<PaperRefusal>> {
    check_place(services, who, holder).await?;
    let (media, clean) = clean::clean(kind, bytes).await?.map_err(fault)?;
    let id = random::uuid_v4();
    let key = shelf::new_key();
    let sha256: [u8; 32] = Sha256::digest(&clean).into();
    let size = clean.len();
    shelf::put(services, &key, id, &clean).await?;
    let kept = services
        .db
        .change(|mut tx| {
            let key = &key;
            async move {
                let place = find_place(&mut tx, who, holder).await?;
                let row = PaperRow {
                    id,
                    office: place.office.clone(),
                    account: Some(who.account),
                    draft: place.draft,
                    application: place.application,
                    kind: kind.code().to_owned(),
                    media: media.code().to_owned(),
                    size: i64::try_from(size).unwrap_or(i64::MAX),
                    sha256: sha256.to_vec(),
                    storage_key: key.clone(),
                    created_at: tx.now().micros(),
                };
                store::insert(&mut tx, &row).await?;
                record(&mut tx, services, who, &place, &row, Action::PaperAdded).await?;
                let replaced = replace_portrait(&mut tx, &row).await?;
                let paper = Paper::read(&row)?;
                Ok::<_, Failure<PaperRefusal>>((tx, (paper, replaced)))
            }
        })
        .await;
    match kept {
        Ok((paper, replaced)) => {
            forget_all(services, &replaced).await;
            Ok(paper)
        }
        Err(failure) => {
            forget_all(services, &[key]).await;
            Err(failure)
        }
    }
}

/// A paper of the person's own, with its bytes.
pub async fn find_own(services: &Services, who: &Session, id: Uuid) -> Result<Sheet, Failure<PaperRefusal>> {
    let mut tx = services.db.read().await?;
    let row = store::find(&mut tx, id).await?.filter(|row| row.account == Some(who.account));
    drop(tx);
    let row = row.ok_or(Failure::Refused(PaperRefusal::Absent))?;
    sheet(services, &row).await
}

/// A paper for an officer who judges the application it belongs to. It is a look.
pub async fn read_for_officer(
    services: &Services,
    officer: &Officer,
    id: Uuid,
) -> Result<Sheet, Failure<PaperRefusal>> {
    let row = services
        .db
        .change(|mut tx| async move {
            let absent = || Failure::Refused(PaperRefusal::Absent);
            let row = store::find(&mut tx, id).await?.ok_or_else(absent)?;
            let application = row.application.ok_or_else(absent)?;
            let application = applications::find(&mut tx, application).await?.ok_or_else(absent)?;
            let region: RegionCode = application.region.parse().map_err(Broken::new)?;
            let is_theirs = application.office == officer.post.office
                && staff::may(officer.post.role, officer.post.region, Right::ReadApplications, region);
            if !is_theirs {
                return Err(absent());
            }
            let entry = Entry::new(Action::PaperViewed, RecordKind::Application, application.reference)
                .at(&application.office, &application.region)
                .by_officer(officer)
                .about(application.account)
                .with(json!({ "kind": row.kind }));
            history::record(&mut tx, services, entry).await?;
            Ok((tx, row))
        })
        .await?;
    sheet(services, &row).await
}

/// Takes a paper out of the draft. What was sent stays.
pub async fn remove(services: &Services, who: &Session, id: Uuid) -> Result<(), Failure<PaperRefusal>> {
    let key = services
        .db
        .change(|mut tx| async move {
            let row = store::find(&mut tx, id)
                .await?
                .filter(|row| row.account == Some(who.account) && row.draft.is_some())
                .ok_or(Failure::Refused(PaperRefusal::Absent))?;
            store::delete(&mut tx, id).await?;
            let entry = Entry::new(Action::PaperRemoved, RecordKind::Account, who.account.to_string())
                .by(who.account)
                .about(Some(who.account))
                .with(json!({ "kind": row.kind }));
            history::record(&mut tx, services, entry).await?;
            Ok::<_, Failure<PaperRefusal>>((tx, row.storage_key))
        })
        .await?;
    forget_all(services, &[key]).await;
    Ok(())
}

async fn sheet(services: &Services, row: &PaperRow) -> Result<Sheet, Failure<PaperRefusal>> {
    let paper = Paper::read(row)?;
    let bytes = shelf::get(services, &row.storage_key, row.id).await?;
    Ok(Sheet { paper, bytes })
}

fn fault(fault: PaperFault) -> Failure<PaperRefusal> {
    Failure::Refused(PaperRefusal::Fault(fault))
}

/// Asked before the heavy work, and again in the transaction that keeps the paper.
async fn check_place(services: &Services, who: &Session, holder: Holder) -> Result<(), Failure<PaperRefusal>> {
    let mut tx = services.db.read().await?;
    find_place(&mut tx, who, holder).await.map(|_| ())
}

async fn find_place(tx: &mut Tx, who: &Session, holder: Holder) -> Result<Place, Failure<PaperRefusal>> {
    let place = match holder {
        Holder::Draft => place_of_draft(tx, who).await?,
        Holder::Application(reference) => place_of_application(tx, who, reference).await?,
    };
    let place = place.ok_or(Failure::Refused(PaperRefusal::Absent))?;
    if place.count >= MAX_PER_APPLICATION {
        return Err(fault(PaperFault::TooMany));
    }
    let since = tx.now().minus(Span::days(1)).micros();
    if store::count_since(tx, who.account, since).await? >= MAX_A_DAY {
        return Err(Failure::Refused(PaperRefusal::TooMany));
    }
    Ok(place)
}

async fn place_of_draft(tx: &mut Tx, who: &Session) -> Result<Option<Place>, Broken> {
    let Some(row) = drafts::find(tx, who.account, draft::CERTIFICATE).await? else {
        return Ok(None);
    };
    let count = store::list_of_draft(tx, row.id).await?.len();
    Ok(Some(Place {
        office: String::new(),
        region: String::new(),
        draft: Some(row.id),
        application: None,
        reference: None,
        count,
    }))
}

async fn place_of_application(tx: &mut Tx, who: &Session, reference: Reference) -> Result<Option<Place>, Broken> {
    let row = applications::find_by_reference(tx, &reference.to_string()).await?;
    let row = row.filter(|row| row.account == Some(who.account) && row.state == State::MoreAsked.code());
    let Some(row) = row else { return Ok(None) };
    let count = store::list_of_application(tx, row.id).await?.len();
    Ok(Some(Place {
        office: row.office,
        region: row.region,
        draft: None,
        application: Some(row.id),
        reference: Some(row.reference),
        count,
    }))
}

async fn record(
    tx: &mut Tx,
    services: &Services,
    who: &Session,
    place: &Place,
    row: &PaperRow,
    action: Action,
) -> Result<(), Broken> {
    let entry = match &place.reference {
        Some(reference) => {
            Entry::new(action, RecordKind::Application, reference.clone()).at(&place.office, &place.region)
        }
        None => Entry::new(action, RecordKind::Account, who.account.to_string()),
    };
    let entry = entry.by(who.account).about(Some(who.account)).with(json!({ "kind": row.kind }));
    history::record(tx, services, entry).await
}

/// A draft has one portrait. Gives the keys of what was replaced.
async fn replace_portrait(tx: &mut Tx, new: &PaperRow) -> Result<Vec<String>, Broken> {
    let mut keys = Vec::new();
    let Some(draft) = new.draft.filter(|_| new.kind == PaperKind::Photo.code()) else {
        return Ok(keys);
    };
    for old in store::list_of_draft(tx, draft).await? {
        if old.kind == new.kind && old.id != new.id {
            store::delete(tx, old.id).await?;
            keys.push(old.storage_key);
        }
    }
    Ok(keys)
}
