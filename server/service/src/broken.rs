//! Breakage, as opposed to refusals: what went wrong is for the log, the person gets a reference number.

use std::{error::Error, fmt, sync::Arc};

use xinju_store::{StoreError, Transient};

/// What the person can be told about a breakage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BrokenKind {
    /// Nothing that helps.
    Inside,
    /// The disk is full: nothing was saved, reading goes on.
    FullDisk,
    /// Busy or away: trying again in a while helps.
    Away,
}

/// Something of ours failed. Its text never reaches a browser.
#[derive(Clone)]
pub struct Broken {
    /// Short, sayable, the same in the page and in the log.
    pub reference: String,
    pub kind: BrokenKind,
    cause: Arc<dyn Error + Send + Sync>,
    transient: bool,
}

impl Broken {
    pub fn new(cause: impl Error + Send + Sync + 'static) -> Self {
        let kind = if is_full_disk(&cause) { BrokenKind::FullDisk } else { BrokenKind::Inside };
        Self::of(kind, false, Arc::new(cause))
    }

    fn of(kind: BrokenKind, transient: bool, cause: Arc<dyn Error + Send + Sync>) -> Self {
        let [a, b, c, d] = xinju_identity::random::bytes::<4>();
        Self { reference: format!("{a:02X}{b:02X}-{c:02X}{d:02X}"), kind, cause, transient }
    }

    /// Writes the cause to the log. Called once, where the breakage leaves the house.
    pub fn log(&self, place: &str) {
        tracing::error!(reference = self.reference, place, cause = %self.cause, "broken");
    }
}

/// Whether a file could not be written for want of room, however deep the cause lies.
fn is_full_disk(cause: &(dyn Error + 'static)) -> bool {
    let is_full = |error: &std::io::Error| error.kind() == std::io::ErrorKind::StorageFull;
    cause.downcast_ref().is_some_and(is_full) || cause.source().is_some_and(is_full_disk)
}

impl fmt::Debug for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Broken({}: {})", self.reference, self.cause)
    }
}

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "broken, see {}", self.reference)
    }
}

impl Error for Broken {}

impl From<StoreError> for Broken {
    fn from(error: StoreError) -> Self {
        let kind = if error.is_full_disk() {
            BrokenKind::FullDisk
        } else if matches!(error, StoreError::Deadline) || error.is_transient() {
            BrokenKind::Away
        } else {
            BrokenKind::Inside
        };
        let transient = error.is_transient();
        Self::of(kind, transient, Arc::new(error))
    }
}

impl Transient for Broken {
    fn is_transient(&self) -> bool {
        self.transient
    }
}

/// The outcome of a use case that did not happen.
#[derive(Clone, Debug)]
pub enum Failure<R> {
    /// An answer: what was asked cannot be done, and why.
    Refused(R),
    Broken(Broken),
}

impl<R> Failure<R> {
    /// The same failure with its refusal told in another vocabulary.
    pub fn map<S>(self, tell: impl FnOnce(R) -> S) -> Failure<S> {
        match self {
            Self::Refused(refusal) => Failure::Refused(tell(refusal)),
            Self::Broken(broken) => Failure::Broken(broken),
        }
    }
}

impl<R> From<StoreError> for Failure<R> {
    fn from(error: StoreError) -> Self {
        Self::Broken(error.into())
    }
}

impl<R> From<Broken> for Failure<R> {
    fn from(broken: Broken) -> Self {
        Self::Broken(broken)
    }
}

impl<R> Transient for Failure<R> {
    fn is_transient(&self) -> bool {
        matches!(self, Self::Broken(broken) if broken.transient)
    }
}
