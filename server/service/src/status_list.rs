//! Who is revoked and who is suspended, published without saying of anybody who it is.
//!
//! Each county has a list (a second one when the first fills up). A phone or a print gets a random free place in it;
//! setting the place to *invalid* or *suspended* is what revokes or suspends. The signed form is made when it is asked
//! for, if a value changed since it was signed or if it is an hour old, so it is always true and never signed in vain.
//! Places are freed 30 days after what was shown with them ran out: a phone without a network may still hold an old list.

#[cfg(test)]
mod tests;

use uuid::Uuid;
use xinju_credential::certificate::StatusRef;
use xinju_credential::key::IssuingKey;
use xinju_credential::status::StatusList;
use xinju_domain::region::RegionCode;
use xinju_domain::time::{Instant, Span};
use xinju_identity::random;
use xinju_store::Tx;
use xinju_store::status_list::{self as store, Marked, NewStatusIndex, StatusListRow};

use crate::{Broken, Services, issuing_key};

/// Places in a list: a quarter of a megabyte before it is compressed, some hundred bytes while nobody is revoked.
const CAPACITY: i64 = 1 << 20;
/// So many random places may be taken before the list counts as full: three quarters full, one time in a hundred.
const TRIES: u32 = 16;
/// After so long a token is signed anew, so that nobody is told of an old one without a reason.
const SIGNED_ANEW: Span = Span::hours(1);
/// The life of a token, in seconds.
const EXPIRES: u64 = 24 * 3600;
/// What a cache is told, in seconds.
const TTL: u64 = 60;
/// How long a place rests before it is given to somebody else.
const REST: Span = Span::days(30);

const VALID: i64 = 0;
const INVALID: i64 = 1;
const SUSPENDED: i64 = 2;

/// Who gets a place.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Taker {
    pub(crate) certificate: Uuid,
    /// The phone's key; none for a print.
    pub(crate) holder_key: Option<Uuid>,
    /// Nothing that stands in a list may be taken for valid for one second, so it begins as what it is.
    pub(crate) is_suspended: bool,
    pub(crate) expires_at: Instant,
}

/// Takes a random free place in the list of a region.
pub(crate) async fn take(
    tx: &mut Tx,
    services: &Services,
    region: RegionCode,
    taker: Taker,
) -> Result<StatusRef, Broken> {
    loop {
        let row = match store::find_newest(tx, region.as_str()).await? {
            Some(row) => row,
            None => begin_list(tx, region).await?,
        };
        if let Some(position) = take_in(tx, &row, taker).await? {
            if taker.is_suspended {
                store::touch(tx, &row.list).await?;
            }
            let index = u64::try_from(position).map_err(Broken::new)?;
            return Ok(StatusRef { index, uri: address(services, &row.list) });
        }
        begin_list(tx, region).await?;
    }
}

async fn take_in(tx: &mut Tx, row: &StatusListRow, taker: Taker) -> Result<Option<i64>, Broken> {
    for _ in 0..TRIES {
        let position = i64::try_from(random::below(row.capacity.unsigned_abs())).map_err(Broken::new)?;
        let new = NewStatusIndex {
            list: &row.list,
            position,
            region: &row.region,
            certificate: taker.certificate,
            holder_key: taker.holder_key,
            purpose: if taker.holder_key.is_some() { "phone" } else { "paper" },
            value: if taker.is_suspended { SUSPENDED } else { VALID },
            expires_at: taker.expires_at.micros(),
        };
        if store::take(tx, &new).await? {
            return Ok(Some(position));
        }
    }
    Ok(None)
}

/// The next list of a region. Two servers that begin it at once begin the same one.
async fn begin_list(tx: &mut Tx, region: RegionCode) -> Result<StatusListRow, Broken> {
    let number = store::count_lists(tx, region.as_str()).await? + 1;
    let list = format!("{region}-{number}");
    store::insert_list(tx, &list, region.as_str(), CAPACITY).await?;
    store::find_list(tx, &list).await?.ok_or_else(|| Broken::new(ListAbsent))
}

/// Makes everything that was ever shown of a certificate invalid, for good.
pub(crate) async fn invalidate(tx: &mut Tx, certificate: Uuid) -> Result<(), Broken> {
    let lists = store::set_of_certificate(tx, certificate, INVALID).await?;
    touch(tx, lists).await
}

/// Suspends what was shown of a certificate, or lets it go.
pub(crate) async fn set_suspended(tx: &mut Tx, certificate: Uuid, is_suspended: bool) -> Result<(), Broken> {
    let value = if is_suspended { SUSPENDED } else { VALID };
    let lists = store::set_of_certificate(tx, certificate, value).await?;
    touch(tx, lists).await
}

/// Lets the prints of a certificate go, and no phone.
pub(crate) async fn let_prints_go(tx: &mut Tx, certificate: Uuid) -> Result<(), Broken> {
    let lists = store::let_prints_go(tx, certificate).await?;
    touch(tx, lists).await
}

/// Makes what one phone shows invalid, for good: it is no longer the holder's.
pub async fn invalidate_phone(tx: &mut Tx, holder_key: Uuid) -> Result<(), Broken> {
    let lists = store::set_of_holder(tx, holder_key, INVALID).await?;
    touch(tx, lists).await
}

/// Suspends what one phone shows (it was reported lost), or lets it go.
pub async fn set_phone_suspended(tx: &mut Tx, holder_key: Uuid, is_suspended: bool) -> Result<(), Broken> {
    let value = if is_suspended { SUSPENDED } else { VALID };
    let lists = store::set_of_holder(tx, holder_key, value).await?;
    touch(tx, lists).await
}

/// Frees the places whose rest is over. Safe to repeat.
pub async fn sweep(services: &Services) -> Result<(), Broken> {
    services
        .db
        .change(|mut tx| async move {
            let before = tx.now().minus(REST).micros();
            let lists = store::free(&mut tx, before).await?;
            touch(&mut tx, lists).await?;
            Ok::<_, Broken>((tx, ()))
        })
        .await
}

/// The lists in one order, each once, so that no two transactions wait for each other.
async fn touch(tx: &mut Tx, mut lists: Vec<String>) -> Result<(), Broken> {
    lists.sort_unstable();
    lists.dedup();
    for list in &lists {
        store::touch(tx, list).await?;
    }
    Ok(())
}

/// A list as it is signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    pub(crate) bytes: Vec<u8>,
    pub(crate) signed_at: Instant,
}

/// The names of all lists.
pub(crate) async fn names(services: &Services) -> Result<Vec<String>, Broken> {
    let mut tx = services.db.read().await?;
    Ok(store::list_lists(&mut tx).await?)
}

/// The signed form of a list; none if there is no such list.
pub(crate) async fn token(services: &Services, list: &str) -> Result<Option<Token>, Broken> {
    let mut tx = services.db.read().await?;
    let now = tx.now();
    let Some(row) = store::find_list(&mut tx, list).await? else {
        return Ok(None);
    };
    drop(tx);
    match fresh(&row, now) {
        Some(token) => Ok(Some(token)),
        None => sign(services, list).await,
    }
}

fn fresh(row: &StatusListRow, now: Instant) -> Option<Token> {
    let signed_at = Instant::from_micros(row.signed_at);
    let is_true = row.signed_changes == row.changes && now.since(signed_at) < SIGNED_ANEW;
    let bytes = row.token.clone().filter(|_| is_true)?;
    Some(Token { bytes, signed_at })
}

/// What is signed: the values as they were when `row.changes` was read, or newer.
struct Draft {
    row: StatusListRow,
    marked: Vec<Marked>,
    key: IssuingKey,
    at: Instant,
}

/// Signs outside the transactions: compressing takes longer than a writer may be held up.
async fn sign(services: &Services, list: &str) -> Result<Option<Token>, Broken> {
    let draft = services
        .db
        .change(|mut tx| async move {
            let Some(row) = store::find_list(&mut tx, list).await? else {
                return Ok((tx, None));
            };
            let marked = store::list_marked(&mut tx, list).await?;
            let region = row.region.parse().map_err(Broken::new)?;
            let key = issuing_key::key_for(&mut tx, services, region).await?;
            let at = tx.now();
            Ok::<_, Broken>((tx, Some(Draft { row, marked, key, at })))
        })
        .await?;
    let Some(draft) = draft else { return Ok(None) };
    let (bytes, signed_at) = build(services, &draft)?;
    let (changes, token) = (draft.row.changes, &bytes);
    services
        .db
        .change(|mut tx| async move {
            store::sign(&mut tx, list, changes, signed_at.micros(), token).await?;
            let row = store::find_list(&mut tx, list).await?;
            let kept =
                row.and_then(|row| Some(Token { bytes: row.token?, signed_at: Instant::from_micros(row.signed_at) }));
            Ok::<_, Broken>((tx, kept))
        })
        .await
}

/// Two tokens of one list never have the same second, so that a verifier who holds both knows which is the newer.
fn build(services: &Services, draft: &Draft) -> Result<(Vec<u8>, Instant), Broken> {
    let previous = Instant::from_micros(draft.row.signed_at).unix_seconds();
    let iat = draft.at.unix_seconds().max(previous + 1);
    let entries = draft.marked.iter().map(|mark| (mark.position.unsigned_abs(), u8::try_from(mark.value).unwrap_or(1)));
    let list = StatusList::build(entries, draft.row.capacity.unsigned_abs()).map_err(Broken::new)?;
    let unix = u64::try_from(iat).map_err(Broken::new)?;
    let token = list.sign(&draft.key, &address(services, &draft.row.list), unix, unix + EXPIRES, TTL);
    Ok((token, Instant::from_unix_seconds(iat)))
}

/// The list's name for the world: where it lies.
fn address(services: &Services, list: &str) -> String {
    services.settings.origin.link(&format!("/status/{list}"))
}

/// A list that was just made and is not there.
#[derive(Clone, Copy, Debug, thiserror::Error)]
#[error("the status list is not there although it was just made")]
struct ListAbsent;
