//! The laws of matching: symmetric, monotone in what agrees, and never past a guard.

#![expect(clippy::unwrap_used, reason = "a test may")]

use generator::Set;
use generator::census::{self, Manner};
use generator::records::{Names, plant_twins};
use generator::set::arrivals;
use matching::{
    Candidate, Field, Guard, Level, Outcome, Profile, Weights, compare, decide, judge, keys,
};
use proptest::prelude::*;

/// Children of a few families that look alike, each family's together; and records of people in the
/// manner of the test sets, each person's together, with a twin here and there.
fn children() -> &'static [Profile] {
    static CHILDREN: std::sync::OnceLock<Vec<Profile>> = std::sync::OnceLock::new();
    CHILDREN.get_or_init(|| {
        let mut set = Set::new(11, 80);
        set.reports.sort_by_key(|report| report.family);
        let families = set.reports.iter().flat_map(arrivals);
        let manner = Manner { people: 150, again: 300, errors: 4 };
        let made = plant_twins(&census::records(3, manner), 3, 60, Names::Written);
        let mut made = generator::records::arrivals(&made);
        made.sort_by_key(|arrival| arrival.twin_of.unwrap_or(arrival.child));
        families.chain(made).map(|arrival| arrival.profile).collect()
    })
}

/// Two children: mostly of one family or one person, as those are whom the laws are for.
fn pair() -> impl Strategy<Value = (&'static Profile, &'static Profile)> {
    let count = children().len();
    prop_oneof![
        4 => (0..count, 1..6_usize).prop_map(move |(at, on)| (at, (at + on) % count)),
        1 => (0..count, 0..count),
    ]
    .prop_map(|(a, b)| (&children()[a], &children()[b]))
}

fn weights() -> &'static Weights {
    Weights::standard()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(20_000))]

    #[test]
    fn judging_is_symmetric((a, b) in pair()) {
        let (one, other) = (judge(a, b, weights()), judge(b, a, weights()));
        prop_assert_eq!(one.outcome, other.outcome);
        prop_assert_eq!(one.guards, other.guards);
        prop_assert!((one.bits - other.bits).abs() < 1e-9);
    }

    #[test]
    fn removing_what_agrees_never_raises_an_outcome(
        (a, b) in pair(), one in 0..Field::ALL.len(), two in 0..Field::ALL.len(), both: bool,
    ) {
        // One field, or two, of one side or of both.
        let (mut less, mut other) = (a.clone(), b.clone());
        for at in [one, two] {
            let field = Field::ALL[at];
            if compare(&less, &other).level(field).agrees() {
                let before = judge(&less, &other, weights());
                less = less.without(field);
                if both {
                    other = other.without(field);
                }
                let after = judge(&less, &other, weights());
                prop_assert!(after.outcome <= before.outcome, "{field:?}: {before:?} {after:?}");
            }
        }
    }

    #[test]
    fn a_guard_always_wins((a, b) in pair(), twice: bool) {
        let judgement = judge(a, b, weights());
        if !judgement.guards.is_empty() {
            prop_assert!(judgement.outcome < Outcome::SameChild);
        }
        // However heavy what agrees is made to weigh.
        let heavy = heavier(if twice { 2 } else { 9 });
        let heavier = judge(a, b, &heavy);
        if !heavier.guards.is_empty() {
            prop_assert!(heavier.outcome < Outcome::SameChild, "{heavier:?}");
        }
        let met: Vec<Guard> = judgement.guards.clone();
        prop_assert!(met.iter().all(|guard| *guard == Guard::IdentifierAlone || heavier.guards.contains(guard)));
    }

    #[test]
    fn deciding_among_many_never_raises_what_two_are(at in 0..children().len(), many in 1..12_usize) {
        let all = children();
        let candidates: Vec<Candidate<'_, usize>> = (1..=many)
            .map(|on| (at + on) % all.len())
            .map(|id| Candidate { id, profile: &all[id] })
            .collect();
        for (id, judgement) in decide(&all[at], &candidates, weights()) {
            prop_assert!(judgement.outcome <= judge(&all[at], &all[id], weights()).outcome);
            prop_assert!(judgement.guards.is_empty() || judgement.outcome < Outcome::SameChild);
        }
    }
}

/// The table with what agrees made so many times as telling.
fn heavier(times: i32) -> Weights {
    let probabilities = Field::ALL
        .into_iter()
        .flat_map(|field| field.levels().iter().map(move |level| (field, *level)))
        .map(|(field, level)| {
            let (m, u) = weights().probability(field, level).unwrap();
            ((field, level), (m, if level.agrees() { u.powi(times) } else { u }))
        })
        .collect();
    Weights::new("heavier".to_owned(), probabilities).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn whole_households_do_not_depend_on_order(seed in 0_u64..2_000, order in any::<u64>()) {
        let set = Set::new(seed, 5);
        let all: Vec<Profile> =
            set.reports.iter().flat_map(arrivals).map(|arrival| arrival.profile).collect();
        let mut other: Vec<usize> = (0..all.len()).collect();
        fastrand::Rng::with_seed(order).shuffle(&mut other);
        let first: Vec<usize> = (0..all.len()).collect();
        prop_assert_eq!(households(&all, &first), households(&all, &other));
    }
}

/// Who is of one family with whom, when children arrive in an order and each is judged against all
/// before: no cap and no near tie. Each child's group is called by its first child.
fn households(all: &[Profile], order: &[usize]) -> Vec<usize> {
    let mut group: Vec<usize> = (0..all.len()).collect();
    for (place, &child) in order.iter().enumerate() {
        for &known in &order[..place] {
            let outcome = judge(&all[child], &all[known], weights()).outcome;
            if outcome >= Outcome::Household {
                let (from, to) = (group[child], group[known]);
                group.iter_mut().filter(|one| **one == from).for_each(|one| *one = to);
            }
        }
    }
    group.iter().map(|one| group.iter().position(|other| other == one).unwrap()).collect()
}

fn set_of(json: &serde_json::Value) -> Profile {
    let referral = formats::json::read(json.to_string().as_bytes(), generator::TODAY).unwrap();
    Profile::all(&referral, generator::TODAY).remove(0)
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

/// The same for two records that differ elsewhere too, as two people's records do.
fn outcome_of_two_sources(a: &str, b: &str) -> Outcome {
    let none = serde_json::json!({});
    let mut other = named(b, &none);
    other["adults"][0]["phone"] = serde_json::json!("07700 900 111");
    judge(&set_of(&named(a, &none)), &set_of(&other), weights()).outcome
}

#[test]
fn names_that_are_common_in_their_own_right_are_two_children() {
    for (a, b) in [("Marie", "Maria"), ("Jon", "Jan"), ("Erin", "Eric"), ("Tobi", "Amara")] {
        assert_eq!(outcome(a, b), Outcome::Household, "{a} {b}");
    }
}

#[test]
fn spellings_nicknames_and_slips_are_one_child() {
    for (a, b) in [
        ("Mohammed", "Muhammad"),
        ("William", "Bill"),
        ("Chidera", "Chidrea"),
        ("Zoë", "ZOE"),
        ("Mary-Ann", "Maryann"),
    ] {
        assert_eq!(outcome_of_two_sources(a, b), Outcome::SameChild, "{a} {b}");
    }
    for (a, b) in [("Mohammed", "Muhammad"), ("Chidera", "Chidrea"), ("Zoë", "ZOE")] {
        assert_eq!(outcome(a, b), Outcome::SameChild, "{a} {b}");
    }
}

#[test]
fn where_only_the_given_name_differs_two_that_exist_are_left_to_a_person() {
    for (a, b) in [("Samuel", "Sam"), ("Caitlin", "Katelyn"), ("William", "Bill")] {
        assert_eq!(outcome(a, b), Outcome::Possible, "{a} {b}");
    }
}

#[test]
fn a_wrong_day_of_birth_parts_nobody_whose_name_is_rare_and_home_the_same() {
    let born =
        |given: &str, day: &str| set_of(&named(given, &serde_json::json!({"date_of_birth": day})));
    let judged = |given| judge(&born(given, "2021-03-04"), &born(given, "2019-11-28"), weights());
    assert_eq!(judged("Tobi").outcome, Outcome::SameChild);
    // Brothers may both be called that.
    assert_eq!(judged("Mohammed").outcome, Outcome::Possible);
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
    // Nothing but the mother and the day: she has moved, and has another phone.
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
    // In one home they are shown side by side.
    let home = set_of(&named("Tobi", &serde_json::json!({"date_of_birth": "2026-10-25"})));
    assert_eq!(judge(&unborn, &home, weights()).outcome, Outcome::Possible);
}
