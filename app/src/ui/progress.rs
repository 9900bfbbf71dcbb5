//! Where things stand: steps of a form, the promise strip, the timeline.

use leptos::prelude::*;
use xinju_domain::promise::{Mark, Promise};
use xinju_text::{Locale, t};

use super::icon::icon;

/// *Step 2 of 7*, as lamps and as words. `now` counts from 1.
pub fn steps(locale: Locale, now: usize, total: usize) -> impl IntoView {
    let lamps = (1..=total)
        .map(|step| {
            let class = match step.cmp(&now) {
                std::cmp::Ordering::Less => "step step--done",
                std::cmp::Ordering::Equal => "step step--now",
                std::cmp::Ordering::Greater => "step",
            };
            view! { <i class=class></i> }
        })
        .collect_view();
    view! {
        <p class="steps">
            <span class="steps__lamps" aria-hidden="true">{lamps}</span>
            <span>{t!(locale, "frame-step", now = now, total = total)}</span>
        </p>
    }
}

/// One box for each working day of the promise. `words` says the same for a screen reader.
pub fn promise_strip(locale: Locale, promise: &Promise, words: &str) -> impl IntoView + use<> {
    let mut days = Vec::new();
    let mut in_pause = false;
    for (day, state) in &promise.boxes {
        if matches!(state, Mark::Paused) {
            if !in_pause {
                days.push(view! { <li class="promise__pause">{t!(locale, "frame-paused")}</li> }.into_any());
            }
            in_pause = true;
            continue;
        }
        in_pause = false;
        let (class, current) = match state {
            Mark::Used => ("promise__day promise__day--used", None),
            Mark::Today => ("promise__day promise__day--today", Some("date")),
            Mark::ToCome | Mark::Paused => ("promise__day", None),
        };
        let number = day.day();
        days.push(view! { <li class=class aria-current=current>{number}</li> }.into_any());
    }
    view! { <ol class="promise" aria-label=words.to_owned()>{days}</ol> }
}

/// Whether a moment of a timeline has been, is now, or is to come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MomentState {
    Done,
    Now,
    ToCome,
}

/// One moment: what, and who or when.
#[derive(Clone, Debug)]
pub struct Moment {
    pub state: MomentState,
    pub title: String,
    pub more: String,
    /// The sign of *now*; a check stands on what is done.
    pub picture: &'static str,
}

/// What happened, what happens now, what will.
pub fn timeline(moments: Vec<Moment>) -> impl IntoView {
    let moments = moments
        .into_iter()
        .map(|moment| {
            let (class, current, sign) = match moment.state {
                MomentState::Done => ("moment moment--done", None, Some(icon("check").into_any())),
                MomentState::Now => ("moment moment--now", Some("step"), Some(icon(moment.picture).into_any())),
                MomentState::ToCome => ("moment", None, None),
            };
            view! {
                <li class=class aria-current=current>
                    <span class="moment__sign">{sign}</span>
                    <p class="moment__title">{moment.title}</p>
                    <p class="moment__more">{moment.more}</p>
                </li>
            }
        })
        .collect_view();
    view! { <ol class="timeline">{moments}</ol> }
}
