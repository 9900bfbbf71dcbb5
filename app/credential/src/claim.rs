//! The subject map of a certificate: which claim stands under which number, and of which type it is.

use crate::cbor::{Map, Value, Writer};
use crate::{Malformed, calendar};

pub(crate) const PROFILE: i64 = 0;
pub(crate) const NUMBER: i64 = 1;
pub(crate) const NAME: i64 = 2;
pub(crate) const MASKED_ID: i64 = 3;
pub(crate) const VALID_UNTIL: i64 = 4;
pub(crate) const SEX: i64 = 5;
pub(crate) const BORN: i64 = 6;
pub(crate) const MARITAL: i64 = 7;
pub(crate) const CHILDREN: i64 = 8;
pub(crate) const HOME_OFFICE: i64 = 9;
pub(crate) const ID_NUMBER: i64 = 10;
pub(crate) const SPOUSE: i64 = 11;

/// The value of one claim of the subject map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Claim {
    Number(i64),
    Text(String),
    /// Sons and daughters.
    Pair(u64, u64),
}

pub(crate) fn find(claims: &[(i64, Claim)], key: i64) -> Option<&Claim> {
    claims.iter().find(|(name, _)| *name == key).map(|(_, claim)| claim)
}

/// Reads the subject map: types are judged (and that a day is a day), values are not, unknown claims are passed over.
pub(crate) fn read(map: &Map<'_>) -> Result<Vec<(i64, Claim)>, Malformed> {
    let mut claims = Vec::new();
    for key in PROFILE..=SPOUSE {
        match map.get(key) {
            Some(value) => claims.push((key, read_claim(key, value)?)),
            None if key <= VALID_UNTIL => return Err(Malformed),
            None => {}
        }
    }
    Ok(claims)
}

fn read_claim(key: i64, value: &Value<'_>) -> Result<Claim, Malformed> {
    match key {
        VALID_UNTIL | BORN => {
            let date = value.uint()?;
            let in_range = key == BORN || (10_000_000..99_990_000).contains(&date);
            if in_range && calendar::is_date(date) { value.int().map(Claim::Number) } else { Err(Malformed) }
        }
        PROFILE | SEX | MARITAL => value.int().map(Claim::Number),
        CHILDREN => match value.array()? {
            [sons, daughters] => Ok(Claim::Pair(sons.uint()?, daughters.uint()?)),
            _ => Err(Malformed),
        },
        _ => value.text().map(|text| Claim::Text(text.to_owned())),
    }
}

pub(crate) fn write(claims: &[(i64, Claim)], writer: Writer) -> Writer {
    claims.iter().fold(writer.map(claims.len()), |writer, (key, claim)| {
        let writer = writer.int(*key);
        match claim {
            Claim::Number(number) => writer.int(*number),
            Claim::Text(text) => writer.text(text),
            Claim::Pair(sons, daughters) => writer.array(2).uint(*sons).uint(*daughters),
        }
    })
}
