//! The keys that sign certificates and status lists: one a county at a time.
//!
//! A county's first key is made when it is first needed and signs at once. Its successor is made before the old one
//! ends, published for 14 days before it signs (so that the phones of officers without a network know it), and the old
//! one stays good for some days beside it. A key is published until the last certificate that it may have signed has
//! run out. A stolen key is removed: what it signed is worth nothing from then on, and is signed anew.
//!
//! Secrets lie sealed in the database; they are opened here, for one signature, and go nowhere else.

#[cfg(test)]
mod tests;

use uuid::Uuid;
use xinju_credential::key::{IssuingKey, KeyEntry, KeySet};
use xinju_domain::certificate::LIFE_YEARS;
use xinju_domain::history::{Action, RecordKind};
use xinju_domain::region::RegionCode;
use xinju_domain::time::Day;
use xinju_identity::{Place, issuing_key as identity};
use xinju_store::issuing_key::{self as store, IssuingKeyRow, NewIssuingKey};
use xinju_store::{Tx, office, status_list};

use crate::history::{self, Entry};
use crate::{Broken, Services};

/// Days on which a key signs, its first included.
const LIFE_DAYS: i64 = 2 * 365;
/// Days between publishing a successor and its first signature.
const PUBLISHED_AHEAD_DAYS: i64 = 14;
/// Days on which the old key is still good beside the new one.
const OVERLAP_DAYS: i64 = 14;
/// A successor is made so many days before a region's last key ends.
const RENEWED_AHEAD_DAYS: i64 = 60;

/// A key's name and its days, without its secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyDays {
    pub kid: [u8; 8],
    pub region: String,
    pub first: Day,
    pub last: Day,
}

/// The region whose key signs for an office: its county, or its own region where that is wider.
pub fn region_for(office: RegionCode) -> RegionCode {
    office.county().unwrap_or(office)
}

/// The key that signs for a region today, made if there is none. `tx` must be one that may write.
pub(crate) async fn key_for(tx: &mut Tx, services: &Services, region: RegionCode) -> Result<IssuingKey, Broken> {
    let today = day_number(Day::of(tx.now()));
    if let Some(row) = store::find_for(tx, region.as_str(), today).await? {
        return open(services, &row);
    }
    make(tx, services, region.as_str(), Day::of(tx.now())).await?;
    let row = store::find_for(tx, region.as_str(), today).await?.ok_or_else(|| Broken::new(KeyTrouble::Absent))?;
    open(services, &row)
}

/// Sees to it that every county with an office on the portal has a key, and that none is about to end without a
/// successor. Safe to repeat; called at the start and once a day.
pub async fn prepare(services: &Services) -> Result<(), Broken> {
    let mut tx = services.db.read().await?;
    let today = Day::of(tx.now());
    let offices = office::list_in(&mut tx, "").await?;
    let ending = store::list_regions_ending(&mut tx, day_number(today.plus_days(RENEWED_AHEAD_DAYS))).await?;
    drop(tx);
    let mut regions: Vec<RegionCode> = Vec::new();
    for office in offices.iter().filter(|office| office.on_portal == 1) {
        regions.push(region_for(office.region.parse().map_err(Broken::new)?));
    }
    regions.sort_unstable();
    regions.dedup();
    for region in regions {
        services
            .db
            .change(|mut tx| async move {
                key_for(&mut tx, services, region).await?;
                Ok::<_, Broken>((tx, ()))
            })
            .await?;
    }
    for region in ending {
        rotate(services, region.parse().map_err(Broken::new)?).await?;
    }
    Ok(())
}

/// Gives a region its next key, published at once and signing in 14 days; the present one ends some days after that.
/// A region without a key gets its first, which signs at once. While a next key waits, this gives that one.
pub async fn rotate(services: &Services, region: RegionCode) -> Result<KeyDays, Broken> {
    services
        .db
        .change(|mut tx| async move {
            let today = Day::of(tx.now());
            let keys = store::list_of(&mut tx, region.as_str()).await?;
            if let Some(waiting) = keys.iter().find(|row| row.first_on > day_number(today)) {
                let waiting = days(waiting)?;
                return Ok((tx, waiting));
            }
            let signs_now = keys.iter().any(|row| row.last_on >= day_number(today));
            let first = if signs_now { today.plus_days(PUBLISHED_AHEAD_DAYS) } else { today };
            let new = make(&mut tx, services, region.as_str(), first).await?;
            let end = day_number(first.plus_days(OVERLAP_DAYS));
            store::shorten(&mut tx, region.as_str(), &new.kid, end).await?;
            let entry = Entry::new(Action::KeyRotated, RecordKind::Key, hex::encode(new.kid)).at("", region.as_str());
            history::record(&mut tx, services, entry).await?;
            Ok::<_, Broken>((tx, new))
        })
        .await
}

/// Takes a stolen key out of the set; false if there is none of this name. The next signature of its region is by another
/// key, new if need be; the region's status lists are signed anew.
pub async fn remove(services: &Services, kid: [u8; 8]) -> Result<bool, Broken> {
    services
        .db
        .change(|mut tx| async move {
            let Some(row) = store::find(&mut tx, &kid).await? else {
                return Ok((tx, false));
            };
            let was_there = store::remove(&mut tx, &kid).await?;
            if was_there {
                for list in status_list::list_lists(&mut tx).await? {
                    status_list::touch(&mut tx, &list).await?;
                }
                let entry = Entry::new(Action::KeyRemoved, RecordKind::Key, hex::encode(kid)).at("", &row.region);
                history::record(&mut tx, services, entry).await?;
            }
            Ok::<_, Broken>((tx, was_there))
        })
        .await
}

/// The published set: keys that sign, will sign, or signed what may not have run out.
pub(crate) async fn key_set(tx: &mut Tx) -> Result<Vec<u8>, Broken> {
    let oldest = Day::of(tx.now()).plus_years(-LIFE_YEARS).plus_days(-1);
    let rows = store::list_published(tx, day_number(oldest)).await?;
    let entries = rows.iter().map(entry).collect::<Result<Vec<_>, _>>()?;
    Ok(KeySet::encode(&entries))
}

async fn make(tx: &mut Tx, services: &Services, region: &str, first: Day) -> Result<KeyDays, Broken> {
    let secret = identity::generate();
    let key = IssuingKey::from_secret(&secret).map_err(Broken::new)?;
    let (kid, (x, y)) = (key.kid(), key.public());
    let last = first.plus_days(LIFE_DAYS - 1);
    let sealed = services.secrets.seal(&place(&kid), secret.as_slice());
    let new = NewIssuingKey {
        kid: &kid,
        region,
        secret: &sealed,
        x: &x,
        y: &y,
        first_on: day_number(first),
        last_on: day_number(last),
    };
    // Not stored if another server made one for this day in the same moment: then that one is the region's.
    if store::insert(tx, &new).await? {
        let entry = Entry::new(Action::KeyMade, RecordKind::Key, hex::encode(kid)).at("", region);
        history::record(tx, services, entry).await?;
        return Ok(KeyDays { kid, region: region.to_owned(), first, last });
    }
    let rows = store::list_of(tx, region).await?;
    let row = rows.iter().find(|row| row.first_on == day_number(first));
    days(row.ok_or_else(|| Broken::new(KeyTrouble::Absent))?)
}

fn open(services: &Services, row: &IssuingKeyRow) -> Result<IssuingKey, Broken> {
    let secret = services.secrets.open(&place(&kid(row)?), &row.secret).map_err(Broken::new)?;
    let secret = secret.as_slice().try_into().map_err(|_| Broken::new(KeyTrouble::Length))?;
    IssuingKey::from_secret(secret).map_err(Broken::new)
}

fn entry(row: &IssuingKeyRow) -> Result<KeyEntry, Broken> {
    let point = (fixed(&row.x)?, fixed(&row.y)?);
    let days = days(row)?;
    Ok(KeyEntry::new(point, days.region, days.first.yyyymmdd(), days.last.yyyymmdd()))
}

fn days(row: &IssuingKeyRow) -> Result<KeyDays, Broken> {
    let day = |number: i64| {
        u32::try_from(number).ok().and_then(Day::from_yyyymmdd).ok_or_else(|| Broken::new(KeyTrouble::NoDay))
    };
    Ok(KeyDays { kid: kid(row)?, region: row.region.clone(), first: day(row.first_on)?, last: day(row.last_on)? })
}

fn kid(row: &IssuingKeyRow) -> Result<[u8; 8], Broken> {
    row.kid.as_slice().try_into().map_err(|_| Broken::new(KeyTrouble::Length))
}

fn fixed(bytes: &[u8]) -> Result<[u8; 32], Broken> {
    bytes.try_into().map_err(|_| Broken::new(KeyTrouble::Length))
}

/// The row's id for sealing is made of its name.
fn place(kid: &[u8; 8]) -> Place {
    Place::new("issuing_key", "secret", Uuid::from_u64_pair(u64::from_be_bytes(*kid), 0))
}

fn day_number(day: Day) -> i64 {
    i64::from(day.yyyymmdd())
}

/// A stored key that cannot be one.
#[derive(Clone, Copy, Debug, thiserror::Error)]
enum KeyTrouble {
    #[error("the region has no issuing key although one was just made")]
    Absent,
    #[error("a part of the issuing key has another length than it must have")]
    Length,
    #[error("the issuing key's first or last day is none")]
    NoDay,
}
