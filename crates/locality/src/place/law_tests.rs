//! The laws of placing, tried on anything that can be said about a family.

mod rulebooks;

use proptest::prelude::*;
use referral::{AccessNeed, GivenPostcode, GssCode, Lane, Need, Needs, ReferrerKind};

use crate::{Facts, Whereabouts};
use crate::{
    InboxKind, Placement,
    fixtures::{facts, index, localities},
};

/// Anything that can be said about where a family lives.
fn whereabouts() -> impl Strategy<Value = Whereabouts> {
    let known = prop::sample::select(crate::fixtures::postcodes().collect::<Vec<_>>())
        .prop_map(str::to_owned);
    let shaped =
        "[A-Z]{1,2}[0-9][A-Z0-9]? [0-9][A-Z]{2}|GIR 0AA|(BF|BX|XX|BT|JE)1 1AA|[A-Z]{2}[0-9]";
    let postcode = prop_oneof![known, shaped.prop_map(String::from)]
        .prop_filter_map("no postcode", |text| GivenPostcode::parse(&text).ok());
    let coded = prop_oneof![
        prop::sample::select(vec!["E09000033", "E07000070", "E10000012", "E09000005", "W06000015"])
            .prop_map(str::to_owned),
        "[A-Z][0-9]{8}",
    ];
    let authority = prop::option::of(coded.prop_map(|code| GssCode::parse(&code).unwrap()));
    (prop::option::of(postcode), authority, 0..3).prop_map(|(postcode, authority, kind)| {
        match (postcode, kind) {
            (Some(postcode), _) => Whereabouts::Postcode { postcode, authority },
            (None, 0) => Whereabouts::NotGiven { authority },
            (None, 1) => Whereabouts::NoFixedAddress { authority },
            (None, _) => Whereabouts::Concealed { authority },
        }
    })
}

proptest! {
    /// Any input has one visible inbox, the same one again, with reasons that can be read and say
    /// nothing about the family; and a concern is never in a hub's ordinary inbox.
    #[test]
    fn placing_is_total_deterministic_explained_and_safe(
        whereabouts in whereabouts(),
        lane in prop::sample::select(Lane::ALL),
        need in prop::sample::select(Need::ALL),
        referrer in prop::sample::select(ReferrerKind::ALL),
        access in prop::option::of(prop::sample::select(AccessNeed::ALL)),
        interpreter_needed: bool,
    ) {
        let (localities, index) = (localities(), index());
        let facts = Facts {
            lane,
            needs: Needs::new([need]),
            referrer,
            interpreter_needed,
            access: access.into_iter().collect(),
            ..facts(whereabouts)
        };
        let placement = localities.place(&facts, &index);
        prop_assert_eq!(&placement, &localities.place(&facts, &index));
        let inbox = localities.inbox(&placement.inbox);
        prop_assert!(inbox.is_some());
        let kind = inbox.unwrap().kind;
        prop_assert!(lane == Lane::Agreed || kind != InboxKind::Hub);
        prop_assert!(lane != Lane::Safeguarding || kind != InboxKind::Triage);
        prop_assert!((1..=8).contains(&placement.reasons.len()));
        for reason in &placement.reasons {
            prop_assert!(reason.text.chars().count() <= 140, "{}", reason.text);
            if let Whereabouts::Postcode { postcode, .. } = facts.whereabouts {
                prop_assert!(!reason.text.contains(&postcode.to_string()));
            }
        }
        let stored = serde_json::to_string(&placement).unwrap();
        prop_assert_eq!(serde_json::from_str::<Placement>(&stored).unwrap(), placement);
    }
}

/// Asserts that a placement leads to an inbox that exists, and for the lanes that are not a hub's,
/// never to a hub.
fn lands_safely(localities: &crate::Localities, facts: &Facts, placement: &Placement) {
    let inbox = localities.inbox(&placement.inbox).expect("an inbox that exists");
    assert!((1..=8).contains(&placement.reasons.len()), "{:?}", placement.reasons);
    let texts = placement.reasons.iter().map(|reason| &reason.text);
    for text in texts.chain(placement.considered.iter().map(|one| &one.text)) {
        assert!(text.chars().count() <= 140, "{text}");
    }
    match facts.lane {
        Lane::Safeguarding => assert!(!matches!(inbox.kind, InboxKind::Hub | InboxKind::Triage)),
        Lane::NotAgreed => assert!(!matches!(inbox.kind, InboxKind::Hub | InboxKind::FrontDoor)),
        Lane::Agreed => assert_ne!(inbox.kind, InboxKind::FrontDoor),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    /// Placing is total, deterministic and safe. From the record (the facts, the rulebook's text,
    /// the index's bytes) the same placement comes again, with the same reasons.
    #[test]
    fn any_rulebook_places_any_family_and_again_from_the_record(
        book in rulebooks::book(), facts in rulebooks::family(),
    ) {
        let (localities, index) = (book.without(None), index());
        let placement = localities.place(&facts, &index);
        lands_safely(&localities, &facts, &placement);

        let recorded = serde_json::to_string(&facts).unwrap();
        let again: Facts = serde_json::from_str(&recorded).unwrap();
        let replayed = book.without(None).place(&again, &crate::fixtures::index());
        prop_assert_eq!(replayed, placement);
    }

    /// Taking a hub away strands nobody. Where no hub passes families on, it moves only those who
    /// were at that hub.
    #[test]
    fn taking_a_hub_away_strands_nobody(
        book in rulebooks::book(), facts in rulebooks::family(), gone in 0usize..4,
    ) {
        let gone = gone % book.hubs.len();
        let (before, after, index) = (book.without(None), book.without(Some(gone)), index());
        let first = before.place(&facts, &index);
        let then = after.place(&facts, &index);
        lands_safely(&after, &facts, &then);
        prop_assert_eq!(&first.authority, &then.authority);
        let there = format!("westminster-h{gone}");
        prop_assert_ne!(then.inbox.as_str(), &there);
        if first.inbox.as_str() != there && !book.passes_on() {
            prop_assert_eq!(&first.inbox, &then.inbox);
        }
    }

    /// A concern goes where a concern with nothing else said would go: no rule affects it.
    #[test]
    fn a_concern_is_placed_as_if_there_were_no_rules(
        book in rulebooks::book(), facts in rulebooks::family(),
    ) {
        let (localities, index) = (book.without(None), index());
        let concern = Facts { lane: Lane::Safeguarding, ..facts };
        let bare = Facts {
            lane: Lane::Safeguarding,
            ..Facts::plain(concern.whereabouts, concern.on)
        };
        let (placed, expected) = (localities.place(&concern, &index), localities.place(&bare, &index));
        prop_assert_eq!(&placed, &expected);
        prop_assert!(placed.considered.is_empty());
    }
}
