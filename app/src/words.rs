//! What a page gives to its island: finished sentences and addresses. An island carries no catalogue, and its text changes
//! without compiling it.
//!
//! Both travel as one string. A structure with a name for each sentence would bring a reader of its own for every island
//! into the browser's modules, twenty kilobytes each.

use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Between two sentences (ASCII: record separator).
const NEXT: char = '\u{1e}';
/// Between a key and its text.
const IS: char = '\t';

/// Sentences under the keys of the catalogue.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words(Arc<str>);

impl Words {
    /// The text of a key; nothing if the page did not give it, which a test of the sources looks for.
    pub fn get(&self, key: &str) -> String {
        let told = self.0.split(NEXT).filter_map(|each| each.split_once(IS)).find(|(name, _)| *name == key);
        told.map_or_else(String::new, |(_, text)| text.to_owned())
    }
}

#[cfg(feature = "ssr")]
impl Words {
    /// The values that a sentence may have a gap for. It is named as the catalogue names the value, stands in braces, and is
    /// filled in the browser.
    const GAPS: [&str; 8] = ["time", "n", "y", "m", "d", "first", "last", "office"];

    /// Says every one of the keys.
    pub fn told(locale: xinju_text::Locale, keys: impl IntoIterator<Item = impl AsRef<str>>) -> Self {
        let gaps = Self::GAPS.map(|name| (name, xinju_text::Value::from(format!("{{{name}}}"))));
        keys.into_iter().fold(Self::default(), |words, key| {
            let text = xinju_text::say(locale, key.as_ref(), &gaps);
            words.with(key.as_ref(), &text)
        })
    }

    /// One more sentence. What was said last counts.
    pub fn with(&self, key: &str, text: &str) -> Self {
        Self(format!("{key}{IS}{text}{NEXT}{}", self.0).into())
    }

    /// All sentences of both.
    pub fn and(&self, more: &Self) -> Self {
        Self(format!("{}{}", self.0, more.0).into())
    }
}

impl Serialize for Words {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Words {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(|text| Self(text.into()))
    }
}

/// Addresses and names that an island needs.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Places(Words);

impl Places {
    #[cfg(feature = "ssr")]
    pub(crate) fn of(visit: &crate::frame::Visit) -> Self {
        let origin = &visit.services.settings.origin;
        let places = Words::default()
            .with("origin", origin.text())
            .with("audience", origin.host())
            .with("icons", &visit.site.icon(""))
            .with("reader", &visit.site.reader());
        Self(places)
    }

    /// Where the portal is, as a QR names it.
    pub fn origin(&self) -> String {
        self.0.get("origin")
    }

    /// The portal's host, which a proof must name.
    pub fn audience(&self) -> String {
        self.0.get("audience")
    }

    /// The address of the sprite up to a picture's name.
    pub fn icons(&self) -> String {
        self.0.get("icons")
    }

    /// The module that reads a QR where the browser cannot.
    pub fn reader(&self) -> String {
        self.0.get("reader")
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::Words;

    #[test]
    fn sentences_travel_as_one_string_and_the_last_counts() {
        let words = Words::default().with("a", "one\ntwo").with("b", "{n}").and(&Words::default().with("c", ""));
        let words = words.with("b", "three");
        let text = serde_json::to_string(&words).expect("plain data");
        let read: Words = serde_json::from_str(&text).expect("the same");
        assert_eq!(read, words);
        for (key, told) in [("a", "one\ntwo"), ("b", "three"), ("c", ""), ("d", "")] {
            assert_eq!(read.get(key), told);
        }
    }
}
