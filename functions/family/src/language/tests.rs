//! Tests of what holds for every language.

use super::*;

#[test]
fn english_is_read_whole() {
    for (area, file) in Language::ENGLISH.files {
        let read = fluent_bundle::FluentResource::try_new((*file).to_owned());
        assert!(read.is_ok(), "{area}: {:?}", read.err().map(|(_, errors)| errors));
    }
}
