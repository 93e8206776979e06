//! Fuzzes the family's form: every error names a field, and no error repeats a value.

#![no_main]

use formats::form;
use jiff::civil::date;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    if let Err(errors) = form::read(form::pairs(bytes), date(2026, 11, 20)) {
        assert!(!errors.is_empty(), "refused without a reason");
        for error in errors {
            assert!(!error.path.is_empty() && !error.message.is_empty());
        }
    }
});
