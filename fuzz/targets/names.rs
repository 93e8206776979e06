//! Fuzzes names and free texts: cleaning twice is cleaning once, and nothing too long gets through.

#![no_main]

use referral::PersonName;
use referral::text::{FREE_TEXT_MAX, FreeText, LINE_MAX, Line, clean_token};

libfuzzer_sys::fuzz_target!(|text: &str| {
    assert!(clean_token(&clean_token(text)) == clean_token(text));
    if let Ok(Some(line)) = Line::read(text) {
        assert!(line.as_str().chars().count() <= LINE_MAX);
        assert!(Line::read(line.as_str()) == Ok(Some(line.clone())));
    }
    if let Ok(Some(free)) = FreeText::read(text) {
        assert!(free.as_str().chars().count() <= FREE_TEXT_MAX);
        assert!(FreeText::read(free.as_str()) == Ok(Some(free.clone())));
    }
    let (given, family) = text.split_once(' ').unwrap_or((text, ""));
    if let Ok(Some(name)) = PersonName::read(Some(given), Some(family), None) {
        assert!(!name.full().is_empty());
    }
});
