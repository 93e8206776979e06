//! Tests of the lane, priority and protection that follow from a referral.

use super::*;
use crate::as_given::Treatment;
use crate::codes::{AgreementStatus, SendStatus};
use crate::household::Accessibility;
use crate::people::{Birth, Child};

/// A referral in which nothing is special.
pub(crate) fn plain() -> Referral {
    Referral {
        referrer: Referrer::of(ReferrerKind::School),
        agreement: Agreement { status: AgreementStatus::Agreed, by: None, on: None, reason: None },
        household: Household {
            location: Location::NotGiven { authority: None },
            language: None,
            interpreter_needed: None,
            accessibility: Accessibility::default(),
            parents_disagree_on_residence: false,
        },
        adults: Vec::new(),
        must_not_know: Vec::new(),
        children: Children::Known(vec![Child {
            name: None,
            birth: Birth::NotKnown,
            nhs_number: None,
            upn: None,
            school: None,
            send: SendStatus::NotKnown,
            adopted: false,
            restricted: false,
        }]),
        needs: Needs::new([Need::Parenting]),
        reason: None,
        already_tried: None,
        others_helping: None,
        family_voice: None,
        urgency: None,
        level_of_need: None,
        safeguarding_concern: false,
        as_given: Vec::new(),
    }
}

fn changed(change: impl FnOnce(&mut Referral)) -> Referral {
    let mut referral = plain();
    change(&mut referral);
    referral
}

#[test]
fn a_concern_comes_before_agreement() {
    assert_eq!(plain().lane(), Lane::Agreed);
    let declined = |r: &mut Referral| r.agreement.status = AgreementStatus::Declined;
    assert_eq!(changed(declined).lane(), Lane::NotAgreed);
    let concern = changed(|r| {
        declined(r);
        r.safeguarding_concern = true;
    });
    assert_eq!(concern.lane(), Lane::Safeguarding);
    let specialist = changed(|r| r.level_of_need = Some(LevelOfNeed::Specialist));
    assert_eq!(specialist.lane(), Lane::Safeguarding);
    assert_eq!(changed(|r| r.agreement.status = AgreementStatus::Partly).lane(), Lane::Agreed);
}

#[test]
fn priority_is_derived_and_safeguarding_is_first() {
    for (urgency, priority) in [
        (Some(Urgency::Urgent), Priority::Urgent),
        (Some(Urgency::Soon), Priority::Soon),
        (Some(Urgency::Routine), Priority::Routine),
        (None, Priority::NotAnswered),
    ] {
        assert_eq!(changed(|r| r.urgency = urgency).priority(), priority);
    }
    assert_eq!(changed(|r| r.safeguarding_concern = true).priority(), Priority::Safeguarding);
    assert!(Priority::ALL.is_sorted());
}

#[test]
fn an_unanswered_urgency_ranks_with_routine() {
    assert_eq!(Priority::NotAnswered.rank(), Priority::Routine.rank());
    assert!(Priority::ALL.iter().map(|one| one.rank()).is_sorted());
    assert_eq!(Priority::NotAnswered.min(Priority::Routine), Priority::Routine);
}

#[test]
fn priority_is_soon_at_least_where_somebody_may_be_in_danger() {
    for need in [Need::DomesticAbuse, Need::ExploitationAndOffending] {
        for urgency in [None, Some(Urgency::Routine), Some(Urgency::Soon)] {
            let danger = changed(|r| {
                r.needs = Needs::new([Need::Parenting, need]);
                r.urgency = urgency;
            });
            assert_eq!(danger.priority(), Priority::Soon);
        }
        let urgent = changed(|r| {
            r.needs = Needs::new([need]);
            r.urgency = Some(Urgency::Urgent);
        });
        assert_eq!(urgent.priority(), Priority::Urgent);
    }
}

#[test]
fn words_press_only_where_somebody_may_be_in_danger() {
    let said = FreeText::read("He has a key.").unwrap();
    let words: [fn(&mut Referral, Option<FreeText>); 4] = [
        |r, words| r.reason = words,
        |r, words| r.family_voice = words,
        |r, words| r.agreement.reason = words,
        |r, note| r.must_not_know.push(MustNotKnow { name: None, relationship: None, note }),
    ];
    assert!(!changed(|r| r.needs = Needs::new([Need::DomesticAbuse])).has_pressing_words());
    for put in words {
        let wrote = |need| {
            changed(|r| {
                put(r, said.clone());
                r.needs = Needs::new([need]);
            })
        };
        assert!(!wrote(Need::Parenting).has_pressing_words());
        assert!(wrote(Need::DomesticAbuse).has_pressing_words());
        assert!(wrote(Need::ExploitationAndOffending).has_pressing_words());
    }
}

#[test]
fn words_that_are_kept_as_they_were_given_press_too() {
    let kept = |path: &str, treatment, need| {
        let one = AsGiven {
            path: path.to_owned(),
            treatment,
            text: Some("He has a key.".to_owned().into()),
        };
        changed(|r| {
            r.as_given.push(one);
            r.needs = Needs::new([need]);
        })
        .has_pressing_words()
    };
    for path in [
        "reason",
        "agreement.reason",
        "household.accessibility_note",
        "must_not_know[1].note",
        "adults[0].best_times",
    ] {
        assert!(kept(path, Treatment::Kept, Need::DomesticAbuse), "{path}");
        assert!(!kept(path, Treatment::Kept, Need::Parenting), "{path}");
    }
    assert!(!kept("adults[0].date_of_birth", Treatment::Kept, Need::DomesticAbuse));
    assert!(!kept("household.address.postcode", Treatment::ReadAs, Need::DomesticAbuse));
}

#[test]
fn each_reason_alone_protects_a_referral() {
    assert!(!plain().is_protected());
    let reasons: [fn(&mut Referral); 8] = [
        |r| r.household.location = Location::Concealed { authority: None },
        |r| r.needs = Needs::new([Need::DomesticAbuse]),
        |r| r.must_not_know.push(MustNotKnow { name: None, relationship: None, note: None }),
        |r| r.referrer.kind = ReferrerKind::SelfYoungPerson,
        |r| r.agreement.by = Some(AgreementBy::YoungPerson),
        |r| r.household.parents_disagree_on_residence = true,
        |r| r.children = adopted(true, false),
        |r| r.children = adopted(false, true),
    ];
    for reason in reasons {
        assert!(changed(reason).is_protected());
    }
}

fn adopted(adopted: bool, restricted: bool) -> Children {
    let Children::Known(mut children) = plain().children else { unreachable!() };
    children[0].adopted = adopted;
    children[0].restricted = restricted;
    Children::Known(children)
}

#[test]
fn needs_are_in_order_and_unique() {
    let needs = Needs::new([Need::Housing, Need::Parenting, Need::Housing]);
    assert_eq!(needs.iter().collect::<Vec<_>>(), [Need::Parenting, Need::Housing]);
}

#[test]
fn a_body_stored_before_fields_were_kept_as_given_still_opens() {
    let mut json = serde_json::to_value(plain()).unwrap();
    assert!(json.get("as_given").is_none());
    json["referrer"]["phone"] = "+441632960001 x12".into();
    let referral: Referral = serde_json::from_value(json).unwrap();
    assert_eq!(referral.referrer.phone.unwrap().e164(), Some("+441632960001"));
}

#[test]
fn it_survives_a_round_trip() {
    let json = serde_json::to_string(&plain()).unwrap();
    assert_eq!(serde_json::from_str::<Referral>(&json).unwrap(), plain());
}
