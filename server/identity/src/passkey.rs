//! Passkeys: the ceremonies of WebAuthn level 3, as values.
//!
//! A ceremony has two halves. `start_…` gives a [`Challenge`]: options for the browser and a state. `finish_…` takes the
//! state and the browser's answer. The state MUST stay on the server, and MUST be taken by deleting it before it is
//! finished, else an answer that somebody overheard could be played again. A retry and a second tab start anew.
//!
//! Options and answers are the JSON of the standard: options fit `PublicKeyCredential.parseCreationOptionsFromJSON` and
//! `parseRequestOptionsFromJSON`, answers are what `toJSON()` gives. For autofill the script adds
//! `mediation: "conditional"`, for the button it adds nothing; the options are the same.
//!
//! A passkey is asked to be discoverable (*preferred*: demanding it fills or fails small security keys), and always to
//! verify its user. It is found by the account's *handle*, a random id that is used for nothing else.

mod refusal;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use url::Url;
use uuid::Uuid;
use webauthn_rs::prelude::{
    AuthenticationResult, DiscoverableAuthentication, Passkey, PasskeyAuthentication, PasskeyRegistration,
    PublicKeyCredential, RegisterPublicKeyCredential, Webauthn, WebauthnBuilder,
};

pub use refusal::PasskeyRefusal;

/// An answer is a few hundred bytes, one with a chain of attestation certificates a few thousand.
const LONGEST_ANSWER: usize = 64 * 1024;

/// The origin cannot have passkeys: it is no http address, or its host is a number instead of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("passkeys need an origin whose host is a name")]
pub struct NoPasskeysHere;

/// What a ceremony starts with.
#[derive(Clone, PartialEq, Eq)]
pub struct Challenge {
    /// For the browser: `PublicKeyCredentialCreationOptionsJSON` or `PublicKeyCredentialRequestOptionsJSON`.
    pub challenge_json: String,
    /// For the database, never for the browser. Good for 5 minutes and one answer.
    pub state_json: String,
}

/// A passkey that was just made.
#[derive(Clone, PartialEq, Eq)]
pub struct NewPasskey {
    /// Unique over all accounts: another account that has it already is a refusal.
    pub credential_id: Vec<u8>,
    /// The public key and what else the next sign-in needs. No secret.
    pub credential_json: String,
    /// Whether the browser says that the passkey can be found without an account's name. `Some(false)`: it confirms, but
    /// the button *sign in with a passkey* will not find it. The browser may not know.
    pub discoverable: Option<bool>,
}

/// A passkey has proven itself and verified its user.
#[derive(Clone, PartialEq, Eq)]
pub struct Verified {
    pub credential_id: Vec<u8>,
    /// To store in place of the old one: its counter or its backup flags have changed. Most passkeys never change.
    pub updated_credential_json: Option<String>,
}

/// The portal as passkeys know it. Its host is the relying party's id, which can never change: with another one every
/// passkey is lost.
#[derive(Clone, Debug)]
pub struct Passkeys {
    webauthn: Webauthn,
}

impl Passkeys {
    /// `name` is what the browser shows beside the host.
    pub fn new(origin: &Url, name: &str) -> Result<Self, NoPasskeysHere> {
        let host = origin.domain().ok_or(NoPasskeysHere)?;
        let builder = WebauthnBuilder::new(host, origin).map_err(|_| NoPasskeysHere)?;
        let webauthn = builder.rp_name(name).build().map_err(|_| NoPasskeysHere)?;
        Ok(Self { webauthn })
    }

    /// Starts to add a passkey to the account with `handle`. `account_name` is what the phone shows in its list; `existing`
    /// are the account's credential ids, so that a phone does not get a second one.
    pub fn start_registration(
        &self,
        handle: Uuid,
        account_name: &str,
        existing: &[Vec<u8>],
    ) -> Result<Challenge, PasskeyRefusal> {
        let (options, state) =
            self.webauthn.start_passkey_registration(handle, account_name, account_name, Some(existing.to_vec()))?;
        let mut options = to_value(&options)?;
        options["publicKey"]["authenticatorSelection"]["residentKey"] = json!("preferred");
        challenge(options, &state)
    }

    pub fn finish_registration(&self, state_json: &str, response_json: &str) -> Result<NewPasskey, PasskeyRefusal> {
        let state: PasskeyRegistration = stored(state_json)?;
        let response: RegisterPublicKeyCredential = answer(response_json)?;
        let passkey = self.webauthn.finish_passkey_registration(&response, &state)?;
        Ok(NewPasskey {
            credential_id: passkey.cred_id().to_vec(),
            credential_json: to_json(&passkey)?,
            discoverable: response.extensions.cred_props.and_then(|properties| properties.rk),
        })
    }

    /// Starts a sign-in of somebody whom the passkey will name. Autofill starts one with every view of the page: it must
    /// cost a row and nothing more.
    pub fn start_sign_in(&self) -> Result<Challenge, PasskeyRefusal> {
        let (options, state) = self.webauthn.start_discoverable_authentication()?;
        challenge(to_value(&options)?, &state)
    }

    /// Whom the answer claims to come from: the account's handle and the credential's id. Nothing is proven yet. The
    /// caller looks for this credential *at the account with this handle* and goes on with [`Self::finish_sign_in`].
    pub fn identify(&self, response_json: &str) -> Result<(Uuid, Vec<u8>), PasskeyRefusal> {
        let response: PublicKeyCredential = answer(response_json)?;
        let (handle, credential_id) = self.webauthn.identify_discoverable_authentication(&response)?;
        Ok((handle, credential_id.to_vec()))
    }

    /// `credential_json` is what is stored of the credential that [`Self::identify`] named.
    pub fn finish_sign_in(
        &self,
        state_json: &str,
        response_json: &str,
        credential_json: &str,
    ) -> Result<Verified, PasskeyRefusal> {
        let state: DiscoverableAuthentication = stored(state_json)?;
        let response: PublicKeyCredential = answer(response_json)?;
        let passkey: Passkey = stored(credential_json)?;
        let result = self.webauthn.finish_discoverable_authentication_v2(&response, state, &passkey)?;
        verified(passkey, &result)
    }

    /// Starts to ask a person who is signed in for one of the account's passkeys, before something that matters.
    pub fn start_confirmation(&self, credentials: &[String]) -> Result<Challenge, PasskeyRefusal> {
        // An empty list would let the phone offer every passkey that it has.
        if credentials.is_empty() {
            return Err(PasskeyRefusal::UnknownPasskey);
        }
        let passkeys = credentials.iter().map(|json| stored(json)).collect::<Result<Vec<Passkey>, _>>()?;
        let (options, state) = self.webauthn.start_passkey_authentication(&passkeys)?;
        challenge(to_value(&options)?, &state)
    }

    /// `credentials` are those that the account has *now*: one that was removed since the start does not confirm.
    pub fn finish_confirmation(
        &self,
        state_json: &str,
        response_json: &str,
        credentials: &[String],
    ) -> Result<Verified, PasskeyRefusal> {
        let state: PasskeyAuthentication = stored(state_json)?;
        let response: PublicKeyCredential = answer(response_json)?;
        let result = self.webauthn.finish_passkey_authentication(&response, &state)?;
        let passkeys = credentials.iter().map(|json| stored(json)).collect::<Result<Vec<Passkey>, _>>()?;
        let passkey = passkeys.into_iter().find(|passkey| passkey.cred_id() == result.cred_id());
        verified(passkey.ok_or(PasskeyRefusal::UnknownPasskey)?, &result)
    }
}

fn verified(mut passkey: Passkey, result: &AuthenticationResult) -> Result<Verified, PasskeyRefusal> {
    if !result.user_verified() {
        return Err(PasskeyRefusal::NotVerified);
    }
    let changed = result.needs_update() && passkey.update_credential(result) == Some(true);
    Ok(Verified {
        credential_id: result.cred_id().to_vec(),
        updated_credential_json: changed.then(|| to_json(&passkey)).transpose()?,
    })
}

/// The browser's functions take what stands under `publicKey`.
fn challenge(mut options: Value, state: &impl Serialize) -> Result<Challenge, PasskeyRefusal> {
    Ok(Challenge { challenge_json: to_json(&options["publicKey"].take())?, state_json: to_json(state)? })
}

fn answer<T: DeserializeOwned>(json: &str) -> Result<T, PasskeyRefusal> {
    if json.len() > LONGEST_ANSWER {
        return Err(PasskeyRefusal::Unreadable);
    }
    serde_json::from_str(json).map_err(|_| PasskeyRefusal::Unreadable)
}

fn stored<T: DeserializeOwned>(json: &str) -> Result<T, PasskeyRefusal> {
    serde_json::from_str(json).map_err(|_| PasskeyRefusal::Damaged)
}

fn to_json(value: &impl Serialize) -> Result<String, PasskeyRefusal> {
    serde_json::to_string(value).map_err(|_| PasskeyRefusal::Damaged)
}

fn to_value(value: &impl Serialize) -> Result<Value, PasskeyRefusal> {
    serde_json::to_value(value).map_err(|_| PasskeyRefusal::Damaged)
}

macro_rules! hides_its_content {
    ($($name:ident),*) => {$(
        impl std::fmt::Debug for $name {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.debug_struct(stringify!($name)).finish_non_exhaustive()
            }
        }
    )*};
}
// Handles and credential ids follow a person from log to log.
hides_its_content!(Challenge, NewPasskey, Verified);

#[cfg(test)]
mod tests;
