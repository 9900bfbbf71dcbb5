//! What every use case works with.

use std::{ops::Deref, sync::Arc};

use object_store::ObjectStore;
use url::Url;
use xinju_identity::{passkey::Passkeys, secret::Secrets};
use xinju_mail::{Mailer, Sms};
use xinju_store::Db;

use crate::retention::Keeping;

/// Handles to everything outside the process, cheap to clone.
#[derive(Clone, Debug)]
pub struct Services(Arc<Inside>);

#[derive(Debug)]
pub struct Inside {
    pub db: Db,
    pub secrets: Secrets,
    pub passkeys: Passkeys,
    pub papers: Arc<dyn ObjectStore>,
    pub mailer: Mailer,
    pub sms: Sms,
    pub settings: Settings,
}

/// What an operator chose.
#[derive(Clone, Debug)]
pub struct Settings {
    pub origin: Origin,
    /// The type code of the certificate in official numbers (GB/T 36904, part 2): the issuing authority's credit code and
    /// three digits.
    pub certificate_type_code: String,
    /// Whether the people of the demonstration live here: allows their one-time links.
    pub is_demo: bool,
    pub keeping: Keeping,
}

/// Scheme, host and port under which people reach the portal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin(Url);

impl Origin {
    /// Takes an https origin, or http on localhost: over plain http phones give no camera, key or worker.
    pub fn parse(text: &str) -> Option<Self> {
        let url = Url::parse(text).ok()?;
        let host = url.host_str()?;
        let is_fit = url.scheme() == "https" || (url.scheme() == "http" && host == "localhost");
        let is_bare = url.path() == "/" && url.query().is_none() && url.fragment().is_none();
        (is_fit && is_bare).then_some(Self(url))
    }

    pub fn url(&self) -> &Url {
        &self.0
    }

    /// Without a trailing slash: `https://xinju.example`.
    pub fn text(&self) -> &str {
        self.0.as_str().trim_end_matches('/')
    }

    /// The host without its port: the audience of a holder's proof.
    pub fn host(&self) -> &str {
        self.0.host_str().unwrap_or_default()
    }

    /// The full address of a path that begins with a slash.
    pub fn link(&self, path: &str) -> String {
        format!("{}{path}", self.text())
    }
}

impl Services {
    pub fn new(inside: Inside) -> Self {
        Self(Arc::new(inside))
    }
}

impl Deref for Services {
    type Target = Inside;

    fn deref(&self) -> &Inside {
        &self.0
    }
}
