//! Published rulebooks: each edition is one compressed row that never changes, and a pointer names
//! the one in force. Edition 0 stands for the rulebooks that the functions are packaged with.

use std::io::Read;

use aws_sdk_dynamodb::Client;
use aws_sdk_dynamodb::primitives::Blob;
use aws_sdk_dynamodb::types::AttributeValue;
use pipeline::audit::Hash;
use pipeline::ports::Fault;

use crate::fault;
use crate::item::Item;
use crate::tables::{number, text};

/// The partition key of these rows.
pub(crate) const KEY: &str = "RULES";
pub(crate) const POINTER: &str = "POINTER";
pub(crate) const EDITIONS: &str = "EDITION#";

/// A rulebook file: its name and its text.
pub type RulebookFile = (String, String);

/// The most bytes of packed files in a row: `DynamoDB` takes 400 KB, some of it for the other
/// attributes.
const LARGEST_ROW: usize = 380 * 1024;
/// The most bytes that are unpacked from a row.
const LARGEST: u64 = 64 * 1024 * 1024;

const UNREADABLE: Fault = Fault::Broken("a published rulebook cannot be read");

pub(crate) fn edition_key(edition: u64) -> String {
    format!("{EDITIONS}{edition:010}")
}

/// The files as the bytes of a row; `None` when they are too large for one.
pub(crate) fn pack(files: &[RulebookFile]) -> Option<Vec<u8>> {
    let plain = serde_json::to_vec(files).ok()?;
    let mut packed = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams { quality: 9, ..Default::default() };
    brotli::BrotliCompress(&mut plain.as_slice(), &mut packed, &parameters).ok()?;
    (packed.len() <= LARGEST_ROW).then_some(packed)
}

/// The SHA-256 hash of the files before they are compressed, in hexadecimal.
pub(crate) fn digest(files: &[RulebookFile]) -> Result<String, Fault> {
    let plain = serde_json::to_vec(files).map_err(|_| UNREADABLE)?;
    let digest = ring::digest::digest(&ring::digest::SHA256, &plain);
    let bytes = digest.as_ref().try_into().map_err(|_| UNREADABLE)?;
    Ok(Hash::from_bytes(bytes).to_string())
}

pub(crate) fn unpack(packed: &[u8]) -> Result<Vec<RulebookFile>, Fault> {
    let mut plain = Vec::new();
    let reader = brotli::Decompressor::new(packed, 16 * 1024);
    reader.take(LARGEST).read_to_end(&mut plain).map_err(|_| UNREADABLE)?;
    serde_json::from_slice(&plain).map_err(|_| UNREADABLE)
}

/// The edition in force; `None` before any was published.
pub(crate) async fn pointer(client: &Client, table: &str) -> Result<Option<u64>, Fault> {
    let answer = client
        .get_item()
        .table_name(table)
        .key("pk", text(KEY))
        .key("sk", text(POINTER))
        .consistent_read(true)
        .send()
        .await
        .map_err(|error| fault::of(&error))?;
    answer.item.map(|row| edition_of(row.get("edition"))).transpose()
}

pub(crate) fn edition_of(value: Option<&AttributeValue>) -> Result<u64, Fault> {
    value
        .and_then(|value| value.as_n().ok())
        .and_then(|number| number.parse().ok())
        .ok_or(UNREADABLE)
}

/// The files of an edition.
pub(crate) async fn edition(
    client: &Client,
    table: &str,
    edition: u64,
) -> Result<Vec<RulebookFile>, Fault> {
    let answer = client
        .get_item()
        .table_name(table)
        .key("pk", text(KEY))
        .key("sk", text(edition_key(edition)))
        .consistent_read(true)
        .send()
        .await
        .map_err(|error| fault::of(&error))?;
    let row = answer.item.ok_or(Fault::Broken("a published rulebook is missing"))?;
    let files = row.get("files").and_then(|files| files.as_b().ok()).ok_or(UNREADABLE)?;
    unpack(files.as_ref())
}

/// The row of an edition.
pub(crate) fn row(edition: u64, packed: Vec<u8>, what: &str, at_ms: i64) -> Item {
    [
        ("pk", text(KEY)),
        ("sk", text(edition_key(edition))),
        ("edition", number(edition)),
        ("files", AttributeValue::B(Blob::new(packed))),
        ("what", text(what)),
        ("published_at", number(at_ms)),
    ]
    .map(|(name, value)| (name.to_owned(), value))
    .into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packed_files_are_small_and_unpack_to_the_same_files() {
        let text = "[[hub]]\nid = \"a\"\n".repeat(5_000);
        let files = vec![("a.toml".to_owned(), text)];
        let packed = pack(&files).unwrap();
        assert!(packed.len() < 2_000);
        assert_eq!(unpack(&packed).unwrap(), files);
        assert!(unpack(&packed[..packed.len() / 2]).is_err());
    }

    #[test]
    fn editions_sort_by_their_keys() {
        assert!(edition_key(9) < edition_key(10));
    }
}
