//! Tests of forms that are not taken as they are: shown again with every answer, or refused with a
//! page.

use e2e::family::unique;
use e2e::html::{Form, forms, tags, title};
use e2e::http::Answer;
use serde_json::json;

use crate::form::{call, entries_of, filled, fresh, reference};
use crate::stack;

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

/// The form of a page that shows one again, checked to hold the answers it was sent with.
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
    // The first form, sent again unchanged, still gets its first answer.
    assert_eq!(reference(&call(&form).send()), sent);
    stack().wait("both forms in the inbox", || {
        let entries = json!(entries_of(&child, "essex-chelmsford")).to_string();
        (entries.contains(&sent) && entries.contains(&second)).then_some(())
    });
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
fn bodies_that_are_too_large_or_no_form_are_refused_with_a_page() {
    let large = [("needs", "x".repeat(800_000))];
    let page = stack().post("/").form(&large).send();
    assert_eq!((page.status, page.header("content-type")), (413, Some("text/html; charset=utf-8")));
    let page = stack().post("/").body("application/json", "{}").send();
    assert_eq!((page.status, page.header("content-type")), (415, Some("text/html; charset=utf-8")));
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
