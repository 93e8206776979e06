//! Tests of the pages around the form's questions, as a browser without JavaScript follows them: the
//! start, the numbers to call, the confirmation, the status and what is added to it, the way out, and
//! the pages about these pages.

use e2e::family::unique;
use e2e::html::{select, tags, title};
use e2e::http::Answer;
use e2e::visitor::{Answers, CHECK, Visitor};

use crate::stack;

/// The answers of the short way for a family of its own.
fn answers(name: &str, more: &[(&str, &str)]) -> Answers {
    let phone = format!("07700 {:06}", 900_000 + name.bytes().map(u32::from).sum::<u32>() % 1_000);
    let asked = [
        ("where", "address"),
        ("postcode", "cm11lh"),
        ("given-name", name),
        ("family-name", name),
        ("phone", &phone),
        ("safe-to", "text"),
        ("needs", "parenting"),
    ];
    Answers::of(&asked).with(more)
}

/// Somebody who went the short way up to the page with all answers.
#[track_caller]
pub(crate) fn asked(name: &str, more: &[(&str, &str)]) -> Visitor<'static> {
    let mut visitor = stack().visitor().begin("short");
    visitor.walk(&answers(name, more));
    assert_eq!(visitor.path, CHECK, "{:?}", visitor.page);
    visitor
}

/// Sends a form that is filled in: the page that confirms it, the reference and the code.
#[track_caller]
pub(crate) fn send_checked(visitor: &mut Visitor<'_>) -> [String; 3] {
    let page = visitor.send().clone();
    assert_eq!((page.status, visitor.path.as_str()), (200, "/sent"), "{page:?}");
    let shown = |selector: &str| {
        let found = select(&page.body, selector).into_iter().next();
        found.unwrap_or_else(|| panic!("{selector}: {}", page.body)).text
    };
    [page.body.clone(), shown(".reference strong"), shown(".code")]
}

/// Somebody whose form was sent, with the page that confirms it, the reference and the code.
#[track_caller]
fn sent(name: &str) -> (Visitor<'static>, [String; 3]) {
    let mut visitor = asked(name, &[]);
    let shown = send_checked(&mut visitor);
    (visitor, shown)
}

/// Fills in the form of the page that is shown, as it stands but for these fields.
#[track_caller]
fn fill<'v>(visitor: &'v mut Visitor<'_>, fields: &[(&str, &str)]) -> &'v Answer {
    let form = visitor.form().filled(fields);
    visitor.post(&form.action, &form.fields)
}

/// The page in which words stand beside each other as they are read.
fn words(page: &Answer) -> String {
    page.body.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn every_page_has_one_title_and_leads_to_what_it_must_name() {
    for path in ["/", "/numbers", "/status", "/about/privacy", "/sent"] {
        let page = stack().get(path).send();
        assert_eq!(title(&page.body), "Information", "{path}");
        for about in ["accessibility", "privacy", "cookies", "contact"] {
            assert!(page.body.contains(&format!("href=\"/about/{about}\"")), "{path} {about}");
            assert_eq!(stack().get(format!("/about/{about}")).send().status, 200, "{about}");
        }
        assert_eq!(page.header("cache-control"), Some("no-store"));
    }
    assert_eq!(stack().get("/about/nothing").send().status, 404);
    let privacy = words(&stack().get("/about/privacy").send());
    for authority in ["Essex County Council", "Westminster City Council", "dpo@rochdale."] {
        assert!(privacy.contains(authority), "{authority}");
    }
}

#[test]
fn danger_leads_at_once_to_the_numbers_of_the_place() {
    let name = unique();
    let hurt = answers(&name, &[("someone-may-be-hurt", "yes")]);
    let mut visitor = stack().visitor().begin("short");
    while visitor.path.starts_with("/form/") {
        visitor.answer(&hurt);
    }
    assert_eq!(visitor.path, "/numbers");
    let told = words(&visitor.page);
    assert!(told.contains("Talk to someone now"), "{told}");
    // Essex's front door, in and out of hours.
    assert!(told.contains("01632 960201") && told.contains("01632 960202"), "{told}");
    let on = tags(&visitor.page.body);
    let on = on.into_iter().find(|tag| tag.text.contains("Go on with the form")).unwrap();
    assert_eq!(on.get("href"), Some(CHECK));
    let stranger = stack().get("/numbers").send();
    assert!(stranger.body.contains("0808 800 5000"), "{}", stranger.body);
}

#[test]
fn a_confirmation_can_be_seen_again_until_somebody_leaves() {
    let name = unique();
    let (mut visitor, [page, reference, code]) = sent(&name);
    assert!(!page.contains(&name), "nothing that was typed is on it");
    for part in ["What happens next", "Chelmsford Family Hub", "01632 960211", &reference, &code] {
        assert!(page.contains(part), "{part}: {page}");
    }
    // Back leads to no page with an answer.
    for path in ["/sent", CHECK, "/form/name"] {
        assert_eq!(visitor.get(path).body, page, "{path}");
    }
    let mut restored = visitor.clone();
    visitor.get("/exit");
    let after = &restored.get("/sent").body;
    assert!(!after.contains(&reference) && !after.contains(&code), "{after}");
}

#[test]
fn leaving_deletes_what_was_typed_before_it_leads_away() {
    let name = unique();
    let mut visitor = asked(&name, &[]);
    assert!(visitor.page.body.contains(&name));
    // A browser that restores its tabs may restore its cookies too.
    let mut restored = visitor.clone();
    let way_out = visitor.get("/exit");
    assert_eq!(title(&way_out.body), "Information");
    assert!(way_out.header("clear-site-data").unwrap().contains("\"cache\""));
    let cookies = ["__Host-form", "__Host-status"].map(|name| visitor.cookie(name));
    assert_eq!(cookies, [None, None]);
    let away = visitor.get("/exit?now=1");
    assert!(away.header("location").unwrap().starts_with("https://"));
    for path in [CHECK, "/form/name", "/form/where", "/form/contact", "/", "/sent", "/status"] {
        let page = restored.get(path);
        assert!(!page.body.contains(&name), "{path}: {}", page.body);
    }
}

#[test]
fn a_status_is_shown_for_the_reference_and_the_code_alone() {
    let name = unique();
    let (_, [_, reference, code]) = sent(&name);
    let mut elsewhere = stack().visitor();
    let mut look = |reference: &str, code: &str| {
        elsewhere.get("/status?more=1");
        words(fill(&mut elsewhere, &[("reference", reference), ("secret", code)]))
    };
    let page = stack().wait("the request to be with a team", || {
        let page = look(&reference.to_lowercase(), &code.replace('-', " "));
        page.contains("It is with the people who can help").then_some(page)
    });
    assert!(page.contains(&reference) && !page.contains(&code) && !page.contains(&name));
    for hub in ["Chelmsford", "Essex", "triage", "front door"] {
        assert!(!page.contains(hub), "{hub}: {page}");
    }
    let wrong = look(&reference, "3467-89CD");
    assert!(wrong.contains("cannot find a request"), "{wrong}");
    // A reference that nobody was given: the check character stands for the first ones too.
    let nobody = "3333-3333-3333";
    assert_eq!(look(nobody, "3467-89CD").replace(nobody, ""), wrong.replace(&reference, ""));
    let empty = look("", "");
    assert!(empty.contains("There is a problem") && empty.contains("Enter your code"), "{empty}");
    for _ in 0..4 {
        look(&reference, "3467-89CD");
    }
    let locked = look(&reference, &code);
    assert!(locked.contains("You have tried too often"), "{locked}");
}

#[test]
fn a_note_that_tells_of_danger_is_added_once_shows_the_numbers_and_is_read_as_one() {
    let (mut visitor, [_, _, code]) = sent(&unique());
    visitor.get("/status/note");
    let form = visitor
        .form()
        .filled(&[("text", "We moved: محمد is with us now."), ("someone-may-be-hurt", "yes")]);
    for _ in 0..2 {
        assert_eq!(visitor.answer_to_post(&form.action, &form.fields).status, 303);
    }
    let added = words(visitor.get("/status/note"));
    assert!(added.contains("We have added it") && !added.contains("We moved"), "{added}");
    // The numbers lead; the national ones, as no confirmation keeps where a family lives.
    let at = |words: &str| added.find(words).unwrap_or_else(|| panic!("{words}: {added}"));
    assert!(at("tel:08088005000") < at("We have added it"));
    assert!(!added.contains(&code));
    let inbox = stack().inbox("essex-chelmsford");
    let told = stack().wait("the note to be read", || {
        let opened = inbox.entries().into_iter().map(|entry| inbox.open(&entry).json().to_string());
        opened.into_iter().find(|opened| opened.contains("محمد is with us"))
    });
    assert_eq!(told.matches("محمد is with us").count(), 1, "{told}");
    assert!(told.contains("\"kind\":\"concern\""), "{told}");
}

#[test]
fn words_about_one_request_are_never_added_to_another() {
    let (mut visitor, [_, first, _]) = sent(&unique());
    let (_, [_, second, code]) = sent(&unique());
    visitor.get("/status/note");
    let form = visitor.form().filled(&[("text", "Words about the first one.")]);
    // Another tab looks up another request meanwhile.
    visitor.get("/status?more=1");
    fill(&mut visitor, &[("reference", &second), ("secret", &code)]);
    let told = words(visitor.post(&form.action, &form.fields));
    assert!(told.contains("another request in another tab"), "{told}");
    assert!(told.contains("Words about the first one.") && told.contains(&second));
    assert!(!told.contains(&first) && !told.contains("We have added it"));
}

#[test]
fn the_confirmation_of_one_family_leads_to_no_other_family_s_request() {
    let (_, [_, first, code]) = sent(&unique());
    let mut visitor = stack().visitor();
    visitor.get("/status");
    assert!(
        words(fill(&mut visitor, &[("reference", &first), ("secret", &code)])).contains(&first)
    );
    // Somebody else begins a form in the same browser, which nobody left.
    let mut visitor = visitor.begin("short");
    assert!(!visitor.get("/status").body.contains(&first));
    visitor.get("/form/where");
    visitor.walk(&answers(&unique(), &[]));
    // Another tab looks up the first request while the form is being filled in.
    let mut tab = visitor.clone();
    tab.get("/status?more=1");
    fill(&mut tab, &[("reference", &first), ("secret", &code)]);
    tab.get(CHECK);
    tab.send();
    let second = select(&tab.page.body, ".reference strong").remove(0).text;
    for path in ["/status", "/status/note?more=1"] {
        let page = words(tab.get(path));
        assert!(page.contains(&second) && !page.contains(&first), "{path}: {page}");
    }
}

#[test]
fn words_that_cannot_be_added_are_shown_again() {
    let (mut visitor, [_, reference, _]) = sent(&unique());
    visitor.get("/status/note");
    let empty = words(fill(&mut visitor, &[("text", " ")]));
    assert!(empty.contains("Write what you would like to add"), "{empty}");
    let long = "ক".repeat(2_001);
    let again = words(fill(&mut visitor, &[("text", &long)]));
    assert!(again.contains(&long) && again.contains("This is too long"));
    // An abuser's wrong tries keep nobody from what this browser was shown, nor from adding to it.
    let form = visitor.form().filled(&[("text", "We have moved.")]);
    let mut other = stack().visitor();
    for _ in 0..6 {
        other.get("/status?more=1");
        fill(&mut other, &[("reference", &reference), ("secret", "3467-89CD")]);
    }
    assert!(words(&other.page).contains("You have tried too often"));
    assert!(words(visitor.post(&form.action, &form.fields)).contains("We have added it"));
    let mut stranger = stack().visitor();
    assert!(stranger.get("/status/note").body.contains("action=\"/status\""), "nothing is known");
}

#[test]
fn a_wish_to_stop_changes_nothing_until_a_worker_has_asked() {
    let (mut visitor, _) = sent(&unique());
    assert!(words(visitor.get("/status/withdraw")).contains("A person will check with you first"));
    let asked = words(fill(&mut visitor, &[]));
    assert!(asked.contains("We have your wish to stop"), "{asked}");
    assert!(!words(visitor.get("/status")).contains("It has been stopped"));
}

#[test]
fn a_page_of_another_site_cannot_send_for_a_family() {
    for path in ["/start", "/send", "/numbers", "/status", "/status/note", "/status/withdraw"] {
        let call = stack().post(path).header("sec-fetch-site", "cross-site").form(&[("a", "b")]);
        let answer = call.send();
        assert_eq!(answer.status, 403, "{path}");
        assert_eq!(title(&answer.body), "Information");
    }
}
