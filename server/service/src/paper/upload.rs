//! A paper that comes in pieces, for networks that break off: each piece is kept as it arrives, and after a break the
//! phone asks how far it came and goes on there. The last piece makes it a paper like any other.

use uuid::Uuid;
use xinju_domain::paper::{MAX_BYTES, PaperFault, PaperKind};
use xinju_domain::time::{Instant, Span};
use xinju_identity::random;
use xinju_store::paper::{self as store, NewUpload, UploadRow};

use super::{Holder, Paper, PaperRefusal, add, fault, find_place, shelf};
use crate::session::Session;
use crate::{Broken, Failure, Services};

/// The most bytes of a piece.
const MAX_PIECE: usize = 512 * 1024;
/// Uploads that one account may have begun and not finished.
const MAX_BEGUN: usize = 10;
/// How long a broken-off upload can be gone on with.
const KEPT: Span = Span::days(1);

/// How far an upload came.
#[derive(Clone, Debug)]
pub enum Progress {
    /// So many bytes are here.
    At(u64),
    /// All of it, and it was taken.
    Done(Paper),
}

/// Begins an upload of so many bytes.
pub async fn start(
    services: &Services,
    who: &Session,
    holder: Holder,
    kind: PaperKind,
    size: u64,
) -> Result<Uuid, Failure<PaperRefusal>> {
    let size = usize::try_from(size).unwrap_or(usize::MAX);
    if size == 0 {
        return Err(fault(PaperFault::Empty));
    }
    if size > MAX_BYTES {
        return Err(fault(PaperFault::TooBig));
    }
    services
        .db
        .change(|mut tx| async move {
            let place = find_place(&mut tx, who, holder).await?;
            if store::list_uploads_of(&mut tx, who.account).await?.len() >= MAX_BEGUN {
                return Err(Failure::Refused(PaperRefusal::TooMany));
            }
            let id = random::uuid_v4();
            let new = NewUpload {
                id,
                account: who.account,
                holder: place.draft.or(place.application).unwrap_or_default(),
                kind: kind.code(),
                size: i64::try_from(size).unwrap_or(i64::MAX),
                at: tx.now().micros(),
            };
            store::insert_upload(&mut tx, &new).await?;
            Ok((tx, id))
        })
        .await
}

/// How many bytes of an upload are here.
pub async fn look(services: &Services, who: &Session, id: Uuid) -> Result<u64, Failure<PaperRefusal>> {
    let row = find(services, who, id).await?;
    Ok(u64::try_from(row.received).unwrap_or_default())
}

/// Takes the piece that begins at `offset`. A piece that was taken before changes nothing and is answered in the same
/// way, for the answer may have been what the network lost.
pub async fn go_on(
    services: &Services,
    who: &Session,
    holder: Holder,
    id: Uuid,
    offset: u64,
    piece: &[u8],
) -> Result<Progress, Failure<PaperRefusal>> {
    let row = find(services, who, id).await?;
    let received = u64::try_from(row.received).unwrap_or_default();
    let size = u64::try_from(row.size).unwrap_or_default();
    if received == size {
        return finish(services, who, holder, id).await.map(Progress::Done);
    }
    let end = offset.saturating_add(piece.len() as u64);
    if offset != received || piece.is_empty() || piece.len() > MAX_PIECE || end > size {
        return Ok(Progress::At(received));
    }
    shelf::put(services, &key(id, row.pieces), id, piece).await?;
    let length = i64::try_from(piece.len()).unwrap_or(i64::MAX);
    let was_next = services
        .db
        .change(|mut tx| async move {
            let was_next = store::advance_upload(&mut tx, id, who.account, row.received, length).await?;
            Ok::<_, Broken>((tx, was_next))
        })
        .await?;
    if !was_next || end < size {
        return Ok(Progress::At(look(services, who, id).await?));
    }
    finish(services, who, holder, id).await.map(Progress::Done)
}

/// Clears away what was begun before yesterday and never finished, at most a hundred. Tells how many.
pub async fn delete_stale(services: &Services, now: Instant) -> Result<usize, Broken> {
    let mut tx = services.db.read().await?;
    let stale = store::list_stale_uploads(&mut tx, now.minus(KEPT).micros(), 100).await?;
    drop(tx);
    for row in &stale {
        forget(services, row).await?;
    }
    Ok(stale.len())
}

async fn finish(services: &Services, who: &Session, holder: Holder, id: Uuid) -> Result<Paper, Failure<PaperRefusal>> {
    let row = find(services, who, id).await?;
    let kind: PaperKind = row.kind.parse().map_err(Broken::new)?;
    let mut bytes = Vec::with_capacity(usize::try_from(row.size).unwrap_or_default());
    for piece in 0..row.pieces {
        bytes.extend(shelf::get(services, &key(id, piece), id).await?);
    }
    let added = add(services, who, holder, kind, bytes).await;
    // Breakage may pass: then the pieces are still here, and the phone sends the last one again.
    if !matches!(added, Err(Failure::Broken(_))) {
        forget(services, &row).await?;
    }
    added
}

async fn forget(services: &Services, row: &UploadRow) -> Result<(), Broken> {
    let id = row.id;
    services
        .db
        .change(|mut tx| async move {
            store::delete_upload(&mut tx, id).await?;
            Ok::<_, Broken>((tx, ()))
        })
        .await?;
    let keys: Vec<String> = (0..row.pieces).map(|piece| key(id, piece)).collect();
    shelf::forget_all(services, &keys).await;
    Ok(())
}

async fn find(services: &Services, who: &Session, id: Uuid) -> Result<UploadRow, Failure<PaperRefusal>> {
    let mut tx = services.db.read().await?;
    let row = store::find_upload(&mut tx, id, who.account).await?;
    row.ok_or(Failure::Refused(PaperRefusal::Absent))
}

fn key(upload: Uuid, piece: i64) -> String {
    format!("upload/{}/{piece:05}", upload.simple())
}
