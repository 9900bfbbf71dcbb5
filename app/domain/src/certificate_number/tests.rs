use super::*;
use crate::region::RegionCode;

const EXAMPLES: [(&str, &str, &str, char); 2] = [
    ("11100000000013338W011", "11430000006122244L", "20230000403", 'U'),
    ("11100000MB03271699022", "340100", "000000016", '9'),
];

fn county() -> RegionCode {
    RegionCode::parse("990123").expect("a region code")
}

#[test]
fn two_published_numbers_have_their_check_characters() {
    for (type_code, issuer, serial, check) in EXAMPLES {
        assert_eq!(check_character(&format!("{type_code}{issuer}{serial}001")), Some(check));
        let number = OfficialNumber::new(type_code, issuer, serial, 1).expect("a published number");
        let shown = format!("1.2.156.3005.2.{type_code}.{issuer}.{serial}.001.{check}");
        assert_eq!(number.to_string(), shown);
        assert_eq!(OfficialNumber::parse(&shown), Ok(number));
    }
}

#[test]
fn check_characters_exist_only_for_digits_and_capitals() {
    for text in ["", "a", "1.2", "１", "K L"] {
        assert_eq!(check_character(text), None, "{text}");
    }
}

#[test]
fn each_wrong_part_of_an_official_number_is_told_apart() {
    let (kind, issuer, serial, _) = EXAMPLES[0];
    let long = "1".repeat(31);
    for (number, fault) in [
        (OfficialNumber::new("111", issuer, serial, 1), NumberFault::Type),
        (OfficialNumber::new(&kind.to_lowercase(), issuer, serial, 1), NumberFault::Type),
        (OfficialNumber::new(kind, "3401", serial, 1), NumberFault::Issuer),
        (OfficialNumber::new(kind, issuer, "", 1), NumberFault::Serial),
        (OfficialNumber::new(kind, issuer, &long, 1), NumberFault::Serial),
        (OfficialNumber::new(kind, issuer, serial, 0), NumberFault::Version),
        (OfficialNumber::new(kind, issuer, serial, 1000), NumberFault::Version),
        (OfficialNumber::parse(&format!("{ROOT}.{kind}.{issuer}.{serial}.001.V")), NumberFault::Check),
        (OfficialNumber::parse(&format!("{ROOT}.{kind}.{issuer}.{serial}.1.U")), NumberFault::Version),
        (OfficialNumber::parse(&format!("{ROOT}.{kind}.{issuer}.{serial}.001")), NumberFault::Shape),
        (OfficialNumber::parse("2.2.156.3005.2.x"), NumberFault::Shape),
        (OfficialNumber::parse(""), NumberFault::Shape),
    ] {
        assert_eq!(number, Err(fault));
    }
}

#[test]
fn a_new_version_changes_version_and_check_alone() {
    let (kind, issuer, serial, _) = EXAMPLES[0];
    let second = OfficialNumber::new(kind, issuer, serial, 1).and_then(|n| n.next_version()).expect("a second version");
    assert_eq!(second.version(), 2);
    assert!(second.to_string().starts_with(&format!("{ROOT}.{kind}.{issuer}.{serial}.002.")));
    assert_eq!(
        OfficialNumber::new(kind, issuer, serial, 999).and_then(|n| n.next_version()),
        Err(NumberFault::Version)
    );
}

#[test]
fn a_short_number_is_read_as_it_is_shown() {
    for serial in [0, 1, 17, 99_999_999] {
        let number = ShortNumber::new(county(), 2026, serial).expect("a short number");
        assert_eq!(number.as_str().len(), ShortNumber::LENGTH);
        assert_eq!(number.county(), county());
        for text in [number.to_string(), number.grouped(), number.grouped().replace(' ', "-").to_lowercase()] {
            assert_eq!(ShortNumber::parse(&text), Ok(number.clone()), "{text}");
        }
    }
    assert_eq!(ShortNumber::new(county(), 2026, 100_000_000), Err(NumberFault::Serial));
    let township = RegionCode::parse("990123001").expect("a region code");
    assert_eq!(ShortNumber::new(township, 2026, 5), ShortNumber::new(county(), 2026, 5));
}

#[test]
fn no_check_letter_looks_like_a_digit_that_it_is_not() {
    for serial in 0..100 {
        let number = ShortNumber::new(county(), 2026, serial).expect("a short number");
        let misread = number.as_str().replace('0', "O").replace('1', "l");
        assert_eq!(ShortNumber::parse(&misread), Ok(number));
    }
}

#[test]
fn every_single_wrong_digit_and_every_neighbours_exchange_is_found() {
    for serial in [0, 12_345_678, 90_909_090, 99_999_999] {
        let number = ShortNumber::new(county(), 2026, serial).expect("a short number");
        let right = number.as_str().as_bytes();
        for at in 0..16 {
            for digit in (b'0'..=b'9').filter(|digit| *digit != right[at]) {
                let mut wrong = right.to_vec();
                wrong[at] = digit;
                assert!(ShortNumber::parse(&String::from_utf8_lossy(&wrong)).is_err());
            }
            if at < 15 && right[at] != right[at + 1] {
                let mut wrong = right.to_vec();
                wrong.swap(at, at + 1);
                assert!(ShortNumber::parse(&String::from_utf8_lossy(&wrong)).is_err());
            }
        }
    }
}

#[test]
fn an_id_number_is_no_short_number() {
    assert_eq!(ShortNumber::parse("11010519491231002X"), Err(NumberFault::Shape));
}
