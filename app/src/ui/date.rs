//! Days and moments as people of each language write them, in the time of the offices (Asia/Shanghai).

use xinju_domain::time::{Day, Instant, ShanghaiTime};
use xinju_text::Locale;

fn numbers(day: Day) -> (i16, u8, u8) {
    (day.year(), day.month().unsigned_abs(), day.day().unsigned_abs())
}

fn weekday(day: Day) -> u8 {
    day.weekday().to_monday_one_offset().unsigned_abs()
}

/// 1992年8月16日: a birth date, a last day; always with its year.
pub fn full_day(locale: Locale, day: Day) -> String {
    xinju_text::day(locale, numbers(day), None)
}

/// 11月27日 周五; with its year when that is not `today`'s.
pub fn day(locale: Locale, day: Day, today: Day) -> String {
    xinju_text::day_with_weekday(locale, numbers(day), Some(today.year()), weekday(day))
}

/// 11月13日 周五 19:42
pub fn moment(locale: Locale, at: Instant, today: Day) -> String {
    let day = Day::of(at);
    let time = ShanghaiTime::of(at);
    let clock = (time.hour, time.minute);
    xinju_text::day_and_time(locale, numbers(day), Some(today.year()), weekday(day), clock)
}
