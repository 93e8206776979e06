//! Days of birth, numbers, placeholders, babies and whole entries.

use matching::{Field, Guard, KeyPurpose, Level, Outcome, Profile, contradicts, judge, keys};

use super::{named, outcome, set_of, weights};

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
