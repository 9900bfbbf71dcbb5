//! Dates and times as people of each language write them. Inputs are plain numbers, so that this crate needs no
//! calendar: a day is (year, month, day), a weekday counts from Monday = 1.

use crate::Locale;

const WEEKDAYS_ZH_HANS: [&str; 7] = ["周一", "周二", "周三", "周四", "周五", "周六", "周日"];
const WEEKDAYS_ZH_HANT: [&str; 7] = ["週一", "週二", "週三", "週四", "週五", "週六", "週日"];
const WEEKDAYS_EN: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The name of a weekday, Monday = 1.
pub fn weekday(locale: Locale, weekday: u8) -> &'static str {
    let names = match locale {
        Locale::ZhHans => WEEKDAYS_ZH_HANS,
        Locale::ZhHant => WEEKDAYS_ZH_HANT,
        Locale::En => WEEKDAYS_EN,
    };
    names[usize::from(weekday.clamp(1, 7) - 1)]
}

/// A day; the year is left out when it is `this_year`: 12月3日, 2029年11月23日, 3 December.
pub fn day(locale: Locale, (year, month, day): (i16, u8, u8), this_year: Option<i16>) -> String {
    let with_year = this_year != Some(year);
    match locale {
        Locale::ZhHans | Locale::ZhHant if with_year => format!("{year}年{month}月{day}日"),
        Locale::ZhHans | Locale::ZhHant => format!("{month}月{day}日"),
        Locale::En => {
            let name = MONTHS_EN[usize::from(month.clamp(1, 12) - 1)];
            if with_year { format!("{day} {name} {year}") } else { format!("{day} {name}") }
        }
    }
}

/// A day with its weekday: 12月3日 周四, Thursday 3 December.
pub fn day_with_weekday(locale: Locale, date: (i16, u8, u8), this_year: Option<i16>, weekday_number: u8) -> String {
    let date = day(locale, date, this_year);
    let name = weekday(locale, weekday_number);
    match locale {
        Locale::ZhHans | Locale::ZhHant => format!("{date} {name}"),
        Locale::En => format!("{name} {date}"),
    }
}

/// A time of the 24-hour clock: 09:30.
pub fn clock_time(hour: u8, minute: u8) -> String {
    format!("{hour:02}:{minute:02}")
}

/// 12月3日 周四 09:30, Thursday 3 December 09:30.
pub fn day_and_time(
    locale: Locale,
    date: (i16, u8, u8),
    this_year: Option<i16>,
    weekday_number: u8,
    (hour, minute): (u8, u8),
) -> String {
    format!("{} {}", day_with_weekday(locale, date, this_year, weekday_number), clock_time(hour, minute))
}
