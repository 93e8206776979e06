//! The laws of matching: it is symmetric, agreement never lowers an outcome, and no outcome passes
//! a guard.

#![expect(clippy::unwrap_used, reason = "a test may")]

use matching::{Candidate, Field, Outcome, Profile, Weights, compare, decide, judge};
use proptest::prelude::*;
use synthetic_families::Set;
use synthetic_families::census::{self, Manner};
use synthetic_families::records::{Names, plant_twins};
use synthetic_families::set::arrivals;

/// Children of a few families that look alike, sorted by family, and records of people made like
/// the test sets, sorted by person, with a twin here and there.
fn children() -> &'static [Profile] {
    static CHILDREN: std::sync::OnceLock<Vec<Profile>> = std::sync::OnceLock::new();
    CHILDREN.get_or_init(|| {
        let mut set = Set::new(11, 80);
        set.reports.sort_by_key(|report| report.family);
        let families = set.reports.iter().flat_map(arrivals);
        let manner = Manner { people: 150, again: 300, errors: 4 };
        let made = plant_twins(&census::records(3, manner), 3, 60, Names::Written);
        let mut made = synthetic_families::records::arrivals(&made);
        made.sort_by_key(|arrival| arrival.twin_of.unwrap_or(arrival.child));
        families.chain(made).map(|arrival| arrival.profile).collect()
    })
}

/// Two children, mostly of one family or one person, as the laws are about those.
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
    fn removing_agreement_never_raises_an_outcome(
        (a, b) in pair(), one in 0..Field::ALL.len(), two in 0..Field::ALL.len(), both: bool,
    ) {
        // One field or two are removed, from one side or from both.
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
        // A guard wins however heavy agreement is made to weigh.
        let heavy = heavier(if twice { 2 } else { 9 });
        let heavier = judge(a, b, &heavy);
        if !heavier.guards.is_empty() {
            prop_assert!(heavier.outcome < Outcome::SameChild, "{heavier:?}");
        }
        prop_assert_eq!(judgement.guards, heavier.guards);
    }

    #[test]
    fn deciding_among_many_never_raises_an_outcome(at in 0..children().len(), many in 1..12_usize) {
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

/// The table with u raised to the power `times` for each level that agrees, which makes it more
/// telling.
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

/// The families found when children arrive in an order and each is judged against all before,
/// without cap and near tie. Each child's group is named by its first child.
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
