//! Random ids that only a browser has. A table holds their digest, so that a reader of it can use
//! nothing that the id leads to.

use sha2::Digest as _;

use crate::rows::Digest;

/// The bits of an id, as [`write()`] writes them.
pub(crate) fn read(text: &str) -> Option<[u8; 16]> {
    let is_hex = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
    if text.len() != 32 || !text.bytes().all(is_hex) {
        return None;
    }
    u128::from_str_radix(text, 16).ok().map(u128::to_be_bytes)
}

/// An id in hexadecimal, for the browser alone.
pub(crate) fn write(id: [u8; 16]) -> String {
    format!("{:032x}", u128::from_be_bytes(id))
}

/// The digest of a value of this kind.
pub(crate) fn digest(kind: &str, value: &[u8]) -> Digest {
    let hasher = sha2::Sha256::new().chain_update(format!("hubward-{kind}|")).chain_update(value);
    Digest::from_bytes(hasher.finalize().into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_read_as_it_is_written_and_nothing_else_is_one() {
        let id = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 255];
        let text = write(id);
        assert_eq!(text, "000102030405060708090a0b0c0d0eff");
        assert_eq!(read(&text), Some(id));
        for other in ["", "0", &text[1..], &text.to_uppercase(), &text.replacen('0', "+", 1)] {
            assert!(read(other).is_none(), "{other}");
        }
    }
}
