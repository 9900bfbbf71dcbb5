use proptest::prelude::*;

use super::*;

/// References that between them hold every letter at every place.
fn samples() -> impl Iterator<Item = Reference> {
    (0u64..32).map(|n| {
        let bits = (0..7).fold(0u64, |bits, at| (bits << 5) | ((n + at * 5) % 32));
        let bytes = bits.to_be_bytes();
        Reference::from_random([bytes[3], bytes[4], bytes[5], bytes[6], bytes[7]])
    })
}

fn is_refused(values: [u8; LENGTH]) -> bool {
    let text: String = values.iter().map(|value| safe::letter(*value)).collect();
    Reference::parse(&text) == Err(ReferenceFault::Check)
}

#[test]
fn every_single_wrong_letter_is_found() {
    for Reference(values) in samples() {
        for at in 0..LENGTH {
            for other in (0..32).filter(|other| *other != values[at]) {
                let mut wrong = values;
                wrong[at] = other;
                assert!(is_refused(wrong));
            }
        }
    }
}

#[test]
fn every_exchange_of_two_letters_is_found() {
    // The check is linear: an exchange is missed for one pair of letters only if it is for all, so all pairs at
    // all places are tried.
    for one in 0..LENGTH {
        for two in one + 1..LENGTH {
            for (a, b) in (0..32).flat_map(|a| (0..32).map(move |b| (a, b))).filter(|(a, b)| a != b) {
                let Some(values) = with_letters(one, a, two, b) else {
                    continue;
                };
                let mut wrong = values;
                wrong.swap(one, two);
                assert!(is_refused(wrong), "{one} {two} {a} {b}");
            }
        }
    }
}

/// A valid reference with given letters at two places; the others make the check letter fit.
fn with_letters(one: usize, a: u8, two: usize, b: u8) -> Option<[u8; LENGTH]> {
    let free = (0..RANDOM).find(|at| *at != one && *at != two)?;
    (0..32).find_map(|fill| {
        let mut values = [3; LENGTH];
        values[free] = fill;
        values[one] = a;
        values[two] = b;
        let check = safe::check(0, &values[..RANDOM]);
        if two < RANDOM {
            values[RANDOM] = check;
        }
        (values[RANDOM] == check).then_some(values)
    })
}

#[test]
fn a_reference_is_read_as_it_is_said() {
    let reference = Reference::from_random([0x0F, 0xED, 0xCB, 0xA9, 0x87]);
    let shown = reference.to_string();
    assert_eq!(shown.len(), 9);
    assert_eq!(&shown[4..5], "-");
    for text in [
        shown.clone(),
        shown.to_lowercase(),
        shown.replace('-', " "),
        shown.replace('-', ""),
        format!("  {} ", shown.replace('-', " — ")),
        shown.replace('0', "O").replace('1', "l"),
    ] {
        assert_eq!(Reference::parse(&text), Ok(reference), "{text}");
    }
}

#[test]
fn each_fault_is_told_apart() {
    for (text, fault) in [
        ("", ReferenceFault::Empty),
        ("7K4M-2Q9", ReferenceFault::Length),
        ("7K4M-2Q9F0", ReferenceFault::Length),
        ("7K4M-2Q9*", ReferenceFault::Letter),
        ("七K4M-2Q9F", ReferenceFault::Letter),
    ] {
        assert_eq!(Reference::parse(text), Err(fault), "{text}");
    }
}

proptest! {
    #[test]
    fn what_is_shown_is_read(bytes: [u8; 5]) {
        let reference = Reference::from_random(bytes);
        prop_assert_eq!(Reference::parse(&reference.to_string()), Ok(reference));
    }
}
