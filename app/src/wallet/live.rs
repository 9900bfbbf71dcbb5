//! The live code and what belongs to it.

use leptos::{prelude::*, task::spawn_local};
use xinju_credential::certificate::Profile;

use super::{eye, state::State, view};
use crate::{
    phone::screen,
    words::{Places, Words},
};

type Addresses = StoredValue<Places>;
type Sentences = StoredValue<Words>;

pub fn live(state: State, places: Addresses, words: Sentences) -> impl IntoView {
    let w = words.get_value();
    view! {
        {move || challenge(state, places, words)}
        <section class="wallet" aria-label=w.get("wallet-title")>
            {ring(state)}
            <div class="wallet__head">
                <span class="wallet__lamp" role="timer" aria-live="off">{move || state.left.get()}</span>
                <p class="wallet__what">{w.get("wallet-renews")}</p>
                <span class="tag tag--ok">{view::icon(places, "check")}{w.get("wallet-valid")}</span>
            </div>
            {picture(state, w.get("wallet-symbol"))}
        </section>
        <div class="wallet__under">
            <p class="big">{move || subject(state, |subject| subject.name)}</p>
            <p class="note">{view::icon(places, "wifi-off")}<span>{w.get("wallet-offline")}</span></p>
        </div>
        {how_much(state, places, words)}
        {warning(state, words)}
        {eye::scan_theirs(state, places, words)}
        <p class="note">{view::icon(places, "sun")}<span>{w.get("wallet-brightness")}</span></p>
        {print(state, places, words)}
        {leaving(state, words)}
    }
}

fn subject(state: State, pick: fn(xinju_credential::certificate::Subject) -> String) -> String {
    state
        .holding
        .with(|holding| holding.as_ref().and_then(|holding| holding.subject(Profile::Minimum)))
        .map_or_else(String::new, pick)
}

/// Of 32 parts of the way round 30 are seconds; two lie under the lamp.
fn ring(state: State) -> impl IntoView {
    view! {
        <svg class="wallet__ring" aria-hidden="true">
            <rect class="wallet__track" width="100%" height="100%" rx="26" pathLength="32"></rect>
            <rect class="wallet__left" width="100%" height="100%" rx="26" pathLength="32"
                stroke-dasharray=move || format!("{} 40", state.left.get())></rect>
        </svg>
    }
}

fn picture(state: State, label: String) -> impl IntoView {
    let frame = NodeRef::<leptos::html::Div>::new();
    let width = RwSignal::new(0.0);
    let measure = move || {
        if let Some(element) = frame.get_untracked() {
            width.set(f64::from(element.client_width()));
        }
    };
    Effect::new(move |_| {
        frame.track();
        measure();
    });
    let resizing = window_event_listener(leptos::ev::resize, move |_| measure());
    on_cleanup(move || resizing.remove());
    view! {
        <div class="wallet__code" node_ref=frame>
            {move || {
                let (code, room) = (state.code.get(), width.get());
                (room > 0.0).then(|| {
                    let ratio = window().device_pixel_ratio();
                    let width = view::fitting_width(room, code.size.max(1), ratio);
                    view::symbol(code.path, code.size, width, label.clone())
                })
            }}
        </div>
    }
}

fn warning(state: State, words: Sentences) -> impl IntoView {
    let w = words.get_value();
    let is_due = move || {
        // Once with each code is often enough.
        state.code.track();
        state.holding.with(|holding| {
            holding.as_ref().is_some_and(|holding| holding.should_warn(screen::unix_seconds() + holding.clock_offset))
        })
    };
    view! {
        <Show when=is_due>
            <section class="panel panel--bare" role="status">
                <h2>{w.get("wallet-warn-title")}</h2>
                <p>{w.get("wallet-warn-words")}</p>
            </section>
        </Show>
    }
}

fn how_much(state: State, places: Addresses, words: Sentences) -> impl IntoView {
    let w = words.get_value();
    let item = move |profile: Profile, text: String| {
        let pressed = move || if state.profile.get() == profile { "true" } else { "false" };
        view! {
            <button type="button" class="choice-row__item" aria-pressed=pressed on:click=move |_| state.choose(profile)>
                <span>{text}</span>
            </button>
        }
    };
    let shown = move || {
        state.holding.with(|holding| {
            let subject = holding.as_ref().and_then(|holding| holding.subject(Profile::Full));
            words.with_value(|w| view::sees(w, state.profile.get(), subject.as_ref()))
        })
    };
    let locked = move || state.is_locked.get().then(|| words.with_value(|words| words.get("wallet-full-needs-lock")));
    view! {
        <fieldset class="choice-row">
            <legend class="field__label">{w.get("wallet-how-much")}</legend>
            {item(Profile::Minimum, w.get("wallet-minimum"))}
            {item(Profile::Registration, w.get("wallet-registration"))}
            {item(Profile::Full, w.get("wallet-full"))}
        </fieldset>
        <ul class="notes" aria-live="polite">
            {move || locked().map(|text| view! { <li class="note note--strong">{view::icon(places, "lock")}<span>{text}</span></li> })}
            <li class="note note--strong">
                {view::icon(places, "eye")}<span>{w.get("wallet-sees")}{move || view::things(&shown().0)}</span>
            </li>
            <li class="note">{view::icon(places, "eye-off")}<span>{w.get("wallet-hides")}{move || view::things(&shown().1)}</span></li>
        </ul>
    }
}

/// An officer's number that waits for a press, or that the code on the screen answers.
fn challenge(state: State, places: Addresses, words: Sentences) -> Option<AnyView> {
    let w = words.get_value();
    state.asked.get()?;
    if state.is_answering.get() {
        return Some(
            view! { <p class="note note--strong" role="status">{view::icon(places, "check")}<span>{w.get("wallet-challenge-answered")}</span></p> }
                .into_any(),
        );
    }
    Some(
        view! {
            <section class="panel panel--lit stack" role="status">
                <span class="lamp" aria-hidden="true">{view::icon(places, "scan")}</span>
                <h2 class="panel__head">{w.get("wallet-challenge-title")}</h2>
                <p>{w.get("wallet-challenge-words")}</p>
                <button type="button" class="button" on:click=move |_| state.answer()>{w.get("wallet-challenge-answer")}</button>
            </section>
        }
        .into_any(),
    )
}

fn print(state: State, places: Addresses, words: Sentences) -> impl IntoView {
    let w = words.get_value();
    let address = move || format!("/print/{}", subject(state, |subject| subject.number));
    view! { <p class="link-row">{view::icon(places, "printer")}<a href=address>{w.get("wallet-print")}</a></p> }
}

/// *Leave no trace*, from the wallet: the certificate leaves the phone, and so does everything else of ours.
fn leaving(state: State, words: Sentences) -> impl IntoView {
    let w = words.get_value();
    let message = RwSignal::new(String::new());
    let offline = StoredValue::new(w.get("wallet-leave-offline"));
    let press = move |_| {
        spawn_local(async move {
            if state.leave().await {
                screen::go_to("/");
            } else {
                message.set(offline.get_value());
            }
        });
    };
    view! {
        <details class="details">
            <summary>{w.get("wallet-leave")}</summary>
            <div class="details__body stack">
                <p>{w.get("wallet-leave-words")}</p>
                <button type="button" class="button button--danger" on:click=press>{w.get("wallet-leave-button")}</button>
                <p class="strong" role="status">{move || message.get()}</p>
            </div>
        </details>
    }
}
