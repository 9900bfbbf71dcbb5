//! The browser's modules: what a page comes alive with.

/// One file of WebAssembly with the islands that the same people use. A page names at most one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Module {
    /// Getting in and handing in: passkeys, papers in pieces.
    Entry,
    /// The wallet.
    Holder,
    /// The scanner and the verifier.
    Officer,
}

impl Module {
    pub const ALL: [Self; 3] = [Self::Entry, Self::Holder, Self::Officer];

    /// The feature of `app` that compiles it, its name in `site.json`, and the first part of its file's name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Entry => "entry",
            Self::Holder => "holder",
            Self::Officer => "officer",
        }
    }

    /// The islands in it.
    pub const fn islands(self) -> &'static [&'static str] {
        match self {
            Self::Entry => &["PaperSender", "PasskeyMake", "PasskeyProve", "PasskeySignIn"],
            Self::Holder => &["Wallet", "WalletBinder"],
            Self::Officer => &["Scanner", "Verifier"],
        }
    }
}
