//! The names of the regions: provinces, prefectures and counties of GB/T 2260, and a province of demonstration (99)
//! with townships. The text of two small files is searched in place, so nothing is read or allocated at start.
//!
//! Choosing a place takes three steps: a province, then a county in one list grouped by prefecture ([`counties_of`]),
//! then a township where the table knows any ([`children_of`]). Prefectures that are only bookkeeping (市辖区 of a
//! municipality, 省直辖县级行政区划) are not shown in names.

use super::{Level, RegionCode};

const REAL: &str = include_str!("../../data/regions.csv");
const DEMO: &str = include_str!("../../data/regions-demo.csv");
const DEMO_PROVINCE: &str = "99";

/// A region and its own name, without those above it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    pub code: RegionCode,
    pub name: &'static str,
}

/// Counties under one heading: the prefecture's name, or the province's where the prefecture is bookkeeping.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    pub label: &'static str,
    pub counties: Vec<Entry>,
}

/// All provinces, the province of demonstration last.
pub fn provinces() -> impl Iterator<Item = Entry> {
    entries(body(REAL)).chain(entries(body(DEMO))).filter(|e| e.code.level() == Level::Province)
}

/// The regions one level below that the table knows; none below a county except in the demonstration.
pub fn children_of(code: RegionCode) -> impl Iterator<Item = Entry> {
    let level = Level::ALL.iter().copied().find(|level| *level > code.level());
    inside(code).filter(move |e| Some(e.code.level()) == level)
}

/// The counties of a province, grouped as one list for choosing.
pub fn counties_of(province: RegionCode) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for entry in inside(province) {
        match entry.code.level() {
            Level::Prefecture => {
                let label = if is_bookkeeping(entry.code, entry.name) {
                    name_of(province).unwrap_or(entry.name)
                } else {
                    entry.name
                };
                if groups.last().is_none_or(|group| group.label != label) {
                    groups.push(Group { label, counties: Vec::new() });
                }
            }
            Level::County => {
                if let Some(group) = groups.last_mut() {
                    group.counties.push(entry);
                }
            }
            _ => {}
        }
    }
    groups
}

/// The region's own name.
pub fn name_of(code: RegionCode) -> Option<&'static str> {
    let text = file_of(code);
    let line = text[lower_bound(text, code.as_str())..].lines().next()?;
    line.strip_prefix(code.as_str())?.strip_prefix(',')
}

/// The name with those above it, 浙江省温州市鹿城区, as far down as the table knows; nothing if it knows not even the
/// province.
pub fn full_name(code: RegionCode) -> Option<String> {
    let mut full = String::new();
    let mut last = "";
    for level in Level::ALL.iter().filter(|level| **level <= code.level()) {
        let part = code.up_to(*level)?;
        let Some(name) = name_of(part) else { break };
        // 东莞市 is prefecture and county in one.
        if name != last && !is_bookkeeping(part, name) {
            full.push_str(name);
        }
        last = name;
    }
    (!full.is_empty()).then_some(full)
}

/// Whether the table knows the region and nothing narrower in it: it can be chosen as a place.
pub fn is_narrowest(code: RegionCode) -> bool {
    code.level() >= Level::County && name_of(code).is_some() && children_of(code).next().is_none()
}

/// Whether the region belongs to the invented province of demonstration.
pub fn is_demo(code: RegionCode) -> bool {
    code.as_str().starts_with(DEMO_PROVINCE)
}

fn is_bookkeeping(code: RegionCode, name: &str) -> bool {
    code.level() == Level::Prefecture && (matches!(name, "市辖区" | "县") || name.ends_with("直辖县级行政区划"))
}

fn file_of(code: RegionCode) -> &'static str {
    body(if is_demo(code) { DEMO } else { REAL })
}

/// The file without the comment at its head.
fn body(text: &'static str) -> &'static str {
    let head: usize = text.split_inclusive('\n').take_while(|line| line.starts_with('#')).map(str::len).sum();
    &text[head..]
}

fn inside(code: RegionCode) -> impl Iterator<Item = Entry> {
    let text = file_of(code);
    entries(&text[lower_bound(text, code.as_str())..]).take_while(move |e| code.contains(e.code))
}

fn entries(text: &'static str) -> impl Iterator<Item = Entry> {
    text.lines().filter_map(|line| {
        let (code, name) = line.split_once(',')?;
        Some(Entry { code: RegionCode::parse(code).ok()?, name })
    })
}

/// Where the first line begins whose code is not before `code`; the lines stand in the order of their codes.
fn lower_bound(text: &str, code: &str) -> usize {
    let (mut low, mut high) = (0, text.len());
    while low < high {
        let middle = low + (high - low) / 2;
        let before = &text.as_bytes()[low..middle];
        let start = before.iter().rposition(|b| *b == b'\n').map_or(low, |at| low + at + 1);
        let rest = &text.as_bytes()[start..high];
        let end = rest.iter().position(|b| *b == b'\n').map_or(high, |at| start + at + 1);
        let found = rest.iter().position(|b| *b == b',').map_or(rest, |at| &rest[..at]);
        if found < code.as_bytes() {
            low = end;
        } else {
            high = start;
        }
    }
    low
}

#[cfg(test)]
mod tests;
