use jiff::civil::date;
use referral::{Birth, Children};

use super::*;

const HEAD: &str = "referrer_kind,agreement,postcode,needs,child1_given_name,child1_family_name,child1_date_of_birth,adult1_phone,safeguarding_concern";

fn rows(text: &str) -> Vec<Row> {
    sheet(text.as_bytes()).unwrap().rows
}

fn row(cells: &str) -> Row {
    let mut rows = rows(&format!("{HEAD}\n{cells}\n"));
    assert_eq!(rows.len(), 1);
    rows.remove(0)
}

fn read(row: &Row) -> Result<Referral, Vec<FieldError>> {
    row.read(date(2026, 11, 21))
}

fn codes(row: &Row) -> Vec<(String, &'static str)> {
    read(row).unwrap_err().into_iter().map(|error| (error.path, error.code)).collect()
}

fn file_codes(bytes: &[u8]) -> Vec<(String, &'static str)> {
    let errors = sheet(bytes).unwrap_err();
    errors.into_iter().map(|error| (error.path, error.code)).collect()
}

const GOOD: &str =
    "School,Agreed,SW1V 2AA,speech_and_language; Parenting,Linh,Nguyễn,03/04/2019,7700900982,no";

#[test]
fn a_row_is_the_referral_that_its_document_would_be() {
    let document = r#"{"referrer": {"kind": "school"}, "agreement": {"status": "agreed"},
        "household": {"address": {"postcode": "SW1V 2AA"}},
        "adults": [{"phone": "07700 900 982"}],
        "children": [{"name": {"given": "Linh", "family": "Nguyễn"}, "date_of_birth": "2019-04-03"}],
        "needs": ["speech_and_language", "parenting"], "safeguarding_concern": false}"#;
    let expected = crate::json::read(document.as_bytes(), date(2026, 11, 21)).unwrap();
    assert_eq!(read(&row(GOOD)).unwrap(), expected);
}

#[test]
fn separators_marks_and_line_ends_of_spreadsheets_make_no_difference() {
    let plain = row(GOOD);
    for (separator, end, before) in [
        (',', "\r\n", "\u{feff}"),
        ('\t', "\n", ""),
        (';', "\r\n", "\u{feff}"),
        (';', "\r", "sep=;\n"),
    ] {
        let cells = GOOD.replace("; ", "|").replace(',', &separator.to_string());
        let head = HEAD.replace(',', &separator.to_string());
        let rows = rows(&format!("{before}{head}{end}{cells}{end}"));
        assert_eq!(read(&rows[0]).unwrap(), read(&plain).unwrap(), "{separator:?} {end:?}");
        assert_eq!(rows[0].number, 2);
    }
}

#[test]
fn rows_are_numbered_as_excel_numbers_them() {
    let text =
        format!("{HEAD}\n{GOOD}\n\n,,,,,,,,\n{}\n{GOOD}\n", GOOD.replace("Linh", "\"two\nlines\""));
    let numbers: Vec<_> = rows(&text).iter().map(|row| row.number).collect();
    assert_eq!(numbers, [2, 5, 6]);
    let below = rows(&format!("\n\n{HEAD}\n{GOOD}"));
    assert_eq!((below.len(), below[0].number), (1, 2));
}

#[test]
fn a_fault_names_its_column_and_spoils_no_other_row() {
    let bad = GOOD.replace("SW1V 2AA", "nowhere at all").replace("03/04/2019", "43558");
    let rows = rows(&format!("{HEAD}\n{bad}\n{GOOD}\n"));
    let found = codes(&rows[0]);
    assert_eq!(found[0].0, "postcode");
    assert_eq!(found[1], ("child1_date_of_birth".to_owned(), "date_as_number"));
    assert!(read(&rows[1]).is_ok());
    for error in read(&rows[0]).unwrap_err() {
        assert!(!error.message.contains("nowhere"), "{error:?}");
    }
    let missing = codes(&row(",,,,,,,,no"));
    let columns: Vec<_> = missing.iter().map(|(column, _)| column.as_str()).collect();
    assert_eq!(columns, ["referrer_kind", "agreement", "needs", "children_not_known"]);
}

#[test]
fn a_gap_between_children_makes_no_child_and_the_column_is_still_named() {
    let head = format!("{HEAD},child3_given_name,child3_due_date,child4_adopted");
    let text = format!("{head}\n{},Baby,never,no\n", GOOD.replace("Linh,Nguyễn,03/04/2019", ",,"));
    let rows = rows(&text);
    assert_eq!(codes(&rows[0]), [("child3_due_date".to_owned(), "date_not_read")]);
}

#[test]
fn a_concern_keeps_what_cannot_be_read_and_is_never_guessed() {
    let row = row("police,not asked,SW1V 2AA,,Ada,,43558,7.7009E+11,YES");
    assert!(row.is_concern());
    let referral = read(&row).unwrap();
    let kept: Vec<_> = referral.as_given.iter().map(|one| one.path.as_str()).collect();
    assert_eq!(kept.len(), 2);
    assert!(kept.contains(&"children[0].date_of_birth") && kept.contains(&"adults[0].phone"));
    let Children::Known(children) = &referral.children else { panic!("{kept:?}") };
    assert_eq!(children[0].birth, Birth::NotKnown);
    let text = format!("{HEAD},child2_given_name\npolice,not asked,,,,,43558,,yes,Tom\n");
    let referral = read(&rows(&text)[0]).unwrap();
    let Children::Known(children) = &referral.children else { panic!("two children") };
    assert_eq!(children.len(), 2, "nobody is left out because nothing can be read");
    let unclear = self::row("police,not asked,SW1V 2AA,,Ada,,,,see notes");
    assert!(codes(&unclear).contains(&("safeguarding_concern".to_owned(), "yes_or_no")));
}

#[test]
fn a_file_that_cannot_be_read_is_refused_by_name() {
    let whole = |code| vec![(String::new(), code)];
    assert_eq!(file_codes(b"postcode,needs\nMu\xf1oz,"), whole("not_utf8"));
    assert_eq!(file_codes(b"\xff\xfep\0o\0s\0t\0"), whole("not_utf8"));
    assert_eq!(file_codes(b"p\0o\0s\0t\0"), whole("not_utf8"));
    assert_eq!(file_codes(b"PK\x03\x04 and more"), whole("workbook"));
    assert_eq!(file_codes(b""), whole("no_header"));
    // The first row of a file without a header holds names of people, which no error repeats.
    assert_eq!(file_codes(b"amina,okafor\n"), whole("no_header"));
    assert_eq!(
        file_codes(b"postcode,shoe_size,Post Code\n"),
        [("shoe_size".to_owned(), "unknown_column"), ("post_code".to_owned(), "repeated_column")]
    );
    let errors = sheet(b"postcode,child1_name\n").unwrap_err();
    assert!(
        errors[0].message.contains("Column B") && errors[0].message.contains("child1_given_name")
    );
}

#[test]
fn a_quotation_mark_that_is_not_closed_is_told_at_its_row() {
    let text = format!("{HEAD}\n{GOOD}\n\"{GOOD}\n{GOOD}\n");
    let rows = rows(&text);
    assert_eq!(rows.iter().map(|row| row.number).collect::<Vec<_>>(), [2, 3]);
    assert!(read(&rows[0]).is_ok());
    assert_eq!(codes(&rows[1]), [(String::new(), "quote_not_closed")]);
    let inches = row(&GOOD.replace("Linh", "Linh 5\" tall"));
    assert!(read(&inches).is_ok());
}

#[test]
fn a_row_with_more_cells_than_columns_is_told_so() {
    assert_eq!(codes(&row(&format!("{GOOD},more"))), [(String::new(), "too_many_cells")]);
    assert!(read(&row(&format!("{GOOD},, "))).is_ok());
}

#[test]
fn the_content_of_a_row_depends_on_its_text_alone() {
    let moved = "safeguarding concern,adult1_phone,child1_date_of_birth,child1_family_name,child1_given_name,needs,postcode,agreement,referrer_kind,idempotency_key\n\
        no,7700900982,03/04/2019,Nguyễn,Linh,speech_and_language; Parenting,SW1V 2AA,Agreed,School,a key\n";
    assert_eq!(rows(moved)[0].content(), row(GOOD).content());
    assert_ne!(row(&GOOD.replace("Linh", "Lan")).content(), row(GOOD).content());
}
