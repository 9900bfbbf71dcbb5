//! The code of the recovery card: four groups of five, `7K4MQ-…`. In each group four letters are random (80 bits in
//! all, too many to try) and the fifth checks the group at its place, so a slip of the pen is pinned to its group,
//! and groups in the wrong order are noticed.

use std::fmt;

use crate::coded::faults;
use crate::safe_letters as safe;

const GROUPS: usize = 4;
const RANDOM: usize = 4;
const GROUP: usize = RANDOM + 1;
/// The start of the first group's check; the others follow. Apart from those of references and numbers.
const CHECK_START: u8 = 17;

faults! {
    /// What is wrong with a recovery code as typed.
    RecoveryCodeFault {
        Empty = "fault-recovery-empty",
        Length = "fault-recovery-length",
        Letter = "fault-recovery-letter",
        FirstGroup = "fault-recovery-first-group",
        SecondGroup = "fault-recovery-second-group",
        ThirdGroup = "fault-recovery-third-group",
        FourthGroup = "fault-recovery-fourth-group",
    }
}

const GROUP_FAULTS: [RecoveryCodeFault; GROUPS] = [
    RecoveryCodeFault::FirstGroup,
    RecoveryCodeFault::SecondGroup,
    RecoveryCodeFault::ThirdGroup,
    RecoveryCodeFault::FourthGroup,
];

/// Eighty random bits as written on a card. Shown once and stored only as a hash of [`RecoveryCode::secret`]; the
/// debug form hides them.
#[derive(Clone, PartialEq, Eq)]
pub struct RecoveryCode([u8; GROUPS * RANDOM]);

impl RecoveryCode {
    pub fn from_random(bytes: [u8; 10]) -> RecoveryCode {
        let bits = bytes.iter().fold(0u128, |bits, byte| (bits << 8) | u128::from(*byte));
        let mut values = [0; GROUPS * RANDOM];
        for (at, value) in values.iter_mut().enumerate() {
            *value = (bits >> (5 * at)) as u8 & 31;
        }
        RecoveryCode(values)
    }

    /// Reads what a person typed from the card: small letters, any separators and O for 0 are welcome.
    pub fn parse(text: &str) -> Result<RecoveryCode, RecoveryCodeFault> {
        let typed = safe::values(text).ok_or(RecoveryCodeFault::Letter)?;
        if typed.is_empty() {
            return Err(RecoveryCodeFault::Empty);
        }
        if typed.len() != GROUPS * GROUP {
            return Err(RecoveryCodeFault::Length);
        }
        let mut values = [0; GROUPS * RANDOM];
        for (at, group) in typed.chunks_exact(GROUP).enumerate() {
            let (random, check) = group.split_at(RANDOM);
            if check != [group_check(at, random)] {
                return Err(GROUP_FAULTS[at]);
            }
            values[at * RANDOM..][..RANDOM].copy_from_slice(random);
        }
        Ok(RecoveryCode(values))
    }

    /// The sixteen random values, each below 32: what is hashed.
    pub fn secret(&self) -> &[u8] {
        &self.0
    }
}

fn group_check(at: usize, random: &[u8]) -> u8 {
    safe::check(CHECK_START + at as u8, random)
}

/// As it stands on the card.
impl fmt::Display for RecoveryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, random) in self.0.chunks_exact(RANDOM).enumerate() {
            if at > 0 {
                f.write_str("-")?;
            }
            for value in random.iter().chain([&group_check(at, random)]) {
                write!(f, "{}", safe::letter(*value))?;
            }
        }
        Ok(())
    }
}

impl fmt::Debug for RecoveryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RecoveryCode")
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn card() -> RecoveryCode {
        RecoveryCode::from_random([0x12, 0x34, 0x56, 0x78, 0x9A, 0xBC, 0xDE, 0xF0, 0x0F, 0x1E])
    }

    #[test]
    fn a_card_is_read_as_people_type_it() {
        let shown = card().to_string();
        assert_eq!(shown.len(), 23);
        for text in [
            shown.to_lowercase(),
            shown.replace('-', " "),
            shown.replace('-', ""),
            shown.replace('0', "o").replace('1', "I"),
        ] {
            assert_eq!(RecoveryCode::parse(&text), Ok(card()), "{text}");
        }
    }

    #[test]
    fn a_wrong_letter_is_pinned_to_its_group() {
        let shown: Vec<char> = card().to_string().chars().filter(|c| *c != '-').collect();
        for at in 0..shown.len() {
            for other in (0..32).map(safe::letter).filter(|other| *other != shown[at]) {
                let mut wrong = shown.clone();
                wrong[at] = other;
                let text: String = wrong.iter().collect();
                assert_eq!(RecoveryCode::parse(&text), Err(GROUP_FAULTS[at / GROUP]), "{text}");
            }
        }
    }

    #[test]
    fn groups_in_the_wrong_order_are_noticed() {
        let shown = card().to_string();
        let mut groups: Vec<&str> = shown.split('-').collect();
        groups.swap(1, 2);
        assert_eq!(RecoveryCode::parse(&groups.join("-")), Err(RecoveryCodeFault::SecondGroup));
    }

    #[test]
    fn other_faults_are_told_apart() {
        for (text, fault) in
            [("", RecoveryCodeFault::Empty), ("7K4MQ", RecoveryCodeFault::Length), ("7K4M*", RecoveryCodeFault::Letter)]
        {
            assert_eq!(RecoveryCode::parse(text), Err(fault), "{text}");
        }
        assert_eq!(format!("{:?}", card()), "RecoveryCode");
    }

    proptest! {
        #[test]
        fn all_eighty_bits_come_back(bytes: [u8; 10], other: [u8; 10]) {
            let code = RecoveryCode::from_random(bytes);
            prop_assert_eq!(RecoveryCode::parse(&code.to_string()), Ok(code.clone()));
            prop_assert_eq!(code == RecoveryCode::from_random(other), bytes == other);
        }
    }
}
