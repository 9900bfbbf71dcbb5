//! The only place in the product that draws randomness. All of it comes from a generator that the operating system
//! seeds; the rules of the domain get the drawn bytes as parameters.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use rand::Rng as _;
use rand::RngCore as _;
use uuid::Uuid;
use xinju_domain::time::Instant;

/// `N` random bytes.
#[expect(clippy::disallowed_methods, reason = "the one place that draws randomness")]
pub fn bytes<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    rand::rng().fill_bytes(&mut bytes);
    bytes
}

/// A number from 0 to `limit - 1`, each as likely; 0 if `limit` is 0.
#[expect(clippy::disallowed_methods, reason = "the one place that draws randomness")]
pub fn below(limit: u64) -> u64 {
    if limit == 0 { 0 } else { rand::rng().random_range(0..limit) }
}

/// An id for a new row: it sorts by the time of its making (RFC 9562, 5.7), to the millisecond.
pub fn uuid_v7(now: Instant) -> Uuid {
    let millis = u64::try_from(now.micros().div_euclid(1000)).unwrap_or(0);
    uuid::Builder::from_unix_timestamp_millis(millis, &bytes()).into_uuid()
}

/// An id that tells nothing, not even its age: the handle of an account at its passkeys.
pub fn uuid_v4() -> Uuid {
    uuid::Builder::from_random_bytes(bytes()).into_uuid()
}

/// A code to type: six digits, leading zeros included.
pub fn digits6() -> String {
    format!("{:06}", below(1_000_000))
}

/// A session's or a link's secret: 256 bits as 43 characters of base64url.
pub fn token() -> String {
    URL_SAFE_NO_PAD.encode(bytes::<32>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_made_later_sort_later() {
        let first = uuid_v7(Instant::from_unix_seconds(1_795_500_000));
        let second = uuid_v7(Instant::from_unix_seconds(1_795_500_001));
        assert!(first < second);
        assert_eq!((first.get_version_num(), uuid_v4().get_version_num()), (7, 4));
    }

    #[test]
    fn a_time_before_1970_gives_an_id_all_the_same() {
        assert_eq!(uuid_v7(Instant::from_micros(-1)).get_version_num(), 7);
    }

    #[test]
    fn a_code_has_six_digits_and_a_token_43_characters() {
        for _ in 0..1000 {
            let code = digits6();
            assert!(code.len() == 6 && code.bytes().all(|digit| digit.is_ascii_digit()), "{code}");
        }
        assert_eq!(token().len(), 43);
        assert_ne!(token(), token());
    }

    #[test]
    fn a_number_stays_below_its_limit() {
        assert!((0..1000).all(|_| below(3) < 3));
        assert_eq!((below(0), below(1)), (0, 0));
    }
}
