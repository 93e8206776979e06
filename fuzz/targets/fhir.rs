//! Fuzzes the messages of the NHS: what is read can be written and compared, and errors are short.

#![no_main]

use formats::fhir::{self, Act, Format};
use formats::json;
use jiff::civil::date;
use referral::ReferrerKind;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let today = date(2026, 11, 20);
    let is_xml = bytes.iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b'<');
    let format = if is_xml { Format::Xml } else { Format::Json };
    match fhir::read(bytes, format, ReferrerKind::OtherHealth, today) {
        Ok(message) => {
            if let Act::New(referral) | Act::Update(referral) = message.act {
                let again = fhir::read(bytes, format, ReferrerKind::OtherHealth, today);
                let (Act::New(again) | Act::Update(again)) = again.unwrap().act else {
                    panic!("the same message asked for something else");
                };
                assert!(json::digest_input(&referral) == json::digest_input(&again));
                for warning in referral.warnings(today) {
                    let place = message.sources.of(&warning.path);
                    assert!(place.starts_with("Bundle"), "a place outside of the message");
                }
            }
        }
        Err(rejection) => {
            for error in rejection.errors() {
                assert!(error.path.len() < 8_192, "a path as long as a message");
            }
        }
    }
});
