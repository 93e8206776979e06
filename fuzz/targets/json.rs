//! The partner's body: what is accepted is written and read again the same.

#![no_main]

use formats::json;
use jiff::civil::date;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let today = date(2026, 11, 20);
    if let Ok(mut referral) = json::read(bytes, today) {
        // What is kept as it was given has no place in the document.
        referral.as_given.clear();
        let written = json::write(&referral).to_string();
        match json::read(written.as_bytes(), today) {
            Ok(again) => assert!(referral == again, "another referral was read from its own words"),
            // Escapes may make a document longer than what it was read from.
            Err(formats::Rejection::TooLarge) => {}
            Err(_) => panic!("its own words were refused"),
        }
    }
});
