//! Offices. An office stands at a region and covers everything in it. Regions are renamed and merged, and offices with
//! them, so an office is valid from a day and until another. The office responsible for a place is the nearest one
//! above it that is valid: the township's own, else the county's.

use serde::{Deserialize, Serialize};

use crate::coded::coded;
use crate::region::{Level, RegionCode};
use crate::time::Day;

coded! {
    /// What an office is; it follows from the level of its region, except for a station, which may stand anywhere.
    OfficeKind: "kind of office" {
        /// The authority of a county, a prefecture or a province.
        Authority = "authority",
        /// The service of a township or a street.
        Township = "township",
        /// The service of a village or a community.
        Community = "community",
        /// A station of free services.
        Station = "station",
    }
}

impl OfficeKind {
    /// The kind of an office that stands at a region of this level.
    pub const fn at(level: Level) -> OfficeKind {
        match level {
            Level::Province | Level::Prefecture | Level::County => OfficeKind::Authority,
            Level::Township => OfficeKind::Township,
            Level::Village => OfficeKind::Community,
        }
    }

    pub fn fits(self, level: Level) -> bool {
        self == OfficeKind::Station || self == OfficeKind::at(level)
    }
}

/// The days on which an office exists; both ends belong to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Validity {
    pub from: Day,
    pub until: Option<Day>,
}

impl Validity {
    pub fn holds_on(self, day: Day) -> bool {
        self.from <= day && self.until.is_none_or(|until| day <= until)
    }
}

/// An office as the rules see it; name, address and telephone are the store's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Office {
    pub region: RegionCode,
    pub kind: OfficeKind,
    pub validity: Validity,
}

impl Office {
    pub fn covers(&self, place: RegionCode) -> bool {
        self.region.contains(place)
    }

    /// Stations serve; they neither issue nor register.
    pub fn decides(&self) -> bool {
        self.kind != OfficeKind::Station
    }
}

/// The office responsible for a place on a day: the narrowest valid one that covers it and may decide.
pub fn responsible<T>(offices: impl IntoIterator<Item = (T, Office)>, place: RegionCode, day: Day) -> Option<T> {
    offices
        .into_iter()
        .filter(|(_, office)| office.covers(place) && office.decides() && office.validity.holds_on(day))
        .max_by_key(|(_, office)| office.region.level())
        .map(|(id, _)| id)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn region(code: &str) -> RegionCode {
        RegionCode::parse(code).expect("a region code")
    }

    fn day(text: &str) -> Day {
        text.parse().expect("a date")
    }

    fn office(code: &str, kind: OfficeKind, until: Option<&str>) -> Office {
        let validity = Validity { from: day("2020-01-01"), until: until.map(day) };
        Office { region: region(code), kind, validity }
    }

    #[test]
    fn the_nearest_valid_office_is_responsible() {
        let offices = [
            ("county", office("990123", OfficeKind::Authority, None)),
            ("bridge", office("990123001", OfficeKind::Township, None)),
            ("willow", office("990123002", OfficeKind::Township, Some("2025-12-31"))),
            ("station", office("990123003", OfficeKind::Station, None)),
            ("elsewhere", office("990204", OfficeKind::Authority, None)),
        ];
        for (place, at, expected) in [
            ("990123001", "2026-11-24", Some("bridge")),
            ("990123001005", "2026-11-24", Some("bridge")),
            ("990123002", "2025-12-31", Some("willow")),
            ("990123002", "2026-01-01", Some("county")),
            ("990123003", "2026-11-24", Some("county")),
            ("990123", "2026-11-24", Some("county")),
            ("990204001", "2026-11-24", Some("elsewhere")),
            ("990205", "2026-11-24", None),
            ("9901", "2026-11-24", None),
            ("990123001", "2019-12-31", None),
        ] {
            assert_eq!(responsible(offices, region(place), day(at)), expected, "{place} {at}");
        }
    }

    #[test]
    fn the_kind_fits_the_level() {
        assert!(OfficeKind::Township.fits(Level::Township));
        assert!(!OfficeKind::Township.fits(Level::County));
        assert!(OfficeKind::Station.fits(Level::Village));
        assert!(OfficeKind::Authority.fits(Level::County));
    }
}
