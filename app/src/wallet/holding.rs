//! What the phone keeps of a certificate.

use serde::{Deserialize, Serialize};
use xinju_credential::certificate::{Certificate, Profile, Subject};
use xinju_domain::time::Day;

use crate::phone::store::{self, NoStore, Shelf};

/// What the server sends for this phone's key, and what is kept as it came.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holding {
    /// The certificates for the profiles 1, 2, 3 as hexadecimal text.
    pub certificates: [String; 3],
    /// Unix seconds: when they were signed, and from when on they are no longer good.
    pub issued_at: i64,
    pub expires_at: i64,
    /// How far the server's clock is ahead of this phone's, in seconds.
    #[serde(default)]
    pub clock_offset: i64,
    /// Why it is not shown for now, as the server said last.
    #[serde(default)]
    pub pause: Option<Pause>,
}

/// Why a phone shows nothing for now although it holds certificates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Pause {
    /// It was reported lost.
    Lost,
    /// The home office settles a dispute.
    Disputed,
}

/// From when on a renewal is asked for while there is a network.
const RENEW_AFTER: i64 = 24 * 3600;
/// From when on the wallet warns that the code lives seven days (look: from day 5).
const WARN_AFTER: i64 = 4 * 24 * 3600;

impl Holding {
    pub async fn kept() -> Option<Self> {
        let text = store::take_text(Shelf::Wallet, "holding").await.ok()??;
        serde_json::from_str(&text).ok()
    }

    pub async fn keep(&self) -> Result<(), NoStore> {
        let text = serde_json::to_string(self).map_err(|_| NoStore)?;
        store::keep_text(Shelf::Wallet, "holding", &text).await
    }

    /// Lets go of the certificates. The key stays: the holder may take back what stopped it.
    pub async fn drop_certificates() {
        let _ = store::remove(Shelf::Wallet, "holding").await;
    }

    pub fn certificate(&self, profile: Profile) -> Option<Vec<u8>> {
        let place = usize::try_from(profile.number() - 1).ok()?;
        from_hex(self.certificates.get(place)?)
    }

    /// What a profile shows.
    pub fn subject(&self, profile: Profile) -> Option<Subject> {
        Certificate::parse(&self.certificate(profile)?).ok()?.subject()
    }

    pub fn wants_renewal(&self, now: i64) -> bool {
        now - self.issued_at >= RENEW_AFTER
    }

    pub fn should_warn(&self, now: i64) -> bool {
        now - self.issued_at >= WARN_AFTER
    }

    /// Whether the seven days or the certificate's own days are over.
    pub fn is_over(&self, now: i64) -> bool {
        let last_day = self.subject(Profile::Minimum).and_then(|subject| Day::from_yyyymmdd(subject.valid_until));
        now >= self.expires_at
            || last_day.is_some_and(|day| now >= day.plus_days(1).begins().unix_seconds())
    }
}

/// Bytes from hexadecimal text; nothing if it is none.
pub fn from_hex(text: &str) -> Option<Vec<u8>> {
    let digits = text.as_bytes();
    if !digits.len().is_multiple_of(2) {
        return None;
    }
    digits
        .chunks_exact(2)
        .map(|pair| {
            let high = char::from(pair[0]).to_digit(16)?;
            let low = char::from(pair[1]).to_digit(16)?;
            u8::try_from(high * 16 + low).ok()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{Holding, from_hex};

    #[test]
    fn hexadecimal_text_is_read_or_refused() {
        assert_eq!(from_hex("00ffa1"), Some(vec![0x00, 0xff, 0xa1]));
        assert_eq!(from_hex(""), Some(vec![]));
        assert_eq!(from_hex("0"), None);
        assert_eq!(from_hex("zz"), None);
    }

    #[test]
    fn a_holding_is_renewed_after_a_day_and_warns_from_the_fifth() {
        let day = 24 * 3600;
        let holding = Holding {
            certificates: Default::default(),
            issued_at: 0,
            expires_at: 7 * day,
            clock_offset: 0,
            pause: None,
        };
        assert!(!holding.wants_renewal(day - 1));
        assert!(holding.wants_renewal(day));
        assert!(!holding.should_warn(4 * day - 1));
        assert!(holding.should_warn(4 * day));
        assert!(!holding.is_over(7 * day - 1));
        assert!(holding.is_over(7 * day));
    }
}
