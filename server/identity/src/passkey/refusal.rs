//! Why a passkey was not accepted, as far as the person or the operator can do something about it.

use webauthn_rs::prelude::WebauthnError;

/// Why a ceremony did not end well.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
pub enum PasskeyRefusal {
    /// No answer of a browser at all.
    #[error("the answer is not WebAuthn's JSON")]
    Unreadable,
    /// Played again, too late, or from another tab. Start anew.
    #[error("the answer belongs to another challenge")]
    AnotherCeremony,
    /// Made on another site, or in a frame of one. Never happens to an honest person on the right page.
    #[error("the answer was made for another origin")]
    AnotherOrigin,
    /// No fingerprint, face or PIN.
    #[error("the passkey did not verify its user")]
    NotVerified,
    /// Removed from the account, or never registered here.
    #[error("the passkey is not known")]
    UnknownPasskey,
    /// This phone has one for this account already.
    #[error("the passkey is registered already")]
    AlreadyRegistered,
    /// The counter went backwards: two devices may use the same key. Tell the person on every channel; do not lock the
    /// account.
    #[error("the passkey seems to be a copy")]
    Copied,
    /// It has begun to be synchronised between devices after its registration. Confirming by name accepts that, signing
    /// in by autofill does not: offer the other ways.
    #[error("the passkey has changed its kind")]
    ChangedKind,
    #[error("the passkey's signature or data are wrong")]
    NotGenuine,
    /// Breakage of ours: what was stored is not what these functions gave.
    #[error("the stored state or credential cannot be read")]
    Damaged,
}

impl From<WebauthnError> for PasskeyRefusal {
    fn from(error: WebauthnError) -> Self {
        use WebauthnError as Error;
        match error {
            Error::MismatchedChallenge | Error::ChallengeNotFound | Error::InvalidClientDataType => {
                Self::AnotherCeremony
            }
            Error::InvalidRPOrigin | Error::InvalidRPIDHash | Error::CredentialCrossOrigin => Self::AnotherOrigin,
            Error::UserNotPresent | Error::UserNotVerified => Self::NotVerified,
            Error::CredentialNotFound | Error::InvalidUserUniqueId => Self::UnknownPasskey,
            // The library answers an excluded credential with the error for a wrong algorithm.
            Error::CredentialAlteredAlgFromRequest => Self::AlreadyRegistered,
            Error::CredentialPossibleCompromise => Self::Copied,
            Error::CredentialBackupEligibilityInconsistent | Error::CredentialMayNotBeHardwareBound => {
                Self::ChangedKind
            }
            Error::ParseJSONFailure(_) | Error::ParseBase64Failure(_) => Self::Unreadable,
            _ => Self::NotGenuine,
        }
    }
}
