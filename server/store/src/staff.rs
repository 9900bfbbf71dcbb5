//! Posts: a role at an office, from a moment on and until another. Invitations to them.

use serde::Deserialize;
use sqlx::FromRow;
use uuid::Uuid;

use crate::{StoreError, Tx};

queries! {
    INSERT = "insert into staff (id, office, account, role, since_at) values ($1, $2, $3, $4, $5) \
        on conflict do nothing";
    FIND = "select staff.id, staff.office, staff.account, staff.role, staff.since_at, office.name as office_name, \
        office.region from staff join office on office.code = staff.office \
        where staff.id = $1 and staff.until_at is null";
    LIST_OF = "select staff.id, staff.office, staff.account, staff.role, staff.since_at, office.name as office_name, \
        office.region from staff join office on office.code = staff.office \
        where staff.account = $1 and staff.until_at is null \
        and (office.valid_until is null or office.valid_until >= $2) order by staff.since_at, staff.id";
    LIST_AT = "select staff.id, staff.office, staff.account, staff.role, staff.since_at, office.name as office_name, \
        office.region from staff join office on office.code = staff.office \
        where staff.office = $1 and staff.until_at is null order by staff.since_at, staff.id limit 500";
    LIST_IN = "select staff.id, staff.office, staff.account, staff.role, staff.since_at, office.name as office_name, \
        office.region from staff join office on office.code = staff.office \
        where substr(office.region, 1, $2) = $1 and staff.until_at is null \
        order by office.region, staff.office, staff.since_at limit 2000";
    END = "update staff set until_at = $2 where id = $1 and until_at is null";
    END_ALL_OF = "update staff set until_at = $2 where account = $1 and until_at is null";
    INSERT_INVITATION = "insert into staff_invitation (token_hash, office, role, address, address_index, invited_by, \
        created_at, expires_at) values ($1, $2, $3, $4, $5, $6, $7, $8)";
    FIND_INVITATION = "select staff_invitation.office, staff_invitation.role, staff_invitation.address, \
        staff_invitation.address_index, staff_invitation.invited_by, staff_invitation.expires_at, \
        staff_invitation.used_at, office.name as office_name, office.region \
        from staff_invitation join office on office.code = staff_invitation.office \
        where staff_invitation.token_hash = $1";
    USE_INVITATION = "update staff_invitation set used_at = $2 where token_hash = $1 and used_at is null";
    DELETE_OLD_INVITATIONS = "delete from staff_invitation where expires_at <= $1";
}

/// A post that is held now, with its office.
#[derive(Clone, Debug, FromRow, Deserialize)]
pub struct PostRow {
    pub id: Uuid,
    pub office: String,
    pub account: Uuid,
    pub role: String,
    pub since_at: i64,
    pub office_name: String,
    pub region: String,
}

#[derive(Clone, Debug, FromRow, Deserialize)]
pub struct InvitationRow {
    pub office: String,
    pub role: String,
    /// Sealed.
    pub address: Vec<u8>,
    pub address_index: Vec<u8>,
    pub invited_by: Option<Uuid>,
    pub expires_at: i64,
    pub used_at: Option<i64>,
    pub office_name: String,
    pub region: String,
}

#[derive(Clone, Copy, Debug)]
pub struct NewInvitation<'a> {
    pub token_hash: &'a [u8],
    pub office: &'a str,
    pub role: &'a str,
    pub address: &'a [u8],
    pub address_index: &'a [u8],
    /// Nobody when it comes from the command line.
    pub invited_by: Option<Uuid>,
    pub at: i64,
    pub expires_at: i64,
}

/// Whether it was stored: not if the account holds the same post.
pub async fn insert(
    tx: &mut Tx,
    id: Uuid,
    office: &str,
    account: Uuid,
    role: &str,
    at: i64,
) -> Result<bool, StoreError> {
    Ok(execute!(tx, INSERT, id, office, account, role, at)? == 1)
}

pub async fn find(tx: &mut Tx, id: Uuid) -> Result<Option<PostRow>, StoreError> {
    fetch_optional!(tx, PostRow, FIND, id)
}

/// The posts that an account holds on a day (yyyymmdd) at offices that exist then.
pub async fn list_of(tx: &mut Tx, account: Uuid, day: i64) -> Result<Vec<PostRow>, StoreError> {
    fetch_all!(tx, PostRow, LIST_OF, account, day)
}

pub async fn list_at(tx: &mut Tx, office: &str) -> Result<Vec<PostRow>, StoreError> {
    fetch_all!(tx, PostRow, LIST_AT, office)
}

/// The posts at all offices of a region.
pub async fn list_in(tx: &mut Tx, region: &str) -> Result<Vec<PostRow>, StoreError> {
    let digits = i32::try_from(region.len()).unwrap_or(i32::MAX);
    fetch_all!(tx, PostRow, LIST_IN, region, digits)
}

/// Whether it was still held.
pub async fn end(tx: &mut Tx, id: Uuid, at: i64) -> Result<bool, StoreError> {
    Ok(execute!(tx, END, id, at)? == 1)
}

pub async fn end_all_of(tx: &mut Tx, account: Uuid, at: i64) -> Result<(), StoreError> {
    execute!(tx, END_ALL_OF, account, at)?;
    Ok(())
}

pub async fn insert_invitation(tx: &mut Tx, new: &NewInvitation<'_>) -> Result<(), StoreError> {
    execute!(
        tx,
        INSERT_INVITATION,
        new.token_hash,
        new.office,
        new.role,
        new.address,
        new.address_index,
        new.invited_by,
        new.at,
        new.expires_at,
    )?;
    Ok(())
}

pub async fn find_invitation(tx: &mut Tx, token_hash: &[u8]) -> Result<Option<InvitationRow>, StoreError> {
    fetch_optional!(tx, InvitationRow, FIND_INVITATION, token_hash)
}

/// Whether it was still unused.
pub async fn use_invitation(tx: &mut Tx, token_hash: &[u8], at: i64) -> Result<bool, StoreError> {
    Ok(execute!(tx, USE_INVITATION, token_hash, at)? == 1)
}

pub async fn delete_old_invitations(tx: &mut Tx, now: i64) -> Result<u64, StoreError> {
    execute!(tx, DELETE_OLD_INVITATIONS, now)
}
