//! Values with a stable text code: what the database stores, what a form posts, what stands in an address. The codes
//! are part of the data and never change; the names of the variants may.

use thiserror::Error;

/// A text that is none of the codes of its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("no such {0}")]
pub struct UnknownCode(pub &'static str);

/// Declares an enum whose variants each have a stable code, with `ALL`, `code`, `from_code`, `Display`, `FromStr` and
/// serde by that code.
macro_rules! coded {
    (
        $(#[$meta:meta])*
        $name:ident: $kind:literal { $( $(#[$note:meta])* $variant:ident = $code:literal ),+ $(,)? }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
        #[serde(try_from = "String", into = "&'static str")]
        pub enum $name { $( $(#[$note])* $variant ),+ }

        impl $name {
            /// Every value, in the order of its declaration.
            pub const ALL: &'static [$name] = &[$( $name::$variant ),+];

            /// The stable code.
            pub const fn code(self) -> &'static str {
                match self { $( $name::$variant => $code ),+ }
            }

            /// The value of a code, exactly as written by [`Self::code`].
            pub fn from_code(code: &str) -> Option<$name> {
                match code { $( $code => Some($name::$variant), )+ _ => None }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.code())
            }
        }

        impl std::str::FromStr for $name {
            type Err = crate::UnknownCode;
            fn from_str(code: &str) -> Result<$name, crate::UnknownCode> {
                $name::from_code(code).ok_or(crate::UnknownCode($kind))
            }
        }

        impl TryFrom<String> for $name {
            type Error = crate::UnknownCode;
            fn try_from(code: String) -> Result<$name, crate::UnknownCode> { code.parse() }
        }

        impl From<$name> for &'static str {
            fn from(value: $name) -> &'static str { value.code() }
        }
    };
}

/// Declares an enum of faults, each with the key of its sentence in the catalogue of texts.
macro_rules! faults {
    (
        $(#[$meta:meta])*
        $name:ident { $( $(#[$note:meta])* $variant:ident = $key:literal ),+ $(,)? }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum $name { $( $(#[$note])* $variant ),+ }

        impl $name {
            /// Every fault of this kind.
            pub const ALL: &'static [$name] = &[$( $name::$variant ),+];

            /// The key of the sentence that tells it.
            pub const fn key(self) -> &'static str {
                match self { $( $name::$variant => $key ),+ }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.key())
            }
        }

        impl std::error::Error for $name {}
    };
}

pub(crate) use {coded, faults};
