//! The law of joining, case by case: names, days, homes, parents, numbers, and the whole entry.

#![expect(clippy::unwrap_used, reason = "a test may")]

use matching::{
    Field, Guard, Judgement, KeyPurpose, Level, Outcome, Profile, Weights, contradicts, judge, keys,
};
use proptest::prelude::*;

fn weights() -> &'static Weights {
    Weights::standard()
}

fn set_of(json: &serde_json::Value) -> Profile {
    let referral =
        formats::json::read(json.to_string().as_bytes(), synthetic_families::TODAY).unwrap();
    Profile::all(&referral, synthetic_families::TODAY).remove(0)
}

fn named(given: &str, more: &serde_json::Value) -> serde_json::Value {
    let mut child = serde_json::json!({
        "name": {"given": given, "family": "Okafor"}, "date_of_birth": "2021-03-04",
    });
    for (key, value) in more.as_object().unwrap() {
        child[key] = value.clone();
    }
    serde_json::json!({
        "referrer": {"kind": "school"}, "agreement": {"status": "agreed"}, "needs": ["parenting"],
        "household": {"address": {"lines": ["12 Lupus Street"], "postcode": "SW1V 3EG"}},
        "adults": [{"name": {"given": "Amina", "family": "Okafor"}, "relationship": "mother",
            "phone": "07700 900 982"}],
        "children": [child],
    })
}

fn outcome(a: &str, b: &str) -> Outcome {
    let none = serde_json::json!({});
    judge(&set_of(&named(a, &none)), &set_of(&named(b, &none)), weights()).outcome
}

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
        let rows = include_str!("../data/transliterations.txt").lines();
        let mut rows = rows.filter(|line| !line.starts_with('#'));
        let one_row = rows.any(|row| [&a, &b].iter().all(|name| row.split(' ').any(|it| it == plain(name))));
        if plain(&a) != plain(&b) && !one_row {
            prop_assert!(outcome(&a, &b) < Outcome::SameChild, "{} {}", a, b);
        }
    }
}

/// A record of a child with the given name Jack and the family name Smith.
fn jack(home: &str, mother: &str, phone: &str) -> Profile {
    let mut told = named("Jack", &serde_json::json!({}));
    told["household"]["address"]["lines"] = serde_json::json!([home]);
    told["adults"][0]["name"] = serde_json::json!({"given": mother, "family": "Smith"});
    told["adults"][0]["phone"] = serde_json::json!(phone);
    told["children"][0]["name"]["family"] = serde_json::json!("Smith");
    set_of(&told)
}

#[test]
fn a_name_a_day_and_a_postcode_alone_join_nobody() {
    let one = jack("12 Lupus Street", "Anna", "07700 900 982");
    let other = judge(&one, &jack("48 Lupus Street", "Kate", "07700 900 111"), weights());
    assert!(other.outcome < Outcome::SameChild, "{other:?}");
    for (home, mother, phone) in [
        ("12 Lupus Street", "Anna", "07700 900 111"),
        ("48 Lupus Street", "Anna", "07700 900 982"),
        ("48 Lupus Street", "Anna", "07700 900 111"),
    ] {
        let judgement = judge(&one, &jack(home, mother, phone), weights());
        assert_eq!(judgement.outcome, Outcome::SameChild, "{home} {mother} {phone}");
    }
}

#[test]
fn cousins_with_one_name_day_and_home_are_asked_about() {
    let one = jack("12 Lupus Street", "Anna", "07700 900 982");
    let cousin = judge(&one, &jack("12 Lupus Street", "Fatima", "07700 900 982"), weights());
    assert_eq!(cousin.outcome, Outcome::Possible);
    assert!(cousin.guards.contains(&Guard::DifferentParent));
}

/// The lines of an address, its postcode, and a mother's given and family name.
type Life<'a> = (&'a [&'a str], &'a str, Option<(&'a str, &'a str)>);

/// Two records of a child with one name and day; the mother has another phone in each.
fn two(told: [Life<'_>; 2]) -> Judgement {
    let record = |(lines, postcode, mother): Life<'_>, phone: &str| {
        let mut record = named("Jack", &serde_json::json!({}));
        record["household"]["address"] = serde_json::json!({"lines": lines, "postcode": postcode});
        record["adults"] = match mother {
            Some((given, family)) => serde_json::json!([{
                "name": {"given": given, "family": family}, "relationship": "mother",
                "phone": phone}]),
            None => serde_json::json!([]),
        };
        set_of(&record)
    };
    let [one, other] = told;
    judge(&record(one, "07700 900 982"), &record(other, "07700 900 111"), weights())
}

#[test]
fn a_postcode_without_a_house_is_no_home() {
    for (one, other) in [
        (&["Lupus Street"][..], &["Lupus Street"][..]),
        (&["Bradford"], &["Lupus Street, Bradford"]),
        (&["Rose Cottage, Mill Lane"], &["Ivy Cottage, Mill Lane"]),
        (&["12 Oak Road, Bradford"], &["12 Elm Road, Bradford"]),
        (
            &["Flat 3, 12 Lupus Street, London SW1V 3EG"],
            &["Flat 3, 14 Lupus Street, London SW1V 3EG"],
        ),
        (&["Flat 3, 12 Lupus Street"], &["Flat 2, 12 Lupus Street"]),
        (&["12 Oak Road"], &["12 Oak Tree Road"]),
    ] {
        let judgement = two([(one, "SW1V 3EG", None), (other, "SW1V 3EG", None)]);
        assert!(judgement.outcome < Outcome::SameChild, "{one:?} {other:?}: {judgement:?}");
    }
    for (one, other) in [
        (&["12 Lupus St"][..], &["Flat 3, 12 Lupus Street, London SW1V 3EG"][..]),
        (&["12 Church Road"], &["12, Church Rd, Bradford"]),
        (&["12 High Street"], &["12 High St, 1st Floor"]),
    ] {
        let judgement = two([(one, "SW1V 3EG", None), (other, "SW1V 3EG", None)]);
        assert_eq!(judgement.outcome, Outcome::SameChild, "{one:?} {other:?}: {judgement:?}");
    }
    let roads = [
        (&["12 Oak Road, Bradford"][..], "BD3 8AA", None),
        (&["12 Elm Road, Bradford"], "BD3 8AB", None),
    ];
    assert!(two(roads).outcome < Outcome::SameChild);
}

#[test]
fn a_parent_is_the_same_by_the_whole_name_alone() {
    let lived = |one, other| {
        two([
            (&["12 Lupus Street"], "SW1V 3EG", Some(one)),
            (&["3 Elm Road"], "NW8 8DE", Some(other)),
        ])
    };
    for (one, other) in [
        (("Thị Lan", "Nguyễn"), ("Thị Hoa", "Nguyễn")),
        (("Noor Jahan", "Begum"), ("Noor Fatima", "Begum")),
        (("Mrs", "Smith"), ("Mrs", "Smith")),
        (("Mum", "Smith"), ("Mum", "Smith")),
        (("Amina", "Okafor Bello"), ("Amina", "Adeyemi Bello")),
    ] {
        let judgement = lived(one, other);
        assert!(judgement.outcome < Outcome::SameChild, "{one:?} {other:?}: {judgement:?}");
    }
    assert_eq!(lived(("Mrs Amina", "Smith"), ("Amina", "Smith")).outcome, Outcome::SameChild);
    // Mothers of cousins may live in one home and have names that are alike.
    let home: &[&str] = &["12 Lupus Street"];
    for (one, other) in [
        (("Gurpreet", "Kaur"), ("Gurjeet", "Kaur")),
        (("Thị Lan", "Nguyễn"), ("Thị Hoa", "Nguyễn")),
        (("Fatima", "Khan"), ("Fatima", "Ali")),
    ] {
        let judgement = two([(home, "SW1V 3EG", Some(one)), (home, "SW1V 3EG", Some(other))]);
        assert_eq!(judgement.outcome, Outcome::Possible, "{one:?} {other:?}: {judgement:?}");
        assert!(judgement.guards.contains(&Guard::DifferentParent), "{one:?} {other:?}");
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

#[test]
fn a_child_without_a_name_or_a_day_is_found_by_its_number() {
    let mut nameless = named("Baby", &serde_json::json!({"nhs_number": "9990000018"}));
    nameless["children"][0].as_object_mut().unwrap().remove("date_of_birth");
    nameless["household"] = serde_json::json!({});
    nameless["adults"] = serde_json::json!([]);
    let known = set_of(&named("Jack", &serde_json::json!({"nhs_number": "9990000018"})));
    let judgement = judge(&set_of(&nameless), &known, weights());
    assert_eq!(judgement.outcome, Outcome::Possible, "{judgement:?}");
}

#[test]
fn first_of_january_needs_two_things_besides() {
    let born = |family: &str, phone: &str, home: &str, mother: &str| {
        let mut told = named("Mohammad", &serde_json::json!({"date_of_birth": "2016-01-01"}));
        told["household"]["address"]["lines"] = serde_json::json!([home]);
        told["adults"][0]["name"] = serde_json::json!({"given": mother, "family": family});
        told["adults"][0]["phone"] = serde_json::json!(phone);
        told["children"][0]["name"]["family"] = serde_json::json!(family);
        set_of(&told)
    };
    let one = born("Ahmadi", "07700 900 982", "Grand Hotel", "Zahra");
    let other = born("Noorzai", "07700 900 111", "Grand Hotel", "Maryam");
    assert!(judge(&one, &other, weights()).outcome < Outcome::Possible, "a hotel is no home");
    let home = born("Ahmadi", "07700 900 111", "12 Lupus Street", "Amina");
    let one = born("Ahmadi", "07700 900 982", "12 Lupus Street", "Zahra Bibi");
    assert!(judge(&one, &home, weights()).outcome < Outcome::SameChild, "the home alone");
    let phone_too = born("Ahmadi", "07700 900 982", "12 Lupus Street", "Zahra");
    assert_eq!(judge(&one, &phone_too, weights()).outcome, Outcome::SameChild);
}

#[test]
fn a_first_of_january_is_weak_on_either_side() {
    let born = |day: &str| set_of(&named("Tobi", &serde_json::json!({"date_of_birth": day})));
    let (first, second) = (born("2016-01-01"), born("2016-01-02"));
    let (one, other) = (judge(&first, &second, weights()), judge(&second, &first, weights()));
    assert_eq!(one, other);
}

#[test]
fn another_day_of_birth_is_asked_about() {
    let born =
        |given: &str, day: &str| set_of(&named(given, &serde_json::json!({"date_of_birth": day})));
    let judged = |a, b| judge(&born("Mohammed", a), &born("Mohammed", b), weights());
    // Brothers may both be called Mohammed, even a year apart to the day.
    for other in ["2019-11-28", "2022-03-04", "2021-03-28"] {
        assert_eq!(judged("2021-03-04", other).outcome, Outcome::Possible, "{other}");
    }
    assert_eq!(judged("2021-03-04", "2021-03-05").outcome, Outcome::SameChild, "a slip");
}

#[test]
fn placeholders_agree_with_nothing() {
    let told = |address: serde_json::Value, phone: &str, email: &str| {
        let mut told = named("Jack", &serde_json::json!({"nhs_number": "9434765919"}));
        told["household"]["address"] = address;
        told["adults"] = serde_json::json!([{"phone": phone, "email": email}]);
        set_of(&told)
    };
    for address in [
        serde_json::json!({"lines": ["No fixed abode"], "postcode": "SW1V 3EG"}),
        serde_json::json!({"lines": ["NFA"], "postcode": "ZZ99 3VZ"}),
        serde_json::json!({"lines": ["c/o Smith", "12 Lupus Street"], "postcode": "SW1V 3EG"}),
        serde_json::json!({"lines": ["unknown"], "postcode": "ZZ99 3WZ"}),
        serde_json::json!({"lines": ["12 Lupus Street"], "postcode": "BF1 2AA"}),
    ] {
        let one = told(address.clone(), "07000 000000", "none@example.com");
        let other = told(address.clone(), "07000 000000", "none@example.com");
        let judgement = judge(&one, &other, weights());
        assert!(judgement.outcome < Outcome::SameChild, "{address}: {judgement:?}");
        assert!(judgement.guards.contains(&Guard::NothingElseShared), "{address}");
        let (keys, _) = keys(&one);
        let contacts = [KeyPurpose::Phone, KeyPurpose::Email, KeyPurpose::NhsNumber];
        assert!(keys.iter().all(|key| !contacts.contains(&key.purpose)), "{address}");
    }
    for given in ["Baby", "Twin 1", "Unknown", "Infant", "Male", "N/K"] {
        assert!(outcome(given, given) < Outcome::SameChild, "{given}");
    }
}

#[test]
fn a_child_that_moved_is_found_though_day_and_month_are_swapped() {
    let mut moved = named("Tobi", &serde_json::json!({"date_of_birth": "2021-04-03"}));
    moved["household"]["address"] =
        serde_json::json!({"lines": ["3 Elm Road"], "postcode": "NW8 8DE"});
    moved["adults"] = serde_json::json!([]);
    let own = keys(&set_of(&named("Tobi", &serde_json::json!({})))).0;
    let shared = keys(&set_of(&moved)).0.into_iter().filter(|key| own.contains(key));
    assert!(shared.into_iter().any(|key| key.purpose == KeyPurpose::BirthAndName));
}

#[test]
fn a_record_that_says_otherwise_keeps_a_referral_out_of_its_entry() {
    let told = |given: &str, number: Option<&str>| {
        let more = number.map_or(serde_json::json!({}), |it| serde_json::json!({"nhs_number": it}));
        vec![set_of(&named(given, &more))]
    };
    let (one, two) = (Some("9990000018"), Some("9990000026"));
    let against = |own: &[Profile], held: &[Profile]| contradicts(own, held, weights());
    assert!(against(&told("Tobi", two), &told("Tobi", one)));
    assert!(!against(&told("Tobi", two), &told("Tobi", None)));
    assert!(against(&told("Mohammed Umar", None), &told("Mohammed Ali", None)));
    assert!(against(&told("Mohammed", None), &told("Mohammed Ali", None)));
    let of_family = |family: &str, day: &str| {
        let mut told = named("Jack", &serde_json::json!({"date_of_birth": day}));
        told["adults"] = serde_json::json!([{"phone": "07700 900 982"}]);
        told["children"][0]["name"]["family"] = serde_json::json!(family);
        vec![set_of(&told)]
    };
    assert!(against(&of_family("Jones", "2021-03-04"), &of_family("Smith", "2021-03-04")));
    assert!(!against(&of_family("Jones", "2021-03-04"), &of_family("Smith-Jones", "2021-03-04")));
    assert!(against(&of_family("Smith", "2021-03-17"), &of_family("Smith", "2021-07-03")));
    // The twin whom a record names beside the child says nothing against the child.
    let twins = [told("Arjun", None), told("Arjan", None)].concat();
    assert!(!against(&told("Arjan", None), &twins) && !against(&twins, &told("Arjan", None)));
    assert!(!against(&told("Amara", None), &twins), "a sister");
}

#[test]
fn a_baby_without_a_name_is_shown_and_never_merged() {
    let baby = set_of(&named("Baby", &serde_json::json!({})));
    let named = set_of(&named("Tobi", &serde_json::json!({})));
    let judgement = judge(&baby, &named, weights());
    assert_eq!(judgement.outcome, Outcome::Possible);
    assert_eq!(judgement.guards, [Guard::NoGivenName]);
}

#[test]
fn different_numbers_keep_two_apart_and_one_number_alone_joins_nobody() {
    let numbered = |given: &str, number: &str| {
        set_of(&named(given, &serde_json::json!({"nhs_number": number})))
    };
    let (one, two) = ("9990000018", "9990000026");
    let apart = judge(&numbered("Tobi", one), &numbered("Tobi", two), weights());
    assert!(
        apart.guards.contains(&Guard::DifferentNhsNumber) && apart.outcome == Outcome::Possible
    );
    let other = judge(&numbered("Tobi", one), &numbered("Amara", one), weights());
    assert!(other.guards.contains(&Guard::IdentifierOfAnother));
    assert_eq!(other.outcome, Outcome::Possible);
    let alone = judge(
        &numbered("Tobi", one)
            .without(Field::Family)
            .without(Field::Birth)
            .without(Field::Postcode)
            .without(Field::Home)
            .without(Field::Phone)
            .without(Field::Parent),
        &numbered("Tobi", one),
        weights(),
    );
    assert!(alone.outcome < Outcome::SameChild, "{alone:?}");
}

#[test]
fn a_protected_child_is_at_most_possible_and_an_adopted_one_is_never_linked() {
    let mut hidden = named("Tobi", &serde_json::json!({}));
    hidden["needs"] = serde_json::json!(["domestic_abuse"]);
    let known = set_of(&named("Tobi", &serde_json::json!({})));
    assert_eq!(judge(&set_of(&hidden), &known, weights()).outcome, Outcome::Possible);
    let adopted = set_of(&named("Tobi", &serde_json::json!({"adopted": true})));
    assert_eq!(judge(&adopted, &known, weights()).outcome, Outcome::New);
    assert!(keys(&adopted).0.is_empty());
}

#[test]
fn a_concealed_address_makes_no_key() {
    let mut hidden = named("Tobi", &serde_json::json!({}));
    hidden["household"] = serde_json::json!({"concealed": true, "authority": "E09000033"});
    let (keys, _) = keys(&set_of(&hidden));
    assert!(keys.iter().all(|key| !key.value.contains("SW1V")));
    assert!(keys.iter().any(|key| key.purpose == matching::KeyPurpose::Phone));
}

#[test]
fn a_swapped_date_is_said_in_words() {
    let a = set_of(&named("Tobi", &serde_json::json!({})));
    let b = set_of(&named("Tobi", &serde_json::json!({"date_of_birth": "2021-04-03"})));
    let judgement = judge(&a, &b, weights());
    assert_eq!(judgement.comparison.level(Field::Birth), Level::Swapped);
    let said: Vec<String> = judgement.evidence().into_iter().map(|one| one.text).collect();
    assert!(said.contains(&"date of birth: day and month swapped".to_owned()), "{said:?}");
    assert_eq!(judgement.outcome, Outcome::SameChild);
}

#[test]
fn a_baby_is_known_from_before_the_birth_by_its_mother_and_a_day_that_fits() {
    let mut unborn = named("Baby", &serde_json::json!({"due_date": "2026-10-20"}));
    unborn["children"][0].as_object_mut().unwrap().remove("date_of_birth");
    // Only the mother and the day agree: she has moved, and has another phone.
    let born = |day: &str| {
        let mut born = named("Tobi", &serde_json::json!({"date_of_birth": day}));
        born["household"]["address"] =
            serde_json::json!({"lines": ["3 Elm Road"], "postcode": "NW8 8DE"});
        born["adults"][0]["phone"] = serde_json::json!("07700 900 111");
        set_of(&born)
    };
    let unborn = set_of(&unborn);
    let (fits, other) = (born("2026-10-25"), born("2025-06-01"));
    let shared = |child: &Profile| {
        let own = keys(&unborn).0;
        keys(child).0.iter().any(|key| own.contains(key))
    };
    assert!(shared(&fits), "it is found");
    let judgement = judge(&unborn, &fits, weights());
    assert_eq!(judgement.comparison.level(Field::Birth), Level::Around);
    assert!(judgement.guards.contains(&Guard::NoGivenName));
    assert!(judgement.outcome < Outcome::SameChild, "a person decides: {judgement:?}");
    assert!(judge(&unborn, &other, weights()).outcome < Outcome::Possible, "an elder child");
    // Two records with one home are shown side by side.
    let home = set_of(&named("Tobi", &serde_json::json!({"date_of_birth": "2026-10-25"})));
    assert_eq!(judge(&unborn, &home, weights()).outcome, Outcome::Possible);
}
