//! Homes and parents: what two records must share besides a name and a day.

use matching::{Guard, Judgement, Outcome, Profile, judge};

use super::{named, set_of, weights};

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
