//! Scans that officers reported: number, time and verdict, never what was shown.

use uuid::Uuid;

use crate::{StoreError, Tx};

queries! {
    INSERT = "insert into scan (id, office, region, officer, certificate, account, number, replay_id, verdict, scanned_at, \
        arrived_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict do nothing";
}

#[derive(Clone, Copy, Debug)]
pub struct NewScan<'a> {
    pub id: Uuid,
    pub office: &'a str,
    pub region: &'a str,
    pub officer: Uuid,
    pub certificate: Option<Uuid>,
    pub account: Option<Uuid>,
    pub number: &'a str,
    pub replay_id: &'a [u8],
    pub verdict: &'a str,
    pub scanned_at: i64,
}

/// Whether it was stored: not if this officer reported the same showing before.
pub async fn insert(tx: &mut Tx, new: &NewScan<'_>) -> Result<bool, StoreError> {
    let at = tx.now().micros();
    let rows = execute!(
        tx,
        INSERT,
        new.id,
        new.office,
        new.region,
        new.officer,
        new.certificate,
        new.account,
        new.number,
        new.replay_id,
        new.verdict,
        new.scanned_at,
        at,
    )?;
    Ok(rows == 1)
}
