//! The island of the verifier.

use std::time::Duration;

use leptos::{prelude::*, task::spawn_local};
use wasm_bindgen::JsValue;

use crate::{
    phone::{camera, screen},
    verdict::{self, Basis, Shown},
    words::{self, Places, Words},
};

/// How long the screen shows a person.
const SHOWN_FOR: Duration = Duration::from_secs(60);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    Opening,
    /// Opened without a code.
    Explain,
    Judging,
    Shown,
    /// No keys and lists on this phone, and no network.
    NoBasis,
}

#[derive(Clone, Copy)]
struct Table {
    stage: RwSignal<Stage>,
    shown: RwSignal<Option<Shown>>,
    /// What went wrong or was done, above the explanation.
    told: RwSignal<String>,
    /// Counts the codes, so that the minute of an earlier one does not end a later one's.
    turn: RwSignal<u32>,
    words: StoredValue<Words>,
    places: StoredValue<Places>,
}

impl Table {
    fn word(self, key: &str) -> String {
        self.words.with_value(|words| words.get(key))
    }
}

/// Takes the code out of the address, judges it, shows the verdict for a minute.
#[island]
pub fn Verifier() -> impl IntoView {
    let (words, places) = words::given();
    let table = Table {
        stage: RwSignal::new(Stage::Opening),
        shown: RwSignal::new(None),
        told: RwSignal::new(String::new()),
        turn: RwSignal::new(0),
        words: StoredValue::new(words),
        places: StoredValue::new(places),
    };
    Effect::new(move |_| {
        let take = move || {
            let fragment = screen::take_fragment();
            if fragment.is_empty() {
                if table.stage.get_untracked() == Stage::Opening {
                    table.stage.set(Stage::Explain);
                }
            } else {
                spawn_local(judge(table, format!("/v#{fragment}")));
            }
        };
        take();
        screen::on_event("hashchange", take);
        // The next code is judged at once if the keys are there already.
        spawn_local(async move {
            let kept = Basis::kept().await;
            Basis::fetched(kept.as_ref()).await;
        });
    });
    view! {
        {move || match table.stage.get() {
            Stage::Opening => title(table, "verdict-v-opening").into_any(),
            Stage::Judging => title(table, "verdict-v-judging").into_any(),
            Stage::NoBasis => title(table, "verdict-v-no-basis").into_any(),
            Stage::Explain => explain(table).into_any(),
            Stage::Shown => shown(table).into_any(),
        }}
    }
}

/// By what this phone has, at once; and again when the newest has come.
async fn judge(table: Table, text: String) {
    let turn = table.turn.get_untracked() + 1;
    table.turn.set(turn);
    table.told.set(String::new());
    table.stage.set(Stage::Judging);
    let kept = Basis::kept().await;
    if let Some(basis) = &kept {
        show(table, basis, &text);
    }
    match Basis::fetched(kept.as_ref()).await {
        Some(basis) if table.turn.get_untracked() == turn => show(table, &basis, &text),
        None if kept.is_none() => table.stage.set(Stage::NoBasis),
        _ => {}
    }
    set_timeout(move || clear(table, turn), SHOWN_FOR);
}

fn show(table: Table, basis: &Basis, text: &str) {
    let audience = table.places.with_value(Places::audience);
    let judgement = basis.judge(text, &audience, None);
    let showing = basis.showing(&judgement);
    let is_news = table.shown.with_untracked(|before| before.as_ref().is_none_or(|before| before.showing != showing));
    if is_news {
        screen::ring(showing.band().name());
    }
    // The text itself is let go: nothing here sends or keeps it.
    let shown = Shown { judgement, showing, now: basis.now(), bundle_made: basis.made_at, text: String::new() };
    table.shown.set(Some(shown));
    table.stage.set(Stage::Shown);
}

fn clear(table: Table, turn: u32) {
    if table.turn.get_untracked() == turn && table.stage.get_untracked() == Stage::Shown {
        leave(table);
        table.told.set(table.word("verdict-v-cleared"));
    }
}

fn leave(table: Table) {
    table.shown.set(None);
    table.told.set(String::new());
    table.stage.set(Stage::Explain);
}

fn title(table: Table, key: &str) -> impl IntoView + use<> {
    let (title, line) = (table.word("verdict-v-title"), table.word(key));
    view! {
        <section class="column stack">
            <h1>{title}</h1>
            <p class="hint" role="status">{line}</p>
        </section>
    }
}

fn host(table: Table) -> impl IntoView {
    let host = table.places.with_value(Places::audience);
    let line = table.word("verdict-v-host");
    view! { <div class="inset"><p class="small">{line}</p><p class="big">{host}</p></div> }
}

fn shown(table: Table) -> impl IntoView {
    let Some(shown) = table.shown.get() else { return ().into_any() };
    let words = table.words.get_value();
    let icons = table.places.with_value(Places::icons);
    let subject = shown.judgement.subject.as_ref().filter(|_| shown.showing.shows_facts());
    let content = match subject {
        Some(subject) => verdict::facts(&words, &icons, subject).into_any(),
        None => verdict::advice(&words, &icons, shown.showing).into_any(),
    };
    view! {
        {verdict::band(&words, &icons, &shown)}
        <section class="column stack">{content}{host(table)}</section>
        <footer class="thumb-bar">
            <button type="button" class="button" on:click=move |_| leave(table)>{words.get("verdict-v-next")}</button>
        </footer>
    }
    .into_any()
}

fn explain(table: Table) -> impl IntoView {
    let words = table.words.get_value();
    let typed = RwSignal::new(String::new());
    let check = move |_| {
        let text = typed.get_untracked().trim().to_owned();
        if text.contains("/v#") {
            typed.set(String::new());
            spawn_local(judge(table, text));
        } else {
            table.told.set(table.word("verdict-v-no-code"));
        }
    };
    let picked = move |event: leptos::ev::Event| {
        let Some(file) = picked_file(&event) else { return };
        let reader = table.places.with_value(Places::reader);
        spawn_local(async move {
            match camera::read(&file, &reader).await {
                Some(text) => judge(table, text).await,
                None => table.told.set(table.word("verdict-v-no-code")),
            }
        });
    };
    let steps =
        words.get("verdict-v-steps").lines().map(|step| view! { <li>{step.trim().to_owned()}</li> }).collect_view();
    view! {
        <section class="column stack">
            <h1>{words.get("verdict-v-title")}</h1>
            <p class="strong" class:visually-hidden=move || table.told.with(String::is_empty) role="status">
                {move || table.told.get()}
            </p>
            <p>{words.get("verdict-v-explain")}</p>
            <ol class="do-list">{steps}</ol>
            <div class="field">
                <label class="field__label" for="code">{words.get("verdict-v-paste")}</label>
                <p class="field__hint" id="code-hint">{words.get("verdict-v-paste-hint")}</p>
                <input class="input" id="code" autocomplete="off" aria-describedby="code-hint"
                    prop:value=move || typed.get() on:input=move |event| typed.set(event_target_value(&event))/>
            </div>
            <button type="button" class="button" on:click=check>{words.get("verdict-v-check")}</button>
            <div class="field">
                <label class="field__label" for="picture">{words.get("verdict-v-picture")}</label>
                <input class="file" type="file" id="picture" accept="image/*" on:change=picked/>
            </div>
            {host(table)}
        </section>
    }
}

/// The file that was picked in an input of files.
pub(crate) fn picked_file(event: &leptos::ev::Event) -> Option<JsValue> {
    let target: JsValue = event.target()?.into();
    let files = js_sys::Reflect::get(&target, &JsValue::from_str("files")).ok()?;
    let file = js_sys::Reflect::get_u32(&files, 0).ok()?;
    (!file.is_undefined() && !file.is_null()).then_some(file)
}
