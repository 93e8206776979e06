//! The referral document as a tree, whatever it was sent as, and its way to an unchecked referral.

mod fields;
mod reader;
mod withdrawal;

use std::collections::BTreeMap;

pub(crate) use self::reader::{is_concern, unchecked};
pub use self::withdrawal::Withdrawal;
pub(crate) use self::withdrawal::withdrawal;

/// A value of the document. A number is kept as its digits: no field of a referral is a number, and
/// a concern is read even if one stands where a text should be.
#[derive(Debug, PartialEq)]
pub(crate) enum Tree {
    Null,
    Flag(bool),
    Number(String),
    Text(String),
    List(Vec<Tree>),
    Object(Object),
}

pub(crate) type Object = BTreeMap<String, Tree>;

impl Tree {
    /// Writes bytes that are equal for two trees exactly when the trees are.
    pub(crate) fn canonical(&self, out: &mut Vec<u8>) {
        let mut text = |tag: u8, text: &str| {
            out.push(tag);
            out.extend_from_slice(&(text.len() as u64).to_be_bytes());
            out.extend_from_slice(text.as_bytes());
        };
        match self {
            Self::Null => out.push(b'n'),
            Self::Flag(flag) => out.push(if *flag { b't' } else { b'f' }),
            Self::Number(digits) => text(b'0', digits),
            Self::Text(one) => text(b'"', one),
            Self::List(items) => {
                out.push(b'[');
                for item in items {
                    item.canonical(out);
                }
                out.push(b']');
            }
            Self::Object(fields) => {
                out.push(b'{');
                for (key, value) in fields {
                    Self::Text(key.clone()).canonical(out);
                    value.canonical(out);
                }
                out.push(b'}');
            }
        }
    }
}

/// Puts a value at a path of names and indexes, such as `adults[0].name.given`, and makes the objects
/// and lists on the way. Items of a list that are passed over are blank.
pub(crate) fn put(object: &mut Object, path: &str, value: Tree) {
    let (part, rest) = path.split_once('.').map_or((path, None), |(part, rest)| (part, Some(rest)));
    let within = |place: Option<Tree>, value| match rest {
        None => value,
        Some(rest) => {
            let mut inner = match place {
                Some(Tree::Object(inner)) => inner,
                _ => Object::new(),
            };
            put(&mut inner, rest, value);
            Tree::Object(inner)
        }
    };
    let Some((name, index)) = part.strip_suffix(']').and_then(|part| part.split_once('[')) else {
        let value = within(object.remove(part), value);
        object.insert(part.to_owned(), value);
        return;
    };
    let mut items = match object.remove(name) {
        Some(Tree::List(items)) => items,
        _ => Vec::new(),
    };
    let index = index.parse().unwrap_or(items.len());
    while items.len() <= index {
        items.push(Tree::Text(String::new()));
    }
    let place = std::mem::replace(&mut items[index], Tree::Null);
    items[index] = within(Some(place), value);
    object.insert(name.to_owned(), Tree::List(items));
}

/// A key as an error may show it: the name of a field, and no other text that somebody put there.
pub(crate) fn shown_key(key: &str) -> String {
    let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_';
    if (1..=40).contains(&key.len()) && key.bytes().all(plain) {
        key.to_owned()
    } else {
        "(another)".to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_put_where_its_path_leads() {
        let text = |text: &str| Tree::Text(text.to_owned());
        let mut document = Object::new();
        put(&mut document, "a[1]", text("one"));
        put(&mut document, "b[0].c.d", text("two"));
        put(&mut document, "b[0].c.e", Tree::Flag(true));
        put(&mut document, "f", text("three"));
        let inner: Object =
            [("d".to_owned(), text("two")), ("e".to_owned(), Tree::Flag(true))].into();
        let item = Tree::Object([("c".to_owned(), Tree::Object(inner))].into());
        let expected: Object = [
            ("a".to_owned(), Tree::List(vec![text(""), text("one")])),
            ("b".to_owned(), Tree::List(vec![item])),
            ("f".to_owned(), text("three")),
        ]
        .into();
        assert_eq!(document, expected);
    }
}
