use proptest::prelude::*;

use super::*;

fn refused(hex_text: &str) -> bool {
    decode(&hex::decode(hex_text).expect("hex in a table")).is_err()
}

#[test]
fn what_is_not_deterministic_is_refused() {
    let cases = [
        ("1817", "a number below 24 in two bytes"),
        ("1900ff", "a number below 256 in three bytes"),
        ("1a0000ffff", "a number below 65,536 in five bytes"),
        ("1b00000000ffffffff", "a number below 2^32 in nine bytes"),
        ("3817", "a negative number in a longer form"),
        ("5817", "a byte string's length in a longer form"),
        ("9fff", "an array of indefinite length"),
        ("bfff", "a map of indefinite length"),
        ("5f4100ff", "a byte string of indefinite length"),
        ("7f6161ff", "a text of indefinite length"),
        ("a201000100", "a key twice"),
        ("a202000100", "keys out of order"),
        ("a2616100200100", "a text key before a negative one"),
        ("a1410000", "a byte string as a key"),
        ("a1f500", "true as a key"),
        ("a18000", "an array as a key"),
        ("c11a514b67b0", "a tag"),
        ("c24101", "a bignum"),
        ("f90000", "a half float"),
        ("fa47c35000", "a float"),
        ("fb3ff199999999999a", "a double"),
        ("f7", "undefined"),
        ("f0", "a simple value without a name"),
        ("f818", "a simple value in two bytes"),
        ("f814", "false in two bytes"),
        ("61ff", "text that is not UTF-8"),
        ("62c080", "text in an overlong form"),
        ("0000", "a byte too many"),
        ("", "nothing"),
        ("18", "a head cut short"),
        ("4201", "a byte string cut short"),
        ("8201", "an array cut short"),
        ("a101", "a map cut short"),
        ("1c", "a reserved length"),
        ("9bffffffffffffffff00", "an array that announces too much"),
        ("5bffffffffffffffff00", "a byte string that announces too much"),
        ("818181818181818180", "nine arrays in one another"),
    ];
    for (bytes, why) in cases {
        assert!(refused(bytes), "{why} was taken");
    }
}

#[test]
fn what_is_deterministic_is_taken() {
    for bytes in [
        "00",
        "1818",
        "190100",
        "1a00010000",
        "1b0000000100000000",
        "f4",
        "f5",
        "f6",
        "8181818181818180",
        "a301002000616100",
    ] {
        assert!(!refused(bytes), "{bytes}");
    }
    assert_eq!(decode(&[0x3a, 0, 1, 0, 0]).and_then(|value| value.int()), Ok(-65_537));
}

#[test]
fn a_byte_string_starts_counting_the_depth_anew() {
    let inner = hex::decode("8181818181818180").expect("hex in a table");
    let outer = Writer::default().raw(&[0x81; 8]).bytes(&inner).into_bytes();
    let mut value = decode(&outer).expect("eight arrays around a byte string");
    while let Value::Array(mut items) = value {
        value = items.pop().expect("each array holds one item");
    }
    assert!(decode(value.bytes().expect("the innermost item")).is_ok());
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused_without_a_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let _ = decode(&bytes);
    }

    #[test]
    fn numbers_come_back(number in any::<i64>(), natural in any::<u64>()) {
        let written = Writer::default().array(2).int(number).uint(natural).into_bytes();
        let value = decode(&written).expect("what the writer wrote");
        let items = value.array().expect("an array");
        prop_assert_eq!(items[0].int(), Ok(number));
        prop_assert_eq!(items[1].uint(), Ok(natural));
    }
}
