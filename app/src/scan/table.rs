//! What the stages of the scanner share: judging, telling, sending.

use leptos::{prelude::*, task::spawn_local};
use xinju_domain::registration::{Needs, Profile, Refusal, Verdict, may_register};

use super::day::{self, Past};
use crate::{
    json::Json,
    phone::{
        camera, network, screen,
        store::{self, Shelf},
    },
    registration::{self, Answer, Draft, Order, Queued, Sent, Told},
    verdict::{Basis, Showing, Shown},
    words::{Places, Words},
};

/// A bundle is asked for again after so long.
const FRESH_FOR: i64 = 600;
/// An officer who signed in counts as such on this phone for a shift, so that a session that ended at a market stall
/// costs no registration. What is sent needs a session in any case.
const SHIFT: i64 = 8 * 3600;

/// What the screen shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stage {
    Opening,
    Looking,
    Asking,
    Shown,
    Differs,
    Form,
    /// An order is on its way; the camera rests, or it would read the same code again.
    Sent,
}

/// The officer as this phone last knew.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Who {
    pub(super) officer: String,
    pub(super) office: String,
    /// Unix seconds by this phone's clock.
    pub(super) at: i64,
}

/// Signals of the stages.
#[derive(Clone, Copy)]
pub(super) struct Table {
    pub(super) stage: RwSignal<Stage>,
    pub(super) basis: StoredValue<Option<Basis>>,
    /// The age of keys and lists in seconds, for the line under the viewfinder.
    pub(super) age: RwSignal<Option<i64>>,
    pub(super) shown: RwSignal<Option<Shown>>,
    /// The number that is being asked, and the one that the shown code answered.
    pub(super) asked: RwSignal<Option<[u8; 16]>>,
    pub(super) answered: RwSignal<Option<[u8; 16]>>,
    pub(super) left: RwSignal<u32>,
    pub(super) who: RwSignal<Option<Who>>,
    pub(super) waiting: RwSignal<usize>,
    pub(super) sent: RwSignal<Sent>,
    pub(super) answers: RwSignal<Vec<Answer>>,
    pub(super) day: RwSignal<Vec<Past>>,
    pub(super) draft: RwSignal<Draft>,
    pub(super) told: RwSignal<String>,
    is_sending: StoredValue<bool>,
    pub(super) words: StoredValue<Words>,
    pub(super) places: StoredValue<Places>,
}

impl Table {
    pub(super) fn new(words: Words, places: Places) -> Self {
        Self {
            stage: RwSignal::new(Stage::Opening),
            basis: StoredValue::new(None),
            age: RwSignal::new(None),
            shown: RwSignal::new(None),
            asked: RwSignal::new(None),
            answered: RwSignal::new(None),
            left: RwSignal::new(0),
            who: RwSignal::new(None),
            waiting: RwSignal::new(0),
            sent: RwSignal::new(Sent::All),
            answers: RwSignal::new(Vec::new()),
            day: RwSignal::new(Vec::new()),
            draft: RwSignal::new(Draft::default()),
            told: RwSignal::new(String::new()),
            is_sending: StoredValue::new(false),
            words: StoredValue::new(words),
            places: StoredValue::new(places),
        }
    }

    pub(super) fn word(self, key: &str) -> String {
        self.words.with_value(|words| words.get(key))
    }

    pub(super) fn icons(self) -> String {
        self.places.with_value(Places::icons)
    }

    pub(super) fn tell(self, key: &str) {
        self.told.set(self.word(key));
    }

    /// Back to the camera.
    pub(super) fn look_again(self) {
        note_age(self);
        self.told.set(String::new());
        self.shown.set(None);
        self.asked.set(None);
        self.answered.set(None);
        self.stage.set(Stage::Looking);
    }
}

/// Everything that the phone has, then what the network brings.
pub(super) async fn open(table: Table) {
    table.basis.set_value(Basis::kept().await);
    note_age(table);
    table.who.set(kept_who().await);
    table.day.set(day::kept(screen::unix_seconds()).await);
    count(table).await;
    table.stage.set(Stage::Looking);
    renew(table).await;
    let reader = table.places.with_value(Places::reader);
    camera::prepare(&reader).await;
}

/// The newest keys and lists, who is signed in, and what waits to be sent.
pub(super) async fn renew(table: Table) {
    let is_old = table.basis.with_value(|basis| basis.as_ref().is_none_or(|basis| basis.age() > FRESH_FOR));
    if is_old {
        let held = table.basis.get_value();
        if let Some(fetched) = Basis::fetched(held.as_ref()).await {
            table.basis.set_value(Some(fetched));
        }
    }
    note_age(table);
    ask_who(table).await;
    send(table).await;
}

fn note_age(table: Table) {
    table.age.set(table.basis.with_value(|basis| basis.as_ref().map(Basis::age)));
}

async fn kept_who() -> Option<Who> {
    let text = store::take_text(Shelf::Desk, "who").await.ok()??;
    let kept = Json::read(&text)?;
    let who = Who { officer: kept.text("officer")?, office: kept.text("office")?, at: kept.number("at")? };
    (screen::unix_seconds() - who.at < SHIFT).then_some(who)
}

async fn ask_who(table: Table) {
    let reply = network::get("/api/scan/who").await;
    let Some((officer, office)) = reply.good_json().and_then(|who| Some((who.text("officer")?, who.text("office")?)))
    else {
        return;
    };
    let who = Who { officer, office, at: screen::unix_seconds() };
    let kept = Json::object([
        ("officer", Json::from(&who.officer)),
        ("office", Json::from(&who.office)),
        ("at", Json::from(who.at)),
    ]);
    let _ = store::keep_text(Shelf::Desk, "who", &kept.write()).await;
    table.who.set(Some(who));
}

/// A text was read by camera, picture or USB scanner.
pub(super) fn found(table: Table, text: &str) {
    match table.stage.get_untracked() {
        Stage::Looking => judge(table, text, None),
        Stage::Asking => {
            let challenge = table.asked.get_untracked();
            let is_answer = table.basis.with_value(|basis| {
                let audience = table.places.with_value(Places::audience);
                basis.as_ref().is_some_and(|basis| basis.judge(text, &audience, challenge).challenged)
            });
            // Codes without an answer are passed over: the holder may not have pressed yet.
            if is_answer {
                judge(table, text, challenge);
            }
        }
        _ => {}
    }
}

fn judge(table: Table, text: &str, challenge: Option<[u8; 16]>) {
    let audience = table.places.with_value(Places::audience);
    let shown = table.basis.with_value(|basis| {
        basis.as_ref().map(|basis| {
            let judgement = basis.judge(text, &audience, challenge);
            Shown {
                showing: basis.showing(&judgement),
                judgement,
                now: basis.now(),
                bundle_made: basis.made_at,
                text: text.to_owned(),
            }
        })
    });
    let Some(shown) = shown else {
        table.tell("scan-no-basis");
        return;
    };
    camera::stop();
    table.told.set(String::new());
    screen::ring(shown.showing.band().name());
    table.asked.set(None);
    table.answered.set(challenge);
    table.shown.set(Some(shown.clone()));
    table.stage.set(Stage::Shown);
    spawn_local(note(table, shown));
}

/// The list of the day, and the look that the holder will read of.
async fn note(table: Table, shown: Shown) {
    let Some(subject) = &shown.judgement.subject else { return };
    let past = Past { number: subject.number.clone(), at: shown.now, showing: shown.showing.place() };
    table.day.set(day::add(past).await);
    let (Some(who), Some(replay_id)) = (table.who.get_untracked(), shown.judgement.replay_id) else { return };
    let told = Told {
        officer: who.officer,
        number: subject.number.clone(),
        verdict: shown.judgement.verdict.as_str().to_owned(),
        scanned_at: shown.now,
        replay_id: hex(&replay_id),
    };
    // A phone without room tells nothing: a look that cannot be noted is no reason not to look.
    let _ = Queued::Scan { told }.keep().await;
    send(table).await;
}

/// What a shown code may be registered with; none if it may not.
pub(super) fn may(shown: &Shown) -> Result<Needs, Refusal> {
    let verdict = Verdict::from_code(shown.judgement.verdict.as_str()).unwrap_or(Verdict::Malformed);
    let profile = Profile::from_number(shown.judgement.profile.unwrap_or(0).into()).unwrap_or(Profile::Minimum);
    if shown.showing == Showing::Update {
        return Err(Refusal::Verdict(Verdict::NotGenuine));
    }
    may_register(verdict, profile)
}

/// Opens the form for what is shown.
pub(super) fn begin(table: Table) {
    let Some(shown) = table.shown.get_untracked() else { return };
    let Ok(needs) = may(&shown) else { return };
    let Some(who) = table.who.get_untracked() else {
        table.tell("scan-sign-in");
        return;
    };
    let order = Order {
        key: hex(&screen::random_16()),
        officer: who.officer,
        presentation: shown.text,
        scanned_at: shown.now,
        bundle_made_at: shown.bundle_made,
        challenge: table.answered.get_untracked().map(|number| hex(&number)).unwrap_or_default(),
        ..Order::default()
    };
    let name = shown.judgement.subject.map(|subject| subject.name).unwrap_or_default();
    table.draft.set(Draft { name, order, is_paper: needs == Needs::CardDigits, fault: String::new() });
    table.stage.set(Stage::Form);
}

/// Opens the form again with an answer that can be put right.
pub(super) fn put_right(table: Table, answer: Answer) {
    let is_paper = !answer.order.digits.is_empty();
    let draft = Draft { name: answer.name, order: answer.order.clone(), is_paper, fault: answer.words };
    table.draft.set(draft);
    table.stage.set(Stage::Form);
    spawn_local(async move {
        registration::drop_answer(&answer.order.key).await;
        count(table).await;
    });
}

/// Keeps a registration, then sends it. Only what cannot be kept is sent without.
pub(super) fn order(table: Table, order: Order) {
    spawn_local(async move {
        let name = table.draft.with_untracked(|draft| draft.name.clone());
        let queued = Queued::Registration { name: name.clone(), order: order.clone() };
        if queued.keep().await.is_ok() {
            rest(table);
            count(table).await;
            send(table).await;
            return;
        }
        let unreadable = table.word("registration-refused-unreadable");
        match registration::send_unkept(&name, &order, &unreadable).await {
            Some(answer) => {
                rest(table);
                table.answers.update(|answers| answers.push(answer));
            }
            None => table.told.set(table.word("registration-no-store")),
        }
    });
}

fn rest(table: Table) {
    table.look_again();
    table.stage.set(Stage::Sent);
}

/// Sends what waits, one sending at a time.
pub(super) async fn send(table: Table) {
    let Some(who) = table.who.get_untracked() else { return };
    if table.is_sending.get_value() {
        return;
    }
    table.is_sending.set_value(true);
    let unreadable = table.word("registration-refused-unreadable");
    table.sent.set(registration::send_all(&who.officer, &unreadable).await);
    table.is_sending.set_value(false);
    count(table).await;
}

async fn count(table: Table) {
    table.waiting.set(registration::count().await);
    table.answers.set(registration::answers().await);
}

/// The officer has seen an answer.
pub(super) fn seen(table: Table, key: String) {
    table.answers.update(|answers| answers.retain(|answer| answer.order.key != key));
    spawn_local(async move { registration::drop_answer(&key).await });
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
