//! The verdict and what the officer does with it; what waits and what was answered; the scans of this day.

use leptos::prelude::*;
use xinju_domain::registration::{Needs, Refusal};

use super::{
    challenge,
    table::{self, Stage, Table},
};
use crate::{
    registration::{Answer, Sent},
    verdict::{self, Showing, Shown, filled, icon},
};

/// The stage that shows a verdict.
pub(super) fn shown(table: Table) -> impl IntoView {
    let Some(shown) = table.shown.get_untracked() else { return ().into_any() };
    let icons = table.icons();
    let words = table.words.get_value();
    let subject = shown.judgement.subject.as_ref().filter(|_| shown.showing.shows_facts());
    let content = match subject {
        Some(subject) => verdict::facts(&words, &icons, subject).into_any(),
        None => verdict::advice(&words, &icons, shown.showing).into_any(),
    };
    let may = table::may(&shown);
    let too_little = (may == Err(Refusal::TooLittleShown)).then(|| {
        view! { <div class="inset"><p>{table.word("scan-too-little")}</p></div> }
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
                <p class="link-row"><a href="/sign-in?next=/scan">{table.word("registration-sign-in-link")}</a></p>
            </div>
        </Show>
    }
}

fn bar(table: Table, shown: &Shown, may: Result<Needs, Refusal>) -> impl IntoView + use<> {
    let again = move |class: &'static str| {
        view! {
            <button type="button" class=class on:click=move |_| table.look_again()>
                {table.word("scan-again")}
            </button>
        }
    };
    let buttons = if may.is_ok() {
        view! {
            <button type="button" class="button button--quiet" on:click=move |_| table.stage.set(Stage::Differs)>
                {table.word("scan-differs")}
            </button>
            <button type="button" class="button" on:click=move |_| table::begin(table)>
                {table.word("scan-register")}
            </button>
        }
        .into_any()
    } else if shown.showing.asks_challenge() {
        view! {
            {again("button button--quiet")}
            <button type="button" class="button" on:click=move |_| challenge::ask(table)>
                {table.word("scan-ask")}
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
    let steps = table.word("scan-differs-steps");
    let steps = steps.lines().map(|step| view! { <li>{step.trim().to_owned()}</li> }).collect_view();
    view! {
        <section class="column stack">
            <h1>{table.word("scan-differs-title")}</h1>
            <ol class="do-list">{steps}</ol>
        </section>
        <footer class="thumb-bar">
            <button type="button" class="button button--quiet" on:click=move |_| challenge::ask(table)>
                {table.word("scan-ask")}
            </button>
            <button type="button" class="button" on:click=move |_| table.look_again()>
                {table.word("scan-again")}
            </button>
        </footer>
    }
}

/// An order went out: what waits, what was answered, and on to the next.
pub(super) fn sent(table: Table) -> impl IntoView {
    view! {
        <section class="column stack">
            <h1>{table.word("registration-sent")}</h1>
            {answers(table)}
        </section>
        <footer class="thumb-bar">
            <button type="button" class="button" on:click=move |_| table.look_again()>
                {table.word("scan-next")}
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
            let words = table.word(match table.sent.get() {
                Sent::SignIn => "registration-waiting-sign-in",
                Sent::NotAllowed => "registration-not-allowed",
                Sent::All | Sent::Offline => "registration-waiting",
            });
            let link = needs_sign_in.then(|| {
                view! { <a href="/sign-in?next=/scan">{table.word("registration-sign-in-link")}</a> }
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
        let label = table.word("registration-again");
        view! {
            <button type="button" class="button" on:click=move |_| table::put_right(table, answer.clone())>{label}</button>
        }
    });
    let seen = table.word("registration-seen");
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
            return view! { <p class="small">{table.word("scan-day-empty")}</p> }.into_any();
        }
        let line = |past: super::day::Past| {
            let showing = Showing::ALL.get(past.showing);
            let word = showing.map_or_else(String::new, |showing| table.word(&format!("verdict-{}", showing.code())));
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
            <summary>{table.word("scan-day")}</summary>
            <div class="details__body stack">{lines}</div>
        </details>
    }
}

/// For which office this phone registers.
pub(super) fn who(table: Table) -> impl IntoView {
    move || match table.who.get() {
        Some(who) => {
            let line = filled(&table.word("scan-signed-in"), &[("office", &who.office)]);
            view! { <p class="note">{icon(&table.icons(), "user")}<span>{line}</span></p> }.into_any()
        }
        None => view! {
            <p class="link-row"><a href="/sign-in?next=/scan">{table.word("registration-sign-in-link")}</a></p>
        }
        .into_any(),
    }
}
