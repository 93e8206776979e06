//! Fuzzes the readers of many referrals: every row is a referral or has a reason, and a row says the
//! same alone under its header as in its file.

#![no_main]

use formats::batch::{Form, rows};
use jiff::civil::date;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    for form in [Form::Csv, Form::Ndjson] {
        let Ok(batch) = rows(form, bytes) else { continue };
        for row in &batch.rows {
            if let Err(errors) = row.read(date(2026, 11, 20)) {
                assert!(!errors.is_empty(), "refused without a reason");
            }
            if row.is_whole() && let Some(head) = &batch.head {
                let alone = format!("{head}\n{}", row.text());
                let again = rows(form, alone.as_bytes()).expect("the header was read before");
                assert_eq!(again.rows.len(), 1);
                assert_eq!(again.rows[0].content(), row.content());
            }
        }
    }
});
