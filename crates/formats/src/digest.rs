//! The canonical bytes of a referral, which tell a replay from other content under the same key.

use referral::Referral;
use serde_json::{Value, json};

use crate::write::write;

/// The name of these bytes, so that a later shape can never be taken for this one.
const PREFIX: &[u8] = b"hubward referral v1\n";

/// Bytes that are equal exactly when two referrals mean the same, whatever the order of fields, the
/// spacing, the spelling of a postcode or a phone number, or whether a default was left out or
/// said. The order of people counts. The bytes are personal: use them for keyed digests only.
pub fn digest_input(referral: &Referral) -> Vec<u8> {
    let mut bytes = PREFIX.to_vec();
    canonical(&write(referral), &mut bytes);
    if !referral.as_given.is_empty() {
        bytes.extend_from_slice(b"\nas given ");
        canonical(&json!(referral.as_given), &mut bytes);
    }
    bytes
}

/// Writes JSON without white space and with its keys in order (`serde_json`'s own order depends on
/// its features).
fn canonical(value: &Value, out: &mut Vec<u8>) {
    match value {
        Value::Object(fields) => {
            let mut fields: Vec<_> = fields.iter().collect();
            fields.sort_unstable_by_key(|(key, _)| key.as_str());
            out.push(b'{');
            for (index, (key, value)) in fields.into_iter().enumerate() {
                if index > 0 {
                    out.push(b',');
                }
                out.extend_from_slice(Value::from(key.as_str()).to_string().as_bytes());
                out.push(b':');
                canonical(value, out);
            }
            out.push(b'}');
        }
        Value::Array(items) => {
            out.push(b'[');
            for (index, item) in items.iter().enumerate() {
                if index > 0 {
                    out.push(b',');
                }
                canonical(item, out);
            }
            out.push(b']');
        }
        scalar => out.extend_from_slice(scalar.to_string().as_bytes()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_in_order_and_texts_are_escaped() {
        let mut out = Vec::new();
        canonical(&json!({"b": [true, null], "a": "\"x\"\n"}), &mut out);
        assert_eq!(String::from_utf8(out).unwrap(), r#"{"a":"\"x\"\n","b":[true,null]}"#);
    }
}
