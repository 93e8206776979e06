//! Given names: one name is joined, and every other likeness is asked about.

use matching::{Judgement, Outcome, judge};
use proptest::prelude::*;

use super::{named, outcome, set_of, weights};

/// Two records of a child with one home, parent and phone, under two names. `change` names a field
/// that differs in the second record.
fn judged(a: &str, b: &str, change: &str) -> Judgement {
    let none = serde_json::json!({});
    let mut other = named(b, &none);
    match change {
        "phone" => other["adults"][0]["phone"] = serde_json::json!("07700 900 111"),
        "flat" => {
            other["household"]["address"]["lines"] =
                serde_json::json!(["Flat 2", "12 Lupus Street"]);
        }
        "road" => {
            other["household"]["address"]["lines"] = serde_json::json!(["12 Lupis Street"]);
        }
        "town" => {
            other["household"]["address"]["lines"] =
                serde_json::json!(["12 Lupus Street", "Pimlico"]);
        }
        "postcode" => {
            other["household"]["address"].as_object_mut().unwrap().remove("postcode");
        }
        _ => {}
    }
    judge(&set_of(&named(a, &none)), &set_of(&other), weights())
}

const CHANGES: [&str; 6] = ["", "phone", "flat", "road", "town", "postcode"];

#[test]
fn names_that_are_not_the_same_are_never_joined_whatever_else_agrees() {
    for (a, b) in [
        ("Arjun", "Arjan"),
        ("Gurpreet", "Gurjeet"),
        ("Lakshmi", "Lakshman"),
        ("Amir", "Amira"),
        ("Sam", "Samantha"),
        ("Marie", "Maria"),
        ("Mohammed", "Mohammed Ali"),
        ("Mohammed Ali", "Mohammed Umar"),
        ("William", "Bill"),
        ("Caitlin", "Katelyn"),
        ("Chidera", "Chidrea"),
        ("लक्ष्मी", "लक्ष्मण"),
    ] {
        for change in CHANGES {
            let judgement = judged(a, b, change);
            assert!(judgement.outcome < Outcome::SameChild, "{a} {b} {change}: {judgement:?}");
        }
    }
}

#[test]
fn short_forms_further_names_and_slips_are_asked_about() {
    for (a, b) in [
        ("Oluwaseun", "Seun"),
        ("Chukwuemeka", "Emeka"),
        ("Abdirahman", "Abdi"),
        ("Katarzyna", "Kasia"),
        ("Oluwatobiloba", "Tobi"),
        ("Samuel", "Sam"),
        ("Mohammed", "Mohammed Ali"),
        ("Chidera", "Chidrea"),
        ("Иван", "Ivan"),
    ] {
        assert_eq!(outcome(a, b), Outcome::Possible, "{a} {b}");
    }
}

#[test]
fn one_name_is_the_same_however_it_is_typed() {
    for (a, b) in [
        ("Mohammed", "Muhammad"),
        ("Mohammed Ali", "Muhammad Ali"),
        ("Zoë", "ZOE"),
        ("Mary-Ann", "Maryann"),
        ("Nguyễn", "Nguyen"),
        ("प्रिया", "प्रिया"),
        ("محمد", "مُحَمَّد"),
        ("ශ්\u{200d}රියානි", "ශ්රියානි"),
    ] {
        for change in CHANGES {
            assert_eq!(judged(a, b, change).outcome, Outcome::SameChild, "{a} {b} {change}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4_000))]

    #[test]
    fn names_whose_normal_forms_differ_are_never_joined(
        a in "[A-Za-z]{2,7}[a-z '-]{0,4}", b in "[A-Za-z]{2,7}[a-z '-]{0,4}", near: bool, at in 0..6_usize,
        letter in proptest::char::range('a', 'z'),
    ) {
        // Either two strings, or one string and itself with a letter replaced.
        let b = if near {
            let mut letters: Vec<char> = a.chars().collect();
            let at = at.min(letters.len() - 1);
            letters[at] = letter;
            letters.into_iter().collect()
        } else {
            b
        };
        let plain = |name: &str| {
            let letters = name.chars().filter(char::is_ascii_alphabetic);
            letters.map(|c| c.to_ascii_lowercase()).collect::<String>()
        };
        let rows = include_str!("../../data/transliterations.txt").lines();
        let mut rows = rows.filter(|line| !line.starts_with('#'));
        let one_row = rows.any(|row| [&a, &b].iter().all(|name| row.split(' ').any(|it| it == plain(name))));
        if plain(&a) != plain(&b) && !one_row {
            prop_assert!(outcome(&a, &b) < Outcome::SameChild, "{} {}", a, b);
        }
    }
}

#[test]
fn twins_of_one_name_who_are_called_otherwise_and_initials_are_asked_about() {
    let called = |given: &str, called: &str| {
        let mut told = named(given, &serde_json::json!({}));
        told["children"][0]["name"]["known_as"] = serde_json::json!(called);
        set_of(&told)
    };
    let twins = judge(&called("Mohammed", "Ali"), &called("Mohammed", "Umar"), weights());
    assert_eq!(twins.outcome, Outcome::Possible);
    let one = judge(&called("Mohammed", "Ali"), &called("Muhammad", "Ali"), weights());
    assert_eq!(one.outcome, Outcome::SameChild);
    assert!(outcome("J P", "J P") < Outcome::SameChild);
}
