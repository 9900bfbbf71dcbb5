//! The digests of an entry, and the links of a chain.

use sha2::{Digest, Sha256};
use uuid::Uuid;
use xinju_domain::time::Instant;
use xinju_identity::{Place, Secrets, random};
use xinju_store::history as store;

/// SHA-256; SM3 can join as a second suite.
const SUITE: u8 = 1;
/// Bytes of salt.
pub(crate) const SALT: usize = 16;

/// What stands before the first link of an office's chain.
pub(crate) fn start_of_chain(office: &str) -> [u8; 32] {
    Sha256::new().chain_update([SUITE]).chain_update(b"xinju/history/1").chain_update(office).finalize().into()
}

/// SHA-256(previous ‖ sequence ‖ digest).
pub(crate) fn link(previous: &[u8], sequence: i64, digest: &[u8]) -> [u8; 32] {
    Sha256::new().chain_update(previous).chain_update(sequence.to_be_bytes()).chain_update(digest).finalize().into()
}

/// SHA-256(suite ‖ salt ‖ every field with its length before it). An absent field has the length 2³² − 1.
pub(crate) fn of(entry: &store::NewEntry<'_>) -> [u8; 32] {
    let at = entry.at.micros().to_be_bytes();
    let fields: [Option<&[u8]>; 12] = [
        Some(entry.id.as_bytes()),
        Some(entry.office.as_bytes()),
        Some(entry.region.as_bytes()),
        Some(&at),
        entry.actor.as_ref().map(|id| id.as_bytes().as_slice()),
        entry.actor_office.map(str::as_bytes),
        entry.actor_role.map(str::as_bytes),
        entry.subject.as_ref().map(|id| id.as_bytes().as_slice()),
        Some(entry.record_kind.as_bytes()),
        Some(entry.record.as_bytes()),
        Some(entry.action.as_bytes()),
        entry.detail_digest,
    ];
    let mut hash = Sha256::new().chain_update([SUITE]).chain_update(entry.salt);
    for field in fields {
        let length = field.map_or(u32::MAX, |bytes| u32::try_from(bytes.len()).unwrap_or(u32::MAX - 1));
        hash.update(length.to_be_bytes());
        hash.update(field.unwrap_or_default());
    }
    hash.finalize().into()
}

/// The same digest, of a stored row.
pub(crate) fn of_row(row: &store::EntryRow) -> [u8; 32] {
    of(&store::NewEntry {
        id: row.id,
        office: &row.office,
        region: &row.region,
        at: Instant::from_micros(row.at),
        actor: row.actor,
        actor_office: row.actor_office.as_deref(),
        actor_role: row.actor_role.as_deref(),
        subject: row.subject,
        record_kind: &row.record_kind,
        record: &row.record,
        action: &row.action,
        detail: None,
        detail_digest: row.detail_digest.as_deref(),
        salt: &row.salt,
        digest: &[],
    })
}

fn place(id: Uuid) -> Place {
    Place::new("history", "detail", id)
}

/// The sealed detail and its digest.
pub(crate) fn seal_detail(secrets: &Secrets, id: Uuid, text: &str) -> (Vec<u8>, [u8; 32]) {
    let salted = [random::bytes::<SALT>().as_slice(), text.as_bytes()].concat();
    (secrets.seal(&place(id), &salted), detail_digest(&salted))
}

fn detail_digest(salted: &[u8]) -> [u8; 32] {
    Sha256::new().chain_update([SUITE]).chain_update(salted).finalize().into()
}

/// What can be said of a row's detail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Detail {
    None,
    Erased,
    Text(String),
    /// There, but not what was written: changed, moved or sealed under another key.
    Wrong,
}

pub(crate) fn detail(secrets: &Secrets, row: &store::EntryRow) -> Detail {
    match (&row.detail, &row.detail_digest) {
        (None, None) => Detail::None,
        (None, Some(_)) => Detail::Erased,
        (Some(_), None) => Detail::Wrong,
        (Some(sealed), Some(expected)) => secrets
            .open(&place(row.id), sealed)
            .ok()
            .filter(|salted| detail_digest(salted).as_slice() == expected)
            .and_then(|salted| String::from_utf8(salted.get(SALT..)?.to_vec()).ok())
            .map_or(Detail::Wrong, Detail::Text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry<'a>(office: &'a str, record: &'a str, actor: Option<Uuid>) -> store::NewEntry<'a> {
        store::NewEntry {
            id: Uuid::from_u128(7),
            office,
            region: "990123",
            at: Instant::from_unix_seconds(1_795_500_000),
            actor,
            actor_office: None,
            actor_role: None,
            subject: None,
            record_kind: "application",
            record,
            action: "submitted",
            detail: None,
            detail_digest: None,
            salt: &[5; SALT],
            digest: &[],
        }
    }

    #[test]
    fn a_letter_that_moves_to_the_next_field_changes_the_digest() {
        let digests = [
            of(&entry("990123001", "A1", None)),
            of(&entry("99012300", "1A1", None)),
            of(&entry("990123001", "A1", Some(Uuid::nil()))),
            of(&store::NewEntry { detail_digest: Some(&[]), ..entry("990123001", "A1", None) }),
            of(&store::NewEntry { salt: &[6; SALT], ..entry("990123001", "A1", None) }),
        ];
        for (position, digest) in digests.iter().enumerate() {
            assert!(digests[..position].iter().all(|earlier| earlier != digest), "{position}");
        }
    }

    #[test]
    fn a_link_hangs_on_all_that_went_before() {
        let first = link(&start_of_chain("990123001"), 1, &[1; 32]);
        assert_ne!(first, link(&start_of_chain("990204001"), 1, &[1; 32]));
        assert_ne!(first, link(&start_of_chain("990123001"), 2, &[1; 32]));
        assert_ne!(link(&first, 2, &[1; 32]), link(&first, 2, &[2; 32]));
    }

    #[test]
    fn a_detail_opens_in_its_own_row_alone_and_tells_when_it_was_changed() {
        let secrets = Secrets::generate();
        let id = Uuid::from_u128(7);
        let (sealed, digest) = seal_detail(&secrets, id, "{}");
        let row = |id, detail: Option<&[u8]>| store::EntryRow {
            id,
            office: String::new(),
            region: String::new(),
            at: 0,
            actor: None,
            actor_office: None,
            actor_role: None,
            subject: None,
            record_kind: String::new(),
            record: String::new(),
            action: String::new(),
            detail: detail.map(<[u8]>::to_vec),
            detail_digest: Some(digest.to_vec()),
            salt: Vec::new(),
            digest: Vec::new(),
            sequence: None,
            previous: None,
            chain: None,
        };
        assert_eq!(detail(&secrets, &row(id, Some(&sealed))), Detail::Text("{}".to_owned()));
        assert_eq!(detail(&secrets, &row(id, None)), Detail::Erased);
        assert_eq!(detail(&secrets, &row(Uuid::nil(), Some(&sealed))), Detail::Wrong);
        let (other, _) = seal_detail(&secrets, id, "{}");
        assert_eq!(detail(&secrets, &row(id, Some(&other))), Detail::Wrong);
    }
}
