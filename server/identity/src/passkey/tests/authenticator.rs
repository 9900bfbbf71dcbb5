//! A passkey in software, and the browser around it: just enough of both to play honest and crooked parts.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64;
use ciborium::{Value as Cbor, cbor};
use p256::ecdsa::signature::Signer as _;
use p256::ecdsa::{Signature, SigningKey};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use crate::{issuing_key, random};

pub(super) const PRESENT: u8 = 0x01;
pub(super) const VERIFIED: u8 = 0x04;
pub(super) const MAY_BE_SYNCHRONISED: u8 = 0x08;
pub(super) const SYNCHRONISED: u8 = 0x18;
const WITH_KEY: u8 = 0x40;

/// Fields are open, so that a test can make it lie.
pub(super) struct Authenticator {
    pub(super) origin: String,
    pub(super) host: String,
    pub(super) flags: u8,
    pub(super) counter: u32,
    pub(super) handle: Option<Uuid>,
    pub(super) credential_id: Vec<u8>,
    key: SigningKey,
}

impl Authenticator {
    pub(super) fn new() -> Self {
        Self {
            origin: "http://localhost:3000".into(),
            host: "localhost".into(),
            flags: PRESENT | VERIFIED,
            counter: 0,
            handle: None,
            credential_id: random::bytes::<16>().to_vec(),
            key: SigningKey::from_slice(issuing_key::generate().as_slice()).unwrap(),
        }
    }

    /// Answers `navigator.credentials.create`.
    pub(super) fn create(&mut self, options: &str) -> String {
        let options: Value = serde_json::from_str(options).unwrap();
        let handle = BASE64.decode(options["user"]["id"].as_str().unwrap()).unwrap();
        self.handle = Some(Uuid::from_slice(&handle).unwrap());
        let object =
            cbor!({ "fmt" => "none", "attStmt" => {}, "authData" => Cbor::Bytes(self.data(WITH_KEY)) }).unwrap();
        self.answer(json!({
            "clientDataJSON": BASE64.encode(self.client_data("webauthn.create", &options)),
            "attestationObject": BASE64.encode(bytes_of(&object)),
            "transports": ["internal"],
        }))
    }

    /// Answers `navigator.credentials.get`.
    pub(super) fn get(&mut self, options: &str) -> String {
        let options: Value = serde_json::from_str(options).unwrap();
        let client_data = self.client_data("webauthn.get", &options);
        let data = self.data(0);
        let signed = [data.as_slice(), &Sha256::digest(&client_data)].concat();
        let signature: Signature = self.key.sign(&signed);
        self.answer(json!({
            "clientDataJSON": BASE64.encode(client_data),
            "authenticatorData": BASE64.encode(data),
            "signature": BASE64.encode(signature.to_der().as_bytes()),
            "userHandle": self.handle.map(|handle| BASE64.encode(handle.as_bytes())),
        }))
    }

    fn answer(&self, response: Value) -> String {
        let id = BASE64.encode(&self.credential_id);
        json!({
            "id": id, "rawId": id, "type": "public-key", "response": response,
            "clientExtensionResults": { "credProps": { "rk": true } },
        })
        .to_string()
    }

    fn client_data(&self, kind: &str, options: &Value) -> Vec<u8> {
        json!({ "type": kind, "challenge": options["challenge"], "origin": self.origin, "crossOrigin": false })
            .to_string()
            .into_bytes()
    }

    /// Authenticator data (WebAuthn, 6.1): host's hash, flags, counter, and at creation the new key.
    fn data(&self, more_flags: u8) -> Vec<u8> {
        let mut data = Sha256::digest(self.host.as_bytes()).to_vec();
        data.push(self.flags | more_flags);
        data.extend_from_slice(&self.counter.to_be_bytes());
        if more_flags & WITH_KEY != 0 {
            data.extend_from_slice(&[0; 16]);
            data.extend_from_slice(&u16::try_from(self.credential_id.len()).unwrap().to_be_bytes());
            data.extend_from_slice(&self.credential_id);
            data.extend_from_slice(&self.public_key());
        }
        data
    }

    fn public_key(&self) -> Vec<u8> {
        let point = self.key.verifying_key().to_sec1_point(false);
        let coordinate = |bytes: &[u8]| Cbor::Bytes(bytes.to_vec());
        let (x, y) = (coordinate(&point.as_bytes()[1..33]), coordinate(&point.as_bytes()[33..]));
        bytes_of(&cbor!({ 1 => 2, 3 => -7, -1 => 1, -2 => x, -3 => y }).unwrap())
    }
}

fn bytes_of(value: &Cbor) -> Vec<u8> {
    let mut bytes = Vec::new();
    ciborium::into_writer(value, &mut bytes).unwrap();
    bytes
}
