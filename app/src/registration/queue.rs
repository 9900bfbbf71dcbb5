//! What waits in the officer's phone, and how it is sent: never twice, never lost.
//!
//! A thing is kept before it is sent, and taken away after its answer is kept. Whatever breaks in between, it is sent again
//! under the same key, and the server answers as it did before.

use serde::{Deserialize, Serialize};

use crate::phone::{
    network::{self, Reply},
    store::{self, NoStore, Shelf},
};

/// A registration as it is sent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Order {
    /// Thirty-two hexadecimal digits, made once.
    pub(crate) key: String,
    /// The account of the officer who scanned.
    pub(crate) officer: String,
    /// The text of the QR as it was read.
    pub(crate) presentation: String,
    /// Unix seconds by the server's clock, as far as the phone knew it.
    pub(crate) scanned_at: i64,
    pub(crate) bundle_made_at: i64,
    /// The number that the screen asked, in hexadecimal digits; empty if none.
    pub(crate) challenge: String,
    pub(crate) address: String,
    pub(crate) digits: String,
    pub(crate) missing: Vec<String>,
    pub(crate) note: String,
    /// As 2026-11-24; empty for the usual date.
    pub(crate) due: String,
}

/// A scan as it is told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Told {
    pub(crate) officer: String,
    pub(crate) number: String,
    pub(crate) verdict: String,
    pub(crate) scanned_at: i64,
    pub(crate) replay_id: String,
}

/// Something that waits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub(crate) enum Queued {
    /// With the name, for the officer's eyes.
    Registration { name: String, order: Order },
    Scan { told: Told },
}

/// The server's answer to a registration, kept until it was seen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Answer {
    pub(crate) name: String,
    pub(crate) is_done: bool,
    pub(crate) words: String,
    /// What can be put right and sent again.
    pub(crate) order: Order,
    pub(crate) may_retype: bool,
}

/// How far the sending came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sent {
    All,
    /// No network, or the server away.
    Offline,
    /// Nobody is signed in.
    SignIn,
    /// Signed in, without the post for it.
    NotAllowed,
}

#[derive(Deserialize)]
struct Verdict {
    state: String,
    words: String,
    #[serde(default)]
    retype: bool,
}

impl Queued {
    fn name(&self) -> String {
        match self {
            Self::Registration { order, .. } => format!("r-{}", order.key),
            Self::Scan { told } => format!("s-{}", told.replay_id),
        }
    }

    fn officer(&self) -> &str {
        match self {
            Self::Registration { order, .. } => &order.officer,
            Self::Scan { told } => &told.officer,
        }
    }

    /// From here on a closed browser loses nothing.
    pub(crate) async fn keep(&self) -> Result<(), NoStore> {
        let text = serde_json::to_string(self).map_err(|_| NoStore)?;
        store::keep_text(Shelf::Queue, &self.name(), &text).await
    }

    async fn send(&self) -> Reply {
        match self {
            Self::Registration { order, .. } => network::post_json("/api/registrations", order).await,
            Self::Scan { told } => network::post_json("/api/scans", told).await,
        }
    }
}

/// Everything that waits.
pub(crate) async fn all() -> Vec<Queued> {
    let texts = store::all_texts(Shelf::Queue).await.unwrap_or_default();
    texts.iter().filter_map(|text| serde_json::from_str(text).ok()).collect()
}

/// How many registrations wait.
pub(crate) async fn count() -> usize {
    all().await.iter().filter(|queued| matches!(queued, Queued::Registration { .. })).count()
}

/// Sends what waits of this officer's. `unreadable` is said where the server cannot read what was sent.
pub(crate) async fn send_all(officer: &str, unreadable: &str) -> Sent {
    for queued in all().await.iter().filter(|queued| queued.officer() == officer) {
        let reply = queued.send().await;
        match reply.status {
            401 => return Sent::SignIn,
            403 => return Sent::NotAllowed,
            // Somebody else is signed in by now: it waits for its own officer.
            409 => return Sent::SignIn,
            429 => return Sent::Offline,
            _ if reply.is_lost() => return Sent::Offline,
            _ => {}
        }
        if let Queued::Registration { name, order } = queued {
            let answer = answer(name, order, &reply, unreadable);
            if keep_answer(answer).await.is_err() {
                return Sent::Offline;
            }
        }
        let _ = store::remove(Shelf::Queue, &queued.name()).await;
    }
    Sent::All
}

/// Sends one registration at once, for a phone that cannot keep anything. None if no answer came.
pub(crate) async fn send_unkept(name: &str, order: &Order, unreadable: &str) -> Option<Answer> {
    let reply = network::post_json("/api/registrations", order).await;
    let is_answer = !reply.is_lost() && !matches!(reply.status, 401 | 403 | 409 | 429);
    is_answer.then(|| answer(name, order, &reply, unreadable))
}

fn answer(name: &str, order: &Order, reply: &Reply, unreadable: &str) -> Answer {
    let verdict = reply.json::<Verdict>().filter(|_| reply.is_ok());
    let (is_done, words, may_retype) = match verdict {
        Some(verdict) => (verdict.state == "registered", verdict.words, verdict.retype),
        None => (false, unreadable.to_owned(), false),
    };
    Answer { name: name.to_owned(), is_done, words, order: order.clone(), may_retype }
}

/// The answers that nobody has seen yet.
pub(crate) async fn answers() -> Vec<Answer> {
    let text = store::take_text(Shelf::Desk, "answers").await.ok().flatten().unwrap_or_default();
    serde_json::from_str(&text).unwrap_or_default()
}

async fn keep_answer(answer: Answer) -> Result<(), NoStore> {
    let mut all = answers().await;
    all.retain(|other| other.order.key != answer.order.key);
    all.push(answer);
    keep_answers(&all).await
}

async fn keep_answers(all: &[Answer]) -> Result<(), NoStore> {
    let text = serde_json::to_string(all).map_err(|_| NoStore)?;
    store::keep_text(Shelf::Desk, "answers", &text).await
}

/// Lets go of an answer that was seen.
pub(crate) async fn drop_answer(key: &str) {
    let mut all = answers().await;
    all.retain(|answer| answer.order.key != key);
    let _ = keep_answers(&all).await;
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reply(status: u16, body: &str) -> Reply {
        Reply { status, body: body.into(), ..Reply::default() }
    }

    #[test]
    fn what_waits_is_read_back_as_it_was() {
        let order = Order { key: "k".into(), officer: "o".into(), missing: vec!["photo".into()], ..Order::default() };
        let queued = Queued::Registration { name: "王小安".into(), order };
        let text = serde_json::to_string(&queued).expect("plain data");
        assert_eq!(serde_json::from_str::<Queued>(&text).ok(), Some(queued.clone()));
        assert_eq!((queued.name().as_str(), queued.officer()), ("r-k", "o"));
    }

    #[test]
    fn an_answer_tells_what_came_of_it() {
        for (status, body, is_done, may_retype, words) in [
            (200, r#"{"state":"registered","words":"好了"}"#, true, false, "好了"),
            (200, r#"{"state":"refused","words":"抄错","retype":true}"#, false, true, "抄错"),
            (400, r#"{"error":"unreadable"}"#, false, false, "读不懂"),
            (200, "<html>", false, false, "读不懂"),
        ] {
            let answer = answer("王小安", &Order::default(), &reply(status, body), "读不懂");
            assert_eq!((answer.is_done, answer.may_retype, answer.words.as_str()), (is_done, may_retype, words));
        }
    }
}
