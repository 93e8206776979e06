//! Properties of files of referrals.

use formats::batch::{Form, rows};
use proptest::prelude::*;

use crate::TODAY;

/// Cells that spreadsheets and people make.
fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        Just("School".to_owned()),
        Just("agreed".to_owned()),
        Just("yes".to_owned()),
        Just("parenting; housing".to_owned()),
        "[0-9]{1,2}/[0-9]{1,2}/(19|20)[0-9]{2}",
        "[0-9.,'=\"+-]{1,16}",
        "\\PC{0,20}",
        "[a-z\",;\t\n\r|=]{0,12}",
    ]
}

const HEAD: &str = "referrer_kind,agreement,needs,safeguarding_concern,child1_given_name,\
    child2_date_of_birth,child2_adopted,adult3_phone,postcode,reason,idempotency_key";

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn a_row_says_the_same_alone_under_its_header_as_in_its_file(
        file in prop::collection::vec(prop::collection::vec(cell(), 11), 1..4),
        is_quoted: bool,
    ) {
        let quoted = |cell: &String| {
            if is_quoted { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.clone() }
        };
        let lines: Vec<_> = file
            .iter()
            .map(|cells| cells.iter().map(quoted).collect::<Vec<_>>().join(","))
            .collect();
        let batch = rows(Form::Csv, format!("{HEAD}\n{}\n", lines.join("\n")).as_bytes()).unwrap();
        let mut before = 1;
        for row in &batch.rows {
            prop_assert!(row.number > before);
            before = row.number;
            if row.is_whole() {
                let alone = format!("{}\n{}", batch.head.as_deref().unwrap(), row.text());
                let again = rows(Form::Csv, alone.as_bytes()).unwrap();
                prop_assert_eq!(again.rows.len(), 1);
                prop_assert_eq!(again.rows[0].content(), row.content());
                prop_assert_eq!(again.rows[0].read(TODAY), row.read(TODAY));
            }
        }
        if is_quoted {
            let filled = file.iter().filter(|cells| {
                cells.iter().any(|cell| !referral::text::clean_text(cell).is_empty())
            });
            prop_assert_eq!(batch.rows.len(), filled.count(), "no row takes in another");
        }
    }

    #[test]
    fn no_error_of_a_row_repeats_what_stands_in_a_cell(at in 0_usize..11, concern: bool) {
        let mut cells = [""; 11];
        cells[3] = if concern { "yes" } else { "" };
        cells[at] = "Canary7";
        let batch = rows(Form::Csv, format!("{HEAD}\n{}\n", cells.join(",")).as_bytes()).unwrap();
        for error in batch.rows[0].read(TODAY).err().into_iter().flatten() {
            let told = format!("{error:?}").to_lowercase();
            prop_assert!(!told.contains("canary"));
            prop_assert!(HEAD.contains(error.path.as_str()) || error.path.starts_with("child"));
        }
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        for form in [Form::Csv, Form::Ndjson] {
            for row in rows(form, &bytes).iter().flat_map(|batch| &batch.rows) {
                prop_assert!(row.read(TODAY).err().is_none_or(|errors| !errors.is_empty()));
            }
        }
    }
}
