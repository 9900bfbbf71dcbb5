//! How often something may be tried, by whom and from where: the limits of `domain::sign_in`, with their one moment each
//! in the database, so that a restart, a new code or another server does not begin them anew. What is counted is a keyed
//! hash: the table tells no address.
//!
//! A try is kept even when what it was for is refused: callers commit the transaction either way.

use std::net::IpAddr;

use xinju_domain::sign_in as rule;
use xinju_domain::time::{Instant, Span};
use xinju_identity::Field;
use xinju_store::{StoreError, Tx, sign_in as store};

use crate::Services;

/// What is limited. The subject beside it is an address, an account, a reference or a network.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limited {
    /// Codes to one mail address or telephone.
    CodeToAddress,
    CodeToAddressInADay,
    CodeFromNetwork,
    /// Wrong codes for one address.
    WrongProof,
    /// Recovery cards typed in one network: each costs a slow hash.
    CardFromNetwork,
    NewAccountFromNetwork,
    Recovery,
    /// Phones reported lost by one reference.
    LostReport,
    /// Passkey ceremonies: every view of the sign-in page begins one.
    Ceremony,
    /// Certificate numbers typed by one officer.
    NumberCheck,
}

const CARDS_PER_NETWORK: rule::Limit = rule::Limit { burst: 20, every: Span::minutes(3) };
const CEREMONIES_PER_NETWORK: rule::Limit = rule::Limit { burst: 240, every: Span::seconds(1) };
const NUMBERS_PER_OFFICER: rule::Limit = rule::Limit { burst: 60, every: Span::seconds(20) };

impl Limited {
    const fn limit(self) -> rule::Limit {
        match self {
            Self::CodeToAddress => rule::CODES_PER_ADDRESS,
            Self::CodeToAddressInADay => rule::CODES_A_DAY,
            Self::CodeFromNetwork => rule::CODES_PER_NETWORK,
            Self::WrongProof => rule::WRONG_PROOFS_PER_ACCOUNT,
            Self::CardFromNetwork => CARDS_PER_NETWORK,
            Self::NewAccountFromNetwork => rule::NEW_ACCOUNTS_PER_NETWORK,
            Self::Recovery => rule::RECOVERIES_PER_ACCOUNT,
            Self::LostReport => rule::LOST_REPORTS_PER_REFERENCE,
            Self::Ceremony => CEREMONIES_PER_NETWORK,
            Self::NumberCheck => NUMBERS_PER_OFFICER,
        }
    }
}

/// Tries once more. None: allowed and counted. Some: refused, and how long until one is allowed.
pub async fn spend(tx: &mut Tx, services: &Services, what: Limited, subject: &str) -> Result<Option<Span>, StoreError> {
    let key = key(services, what, subject);
    // Another server may count between reading and writing; then the rule is asked again.
    for _ in 0..8 {
        let kept = store::find_limit(tx, &key).await?;
        match what.limit().admit(kept.map(Instant::from_micros), tx.now()) {
            Err(wait) => return Ok(Some(wait)),
            Ok(keep) if store::set_limit(tx, &key, keep.micros(), kept).await? => return Ok(None),
            Ok(_) => {}
        }
    }
    Ok(Some(what.limit().every))
}

/// How long until one is allowed, without counting; None if one is allowed now.
pub async fn wait(tx: &mut Tx, services: &Services, what: Limited, subject: &str) -> Result<Option<Span>, StoreError> {
    let kept = store::find_limit(tx, &key(services, what, subject)).await?;
    Ok(what.limit().admit(kept.map(Instant::from_micros), tx.now()).err())
}

fn key(services: &Services, what: Limited, subject: &str) -> [u8; 32] {
    services.secrets.index(Field::Network, &format!("{what:?}\n{subject}"))
}

/// The part of an address that one subscriber has: all of IPv4, the first half of IPv6.
pub fn network(address: IpAddr) -> String {
    match address.to_canonical() {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => {
            let [a, b, c, d, ..] = address.segments();
            format!("{a:x}:{b:x}:{c:x}:{d:x}")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::network;

    #[test]
    fn a_subscriber_of_ipv6_has_one_network_and_mapped_ipv4_is_ipv4() {
        for (address, expected) in [
            ("192.0.2.7", "192.0.2.7"),
            ("::ffff:192.0.2.7", "192.0.2.7"),
            ("2001:db8:1:2::1", "2001:db8:1:2"),
            ("2001:db8:1:2:ffff::9", "2001:db8:1:2"),
            ("2001:db8:1:3::1", "2001:db8:1:3"),
        ] {
            assert_eq!(network(address.parse().expect("an address")), expected);
        }
    }
}
