//! A row of SQLite as serde sees it: a map from the names of its columns to numbers, texts, bytes or nothing.

use std::fmt::Display;

use rusqlite::{Row, types::ValueRef};
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, Visitor, value::SeqDeserializer};
use serde::forward_to_deserialize_any;

/// A column is missing or holds what its field cannot.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct Unfit(String);

impl Error for Unfit {
    fn custom<T: Display>(words: T) -> Self {
        Self(words.to_string())
    }
}

pub(crate) struct Columns<'r, 's>(pub(crate) &'r Row<'s>);

impl<'de> Deserializer<'de> for Columns<'_, '_> {
    type Error = Unfit;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unfit> {
        visitor.visit_map(Pairs { row: self.0, place: 0 })
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

struct Pairs<'r, 's> {
    row: &'r Row<'s>,
    place: usize,
}

impl<'de> MapAccess<'de> for Pairs<'_, '_> {
    type Error = Unfit;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Unfit> {
        let Ok(name) = self.row.as_ref().column_name(self.place) else { return Ok(None) };
        seed.deserialize(serde::de::value::StrDeserializer::new(name)).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Unfit> {
        let value = self.row.get_ref(self.place).map_err(Unfit::custom)?;
        self.place += 1;
        seed.deserialize(Cell(value))
    }
}

struct Cell<'r>(ValueRef<'r>);

impl<'de> Deserializer<'de> for Cell<'_> {
    type Error = Unfit;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unfit> {
        match self.0 {
            ValueRef::Null => visitor.visit_unit(),
            ValueRef::Integer(number) => visitor.visit_i64(number),
            ValueRef::Real(number) => visitor.visit_f64(number),
            ValueRef::Text(text) => visitor.visit_str(std::str::from_utf8(text).map_err(Unfit::custom)?),
            ValueRef::Blob(bytes) => visitor.visit_bytes(bytes),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unfit> {
        if matches!(self.0, ValueRef::Null) { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    /// A `Vec<u8>` asks for a sequence.
    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unfit> {
        match self.0 {
            ValueRef::Blob(bytes) => visitor.visit_seq(SeqDeserializer::new(bytes.iter().copied())),
            _ => self.deserialize_any(visitor),
        }
    }

    /// UUIDs are 16 bytes and no text.
    fn is_human_readable(&self) -> bool {
        false
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct
        newtype_struct tuple tuple_struct map struct enum identifier ignored_any
    }
}
