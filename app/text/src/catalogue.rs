//! Finding and filling a text.

use std::{
    borrow::Cow,
    collections::HashMap,
    sync::{Arc, OnceLock, RwLock},
};

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use rust_embed::RustEmbed;

use crate::Locale;

#[derive(RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/locales/"]
struct Files;

type Bundle = FluentBundle<FluentResource>;

/// What may stand in a text: words or a number that chooses the plural form.
#[derive(Clone, Debug)]
pub enum Value<'a> {
    Words(Cow<'a, str>),
    Number(i64),
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(words: &'a str) -> Self {
        Self::Words(Cow::Borrowed(words))
    }
}

impl<'a> From<&'a String> for Value<'a> {
    fn from(words: &'a String) -> Self {
        Self::Words(Cow::Borrowed(words))
    }
}

impl From<String> for Value<'_> {
    fn from(words: String) -> Self {
        Self::Words(Cow::Owned(words))
    }
}

macro_rules! numbers {
    ($($number:ty),*) => {$(
        impl From<$number> for Value<'_> {
            fn from(number: $number) -> Self {
                Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
            }
        }
    )*};
}
numbers!(u8, u16, u32, u64, usize, i32, i64);

/// The text under `key` in `locale`, filled with `values`. A key that is missing shows itself; a test keeps that from
/// happening.
pub fn say(locale: Locale, key: &str, values: &[(&str, Value<'_>)]) -> String {
    let bundle = bundle(locale);
    let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
        return key.to_owned();
    };
    let mut arguments = FluentArgs::with_capacity(values.len());
    for (name, value) in values {
        arguments.set(
            *name,
            match value {
                Value::Words(words) => FluentValue::from(words.as_ref()),
                Value::Number(number) => FluentValue::from(*number),
            },
        );
    }
    bundle.format_pattern(pattern, Some(&arguments), &mut Vec::new()).into_owned()
}

/// In a release each locale is read once. In a debug build the files are read again when one of them changed.
fn bundle(locale: Locale) -> Arc<Bundle> {
    type Shelf = RwLock<HashMap<&'static str, (u64, Arc<Bundle>)>>;
    static SHELF: OnceLock<Shelf> = OnceLock::new();
    let shelf = SHELF.get_or_init(Shelf::default);
    let edition = if cfg!(debug_assertions) { edition(locale) } else { 0 };
    if let Some((kept, bundle)) = shelf.read().ok().and_then(|shelf| shelf.get(locale.tag()).cloned())
        && kept == edition
    {
        return bundle;
    }
    let bundle = Arc::new(read(locale));
    if let Ok(mut shelf) = shelf.write() {
        shelf.insert(locale.tag(), (edition, Arc::clone(&bundle)));
    }
    bundle
}

fn files(locale: Locale) -> impl Iterator<Item = Cow<'static, str>> {
    Files::iter().filter(move |path| path.split('/').next() == Some(locale.tag()))
}

fn edition(locale: Locale) -> u64 {
    files(locale)
        .filter_map(|path| Files::get(&path)?.metadata.last_modified())
        .fold(0, |edition, modified| edition.wrapping_mul(31).wrapping_add(modified))
}

fn read(locale: Locale) -> Bundle {
    let language = locale.tag().parse().unwrap_or_default();
    let mut bundle = Bundle::new_concurrent(vec![language]);
    // Direction marks around every insertion would be read aloud and break copied numbers.
    bundle.set_use_isolating(false);
    for path in files(locale) {
        let Some(file) = Files::get(&path) else { continue };
        let text = String::from_utf8_lossy(&file.data).into_owned();
        // What could be parsed is used even where a line could not; the parity test names that line.
        let resource = FluentResource::try_new(text).unwrap_or_else(|(resource, _)| resource);
        bundle.add_resource_overriding(resource);
    }
    bundle
}
