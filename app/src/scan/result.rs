//! The verdict and what the officer does with it; what waits and what was answered; the scans of this day.

use leptos::prelude::*;
use xinju_domain::registration::{Needs, Refusal};

use super::{
    challenge,
    table::{self, Stage, Table},
};
use crate::{
    registration::{Answer, Sent},
    verdict::{self, Shown, filled, icon},
};

/// The stage that shows a verdict.
pub(super) fn shown(table: Table) -> impl IntoView {
    let Some(shown) = table.shown.get_untracked() else { return ().into_any() };
    let icons = table.icons();
    let words = table.words.with_value(|words| words.verdict.clone());
    let subject = shown.judgement.subject.as_ref().filter(|_| shown.showing.shows_facts());
    let content = match subject {
        Some(subject) => verdict::facts(&words, &icons, subject).into_any(),
        None => verdict::advice(&words, &icons, shown.showing).into_any(),
    };
    let may = table::may(&shown);
    let too_little = (may == Err(Refusal::TooLittleShown)).then(|| {
        view! { <div class="inset"><p>{table.word(|words| &words.too_little)}</p></div> }
    });
    view! {
        {verdict::band(&words, &icons, &shown)}
        <section class="column stack">
            {content}
            {too_little}
            {told(table)}
        </section>
        {bar(table, &shown, may)}
    }
    .into_any()
}

/// What stands in the way of a registration, with the way to sign in.
fn told(table: Table) -> impl IntoView {
    view! {
        <Show when=move || table.told.with(|told| !told.is_empty())>
            <div class="inset stack" role="alert">
                <p class="strong">{move || table.told.get()}</p>
                <p class="link-row"><a href="/sign-in?next=/scan">{table.word(|words| &words.sign_in_link)}</a></p>
            </div>
        </Show>
    }
}

fn bar(table: Table, shown: &Shown, may: Result<Needs, Refusal>) -> impl IntoView + use<> {
    let again = move |class: &'static str| {
        view! {
            <button type="button" class=class on:click=move |_| table.look_again()>
                {table.word(|words| &words.again)}
            </button>
        }
    };
    let buttons = if may.is_ok() {
        view! {
            <button type="button" class="button button--quiet" on:click=move |_| table.stage.set(Stage::Differs)>
                {table.word(|words| &words.differs)}
            </button>
            <button type="button" class="button" on:click=move |_| table::begin(table)>
                {table.word(|words| &words.register)}
            </button>
        }
        .into_any()
    } else if shown.showing.asks_challenge() {
        view! {
            {again("button button--quiet")}
            <button type="button" class="button" on:click=move |_| challenge::ask(table)>
                {table.word(|words| &words.ask)}
            </button>
        }
        .into_any()
    } else {
        again("button").into_any()
    };
    view! { <footer class="thumb-bar">{buttons}</footer> }
}

/// Face and card do not fit: what to do now.
pub(super) fn differs(table: Table) -> impl IntoView {
    let steps = table.word(|words| &words.differs_steps);
    let steps = steps.lines().map(|step| view! { <li>{step.trim().to_owned()}</li> }).collect_view();
    view! {
        <section class="column stack">
            <h1>{table.word(|words| &words.differs_title)}</h1>
            <ol class="do-list">{steps}</ol>
        </section>
        <footer class="thumb-bar">
            <button type="button" class="button button--quiet" on:click=move |_| challenge::ask(table)>
                {table.word(|words| &words.ask)}
            </button>
            <button type="button" class="button" on:click=move |_| table.look_again()>
                {table.word(|words| &words.again)}
            </button>
        </footer>
    }
}

/// An order went out: what waits, what was answered, and on to the next.
pub(super) fn sent(table: Table) -> impl IntoView {
    view! {
        <section class="column stack">
            <h1>{table.words.with_value(|words| words.registration.sent.clone())}</h1>
            {answers(table)}
        </section>
        <footer class="thumb-bar">
            <button type="button" class="button" on:click=move |_| table.look_again()>
                {table.word(|words| &words.next)}
            </button>
        </footer>
    }
}

/// What waits in this phone, and what the server answered.
pub(super) fn answers(table: Table) -> impl IntoView {
    let waiting = move || {
        let number = table.waiting.get();
        (number > 0).then(|| {
            let needs_sign_in = matches!(table.sent.get(), Sent::SignIn);
            let words = table.words.with_value(|words| match table.sent.get() {
                Sent::SignIn => words.registration.waiting_sign_in.clone(),
                Sent::NotAllowed => words.registration.not_allowed.clone(),
                Sent::All | Sent::Offline => words.registration.waiting.clone(),
            });
            let link = needs_sign_in.then(|| {
                view! { <a href="/sign-in?next=/scan">{table.word(|words| &words.sign_in_link)}</a> }
            });
            view! {
                <div class="notice-banner" role="status">
                    {icon(&table.icons(), "clock")}<p>{filled(&words, &[("n", &number.to_string())])}" "{link}</p>
                </div>
            }
        })
    };
    view! {
        {waiting}
        {move || table.answers.get().into_iter().map(|answer| one_answer(table, answer)).collect_view()}
    }
}

fn one_answer(table: Table, answer: Answer) -> impl IntoView {
    let (class, picture) = if answer.is_done { ("panel", "check") } else { ("panel panel--bad", "alert-circle") };
    let key = answer.order.key.clone();
    let name = answer.name.clone();
    let words = answer.words.clone();
    let again = answer.may_retype.then(|| {
        let label = table.words.with_value(|words| words.registration.again.clone());
        view! {
            <button type="button" class="button" on:click=move |_| table::put_right(table, answer.clone())>{label}</button>
        }
    });
    let seen = table.words.with_value(|words| words.registration.seen.clone());
    view! {
        <section class=class role="status">
            <span class="lamp" aria-hidden="true">{icon(&table.icons(), picture)}</span>
            <h2 class="panel__head">{name}</h2>
            <p>{words}</p>
            {again}
            <button type="button" class="button button--quiet" on:click=move |_| table::seen(table, key.clone())>{seen}</button>
        </section>
    }
}

/// The scans of this day: number, time, verdict.
pub(super) fn day(table: Table) -> impl IntoView {
    let lines = move || {
        let scans = table.day.get();
        if scans.is_empty() {
            return view! { <p class="small">{table.word(|words| &words.day_empty)}</p> }.into_any();
        }
        let line = |past: super::day::Past| {
            let word = table.words.with_value(|words| {
                words.verdict.sentences.get(past.showing).map_or_else(String::new, |sentence| sentence.word.clone())
            });
            let time = past.time();
            view! {
                <li class="row">
                    <div class="row__text"><p class="row__title digits">{past.number}</p><p class="small">{word}</p></div>
                    <div class="row__end"><span class="tag">{time}</span></div>
                </li>
            }
        };
        view! { <ul class="rows">{scans.into_iter().map(line).collect_view()}</ul> }.into_any()
    };
    view! {
        <details class="details">
            <summary>{table.word(|words| &words.day)}</summary>
            <div class="details__body stack">{lines}</div>
        </details>
    }
}

/// For which office this phone registers.
pub(super) fn who(table: Table) -> impl IntoView {
    move || match table.who.get() {
        Some(who) => {
            let line = table.words.with_value(|words| filled(&words.signed_in, &[("o", &who.office)]));
            view! { <p class="note">{icon(&table.icons(), "user")}<span>{line}</span></p> }.into_any()
        }
        None => view! {
            <p class="link-row"><a href="/sign-in?next=/scan">{table.word(|words| &words.sign_in_link)}</a></p>
        }
        .into_any(),
    }
}
