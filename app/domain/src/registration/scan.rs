//! A scan that waited in the officer's phone for signal. The server judges it at the officer's scan time and keeps it
//! once: it is known by the hash of what was signed, since a signature can be altered without the key.

use serde::{Deserialize, Serialize};

use super::{Instant, Profile, Span, Verdict};

/// So far back a queued scan may lie when it arrives.
pub const QUEUE_LIFE: Span = Span::days(7);
/// From so much on it is marked late.
pub const LATE_AFTER: Span = Span::hours(24);
/// A phone's clock may be ahead of the server's by so much.
const CLOCK_AHEAD: Span = Span::seconds(300);

/// What is kept of a look by scan: number, time and verdict, never the claims.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScanRecord {
    /// The short number of the certificate.
    pub number: String,
    pub scanned: Instant,
    pub verdict: Verdict,
    pub profile: Profile,
    /// The holder's phone answered a challenge of the officer's.
    pub challenged: bool,
}

/// How a scan arrived.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Arrival {
    /// More than 24 hours after the scan.
    pub late: bool,
}

/// Why a scan is not taken on arrival.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ArrivalFault {
    /// More than 7 days old.
    TooOld,
    /// Before the key set and lists were made by which it was judged.
    BeforeBundle,
    /// Later than now by more than clocks differ.
    InFuture,
}

/// Judges the times of a scan: when it was made, when the bundle was made by which the phone judged it, and now.
pub fn arrival(scanned: Instant, bundle_made: Instant, now: Instant) -> Result<Arrival, ArrivalFault> {
    if scanned > now.plus(CLOCK_AHEAD) {
        Err(ArrivalFault::InFuture)
    } else if scanned.plus(QUEUE_LIFE) < now {
        Err(ArrivalFault::TooOld)
    } else if scanned < bundle_made {
        Err(ArrivalFault::BeforeBundle)
    } else {
        Ok(Arrival { late: scanned.plus(LATE_AFTER) < now })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scan_may_wait_seven_days_and_is_late_after_one() {
        let now = Instant::from_unix_seconds(100 * 86_400);
        let ago = |hours| now.minus(Span::hours(hours));
        for (scanned, bundle, result) in [
            (ago(0), ago(1), Ok(Arrival { late: false })),
            (ago(24), ago(25), Ok(Arrival { late: false })),
            (ago(25), ago(30), Ok(Arrival { late: true })),
            (ago(168), ago(200), Ok(Arrival { late: true })),
            (ago(169), ago(200), Err(ArrivalFault::TooOld)),
            (ago(2), ago(1), Err(ArrivalFault::BeforeBundle)),
            (now.plus(Span::seconds(300)), ago(1), Ok(Arrival { late: false })),
            (now.plus(Span::seconds(301)), ago(1), Err(ArrivalFault::InFuture)),
        ] {
            assert_eq!(arrival(scanned, bundle, now), result);
        }
    }
}
