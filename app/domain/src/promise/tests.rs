use super::*;

fn day(text: &str) -> Day {
    text.parse().expect("a date")
}

fn promise(pauses: &[(&str, Option<&str>)], today: &str) -> Promise {
    let pauses: Vec<Pause> = pauses.iter().map(|(from, to)| Pause { from: day(from), to: to.map(day) }).collect();
    Promise::new(Calendar::announced(), day("2026-11-18"), 7, &pauses, day(today))
}

/// u used, t today, c to come, p paused.
fn drawn(promise: &Promise) -> String {
    let letter = |mark: &Mark| match mark {
        Mark::Used => 'u',
        Mark::Today => 't',
        Mark::ToCome => 'c',
        Mark::Paused => 'p',
    };
    promise.boxes.iter().map(|(_, mark)| letter(mark)).collect()
}

#[test]
fn the_strip_shows_used_days_today_and_those_to_come() {
    for (pauses, today, strip, due, number) in [
        (&[][..], "2026-11-18", "ccccccc", "2026-11-27", 0),
        (&[][..], "2026-11-19", "tcccccc", "2026-11-27", 1),
        (&[][..], "2026-11-21", "uuccccc", "2026-11-27", 2),
        (&[][..], "2026-11-27", "uuuuuut", "2026-11-27", 7),
        (&[][..], "2026-12-05", "uuuuuuu", "2026-11-27", 7),
        (&[("2026-11-19", Some("2026-11-23"))][..], "2026-11-24", "upptccccc", "2026-12-01", 2),
        (&[("2026-11-19", Some("2026-11-19"))][..], "2026-11-24", "uuutccc", "2026-11-27", 4),
        (&[("2026-11-19", None)][..], "2026-11-24", "upppcccccc", "2026-12-02", 1),
        (&[("2026-11-19", None)][..], "2026-11-25", "uppppcccccc", "2026-12-03", 1),
        (
            &[("2026-11-19", Some("2026-11-20")), ("2026-11-23", Some("2026-11-24"))][..],
            "2026-11-25",
            "upuptcccc",
            "2026-12-01",
            3,
        ),
    ] {
        let promise = promise(pauses, today);
        assert_eq!(drawn(&promise), strip, "{pauses:?} {today}");
        assert_eq!(promise.due, day(due), "{pauses:?} {today}");
        assert_eq!(promise.day_number, number, "{pauses:?} {today}");
    }
}

#[test]
fn a_standing_clock_is_never_overdue() {
    let standing = promise(&[("2026-11-19", None)], "2027-03-01");
    assert!(standing.stands_still && !standing.is_overdue(day("2027-03-01")));
    let running = promise(&[], "2026-11-28");
    assert!(running.is_overdue(day("2026-11-28")) && !running.is_overdue(day("2026-11-27")));
    assert!(running.is_due_today(day("2026-11-27")));
}
