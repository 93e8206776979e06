//! Tests of where an entry may be sent, and where it goes when it is declined.

use jiff::Timestamp;
use referral::{EntryState, Lane, LogId, Priority, ReferralId};

use super::*;
use crate::rows::{Access, Actor, ClockMarks, Course, LogMarks, PostcodeMark, Step};

/// Two authorities: one with three hubs, of which the first declares the two others as partners, and the
/// second is full; and one with a hub of its own.
fn localities() -> Localities {
    let hub = |id: &str, more: &str| {
        format!("[[hub]]\nid = \"{id}\"\nname = \"{id}\"\npostcode = \"SW1V 2JD\"\n{more}\n")
    };
    let file = |id: &str, code: &str, hubs: String| {
        let text = format!(
            "[authority]\nid = \"{id}\"\ncode = \"{code}\"\nversion = \"1\"\n[front_door]\nname = \"Door\"\n\
             in_hours = \"020 7946 0101\"\nout_of_hours = \"020 7946 0102\"\n[triage]\nname = \"Triage\"\n\
             {hubs}[[catchment]]\nkind = \"nearest\"\n"
        );
        (format!("{id}.toml"), text)
    };
    let three = [
        hub("one", "partners = [\"two\", \"three\"]"),
        hub("two", "capacity = { state = \"full\", on = 2026-11-01 }"),
        hub("three", ""),
    ];
    let files = [
        file("westminster", "E09000033", three.concat()),
        file("essex", "E10000012", hub("four", "")),
    ];
    Localities::parse(files).unwrap()
}

fn id(id: &str) -> InboxId {
    InboxId::parse(id).unwrap()
}

fn entry(inbox: &str, lane: Lane) -> EntryRow {
    let referral = ReferralId::from_random([1; 16]);
    EntryRow {
        id: referral.into(),
        inbox: id(inbox),
        authority: None,
        state: EntryState::Claimed,
        version: 2,
        lane,
        priority: Priority::Routine,
        received_at: Timestamp::UNIX_EPOCH,
        referrals: vec![referral],
        linked: Vec::new(),
        matches: Vec::new(),
        remarks: Vec::new(),
        claim: None,
        outcome: None,
        unread_since: None,
        news_since: None,
        summary: None,
        raised: Vec::new(),
        course: Course::default(),
        log: LogMarks::default(),
        access: Access::default(),
        clock: ClockMarks::default(),
    }
}

fn of(entry: &EntryRow) -> Vec<String> {
    let localities = localities();
    destinations(&localities, entry).iter().map(|inbox| inbox.id.to_string()).collect()
}

fn offered(entry: &EntryRow, reason: DecliningReason) -> Vec<String> {
    let localities = localities();
    offered_to(&localities, entry, reason).iter().map(|inbox| inbox.id.to_string()).collect()
}

const SHARED: [&str; 2] = ["out-of-area", "review"];

#[test]
fn an_entry_is_sent_within_its_own_authority_or_to_a_shared_inbox() {
    let own = ["westminster-two", "westminster-three", "westminster-front-door"];
    let own = [&own[..], &["westminster-triage"], &SHARED].concat();
    assert_eq!(of(&entry("westminster-one", Lane::Agreed)), own);
    assert!(!of(&entry("essex-four", Lane::Agreed)).iter().any(|id| id.starts_with("westminster")));
}

#[test]
fn an_entry_of_a_hub_that_was_removed_stays_with_its_authority() {
    let gone = of(&entry("westminster-gone", Lane::Agreed));
    assert!(gone.contains(&"westminster-one".to_owned()));
    assert!(!gone.iter().any(|id| id.starts_with("essex")));
    // An id that only begins like an authority's is nobody's.
    assert_eq!(of(&entry("westminsters-one", Lane::Agreed)), SHARED);
}

#[test]
fn an_entry_in_review_goes_to_its_own_authority_or_to_any_if_it_has_none() {
    let review = entry("review", Lane::Agreed);
    assert_eq!(of(&review).len(), 9);
    let authority = AuthorityRef { code: "E10000012".parse().unwrap(), name: "Essex".to_owned() };
    let known = EntryRow { authority: Some(authority), ..review };
    assert_eq!(of(&known), ["essex-four", "essex-front-door", "essex-triage", "out-of-area"]);
}

#[test]
fn a_corrected_postcode_adds_the_inboxes_of_the_authority_where_it_lies() {
    let corrected = |inbox: &str, lane| {
        let mut entry = entry(inbox, lane);
        let authority = "E10000012".parse().ok();
        let item = LogId::from_random([1; 16]);
        entry.log.postcode = Some(PostcodeMark { item, authority });
        entry
    };
    let essex = |entry: &EntryRow| {
        let mut all = of(entry);
        all.retain(|id| id.starts_with("essex"));
        all
    };
    let triage = corrected("westminster-triage", Lane::Agreed);
    assert_eq!(essex(&triage), ["essex-four", "essex-front-door", "essex-triage"]);
    assert!(of(&triage).contains(&"westminster-one".to_owned()));
    for inbox in ["westminster-triage", "westminster-front-door"] {
        let concern = corrected(inbox, Lane::Safeguarding);
        assert_eq!(essex(&concern), ["essex-front-door"], "{inbox}");
    }
    // A decline offers it on at home: the other authority is for a person to choose.
    let hub = corrected("westminster-one", Lane::Agreed);
    assert_eq!(offered(&hub, DecliningReason::NeedsMoreHelp), ["westminster-front-door"]);
}

#[test]
fn only_the_front_door_passes_a_concern_on_to_a_hub_or_to_triage() {
    let concern = |inbox| entry(inbox, Lane::Safeguarding);
    for inbox in ["westminster-one", "westminster-triage"] {
        let to = [&["westminster-front-door"][..], &SHARED].concat();
        assert_eq!(of(&concern(inbox)), to, "{inbox}");
    }
    let door = of(&concern("westminster-front-door"));
    assert!(door.contains(&"westminster-one".to_owned()), "{door:?}");
    // Where triage would be next, a concern goes to the front door.
    let reason = DecliningReason::AgeOutsideRange;
    assert_eq!(offered(&concern("westminster-one"), reason), ["westminster-front-door"]);
    assert_eq!(offered(&concern("westminster-front-door"), reason), ["westminster-triage"]);
}

#[test]
fn each_reason_for_declining_leads_to_its_place() {
    use DecliningReason as Why;
    let hub = entry("westminster-one", Lane::Agreed);
    for (reason, place) in [
        (Why::OutsideArea, "out-of-area"),
        (Why::AgeOutsideRange, "westminster-triage"),
        // The first partner is full.
        (Why::NeedNotOffered, "westminster-three"),
        (Why::AtCapacity, "westminster-three"),
        (Why::AgreementMissing, "westminster-triage"),
        (Why::NeedsMoreHelp, "westminster-front-door"),
        (Why::AlreadySupported, "westminster-triage"),
        (Why::ConflictOfInterest, "westminster-triage"),
        (Why::UnsafeHere, "westminster-front-door"),
    ] {
        assert_eq!(offered(&hub, reason), [place], "{reason}");
    }
    assert_eq!(offered(&hub, Why::MoreInformation), [""; 0], "it stays");
    // A hub without partners leaves it to triage.
    let alone = entry("westminster-three", Lane::Agreed);
    assert_eq!(offered(&alone, Why::AtCapacity), ["westminster-triage"]);
    // Triage has nobody else to leave it to.
    let triage = entry("westminster-triage", Lane::Agreed);
    assert_eq!(offered(&triage, Why::AtCapacity), [""; 0]);
}

#[test]
fn an_entry_that_a_second_inbox_declines_goes_to_a_manager_in_triage() {
    let localities = localities();
    let mut second = entry("westminster-three", Lane::Agreed);
    second.course.declined = 1;
    for reason in [DecliningReason::AtCapacity, DecliningReason::OutsideArea] {
        assert_eq!(offered(&second, reason), ["westminster-triage"], "{reason}");
    }
    // An entry that is not safe here goes to the front door all the same.
    assert_eq!(offered(&second, DecliningReason::UnsafeHere), ["westminster-front-door"]);
    let triage = localities.inbox(&id("westminster-triage")).unwrap();
    let door = localities.inbox(&id("westminster-front-door")).unwrap();
    assert!(needs_manager(&second, triage) && !needs_manager(&second, door));
    second.course.declined = 0;
    assert!(!needs_manager(&second, triage));
}

#[test]
fn a_partner_that_declined_is_not_offered_it_again() {
    let mut hub = entry("westminster-one", Lane::Agreed);
    let by = Actor::person("https://issuer.example", "ada", "hub").id;
    let (from, to) = (id("westminster-three"), id("westminster-one"));
    let done = Done::Declined { from, to, reason: DecliningReason::AtCapacity };
    hub.course.steps.push(Step { version: 2, at: Timestamp::UNIX_EPOCH, by, done });
    assert_eq!(offered(&hub, DecliningReason::AtCapacity), ["westminster-triage"]);
}

#[test]
fn an_entry_takes_the_authority_of_the_inbox_it_comes_to_and_keeps_it_in_a_shared_one() {
    let localities = localities();
    let review = entry("review", Lane::Agreed);
    let to = |inbox: &str| localities.inbox(&id(inbox)).unwrap();
    let placed = authority_in(&review, to("essex-four")).unwrap();
    assert_eq!((placed.code.as_str(), placed.name.as_str()), ("E10000012", "Essex"));
    let known = EntryRow { authority: Some(placed.clone()), ..review };
    assert_eq!(authority_in(&known, to("out-of-area")), Some(placed));
}
