//! Tests of the list: what a row says, and what stands around the rows.

use std::collections::BTreeMap;

use pipeline::collect::{Escalated, Held, Standing};
use pipeline::rows::{EntryMatch, Escalation, MatchKind, SecondRing};
use referral::EntryId;

use super::*;

fn page_of(entries: Vec<Listing>) -> ListingPage {
    ListingPage { total: Some(entries.len()), entries, next: None }
}

#[test]
fn a_row_says_who_what_from_whom_by_when_and_who_has_it() {
    let mut row = listing_of("Amina <b>");
    row.entry.state = EntryState::Claimed;
    row.entry.claim = entry_in(EntryState::Claimed, Some("ben"), LATER).claim;
    let page = list_page(&page_of(vec![row.clone()]));
    for shown in [
        "Amina &lt;b&gt; O., 6",
        "Talking and understanding",
        "From: School",
        "Claim: due in 2 working hours",
        "by 23 November 2026 at 11:00",
        "With ben",
        "1 entry",
        "Bessborough Family Hub",
    ] {
        assert!(page.contains(shown), "{shown}: {page}");
    }
    assert!(page.contains(&format!("href=\"/hub/entries/{}\"", row.entry.id)));
    assert!(!page.contains("Okafor") && !page.contains("2020"), "no more than a row needs");
}

#[test]
fn a_row_that_cannot_be_read_says_so() {
    let page = list_page(&page_of(vec![listing(entry_in(EntryState::New, None, LATER))]));
    assert!(page.contains("Received 21 November 2026 at 12:00: cannot be read yet"), "{page}");
}

#[test]
fn a_protected_row_names_nobody_and_asks_for_care() {
    let mut row = listing_of("Amina");
    row.summary.as_mut().unwrap().protected = true;
    let page = list_page(&page_of(vec![row]));
    assert!(page.contains("Name hidden, 1 child") && page.contains("Take care"));
    assert!(!page.contains("Amina"));
}

#[test]
fn flags_are_shown_for_what_they_stand_for_alone() {
    let found = |kind| EntryMatch {
        other: ReferralId::from_random([9; 16]).into(),
        kind,
        evidence: Vec::new(),
        guards: Vec::new(),
        weights: "1".to_owned(),
        triage: None,
        decision: None,
    };
    let shown = |change: &dyn Fn(&mut Listing)| {
        let mut row = listing_of("Amina");
        change(&mut row);
        let page = list_page(&page_of(vec![row]));
        let flags = [
            "Take care",
            "Yours",
            "Possible match",
            "Known family",
            "Returned",
            "News",
            "Not read",
        ];
        flags.into_iter().filter(|flag| page.contains(flag)).collect::<Vec<_>>()
    };
    assert_eq!(shown(&|_| {}), [""; 0]);
    assert_eq!(shown(&|row| row.entry.lane = Lane::Safeguarding), ["Take care"]);
    assert_eq!(
        shown(&|row| row.entry.matches.push(found(MatchKind::Possible))),
        ["Possible match"]
    );
    let known = shown(&|row| row.entry.matches.push(found(MatchKind::Household)));
    assert_eq!(known, ["Known family"]);
    assert_eq!(shown(&|row| row.entry.course.declined = 1), ["Returned"]);
    assert_eq!(shown(&|row| row.entry.news_since = Some(now())), ["News"]);
    assert_eq!(shown(&|row| row.waits_unread = true), ["Not read"]);
    let mine = entry_in(EntryState::Claimed, Some("me"), LATER);
    assert_eq!(shown(&|row| row.entry = mine.clone()), ["Yours"]);
    let lapsed = entry_in(EntryState::Claimed, Some("me"), PAST);
    assert_eq!(
        shown(&|row| row.entry = lapsed.clone()),
        [""; 0],
        "a lapsed claim is nobody\u{2019}s"
    );
}

#[test]
fn links_of_the_list_all_read_differently() {
    let listing = |seed| {
        let id = ReferralId::from_random([seed; 16]);
        let row = listing_of("Amina");
        Listing { entry: EntryRow { id: id.into(), ..row.entry.clone() }, ..row }
    };
    let page = list_page(&page_of(vec![listing(1), listing(2)]));
    let links = page.split("<h2><a href=\"").skip(1);
    let texts: BTreeSet<_> =
        links.map(|rest| rest.split_once('>').unwrap().1.split_once("</a>").unwrap().0).collect();
    assert_eq!(texts.len(), 2, "{texts:?}");
    assert!(texts.iter().all(|text| text.contains("Urgent")));
}

#[test]
fn a_long_list_leads_to_its_further_pages_with_its_filters() {
    let mut view = ListView::for_page(2, Query::default());
    view.query.filter.need = Some(Need::Parenting);
    let page = ListingPage { entries: vec![listing_of("Amina")], next: None, total: Some(41) };
    let page = list_for(&worker("me"), &page, &view, &[]);
    for number in [1, 3] {
        assert!(page.contains(&format!("need=parenting&amp;page={number}\"")), "{number}");
    }
    assert!(page.contains("41 entries") && page.contains("<details open"), "the filter is shown");
    assert!(page.contains("/hub/export?") && page.contains("need=parenting"));
}

#[test]
fn several_inboxes_have_a_tab_each_with_what_waits() {
    let all: BTreeSet<_> = ["westminster-bessborough", "westminster-portman"]
        .map(|id| InboxId::parse(id).unwrap())
        .into();
    let roles = [Role::Manager].into();
    let leads = Worker { inboxes: all.clone(), roles, ..worker("me") };
    let waiting: Vec<_> = all.into_iter().zip([3, 1_000]).collect();
    let query = Query { inbox: Some(waiting[0].0.clone()), ..Query::default() };
    let view = ListView::for_page(1, query);
    let page = list_for(&leads, &page_of(vec![listing_of("Amina")]), &view, &waiting);
    for shown in ["Bessborough Family Hub (3", "Portman Family Hub (1000+", "All inboxes (1003+"] {
        assert!(page.contains(shown), "{shown}");
    }
    assert_eq!(page.matches("aria-current=\"page\">Bessborough").count(), 1, "{page}");
    assert!(page.contains("/hub/overview"));
    let one = list_page(&page_of(Vec::new()));
    assert!(!one.contains("All inboxes") && !one.contains("/hub/overview"));
    assert!(one.contains("There is nothing here."));
}

#[test]
fn the_overview_counts_and_names_no_family() {
    let inbox = InboxId::parse("westminster-bessborough").unwrap();
    let held = Held { claimed: 2, in_progress: 3, late: 1 };
    let workers = BTreeMap::from([(person("ben").id, held), (person("me").id, Held::default())]);
    let mark = Escalation { since: now(), step: NextStep::Claim, again: None };
    let one = Escalated { entry: EntryId::from_random([7; 16]), inbox: inbox.clone(), mark };
    let standing = Standing { inbox, unclaimed: 4, late: 7, escalated: vec![one.clone()], workers };
    let leads = Worker { roles: [Role::Manager].into(), ..worker("me") };
    let page = overview(&[standing], &[], &leads, &localities());
    let first = page.find("escalated to the manager since").unwrap();
    assert!(first < page.find("<table").unwrap(), "what is escalated comes first");
    assert!(page.contains(&format!("/hub/entries/{}", one.entry)));
    for shown in ["Bessborough Family Hub", ">4<", ">5<", ">7<", ">ben<", ">You<", ">2<", ">3<"] {
        assert!(page.contains(shown), "{shown}: {page}");
    }
}

#[test]
fn a_triage_is_shown_what_is_put_to_it_and_no_numbers() {
    let inbox = InboxId::parse("westminster-bessborough").unwrap();
    let triage = InboxId::parse("westminster-triage").unwrap();
    let again = Some(SecondRing { at: now(), triage: Some(triage.clone()) });
    let mark = Escalation { since: now(), step: NextStep::Claim, again };
    let one = Escalated { entry: EntryId::from_random([7; 16]), inbox, mark };
    let roles = [Role::Triage].into();
    let of_triage = Worker { inboxes: [triage].into(), roles, ..worker("me") };
    let page = overview(&[], &[one], &of_triage, &localities());
    assert!(page.contains("Put to triage") && page.contains("and not answered"), "{page}");
    assert!(!page.contains("<table"));
    assert!(overview(&[], &[], &of_triage, &localities()).contains("Nothing is put to you."));
}

#[test]
fn a_row_says_that_it_is_escalated_and_since_when_its_time_stands_still() {
    let mut row = listing_of("Amina");
    let page = list_page(&page_of(vec![row.clone()]));
    assert!(!page.contains("Escalated") && !page.contains("stands still"));
    row.entry.clock.escalated =
        Some(Escalation { since: now(), step: NextStep::Claim, again: None });
    row.paused_since = Some(now());
    let page = list_page(&page_of(vec![row]));
    assert!(page.contains("Escalated to the manager"));
    assert!(page.contains("Its time stands still since"));
}
