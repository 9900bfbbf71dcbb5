//! The island of the wallet: the live code, its age, how much it shows.

use leptos::{prelude::*, task::spawn_local};
use serde::{Deserialize, Serialize};
use xinju_credential::{certificate::Profile, challenge};

use super::{
    code::{self, Code, LIFE},
    eye,
    holding::Holding,
    renewal::{self, Outcome},
    view,
};
use crate::phone::{
    key::{self, Key},
    screen,
};

/// Every sentence of the wallet, made on the server.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct WalletWords {
    pub label: String,
    pub opening: String,
    pub renews: String,
    pub valid: String,
    pub offline: String,
    pub how_much: String,
    pub minimum: String,
    pub registration: String,
    pub full: String,
    pub sees: String,
    pub hides: String,
    pub sees_minimum: String,
    pub hides_minimum: String,
    pub sees_registration: String,
    pub hides_registration: String,
    pub sees_full: String,
    pub sees_full_spouse: String,
    pub hides_full: String,
    pub full_needs_lock: String,
    pub symbol: String,
    pub brightness: String,
    pub scan_theirs: String,
    pub empty_title: String,
    pub empty_words: String,
    pub empty_add: String,
    pub over_title: String,
    pub over_words: String,
    pub warn_title: String,
    pub warn_words: String,
    pub stopped_title: String,
    pub stopped_words: String,
    pub challenge_title: String,
    pub challenge_words: String,
    pub challenge_answer: String,
    pub challenge_answered: String,
    pub camera_refused: String,
    pub close: String,
}

/// Addresses that the island needs.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct WalletPlaces {
    pub origin: String,
    pub audience: String,
    pub icons: String,
    /// The module that reads a QR where the browser cannot.
    pub reader: String,
}

/// What the wallet shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    Opening,
    /// Nothing on this phone.
    Empty,
    Live,
    /// The seven days are over: only a network helps.
    Over,
    /// The key of this phone was stopped elsewhere.
    Stopped,
}

/// Signals that the parts share.
#[derive(Clone, Copy)]
struct Desk {
    stage: RwSignal<Stage>,
    holding: RwSignal<Option<Holding>>,
    key: StoredValue<Option<Key>, LocalStorage>,
    profile: RwSignal<Profile>,
    code: RwSignal<Code>,
    left: RwSignal<u32>,
    /// An officer's number that waits for a press, and the one that is being answered.
    asked: RwSignal<Option<[u8; 16]>>,
    answering: RwSignal<Option<[u8; 16]>>,
}

/// The wallet. Without JavaScript the page around it says what to do instead.
#[island]
pub fn Wallet(words: WalletWords, places: WalletPlaces) -> impl IntoView {
    let desk = Desk {
        stage: RwSignal::new(Stage::Opening),
        holding: RwSignal::new(None),
        key: StoredValue::new_local(None),
        profile: RwSignal::new(Profile::Registration),
        code: RwSignal::new(Code::default()),
        left: RwSignal::new(0),
        asked: RwSignal::new(None),
        answering: RwSignal::new(None),
    };
    let places = StoredValue::new(places);
    let words = StoredValue::new(words);
    Effect::new(move |_| {
        desk.asked.set(asked_in_fragment());
        screen::on_event("hashchange", move || desk.asked.set(asked_in_fragment()));
        screen::on_event("online", move || spawn_local(refresh(desk, places)));
        screen::on_visible(move || spawn_local(fresh_code(desk, places)));
        spawn_local(open(desk, places));
        set_interval(move || tick(desk, places), std::time::Duration::from_secs(1));
    });
    view! {
        {move || match desk.stage.get() {
            Stage::Opening => view! { <p class="hint" role="status">{words.with_value(|w| w.opening.clone())}</p> }.into_any(),
            Stage::Live => live(desk, places, words).into_any(),
            Stage::Empty => told(words, |w| (&w.empty_title, &w.empty_words)).into_any(),
            Stage::Over => told(words, |w| (&w.over_title, &w.over_words)).into_any(),
            Stage::Stopped => told(words, |w| (&w.stopped_title, &w.stopped_words)).into_any(),
        }}
    }
}

fn asked_in_fragment() -> Option<[u8; 16]> {
    challenge::parse_wallet_url(&format!("/wallet#{}", screen::take_fragment()))
}

async fn open(desk: Desk, places: StoredValue<WalletPlaces>) {
    let (key, holding) = (key::kept().await, Holding::kept().await);
    let (Some(key), Some(holding)) = (key, holding) else {
        desk.stage.set(Stage::Empty);
        return;
    };
    desk.key.set_value(Some(key));
    desk.holding.set(Some(holding));
    fresh_code(desk, places).await;
    screen::stay_awake().await;
    refresh(desk, places).await;
}

/// Shows what is at hand: a new code, or that the seven days are over.
async fn fresh_code(desk: Desk, places: StoredValue<WalletPlaces>) {
    let Some(holding) = desk.holding.get_untracked() else { return };
    let Some(key) = desk.key.get_value() else { return };
    if holding.is_over(screen::unix_seconds() + holding.clock_offset) {
        desk.stage.set(Stage::Over);
        return;
    }
    let places = places.get_value();
    let profile = desk.profile.get_untracked();
    let answering = desk.answering.get_untracked();
    let made = code::make(&key, &holding, profile, &places.origin, &places.audience, answering).await;
    if let Some(code) = made {
        desk.code.set(code);
        desk.left.set(LIFE);
        desk.stage.set(Stage::Live);
    }
}

/// Renews in silence while there is a network.
async fn refresh(desk: Desk, places: StoredValue<WalletPlaces>) {
    let Some(holding) = desk.holding.get_untracked() else { return };
    let Some(key) = desk.key.get_value() else { return };
    if !holding.wants_renewal(screen::unix_seconds() + holding.clock_offset) {
        return;
    }
    match renewal::renew(&key).await {
        Outcome::Held(fresh) => {
            desk.holding.set(Some(fresh));
            fresh_code(desk, places).await;
        }
        Outcome::Stopped => {
            Holding::forget().await;
            desk.stage.set(Stage::Stopped);
        }
        Outcome::Waits(_) | Outcome::Refused(_) | Outcome::Offline => {}
    }
}

fn tick(desk: Desk, places: StoredValue<WalletPlaces>) {
    if desk.stage.get_untracked() != Stage::Live {
        return;
    }
    match desk.left.get_untracked() {
        0 | 1 => {
            // An answer is given once; the code after it is an ordinary one.
            desk.answering.set(None);
            spawn_local(fresh_code(desk, places));
        }
        left => desk.left.set(left - 1),
    }
}

fn choose(desk: Desk, places: StoredValue<WalletPlaces>, profile: Profile) {
    spawn_local(async move {
        if profile == Profile::Full && !key::is_owner_here().await {
            return;
        }
        desk.profile.set(profile);
        fresh_code(desk, places).await;
    });
}

fn told(
    words: StoredValue<WalletWords>,
    pick: fn(&WalletWords) -> (&String, &String),
) -> impl IntoView {
    let (title, text) = words.with_value(|words| {
        let (title, text) = pick(words);
        (title.clone(), text.clone())
    });
    let add = words.with_value(|words| words.empty_add.clone());
    view! {
        <section class="panel panel--bare stack" role="status">
            <h2>{title}</h2>
            <p>{text}</p>
            <a class="button" href="/wallet/add">{add}</a>
        </section>
    }
}

fn live(
    desk: Desk,
    places: StoredValue<WalletPlaces>,
    words: StoredValue<WalletWords>,
) -> impl IntoView {
    let w = words.get_value();
    let name = move || {
        desk.holding
            .with(|holding| holding.as_ref().and_then(|holding| holding.subject(Profile::Minimum)))
            .map_or_else(String::new, |subject| subject.name)
    };
    view! {
        {move || challenge_panel(desk, places, words)}
        <section class="wallet" aria-label=w.label.clone()>
            <svg class="wallet__ring" aria-hidden="true">
                <rect class="wallet__track" width="100%" height="100%" rx="26"></rect>
                <rect class="wallet__left" width="100%" height="100%" rx="26" pathLength="31.5"
                    stroke-dasharray=move || format!("{} 40", desk.left.get())></rect>
            </svg>
            <div class="wallet__head">
                <span class="wallet__lamp" role="timer" aria-live="off">{move || desk.left.get()}</span>
                <p class="wallet__what">{w.renews.clone()}</p>
                <span class="tag tag--ok">{view::icon(places, "check")}{w.valid.clone()}</span>
            </div>
            {picture(desk, w.symbol.clone())}
        </section>
        <div class="wallet__under">
            <p class="big">{name}</p>
            <p class="note">{view::icon(places, "wifi-off")}<span>{w.offline.clone()}</span></p>
        </div>
        {warning(desk, words)}
        {how_much(desk, places, words)}
        <p class="small">{w.brightness.clone()}</p>
        {eye::scan_theirs(desk.asked, places, words)}
    }
}

fn picture(desk: Desk, label: String) -> impl IntoView {
    let frame = NodeRef::<leptos::html::Div>::new();
    view! {
        <div class="wallet__code" node_ref=frame>
            {move || {
                let code = desk.code.get();
                let room = frame.get().map_or(311.0, |element| f64::from(element.client_width()));
                let ratio = window().device_pixel_ratio();
                let width = view::fitting_width(room, code.size.max(1), ratio);
                view::symbol(code.path, code.size, width, label.clone())
            }}
        </div>
    }
}

fn warning(desk: Desk, words: StoredValue<WalletWords>) -> impl IntoView {
    let w = words.get_value();
    let is_due = move || {
        desk.holding.with(|holding| {
            holding
                .as_ref()
                .is_some_and(|holding| holding.should_warn(screen::unix_seconds() + holding.clock_offset))
        })
    };
    view! {
        <Show when=is_due>
            <section class="panel panel--bare" role="status">
                <h2>{w.warn_title.clone()}</h2>
                <p>{w.warn_words.clone()}</p>
            </section>
        </Show>
    }
}

fn how_much(
    desk: Desk,
    places: StoredValue<WalletPlaces>,
    words: StoredValue<WalletWords>,
) -> impl IntoView {
    let w = words.get_value();
    let item = move |profile: Profile, text: String| {
        let pressed = move || if desk.profile.get() == profile { "true" } else { "false" };
        view! {
            <button type="button" class="choice-row__item" aria-pressed=pressed
                on:click=move |_| choose(desk, places, profile)><span>{text}</span></button>
        }
    };
    let shown = move || {
        desk.holding.with(|holding| {
            let subject = holding.as_ref().and_then(|holding| holding.subject(Profile::Full));
            words.with_value(|w| view::sees(w, desk.profile.get(), subject.as_ref()))
        })
    };
    view! {
        <fieldset class="choice-row">
            <legend class="field__label">{w.how_much.clone()}</legend>
            {item(Profile::Minimum, w.minimum.clone())}
            {item(Profile::Registration, w.registration.clone())}
            {item(Profile::Full, w.full.clone())}
        </fieldset>
        <ul class="notes">
            <li class="note note--strong">
                {view::icon(places, "eye")}<span>{w.sees.clone()}{move || shown().0}</span>
            </li>
            <li class="note">{view::icon(places, "eye-off")}<span>{w.hides.clone()}{move || shown().1}</span></li>
        </ul>
    }
}

fn challenge_panel(
    desk: Desk,
    places: StoredValue<WalletPlaces>,
    words: StoredValue<WalletWords>,
) -> Option<impl IntoView> {
    let w = words.get_value();
    let asked = desk.asked.get();
    let is_answering = desk.answering.get().is_some();
    let answer = move |_| {
        desk.answering.set(desk.asked.get_untracked());
        desk.asked.set(None);
        spawn_local(fresh_code(desk, places));
    };
    if is_answering {
        return Some(view! { <p class="notice-banner" role="status">{w.challenge_answered}</p> }.into_any());
    }
    asked.map(|_| {
        view! {
            <section class="panel panel--bare stack">
                <h2>{w.challenge_title}</h2>
                <p>{w.challenge_words}</p>
                <button type="button" class="button" on:click=answer>{w.challenge_answer}</button>
            </section>
        }
        .into_any()
    })
}
