//! Tests of the page on which a worker finds the hub for an entry.

use locality::PostcodeIndex;
use locality::index::{BuildInfo, Columns, IndexBuilder, SourceRow};
use pipeline::collect::{CorrectedPostcode, LogItem, LogThread, Logged, SenderAsked};
use referral::{
    Address, AskedFor, FreeText, GivenPostcode, Location, LogId, MustNotKnow, Need, Needs, Postcode,
};

use super::super::{Place, place};
use super::*;
use crate::place::find;

fn index() -> PostcodeIndex {
    let mut builder = IndexBuilder::new(BuildInfo {
        edition: "fixture".to_owned(),
        source: "rows of the tests".to_owned(),
        source_date: "2026-11".to_owned(),
        columns: Columns { ward: false, lsoa: false, terminated: false },
    });
    for (postcode, authority, easting, northing) in
        [("NW8 8DE", "E09000033", 527_133, 182_034), ("CM1 1LH", "E07000070", 572_740, 207_824)]
    {
        let grid = Some(locality::Grid { easting, northing });
        let authority = Some(authority.parse().unwrap());
        let row = SourceRow { postcode, authority, grid, ward: None, lsoa: None, terminated: None };
        builder.add(&row).unwrap();
    }
    PostcodeIndex::from_bytes(builder.finish().unwrap()).unwrap()
}

/// An entry in triage that the worker has claimed, of a family at a postcode.
fn in_triage(change: impl FnOnce(&mut Opened)) -> Opened {
    let triage = InboxId::parse("westminster-triage").unwrap();
    let entry = EntryRow { inbox: triage, ..entry_in(EntryState::Claimed, Some("me"), LATER) };
    let mut opened = opened(entry, true);
    let postcode = GivenPostcode::parse("NW8 8DE").ok();
    let address = Address { postcode, ..Address::default() };
    said(&mut opened).household.location = Location::Address(address);
    change(&mut opened);
    opened
}

fn said(opened: &mut Opened) -> &mut referral::Referral {
    opened.referrals[0].referral.as_mut().unwrap()
}

fn written(said: Logged) -> LogThread {
    let id = LogId::from_random([9; 16]);
    let now = LogItem { id, written_at: now(), said: Some((person("them").id, said)) };
    LogThread { now, earlier: Vec::new() }
}

fn page(opened: &Opened) -> String {
    let worker = Worker { inboxes: [opened.entry.inbox.clone()].into(), ..worker("me") };
    let localities = localities();
    let finding = find(opened, &localities, &index(), TODAY);
    place(&Place {
        opened,
        worker: &worker,
        now: now(),
        localities: &localities,
        finding: &finding,
        token: "token".to_owned(),
        typed: None,
        done: None,
        message: None,
    })
}

#[test]
fn the_nearest_hub_comes_first_with_all_that_is_needed_to_choose_it() {
    let page = page(&in_triage(|_| {}));
    let order = ["1. Portman", "2. Queen’s Park", "3. Bessborough"];
    let at: Vec<_> = order.iter().map(|name| page.find(name).expect(name)).collect();
    assert!(at.is_sorted(), "{page}");
    for shown in [
        "Less than 0.1 miles",
        "1.3 miles",
        "2.8 miles south-east",
        "Every rule that was looked at",
    ] {
        assert!(page.contains(shown), "{shown}: {page}");
    }
    let link = "/redirect?version=3&amp;to=westminster-portman\"";
    assert_eq!(page.matches(link).count(), 2, "by the rulebook, and in the list: {page}");
    assert!(!page.contains("Claim it before"));
}

#[test]
fn the_map_is_a_drawing_with_words_and_needs_no_script_and_no_style() {
    let page = page(&in_triage(|_| {}));
    let (_, map) = page.split_once("<svg class=\"map\"").unwrap();
    let (map, _) = map.split_once("</svg>").unwrap();
    assert!(map.contains("role=\"img\" aria-labelledby=\"map-title map-about\""));
    assert_eq!(map.matches("<circle").count(), 3);
    assert!(!map.contains("style=") && !map.contains("href") && !map.contains("NW8"));
}

#[test]
fn an_entry_that_nobody_claimed_is_claimed_before_it_is_sent_on() {
    let page = page(&in_triage(|opened| {
        opened.entry.state = EntryState::New;
        opened.entry.claim = None;
    }));
    assert!(page.contains("Claim it before") && !page.contains("/redirect?"), "{page}");
}

#[test]
fn a_corrected_postcode_decides_and_the_one_that_was_said_is_shown_beside_it() {
    let page = page(&in_triage(|opened| {
        opened.log.push(written(Logged::Postcode(CorrectedPostcode {
            postcode: Postcode::parse("CM1 1LH").unwrap(),
            authority: "E10000012".parse().ok(),
            words: FreeText::parse("The <school> says so.").ok(),
        })));
    }));
    for shown in ["NW8 8DE", "CM1 1LH", "by them", "The &lt;school&gt; says so.", "Chelmsford"] {
        assert!(page.contains(shown), "{shown}: {page}");
    }
    assert!(page.contains("It would place the family in <strong>Out of area</strong>"), "{page}");
}

#[test]
fn nothing_tells_where_a_family_lives_that_could_be_harmed() {
    let changes: [fn(&mut referral::Referral); 2] = [
        |said| said.needs = Needs::new([Need::DomesticAbuse]),
        |said| {
            said.must_not_know = vec![MustNotKnow { name: None, relationship: None, note: None }];
        },
    ];
    for change in changes {
        let page = page(&in_triage(|opened| change(said(opened))));
        for hidden in ["miles", "<svg class=\"map\"", "Away"] {
            assert!(!page.contains(hidden), "{hidden}: {page}");
        }
        // It is the hub's own postcode too.
        assert_eq!(page.matches("NW8 8DE").count(), 1, "{page}");
    }
    let concealed = Location::Concealed { authority: "E09000033".parse().ok() };
    let page = page(&in_triage(|opened| said(opened).household.location = concealed));
    assert!(!page.contains("/place/postcode"), "{page}");
}

#[test]
fn a_question_is_shown_with_since_when_and_how_to_reach_the_sender() {
    let page = page(&in_triage(|opened| {
        opened.entry.course.asked_at = Some(now());
        let words = FreeText::parse("Is the number safe?").unwrap();
        let about = AskedFor::Contact;
        opened.log.push(written(Logged::SenderAsked(SenderAsked { about, words })));
    }));
    for shown in ["asked 21 November 2026 at 12:00", "Is the number safe?", "Hubward sends nothing"]
    {
        assert!(page.contains(shown), "{shown}: {page}");
    }
    assert!(page.contains("The family sent it itself"), "{page}");
}

#[test]
fn every_council_is_listed_under_its_nation_with_the_contact_known_here() {
    let localities = localities();
    let page = super::super::authorities(&localities.directory(TODAY));
    for shown in ["id=\"wales\"", "Cardiff", "020 7946 0101", "No contact is known here."] {
        assert!(page.contains(shown), "{shown}");
    }
}

#[test]
fn the_log_shows_a_corrected_postcode_unless_the_home_is_masked() {
    let corrected = || {
        written(Logged::Postcode(CorrectedPostcode {
            postcode: Postcode::parse("CM1 1LH").unwrap(),
            authority: None,
            words: None,
        }))
    };
    let shown = |is_protected: bool, shows_address: bool| {
        let opened = in_triage(|opened| {
            opened.log.push(corrected());
            if is_protected {
                said(opened).needs = Needs::new([Need::DomesticAbuse]);
            }
        });
        let worker = Worker { inboxes: [opened.entry.inbox.clone()].into(), ..worker("me") };
        let view = View { shows_address, ..View::default() };
        super::super::entry(&opened, &worker, now(), None, &localities(), &view)
    };
    let page = shown(false, false);
    assert!(page.contains("CM1 1LH") && page.contains("/place\">Find the hub</a>"), "{page}");
    assert!(!page.contains("?correct="), "it is corrected where the hub is found");
    assert!(!shown(true, false).contains("CM1 1LH"));
    assert!(shown(true, true).contains("CM1 1LH"));
}
