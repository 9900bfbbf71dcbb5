//! Days as they stand in a certificate: numbers YYYYMMDD in Asia/Shanghai.
//!
//! The zone has kept +8 hours without a change since 1991, so no zone table is needed for any day that a certificate or a key of this
//! portal can name.

const DAY: i64 = 86_400;
const SHANGHAI: i64 = 8 * 3_600;

/// The last second of the year 9998 (UTC): no time in a certificate lies beyond it.
pub(crate) const END_OF_9998: u64 = 253_370_764_799;

/// Whether `yyyymmdd` names a day of the Gregorian calendar in the years 1 to 9999.
pub(crate) fn is_date(yyyymmdd: u64) -> bool {
    let (year, month, day) = split(yyyymmdd);
    (1..=9999).contains(&year) && (1..=12).contains(&month) && day >= 1 && day <= days_in(year, month)
}

/// The day in Shanghai at `unix` seconds, as YYYYMMDD; `None` before 1970 and after 9998, where no key of ours is good.
pub(crate) fn shanghai_day(unix: u64) -> Option<u32> {
    if unix > END_OF_9998 {
        return None;
    }
    let (year, month, day) = civil_from_days((unix.cast_signed() + SHANGHAI).div_euclid(DAY));
    u32::try_from(year * 10_000 + month * 100 + day).ok()
}

/// Unix seconds at which the day after `yyyymmdd` begins in Shanghai; `None` if that is no date.
pub(crate) fn day_after_begins(yyyymmdd: u32) -> Option<i64> {
    if !is_date(u64::from(yyyymmdd)) {
        return None;
    }
    let (year, month, day) = split(u64::from(yyyymmdd));
    Some((days_from_civil(year.cast_signed(), month.cast_signed(), day.cast_signed()) + 1) * DAY - SHANGHAI)
}

fn split(yyyymmdd: u64) -> (u64, u64, u64) {
    (yyyymmdd / 10_000, yyyymmdd / 100 % 100, yyyymmdd % 100)
}

fn days_in(year: u64, month: u64) -> u64 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Days since 1970-01-01, counted in years that begin in March so that the leap day is the last of its year.
fn days_from_civil(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468
}

fn civil_from_days(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let day_of_era = days.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * day_of_year + 2) / 153;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    let year = era * 400 + year_of_era + i64::from(month <= 2);
    (year, month, day_of_year - (153 * shifted + 2) / 5 + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_days_of_the_calendar_are_dates() {
        for real in [20_291_231, 20_240_229, 20_000_229, 10_101, 99_991_231] {
            assert!(is_date(real), "{real}");
        }
        for unreal in
            [0, 20_291_399, 20_230_229, 19_000_229, 20_230_431, 20_230_100, 20_230_001, 101, 100_000_101, u64::MAX]
        {
            assert!(!is_date(unreal), "{unreal}");
        }
    }

    #[test]
    fn a_day_begins_eight_hours_before_greenwich() {
        // 2027-01-14T15:59:59Z and the second after it.
        assert_eq!(shanghai_day(1_799_942_399), Some(20_270_114));
        assert_eq!(shanghai_day(1_799_942_400), Some(20_270_115));
        assert_eq!(day_after_begins(20_270_114), Some(1_799_942_400));
        assert_eq!(shanghai_day(0), Some(19_700_101));
        assert_eq!(shanghai_day(END_OF_9998), Some(99_990_101));
        assert_eq!(shanghai_day(END_OF_9998 + 1), None);
        assert_eq!(day_after_begins(20_291_399), None);
    }

    #[test]
    fn every_day_of_four_centuries_comes_back() {
        for day in 0..146_097_i64 {
            let (year, month, date) = civil_from_days(day);
            assert_eq!(days_from_civil(year, month, date), day);
        }
    }
}
