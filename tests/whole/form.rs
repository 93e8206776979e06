//! Tests of the family's form, as a browser without JavaScript walks through it, and of what becomes of
//! it.

use std::sync::Barrier;
use std::thread;

use e2e::family::{family, unique};
use e2e::html::{select, tags, title};
use e2e::http::Answer;
use e2e::inbox;
use e2e::service::Service;
use e2e::visitor::{Answers, CHECK, Visitor};
use serde_json::{Value, json};

use crate::stack;

/// A whole form filled in for a family with a child of this name.
pub(crate) fn filled(child: &str, more: &[(&str, &str)]) -> Answers {
    // Every child has a family of its own, so that no other is taken for it.
    let family: String = child.to_lowercase().chars().rev().collect();
    let letters: u32 = child.chars().map(u32::from).sum();
    let (phone, road) =
        (format!("07700 {:06}", 900_000 + letters % 1_000), format!("{letters} {family} Street"));
    let answers = [
        ("who", "self_parent"),
        ("given-name", "Amina"),
        ("family-name", &family),
        ("phone", &phone),
        ("safe-to", "text"),
        ("where", "address"),
        ("address-line-1", &road),
        ("town", "Chelmsford"),
        ("postcode", "cm11lh"),
        ("child-1-given-name", child),
        ("child-1-family-name", &family),
        ("child-1-birth", "born"),
        ("child-1-day", "4"),
        ("child-1-month", "march"),
        ("child-1-year", "2021"),
        ("needs", "parenting"),
        ("agree", "yes"),
    ];
    Answers::of(&answers).with(more)
}

/// Somebody who has filled the form in, at the page with all answers.
#[track_caller]
pub(crate) fn at_check<'a>(service: &'a Service, answers: &Answers) -> Visitor<'a> {
    let mut visitor = service.visitor().begin("full");
    visitor.walk(answers);
    assert_eq!(visitor.path, CHECK, "{:?}: {:?}", visitor.errors(), visitor.page);
    visitor
}

/// The confirmation of a form that somebody fills in and sends.
#[track_caller]
pub(crate) fn sent(answers: &Answers) -> Answer {
    sent_to(stack(), answers)
}

/// The same, at a stack of its own.
#[track_caller]
pub(crate) fn sent_to(service: &Service, answers: &Answers) -> Answer {
    at_check(service, answers).send().clone()
}

#[track_caller]
pub(crate) fn reference(page: &Answer) -> String {
    assert_eq!(page.status, 200, "{page:?}");
    let (_, rest) = page.body.split_once("class=\"reference\"").expect("a reference is shown");
    let text = tags(rest).into_iter().find(|tag| tag.name == "strong").expect("a reference").text;
    assert_eq!(text.split('-').map(str::len).collect::<Vec<_>>(), [4, 4, 4], "{text}");
    text
}

/// Waits for the opened entries of an inbox that are about a child of this name.
pub(crate) fn entries_of(child: &str, inbox: &str) -> Vec<Value> {
    entries_with(&format!("\"{child}\""), inbox)
}

/// Waits for the opened entries of an inbox whose referrals hold a text.
pub(crate) fn entries_with(text: &str, inbox: &str) -> Vec<Value> {
    stack().wait(&format!("{text} to be in {inbox}"), || {
        let inbox = stack().inbox(inbox);
        let opened = inbox.entries().into_iter().map(|entry| inbox.open(&entry).json());
        let told = opened.filter(|opened| opened["referrals"].to_string().contains(text));
        Some(told.collect::<Vec<_>>()).filter(|told| !told.is_empty())
    })
}

#[test]
fn every_page_is_a_plain_one_that_needs_no_javascript() {
    let mut visitor = stack().visitor().begin("full");
    let answers = filled(&unique(), &[]);
    let mut pages = 0;
    while visitor.path != CHECK && pages < 30 {
        is_plain(&visitor.page);
        let before = visitor.path.clone();
        visitor.answer(&match before.as_str() {
            "/form/children" => answers.clone().with(&[("children-not-known", "yes")]),
            _ => answers.clone(),
        });
        assert_ne!(visitor.path, before, "{:?}", visitor.errors());
        pages += 1;
    }
    is_plain(&visitor.page);
    assert!(pages >= 12, "{pages}");
}

/// Checks that scripts only add to a page, that every control has a label, and that the title tells
/// nothing.
#[track_caller]
fn is_plain(page: &Answer) {
    assert_eq!(page.status, 200, "{page:?}");
    assert_eq!(page.header("content-type"), Some("text/html; charset=utf-8"));
    assert_eq!(title(&page.body), "Information");
    let tags = tags(&page.body);
    let scripts: Vec<_> = tags.iter().filter(|tag| tag.name == "script").collect();
    assert!(scripts.iter().all(|tag| tag.text.is_empty() || tag.get("src").is_none()));
    assert!(tags.iter().all(|tag| tag.attributes.keys().all(|name| !name.starts_with("on"))));
    assert!(tags.iter().any(|tag| tag.name == "html" && tag.get("lang").is_some()));
    let labelled: Vec<&str> =
        tags.iter().filter(|tag| tag.name == "label").filter_map(|tag| tag.get("for")).collect();
    let controls = tags.iter().filter(|tag| {
        matches!(tag.name.as_str(), "input" | "select" | "textarea")
            && tag.get("type") != Some("hidden")
    });
    for control in controls {
        let id = control.get("id").expect("a control has an id");
        assert!(labelled.contains(&id), "{id} has no label");
    }
    assert_eq!(select(&page.body, "h1").len(), 1, "{}", page.body);
}

#[test]
fn a_good_form_is_confirmed_with_a_reference_and_reaches_the_hub() {
    let child = unique();
    let page = sent(&filled(&child, &[]));
    let reference = reference(&page);
    assert!(page.body.contains("What happens next"));
    assert!(!page.body.contains(&child), "a confirmation tells nothing of the family");
    let entries = entries_of(&child, "essex-chelmsford");
    assert_eq!(entries.len(), 1);
    let entry = &entries[0];
    assert_eq!(entry["state"], "new");
    let referral = &entry["referrals"][0];
    assert!(referral.to_string().contains(&reference), "the hub sees the same reference");
    assert_eq!(referral["referral"]["children"][0]["date_of_birth"], "2021-03-04");
    assert_eq!(referral["referral"]["referrer"]["kind"], "self_parent");
    assert_eq!(referral["referral"]["agreement"]["status"], "agreed");
}

#[test]
fn the_short_way_has_six_pages_and_reaches_the_hub() {
    let name = unique();
    let mut visitor = stack().visitor().begin("short");
    let answers = Answers::of(&[
        ("where", "address"),
        ("postcode", "CM1 1LH"),
        ("given-name", &name),
        ("phone", "07700 900 982"),
        ("safe-to", "call"),
        ("needs", "housing"),
    ]);
    visitor.walk(&answers);
    let shown: Vec<_> = visitor.walked.iter().filter(|path| *path != "/start").collect();
    let mut pages = shown.clone();
    pages.dedup();
    assert_eq!(pages[..2], ["/", "/form/where"]);
    let unique: std::collections::BTreeSet<_> = pages.iter().collect();
    assert_eq!(unique.len(), 6, "{pages:?}");
    reference(visitor.send());
    let entry = &entries_of(&name, "essex-chelmsford")[0]["referrals"][0]["referral"];
    assert_eq!(entry["children_not_known"], true);
    assert_eq!(entry["referrer"]["kind"], "self_parent");
    assert_eq!(entry["agreement"]["status"], "agreed");
}

#[test]
fn a_child_whom_the_family_and_the_school_tell_of_at_once_is_in_one_entry() {
    for _ in 0..3 {
        let child = unique();
        let form = filled(&child, &[]);
        let said = |name: &str| form.said(name);
        let mut referral = family();
        referral["children"] = json!([{
            "name": {"given": child, "family": said("family-name")},
            "date_of_birth": "2021-03-04",
        }]);
        referral["adults"][0]["name"] = json!({"given": "Amina", "family": said("family-name")});
        referral["adults"][0]["phone"] = json!(said("phone"));
        referral["household"]["address"] = json!({
            "lines": [said("address-line-1")], "town": "Chelmsford", "postcode": "CM1 1LH"});
        let mut visitor = at_check(stack(), &form);
        visitor.wait_as_a_person_does();
        let together = Barrier::new(2);
        let id = thread::scope(|scope| {
            scope.spawn(|| {
                together.wait();
                reference(visitor.send());
            });
            together.wait();
            stack().post_referral(&referral)
        });
        stack().wait_until_in_inbox(&id, "essex-chelmsford");
        let both = stack().wait("both to be there", || {
            let entries = entries_of(&child, "essex-chelmsford");
            let held = entries.iter().map(|entry| entry["referral_ids"].as_array().unwrap().len());
            (held.sum::<usize>() == 2).then_some(entries)
        });
        assert_eq!(both.len(), 1, "one entry");
    }
}

#[test]
fn answers_in_any_script_are_read_and_long_texts_are_kept_whole() {
    let letters = "ক".repeat(2_000);
    let texts = [
        "must-not-know",
        "best-times",
        "access-note",
        "what-is-happening",
        "what-would-help",
        "already-tried",
        "who-else-helps",
    ];
    let texts = texts.map(|name| (name, letters.as_str()));
    let child = unique();
    let long = filled(&child, &texts).with(&[("phone", "\u{202d}07700 900982\u{202c}")]);
    reference(&sent(&long));
    let opened = &entries_of(&child, "essex-chelmsford")[0]["referrals"][0]["referral"];
    for path in [
        "/reason",
        "/adults/0/best_times",
        "/must_not_know/0/note",
        "/household/accessibility_note",
    ] {
        assert_eq!(opened.pointer(path), Some(&json!(letters)), "{path}");
    }
    assert_eq!(opened["adults"][0]["phone"], "+447700900982");

    for (phone, postcode) in [("٠٧٧٠٠ ٩٠٠٩٨٢", "CMI ILH"), ("7700900982", "ＣＭ１ １ＬＨ")]
    {
        let child = unique();
        let day = [("child-1-day", "٤"), ("child-1-month", "०३"), ("child-1-year", "２０２１")];
        let form = filled(&child, &day).with(&[("phone", phone), ("postcode", postcode)]);
        let mut visitor = at_check(stack(), &form);
        assert!(visitor.page.body.contains("<bdi>CM1 1LH</bdi>"), "{:?}", visitor.page);
        reference(visitor.send());
        let opened = &entries_of(&child, "essex-chelmsford")[0]["referrals"][0];
        assert_eq!(opened["referral"]["adults"][0]["phone"], "+447700900982");
        assert_eq!(opened["referral"]["children"][0]["date_of_birth"], "2021-03-04");
        assert_eq!(opened["as_given"][0]["text"], postcode);
    }
}

#[test]
fn a_postcode_that_is_a_secret_hides_the_home() {
    let secret = [("postcode", "ZZZSECUR"), ("council", "E06000046")];
    let child = unique();
    reference(&sent(&filled(&child, &secret)));
    let opened = entries_of(&child, "isle-of-wight-triage")[0].to_string();
    assert!(!opened.contains("Chelmsford\"") && !opened.contains("ZZZ"), "{opened}");
}

#[test]
fn a_worry_about_someone_goes_to_the_front_door_and_shows_whom_to_call() {
    let child = unique();
    let page = sent(&filled(&child, &[("someone-may-be-hurt", "yes")]));
    reference(&page);
    assert!(page.body.contains("01632 960201"), "the front door's number: {}", page.body);
    let first = select(&page.body, "h1").remove(0);
    assert_eq!(first.text, "Talk to someone now", "the numbers lead");
    let entries = entries_of(&child, "essex-front-door");
    assert_eq!(entries[0]["urgency"], "safeguarding");
}

#[test]
fn a_worry_with_unreadable_answers_is_taken_and_its_sender_is_told_which() {
    let child = unique();
    let worry =
        [("someone-may-be-hurt", "yes"), ("phone", "ask next door"), ("email", "none of it")];
    let answers = filled(&child, &worry);
    let mut visitor = stack().visitor().begin("full");
    visitor.get("/form/help");
    visitor.answer(&answers);
    assert_eq!(visitor.path, "/numbers", "the numbers come at once");
    visitor.walk(&answers);
    let page = visitor.send().clone();
    reference(&page);
    for name in ["<li>your phone number</li>", "<li>your email address</li>"] {
        assert!(page.body.contains(name), "{name}: {}", page.body);
    }
    assert!(!page.body.contains("next door"), "{}", page.body);
    let opened = &entries_of(&child, "essex-front-door")[0]["referrals"][0];
    let kept: Vec<_> =
        opened["as_given"].as_array().unwrap().iter().map(|one| &one["text"]).collect();
    assert_eq!(kept, ["ask next door", "none of it"]);
}

#[test]
fn a_hidden_home_goes_by_its_council_and_its_address_is_not_kept() {
    let child = unique();
    let more = [("where", "concealed"), ("council", "E06000046")];
    reference(&sent(&filled(&child, &more)));
    let entries = entries_of(&child, "isle-of-wight-triage");
    assert!(inbox::reason_codes(&entries[0]).contains(&"address_concealed"));
    let opened = entries[0].to_string();
    assert!(!opened.contains("12 Example Street") && !opened.contains("CM1 1LH"), "{opened}");
}

#[test]
fn the_confirmation_is_the_same_for_known_and_unknown_families() {
    let child = unique();
    let seen = || {
        let page = sent(&filled(&child, &[]));
        // The code is drawn by chance, as the reference is.
        let code = select(&page.body, ".code").remove(0).text;
        page.body.replace(&reference(&page), "").replace(&code, "")
    };
    let unknown = seen();
    entries_of(&child, "essex-chelmsford");
    assert_eq!(seen(), unknown);
}
