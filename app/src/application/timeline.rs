//! The history of an application in plain words: what happened, when, and what comes next.

use xinju_domain::application::State;
use xinju_domain::history::Action;
use xinju_service::application::Own;
use xinju_service::history::Line;
use xinju_text::{Locale, t};

use super::words;
use crate::ui::{Moment, MomentState};

/// What happened, then what is now, then what is to come.
pub(super) fn moments(locale: Locale, own: &Own) -> Vec<Moment> {
    let mut moments: Vec<Moment> = own
        .lines
        .iter()
        .enumerate()
        .filter(|(at, line)| is_told(own, line, own.lines.get(at + 1..).unwrap_or_default()))
        .filter_map(|(_, line)| done(locale, own, line))
        .collect();
    moments.dedup_by(|one, other| one.title == other.title && one.more == other.more);
    let is_read = own.lines.iter().rev().find(|line| !is_quiet(line.action)).map(|line| line.action);
    if own.application.state == State::Submitted
        && matches!(is_read, Some(Action::ApplicationOpened | Action::ApplicationAssigned))
        && let Some(last) = moments.last_mut()
    {
        last.state = MomentState::Now;
        last.picture = "eye";
    }
    moments.extend(to_come(locale, own));
    moments
}

/// Looks at papers and the papers themselves are told elsewhere on the page.
fn is_quiet(action: Action) -> bool {
    matches!(action, Action::PaperViewed | Action::PaperAdded | Action::PaperRemoved)
}

/// An opening is told only while the office has the turn and nothing came after it: an office opens a record many times.
fn is_told(own: &Own, line: &Line, later: &[Line]) -> bool {
    match line.action {
        Action::ApplicationOpened | Action::ApplicationAssigned => {
            own.application.state == State::Submitted && later.iter().all(|later| is_quiet(later.action))
        }
        action => !is_quiet(action),
    }
}

fn done(locale: Locale, own: &Own, line: &Line) -> Option<Moment> {
    let office = own.name_of_office(line.actor_office.as_deref().unwrap_or(&line.office));
    let title = match line.action {
        Action::ApplicationSubmitted => t!(locale, "application-line-submitted"),
        Action::ApplicationOpened | Action::ApplicationAssigned => {
            t!(locale, "application-line-opened", office = office)
        }
        Action::ApplicationMoreAsked => t!(locale, "application-line-more-asked", office = office),
        Action::ApplicationAnswered => t!(locale, "application-line-answered"),
        Action::ApplicationIssued => t!(locale, "application-line-issued", office = office),
        Action::ApplicationRefused => t!(locale, "application-line-refused", office = office),
        Action::ApplicationLookedAgain => t!(locale, "application-line-looked-again"),
        Action::ApplicationPassedOn => {
            t!(locale, "application-line-passed-on", office = own.name_of_office(&line.office))
        }
        Action::ApplicationWithdrawn => t!(locale, "application-line-withdrawn"),
        _ => return None,
    };
    let more = words::moment(locale, line.at, own.today);
    Some(Moment { state: MomentState::Done, title, more, picture: "check" })
}

fn to_come(locale: Locale, own: &Own) -> Vec<Moment> {
    let issue = || Moment {
        state: MomentState::ToCome,
        title: t!(locale, "application-next-issue"),
        more: t!(locale, "application-next-issue-more"),
        picture: "",
    };
    match own.application.state {
        State::Submitted => vec![issue()],
        State::MoreAsked => {
            let waits = Moment {
                state: MomentState::Now,
                title: t!(locale, "application-now-you"),
                more: t!(locale, "application-now-you-more"),
                picture: "pencil",
            };
            vec![waits, issue()]
        }
        _ => Vec::new(),
    }
}
