//! The scans of this day, in the phone: number, time and verdict. With the next day they are gone.

use xinju_domain::time::{Day, Instant, ShanghaiTime};

use crate::{
    json::Json,
    phone::store::{self, Shelf},
};

/// The most that are kept.
const MOST: usize = 200;

/// One scan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Past {
    pub(super) number: String,
    /// Unix seconds.
    pub(super) at: i64,
    /// The place of its showing among all.
    pub(super) showing: usize,
}

impl Past {
    /// 09:30
    pub(super) fn time(&self) -> String {
        ShanghaiTime::of(Instant::from_unix_seconds(self.at)).to_string()
    }
}

#[derive(Debug, Default, PartialEq, Eq)]
struct Kept {
    day: u32,
    scans: Vec<Past>,
}

impl Kept {
    fn json(&self) -> Json {
        let scan = |past: &Past| {
            let showing = i64::try_from(past.showing).unwrap_or(i64::MAX);
            Json::object([("number", Json::from(&past.number)), ("at", past.at.into()), ("showing", showing.into())])
        };
        let scans = self.scans.iter().map(scan).collect();
        Json::object([("day", i64::from(self.day).into()), ("scans", Json::List(scans))])
    }

    fn read(text: &str) -> Option<Self> {
        let json = Json::read(text)?;
        let scan = |past: &Json| {
            let showing = usize::try_from(past.number("showing")?).ok()?;
            Some(Past { number: past.text("number")?, at: past.number("at")?, showing })
        };
        let scans = json.get("scans")?.members().iter().map(scan).collect::<Option<_>>()?;
        Some(Self { day: json.number("day")?.try_into().ok()?, scans })
    }
}

fn of_day(kept: Kept, now: i64) -> Vec<Past> {
    if kept.day == day(now) { kept.scans } else { Vec::new() }
}

fn day(now: i64) -> u32 {
    Day::of(Instant::from_unix_seconds(now)).yyyymmdd()
}

/// The scans of the day of `now`, the latest first.
pub(super) async fn kept(now: i64) -> Vec<Past> {
    let text = store::take_text(Shelf::Desk, "day").await.ok().flatten().unwrap_or_default();
    of_day(Kept::read(&text).unwrap_or_default(), now)
}

/// Adds one; gives all.
pub(super) async fn add(past: Past) -> Vec<Past> {
    let now = past.at;
    let mut scans = kept(now).await;
    scans.insert(0, past);
    scans.truncate(MOST);
    let kept = Kept { day: day(now), scans };
    let _ = store::keep_text(Shelf::Desk, "day", &kept.json().write()).await;
    kept.scans
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_day_begins_empty() {
        let past = Past { number: "n".into(), at: 1_795_500_000, showing: 0 };
        let kept = || Kept { day: 20_261_124, scans: vec![past.clone()] };
        assert_eq!(of_day(kept(), 1_795_500_000), std::slice::from_ref(&past));
        assert_eq!(of_day(kept(), 1_795_500_000 + 86_400), []);
        assert_eq!(past.time(), "14:00");
        assert_eq!(Kept::read(&kept().json().write()), Some(kept()));
    }
}
