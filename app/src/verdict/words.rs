//! The sentences of a verdict. Numbers and dates are gaps in braces, to be filled in the browser.

use serde::{Deserialize, Serialize};

/// What one showing says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sentence {
    /// The one word on the band.
    pub word: String,
    /// The line below it.
    pub why: String,
    /// What to do, one step a line; empty where the facts are shown.
    pub steps: String,
}

/// Every sentence of the verdicts, made on the server.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct VerdictWords {
    /// In the order of `Showing::ALL`.
    pub sentences: Vec<Sentence>,
    /// Instead of the line below *ask again* when the holder's clock is ahead.
    pub clock_ahead: String,
    pub list_age: String,
    pub list_none: String,
    pub keys_age: String,
    pub seconds: String,
    pub minutes: String,
    pub hours: String,
    pub days: String,
    pub date: String,
    pub months: String,
    pub comma: String,
    pub id_number: String,
    /// *Starts with … ends with …*, for who cannot see the dots.
    pub masked: String,
    pub sex_and_birth: String,
    pub male: String,
    pub female: String,
    pub family: String,
    /// By GB/T 2261.2: unmarried, married, widowed, divorced.
    pub marital: [String; 4],
    pub son: String,
    pub sons: String,
    pub daughter: String,
    pub daughters: String,
    pub no_children: String,
    pub home_office: String,
    pub valid_until: String,
    pub spouse: String,
    pub compare_title: String,
    pub compare_registration: String,
    pub compare_minimum: String,
    pub what_now: String,
    pub calm_title: String,
    pub calm_words: String,
    pub reasons_title: String,
    /// Why a genuine code may fail, one reason a line.
    pub reasons: String,
}

#[cfg(feature = "ssr")]
pub(crate) use made::verdict_words;

#[cfg(feature = "ssr")]
mod made {
    use xinju_text::{Locale, t};

    use super::{Sentence, VerdictWords};
    use crate::verdict::Showing;

    /// A gap that is filled in the browser.
    fn gap(name: &str) -> String {
        format!("{{{name}}}")
    }

    fn sentence(locale: Locale, showing: Showing) -> Sentence {
        let code = showing.code();
        let steps = if showing.shows_facts() {
            String::new()
        } else {
            t!(locale, &format!("verdict-{code}-steps"))
        };
        Sentence {
            word: t!(locale, &format!("verdict-{code}")),
            why: t!(locale, &format!("verdict-{code}-why"), time = gap("t")),
            steps,
        }
    }

    pub(crate) fn verdict_words(locale: Locale) -> VerdictWords {
        let n = || gap("n");
        VerdictWords {
            sentences: Showing::ALL.map(|showing| sentence(locale, showing)).to_vec(),
            clock_ahead: t!(locale, "verdict-clock-ahead", time = gap("t")),
            list_age: t!(locale, "verdict-list-age", time = gap("t")),
            list_none: t!(locale, "verdict-list-none"),
            keys_age: t!(locale, "verdict-keys-age", time = gap("t")),
            seconds: t!(locale, "verdict-seconds", n = n()),
            minutes: t!(locale, "verdict-minutes", n = n()),
            hours: t!(locale, "verdict-hours", n = n()),
            days: t!(locale, "verdict-days", n = n()),
            date: t!(locale, "verdict-date", y = gap("y"), m = gap("m"), d = gap("d")),
            months: t!(locale, "verdict-months"),
            comma: t!(locale, "verdict-comma"),
            id_number: t!(locale, "verdict-id-number"),
            masked: t!(locale, "verdict-masked", first = gap("a"), last = gap("z")),
            sex_and_birth: t!(locale, "verdict-sex-and-birth"),
            male: t!(locale, "verdict-male"),
            female: t!(locale, "verdict-female"),
            family: t!(locale, "verdict-family"),
            marital: [
                t!(locale, "verdict-unmarried"),
                t!(locale, "verdict-married"),
                t!(locale, "verdict-widowed"),
                t!(locale, "verdict-divorced"),
            ],
            son: t!(locale, "verdict-son"),
            sons: t!(locale, "verdict-sons", n = n()),
            daughter: t!(locale, "verdict-daughter"),
            daughters: t!(locale, "verdict-daughters", n = n()),
            no_children: t!(locale, "verdict-no-children"),
            home_office: t!(locale, "verdict-home-office"),
            valid_until: t!(locale, "verdict-valid-until"),
            spouse: t!(locale, "verdict-spouse"),
            compare_title: t!(locale, "verdict-compare-title"),
            compare_registration: t!(locale, "verdict-compare-registration"),
            compare_minimum: t!(locale, "verdict-compare-minimum"),
            what_now: t!(locale, "verdict-what-now"),
            calm_title: t!(locale, "verdict-calm-title"),
            calm_words: t!(locale, "verdict-calm-words"),
            reasons_title: t!(locale, "verdict-reasons-title"),
            reasons: t!(locale, "verdict-reasons"),
        }
    }
}
