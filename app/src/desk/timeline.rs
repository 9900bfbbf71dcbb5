//! What happened to an application or a certificate, in the officer's words.

use leptos::prelude::*;
use xinju_domain::application::State;
use xinju_domain::history::Action;
use xinju_domain::time::Day;
use xinju_service::desk::Record;
use xinju_service::history::Line;
use xinju_text::{Locale, t};

use crate::application::words;
use crate::ui;

/// The catalogue key of what an action was; none for what is not told here.
fn key(action: Action) -> Option<&'static str> {
    Some(match action {
        Action::ApplicationSubmitted => "desk-line-submitted",
        Action::ApplicationMoreAsked => "desk-line-more-asked",
        Action::ApplicationAnswered => "desk-line-answered",
        Action::ApplicationIssued => "desk-line-issued",
        Action::ApplicationRefused => "desk-line-refused",
        Action::ApplicationLookedAgain => "desk-line-looked-again",
        Action::ApplicationPassedOn => "desk-line-passed-on",
        Action::ApplicationWithdrawn => "desk-line-withdrawn",
        Action::CertificateRenewed => "certificate-line-renewed",
        Action::CertificateCorrected => "certificate-line-corrected",
        Action::CertificateRevoked => "certificate-line-revoked",
        Action::CertificatePrinted => "certificate-line-printed",
        _ => return None,
    })
}

/// An application's history, laid across, with what goes on now at its end.
pub(super) fn flat(locale: Locale, record: &Record) -> impl IntoView + use<> {
    let done = record.history.iter().filter_map(|line| moment(locale, line, record.today));
    let mut moments: Vec<AnyView> = done.collect();
    let now = match record.application.state {
        State::Submitted if record.is_mine => Some(t!(locale, "desk-line-now-you")),
        State::MoreAsked => Some(t!(locale, "desk-line-now-resident")),
        _ => None,
    };
    if let Some(words) = now {
        moments.push(
            view! {
                <li class="moment moment--now" aria-current="step">
                    <span class="moment__sign">{ui::icon("eye")}</span>
                    <p class="moment__title">{t!(locale, "desk-today")}</p>
                    <p class="moment__more">{words}</p>
                </li>
            }
            .into_any(),
        );
    }
    view! { <ol class="timeline timeline--flat" aria-label=t!(locale, "desk-history")>{moments}</ol> }
}

/// A certificate's history.
pub(super) fn upright(locale: Locale, lines: &[Line], today: Day) -> impl IntoView + use<> {
    let moments: Vec<AnyView> = lines.iter().filter_map(|line| moment(locale, line, today)).collect();
    view! { <ol class="timeline" aria-label=t!(locale, "desk-history")>{moments}</ol> }
}

fn moment(locale: Locale, line: &Line, today: Day) -> Option<AnyView> {
    let words = t!(locale, key(line.action)?);
    let day = words::day(locale, Day::of(line.at), today);
    let moment = view! {
        <li class="moment moment--done">
            <span class="moment__sign">{ui::icon("check")}</span>
            <p class="moment__title">{day}</p>
            <p class="moment__more">{words}</p>
        </li>
    };
    Some(moment.into_any())
}
