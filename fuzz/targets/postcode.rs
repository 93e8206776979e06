//! Fuzzes postcodes: a postcode's display parses to itself, and so do its parts. The postcode that
//! is read for a text exists, or is the one that was typed.

#![no_main]

use referral::postcode::{GivenPostcode, Postcode, typed};

libfuzzer_sys::fuzz_target!(|text: &str| {
    let exists = |postcode: Postcode| postcode.padded()[6] % 2 == 0;
    if let Ok(read) = typed::read(text, &exists) {
        let there = read.postcode.full().is_some_and(exists);
        assert!(there || GivenPostcode::parse(text) == Ok(read.postcode));
    }
    if let Ok(given) = GivenPostcode::parse(text) {
        assert!(GivenPostcode::parse(&given.to_string()) == Ok(given));
        if let GivenPostcode::Full(postcode) = given {
            let parts = format!("{}{}", postcode.outward(), postcode.inward());
            assert!(Postcode::parse(&parts.to_lowercase()) == Ok(postcode));
        }
    }
});
