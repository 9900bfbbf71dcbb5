//! What judging goes by: the newest bundle of keys and lists, and the server's clock as it was last known.

use xinju_credential::{
    bundle,
    verify::{Judgement, Question, Trust, judge},
};

use super::Showing;
use crate::phone::{
    network, screen,
    store::{self, Shelf},
};

const BUNDLE: &str = "/.well-known/xinju/bundle";
/// Differences that a slow answer makes are no difference of clocks.
const SAME: i64 = 3;

/// Keys and lists, and when they were made.
#[derive(Clone, Debug)]
pub(crate) struct Basis {
    trust: Trust,
    /// Unix seconds by the server's clock.
    pub(crate) made_at: i64,
    /// How far the server's clock is ahead of this phone's, in seconds.
    offset: i64,
}

impl Basis {
    /// The bundle that this phone kept.
    pub(crate) async fn kept() -> Option<Self> {
        let bytes = store::take_bytes(Shelf::Desk, "bundle").await.ok()??;
        Self::read(&bytes, kept_offset().await)
    }

    /// The newest bundle from the server; kept here only if it is newer than `held`.
    pub(crate) async fn fetched(held: Option<&Self>) -> Option<Self> {
        let reply = network::get(BUNDLE).await;
        if !reply.is_ok() {
            return None;
        }
        let offset = match reply.date {
            Some(date) => measured(date - screen::unix_seconds()),
            None => kept_offset().await,
        };
        let fetched = Self::read(&reply.body, offset)?;
        if held.is_none_or(|held| held.made_at <= fetched.made_at) {
            let _ = store::keep_bytes(Shelf::Desk, "bundle", &reply.body).await;
            let _ = store::keep_text(Shelf::Desk, "offset", &offset.to_string()).await;
        }
        Some(fetched)
    }

    fn read(bytes: &[u8], offset: i64) -> Option<Self> {
        let bundle = bundle::parse(bytes).ok()?;
        let trust = Trust::from_bundle(&bundle).ok()?;
        let made_at = i64::try_from(bundle.made_at).ok()?;
        Some(Self { trust, made_at, offset })
    }

    /// Unix seconds by the server's clock, as far as it is known here: never before the bundle was made.
    pub(crate) fn now(&self) -> i64 {
        (screen::unix_seconds() + self.offset).max(self.made_at)
    }

    /// Seconds since the bundle was made.
    pub(crate) fn age(&self) -> i64 {
        self.now() - self.made_at
    }

    /// Judges the text of a QR now.
    pub(crate) fn judge(&self, text: &str, audience: &str, challenge: Option<[u8; 16]>) -> Judgement {
        judge(text, &self.trust, &Question { now: self.now(), aud: audience, challenge })
    }

    pub(crate) fn showing(&self, judgement: &Judgement) -> Showing {
        Showing::of(judgement, self.age())
    }
}

async fn kept_offset() -> i64 {
    let text = store::take_text(Shelf::Desk, "offset").await.ok().flatten();
    text.and_then(|text| text.parse().ok()).unwrap_or(0)
}

fn measured(offset: i64) -> i64 {
    if offset.abs() <= SAME { 0 } else { offset }
}
