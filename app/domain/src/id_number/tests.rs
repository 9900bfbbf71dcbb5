use proptest::prelude::*;

use super::*;

fn today() -> Day {
    Day::new(2026, 11, 24).expect("a date")
}

fn parse(text: &str) -> Result<IdNumber, IdNumberFault> {
    IdNumber::parse(text, today())
}

#[test]
fn the_examples_of_the_standard_are_valid() {
    for (text, birth, sex) in [
        ("11010519491231002X", "1949-12-31", Sex::Female),
        ("440524188001010014", "1880-01-01", Sex::Male),
        ("34052419800101001X", "1980-01-01", Sex::Male),
    ] {
        let number = parse(text).expect("an example of the standard");
        assert_eq!(number.as_str(), text);
        assert_eq!(number.birth().to_string(), birth);
        assert_eq!(number.sex(), sex);
    }
}

#[test]
fn spaces_hyphens_full_width_and_small_letters_are_welcome() {
    for text in [
        "110105 19491231 002x",
        "110105-19491231-002X",
        "１１０１０５１９４９１２３１００２Ｘ",
        "\u{202a}11010519491231002×\u{202c}",
        "11010519491231002Х",
    ] {
        assert_eq!(parse(text).map(String::from).as_deref(), Ok("11010519491231002X"), "{text}");
    }
}

#[test]
fn every_fault_is_told_apart() {
    use IdNumberFault as F;
    for (text, fault) in [
        ("", F::Empty),
        (" - ", F::Empty),
        ("110105491231002", F::FifteenDigits),
        ("1101051949123100", F::TooShort),
        ("1101051949123100 2X1", F::NotADigit),
        ("1101051949123100211", F::TooLong),
        ("1101051949123100O2", F::NotADigit),
        ("X10105194912310021", F::NotADigit),
        ("一10105194912310021", F::NotADigit),
        ("110105194902310026", F::NoSuchDate),
        ("110105190002290020", F::NoSuchDate),
        ("110105000000000020", F::NoSuchDate),
        ("990123203001010013", F::BornInFuture),
        ("440524187912310015", F::BornTooLongAgo),
        ("110105194912310021", F::CheckCharacter),
        ("110105194912310020", F::CheckCharacter),
    ] {
        let repaired = if fault == F::BornInFuture { with_check(&text[..17]) } else { text.to_owned() };
        assert_eq!(parse(&repaired).map(String::from), Err(fault), "{text}");
    }
}

#[test]
fn who_is_born_today_has_a_number_and_who_is_born_tomorrow_has_none() {
    let born = |date: &str| parse(&with_check(&format!("990123{date}001"))).map(|n| n.birth());
    assert_eq!(born("20261124"), Ok(today()));
    assert_eq!(born("20261125"), Err(IdNumberFault::BornInFuture));
}

#[test]
fn what_was_typed_is_read_back_in_groups_whatever_it_was() {
    for (text, groups) in [
        ("110105 1949 1231 002x", ["110105", "19491231", "002X"]),
        ("11010519491231", ["110105", "19491231", ""]),
        ("1101", ["1101", "", ""]),
        ("", ["", "", ""]),
        ("110105194912310021234", ["110105", "19491231", "0021234"]),
    ] {
        assert_eq!(read_back(text), groups);
    }
}

#[test]
fn groups_and_mask_show_what_they_should() {
    let number = parse("11010519491231002X").expect("an example of the standard");
    assert_eq!(number.groups(), ("110105", "19491231", "002X"));
    assert_eq!(number.masked(), "1****************X");
    assert_eq!(format!("{number:?}"), "1****************X");
    assert_eq!(number.comparison_digits(), "231002");
}

#[test]
fn a_stored_number_is_read_without_a_day() {
    let json = "\"11010519491231002X\"";
    assert_eq!(serde_json::from_str::<IdNumber>(json).ok().map(|n| n.birth().year()), Some(1949));
    assert!(serde_json::from_str::<IdNumber>("\"110105194912310021\"").is_err());
}

fn with_check(seventeen: &str) -> String {
    format!("{seventeen}{}", check_character(seventeen).expect("17 digits"))
}

proptest! {
    #[test]
    fn any_single_wrong_digit_is_found(area in 110_000u32..999_999, days in 0i64..40_000, sequence in 0u16..1000, at in 0usize..17, by in 1u8..10) {
        let birth = Day::new(1900, 1, 1).map(|first| first.plus_days(days)).expect("a date");
        let number = with_check(&format!("{area}{}{sequence:03}", birth.yyyymmdd()));
        prop_assert!(parse(&number).is_ok());
        let mut wrong = number.into_bytes();
        wrong[at] = b'0' + (wrong[at] - b'0' + by) % 10;
        prop_assert!(parse(&String::from_utf8_lossy(&wrong)).is_err());
    }

    #[test]
    fn no_text_makes_it_panic(text in "\\PC{0,40}") {
        let _ = (parse(&text), read_back(&text));
    }
}
