//! The passkey in the browser: in the suggestions of the keyboard, as a button, and making one. Where the browser has no
//! passkeys the islands show nothing, and the page is complete without them.

use leptos::{prelude::*, task::spawn_local};

use crate::{
    json::Json,
    phone::{
        network::{Reply, post_json},
        screen,
    },
    words::{self, Words},
};

mod browser;

/// How a ceremony came out.
#[derive(Debug, PartialEq, Eq)]
enum Outcome {
    Onward(String),
    /// Ended without the person having to be told: another one took its place.
    Quiet,
    Stopped,
    Known,
    Lost,
    Failed,
    /// A sentence of the server's.
    Told(String),
}

/// The passkey beside the address: offered by the keyboard from the first moment, and as a button.
#[island]
pub fn PasskeySignIn() -> impl IntoView {
    let has_passkeys = RwSignal::new(false);
    let state = Shown::new();
    Effect::new(move |_| {
        has_passkeys.set(browser::has_passkeys());
        spawn_local(async move {
            if browser::has_autofill().await {
                state.tell(sign_in(true, state.word("next")).await);
            }
        });
    });
    let press = move |_| state.run(async move { sign_in(false, state.word("next")).await });
    view! {
        <Show when=move || has_passkeys.get()>
            <div class="stack">
                <p class="or"><span>{state.word("sign-in-or")}</span></p>
                <button type="button" class="button button--quiet" on:click=press>
                    {state.word("sign-in-passkey-button")}
                </button>
                <p class="strong" role="status">{move || state.message.get()}</p>
            </div>
        </Show>
    }
}

/// A fresh proof by the passkey of somebody who is signed in.
#[island]
pub fn PasskeyProve() -> impl IntoView {
    let has_passkeys = RwSignal::new(false);
    Effect::new(move |_| has_passkeys.set(browser::has_passkeys()));
    let state = Shown::new();
    let press = move |_| {
        state.run(async move { ceremony("prove", Act::Ask { quietly: false }, state.word("next")).await });
    };
    view! {
        <Show when=move || has_passkeys.get()>
            <div class="stack">
                <button type="button" class="button" on:click=press>{state.word("sign-in-passkey-button")}</button>
                <p class="strong" role="status">{move || state.message.get()}</p>
                {(!state.word("other").is_empty()).then(|| view! { <p class="or"><span>{state.word("sign-in-or")}</span></p> })}
            </div>
        </Show>
    }
}

/// A button that makes a passkey: for a new account (`new`) or for the one that is signed in (`add`).
#[island]
pub fn PasskeyMake() -> impl IntoView {
    let has_passkeys = RwSignal::new(true);
    Effect::new(move |_| has_passkeys.set(browser::has_passkeys()));
    let state = Shown::new();
    let press = move |_| {
        state.run(async move { ceremony(&state.word("place"), Act::Make, state.word("next")).await });
    };
    view! {
        <div class="stack">
            <Show
                when=move || has_passkeys.get()
                fallback=move || view! { <p class="strong">{state.word("sign-in-passkey-none")}</p> }
            >
                <button type="button" class="button" on:click=press>{state.word("sign-in-passkey-button")}</button>
                <p class="strong" role="status">{move || state.message.get()}</p>
            </Show>
        </div>
    }
}

/// What an island shows while a ceremony runs and after it.
#[derive(Clone, Copy)]
struct Shown {
    words: StoredValue<Words>,
    message: RwSignal<String>,
    is_working: RwSignal<bool>,
}

impl Shown {
    fn new() -> Self {
        Self {
            words: StoredValue::new(words::given().0),
            message: RwSignal::new(String::new()),
            is_working: RwSignal::new(false),
        }
    }

    fn word(self, key: &str) -> String {
        self.words.with_value(|words| words.get(key))
    }

    /// Runs one ceremony at a time.
    fn run(self, ceremony: impl Future<Output = Outcome> + 'static) {
        if self.is_working.get_untracked() {
            return;
        }
        self.is_working.set(true);
        self.message.set(self.word("sign-in-passkey-working"));
        spawn_local(async move {
            let outcome = ceremony.await;
            self.is_working.set(false);
            self.tell(outcome);
        });
    }

    fn tell(self, outcome: Outcome) {
        let message = match outcome {
            Outcome::Onward(next) => return screen::go_to(&next),
            Outcome::Quiet => return,
            Outcome::Stopped => self.word("sign-in-passkey-stopped"),
            Outcome::Known => self.word("sign-in-passkey-known"),
            Outcome::Lost => self.word("sign-in-passkey-lost"),
            Outcome::Failed => self.word("sign-in-passkey-failed"),
            Outcome::Told(words) => words,
        };
        self.message.set(message);
    }
}

/// What the browser is asked for.
#[derive(Clone, Copy)]
enum Act {
    /// An answer by a passkey that is there; `quietly` in the keyboard's suggestions alone.
    Ask {
        quietly: bool,
    },
    Make,
}

async fn sign_in(quietly: bool, next: String) -> Outcome {
    ceremony("sign-in", Act::Ask { quietly }, next).await
}

/// Both halves of a ceremony at `place`. Each begins anew at the server: an old challenge never comes again.
async fn ceremony(place: &str, act: Act, next: String) -> Outcome {
    let reply = post_json(&format!("/api/passkey/{place}/start"), &Json::object([])).await;
    let begun = reply.good_json().and_then(|begun| Some((begun.text("id")?, begun.text("options")?)));
    let Some((id, options)) = begun else { return refusal(&reply) };
    let done = match act {
        Act::Ask { quietly } => browser::ask(&options, quietly).await,
        Act::Make => browser::make(&options).await,
    };
    let answer = match done {
        Ok(answer) => answer,
        Err(fault) => return by_fault(&fault, matches!(act, Act::Ask { quietly: true })),
    };
    let answered = Json::object([
        ("id", Json::Text(id)),
        ("answer", Json::Text(answer)),
        ("shared", Json::Flag(browser::is_shared())),
        ("next", Json::Text(next)),
    ]);
    let reply = post_json(&format!("/api/passkey/{place}/finish"), &answered).await;
    match reply.good_json().and_then(|onward| onward.text("next")) {
        Some(next) => Outcome::Onward(next),
        None => refusal(&reply),
    }
}

/// The browser's own words for why it gave nothing (Web Authentication, 5.1).
fn by_fault(fault: &str, was_quiet: bool) -> Outcome {
    match fault {
        "AbortError" => Outcome::Quiet,
        _ if was_quiet => Outcome::Quiet,
        "NotAllowedError" => Outcome::Stopped,
        "InvalidStateError" => Outcome::Known,
        _ => Outcome::Failed,
    }
}

fn refusal(reply: &Reply) -> Outcome {
    if reply.is_lost() {
        return Outcome::Lost;
    }
    let said = |name| reply.json().and_then(|refused| refused.text(name)).unwrap_or_default();
    match (said("error").as_str(), said("words")) {
        ("prove-again", _) => Outcome::Onward(browser::prove_address()),
        (_, words) if !words.is_empty() => Outcome::Told(words),
        _ => Outcome::Failed,
    }
}
