//! How moments are told here.

use xinju_domain::time::{Day, Instant, ShanghaiTime};
use xinju_text::Locale;

/// A moment of these days: 11月25日 周三 09:30.
pub(crate) fn moment(locale: Locale, at: Instant) -> String {
    told(locale, at, Day::of(at).year())
}

/// A moment that may be long past: with its year where that is not this one.
pub(crate) fn when(locale: Locale, at: Instant, now: Instant) -> String {
    told(locale, at, Day::of(now).year())
}

fn told(locale: Locale, at: Instant, this_year: i16) -> String {
    let (day, time) = (Day::of(at), ShanghaiTime::of(at));
    let numbers = (day.year(), day.month().unsigned_abs(), day.day().unsigned_abs());
    let weekday = day.weekday().to_monday_one_offset().unsigned_abs();
    xinju_text::day_and_time(locale, numbers, Some(this_year), weekday, (time.hour, time.minute))
}
