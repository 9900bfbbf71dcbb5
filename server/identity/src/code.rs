//! Six-digit codes by mail or text message. A million codes are quickly tried against a plain hash, so the database
//! holds a tag under a key that it does not have. The tag is bound to its flow, the row of one request for a code: a
//! code read from one flow opens no other. Counting the five tries and the ten minutes is the caller's duty.

use uuid::Uuid;

use crate::secret::{Purpose, Secrets};
use crate::tag;

/// The tag to store for `code` (37 bytes).
pub fn mac(secrets: &Secrets, flow: Uuid, code: &str) -> Vec<u8> {
    tag::make(secrets, Purpose::Code, &[flow.as_bytes(), code.as_bytes()])
}

/// Whether `code` is the one of this flow, in constant time. `code` is the six digits alone.
pub fn matches(secrets: &Secrets, flow: Uuid, code: &str, stored: &[u8]) -> bool {
    tag::matches(secrets, Purpose::Code, &[flow.as_bytes(), code.as_bytes()], stored)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_opens_its_own_flow_alone() {
        let secrets = Secrets::generate();
        let (flow, another) = (Uuid::from_u128(1), Uuid::from_u128(2));
        let stored = mac(&secrets, flow, "012345");
        assert_eq!(stored.len(), 37);
        assert!(matches(&secrets, flow, "012345", &stored));
        assert!(!matches(&secrets, another, "012345", &stored));
        for wrong in ["012346", "12345", "0123450", ""] {
            assert!(!matches(&secrets, flow, wrong, &stored), "{wrong}");
        }
        assert!(!matches(&secrets, flow, "012345", &[]));
    }
}
