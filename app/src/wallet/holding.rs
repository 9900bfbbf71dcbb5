//! What the phone keeps of a certificate.

use xinju_credential::certificate::{Certificate, Profile, Subject};
use xinju_domain::time::Day;

use crate::{
    json::Json,
    phone::store::{self, NoStore, Shelf},
};

/// What the server sends for this phone's key, and what is kept as it came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holding {
    /// The certificates for the profiles 1, 2, 3 as hexadecimal text.
    pub certificates: [String; 3],
    /// Unix seconds: when they were signed, and from when on they are no longer good.
    pub issued_at: i64,
    pub expires_at: i64,
    /// How far the server's clock is ahead of this phone's, in seconds.
    pub clock_offset: i64,
    /// Why it is not shown for now, as the server said last.
    pub pause: Option<Pause>,
}

/// Why a phone shows nothing for now although it holds certificates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
        Self::read(&Json::read(&text)?)
    }

    pub async fn keep(&self) -> Result<(), NoStore> {
        store::keep_text(Shelf::Wallet, "holding", &Json::object(self.fields()).write()).await
    }

    /// As the server sends it and as it is kept.
    pub fn fields(&self) -> [(&'static str, Json); 5] {
        let pause = match self.pause {
            None => Json::Null,
            Some(Pause::Lost) => Json::from("lost"),
            Some(Pause::Disputed) => Json::from("disputed"),
        };
        [
            ("certificates", Json::from(&self.certificates[..])),
            ("issued_at", Json::from(self.issued_at)),
            ("expires_at", Json::from(self.expires_at)),
            ("clock_offset", Json::from(self.clock_offset)),
            ("pause", pause),
        ]
    }

    pub fn read(json: &Json) -> Option<Self> {
        let pause = match json.text("pause").as_deref() {
            Some("lost") => Some(Pause::Lost),
            Some("disputed") => Some(Pause::Disputed),
            _ => None,
        };
        Some(Self {
            certificates: json.texts("certificates")?.try_into().ok()?,
            issued_at: json.number("issued_at")?,
            expires_at: json.number("expires_at")?,
            clock_offset: json.number("clock_offset").unwrap_or(0),
            pause,
        })
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
        now >= self.expires_at || last_day.is_some_and(|day| now >= day.plus_days(1).begins().unix_seconds())
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
    use super::{Holding, Pause, from_hex};
    use crate::json::Json;

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

    #[test]
    fn a_holding_is_read_back_as_it_was_kept() {
        for pause in [None, Some(Pause::Lost), Some(Pause::Disputed)] {
            let certificates = ["00".to_owned(), "01".to_owned(), "02".to_owned()];
            let holding = Holding { certificates, issued_at: 1, expires_at: 2, clock_offset: -3, pause };
            let text = Json::object(holding.fields()).write();
            assert_eq!(Json::read(&text).as_ref().and_then(Holding::read), Some(holding));
        }
    }
}
