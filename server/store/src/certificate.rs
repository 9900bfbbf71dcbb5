//! Certificates, their serial numbers and their suspensions.
//!
//! Every change of a certificate is a new row with the next version; of an entry one row at most is *active*, which the
//! database itself sees to. `content` and `reason` come and go sealed. What has run out is still stored as active: that
//! it expired follows from its last day.

use serde::Deserialize;
use sqlx::FromRow;
use uuid::Uuid;

use crate::{StoreError, Tx};

queries! {
    INSERT = "insert into certificate (id, office, region, entry, account, application, version, short_number, \
        official_number, state, issued_at, issued_on, valid_until, issued_by, content) \
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'active', $10, $11, $12, $13, $14) on conflict do nothing";
    FIND = "select * from certificate where id = $1";
    FIND_BY_NUMBER = "select * from certificate where short_number = $1";
    FIND_ACTIVE_OF = "select * from certificate where account = $1 and state = 'active' \
        order by issued_at desc, version desc limit 1";
    FIND_LATEST = "select * from certificate where entry = $1 order by version desc limit 1";
    FIND_OF_APPLICATION = "select * from certificate where application = $1 order by version desc limit 1";
    LIST_OF_ENTRY = "select * from certificate where entry = $1 order by version desc limit 100";
    LIST_OF = "select * from certificate where account = $1 order by issued_at desc, version desc limit 100";
    LIST_AT_OFFICE = "select * from certificate where office = $1 and state = 'active' \
        order by issued_at desc, id desc limit $2 offset $3";
    LIST_ENDING = "select * from certificate where state = 'active' and valid_until >= $1 and valid_until <= $2 \
        order by valid_until, id limit $3";
    END = "update certificate set state = $2, renewed_by = $3, ended_at = $4, reason = $5 \
        where id = $1 and state = 'active'";
    LINK = "update certificate set account = $2 where entry = $1 and state = 'active'";
    NEXT_SERIAL = "insert into serial (region, year, last) values ($1, $2, 1) \
        on conflict (region, year) do update set last = serial.last + 1 returning last";
    SUSPEND = "insert into suspension (id, office, certificate, cause, began_at) values ($1, $2, $3, $4, $5)";
    FIND_SUSPENSION = "select suspension.* from suspension join certificate on certificate.id = suspension.certificate \
        where certificate.entry = $1 and suspension.cause = $2 and suspension.ended_at is null \
        order by suspension.began_at desc limit 1";
    LIST_SUSPENSIONS = "select suspension.* from suspension join certificate on certificate.id = suspension.certificate \
        where certificate.entry = $1 and suspension.ended_at is null order by suspension.began_at";
    END_SUSPENSION = "update suspension set ended_at = $3 where cause = $2 and ended_at is null \
        and certificate in (select id from certificate where entry = $1)";
}

/// One version of a certificate. Instants are microseconds, days yyyymmdd.
#[derive(Clone, Debug, FromRow, Deserialize)]
pub struct CertificateRow {
    pub id: Uuid,
    pub office: String,
    pub region: String,
    pub entry: Uuid,
    /// Empty once the person deleted the account.
    pub account: Option<Uuid>,
    pub application: Option<Uuid>,
    pub version: i64,
    pub short_number: String,
    pub official_number: String,
    pub state: String,
    pub issued_at: i64,
    pub issued_on: i64,
    pub valid_until: i64,
    pub issued_by: Uuid,
    pub content: Vec<u8>,
    /// The short number of the version that took its place.
    pub renewed_by: Option<String>,
    pub ended_at: Option<i64>,
    pub reason: Option<Vec<u8>>,
}

#[derive(Clone, Copy, Debug)]
pub struct NewCertificate<'a> {
    pub id: Uuid,
    pub office: &'a str,
    pub region: &'a str,
    pub entry: Uuid,
    pub account: Option<Uuid>,
    pub application: Option<Uuid>,
    pub version: i64,
    pub short_number: &'a str,
    pub official_number: &'a str,
    pub issued_on: i64,
    pub valid_until: i64,
    pub issued_by: Uuid,
    pub content: &'a [u8],
}

/// How a certificate stops being active.
#[derive(Clone, Copy, Debug)]
pub struct End<'a> {
    pub state: &'a str,
    pub renewed_by: Option<&'a str>,
    pub reason: Option<&'a [u8]>,
}

#[derive(Clone, Debug, FromRow, Deserialize)]
pub struct SuspensionRow {
    pub id: Uuid,
    pub office: String,
    pub certificate: Uuid,
    pub cause: String,
    pub began_at: i64,
    pub ended_at: Option<i64>,
}

#[derive(FromRow, Deserialize)]
struct SerialRow {
    last: i64,
}

/// Whether it was stored: not if the entry has an active one or this version.
pub async fn insert(tx: &mut Tx, new: &NewCertificate<'_>) -> Result<bool, StoreError> {
    let at = tx.now().micros();
    let rows = execute!(
        tx,
        INSERT,
        new.id,
        new.office,
        new.region,
        new.entry,
        new.account,
        new.application,
        new.version,
        new.short_number,
        new.official_number,
        at,
        new.issued_on,
        new.valid_until,
        new.issued_by,
        new.content,
    )?;
    Ok(rows == 1)
}

pub async fn find(tx: &mut Tx, id: Uuid) -> Result<Option<CertificateRow>, StoreError> {
    fetch_optional!(tx, CertificateRow, FIND, id)
}

/// By its short number.
pub async fn find_by_number(tx: &mut Tx, number: &str) -> Result<Option<CertificateRow>, StoreError> {
    fetch_optional!(tx, CertificateRow, FIND_BY_NUMBER, number)
}

/// The account's certificate that is stored as active; it may have run out.
pub async fn find_active_of(tx: &mut Tx, account: Uuid) -> Result<Option<CertificateRow>, StoreError> {
    fetch_optional!(tx, CertificateRow, FIND_ACTIVE_OF, account)
}

/// The newest version of an entry.
pub async fn find_latest(tx: &mut Tx, entry: Uuid) -> Result<Option<CertificateRow>, StoreError> {
    fetch_optional!(tx, CertificateRow, FIND_LATEST, entry)
}

/// What an application led to.
pub async fn find_of_application(tx: &mut Tx, application: Uuid) -> Result<Option<CertificateRow>, StoreError> {
    fetch_optional!(tx, CertificateRow, FIND_OF_APPLICATION, application)
}

/// All versions, the newest first.
pub async fn list_of_entry(tx: &mut Tx, entry: Uuid) -> Result<Vec<CertificateRow>, StoreError> {
    fetch_all!(tx, CertificateRow, LIST_OF_ENTRY, entry)
}

/// An account's certificates, the newest first.
pub async fn list_of(tx: &mut Tx, account: Uuid) -> Result<Vec<CertificateRow>, StoreError> {
    fetch_all!(tx, CertificateRow, LIST_OF, account)
}

/// The active ones of an office, the newest first.
pub async fn list_at_office(
    tx: &mut Tx,
    office: &str,
    limit: i64,
    offset: i64,
) -> Result<Vec<CertificateRow>, StoreError> {
    fetch_all!(tx, CertificateRow, LIST_AT_OFFICE, office, limit, offset)
}

/// Active ones whose last day lies from one day to another, both included.
pub async fn list_ending(tx: &mut Tx, from: i64, to: i64, limit: i64) -> Result<Vec<CertificateRow>, StoreError> {
    fetch_all!(tx, CertificateRow, LIST_ENDING, from, to, limit)
}

/// Whether it was active until now.
pub async fn end(tx: &mut Tx, id: Uuid, end: &End<'_>) -> Result<bool, StoreError> {
    let at = tx.now().micros();
    Ok(execute!(tx, END, id, end.state, end.renewed_by, at, end.reason)? == 1)
}

/// Gives the active certificate of an entry to another account, when the home office has decided so.
pub async fn link(tx: &mut Tx, entry: Uuid, account: Option<Uuid>) -> Result<(), StoreError> {
    execute!(tx, LINK, entry, account)?;
    Ok(())
}

/// The next serial number of a county in a year, from 1. It is used up only if the transaction is committed, so no
/// number is skipped.
pub async fn next_serial(tx: &mut Tx, region: &str, year: i64) -> Result<i64, StoreError> {
    Ok(fetch_one!(tx, SerialRow, NEXT_SERIAL, region, year)?.last)
}

pub async fn suspend(tx: &mut Tx, id: Uuid, office: &str, certificate: Uuid, cause: &str) -> Result<(), StoreError> {
    let at = tx.now().micros();
    execute!(tx, SUSPEND, id, office, certificate, cause, at)?;
    Ok(())
}

/// The suspension that goes on for a cause, whichever version of the entry's certificate it began with.
pub async fn find_suspension(tx: &mut Tx, entry: Uuid, cause: &str) -> Result<Option<SuspensionRow>, StoreError> {
    fetch_optional!(tx, SuspensionRow, FIND_SUSPENSION, entry, cause)
}

/// Everything for which an entry's certificate is suspended now.
pub async fn list_suspensions(tx: &mut Tx, entry: Uuid) -> Result<Vec<SuspensionRow>, StoreError> {
    fetch_all!(tx, SuspensionRow, LIST_SUSPENSIONS, entry)
}

/// Whether there was one to end.
pub async fn end_suspension(tx: &mut Tx, entry: Uuid, cause: &str) -> Result<bool, StoreError> {
    let at = tx.now().micros();
    Ok(execute!(tx, END_SUSPENSION, entry, cause, at)? > 0)
}
