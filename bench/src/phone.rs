//! A phone as the wallet is one: a key that binds itself, and a proof by it.

use p256::ecdsa::{Signature, SigningKey, signature::Signer as _};
use xinju_credential::{binding, certificate::HolderKey, certificate::Profile, proof, qr};
use xinju_service::Services;
use xinju_service::session::Session;
use xinju_service::wallet::{self, Bound};

use crate::{Outcome, told};

#[derive(Debug)]
pub struct Phone(SigningKey);

impl Phone {
    pub fn new() -> Outcome<Self> {
        told(SigningKey::from_slice(&[23; 32])).map(Self)
    }

    pub fn key(&self) -> Outcome<HolderKey> {
        let point = self.0.verifying_key().to_sec1_point(true);
        told(HolderKey::from_sec1_compressed(told(point.as_bytes().try_into())?))
    }

    fn sign(&self, bytes: &[u8]) -> [u8; 64] {
        let signature: Signature = self.0.sign(bytes);
        signature.to_bytes().into()
    }

    /// Binds itself within the session and gets the certificate of the profile that an office is shown.
    pub async fn bind(&self, services: &Services, who: &Session) -> Outcome<Vec<u8>> {
        let nonce = told(wallet::make_nonce(services).await)?;
        let host = services.settings.origin.host();
        let payload = binding::payload(host, nonce.now.unsigned_abs(), &self.key()?, &nonce.bytes);
        let message = binding::assemble(&payload, &self.sign(&binding::to_be_signed(&payload)));
        let proof = [nonce.bytes.as_slice(), &message].concat();
        match told(wallet::bind(services, who, &proof, "bench").await)? {
            Bound::Held(signed) => {
                let shown = signed.profiles.into_iter().find(|(profile, _)| *profile == Profile::Registration);
                shown.map(|(_, certificate)| certificate).ok_or_else(|| "no such profile".to_owned())
            }
            Bound::Waits(_) => Err("the phone has to wait".to_owned()),
        }
    }

    /// The text of the live QR at a moment, and its presentation's bytes.
    pub fn show(&self, services: &Services, certificate: &[u8], now: u64) -> (String, Vec<u8>) {
        let origin = &services.settings.origin;
        let payload = proof::payload(origin.host(), now, None);
        let signature = self.sign(&proof::to_be_signed(certificate, &payload));
        let presentation = proof::assemble(certificate, &payload, &signature);
        (qr::text(origin.text(), &presentation), presentation)
    }
}
