//! JSON read strictly into a small tree: no key twice, no deep nesting, nothing after the end.

use std::cell::Cell;
use std::fmt;

use referral::{FieldError, Invalid};
use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};

use super::MAX_DEPTH;
use crate::document::{Object, Tree, shown_key};
use crate::errors::Errors;

/// The bounds of a document, and how an error may show its keys.
#[derive(Clone, Copy)]
pub(crate) struct Limits {
    /// The deepest nesting of objects and lists.
    pub(crate) depth: usize,
    /// A key as an error may show it.
    pub(crate) shown_key: fn(&str) -> String,
}

/// Reads the bytes of a referral's document, as [`parse_within`] does.
pub(super) fn parse(bytes: &[u8]) -> Result<Tree, Vec<FieldError>> {
    parse_within(bytes, Limits { depth: MAX_DEPTH, shown_key })
}

/// Reads the bytes, or gives an error for every repeated key, or for the first fault of syntax.
pub(crate) fn parse_within(bytes: &[u8], limits: Limits) -> Result<Tree, Vec<FieldError>> {
    let text = std::str::from_utf8(bytes)
        .map_err(|_| vec![Invalid::new("not_utf8", "The document must be UTF-8 text.").at("")])?;
    let found = Flaws { limits, repeated: Errors::default(), too_deep: Cell::new(false) };
    let mut reader = serde_json::Deserializer::from_str(text);
    let place = Place { found: &found, path: String::new(), depth: 0 };
    let tree = place.deserialize(&mut reader).and_then(|tree| reader.end().map(|()| tree));
    match tree {
        Err(_) if found.too_deep.get() => {
            let message = format!("Nest objects and lists at most {} deep.", limits.depth);
            Err(vec![Invalid::with("too_deep", message).at("")])
        }
        Err(error) => {
            let (line, column) = (error.line(), error.column());
            let message = format!("This is not valid JSON: see line {line}, column {column}.");
            Err(vec![Invalid::with("not_json", message).at("")])
        }
        Ok(tree) => {
            let repeated = found.repeated.into_inner();
            if repeated.is_empty() { Ok(tree) } else { Err(repeated) }
        }
    }
}

/// The faults found that are not of syntax.
struct Flaws {
    limits: Limits,
    repeated: Errors,
    too_deep: Cell<bool>,
}

/// The place of the reader in the document.
struct Place<'a> {
    found: &'a Flaws,
    path: String,
    depth: usize,
}

impl Place<'_> {
    fn deeper<E: serde::de::Error>(&self) -> Result<usize, E> {
        if self.depth == self.found.limits.depth {
            self.found.too_deep.set(true);
            return Err(E::custom("nested too deep"));
        }
        Ok(self.depth + 1)
    }
}

impl<'de> DeserializeSeed<'de> for Place<'_> {
    type Value = Tree;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Tree, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Place<'_> {
    type Value = Tree;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Tree, E> {
        Ok(Tree::Null)
    }

    fn visit_bool<E>(self, flag: bool) -> Result<Tree, E> {
        Ok(Tree::Flag(flag))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Tree, E> {
        Ok(Tree::Number(number.to_string()))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Tree, E> {
        Ok(Tree::Number(number.to_string()))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Tree, E> {
        Ok(Tree::Number(number.to_string()))
    }

    fn visit_str<E>(self, text: &str) -> Result<Tree, E> {
        Ok(Tree::Text(text.to_owned()))
    }

    fn visit_string<E>(self, text: String) -> Result<Tree, E> {
        Ok(Tree::Text(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Tree, A::Error> {
        let depth = self.deeper()?;
        let mut items = Vec::new();
        loop {
            let path = format!("{}[{}]", self.path, items.len());
            match access.next_element_seed(Place { found: self.found, path, depth })? {
                Some(item) => items.push(item),
                None => return Ok(Tree::List(items)),
            }
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Tree, A::Error> {
        let depth = self.deeper()?;
        let mut fields = Object::new();
        while let Some(key) = access.next_key::<String>()? {
            let shown = (self.found.limits.shown_key)(&key);
            let path = if self.path.is_empty() { shown } else { format!("{}.{shown}", self.path) };
            let repeated = fields.contains_key(&key);
            if repeated {
                let fault = Invalid::new("repeated_key", "This field is there more than once.");
                self.found.repeated.push(fault.at(path.clone()));
            }
            let value = access.next_value_seed(Place { found: self.found, path, depth })?;
            fields.insert(key, value);
        }
        Ok(Tree::Object(fields))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(text: &str) -> &'static str {
        parse(text.as_bytes()).unwrap_err()[0].code
    }

    #[test]
    fn every_kind_of_value_is_read() {
        let tree = parse(br#"{"a": [null, true, -1, 2.5, "x"]}"#).unwrap();
        let number = |digits: &str| Tree::Number(digits.to_owned());
        let items =
            vec![Tree::Null, Tree::Flag(true), number("-1"), number("2.5"), Tree::Text("x".into())];
        assert_eq!(tree, Tree::Object([("a".to_owned(), Tree::List(items))].into()));
    }

    #[test]
    fn every_repeated_key_is_told_by_its_path() {
        let errors =
            parse(br#"{"a": {"b": 1, "b": 2}, "c": [{}, {"d": 1, "d": 1}], "a": 1}"#).unwrap_err();
        let told: Vec<_> = errors.iter().map(|e| (e.path.as_str(), e.code)).collect();
        let code = "repeated_key";
        assert_eq!(told, [("a.b", code), ("c[1].d", code), ("a", code)]);
    }

    #[test]
    fn nesting_ends_at_sixteen() {
        let nested = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
        assert!(parse(nested(16).as_bytes()).is_ok());
        assert_eq!(code(&nested(17)), "too_deep");
        assert_eq!(code(&"[".repeat(60_000)), "too_deep");
        assert_eq!(code(&"{\"a\":".repeat(17)), "too_deep");
    }

    #[test]
    fn text_that_is_not_json_is_told_with_its_line_and_column() {
        for wrong in
            ["", "{", "{} {}", "{\"a\": 01}", "{'a': 1}", "[1,]", "\u{feff}{}", r#""\ud800""#]
        {
            assert_eq!(code(wrong), "not_json", "{wrong}");
        }
        let errors = parse(b"{\n \"a\": canary}").unwrap_err();
        assert_eq!(errors[0].message, "This is not valid JSON: see line 2, column 7.");
        assert_eq!(parse(b"\"\xff\"").unwrap_err()[0].code, "not_utf8");
    }
}
