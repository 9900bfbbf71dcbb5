//! What a certificate says of its holder, and how much of it each profile shows.

use unicode_normalization::UnicodeNormalization;

use crate::claim::{
    BORN, CHILDREN, Claim, HOME_OFFICE, ID_NUMBER, MARITAL, MASKED_ID, NAME, NUMBER, PROFILE, SEX, SPOUSE, VALID_UNTIL,
    find,
};

/// Name and spouse together, in UTF-8 bytes.
const NAMES_ROOM: usize = 54;
/// The home office's name, in UTF-8 bytes.
const OFFICE_ROOM: usize = 60;
const CUT: char = '…';

/// How much a certificate shows; each holds what the one before it holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Profile {
    /// That it is valid, for a name and a masked ID number.
    Minimum = 1,
    /// Also sex, birth date, marital status, children, home office: the default at an office.
    Registration = 2,
    /// Also the ID number and the spouse.
    Full = 3,
}

impl Profile {
    pub const ALL: [Self; 3] = [Self::Minimum, Self::Registration, Self::Full];

    pub fn from_number(number: i64) -> Option<Self> {
        Self::ALL.into_iter().find(|profile| profile.number() == number)
    }

    pub fn number(self) -> i64 {
        self as i64
    }

    /// The last claim that it must hold; *full* may hold the spouse beyond it.
    fn last_required(self) -> i64 {
        match self {
            Self::Minimum => VALID_UNTIL,
            Self::Registration => HOME_OFFICE,
            Self::Full => ID_NUMBER,
        }
    }
}

/// The subject of one certificate: what its profile shows and no more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    pub profile: Profile,
    /// The short certificate number.
    pub number: String,
    pub name: String,
    /// First and last character of the ID number, 16 asterisks between.
    pub masked_id: String,
    /// YYYYMMDD: the certificate's own last day.
    pub valid_until: u32,
    /// GB/T 2261.1: 1 male, 2 female; 0 for a code that is none.
    pub sex: Option<u8>,
    /// YYYYMMDD.
    pub born: Option<u32>,
    /// GB/T 2261.2: 10 unmarried, 20 married, 30 widowed, 40 divorced; 90 for a code that is none.
    pub marital: Option<u8>,
    /// Sons and daughters.
    pub children: Option<(u64, u64)>,
    pub home_office: Option<String>,
    pub id_number: Option<String>,
    pub spouse: Option<String>,
}

impl Subject {
    /// What `profile` may show of a record of which `full` holds everything: the rest is left out, names are brought to NFC and long
    /// ones cut to what a symbol holds. The record keeps them whole.
    pub fn for_profile(profile: Profile, full: &Subject) -> Self {
        let registration = profile >= Profile::Registration;
        let whole = profile == Profile::Full;
        let name: String = full.name.trim().nfc().collect();
        let spouse: Option<String> = full.spouse.as_ref().filter(|_| whole).map(|spouse| spouse.trim().nfc().collect());
        let (name_room, spouse_room) = share(name.len(), spouse.as_ref().map_or(0, String::len));
        Self {
            profile,
            number: full.number.clone(),
            name: cut(&name, name_room),
            masked_id: full.masked_id.clone(),
            valid_until: full.valid_until,
            sex: full.sex.filter(|_| registration),
            born: full.born.filter(|_| registration),
            marital: full.marital.filter(|_| registration),
            children: full.children.filter(|_| registration),
            home_office: full
                .home_office
                .as_ref()
                .filter(|_| registration)
                .map(|office| cut(office.trim(), OFFICE_ROOM)),
            id_number: full.id_number.clone().filter(|_| whole),
            spouse: spouse.map(|spouse| cut(&spouse, spouse_room)),
        }
    }

    /// The claims by their numbers, ascending.
    pub fn claims(&self) -> Vec<(i64, Claim)> {
        let number = |value: u32| Claim::Number(i64::from(value));
        let text = |value: &String| Claim::Text(value.clone());
        [
            (PROFILE, Some(Claim::Number(self.profile.number()))),
            (NUMBER, Some(text(&self.number))),
            (NAME, Some(text(&self.name))),
            (MASKED_ID, Some(text(&self.masked_id))),
            (VALID_UNTIL, Some(number(self.valid_until))),
            (SEX, self.sex.map(|sex| number(u32::from(sex)))),
            (BORN, self.born.map(number)),
            (MARITAL, self.marital.map(|marital| number(u32::from(marital)))),
            (CHILDREN, self.children.map(|(sons, daughters)| Claim::Pair(sons, daughters))),
            (HOME_OFFICE, self.home_office.as_ref().map(text)),
            (ID_NUMBER, self.id_number.as_ref().map(text)),
            (SPOUSE, self.spouse.as_ref().map(text)),
        ]
        .into_iter()
        .filter_map(|(key, claim)| Some((key, claim?)))
        .collect()
    }

    /// `None` when the profile does not exist, when it may not hold one of the claims, or when one that it must hold is missing.
    pub(crate) fn from_claims(claims: &[(i64, Claim)]) -> Option<Self> {
        let number = |key| {
            find(claims, key).and_then(|claim| if let Claim::Number(number) = claim { Some(*number) } else { None })
        };
        let text = |key| {
            find(claims, key).and_then(|claim| if let Claim::Text(text) = claim { Some(text.clone()) } else { None })
        };
        let date = |key| number(key).and_then(|date| u32::try_from(date).ok());
        let profile = Profile::from_number(number(PROFILE)?)?;
        let complete = (PROFILE..=profile.last_required()).all(|key| find(claims, key).is_some());
        let allowed = |key| key <= profile.last_required() || (profile == Profile::Full && key == SPOUSE);
        if !complete || !claims.iter().all(|(key, _)| allowed(*key)) {
            return None;
        }
        Some(Self {
            profile,
            number: text(NUMBER)?,
            name: text(NAME)?,
            masked_id: text(MASKED_ID)?,
            valid_until: date(VALID_UNTIL)?,
            sex: number(SEX).map(|code| u8::try_from(code).unwrap_or(0)),
            born: date(BORN),
            marital: number(MARITAL).map(|code| u8::try_from(code).unwrap_or(90)),
            children: find(claims, CHILDREN).and_then(|claim| {
                if let Claim::Pair(sons, daughters) = claim { Some((*sons, *daughters)) } else { None }
            }),
            home_office: text(HOME_OFFICE),
            id_number: text(ID_NUMBER),
            spouse: text(SPOUSE),
        })
    }
}

/// The ID number as *minimum* shows it: its first and last character, 16 asterisks between.
pub fn masked(id_number: &str) -> String {
    let mut characters = id_number.chars();
    match (characters.next(), characters.next_back()) {
        (Some(first), Some(last)) => format!("{first}{}{last}", "*".repeat(16)),
        _ => "*".repeat(18),
    }
}

/// Room for name and spouse: each may take what the other leaves; two long ones get half each.
fn share(name: usize, spouse: usize) -> (usize, usize) {
    let half = NAMES_ROOM / 2;
    if spouse <= half {
        (NAMES_ROOM - spouse, spouse)
    } else if name <= half {
        (name, NAMES_ROOM - name)
    } else {
        (half, half)
    }
}

fn cut(text: &str, room: usize) -> String {
    if text.len() <= room {
        return text.to_owned();
    }
    let kept = text.floor_char_boundary(room.saturating_sub(CUT.len_utf8()));
    let mut short = text[..kept].to_owned();
    short.push(CUT);
    short
}

#[cfg(test)]
mod tests;
