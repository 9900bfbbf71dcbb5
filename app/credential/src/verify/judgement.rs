//! What a verifier gets to know.

use super::Reading;
use crate::certificate::{Claim, Kind, StatusRef, Subject};
use crate::presentation::Presentation;

/// The verdicts, in the order in which they apply.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// Not of the form that the profile demands.
    Malformed,
    /// Not issued by an office of this portal, or not shown by its holder's phone.
    NotGenuine,
    /// The issuing office has taken it back.
    Revoked,
    /// The phone is reported lost, or a dispute is open.
    Suspended,
    Expired,
    NotYetValid,
    /// A challenge is open and this does not answer it.
    ChallengeFailed,
    /// Genuine, but printed: anybody may hold it.
    Paper,
    /// The proof is more than ten minutes off: a copy, or a clock that is quite wrong.
    Stale,
    /// The proof is a little off: ask the challenge.
    Clock,
    Valid,
}

impl Verdict {
    pub const ALL: [Self; 11] = [
        Self::Malformed,
        Self::NotGenuine,
        Self::Revoked,
        Self::Suspended,
        Self::Expired,
        Self::NotYetValid,
        Self::ChallengeFailed,
        Self::Paper,
        Self::Stale,
        Self::Clock,
        Self::Valid,
    ];

    /// The name by which machines know it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Malformed => "malformed",
            Self::NotGenuine => "not_genuine",
            Self::Revoked => "revoked",
            Self::Suspended => "suspended",
            Self::Expired => "expired",
            Self::NotYetValid => "not_yet_valid",
            Self::ChallengeFailed => "challenge_failed",
            Self::Paper => "paper",
            Self::Stale => "stale",
            Self::Clock => "clock",
            Self::Valid => "valid",
        }
    }

    /// The verdict of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|verdict| verdict.as_str() == name)
    }

    /// Whether the command line exits with 0.
    pub fn is_accepted(self) -> bool {
        matches!(self, Self::Valid | Self::Paper)
    }
}

/// A verdict with what may be shown beside it.
///
/// *Malformed* and *not genuine* carry nothing but themselves and [`kid_unknown`](Self::kid_unknown).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judgement {
    pub verdict: Verdict,
    pub kind: Option<Kind>,
    /// 1 minimum, 2 registration, 3 full.
    pub profile: Option<u8>,
    pub subject: Option<Subject>,
    /// The subject map by its integer keys, ascending.
    pub claims: Vec<(i64, Claim)>,
    /// Region code of the issuing office.
    pub issuer: Option<String>,
    /// Unix seconds of the certificate.
    pub issued_at: Option<u64>,
    pub expires_at: Option<u64>,
    pub status: Option<StatusRef>,
    /// When the status list was made, Unix seconds; with *valid*, *paper* and *clock*.
    pub status_as_of: Option<u64>,
    /// No list counts or it is past its end, and it neither revokes nor suspends: amber, never green.
    pub status_unknown: bool,
    /// Seconds since the phone made the proof; negative when its clock is ahead.
    pub proof_age: Option<i64>,
    /// The proof carries the answer to some challenge.
    pub challenged: bool,
    /// That answer.
    pub cnonce: Option<[u8; 16]>,
    /// See [`proof::replay_id`](crate::proof::replay_id).
    pub replay_id: Option<[u8; 32]>,
    /// *Not genuine* for no other reason than that the key set does not know the key: an old bundle may be why.
    pub kid_unknown: bool,
}

impl Judgement {
    pub(super) fn refused(verdict: Verdict) -> Self {
        Self {
            verdict,
            kind: None,
            profile: None,
            subject: None,
            claims: Vec::new(),
            issuer: None,
            issued_at: None,
            expires_at: None,
            status: None,
            status_as_of: None,
            status_unknown: false,
            proof_age: None,
            challenged: false,
            cnonce: None,
            replay_id: None,
            kid_unknown: false,
        }
    }

    pub(super) fn of(
        presentation: &Presentation<'_>,
        verdict: Verdict,
        subject: Subject,
        reading: Option<Reading>,
        now: i64,
    ) -> Self {
        let certificate = &presentation.certificate;
        let proof = presentation.proof.as_ref();
        let cnonce = proof.and_then(|proof| proof.cnonce);
        let shows_status = matches!(verdict, Verdict::Valid | Verdict::Paper | Verdict::Clock);
        let refused_by_list = matches!(verdict, Verdict::Revoked | Verdict::Suspended);
        Self {
            verdict,
            kind: Some(certificate.kind),
            profile: Some(subject.profile as u8),
            claims: certificate.claims.clone(),
            subject: Some(subject),
            issuer: Some(certificate.issuer.clone()),
            issued_at: Some(certificate.issued_at),
            expires_at: Some(certificate.expires_at),
            status: Some(certificate.status.clone()),
            status_as_of: reading.filter(|_| shows_status).map(|reading| reading.as_of),
            status_unknown: !refused_by_list && !reading.is_some_and(|reading| reading.is_current),
            proof_age: proof.map(|proof| proof.age(now)),
            challenged: cnonce.is_some(),
            cnonce,
            replay_id: Some(presentation.replay_id()),
            kid_unknown: false,
        }
    }
}
