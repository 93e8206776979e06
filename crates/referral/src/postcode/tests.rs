//! Tests of postcodes as people write them.

use proptest::prelude::*;

use super::*;

#[test]
fn case_spacing_and_punctuation_do_not_matter() {
    for typed in [
        "SW1V 2AA",
        "sw1v2aa",
        " SW1V-2AA ",
        "s w 1 v 2 a a",
        "SW1V\u{a0}2AA.",
        "\"sw1v 2aa\"",
        "ＳＷ１Ｖ\u{3000}２ＡＡ",
        "\u{202a}SW1V 2AA\u{202c}",
    ] {
        assert_eq!(Postcode::parse(typed).unwrap().to_string(), "SW1V 2AA");
    }
}

#[test]
fn the_parts_are_told_apart() {
    let postcode = Postcode::parse("m1 1ae").unwrap();
    assert_eq!((postcode.outward(), postcode.inward()), ("M1", "1AE"));
    assert_eq!(postcode.sector(), "M1 1");
}

#[test]
fn special_postcodes_are_whole_ones() {
    for special in
        ["GIR 0AA", "NPT 0AA", "ZZ99 9ZZ", "BF1 1AA", "BX1 1LT", "XX40 4AA", "GY1 1AA", "IM1 1AA"]
    {
        assert_eq!(Postcode::parse(special).unwrap().to_string(), special);
    }
}

#[test]
fn a_first_part_is_partial_and_keeps_its_sector() {
    for (typed, normal) in [
        ("eh1", "EH1"),
        ("EH12", "EH12"),
        ("EH1 2", "EH1 2"),
        ("SW1V2", "SW1V 2"),
        ("W1A 1", "W1A 1"),
    ] {
        let given = GivenPostcode::parse(typed).unwrap();
        assert!(given.full().is_none());
        assert_eq!(given.to_string(), normal);
        assert_eq!(Postcode::parse(typed).unwrap_err().code, "postcode_partial");
    }
}

#[test]
fn text_that_is_no_postcode_is_refused() {
    for wrong in ["", "nonsense", "12345", "SW1V 2A", "SW1V 2AAA", "ЅW1V 2AA", "EH", "1EH 2AA"] {
        let fault = GivenPostcode::parse(wrong).unwrap_err();
        assert_eq!(fault.code, "postcode_not_recognised");
    }
}

#[test]
fn debug_hides_a_postcode_and_serde_keeps_it() {
    let given = GivenPostcode::parse("SW1V 2").unwrap();
    assert_eq!(format!("{given:?}"), "GivenPostcode([personal])");
    let json = serde_json::to_string(&given).unwrap();
    assert_eq!(serde_json::from_str::<GivenPostcode>(&json).unwrap(), given);
}

proptest! {
    #[test]
    fn reading_is_total_and_its_normal_form_reads_as_itself(text in ".{0,12}|[A-Za-z0-9 -]{0,9}") {
        if let Ok(given) = GivenPostcode::parse(&text) {
            prop_assert_eq!(GivenPostcode::parse(&given.to_string()), Ok(given));
        }
    }

    #[test]
    fn every_well_formed_postcode_is_read(text in "[A-Z]{1,2}[0-9][A-Z0-9]? [0-9][A-Z]{2}") {
        prop_assert_eq!(Postcode::parse(&text).unwrap().to_string(), text.clone());
        let squeezed = text.replace(' ', "").to_lowercase();
        prop_assert_eq!(Postcode::parse(&squeezed).unwrap().to_string(), text);
    }
}
