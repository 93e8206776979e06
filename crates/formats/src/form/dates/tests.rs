//! Tests of dates and ages as people write them.

use jiff::civil::date;

use super::*;

const TODAY: Date = date(2026, 11, 28);

fn one(text: &str) -> Result<String, &'static str> {
    in_one(text).map(|told| told.unwrap().as_text()).map_err(|fault| fault.code)
}

fn three(day: &str, month: &str, year: &str) -> Result<String, &'static str> {
    in_three(day, month, year).map(|told| told.unwrap().as_text()).map_err(|fault| fault.code)
}

#[test]
fn a_day_is_read_however_it_is_written() {
    for text in [
        "3/4/2021",
        "03.04.2021",
        "3-4-2021",
        "3 4 2021",
        "3rd April 2021",
        "3 Apr. 2021",
        "April 3, 2021",
        "the 3rd of april 2021",
        "Saturday 3 April 2021",
        "2021-04-03",
        "03042021",
        "20210403",
        "3april2021",
        "٣/٤/٢٠٢١",
        "born 3/4/2021",
        "2021 Apr 3",
    ] {
        assert_eq!(one(text).as_deref(), Ok("2021-04-03"), "{text}");
    }
}

#[test]
fn a_month_and_a_year_are_enough() {
    for text in ["March 2021", "mar 2021", "3/2021", "2021-03", "in March 2021", "2021 march"] {
        assert_eq!(one(text).as_deref(), Ok("2021-03"), "{text}");
    }
    for text in ["2021", "about 2021", "２０２１"] {
        assert_eq!(one(text).as_deref(), Ok("2021"), "{text}");
    }
}

#[test]
fn a_year_of_two_digits_is_asked_about() {
    for text in ["3/4/21", "3 April 21", "03-04-99", "April 3 21"] {
        assert_eq!(one(text), Err("year_in_two_digits"), "{text}");
    }
    assert_eq!(three("3", "4", "21"), Err("year_in_two_digits"));
    assert_eq!(three("", "", "21"), Err("year_in_two_digits"));
}

#[test]
fn the_missing_or_wrong_part_is_named() {
    for (text, code) in [
        ("3/4", "year_missing"),
        ("3 April", "year_missing"),
        ("April", "year_missing"),
        ("3", "month_missing"),
        ("soon", "date_not_read"),
        ("32/4/2021", "date_not_read"),
        ("3/13/2021", "date_not_read"),
        ("99999999", "date_not_read"),
        ("1 2 3 4", "date_not_read"),
    ] {
        assert_eq!(one(text), Err(code), "{text}");
    }
    for (day, month, year, code) in [
        ("32", "3", "2021", "day_missing"),
        ("x", "3", "2021", "day_missing"),
        ("4", "", "2021", "month_missing"),
        ("4", "13", "2021", "month_missing"),
        ("4", "ma", "2021", "month_missing"),
        ("4", "3", "", "year_missing"),
        ("4", "3", "+202", "year_missing"),
    ] {
        assert_eq!(three(day, month, year), Err(code), "{day} {month} {year}");
    }
}

#[test]
fn three_fields_are_read_together_or_one_of_them_alone() {
    for month in ["3", "03", "March", "MAR", "mar."] {
        assert_eq!(three("4", month, "2021").as_deref(), Ok("2021-03-04"));
    }
    assert_eq!(three("1", "sept", "2021").as_deref(), Ok("2021-09-01"));
    assert_eq!(three("3rd April 2021", "", "").as_deref(), Ok("2021-04-03"));
    assert_eq!(three("", "3", "2021").as_deref(), Ok("2021-03"));
    assert_eq!(three("", "", "2021").as_deref(), Ok("2021"));
    assert_eq!(in_three("", "", ""), Ok(None));
}

#[test]
fn an_age_is_the_year_or_month_of_birth_that_it_means() {
    let read = |text| age(text, TODAY).map(|told| told.unwrap().as_text()).map_err(|f| f.code);
    for (text, expected) in [
        ("3", "2023"),
        ("about 3", "2023"),
        ("3 years", "2023"),
        ("nearly 4", "2022"),
        ("3 and a half", "2023"),
        ("3yo", "2023"),
        ("15", "2011"),
        ("18 months", "2025-05"),
        ("6 weeks old", "2026-10"),
        ("newborn", "2026-11"),
        ("0", "2026"),
        ("2021", "2021"),
        ("March 2021", "2021-03"),
        ("about 2 years 3 months", "2024"),
        ("3/4/2021", "2021-04-03"),
    ] {
        assert_eq!(read(text).as_deref(), Ok(expected), "{text}");
    }
    for (text, code) in [
        ("old", "age_not_read"),
        ("grown up", "age_not_read"),
        ("99", "age_not_read"),
        ("3/4/21", "year_in_two_digits"),
    ] {
        assert_eq!(read(text), Err(code), "{text}");
    }
    assert_eq!(age(" ", TODAY), Ok(None));
}
