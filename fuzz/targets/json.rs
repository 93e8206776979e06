//! Fuzzes the partner's body: an accepted body is written and read again the same.

#![no_main]

use formats::json;
use jiff::civil::date;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let today = date(2026, 11, 20);
    if let Ok(mut referral) = json::read(bytes, today) {
        // The values kept as they were given have no place in the document.
        referral.as_given.clear();
        let written = json::write(&referral).to_string();
        match json::read(written.as_bytes(), today) {
            Ok(again) => assert!(referral == again, "another referral was read from its own words"),
            // Escapes may make the written document longer than the one that was read.
            Err(formats::Rejection::TooLarge) => {}
            Err(_) => panic!("its own words were refused"),
        }
    }
});
