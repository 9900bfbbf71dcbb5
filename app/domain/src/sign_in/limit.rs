//! How often something may be tried: at once a burst, then one more each interval. Only one moment is kept for each
//! key (an address, an account, a network), so the count is one small row that one statement can change.
//!
//! Networks get wide limits: a dormitory or a whole mobile carrier stands behind one address.

use crate::time::{Instant, Span};

/// `burst` at once, then one each `every`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit {
    pub burst: u32,
    pub every: Span,
}

/// Codes sent to one mail address or telephone.
pub const CODES_PER_ADDRESS: Limit = Limit { burst: 3, every: Span::hours(1) };
/// Codes sent to one address within a day, whatever the limit above still allows.
pub const CODES_A_DAY: Limit = Limit { burst: 5, every: Span(Span::hours(24).0 / 5) };
/// Codes sent from one sign-in page.
pub const CODES_PER_FLOW: Limit = Limit { burst: 2, every: Span::minutes(5) };
/// Codes asked for from one network address.
pub const CODES_PER_NETWORK: Limit = Limit { burst: 30, every: Span::seconds(12) };
/// Wrong codes, cards and numbers of one account within a day. Signing in by passkey stays open.
pub const WRONG_PROOFS_PER_ACCOUNT: Limit = Limit { burst: 20, every: Span(Span::hours(24).0 / 20) };
/// So many wrong ones without a right one between end all but passkey and counter.
pub const WRONG_PROOFS_IN_A_ROW: u32 = 100;
/// Accounts opened from one network address.
pub const NEW_ACCOUNTS_PER_NETWORK: Limit = Limit { burst: 20, every: Span::minutes(3) };
/// Recoveries begun for one account.
pub const RECOVERIES_PER_ACCOUNT: Limit = Limit { burst: 3, every: Span::hours(1) };
/// Phones reported lost by one reference without signing in.
pub const LOST_REPORTS_PER_REFERENCE: Limit = Limit { burst: 3, every: Span::hours(1) };

impl Limit {
    /// Tries once more. `kept` is the moment that was kept for the key, nothing at first. Ok: the moment to keep now.
    /// Err: refused, and how long until one is allowed; what is kept stays.
    ///
    /// The moment is that at which the burst would be whole again (the generic cell rate algorithm).
    pub fn admit(self, kept: Option<Instant>, now: Instant) -> Result<Instant, Span> {
        let whole_again = kept.map_or(now, |kept| kept.max(now));
        let spent = whole_again.since(now).0;
        let room = self.every.0.saturating_mul(i64::from(self.burst)).saturating_sub(self.every.0);
        if spent > room { Err(Span(spent - room)) } else { Ok(whole_again.plus(self.every)) }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_burst_then_one_each_interval() {
        let limit = CODES_PER_ADDRESS;
        let at = |minutes: i64| Instant::from_unix_seconds(minutes * 60);
        let mut kept = None;
        for (minutes, admitted) in [
            (0, Ok(())),
            (0, Ok(())),
            (1, Ok(())),
            (1, Err(Span::minutes(59))),
            (59, Err(Span::minutes(1))),
            (60, Ok(())),
            (61, Err(Span::minutes(59))),
            (600, Ok(())),
            (600, Ok(())),
            (600, Ok(())),
            (600, Err(Span::minutes(60))),
        ] {
            let result = limit.admit(kept, at(minutes));
            assert_eq!(result.map(|_| ()), admitted, "minute {minutes}");
            kept = result.ok().or(kept);
        }
    }

    proptest! {
        #[test]
        fn never_more_than_the_burst_and_one_each_interval(burst in 1u32..10, waits in prop::collection::vec(0i64..50, 1..100)) {
            let limit = Limit { burst, every: Span::seconds(10) };
            let (mut now, mut kept, mut admitted) = (0, None, 0u32);
            for wait in &waits {
                now += wait;
                if let Ok(keep) = limit.admit(kept, Instant::from_unix_seconds(now)) {
                    kept = Some(keep);
                    admitted += 1;
                }
            }
            let passed = u32::try_from((now - waits[0]) / 10).unwrap_or(u32::MAX);
            prop_assert!(admitted <= burst + passed);
        }
    }
}
