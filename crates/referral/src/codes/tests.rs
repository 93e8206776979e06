//! Tests that each list has all its members, and that every code reads back.

use std::collections::BTreeSet;

use super::*;
use crate::code_list::CodeList;

fn holds<T: CodeList + serde::Serialize + PartialEq + std::fmt::Debug>(members: usize) {
    assert_eq!(T::all().len(), members);
    let codes: BTreeSet<_> = T::all().iter().map(|member| member.code()).collect();
    let labels: BTreeSet<_> = T::all().iter().map(|member| member.label()).collect();
    assert_eq!((codes.len(), labels.len()), (members, members));
    for member in T::all() {
        assert_eq!(&member.code().parse::<T>().unwrap(), member);
        assert_eq!(serde_json::to_value(member).unwrap(), member.code());
    }
}

#[test]
fn every_code_is_unique_and_reads_back() {
    holds::<Need>(25);
    holds::<ReferrerKind>(22);
    holds::<AgreementStatus>(6);
    holds::<AgreementBy>(4);
    holds::<Relationship>(17);
    holds::<ContactMethod>(5);
    holds::<AccessNeed>(7);
    holds::<SendStatus>(4);
    holds::<Urgency>(3);
    holds::<LevelOfNeed>(5);
    holds::<ClosingOutcome>(16);
    holds::<DecliningReason>(10);
    holds::<NextPlace>(5);
    holds::<RedirectReason>(11);
    holds::<TakeOverReason>(6);
    holds::<ContactLog>(13);
    holds::<AgeBand>(6);
    holds::<NextStep>(3);
    holds::<ContactDirection>(2);
    holds::<ContactWay>(8);
    holds::<ContactWith>(6);
    holds::<OnwardAgreement>(3);
    holds::<OnwardAnswer>(5);
    holds::<LookReason>(5);
    holds::<AskedFor>(7);
    holds::<Role>(6);
}

#[test]
fn an_unknown_code_is_answered_with_the_known_ones_only() {
    let fault = "Routine".parse::<Urgency>().unwrap_err();
    assert_eq!(fault.code, "code_not_recognised");
    assert_eq!(fault.message, "Use one of: routine, soon, urgent.");
}

#[test]
fn every_referrer_has_a_national_code() {
    for kind in ReferrerKind::ALL {
        assert!(!kind.source_codes().is_empty());
    }
    assert_eq!(ReferrerKind::Police.source_codes(), ["6"]);
}

#[test]
fn declining_always_leads_somewhere() {
    assert_eq!(DecliningReason::UnsafeHere.next_place(), NextPlace::FrontDoor);
    assert_eq!(DecliningReason::AtCapacity.next_place(), NextPlace::Partner);
    assert!(ClosingOutcome::Bereavement.stops_all_contact());
    assert_eq!(ClosingOutcome::CouldNotReach.attempts_needed(), 3);
}

#[test]
fn every_age_has_one_band() {
    let of = |years| AgeBand::of_years(years).code();
    assert_eq!(
        [0, 4, 5, 10, 11, 15, 16, 25].map(of),
        [
            "under_5",
            "under_5",
            "5_to_10",
            "5_to_10",
            "11_to_15",
            "11_to_15",
            "16_and_over",
            "16_and_over",
        ]
    );
}

#[test]
fn an_attempt_is_a_safe_one_that_reached_nobody() {
    let codes = |is: fn(ContactLog) -> bool| {
        let those = ContactLog::ALL.iter().filter(|one| is(**one));
        those.map(|one| one.code()).collect::<Vec<_>>()
    };
    let attempts =
        ["message_left_safe", "sent_safe", "no_answer", "did_not_attend", "via_referrer"];
    assert_eq!(codes(ContactLog::is_attempt), attempts);
    let reached = ["spoke_parent", "spoke_young_person", "met", "rearranged", "asked_no_contact"];
    assert_eq!(codes(ContactLog::reached_the_family), reached);
}

#[test]
fn only_a_family_that_agreed_is_referred_onward() {
    for agreement in OnwardAgreement::ALL {
        for answer in OnwardAnswer::ALL {
            let is_sent = *answer != OnwardAnswer::NotSent;
            let agreed = *agreement == OnwardAgreement::Agreed;
            assert_eq!(answer.may_follow(*agreement), !is_sent || agreed);
        }
    }
}
