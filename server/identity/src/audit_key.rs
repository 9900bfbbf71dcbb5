//! The key that signs the state of the history, derived from the secret file, so that the database alone cannot make a
//! false one. Its public half can be given to whoever keeps the signed states.

use p256::ecdsa::signature::{Signer as _, Verifier as _};
use p256::ecdsa::{Signature, SigningKey, VerifyingKey};

use crate::secret::{KeyId, Purpose, Secrets};

/// An ES256 signature and the key that made it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signed {
    /// The root key from which the signing key is derived.
    pub key_id: KeyId,
    /// The public key as a compressed point, 33 bytes.
    pub key: Vec<u8>,
    /// r ‖ s, 64 bytes.
    pub signature: Vec<u8>,
}

/// Signs under the active root key.
pub fn sign(secrets: &Secrets, message: &[u8]) -> Signed {
    let (key_id, _) = secrets.active_key_for(Purpose::Audit);
    let key = signing_key(secrets, key_id).expect("the active key is in the list of keys");
    let signature: Signature = key.sign(message);
    Signed { key_id, key: point(&key), signature: signature.to_bytes().to_vec() }
}

/// Whether `signature` is over `message` by a key of these secrets, an older one included.
pub fn is_signed(secrets: &Secrets, message: &[u8], key_id: KeyId, signature: &[u8]) -> bool {
    let (Some(key), Ok(signature)) = (signing_key(secrets, key_id), Signature::from_slice(signature)) else {
        return false;
    };
    VerifyingKey::from(&key).verify(message, &signature).is_ok()
}

/// None if the secrets do not hold the root key. Of all derived numbers one in 2³² is no key; the next in a row is.
fn signing_key(secrets: &Secrets, id: KeyId) -> Option<SigningKey> {
    let seed = secrets.key(Purpose::Audit, id)?;
    (0..=u8::MAX).find_map(|round| {
        let mut bytes = seed.clone();
        bytes[31] ^= round;
        SigningKey::from_slice(bytes.as_slice()).ok()
    })
}

fn point(key: &SigningKey) -> Vec<u8> {
    VerifyingKey::from(key).to_sec1_point(true).as_bytes().to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_signature_holds_for_its_message_and_secrets_alone() {
        let secrets = Secrets::generate();
        let signed = sign(&secrets, b"head 7");
        assert_eq!((signed.key.len(), signed.signature.len()), (33, 64));
        assert!(is_signed(&secrets, b"head 7", signed.key_id, &signed.signature));
        assert!(!is_signed(&secrets, b"head 8", signed.key_id, &signed.signature));
        assert!(!is_signed(&secrets, b"head 7", signed.key_id, &signed.signature[1..]));
        assert!(!is_signed(&Secrets::generate(), b"head 7", signed.key_id, &signed.signature));
    }

    #[test]
    fn the_key_is_the_same_at_every_start() {
        let secrets = Secrets::generate();
        assert_eq!(sign(&secrets, b"a").key, sign(&secrets, b"b").key);
    }
}
