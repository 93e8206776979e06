//! Identifiers of exported things: the same thing has the same one in every export.

use std::fmt::Write;

use sha2::{Digest, Sha256};

/// A UUID of version 8 made from a thing's kind and name.
pub(super) fn uuid(kind: &str, name: &str) -> String {
    let digest = Sha256::digest(format!("hubward|{kind}|{name}").as_bytes());
    let mut text = String::with_capacity(36);
    for (at, byte) in digest.iter().take(16).enumerate() {
        if [4, 6, 8, 10].contains(&at) {
            text.push('-');
        }
        let byte = match at {
            6 => 0x80 | (byte & 0x0f),
            8 => 0x80 | (byte & 0x3f),
            _ => *byte,
        };
        // Writing to a text cannot fail.
        let _ = write!(text, "{byte:02x}");
    }
    text
}
