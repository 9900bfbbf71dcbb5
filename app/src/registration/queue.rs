//! What waits in the officer's phone, and how it is sent: never twice, never lost.
//!
//! A thing is kept before it is sent, and taken away after its answer is kept. Whatever breaks in between, it is sent again
//! under the same key, and the server answers as it did before.

use crate::{
    json::Json,
    phone::{
        network::{self, Reply},
        store::{self, NoStore, Shelf},
    },
};

/// A registration as it is sent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "ssr", derive(serde::Deserialize))]
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
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "ssr", derive(serde::Deserialize))]
pub(crate) struct Told {
    pub(crate) officer: String,
    pub(crate) number: String,
    pub(crate) verdict: String,
    pub(crate) scanned_at: i64,
    pub(crate) replay_id: String,
}

/// Something that waits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Queued {
    /// With the name, for the officer's eyes.
    Registration {
        name: String,
        order: Order,
    },
    Scan {
        told: Told,
    },
}

/// The server's answer to a registration, kept until it was seen.
#[derive(Clone, Debug, PartialEq, Eq)]
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

impl Order {
    fn json(&self) -> Json {
        Json::object([
            ("key", Json::from(&self.key)),
            ("officer", Json::from(&self.officer)),
            ("presentation", Json::from(&self.presentation)),
            ("scanned_at", Json::from(self.scanned_at)),
            ("bundle_made_at", Json::from(self.bundle_made_at)),
            ("challenge", Json::from(&self.challenge)),
            ("address", Json::from(&self.address)),
            ("digits", Json::from(&self.digits)),
            ("missing", Json::from(&self.missing[..])),
            ("note", Json::from(&self.note)),
            ("due", Json::from(&self.due)),
        ])
    }

    fn read(json: &Json) -> Option<Self> {
        Some(Self {
            key: json.text("key")?,
            officer: json.text("officer")?,
            presentation: json.text("presentation")?,
            scanned_at: json.number("scanned_at")?,
            bundle_made_at: json.number("bundle_made_at")?,
            challenge: json.text("challenge")?,
            address: json.text("address")?,
            digits: json.text("digits")?,
            missing: json.texts("missing")?,
            note: json.text("note")?,
            due: json.text("due")?,
        })
    }
}

impl Told {
    fn json(&self) -> Json {
        Json::object([
            ("officer", Json::from(&self.officer)),
            ("number", Json::from(&self.number)),
            ("verdict", Json::from(&self.verdict)),
            ("scanned_at", Json::from(self.scanned_at)),
            ("replay_id", Json::from(&self.replay_id)),
        ])
    }

    fn read(json: &Json) -> Option<Self> {
        Some(Self {
            officer: json.text("officer")?,
            number: json.text("number")?,
            verdict: json.text("verdict")?,
            scanned_at: json.number("scanned_at")?,
            replay_id: json.text("replay_id")?,
        })
    }
}

impl Answer {
    fn json(&self) -> Json {
        Json::object([
            ("name", Json::from(&self.name)),
            ("is_done", Json::from(self.is_done)),
            ("words", Json::from(&self.words)),
            ("order", self.order.json()),
            ("may_retype", Json::from(self.may_retype)),
        ])
    }

    fn read(json: &Json) -> Option<Self> {
        Some(Self {
            name: json.text("name")?,
            is_done: json.flag("is_done")?,
            words: json.text("words")?,
            order: Order::read(json.get("order")?)?,
            may_retype: json.flag("may_retype")?,
        })
    }
}

impl Queued {
    fn json(&self) -> Json {
        match self {
            Self::Registration { name, order } => Json::object([("name", Json::from(name)), ("order", order.json())]),
            Self::Scan { told } => Json::object([("told", told.json())]),
        }
    }

    fn read(text: &str) -> Option<Self> {
        let json = Json::read(text)?;
        match json.get("told") {
            Some(told) => Some(Self::Scan { told: Told::read(told)? }),
            None => Some(Self::Registration { name: json.text("name")?, order: Order::read(json.get("order")?)? }),
        }
    }

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
        store::keep_text(Shelf::Queue, &self.name(), &self.json().write()).await
    }

    async fn send(&self) -> Reply {
        match self {
            Self::Registration { order, .. } => network::post_json("/api/registrations", &order.json()).await,
            Self::Scan { told } => network::post_json("/api/scans", &told.json()).await,
        }
    }
}

/// Everything that waits.
pub(crate) async fn all() -> Vec<Queued> {
    let texts = store::all_texts(Shelf::Queue).await.unwrap_or_default();
    texts.iter().filter_map(|text| Queued::read(text)).collect()
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
    let reply = network::post_json("/api/registrations", &order.json()).await;
    let is_answer = !reply.is_lost() && !matches!(reply.status, 401 | 403 | 409 | 429);
    is_answer.then(|| answer(name, order, &reply, unreadable))
}

fn answer(name: &str, order: &Order, reply: &Reply, unreadable: &str) -> Answer {
    let verdict = reply.good_json().and_then(|verdict| {
        let is_done = verdict.text("state")? == "registered";
        Some((is_done, verdict.text("words")?, verdict.flag("retype").unwrap_or(false)))
    });
    let (is_done, words, may_retype) = verdict.unwrap_or_else(|| (false, unreadable.to_owned(), false));
    Answer { name: name.to_owned(), is_done, words, order: order.clone(), may_retype }
}

/// The answers that nobody has seen yet.
pub(crate) async fn answers() -> Vec<Answer> {
    let text = store::take_text(Shelf::Desk, "answers").await.ok().flatten().unwrap_or_default();
    Json::read(&text).map_or_else(Vec::new, |all| all.members().iter().filter_map(Answer::read).collect())
}

async fn keep_answer(answer: Answer) -> Result<(), NoStore> {
    let mut all = answers().await;
    all.retain(|other| other.order.key != answer.order.key);
    all.push(answer);
    keep_answers(&all).await
}

async fn keep_answers(all: &[Answer]) -> Result<(), NoStore> {
    let all = Json::List(all.iter().map(Answer::json).collect());
    store::keep_text(Shelf::Desk, "answers", &all.write()).await
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
        let queued = Queued::Registration { name: "王小安".into(), order: order.clone() };
        assert_eq!(Queued::read(&queued.json().write()), Some(queued.clone()));
        assert_eq!((queued.name().as_str(), queued.officer()), ("r-k", "o"));
        let answer = answer("王小安", &order, &reply(200, ""), "?");
        assert_eq!(Answer::read(&answer.json()), Some(answer));
    }

    #[test]
    fn what_is_sent_is_read_by_the_server() {
        let order = Order { scanned_at: 5, missing: vec!["photo".into()], note: "\"\n".into(), ..Order::default() };
        assert_eq!(serde_json::from_str::<Order>(&order.json().write()).ok(), Some(order));
        let told = Told {
            officer: "o".into(),
            number: "n".into(),
            verdict: "valid".into(),
            scanned_at: 7,
            replay_id: "00".into(),
        };
        assert_eq!(serde_json::from_str::<Told>(&told.json().write()).ok(), Some(told.clone()));
        let queued = Queued::Scan { told };
        assert_eq!(Queued::read(&queued.json().write()), Some(queued));
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
