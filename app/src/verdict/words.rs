//! Which sentences the verdicts need. Numbers and dates are gaps in braces, to be filled in the browser.

use xinju_text::Locale;

use super::Showing;
use crate::words::Words;

const KEYS: &[&str] = &[
    "verdict-clock-ahead",
    "verdict-list-age",
    "verdict-keys-age",
    "verdict-seconds",
    "verdict-minutes",
    "verdict-hours",
    "verdict-days",
    "verdict-date",
    "verdict-months",
    "verdict-comma",
    "verdict-id-number",
    "verdict-masked",
    "verdict-sex-and-birth",
    "verdict-male",
    "verdict-female",
    "verdict-family",
    "verdict-unmarried",
    "verdict-married",
    "verdict-widowed",
    "verdict-divorced",
    "verdict-son",
    "verdict-sons",
    "verdict-daughter",
    "verdict-daughters",
    "verdict-no-children",
    "verdict-home-office",
    "verdict-valid-until",
    "verdict-spouse",
    "verdict-compare-title",
    "verdict-compare-registration",
    "verdict-compare-minimum",
    "verdict-what-now",
    "verdict-calm-title",
    "verdict-calm-words",
    "verdict-reasons-title",
    "verdict-reasons",
    "verdict-list-none",
];

pub(crate) fn verdict_words(locale: Locale) -> Words {
    let of_showing = |showing: Showing| {
        let code = showing.code();
        // Where the facts are shown there is nothing else to do.
        let steps = (!showing.shows_facts()).then(|| format!("verdict-{code}-steps"));
        [Some(format!("verdict-{code}")), Some(format!("verdict-{code}-why")), steps].into_iter().flatten()
    };
    Words::told(locale, KEYS).and(&Words::told(locale, Showing::ALL.into_iter().flat_map(of_showing)))
}
