//! How a posted page becomes an answer, and an answer a filled page again. A page that is refused changes nothing;
//! each fault stands at its field, all of a page's faults at once.

use super::{Answers, Question};
use crate::coded::faults;
use crate::fault::FieldFault;
use crate::id_number::IdNumber;
use crate::person::{Children, Marital, PersonName};
use crate::region::{Level, RegionCode, table};
use crate::time::Day;

faults! {
    /// What is wrong with a chosen place.
    PlaceFault {
        Empty = "fault-place-empty",
        Unknown = "fault-place-unknown",
        /// A province or a prefecture: the county is needed.
        TooWide = "fault-place-too-wide",
        /// A county whose townships are known: one of them is needed.
        TownshipMissing = "fault-place-township-missing",
    }
}

faults! {
    /// What is wrong with a choice among a few.
    ChoiceFault {
        Empty = "fault-choice-empty",
        Unknown = "fault-choice-unknown",
    }
}

/// Puts a posted page into the answers. `fields` are names and values as the form sent them:
///
/// | question | fields |
/// |---|---|
/// | home and current place | `place`: region code, as narrow as the table of regions knows |
/// | name, spouse | `name` |
/// | ID number | `id_number` |
/// | marriage | `marital`: 10, 20, 30 or 40 |
/// | children | `sons`, `daughters`; one left empty is 0 |
/// | photo, papers | none: they are uploaded |
pub fn answer(
    answers: &mut Answers,
    question: Question,
    fields: &[(String, String)],
    today: Day,
) -> Result<(), Vec<FieldFault>> {
    let value = |name: &str| fields.iter().find(|(field, _)| field == name).map_or("", |(_, value)| value.as_str());
    match question {
        Question::HomePlace => {
            answers.home_place = Some(at("place", place(value("place")), PlaceFault::key)?);
        }
        Question::CurrentPlace => {
            answers.current_place = Some(at("place", place(value("place")), PlaceFault::key)?);
        }
        Question::Name => answers.name = Some(name(value("name"))?),
        Question::Spouse => answers.spouse = Some(name(value("name"))?),
        Question::IdNumber => {
            let read = IdNumber::parse(value("id_number"), today);
            answers.id_number = Some(at("id_number", read, |fault| fault.key())?);
        }
        Question::Marriage => {
            let marital = at("marital", marital(value("marital")), ChoiceFault::key)?;
            answers.marital = Some(marital);
            if !marital.has_spouse() {
                answers.spouse = None;
            }
        }
        Question::Children => answers.children = Some(children(value("sons"), value("daughters"))?),
        Question::Photo | Question::Papers => {}
    }
    Ok(())
}

/// The fields of a page with what was answered before; empty where nothing was.
pub fn filled(answers: &Answers, question: Question) -> Vec<(&'static str, String)> {
    let text = |value: Option<String>| value.unwrap_or_default();
    match question {
        Question::HomePlace => vec![("place", text(answers.home_place.map(String::from)))],
        Question::CurrentPlace => vec![("place", text(answers.current_place.map(String::from)))],
        Question::Name => vec![("name", text(answers.name.clone().map(String::from)))],
        Question::Spouse => vec![("name", text(answers.spouse.clone().map(String::from)))],
        Question::IdNumber => vec![("id_number", text(answers.id_number.clone().map(String::from)))],
        Question::Marriage => vec![("marital", text(answers.marital.map(|m| m.code().to_string())))],
        Question::Children => vec![
            ("sons", text(answers.children.map(|c| c.sons().to_string()))),
            ("daughters", text(answers.children.map(|c| c.daughters().to_string()))),
        ],
        Question::Photo | Question::Papers => Vec::new(),
    }
}

fn at<T, Fault>(
    field: &'static str,
    read: Result<T, Fault>,
    key: impl Fn(Fault) -> &'static str,
) -> Result<T, Vec<FieldFault>> {
    read.map_err(|fault| vec![FieldFault::new(field, key(fault))])
}

fn name(text: &str) -> Result<PersonName, Vec<FieldFault>> {
    at("name", PersonName::parse(text), |fault| fault.key())
}

fn place(text: &str) -> Result<RegionCode, PlaceFault> {
    let text = text.trim();
    if text.is_empty() {
        return Err(PlaceFault::Empty);
    }
    let code = RegionCode::parse(text).map_err(|_| PlaceFault::Unknown)?;
    table::name_of(code).ok_or(PlaceFault::Unknown)?;
    if code.level() < Level::County {
        Err(PlaceFault::TooWide)
    } else if table::is_narrowest(code) {
        Ok(code)
    } else {
        Err(PlaceFault::TownshipMissing)
    }
}

fn marital(text: &str) -> Result<Marital, ChoiceFault> {
    if text.is_empty() {
        return Err(ChoiceFault::Empty);
    }
    text.parse().ok().and_then(Marital::from_code).ok_or(ChoiceFault::Unknown)
}

/// An empty number beside a given one means none; two empty ones mean that the question was passed over.
fn children(sons: &str, daughters: &str) -> Result<Children, Vec<FieldFault>> {
    let both_empty = sons.trim().is_empty() && daughters.trim().is_empty();
    let count = |field: &'static str, text: &str| {
        let text = if text.trim().is_empty() && !both_empty { "0" } else { text };
        at(field, Children::parse_count(text), |fault| fault.key())
    };
    match (count("sons", sons), count("daughters", daughters)) {
        (Ok(sons), Ok(daughters)) => {
            Children::new(sons, daughters).ok_or_else(|| vec![FieldFault::new("sons", "fault-children-too-many")])
        }
        (sons, daughters) => Err([sons.err(), daughters.err()].into_iter().flatten().flatten().collect()),
    }
}

#[cfg(test)]
mod tests;
