//! One question a page: its view, the same when it is asked first and when the home office reopened it.

use leptos::prelude::*;
use xinju_domain::application::{Answers, Question, filled};
use xinju_domain::id_number;
use xinju_domain::person::Marital;
use xinju_domain::region::RegionCode;
use xinju_domain::time::Day;
use xinju_text::{Locale, t};

use super::words;
use crate::frame::Typed;
use crate::place::{self, Chooser};
use crate::ui::{self, Choice, Choices, Field};

/// Where the page stands and where its form goes.
#[derive(Clone, Debug)]
pub(super) struct Road {
    /// The page's own address.
    pub(super) here: String,
    /// Where the form is posted.
    pub(super) action: String,
    /// This step and all of them; not when a single answer is changed.
    pub(super) steps: Option<(usize, usize)>,
    /// Whether *save for later* is offered.
    pub(super) is_draft: bool,
    /// The region whose parts are shown, on the pages of places.
    pub(super) within: Option<RegionCode>,
    pub(super) with_demo: bool,
}

/// The page of a question that is typed or chosen.
pub(super) fn view(
    locale: Locale,
    question: Question,
    answers: &Answers,
    typed: &Typed,
    road: &Road,
) -> impl IntoView + use<> {
    let steps = road.steps.map(|(now, total)| ui::steps(locale, now, total));
    let body = match question {
        Question::HomePlace | Question::CurrentPlace => place_body(locale, question, answers, typed, road).into_any(),
        Question::Name => name_body(locale, question, answers, typed).into_any(),
        Question::Spouse => name_body(locale, question, answers, typed).into_any(),
        Question::IdNumber => id_body(locale, answers, typed).into_any(),
        Question::Marriage => marriage_body(locale, answers, typed).into_any(),
        Question::Children => children_body(locale, answers, typed).into_any(),
        Question::Photo | Question::Papers => ().into_any(),
    };
    let summary = ui::error_summary(locale, typed);
    let is_place = matches!(question, Question::HomePlace | Question::CurrentPlace);
    let body = if is_place { body } else { form(locale, question, road, body).into_any() };
    view! { {steps}{summary}{body} }
}

fn form(locale: Locale, question: Question, road: &Road, body: AnyView) -> impl IntoView + use<> {
    let action = road.action.clone();
    let go_on = if road.is_draft { t!(locale, "application-continue") } else { t!(locale, "application-keep") };
    let later = road.is_draft.then(|| ui::link_button(&t!(locale, "application-save-later"), "save", "later"));
    let privacy = match question {
        Question::IdNumber => t!(locale, "application-privacy-id"),
        Question::Name | Question::Spouse => t!(locale, "application-privacy-name"),
        _ => t!(locale, "application-privacy"),
    };
    view! {
        <form method="post" action=action id="answer" class="stack">
            {body}
            <div class="actions">{ui::button(&go_on)}{later}</div>
            <p class="note note--centre">{ui::icon_24("lock")}<span>{privacy}</span></p>
        </form>
    }
}

fn before(answers: &Answers, question: Question, name: &str) -> String {
    filled(answers, question).into_iter().find(|(field, _)| *field == name).map(|(_, value)| value).unwrap_or_default()
}

fn fault(locale: Locale, typed: &Typed, field: &str) -> Option<String> {
    typed.fault(field).map(|key| t!(locale, key))
}

fn place_body(
    locale: Locale,
    question: Question,
    answers: &Answers,
    typed: &Typed,
    road: &Road,
) -> impl IntoView + use<> {
    let (asked, hint, chosen) = if question == Question::HomePlace {
        let hint = t!(locale, "application-hint-home-place");
        (t!(locale, "application-ask-home-place"), hint, answers.home_place)
    } else {
        let hint = t!(locale, "application-hint-current-place");
        (t!(locale, "application-ask-current-place"), hint, answers.current_place)
    };
    place::chooser(&Chooser {
        locale,
        question: asked,
        hint,
        here: road.here.clone(),
        action: road.action.clone(),
        within: road.within,
        chosen,
        fault: fault(locale, typed, "place"),
        with_demo: road.with_demo,
    })
}

fn name_body(locale: Locale, question: Question, answers: &Answers, typed: &Typed) -> impl IntoView + use<> {
    let (asked, hint) = if question == Question::Name {
        (t!(locale, "application-ask-name"), t!(locale, "application-hint-name"))
    } else {
        (t!(locale, "application-ask-spouse"), t!(locale, "application-hint-spouse"))
    };
    let field = ui::field(Field {
        name: "name",
        hint,
        value: typed.value_or("name", &before(answers, question, "name")),
        fault: fault(locale, typed, "name"),
        autocomplete: if question == Question::Name { "name" } else { "off" },
        ..Field::default()
    });
    view! { <h1><label for="name">{asked}</label></h1>{field} }
}

fn id_body(locale: Locale, answers: &Answers, typed: &Typed) -> impl IntoView + use<> {
    let value = typed.value_or("id_number", &before(answers, Question::IdNumber, "id_number"));
    let problem = fault(locale, typed, "id_number");
    let readback = (problem.is_some() && !value.trim().is_empty()).then(|| read_back(locale, &value));
    let read = answers.id_number.as_ref().filter(|_| problem.is_none()).map(|number| {
        let words = t!(
            locale,
            "application-id-read",
            born = words::full_day(locale, number.birth()),
            sex = words::sex(locale, number.sex())
        );
        ui::note("id", &words)
    });
    let is_bad = problem.is_some();
    let described = if is_bad { "id_number-error id_number-hint" } else { "id_number-hint" };
    view! {
        <h1><label for="id_number">{t!(locale, "application-ask-id-number")}</label></h1>
        <p class="hint" id="id_number-hint">{t!(locale, "application-hint-id-number")}</p>
        <div class="field" class:field--bad=is_bad>
            {problem.map(|problem| view! { <p class="field__error" id="id_number-error">{problem}</p> })}
            <input class="input input--digits" id="id_number" name="id_number" value=value autocomplete="off"
                inputmode="text" aria-invalid=is_bad.then_some("true") aria-describedby=described/>
            {readback}
        </div>
        {read}
    }
}

/// The number in three groups to be held beside the card: nobody can say which character was copied wrong.
fn read_back(locale: Locale, typed: &str) -> impl IntoView + use<> {
    let [area, birth, rest] = id_number::read_back(typed);
    let born = birth.parse().ok().and_then(Day::from_yyyymmdd);
    let birth = born.map_or(birth, |day| words::full_day(locale, day));
    let count = rest.chars().count();
    view! {
        <div class="readback">
            <p class="readback__lead">{t!(locale, "application-readback-lead")}</p>
            <dl class="readback__groups">
                <div><dt>{t!(locale, "application-readback-area")}</dt><dd>{area}</dd></div>
                <div><dt>{t!(locale, "application-readback-birth")}</dt><dd>{birth}</dd></div>
                <div><dt>{t!(locale, "application-readback-rest", count = count)}</dt><dd>{rest}</dd></div>
            </dl>
        </div>
    }
}

fn marriage_body(locale: Locale, answers: &Answers, typed: &Typed) -> impl IntoView + use<> {
    let options = Marital::ALL
        .iter()
        .map(|value| Choice {
            value: value.code().to_string(),
            words: words::marital(locale, *value),
            hint: if value.has_spouse() { t!(locale, "application-marital-20-hint") } else { String::new() },
        })
        .collect();
    ui::choices(Choices {
        name: "marital",
        legend: t!(locale, "application-ask-marriage"),
        legend_is_heading: true,
        hint: t!(locale, "application-hint-marriage"),
        options,
        chosen: vec![typed.value_or("marital", &before(answers, Question::Marriage, "marital"))],
        fault: fault(locale, typed, "marital"),
        several: false,
    })
}

fn children_body(locale: Locale, answers: &Answers, typed: &Typed) -> impl IntoView + use<> {
    let number = |name: &'static str, label: String| {
        ui::field(Field {
            name,
            label,
            value: typed.value_or(name, &before(answers, Question::Children, name)),
            fault: fault(locale, typed, name),
            keyboard: "numeric",
            look: "input--digits input--short",
            ..Field::default()
        })
    };
    view! {
        <h1>{t!(locale, "application-ask-children")}</h1>
        <p class="hint">{t!(locale, "application-hint-children")}</p>
        {number("sons", t!(locale, "application-sons"))}
        {number("daughters", t!(locale, "application-daughters"))}
    }
}
