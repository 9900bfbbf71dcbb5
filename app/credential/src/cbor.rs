//! CBOR in its core deterministic form (RFC 8949, 4.2.1) and no other.
//!
//! The reader refuses what a lenient library would take: a number not in its shortest form, an indefinite length, map keys out of
//! bytewise order or twice, keys that are neither integer nor text, tags, floats, simple values but false, true and null, more than
//! eight containers in one another, text that is not UTF-8, a byte too many. So a document has one encoding, and what was read can be
//! written again to the same bytes. The depth counts within one byte string: what a byte string holds is read by a call of its own.

mod writer;

pub(crate) use writer::Writer;

use crate::Malformed;

const DEEPEST: u8 = 8;

/// One data item, borrowing its strings from what was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Value<'a> {
    Uint(u64),
    /// The integer −1 − n.
    Negative(u64),
    Bytes(&'a [u8]),
    Text(&'a str),
    Array(Vec<Value<'a>>),
    Map(Map<'a>),
    Bool(bool),
    Null,
}

/// A map whose keys are integers or texts, each there once.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Map<'a>(Vec<(Value<'a>, Value<'a>)>);

impl<'a> Value<'a> {
    pub(crate) fn uint(&self) -> Result<u64, Malformed> {
        match self {
            Value::Uint(number) => Ok(*number),
            _ => Err(Malformed),
        }
    }

    pub(crate) fn int(&self) -> Result<i64, Malformed> {
        match self {
            Value::Uint(number) => i64::try_from(*number).map_err(|_| Malformed),
            Value::Negative(number) => i64::try_from(*number).map(|number| -1 - number).map_err(|_| Malformed),
            _ => Err(Malformed),
        }
    }

    pub(crate) fn is(&self, number: i64) -> bool {
        self.int() == Ok(number)
    }

    pub(crate) fn bytes(&self) -> Result<&'a [u8], Malformed> {
        match self {
            Value::Bytes(bytes) => Ok(bytes),
            _ => Err(Malformed),
        }
    }

    /// A byte string of exactly `N` bytes.
    pub(crate) fn bytes_of<const N: usize>(&self) -> Result<&'a [u8; N], Malformed> {
        self.bytes()?.try_into().map_err(|_| Malformed)
    }

    pub(crate) fn text(&self) -> Result<&'a str, Malformed> {
        match self {
            Value::Text(text) => Ok(text),
            _ => Err(Malformed),
        }
    }

    pub(crate) fn bool(&self) -> Result<bool, Malformed> {
        match self {
            Value::Bool(truth) => Ok(*truth),
            _ => Err(Malformed),
        }
    }

    pub(crate) fn array(&self) -> Result<&[Value<'a>], Malformed> {
        match self {
            Value::Array(items) => Ok(items),
            _ => Err(Malformed),
        }
    }

    pub(crate) fn map(&self) -> Result<&Map<'a>, Malformed> {
        match self {
            Value::Map(map) => Ok(map),
            _ => Err(Malformed),
        }
    }
}

impl<'a> Map<'a> {
    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    /// What stands under an integer key.
    pub(crate) fn get(&self, key: i64) -> Option<&Value<'a>> {
        self.0.iter().find(|(name, _)| name.is(key)).map(|(_, value)| value)
    }

    /// What must stand under an integer key.
    pub(crate) fn need(&self, key: i64) -> Result<&Value<'a>, Malformed> {
        self.get(key).ok_or(Malformed)
    }

    /// What must stand under a text key.
    pub(crate) fn need_named(&self, key: &str) -> Result<&Value<'a>, Malformed> {
        self.0.iter().find(|(name, _)| *name == Value::Text(key)).map(|(_, value)| value).ok_or(Malformed)
    }
}

/// Reads one item that fills `bytes` to the last.
pub(crate) fn decode(bytes: &[u8]) -> Result<Value<'_>, Malformed> {
    let mut reader = Reader { rest: bytes };
    let value = reader.item(0)?;
    if reader.rest.is_empty() { Ok(value) } else { Err(Malformed) }
}

#[derive(Debug)]
struct Reader<'a> {
    rest: &'a [u8],
}

impl<'a> Reader<'a> {
    fn take(&mut self, count: u64) -> Result<&'a [u8], Malformed> {
        let count = usize::try_from(count).map_err(|_| Malformed)?;
        let (taken, rest) = self.rest.split_at_checked(count).ok_or(Malformed)?;
        self.rest = rest;
        Ok(taken)
    }

    /// The major type and its argument, which must be in the shortest of its five forms.
    fn head(&mut self) -> Result<(u8, u64), Malformed> {
        let (first, rest) = self.rest.split_first().ok_or(Malformed)?;
        self.rest = rest;
        let (major, info) = (first >> 5, first & 31);
        if major == 7 || info < 24 {
            return Ok((major, u64::from(info)));
        }
        let (width, least) = match info {
            24 => (1, 24),
            25 => (2, 1 << 8),
            26 => (4, 1 << 16),
            27 => (8, 1 << 32),
            _ => return Err(Malformed),
        };
        let argument = self.take(width)?.iter().fold(0, |sum, byte| sum << 8 | u64::from(*byte));
        if argument < least { Err(Malformed) } else { Ok((major, argument)) }
    }

    fn item(&mut self, depth: u8) -> Result<Value<'a>, Malformed> {
        let (major, argument) = self.head()?;
        match (major, argument) {
            (0, number) => Ok(Value::Uint(number)),
            (1, number) => Ok(Value::Negative(number)),
            (2, length) => Ok(Value::Bytes(self.take(length)?)),
            (3, length) => str::from_utf8(self.take(length)?).map(Value::Text).map_err(|_| Malformed),
            (4 | 5, _) if depth == DEEPEST => Err(Malformed),
            (4, length) => self.items(length, depth + 1).map(Value::Array),
            (5, length) => self.entries(length, depth + 1).map(Value::Map),
            (7, 20) => Ok(Value::Bool(false)),
            (7, 21) => Ok(Value::Bool(true)),
            (7, 22) => Ok(Value::Null),
            _ => Err(Malformed),
        }
    }

    // Nothing is reserved by the announced length: every item takes a byte, so a lie ends with the input.
    fn items(&mut self, length: u64, depth: u8) -> Result<Vec<Value<'a>>, Malformed> {
        let mut items = Vec::new();
        for _ in 0..length {
            items.push(self.item(depth)?);
        }
        Ok(items)
    }

    fn entries(&mut self, length: u64, depth: u8) -> Result<Map<'a>, Malformed> {
        let mut entries = Vec::new();
        let mut previous: &[u8] = &[];
        for _ in 0..length {
            let before = self.rest;
            let key = self.item(depth)?;
            let encoded = &before[..before.len() - self.rest.len()];
            let named = matches!(key, Value::Uint(_) | Value::Negative(_) | Value::Text(_));
            if !named || encoded <= previous {
                return Err(Malformed);
            }
            previous = encoded;
            entries.push((key, self.item(depth)?));
        }
        Ok(Map(entries))
    }
}

#[cfg(test)]
mod tests;
