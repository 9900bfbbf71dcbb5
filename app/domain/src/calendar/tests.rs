use super::*;

fn day(text: &str) -> Day {
    text.parse().expect("a date")
}

#[test]
fn announced_holidays_and_the_days_made_up_for_them_are_known() {
    let calendar = Calendar::announced();
    for (text, worked) in [
        ("2026-11-24", true),
        ("2026-11-28", false),
        ("2026-02-17", false),
        ("2026-02-14", true),
        ("2026-10-01", false),
        ("2026-10-08", true),
        ("2026-10-10", true),
        ("2025-01-26", true),
        ("2025-10-08", false),
    ] {
        assert_eq!(calendar.is_working_day(day(text)), worked, "{text}");
    }
}

#[test]
fn a_year_not_yet_announced_has_weekends_and_fixed_holidays() {
    let calendar = Calendar::announced();
    let year = calendar.last_year().expect("some year is announced") + 1;
    for (month, date) in FIXED {
        assert!(!calendar.is_working_day(Day::new(year, month, date).expect("a date")));
    }
    let spring = Day::new(year, 3, 1).expect("a date");
    let worked = (0..7).filter(|n| calendar.is_working_day(spring.plus_days(*n))).count();
    assert_eq!(worked, 5);
}

#[test]
fn an_operator_s_lines_replace_what_was_known() {
    let more = "# 2027\n\n2027-01-04,rest,元旦\n2027-01-03, work\n2026-11-24,rest\n";
    let calendar = Calendar::announced().with(more).expect("good lines");
    for (text, worked) in [("2027-01-04", false), ("2027-01-03", true), ("2026-11-24", false), ("2027-01-05", true)] {
        assert_eq!(calendar.is_working_day(day(text)), worked, "{text}");
    }
    for (lines, line) in [("2027-01-01", 1), ("# a\n2027-02-30,rest", 2), ("2027-01-01,holiday", 1)] {
        assert_eq!(Calendar::announced().with(lines), Err(CalendarFault { line }));
    }
}

#[test]
fn the_first_day_does_not_count_and_the_last_does() {
    let calendar = Calendar::announced();
    for (from, n, to) in [
        ("2026-11-18", 7, "2026-11-27"),
        ("2026-11-20", 1, "2026-11-23"),
        ("2026-11-21", 1, "2026-11-23"),
        ("2026-09-30", 1, "2026-10-08"),
        ("2026-09-30", 3, "2026-10-10"),
        ("2026-11-24", 0, "2026-11-24"),
        ("2026-12-31", 1, "2027-01-04"),
    ] {
        assert_eq!(calendar.add_working_days(day(from), n), day(to), "{from} {n}");
        assert_eq!(calendar.working_days_between(day(from), day(to)), n);
    }
    let late = day("2026-11-18").begins().plus(crate::time::Span::minutes(23 * 60 + 59));
    assert_eq!(calendar.due(late, 7), day("2026-11-27"));
}

#[test]
fn the_end_of_the_calendar_ends_the_count() {
    let last = day("9999-12-30");
    assert_eq!(Calendar::announced().add_working_days(last, 100), day("9999-12-31"));
}
