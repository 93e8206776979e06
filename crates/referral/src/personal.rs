//! Personal values, which do not show themselves by accident.

use std::fmt;

use serde::{Deserialize, Serialize};

const HIDDEN: &str = "[personal]";

/// A personal value: `Debug` and `Display` print `[personal]`; reading it takes [`Personal::expose`].
#[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Personal<T>(T);

impl<T> Personal<T> {
    /// Marks a value as personal.
    pub const fn new(value: T) -> Self {
        Self(value)
    }

    /// The value itself, for code that means to read it.
    pub const fn expose(&self) -> &T {
        &self.0
    }

    /// The value itself, taken out by code that means to read it.
    pub fn into_exposed(self) -> T {
        self.0
    }
}

impl<T> From<T> for Personal<T> {
    fn from(value: T) -> Self {
        Self(value)
    }
}

impl<T> fmt::Debug for Personal<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(HIDDEN)
    }
}

impl<T> fmt::Display for Personal<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(HIDDEN)
    }
}

/// Gives a type a `Debug` that names the type and hides its value.
macro_rules! hide_debug {
    ($($type:ident),+ $(,)?) => {$(
        impl ::std::fmt::Debug for $type {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str(concat!(stringify!($type), "([personal])"))
            }
        }
    )+};
}
pub(crate) use hide_debug;

/// Gives a type serde as a string, by the type's own parser and `as_str`.
macro_rules! serde_by_parser {
    ($($type:ident),+ $(,)?) => {$(
        impl ::serde::Serialize for $type {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(&self.as_str())
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $type {
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = <String as ::serde::Deserialize>::deserialize(deserializer)?;
                $type::parse(&text).map_err(::serde::de::Error::custom)
            }
        }
    )+};
}
pub(crate) use serde_by_parser;

/// Gives a type `AsRef<str>` by `as_str`, for writers that treat all texts alike.
macro_rules! as_text {
    ($($type:ident),+ $(,)?) => {$(
        impl AsRef<str> for $type {
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }
    )+};
}
pub(crate) use as_text;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neither_debug_nor_display_shows_the_value() {
        let secret = Personal::new("Amina".to_owned());
        assert_eq!(format!("{secret} {secret:?}"), "[personal] [personal]");
        assert_eq!(secret.expose(), "Amina");
    }

    #[test]
    fn serde_is_transparent() {
        let json = serde_json::to_string(&Personal::new("x")).unwrap();
        assert_eq!(json, "\"x\"");
        assert_eq!(serde_json::from_str::<Personal<String>>(&json).unwrap().expose(), "x");
    }
}
