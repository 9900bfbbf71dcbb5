//! What a page gives to its island: finished sentences and addresses. An island carries no catalogue, and its text changes
//! without compiling it.
//!
//! Both travel as one string each in an element of the page, `id="given"`. As properties of the islands they would bring a
//! reader of JSON into every module of the browser's, and as structures with a name for each sentence twenty kilobytes more.

use std::sync::Arc;

/// Between two sentences: the line separator of Unicode, which no sentence has.
const NEXT: char = '\u{2028}';
/// Between a key and its text.
const IS: char = '=';

/// What this page gave to its island: on the server from [`crate::frame::Page`], in the browser from the page.
pub fn given() -> (Words, Places) {
    #[cfg(feature = "ssr")]
    return leptos::prelude::use_context().unwrap_or_default();
    #[cfg(not(feature = "ssr"))]
    {
        let part = |name: &str| Words(crate::phone::screen::given(name).into());
        (part("words"), Places(part("places")))
    }
}

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
    const GAPS: [&str; 9] = ["time", "percent", "n", "y", "m", "d", "first", "last", "office"];

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
        // An address that somebody made up must not say a sentence of its own.
        let text = text.replace(NEXT, " ");
        Self(format!("{key}{IS}{text}{NEXT}{}", self.0).into())
    }

    /// As it travels.
    pub fn written(&self) -> String {
        self.0.to_string()
    }

    /// All sentences of both.
    pub fn and(&self, more: &Self) -> Self {
        Self(format!("{}{}", self.0, more.0).into())
    }
}

/// Addresses and names that an island needs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
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

    #[cfg(feature = "ssr")]
    pub(crate) fn written(&self) -> String {
        self.0.written()
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
        let words = Words::default().with("a", "one\ntwo").with("b", "{n} = 1").and(&Words::default().with("c", ""));
        let words = words.with("b", "three").with("e", "four\u{2028}a=five");
        for (key, told) in [("a", "one\ntwo"), ("b", "three"), ("c", ""), ("d", ""), ("e", "four a=five")] {
            assert_eq!(words.get(key), told);
        }
    }
}
