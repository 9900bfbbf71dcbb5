//! Codes that people copy and say: the 32 digits and letters of Crockford's base 32 (no I, L, O, U), and one check
//! letter. What is easily mistaken is read as meant: O as 0, I and L as 1, U as V, small letters as capitals.
//!
//! The check letter is a sum over the field of 32 elements in which each place has a weight of its own, the powers of
//! a generator. So it finds every single wrong letter (a weight times a difference is never 0) and every exchange of
//! two letters (two weights are never the same), for codes of up to 31 places. The schemes of ISO 7064 give either
//! letters outside this alphabet or, reduced to 31, miss some.

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// x⁵ + x² + 1, primitive over the field of two elements.
const POLYNOMIAL: u8 = 0b10_0101;

/// The letter of a value; only the low five bits count.
pub(crate) fn letter(value: u8) -> char {
    char::from(ALPHABET[usize::from(value & 31)])
}

/// The value of a letter, read as meant.
pub(crate) fn value(c: char) -> Option<u8> {
    let c = match c.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        'U' => 'V',
        c => c,
    };
    ALPHABET.iter().position(|letter| char::from(*letter) == c).and_then(|at| u8::try_from(at).ok())
}

/// The values of a whole code as typed, separators aside; nothing if some character is no letter of it.
pub(crate) fn values(text: &str) -> Option<Vec<u8>> {
    crate::typed::compact(text).chars().map(value).collect()
}

/// The check value over `values`; `start` tells apart codes that must not be exchanged for each other.
pub(crate) fn check(start: u8, values: &[u8]) -> u8 {
    values.iter().fold(start & 31, |sum, value| times_generator(sum ^ value))
}

fn times_generator(value: u8) -> u8 {
    let doubled = value << 1;
    if doubled & 32 == 0 { doubled } else { doubled ^ POLYNOMIAL }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_letter_leads_back_to_its_value() {
        for n in 0..32 {
            assert_eq!(value(letter(n)), Some(n));
            assert_eq!(value(letter(n).to_ascii_lowercase()), Some(n));
        }
        for (meant, typed) in [('0', 'o'), ('1', 'l'), ('1', 'I'), ('V', 'u')] {
            assert_eq!(value(meant), value(typed));
        }
        assert_eq!(value('*'), None);
    }

    #[test]
    fn the_weights_of_thirty_one_places_all_differ() {
        let mut seen = [false; 32];
        let mut weight = 1;
        for _ in 0..31 {
            assert!(!seen[usize::from(weight)]);
            seen[usize::from(weight)] = true;
            weight = times_generator(weight);
        }
        assert_eq!(weight, 1);
    }
}
