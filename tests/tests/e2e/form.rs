//! The family's form, as a browser without JavaScript sends it.

use std::sync::Barrier;
use std::thread;

use e2e::family::{family, unique};
use e2e::html::{Form, forms, tags, title};
use e2e::http::{Answer, Call};
use e2e::inbox;
use serde_json::{Value, json};

use crate::stack;

/// The form as a browser gets it, its token included.
fn fresh() -> Form {
    let page = stack().get("/").send();
    assert_eq!(page.status, 200, "{page:?}");
    let found = forms(&page.body).into_iter().find(|form| form.names.iter().any(|n| n == "needs"));
    found.expect("the page has the form")
}

/// The form of a family with a child of this name, filled in.
pub(crate) fn filled(child: &str, more: &[(&str, &str)]) -> Form {
    // A family of its own for every child: nothing takes it for another.
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
        ("address-line-1", &road),
        ("town", "Chelmsford"),
        ("postcode", "cm11lh"),
        ("child-1-given-name", child),
        ("child-1-family-name", &family),
        ("child-1-day", "4"),
        ("child-1-month", "march"),
        ("child-1-year", "2021"),
        ("needs", "parenting"),
    ];
    fresh().filled(&answers).filled(more)
}

pub(crate) fn call(form: &Form) -> Call<'static> {
    stack().post(form.action.clone()).header("sec-fetch-site", "same-origin").form(&form.fields)
}

pub(crate) fn reference(page: &Answer) -> String {
    assert_eq!(page.status, 200, "{page:?}");
    let (_, rest) = page.body.split_once("class=\"reference\"").expect("a reference is shown");
    let text = tags(rest).into_iter().find(|tag| tag.name == "strong").expect("a reference").text;
    assert_eq!(text.split('-').map(str::len).collect::<Vec<_>>(), [4, 4, 4], "{text}");
    text
}

/// Waits for the opened entries of an inbox that tell of a child of this name.
fn entries_of(child: &str, inbox: &str) -> Vec<Value> {
    stack().wait(&format!("{child} to be in {inbox}"), || {
        let inbox = stack().inbox(inbox);
        let opened = inbox.entries().into_iter().map(|entry| inbox.open(&entry).json());
        let told = opened
            .filter(|opened| opened["referrals"].to_string().contains(&format!("\"{child}\"")));
        Some(told.collect::<Vec<_>>()).filter(|told| !told.is_empty())
    })
}

#[test]
fn the_form_is_a_plain_page_that_needs_no_javascript() {
    let page = stack().get("/").send();
    assert_eq!(page.status, 200);
    assert_eq!(page.header("content-type"), Some("text/html; charset=utf-8"));
    let tags = tags(&page.body);
    // Scripts only add to it: every control is in the page already.
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
    let style = tags.iter().find(|tag| tag.get("rel") == Some("stylesheet")).expect("a stylesheet");
    let style = stack().get(style.get("href").unwrap()).send();
    assert_eq!(
        (style.status, style.header("content-type")),
        (200, Some("text/css; charset=utf-8"))
    );
}

#[test]
fn an_empty_form_is_shown_again_with_its_errors_beside_the_fields() {
    let page = call(&fresh()).send();
    assert_eq!(page.status, 422, "{page:?}");
    assert!(title(&page.body).starts_with("Error: "), "{}", title(&page.body));
    assert!(page.body.contains("There is a problem"));
    let tags = tags(&page.body);
    let links: Vec<_> = tags
        .iter()
        .filter(|tag| tag.name == "a" && !tag.text.is_empty())
        .filter_map(|tag| Some((tag.get("href")?.strip_prefix('#')?, tag.text.as_str())))
        .filter(|(id, _)| !["content", "main", "main-content"].contains(id))
        .collect();
    assert!(links.len() >= 2, "each error is in the summary: {links:?}");
    for (id, message) in links {
        assert!(tags.iter().any(|tag| tag.get("id") == Some(id)), "{id} is on the page");
        let again = page.body.matches(&escaped(message)).count();
        assert!(again >= 2, "{message:?} stands in the summary and beside the field");
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
}

#[test]
fn answers_are_kept_when_something_is_wrong() {
    let form = filled("Tobi", &[("child-1-year", "2999"), ("what-is-happening", "<b>a & b</b>")]);
    let page = call(&form).send();
    assert_eq!(page.status, 422);
    assert!(!page.body.contains("<b>a"), "what was typed is text, never markup");
    let again = forms(&page.body).into_iter().find(|form| form.names.iter().any(|n| n == "needs"));
    let again = again.unwrap().fields;
    for (name, value) in &form.fields {
        assert!(again.contains(&(name.clone(), value.clone())) || value.is_empty(), "{name}");
    }
}

#[test]
fn a_good_form_is_confirmed_with_a_reference_and_reaches_the_hub() {
    let child = unique();
    let page = call(&filled(&child, &[])).send();
    let reference = reference(&page);
    assert!(!title(&page.body).starts_with("Error"));
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
fn sending_the_same_form_many_times_is_sending_it_once() {
    let child = unique();
    let form = filled(&child, &[]);
    let first = reference(&call(&form).send());
    assert_eq!(reference(&call(&form).send()), first);
    let start = Barrier::new(8);
    let others: Vec<String> = thread::scope(|scope| {
        let send = || {
            start.wait();
            reference(&call(&form).send())
        };
        let sending: Vec<_> = (0..8).map(|_| scope.spawn(send)).collect();
        sending.into_iter().map(|one| one.join().unwrap()).collect()
    });
    assert!(others.iter().all(|other| *other == first), "{first}: {others:?}");
    let entries = entries_of(&child, "essex-chelmsford");
    assert_eq!(entries.len(), 1);
    assert_eq!(entries[0]["referral_ids"].as_array().unwrap().len(), 1);
}

#[test]
fn a_child_whom_the_family_and_the_school_tell_of_at_once_is_in_one_entry() {
    for _ in 0..3 {
        let child = unique();
        let form = filled(&child, &[]);
        let said = |name: &str| {
            let field = form.fields.iter().find(|(known, _)| known == name);
            field.map(|(_, value)| value.clone()).unwrap()
        };
        let mut referral = family();
        referral["children"] = json!([{
            "name": {"given": child, "family": said("family-name")},
            "date_of_birth": "2021-03-04",
        }]);
        referral["adults"][0]["name"] = json!({"given": "Amina", "family": said("family-name")});
        referral["adults"][0]["phone"] = json!(said("phone"));
        referral["household"]["address"] = json!({
            "lines": [said("address-line-1")], "town": "Chelmsford", "postcode": "CM1 1LH"});
        let together = Barrier::new(2);
        let id = thread::scope(|scope| {
            scope.spawn(|| {
                together.wait();
                reference(&call(&form).send());
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

/// The form of a page that shows one again, with the answers it was sent with.
#[track_caller]
fn shown_again(page: &Answer, sent: &Form) -> Form {
    let found = forms(&page.body).into_iter().find(|form| form.names.iter().any(|n| n == "needs"));
    let again = found.unwrap_or_else(|| panic!("no form: {page:?}"));
    let tokens = |name: &str| name == "form-token";
    for (name, value) in sent.fields.iter().filter(|(name, _)| !tokens(name)) {
        let kept = again.fields.contains(&(name.clone(), value.clone()));
        assert!(kept || value.is_empty(), "{name} is lost");
    }
    again
}

#[test]
fn a_form_sent_before_is_shown_again_with_its_reference_and_can_be_sent_as_another() {
    let child = unique();
    let form = filled(&child, &[]);
    let sent = reference(&call(&form).send());
    let changed = form.clone().filled(&[("what-is-happening", "Something new.\nReally.")]);
    let page = call(&changed).send();
    assert_eq!(page.status, 409, "{page:?}");
    assert!(page.body.contains(&sent), "the first answer may have been lost: {}", page.body);
    let again = shown_again(&page, &changed);
    let second = reference(&call(&again).send());
    assert_ne!(second, sent);
    // The first form as it was gets its first answer still.
    assert_eq!(reference(&call(&form).send()), sent);
    stack().wait("both forms in the inbox", || {
        let entries = json!(entries_of(&child, "essex-chelmsford")).to_string();
        (entries.contains(&sent) && entries.contains(&second)).then_some(())
    });
}

#[test]
fn what_is_typed_in_any_script_is_read_and_a_long_text_is_kept_whole() {
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
    let long = filled(&child, &texts).filled(&[("phone", "\u{202d}07700 900982\u{202c}")]);
    let page = call(&long).send();
    reference(&page);
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
        let form = filled(&child, &day).filled(&[("phone", phone), ("postcode", postcode)]);
        let page = call(&form).send();
        reference(&page);
        assert!(page.body.contains("We read your postcode as <strong>CM1 1LH</strong>"));
        let opened = &entries_of(&child, "essex-chelmsford")[0]["referrals"][0];
        assert_eq!(opened["referral"]["adults"][0]["phone"], "+447700900982");
        assert_eq!(opened["referral"]["children"][0]["date_of_birth"], "2021-03-04");
        assert_eq!(opened["as_given"][0]["text"], postcode);
    }
    let secret = [("postcode", "ZZZSECUR"), ("council", "E06000046")];
    let child = unique();
    reference(&call(&filled(&child, &secret)).send());
    let opened = entries_of(&child, "isle-of-wight-triage")[0].to_string();
    assert!(!opened.contains("Chelmsford\"") && !opened.contains("ZZZ"), "{opened}");
}

#[test]
fn a_family_is_asked_when_a_safe_way_and_a_number_do_not_go_together() {
    let without = |name: &str| {
        let mut form = filled(&unique(), &[]);
        form.fields.retain(|(known, _)| known != name);
        form
    };
    let asked = |form: &Form, field: &str, words: &str| {
        let page = call(form).send();
        assert_eq!(page.status, 422, "{page:?}");
        shown_again(&page, form);
        assert!(page.body.matches(words).count() >= 2, "{words}: {}", page.body);
        assert!(page.body.contains(&format!("href=\"#{field}\"")));
    };
    asked(&without("safe-to"), "phone", "Is it safe to call or text you on this number?");
    asked(&without("phone"), "phone", "Enter your phone number");
    let email = |fields: &[(&str, &str)]| filled(&unique(), fields);
    asked(&email(&[("email", "a@b.example")]), "email", "Is it safe to email you?");
    asked(
        &email(&[("safe-to", "text"), ("safe-to", "email")]),
        "email",
        "Enter your email address",
    );
    let unclear = email(&[("postcode", "SW1V 2AA or PO30 2AX")]);
    asked(&unclear, "postcode", "Did you mean PO30 2AX or SW1V 2AA?");
    // A worry is not held up: what cannot be read is kept, and somebody sees it.
    let child = unique();
    let worry =
        [("someone-may-be-hurt", "yes"), ("phone", "ask next door"), ("email", "none of it")];
    reference(&call(&filled(&child, &worry)).send());
    let opened = &entries_of(&child, "essex-front-door")[0]["referrals"][0];
    let kept: Vec<_> =
        opened["as_given"].as_array().unwrap().iter().map(|one| &one["text"]).collect();
    assert_eq!(kept, ["ask next door", "none of it"]);
}

#[test]
fn a_form_that_another_site_sends_is_refused() {
    let form = filled(&unique(), &[]);
    let post =
        |name: &str, value: &str| stack().post("/").header(name, value).form(&form.fields).send();
    for page in [
        post("sec-fetch-site", "cross-site"),
        post("sec-fetch-site", "same-site"),
        post("origin", "https://elsewhere.example"),
    ] {
        assert_eq!(page.status, 403, "{page:?}");
        assert_eq!(page.header("content-type"), Some("text/html; charset=utf-8"));
    }
    reference(&call(&form).send());
}

#[test]
fn a_worry_about_someone_goes_to_the_front_door_and_shows_whom_to_call() {
    let child = unique();
    let page = call(&filled(&child, &[("someone-may-be-hurt", "yes")])).send();
    reference(&page);
    assert!(page.body.contains("01632 960201"), "the front door's number: {}", page.body);
    let entries = entries_of(&child, "essex-front-door");
    assert_eq!(entries[0]["urgency"], "safeguarding");
}

#[test]
fn a_hidden_home_goes_by_its_council_and_its_address_is_not_kept() {
    let child = unique();
    let more = [("where", "concealed"), ("council", "E06000046")];
    reference(&call(&filled(&child, &more)).send());
    let entries = entries_of(&child, "isle-of-wight-triage");
    assert!(inbox::reason_codes(&entries[0]).contains(&"address_concealed"));
    let opened = entries[0].to_string();
    assert!(!opened.contains("12 Example Street") && !opened.contains("CM1 1LH"), "{opened}");
}

#[test]
fn what_a_family_sees_never_tells_whether_they_are_known() {
    let child = unique();
    let seen = || {
        let page = call(&filled(&child, &[])).send();
        page.body.replace(&reference(&page), "")
    };
    let unknown = seen();
    entries_of(&child, "essex-chelmsford");
    assert_eq!(seen(), unknown);
}

#[test]
fn a_form_that_is_too_long_is_shown_again_with_every_answer() {
    let long = "ক".repeat(30_000);
    let form = filled(&unique(), &[("what-is-happening", &long)]);
    let page = call(&form).send();
    assert_eq!(page.status, 413);
    assert!(page.body.contains("Nothing is lost"));
    assert!(page.body.contains("href=\"#what-is-happening\""), "the long answer is named");
    let again = shown_again(&page, &form).filled(&[("what-is-happening", "Shorter.")]);
    reference(&call(&again).send());
}

#[test]
fn what_nobody_typed_or_is_no_form_is_refused_with_a_page() {
    let large = [("needs", "x".repeat(800_000))];
    let page = stack().post("/").form(&large).send();
    assert_eq!((page.status, page.header("content-type")), (413, Some("text/html; charset=utf-8")));
    let page = stack().post("/").body("application/json", "{}").send();
    assert_eq!((page.status, page.header("content-type")), (415, Some("text/html; charset=utf-8")));
}
