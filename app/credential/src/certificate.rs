//! The certificate that the issuer signs: a CWT of type `xc1` (live, bound to a phone) or `xp1` (for paper).
//!
//! The issuer signs the three profiles as three certificates with one holder key and one status index. A live one lives at most seven
//! days and is worth nothing without a fresh proof by the key it names; one for paper names no key and lives as long as what it
//! certifies. Reading judges the form alone; whether to believe it is judged in [`verify`](crate::verify).

use crate::cbor::{self, Value, Writer};
use crate::cose::{self, Sign1};
use crate::key::IssuingKey;
use crate::{Malformed, calendar, claim};

pub use crate::claim::Claim;
pub use crate::holder::HolderKey;
pub use crate::subject::{Profile, Subject, masked};

/// The longest life of a live certificate, in seconds.
pub const LIVE_LIFE: u64 = 604_800;

const LIVE: &str = "xc1";
const PAPER: &str = "xp1";

const ISS: i64 = 1;
const EXP: i64 = 4;
const IAT: i64 = 6;
const CNF: i64 = 8;
const STATUS: i64 = 65_535;
const SUBJECT: i64 = -65_537;

/// Whether a certificate is shown by a phone or printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    Live,
    Paper,
}

/// Where a certificate's status stands: an index in the list of that name.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct StatusRef {
    pub index: u64,
    /// The list's name. A verifier never fetches it.
    pub uri: String,
}

/// What the issuer signs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Body {
    /// Region code of the issuing office: 4, 6, 9 or 12 digits.
    pub issuer: String,
    /// Unix seconds.
    pub issued_at: u64,
    /// Unix seconds. A live certificate is signed for seven days at most, whatever stands here.
    pub expires_at: u64,
    /// The phone's key for a live certificate, `None` for paper.
    pub holder: Option<HolderKey>,
    pub status: StatusRef,
    pub subject: Subject,
}

/// A certificate as it was read. Nothing of it is believed yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Certificate {
    pub kind: Kind,
    pub kid: [u8; 8],
    pub issuer: String,
    pub issued_at: u64,
    pub expires_at: u64,
    /// Of a live certificate always there, of paper never.
    pub holder: Option<HolderKey>,
    pub status: StatusRef,
    /// The subject map by its integer keys, ascending, without those that this profile of the format does not know.
    pub claims: Vec<(i64, Claim)>,
}

impl Certificate {
    /// Reads the four-element array; the signature is not checked.
    ///
    /// # Errors
    /// What [`verify`](crate::verify) calls malformed.
    pub fn parse(bytes: &[u8]) -> Result<Self, Malformed> {
        Self::read(&Sign1::parse(bytes)?)
    }

    pub(crate) fn read(message: &Sign1<'_>) -> Result<Self, Malformed> {
        let kind = match message.typ_among(&[cose::ALG, cose::KID, cose::TYP])? {
            LIVE => Kind::Live,
            PAPER => Kind::Paper,
            _ => return Err(Malformed),
        };
        let payload = cbor::decode(message.payload)?;
        let payload = payload.map()?;
        let status = payload.need(STATUS)?.map()?.need_named("status_list")?.map()?;
        Ok(Self {
            kind,
            kid: *message.headers.need(cose::KID)?.bytes_of()?,
            issuer: payload.need(ISS)?.text()?.to_owned(),
            issued_at: time(payload.need(IAT)?)?,
            expires_at: time(payload.need(EXP)?)?,
            holder: match kind {
                Kind::Live => Some(HolderKey::read(payload.need(CNF)?)?),
                Kind::Paper => None,
            },
            status: StatusRef {
                index: status.need_named("idx")?.uint()?,
                uri: status.need_named("uri")?.text()?.to_owned(),
            },
            claims: claim::read(payload.need(SUBJECT)?.map()?)?,
        })
    }

    /// The subject; `None` when its claims don't fit its profile, or when there is no such profile.
    pub fn subject(&self) -> Option<Subject> {
        Subject::from_claims(&self.claims)
    }

    /// YYYYMMDD: the certificate's own last day.
    pub fn valid_until(&self) -> Option<u32> {
        match claim::find(&self.claims, claim::VALID_UNTIL) {
            Some(Claim::Number(date)) => u32::try_from(*date).ok(),
            _ => None,
        }
    }
}

/// Signs `body` with `key`: live when it names a holder, else for paper.
///
/// The subject should come from [`Subject::for_profile`], which leaves out what the profile may not show.
pub fn issue(key: &IssuingKey, body: &Body) -> Vec<u8> {
    let (typ, expires_at) = match body.holder {
        Some(_) => (LIVE, body.expires_at.min(body.issued_at.saturating_add(LIVE_LIFE))),
        None => (PAPER, body.expires_at),
    };
    let times = Writer::default()
        .map(if body.holder.is_some() { 6 } else { 5 })
        .int(ISS)
        .text(&body.issuer)
        .int(EXP)
        .uint(expires_at)
        .int(IAT)
        .uint(body.issued_at);
    let holder = match &body.holder {
        Some(holder) => holder.write(times.int(CNF)),
        None => times,
    };
    let status = holder.int(STATUS).map(1).text("status_list").map(2);
    let status = status.text("idx").uint(body.status.index).text("uri").text(&body.status.uri);
    let payload = claim::write(&body.subject.claims(), status.int(SUBJECT)).into_bytes();
    key.sign(&cose::issuer_header(&key.kid(), typ), &payload)
}

/// When a certificate for paper expires: as the day after its last one begins in Asia/Shanghai. `None` if `valid_until` is no date.
pub fn paper_expiry(valid_until: u32) -> Option<u64> {
    calendar::day_after_begins(valid_until).and_then(|unix| u64::try_from(unix).ok())
}

fn time(value: &Value<'_>) -> Result<u64, Malformed> {
    value.uint().and_then(|unix| if unix <= calendar::END_OF_9998 { Ok(unix) } else { Err(Malformed) })
}
