//! Tests of who may see what: closed entries, masked addresses, and safe ways alone as links.

use pipeline::rows::Barrier;
use referral::{Address, ContactMethod, Location, Need};

use super::*;

#[test]
fn an_entry_that_is_closed_to_a_worker_tells_nothing_but_that() {
    let mut entry = entry_in(EntryState::InProgress, Some("them"), LATER);
    entry.access.conflicts.push(person("me").id);
    let id = entry.id;
    let row = Listing { waits_unread: true, ..listing(entry) };
    let page = ListingPage { entries: vec![row], next: None, total: Some(1) };
    let view = ListView::for_page(1, Query::default());
    let list = |by: &str| list_for(&worker(by), &page, &view, &[]);
    let (mine, theirs) = (list("me"), list("them"));
    assert!(mine.contains("Closed to you") && !theirs.contains("Closed to you"));
    for told in ["Urgent", "The nearest hub.", "Not read for over an hour"] {
        assert!(theirs.contains(told) && !mine.contains(told), "{told}");
    }
    let page = closed(id, Barrier::Conflict, false);
    assert!(page.contains("you know this family") && !page.contains("<select"));
    let asks = closed(id, Barrier::Restricted, false);
    assert!(asks.contains("/access/ask_access") && !asks.contains("There is a problem"));
    let without = closed(id, Barrier::Restricted, true);
    assert!(without.contains("There is a problem") && without.contains("href=\"#access-reason\""));
}

/// An opened entry whose family has an address, and perhaps somebody to fear.
pub(crate) fn with_address(need: Need) -> Opened {
    let mut opened = opened(entry_in(EntryState::New, None, LATER), true);
    let said = opened.referrals[0].referral.as_mut().unwrap();
    said.needs = serde_json::from_value(serde_json::json!([need])).unwrap();
    let address = serde_json::json!({"lines": ["9 Hidden Street"], "town": null,
        "postcode": "NW8 8DE", "uprn": null});
    let address: Address = serde_json::from_value(address).unwrap();
    said.household.location = Location::Address(address);
    opened
}

#[test]
fn the_address_of_somebody_who_could_come_to_harm_is_shown_only_when_it_was_asked_for() {
    let shown = |need, view: &View| {
        super::super::entry(&with_address(need), &worker("me"), now(), None, &localities(), view)
    };
    let (masked, asked) = (View::default(), View { shows_address: true, ..View::default() });
    let page = shown(Need::DomesticAbuse, &masked);
    assert!(!page.contains("9 Hidden Street") && !page.contains("NW8 8DE"));
    assert!(page.contains("/access/address"));
    let page = shown(Need::DomesticAbuse, &asked);
    assert!(page.contains("9 Hidden Street") && !page.contains("/access/address"));
    assert!(shown(Need::Housing, &masked).contains("9 Hidden Street"));
    let page = shown(Need::DomesticAbuse, &View { no_reason: true, ..View::default() });
    assert!(page.contains("href=\"#address-reason\"") && page.contains("id=\"address-reason\""));
}

#[test]
fn a_number_is_a_link_only_where_calling_is_safe() {
    for (method, links) in [(ContactMethod::Call, 1), (ContactMethod::Text, 0)] {
        let mut opened = opened(entry_in(EntryState::New, None, LATER), true);
        let said = opened.referrals[0].referral.as_mut().unwrap();
        said.adults[0].safe_contact.methods = Some(vec![method]);
        let sources: Vec<_> = opened.referrals.iter().filter_map(OpenedReferral::source).collect();
        opened.reach = reach(&sources);
        let view = View::default();
        let page = super::super::entry(&opened, &worker("me"), now(), None, &localities(), &view);
        assert_eq!(page.matches("href=\"tel:07700900982\"").count(), links, "{method}");
        assert!(page.contains("07700 900 982"));
    }
}

#[test]
fn after_a_bereavement_the_page_first_says_not_to_get_in_touch() {
    let mut entry = entry_in(EntryState::New, None, LATER);
    entry.log.no_contact = true;
    let page = shown(entry, true, None);
    let warning = page.find("Do not get in touch with this family").unwrap();
    assert!(warning < page.find("govuk-summary-list").unwrap());
    assert!(page.contains("do not use it</summary>"));
}

#[test]
fn the_named_worker_offers_the_work_and_a_colleague_takes_it() {
    let entry = || entry_in(EntryState::InProgress, Some("them"), PAST);
    let has = |by: &str, entry: EntryRow, step: &str| {
        shown_to(by, entry, true, None).contains(&format!("/handover/{step}\""))
    };
    assert!(has("them", entry(), "offer") && !has("me", entry(), "take"));
    let mut offered = entry();
    offered.log.offered_by = Some(person("them").id);
    assert!(has("me", offered.clone(), "take") && has("them", offered, "take_back"));
}

#[test]
fn only_a_manager_is_offered_to_decide_who_may_see_an_entry() {
    let mut entry = entry_in(EntryState::New, None, LATER);
    entry.access.conflicts.push(person("them").id);
    let opened = opened(entry, true);
    let shown = |role| {
        let worker = Worker { roles: [role].into(), ..worker("me") };
        super::super::entry(&opened, &worker, now(), None, &localities(), &View::default())
    };
    let (manager, hub_worker) = (shown(Role::Manager), shown(Role::Worker));
    for step in ["restrict", "lift_conflict"] {
        let step = format!("/access/{step}\"");
        assert!(manager.contains(&step) && !hub_worker.contains(&step), "{step}");
    }
    assert!(hub_worker.contains("/access/declare_conflict\""));
}
