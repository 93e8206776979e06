//! Tests of the pages around the form's questions, as a browser without JavaScript follows them: the
//! start, the numbers to call, the confirmation, the status and what is added to it, the way out, and
//! the pages about these pages.

use e2e::family::unique;
use e2e::html::{select, tags, title};
use e2e::http::Answer;
use e2e::visitor::{Visitor, short_way};

use crate::stack;

/// A browser that has not been here.
fn visitor() -> Visitor<'static> {
    Visitor::new(stack())
}

/// Goes the short way up to the check page, with answers besides on the last page.
#[track_caller]
pub(crate) fn asked(visitor: &Visitor<'_>, name: &str, more: &[(&str, &str)]) -> Answer {
    let phone = format!("07700 {:06}", 900_000 + name.bytes().map(u32::from).sum::<u32>() % 1_000);
    let mut page = visitor.follow(visitor.post("/start", &[("way", "short")]));
    for mut answers in short_way(name, &phone) {
        if answers.iter().any(|(name, _)| *name == "needs") {
            answers.extend(more);
        }
        page = visitor.fill(&page, &answers);
    }
    page
}

/// The confirmation of a family's form, its reference and its code.
#[track_caller]
pub(crate) fn sent(visitor: &Visitor<'_>, name: &str, more: &[(&str, &str)]) -> [String; 3] {
    asked(visitor, name, more);
    // Nobody fills a form in within three seconds.
    std::thread::sleep(std::time::Duration::from_millis(3_100));
    let check = visitor.page("/check");
    let page = visitor.fill(&check, &[]);
    assert_eq!(page.status, 200, "{page:?}");
    let shown = |selector: &str| {
        let found = select(&page.body, selector).into_iter().next();
        found.unwrap_or_else(|| panic!("{selector}: {}", page.body)).text
    };
    [page.body.clone(), shown(".reference strong"), shown(".code")]
}

/// The page in which words stand beside each other as they are read.
fn words(page: &Answer) -> String {
    page.body.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn every_page_has_one_title_and_leads_to_what_it_must_name() {
    for path in ["/", "/numbers", "/status", "/about/privacy", "/sent"] {
        let page = visitor().get(path);
        assert_eq!(title(&page.body), "Information", "{path}");
        for about in ["accessibility", "privacy", "cookies", "contact"] {
            assert!(page.body.contains(&format!("href=\"/about/{about}\"")), "{path} {about}");
            assert_eq!(visitor().get(&format!("/about/{about}")).status, 200, "{about}");
        }
        assert_eq!(page.header("cache-control"), Some("no-store"));
    }
    assert_eq!(visitor().get("/about/nothing").status, 404);
    let privacy = words(&visitor().get("/about/privacy"));
    for authority in ["Essex County Council", "Westminster City Council", "dpo@rochdale."] {
        assert!(privacy.contains(authority), "{authority}");
    }
}

#[test]
fn danger_leads_at_once_to_the_numbers_of_the_place() {
    let visitor = visitor();
    let page = asked(&visitor, &unique(), &[("someone-may-be-hurt", "yes")]);
    let words = words(&page);
    assert!(words.contains("Talk to someone now"), "{words}");
    // Essex's front door, in and out of hours.
    assert!(words.contains("01632 960201") && words.contains("01632 960202"), "{words}");
    let on = tags(&page.body).into_iter().find(|tag| tag.text.contains("Go on with the form"));
    assert!(visitor.page(on.unwrap().get("href").unwrap()).body.contains("<h1"));
    let stranger = self::visitor().get("/numbers");
    assert!(stranger.body.contains("0808 800 5000"), "{}", stranger.body);
}

#[test]
fn a_confirmation_can_be_seen_again_until_somebody_leaves() {
    let visitor = visitor();
    let name = unique();
    let [page, reference, code] = sent(&visitor, &name, &[]);
    assert!(!page.contains(&name), "nothing that was typed is on it");
    for part in ["What happens next", "Chelmsford Family Hub", "01632 960211", &reference, &code] {
        assert!(page.contains(part), "{part}: {page}");
    }
    assert_eq!(visitor.get("/sent").body, page);
    // Back leads to no page with an answer.
    for path in ["/check", "/form/name"] {
        assert_eq!(visitor.page(path).body, page, "{path}");
    }
    let kept = visitor.cookies();
    visitor.get("/exit");
    visitor.restore(kept);
    let after = visitor.get("/sent");
    assert!(!after.body.contains(&reference) && !after.body.contains(&code), "{}", after.body);
}

#[test]
fn leaving_deletes_what_was_typed_before_it_leads_away() {
    let visitor = visitor();
    let name = unique();
    let check = asked(&visitor, &name, &[]);
    assert!(check.body.contains(&name));
    let kept = visitor.cookies();
    let way_out = visitor.get("/exit");
    assert_eq!(title(&way_out.body), "Information");
    assert!(way_out.header("clear-site-data").unwrap().contains("\"cache\""));
    assert!(visitor.cookies().is_empty(), "{:?}", visitor.cookies());
    let away = visitor.get("/exit?now=1");
    assert!(away.header("location").unwrap().starts_with("https://"));
    // A browser that restores its tabs may restore its cookies too.
    visitor.restore(kept);
    for path in ["/check", "/form/name", "/form/where", "/form/contact", "/", "/sent", "/status"] {
        let page = visitor.page(path);
        assert!(!page.body.contains(&name), "{path}: {}", page.body);
    }
}

#[test]
fn a_status_is_shown_for_the_reference_and_the_code_alone() {
    let name = unique();
    let [_, reference, code] = sent(&visitor(), &name, &[]);
    let elsewhere = visitor();
    let look = |reference: &str, code: &str| {
        let form = elsewhere.get("/status?more=1");
        elsewhere.fill(&form, &[("reference", reference), ("secret", code)])
    };
    let page = stack().wait("the request to be with a team", || {
        let page = words(&look(&reference.to_lowercase(), &code.replace('-', " ")));
        page.contains("It is with the people who can help").then_some(page)
    });
    assert!(page.contains(&reference) && !page.contains(&code) && !page.contains(&name));
    for hub in ["Chelmsford", "Essex", "triage", "front door"] {
        assert!(!page.contains(hub), "{hub}: {page}");
    }
    let wrong = words(&look(&reference, "3467-89CD"));
    let nobody = words(&look("W9DG-PXM4-6CTT", "3467-89CD"));
    let unknown = if nobody.contains("Check your reference") { None } else { Some(nobody) };
    assert!(wrong.contains("cannot find a request"), "{wrong}");
    if let Some(unknown) = unknown {
        let same = |page: &str, shown: &str| page.replace(shown, "");
        assert_eq!(same(&unknown, "W9DG-PXM4-6CTT"), same(&wrong, &reference));
    }
    let empty = words(&look("", ""));
    assert!(empty.contains("There is a problem") && empty.contains("Enter your code"), "{empty}");
    for _ in 0..4 {
        look(&reference, "3467-89CD");
    }
    let locked = words(&look(&reference, &code));
    assert!(locked.contains("You have tried too often"), "{locked}");
}

#[test]
fn a_note_is_added_once_and_a_worker_reads_it() {
    let visitor = visitor();
    let [_, _, code] = sent(&visitor, &unique(), &[]);
    let page = visitor.page("/status/note");
    let form = Visitor::form(&page).filled(&[("text", "We moved: محمد is with us now.")]);
    for _ in 0..2 {
        assert_eq!(visitor.post(&form.action, &form.fields).status, 303);
    }
    let added = words(&visitor.page("/status/note"));
    assert!(added.contains("We have added it") && !added.contains("We moved"), "{added}");
    assert!(!added.contains(&code));
    let inbox = stack().inbox("essex-chelmsford");
    let told = stack().wait("the note to be read", || {
        let opened = inbox.entries().into_iter().map(|entry| inbox.open(&entry).json().to_string());
        opened.into_iter().find(|opened| opened.contains("محمد is with us"))
    });
    assert_eq!(told.matches("محمد is with us").count(), 1, "{told}");
}

#[test]
fn words_that_cannot_be_added_are_shown_again() {
    let visitor = visitor();
    sent(&visitor, &unique(), &[]);
    let page = visitor.page("/status/note");
    let empty = visitor.fill(&page, &[("text", " ")]);
    assert!(words(&empty).contains("Write what you would like to add"));
    let long = "ক".repeat(2_001);
    let again = visitor.fill(&empty, &[("text", &long)]);
    assert!(again.body.contains(&long) && words(&again).contains("This is too long"));
    let stranger = self::visitor();
    assert!(stranger.page("/status/note").body.contains("action=\"/status\""), "nothing is known");
}

#[test]
fn a_wish_to_stop_changes_nothing_until_a_worker_has_asked() {
    let visitor = visitor();
    sent(&visitor, &unique(), &[]);
    let page = visitor.page("/status/withdraw");
    assert!(words(&page).contains("A person will check with you first"));
    let asked = visitor.fill(&page, &[]);
    assert!(words(&asked).contains("We have your wish to stop"), "{}", asked.body);
    assert!(!words(&visitor.page("/status")).contains("It has been stopped"));
}

#[test]
fn a_page_of_another_site_cannot_send_for_a_family() {
    for path in ["/start", "/send", "/status", "/status/note", "/status/withdraw"] {
        let call = stack().post(path).header("sec-fetch-site", "cross-site").form(&[("a", "b")]);
        let answer = call.send();
        assert_eq!(answer.status, 403, "{path}");
        assert_eq!(title(&answer.body), "Information");
    }
}
