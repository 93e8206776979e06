//! The version that a change rests on: a whole number, however a program writes it.

use serde::de::Error as _;
use serde::{Deserialize as _, Deserializer};
use serde_json::Number;

/// The highest version that can be named: the last whole number that every reader of JSON keeps
/// exactly.
const LAST: u64 = (1 << 53) - 1;

/// Reads a version that may be left out. `7.0` is the whole number 7, as JSON Schema has it.
pub(super) fn read<'de, D: Deserializer<'de>>(reader: D) -> Result<Option<u64>, D::Error> {
    let Some(number) = Option::<Number>::deserialize(reader)? else { return Ok(None) };
    let whole = number.as_u64().or_else(|| number.as_f64().and_then(whole));
    let version = whole.filter(|version| *version <= LAST);
    version.map(Some).ok_or_else(|| D::Error::custom("a version is a whole number"))
}

/// The whole number that a floating one is.
fn whole(number: f64) -> Option<u64> {
    // A whole floating number is written without an exponent, and so read exactly.
    format!("{number:.0}").parse().ok().filter(|_| number.fract() == 0.0)
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    #[test]
    fn a_whole_number_is_a_version_however_it_is_written() {
        let version = |value: Value| super::read(value).map_err(|error| error.to_string());
        assert_eq!(version(Value::Null), Ok(None));
        for (value, expected) in [(json!(0), 0), (json!(7.0), 7), (json!(1e3), 1000)] {
            assert_eq!(version(value), Ok(Some(expected)));
        }
        for wrong in
            [json!(-1), json!(7.5), json!(9_007_199_254_740_992_u64), json!(1e300), json!("7")]
        {
            assert!(version(wrong.clone()).is_err(), "{wrong}");
        }
    }
}
