//! A postcode: its display parses to itself, and so do its parts.

#![no_main]

use referral::postcode::{GivenPostcode, Postcode};

libfuzzer_sys::fuzz_target!(|text: &str| {
    if let Ok(given) = GivenPostcode::parse(text) {
        assert!(GivenPostcode::parse(&given.to_string()) == Ok(given));
        if let GivenPostcode::Full(postcode) = given {
            let parts = format!("{}{}", postcode.outward(), postcode.inward());
            assert!(Postcode::parse(&parts.to_lowercase()) == Ok(postcode));
        }
    }
});
