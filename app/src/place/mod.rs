//! Choosing a place in at most three presses: province, county (in one list, by prefecture), township where the table
//! knows any. Each press is a link or a button, so it works without script, and the phone's way back goes one step back.
//!
//! The page that asks gives its own address and the address that takes the answer. A press on a county with townships
//! posts it; the handler asks [`is_step`] and sends the person on to the townships.

use leptos::prelude::*;
use xinju_domain::region::{Level, RegionCode, table};
use xinju_text::{Locale, t};

use crate::ui;

/// What the chooser shows.
#[derive(Clone, Debug)]
pub struct Chooser {
    pub locale: Locale,
    /// The question, the page's heading.
    pub question: String,
    pub hint: String,
    /// The page's own address; `in` is added to it.
    pub here: String,
    /// Where the form is posted, as field `place`.
    pub action: String,
    /// The region whose parts are shown; nothing shows the provinces.
    pub within: Option<RegionCode>,
    /// What was chosen before.
    pub chosen: Option<RegionCode>,
    /// What is to be put right, above the list.
    pub fault: Option<String>,
    /// Whether the province of demonstration is offered.
    pub with_demo: bool,
}

/// Whether a posted place is only a step on the way: a county with townships, or wider.
pub fn is_step(place: &str) -> Option<RegionCode> {
    let code = RegionCode::parse(place.trim()).ok()?;
    (table::name_of(code).is_some() && !table::is_narrowest(code)).then_some(code)
}

/// The list with its heading.
pub fn chooser(chooser: &Chooser) -> impl IntoView + use<> {
    let list = match chooser.within {
        None => provinces(chooser).into_any(),
        Some(region) if region.level() >= Level::County => townships(chooser, region).into_any(),
        Some(region) => counties(chooser, region).into_any(),
    };
    let trail = chooser.within.map(|region| trail(chooser, region));
    let fault = chooser.fault.clone().map(|fault| view! { <p class="field__error" id="place-error">{fault}</p> });
    view! {
        <h1 id="place">{chooser.question.clone()}</h1>
        <p class="hint">{chooser.hint.clone()}</p>
        {fault}
        {trail}
        {list}
    }
}

fn provinces(chooser: &Chooser) -> impl IntoView + use<> {
    let (demo, real): (Vec<_>, Vec<_>) = table::provinces().partition(|entry| table::is_demo(entry.code));
    let demo = demo.into_iter().filter(|_| chooser.with_demo);
    let rows = demo.chain(real).map(|entry| {
        let href = with(&chooser.here, "in", entry.code.as_str());
        let current = chooser.chosen.filter(|chosen| entry.code.contains(*chosen)).map(|_| "true");
        view! {
            <li><a class="row row--press" href=href aria-current=current>
                <span class="row__text"><span class="row__title">{entry.name}</span></span>{ui::icon("chevron-right")}
            </a></li>
        }
    });
    let rows = rows.collect_view();
    view! { <ul class="rows">{rows}</ul> }
}

fn counties(chooser: &Chooser, region: RegionCode) -> impl IntoView + use<> {
    let province = region.up_to(Level::Province).unwrap_or(region);
    let groups = table::counties_of(province)
        .into_iter()
        .map(|group| {
            let buttons = group.counties.iter().map(|entry| press(chooser, entry)).collect_view();
            view! { <h2>{group.label}</h2><ul class="rows">{buttons}</ul> }
        })
        .collect_view();
    view! { <form method="post" action=chooser.action.clone() class="stack">{groups}</form> }
}

fn townships(chooser: &Chooser, region: RegionCode) -> impl IntoView + use<> {
    let county = region.county().unwrap_or(region);
    let buttons = table::children_of(county).map(|entry| press(chooser, &entry)).collect_view();
    view! { <form method="post" action=chooser.action.clone() class="stack"><ul class="rows">{buttons}</ul></form> }
}

fn press(chooser: &Chooser, entry: &table::Entry) -> impl IntoView + use<> {
    let current = chooser.chosen.filter(|chosen| entry.code.contains(*chosen)).map(|_| "true");
    let code = entry.code.to_string();
    view! {
        <li><button class="row row--press" type="submit" name="place" value=code aria-current=current>
            <span class="row__text"><span class="row__title">{entry.name}</span></span>{ui::icon("chevron-right")}
        </button></li>
    }
}

/// What was chosen on the way here, each with the way back to it.
fn trail(chooser: &Chooser, region: RegionCode) -> impl IntoView + use<> {
    let province = region.up_to(Level::Province).unwrap_or(region);
    let mut steps = vec![(chooser.here.clone(), province)];
    if let Some(county) = region.county() {
        steps.push((with(&chooser.here, "in", province.as_str()), county));
    }
    let change = t!(chooser.locale, "place-change");
    let steps = steps
        .into_iter()
        .map(|(href, code)| {
            let name = table::name_of(code).unwrap_or_default();
            view! {
                <div class="summary-list__row">
                    <dt class="visually-hidden">{t!(chooser.locale, "place-chosen")}</dt>
                    <dd>{name}</dd>
                    <dd class="summary-list__change">
                        <a href=href>{change.clone()}<span class="visually-hidden">{name}</span></a>
                    </dd>
                </div>
            }
        })
        .collect_view();
    view! { <dl class="summary-list">{steps}</dl> }
}

/// An address with one more part in its query. Values are codes and need no encoding.
pub fn with(address: &str, name: &str, value: &str) -> String {
    let joint = if address.contains('?') { '&' } else { '?' };
    format!("{address}{joint}{name}={value}")
}

#[cfg(test)]
mod tests {
    use super::{is_step, with};

    #[test]
    fn a_county_with_townships_is_a_step_and_one_without_an_answer() {
        for (place, step) in [
            ("99", true),
            ("990123", true),
            ("990123001", false),
            ("110101", false),
            ("", false),
            ("000000", false),
            ("<script>", false),
        ] {
            assert_eq!(is_step(place).is_some(), step, "{place}");
        }
    }

    #[test]
    fn a_query_grows_with_the_right_joint() {
        assert_eq!(with("/a", "in", "99"), "/a?in=99");
        assert_eq!(with("/a?from=check", "in", "99"), "/a?from=check&in=99");
    }
}
