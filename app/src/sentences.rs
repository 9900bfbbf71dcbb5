//! The sentences of an island. They travel as one list in the order of their names: a structure with a name for each would
//! bring a reader of its own for every island into the browser's module, some 20 KB each.

/// Makes a set of sentences: a method for each name, and `told` to say them all on the server.
macro_rules! sentences {
    ($(#[$meta:meta])* $set:ident { $($name:ident),* $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
        pub struct $set(Vec<String>);

        impl $set {
            /// The names, in the order in which the sentences travel.
            pub const NAMES: &'static [&'static str] = &[$(stringify!($name)),*];

            /// Says each name, as the catalogue writes it: with `-` for `_`.
            #[cfg(feature = "ssr")]
            pub fn told(say: impl Fn(&str) -> String) -> Self {
                Self(Self::NAMES.iter().map(|name| say(&name.replace('_', "-"))).collect())
            }

            $(
                pub fn $name(&self) -> String {
                    self.say(stringify!($name))
                }
            )*

            fn say(&self, name: &str) -> String {
                let place = Self::NAMES.iter().position(|each| *each == name);
                place.and_then(|place| self.0.get(place)).cloned().unwrap_or_default()
            }
        }
    };
}

pub(crate) use sentences;
