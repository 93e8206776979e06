//! Tests of finding the hub by hand: the rulebook's explanation, the hubs to choose from, a corrected
//! postcode, a question to the sender, and the list of councils.

use e2e::family::{family, family_at, family_of};
use e2e::html::select;
use e2e::http::Answer;
use e2e::inbox::id;
use e2e::pages::form_for;
use e2e::tables::Tables;
use serde_json::{Value, json};

use crate::hub_page::{page, post, session};
use crate::stack;

const TRIAGE: &str = "westminster-triage";

/// The entry in triage of a family that was not asked yet.
fn entry_of(mut referral: Value) -> Value {
    referral["agreement"] = json!({"status": "not_asked"});
    let referral = stack().post_referral(&referral);
    stack().wait_until_in_inbox(&referral, TRIAGE)
}

fn path_of(entry: &Value) -> String {
    format!("/hub/entries/{}", id(entry))
}

/// Fills in a form of the page on which the hub is found, and sends it.
fn send(session: &str, entry: &Value, action: &str, fields: &[(&str, &str)]) -> Answer {
    let shown = page(session, &format!("{}/place", path_of(entry)));
    let form = form_for(&shown, action).filled(fields);
    post(&form.action, &form.fields).header("cookie", session).send()
}

#[test]
fn triage_finds_the_nearest_hub_by_the_rulebooks_own_words_and_sends_the_family_there() {
    let entry = entry_of(family_at("NW8 8DE"));
    let session = session(TRIAGE);
    let opened = page(&session, &path_of(&entry));
    assert!(opened.body.contains("Find the hub"));
    let shown = page(&session, &format!("{}/place", path_of(&entry)));
    for said in [
        "NW8 8DE",
        "has not agreed, so triage decides",
        "1. Portman Family Hub",
        "020 7946 0112",
        "Monday to Friday, 09:00 to 17:00",
        "Everything that families ask for",
        "<title id=\"map-title\">Map of the hubs",
    ] {
        assert!(shown.body.contains(said), "{said}: {}", shown.body);
    }
    assert!(!shown.body.contains("/redirect?"), "it must be claimed first");
    let claimed = send(&session, &entry, "/claim", &[]);
    assert_eq!(claimed.status, 303, "{claimed:?}");
    let shown = page(&session, &format!("{}/place", path_of(&entry)));
    let links = select(&shown.body, "a");
    let link = links.iter().find(|link| link.text == "Send it to Portman Family Hub").unwrap();
    let href = link.get("href").unwrap().replace("&amp;", "&");
    let asks = page(&session, &href);
    let form = form_for(&asks, "/redirect");
    let chosen =
        |form: &e2e::html::Form| form.fields.iter().any(|(_, to)| to == "westminster-portman");
    assert!(chosen(&form), "the hub is chosen already: {:?}", form.fields);
    let form = form.filled(&[("reason", "better_fit")]);
    let sent = post(&form.action, &form.fields).header("cookie", &session).send();
    assert_eq!(sent.status, 303, "{sent:?}");
    let there = stack().inbox("westminster-portman").open(&entry);
    assert_eq!(there.status, 200, "{there:?}");
    assert!(!page(&session, &path_of(&entry)).body.contains("NW8 8DE"));
}

#[test]
fn a_corrected_postcode_stands_beside_what_was_said_and_leads_to_where_the_family_lives() {
    let entry = entry_of(family_at("NW8 8DE"));
    let session = session(TRIAGE);
    let stale = page(&session, &format!("{}/place", path_of(&entry)));
    let wrong = send(&session, &entry, "/place/postcode", &[("postcode", "PO30")]);
    assert_eq!(wrong.status, 422, "{wrong:?}");
    assert!(wrong.body.contains("Give the whole postcode"), "{}", wrong.body);
    let fields = [("postcode", "po302ax"), ("words", "Zqcorrected by the school")];
    let done = send(&session, &entry, "/place/postcode", &fields);
    let place = format!("{}/place?done=postcode", path_of(&entry));
    assert_eq!((done.status, done.header("location")), (303, Some(place.as_str())), "{done:?}");
    let shown = page(&session, &place);
    for said in ["NW8 8DE", "PO30 2AX", "Zqcorrected", "Newport Family Hub", "the Isle of Wight"] {
        assert!(shown.body.contains(said), "{said}: {}", shown.body);
    }
    let form = form_for(&stale, "/place/postcode").filled(&[("postcode", "W2 5PR")]);
    let late = post(&form.action, &form.fields).header("cookie", &session).send();
    assert_eq!(late.status, 409, "{late:?}");
    assert!(late.body.contains("somebody has corrected the postcode meanwhile"));
    let worker = stack().worker_of(TRIAGE);
    let found = stack().get(format!("/v1/inbox/{}/place", id(&entry))).by(worker).send().json();
    assert_eq!(found["placement"]["inbox"], "isle-of-wight-triage");
    let nearest = &found["hubs"][0];
    assert_eq!((&nearest["name"], &nearest["metres"]), (&"Newport Family Hub".into(), &0.into()));
    let opened = stack().inbox(TRIAGE).open(&entry).json();
    let sent = &opened["referrals"][0]["referral"]["household"]["address"]["postcode"];
    assert_eq!((sent, &opened["log"][0]["postcode"]), (&"NW8 8DE".into(), &"PO30 2AX".into()));
    let tables = Tables::of(stack());
    for table in ["referrals", "inbox", "audit"] {
        let stored = format!("{:?}", tables.dump(table));
        assert!(!stored.contains("Zqcorrected") && !stored.contains("PO30 2AX"), "{table}");
    }
    assert_eq!(send(&session, &entry, "/claim", &[]).status, 303);
    let path = format!("/v1/inbox/{}/redirect", id(&entry));
    let to = json!({"to": "isle-of-wight-triage", "reason": "address_changed"});
    let moved = stack().post(path).by(worker).json(&to).send();
    assert_eq!(moved.status, 200, "{moved:?}");
    assert_eq!(stack().inbox("isle-of-wight-triage").open(&entry).status, 200);
}

#[test]
fn a_question_to_the_sender_is_written_down_with_how_to_reach_them_and_nothing_is_sent() {
    let entry = entry_of(family());
    let session = session(TRIAGE);
    let missing = send(&session, &entry, "/place/sender_asked", &[]);
    assert_eq!(missing.status, 422, "{missing:?}");
    let fields = [("about", "contact"), ("words", "Zqasked which number is safe")];
    let done = send(&session, &entry, "/place/sender_asked", &fields);
    assert_eq!(done.status, 303, "{done:?}");
    let shown = page(&session, &format!("{}/place", path_of(&entry)));
    for said in
        ["senco@school.example", "Hubward sends nothing", "Zqasked", "The referrer was asked"]
    {
        assert!(shown.body.contains(said), "{said}: {}", shown.body);
    }
    assert!(page(&session, &path_of(&entry)).body.contains("The referrer was asked for more on"));
}

#[test]
fn where_somebody_could_be_harmed_neither_place_nor_distance_is_shown() {
    let mut protected = family_at("NW8 8DE");
    protected["needs"] = json!(["domestic_abuse"]);
    let session = session(TRIAGE);
    let shown = page(&session, &format!("{}/place", path_of(&entry_of(protected))));
    assert!(shown.body.contains("Portman Family Hub"));
    for hidden in ["Away", "miles", "map-title"] {
        assert!(!shown.body.contains(hidden), "{hidden}: {}", shown.body);
    }
    // The hub has the same postcode.
    assert_eq!(shown.body.matches("NW8 8DE").count(), 1, "{}", shown.body);
    let concealed = family_of(json!({"concealed": true, "authority": "E09000033"}));
    let entry = entry_of(concealed);
    let shown = page(&session, &format!("{}/place", path_of(&entry)));
    assert!(!shown.body.contains("/place/postcode"), "{}", shown.body);
    let item = json!({"kind": "postcode", "postcode": "NW8 8DE"});
    let call = stack().post(format!("/v1/inbox/{}/log", id(&entry))).by(stack().worker_of(TRIAGE));
    let refused = call.header("idempotency-key", "hidden-1").json(&item).send();
    assert_eq!(refused.problem_paths(422), ["postcode"]);
}

#[test]
fn only_inboxes_that_find_hubs_have_the_page_and_every_council_is_listed() {
    let ryde = "isle-of-wight-ryde";
    let referral = stack().post_referral(&family_at("PO33 2LN"));
    let entry = stack().wait_until_in_inbox(&referral, ryde);
    let at_hub = page(&session(ryde), &format!("{}/place", path_of(&entry)));
    assert_eq!(at_hub.status, 404);
    let elsewhere = page(&session(TRIAGE), &format!("{}/place", path_of(&entry)));
    assert_eq!(elsewhere.status, 404);
    let listed = page(&session(TRIAGE), "/hub/authorities");
    for said in ["Kirklees", "Cardiff", "Chelmsford", "020 7946 0101", "No contact is known here."]
    {
        assert!(listed.body.contains(said), "{said}");
    }
    let call = stack().get("/v1/authorities").by(stack().worker_of(TRIAGE));
    let listed = call.send().json();
    assert_eq!(listed["authorities"].as_array().unwrap().len(), 220);
}
