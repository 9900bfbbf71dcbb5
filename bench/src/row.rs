//! A row of the table: what, how much, and what it is held against.

use serde::Serialize;

#[derive(Debug, Serialize)]
pub struct Row<'a> {
    pub what: &'a str,
    pub value: f64,
    pub unit: &'a str,
    /// What it is held against, in words; empty if nothing is.
    pub against: &'a str,
    /// That as a number in the same unit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limit: Option<f64>,
    /// Whether more than the limit is better than less.
    pub more_is_better: bool,
}

impl<'a> Row<'a> {
    /// A number that is best small.
    pub fn small(what: &'a str, value: f64, unit: &'a str) -> Self {
        Self { what, value, unit, against: "", limit: None, more_is_better: false }
    }

    /// A number that is best large.
    pub fn large(what: &'a str, value: f64, unit: &'a str) -> Self {
        Self { more_is_better: true, ..Self::small(what, value, unit) }
    }

    pub fn held_against(self, words: &'a str, limit: f64) -> Self {
        Self { against: words, limit: Some(limit), ..self }
    }

    pub fn print(&self) {
        let json = serde_json::to_string(self).unwrap_or_default();
        println!("{json}");
    }
}

/// Tells whoever waits what goes on.
#[expect(clippy::print_stderr, reason = "the standard output is for rows")]
pub fn progress(words: &str) {
    eprintln!("· {words}");
}
