//! What a verifier believes: the published issuing keys, and the status lists that they signed.
//!
//! A list is looked at when a certificate asks for it: whether it counts depends on the certificate's office and on the time, and a
//! bundle holds many lists of which a scan needs one.

use super::AHEAD;
use crate::bundle::Bundle;
use crate::certificate::StatusRef;
use crate::key::{KeySet, KeySetRefusal};
use crate::status::StatusToken;

/// Keys and lists at hand.
#[derive(Debug, Clone, Default)]
pub struct Trust {
    key_set: KeySet,
    /// Newest first.
    lists: Vec<StatusToken>,
}

/// Why documents are none to judge by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TrustRefusal {
    #[error("key set: {0}")]
    KeySet(#[from] KeySetRefusal),
    #[error("not a status list token")]
    StatusList,
}

/// What the list that counts says at an index.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reading {
    /// The list's `iat`, Unix seconds.
    pub as_of: u64,
    /// The list is not past its `exp`.
    pub is_current: bool,
    /// 0 valid, 1 invalid, 2 and 3 suspended; `None` beyond the list's end.
    pub value: Option<u8>,
}

impl Trust {
    /// From the bytes of the published documents.
    ///
    /// # Errors
    /// A key set or a list of another shape. A list that merely does not count is no error.
    pub fn new<L: AsRef<[u8]>>(key_set: &[u8], lists: impl IntoIterator<Item = L>) -> Result<Self, TrustRefusal> {
        let key_set = KeySet::parse(key_set)?;
        let tokens =
            lists.into_iter().map(|list| StatusToken::parse(list.as_ref()).map_err(|_| TrustRefusal::StatusList));
        let mut lists = tokens.collect::<Result<Vec<_>, _>>()?;
        lists.sort_by_key(|list| std::cmp::Reverse((list.issued_at, list.expires_at)));
        Ok(Self { key_set, lists })
    }

    /// From the offline bundle.
    ///
    /// # Errors
    /// As [`new`](Self::new).
    pub fn from_bundle(bundle: &Bundle) -> Result<Self, TrustRefusal> {
        Self::new(&bundle.key_set, &bundle.lists)
    }

    pub fn key_set(&self) -> &KeySet {
        &self.key_set
    }

    /// What stands at `status` in the newest list that counts for a certificate of `issuer`; `None` when none counts.
    ///
    /// A list counts if it has the certificate's name, is signed by a known key whose region is a prefix of `issuer`, within that
    /// key's days and at most 300 s ahead of `now`, holds two bits an entry and inflates to at most 4 MiB.
    pub fn status(&self, status: &StatusRef, issuer: &str, now: i64) -> Option<Reading> {
        let named = self.lists.iter().filter(|list| list.uri == status.uri);
        let (token, list) =
            named.filter(|list| self.counts(list, issuer, now)).find_map(|token| Some((token, token.list()?)))?;
        let is_current = i64::try_from(token.expires_at).unwrap_or(i64::MAX) > now;
        Some(Reading { as_of: token.issued_at, is_current, value: list.get(status.index) })
    }

    fn counts(&self, list: &StatusToken, issuer: &str, now: i64) -> bool {
        let in_time = i64::try_from(list.issued_at).is_ok_and(|issued_at| issued_at <= now.saturating_add(AHEAD));
        let key = list.kid.and_then(|kid| self.key_set.get(&kid));
        in_time
            && key.is_some_and(|key| {
                key.covers(issuer) && key.was_good_at(list.issued_at) && list.is_signed_by(&key.sec1_point())
            })
    }
}
