//! Which sentences the islands of the wallet need.

pub(super) const WALLET: &[&str] = &[
    "wallet-title", "wallet-opening", "wallet-renews", "wallet-valid", "wallet-offline", "wallet-how-much",
    "wallet-minimum", "wallet-registration", "wallet-full", "wallet-sees", "wallet-hides", "wallet-sees-minimum",
    "wallet-hides-minimum", "wallet-sees-registration", "wallet-hides-registration", "wallet-sees-full",
    "wallet-sees-full-spouse", "wallet-hides-full", "wallet-full-needs-lock", "wallet-symbol", "wallet-brightness",
    "wallet-scan-theirs", "wallet-empty-title", "wallet-empty-words", "wallet-empty-add", "wallet-over-title",
    "wallet-over-words", "wallet-again", "wallet-warn-title", "wallet-warn-words", "wallet-stopped-title",
    "wallet-stopped-words", "wallet-reported-title", "wallet-reported-words", "wallet-reported-button",
    "wallet-disputed-title", "wallet-disputed-words", "wallet-ended-title", "wallet-ended-words",
    "wallet-ended-button", "wallet-waits-title", "wallet-waits-words", "wallet-phones", "wallet-print",
    "wallet-leave", "wallet-leave-words", "wallet-leave-button", "wallet-leave-offline", "wallet-challenge-title",
    "wallet-challenge-words", "wallet-challenge-answer", "wallet-challenge-answered", "wallet-camera-refused",
    "wallet-close",
];

pub(super) const BINDER: &[&str] = &[
    "wallet-bind-button", "wallet-bind-working", "wallet-bind-waits", "wallet-bind-offline", "wallet-bind-no-key",
    "wallet-bind-no-store", "wallet-bind-taken", "wallet-bind-no-certificate", "wallet-bind-refused",
];
