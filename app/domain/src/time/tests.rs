use proptest::prelude::*;

use super::*;

#[test]
fn a_day_begins_at_sixteen_hundred_utc_of_the_day_before() {
    for (unix, day, time) in [
        (0, "1970-01-01", "08:00"),
        (-8 * 3600, "1970-01-01", "00:00"),
        (-8 * 3600 - 1, "1969-12-31", "23:59"),
        (1_795_535_999, "2026-11-24", "23:59"),
        (1_795_536_000, "2026-11-25", "00:00"),
    ] {
        let instant = Instant::from_unix_seconds(unix);
        assert_eq!(Day::of(instant).to_string(), day);
        assert_eq!(ShanghaiTime::of(instant).to_string(), time);
    }
}

#[test]
fn only_dates_that_exist_are_read() {
    for (text, good) in [
        ("2024-02-29", true),
        ("2026-02-29", false),
        ("2026-13-01", false),
        ("2026-00-10", false),
        ("2026-1-01", false),
        ("2026/01/01", false),
        ("0000-01-01", false),
        ("２０２６-01-01", false),
        ("", false),
    ] {
        assert_eq!(text.parse::<Day>().is_ok(), good, "{text}");
    }
}

#[test]
fn years_and_ages_mind_leap_days() {
    let day = |text: &str| text.parse::<Day>().expect("a date");
    assert_eq!(day("2024-02-29").plus_years(3), day("2027-02-28"));
    assert_eq!(day("2024-02-29").plus_years(4), day("2028-02-29"));
    assert_eq!(day("2026-11-23").age_of(day("2008-11-24")), 17);
    assert_eq!(day("2026-11-24").age_of(day("2008-11-24")), 18);
}

#[test]
fn the_ends_of_time_do_not_panic() {
    for micros in [i64::MIN, i64::MIN + 1, 0, i64::MAX] {
        let instant = Instant(micros);
        let _ = (Day::of(instant), ShanghaiTime::of(instant), Day::of(instant).begins());
        let _ = (instant.plus(Span(i64::MAX)), instant.since(Instant(i64::MIN)));
    }
    let last = Day::of(Instant(i64::MAX));
    assert_eq!(last.plus_days(i64::MAX), last.plus_days(10_000_000));
}

#[test]
fn a_started_second_of_waiting_is_told_as_one() {
    assert_eq!(Span(1).as_seconds(), 1);
    assert_eq!(Span::seconds(60).as_seconds(), 60);
    assert_eq!(Span::ZERO.as_seconds(), 0);
    assert_eq!(Span(i64::MIN + 1).as_seconds(), i64::MIN / 1_000_000);
}

proptest! {
    #[test]
    fn text_and_number_lead_back_to_the_same_day(days in 0i64..3_000_000) {
        let day = Day::new(1000, 1, 1).map(|first| first.plus_days(days)).expect("a date");
        prop_assert_eq!(day.to_string().parse(), Ok(day));
        prop_assert_eq!(Day::from_yyyymmdd(day.yyyymmdd()), Some(day));
        prop_assert_eq!(Day::of(day.begins()), day);
        prop_assert_eq!(Day::of(Instant(day.begins().0 - 1)), day.plus_days(-1));
    }
}
