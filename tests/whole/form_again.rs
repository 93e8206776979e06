//! Tests of pages that are not taken as they are: shown again with every answer and its error, asked
//! about, or refused with a page.

use e2e::family::unique;
use e2e::html::tags;
use e2e::visitor::{Answers, CHECK, Visitor};

use crate::form::{at_check, entries_of, filled, reference, sent};
use crate::stack;

fn begun() -> Visitor<'static> {
    stack().visitor().begin("full")
}

/// The page of a form that was just begun.
fn at<'a>(path: &str) -> Visitor<'a> {
    let mut visitor = stack().visitor().begin("full");
    visitor.get(path);
    assert_eq!(visitor.path, path);
    visitor
}

#[test]
fn an_empty_page_is_shown_again_with_its_error_beside_the_field() {
    for (path, field) in [
        ("/form/who", "who"),
        ("/form/where", "where"),
        ("/form/name", "given-name"),
        ("/form/contact", "safe-to"),
        ("/form/children", "children-not-known"),
        ("/form/child/1", "child-1-given-name"),
        ("/form/help", "needs"),
        ("/form/agree", "agree"),
    ] {
        let mut visitor = at(path);
        assert_eq!(visitor.errors(), [], "nothing is wrong before it was sent");
        visitor.answer(&Answers::default());
        assert_eq!(visitor.path, path);
        assert_eq!(visitor.page.status, 200, "{:?}", visitor.page);
        assert!(visitor.page.body.contains("There is a problem"), "{path}");
        let errors = visitor.errors();
        assert_eq!(errors[0].0, format!("#{field}"), "{path}: {errors:?}");
        let tags = tags(&visitor.page.body);
        for (id, message) in errors {
            let id = id.strip_prefix('#').unwrap();
            assert!(tags.iter().any(|tag| tag.get("id") == Some(id)), "{id} is on the page");
            let again = visitor.page.body.matches(&message.replace('&', "&amp;")).count();
            assert!(again >= 2, "{message:?} stands in the summary and beside the field");
        }
    }
}

#[test]
fn wrong_answers_are_kept_and_shown_as_they_were_typed() {
    let typed = "07\" <b>a & b</b>";
    let mut visitor = at("/form/contact");
    let email = "name@example.com";
    visitor.answer(&Answers::of(&[("phone", typed), ("safe-to", "call"), ("email", email)]));
    let page = visitor.page.clone();
    assert!(!page.body.contains("<b>a"), "what was typed is text, never markup");
    let kept = visitor.form().fields;
    for (name, value) in [("phone", typed), ("safe-to", "call"), ("email", email)] {
        assert!(kept.contains(&(name.to_owned(), value.to_owned())), "{name}: {kept:?}");
    }
}

#[test]
fn a_family_is_asked_when_a_safe_way_and_a_number_do_not_go_together() {
    let asked = |answers: &[(&str, &str)], field: &str, words: &str| {
        let mut visitor = at("/form/contact");
        visitor.answer(&Answers::of(answers));
        assert_eq!(visitor.path, "/form/contact");
        let (link, said) = visitor.errors().remove(0);
        assert_eq!(link, format!("#{field}"));
        assert!(said.contains(words), "{said}");
        assert!(visitor.page.body.matches(words).count() >= 2, "{words}");
    };
    let phone = ("phone", "07700 900 982");
    asked(&[phone], "phone", "Is it safe to call or text you on this number?");
    asked(&[("safe-to", "voicemail")], "phone", "Enter your phone number");
    asked(&[("email", "a@b.example")], "email", "Is it safe to email you?");
    asked(&[("safe-to", "email")], "email", "Enter your email address");
    asked(&[phone, ("safe-to", "text"), ("no-contact", "yes")], "safe-to", "Take one of them away");
}

#[test]
fn a_postcode_that_is_not_known_is_asked_about_and_kept_if_the_family_says_so() {
    for (typed, words) in [
        ("CM1 1ZZ", "We cannot find this postcode. Is it new?"),
        ("EH1 1BB", "This postcode is not in England"),
    ] {
        let mut visitor = at("/form/where");
        visitor.answer(&Answers::of(&[("where", "address"), ("postcode", typed)]));
        assert_eq!(visitor.path, "/form/where");
        let (link, said) = visitor.errors().remove(0);
        assert_eq!(link, "#postcode");
        assert!(said.contains(words), "{said}");
        let keep = [("where", "address"), ("postcode", typed), ("postcode-kept", typed)];
        visitor.answer(&Answers::of(&keep));
        assert_eq!(visitor.path, "/form/council", "{:?}", visitor.errors());
        // Another postcode is another question.
        visitor.get("/form/where");
        let other = [("postcode", "CM1 1ZY"), ("postcode-kept", typed)];
        visitor.answer(&Answers::of(&other));
        assert_eq!(visitor.path, "/form/where");
    }
    let mut visitor = at("/form/where");
    visitor.answer(&Answers::of(&[("postcode", "12345")]));
    assert!(visitor.errors()[0].1.starts_with("Enter a UK postcode"), "{:?}", visitor.errors());
}

#[test]
fn a_text_that_is_too_long_is_kept_whole_and_named() {
    let long = "ক".repeat(5_000);
    let mut visitor = at("/form/words");
    visitor.answer(&Answers::of(&[("what-is-happening", &long)]));
    assert_eq!(visitor.path, "/form/words");
    assert_eq!(visitor.errors()[0].0, "#what-is-happening", "the long answer is named");
    let kept = visitor.form().fields;
    assert!(kept.contains(&("what-is-happening".to_owned(), long)), "nothing is lost");
}

#[test]
fn what_is_far_too_long_is_kept_from_its_beginning_and_loses_nothing_else() {
    let mut visitor = at("/form/words");
    visitor.answer(&Answers::of(&[("what-would-help", "A friend.")]));
    visitor.get("/form/words");
    let mut form = visitor.form();
    form.fields.push(("who-else-helps".to_owned(), "My mother.".to_owned()));
    form.fields.push(("what-is-happening".to_owned(), "x".repeat(20_001)));
    visitor.post(&form.action, &form.fields);
    assert_eq!(visitor.path, "/form/words");
    assert_eq!(visitor.errors()[0].0, "#what-is-happening", "the long answer is named");
    let kept = visitor.form().fields;
    for (name, value) in
        [("who-else-helps", "My mother."), ("what-is-happening", &"x".repeat(20_000))]
    {
        assert!(kept.contains(&(name.to_owned(), value.to_owned())), "{name}");
    }
    form.fields.push(("what-is-happening".to_owned(), "x".repeat(800_000)));
    let refused = visitor.answer_to_post(&form.action, &form.fields);
    assert_eq!(refused.status, 413);
    assert_eq!(refused.header("content-type"), Some("text/html; charset=utf-8"));
    visitor.get("/form/words");
    let kept = visitor.form().fields;
    assert!(kept.contains(&("what-would-help".to_owned(), "A friend.".to_owned())), "{kept:?}");
}

#[test]
fn change_leads_back_to_all_answers_with_what_was_changed() {
    let child = unique();
    let mut visitor = at_check(stack(), &filled(&child, &[]));
    visitor.get("/form/name");
    assert!(visitor.page.body.contains("href=\"/check\""), "Back leads where one was");
    visitor.answer(&Answers::of(&[("given-name", "Gurpreet")]));
    assert_eq!(visitor.path, CHECK);
    assert!(visitor.page.body.contains("<bdi>Gurpreet</bdi>"), "{:?}", visitor.page);
    // An answer that makes another page apply leads there first.
    visitor.get("/form/who");
    visitor.answer(&Answers::of(&[("who", "helped_by")]));
    assert_eq!(visitor.path, "/form/helper");
    visitor.walk(&filled(&child, &[("helper-setting", "Library"), ("family-asked", "agreed")]));
    reference(visitor.send());
    let entries = entries_of(&child, "essex-chelmsford");
    let referral = &entries[0]["referrals"][0]["referral"];
    assert_eq!(referral["referrer"]["helped_by"]["setting"], "Library");
    assert_eq!(referral["agreement"]["status"], "agreed");
    assert_eq!(referral["adults"][0]["name"]["given"], "Gurpreet");
}

#[test]
fn of_four_children_one_is_taken_away_and_the_others_keep_their_own_answers() {
    let names = [(); 4].map(|()| unique());
    let more: Vec<(String, &str)> = names
        .iter()
        .enumerate()
        .flat_map(|(at, name)| {
            let number = at + 1;
            [
                (format!("child-{number}-given-name"), name.as_str()),
                (format!("child-{number}-birth"), "about"),
                (format!("child-{number}-age"), ["2", "4", "6", "8"][at]),
            ]
        })
        .collect();
    let more: Vec<(&str, &str)> = more.iter().map(|(name, value)| (&**name, *value)).collect();
    let mut visitor = at_check(stack(), &filled(&names[0], &more));
    visitor.get("/form/children");
    let mut form = visitor.form();
    form.fields.push(("remove".to_owned(), "2-of-4".to_owned()));
    // A second press takes no other child away.
    for _ in 0..2 {
        visitor.post("/form/children", &form.fields);
        assert_eq!(visitor.path, "/form/children");
    }
    visitor.answer(&Answers::default());
    reference(visitor.send());
    let entries = entries_of(&names[0], "essex-chelmsford");
    let children = &entries[0]["referrals"][0]["referral"]["children"];
    let told: Vec<_> = children.as_array().unwrap().iter().collect();
    let name = |at: usize| told[at]["name"]["given"].as_str().unwrap();
    assert_eq!([name(0), name(1), name(2)], [&*names[0], &*names[2], &*names[3]]);
    let year = |at: usize| told[at]["born_about"].as_str().unwrap().parse::<i32>().unwrap();
    assert_eq!([year(0) - year(1), year(1) - year(2)], [4, 2]);
    assert_eq!(told.len(), 3);
}

#[test]
fn a_young_person_is_told_who_will_know_and_is_never_asked_about_children() {
    let name = unique();
    let mut visitor = begun();
    let answers = filled("nobody", &[("who", "self_young_person"), ("given-name", &name)]);
    let answers = answers.with(&[("own-age", "15"), ("family-name", &name)]);
    visitor.answer(&answers);
    assert_eq!(visitor.path, "/form/young");
    let page = &visitor.page.body;
    assert!(page.contains("0800 1111") && page.contains("We do not tell your parents"), "{page}");
    visitor.walk(&answers);
    assert!(!visitor.walked.iter().any(|path| path.contains("child")), "{:?}", visitor.walked);
    visitor.get("/form/children");
    assert_eq!(visitor.path, CHECK, "the page does not apply");
    reference(visitor.send());
    let entry = &entries_of(&name, "essex-chelmsford")[0]["referrals"][0]["referral"];
    assert_eq!(entry["referrer"]["kind"], "self_young_person");
    assert_eq!(entry["children"][0]["name"]["given"], name.as_str());
}

#[test]
fn a_family_that_does_not_agree_yet_is_read_by_the_triage() {
    let child = unique();
    let more = [("agree", "not-yet"), ("agree-reason", "Who will read it?")];
    reference(&sent(&filled(&child, &more)));
    let entry = &entries_of(&child, "essex-triage")[0]["referrals"][0]["referral"];
    assert_eq!(entry["agreement"]["status"], "declined");
    assert_eq!(entry["agreement"]["reason"], "Who will read it?");
}

#[test]
fn bodies_that_are_no_form_and_forms_of_another_site_are_refused_with_a_page() {
    let visitor = at("/form/name");
    let form = visitor.form();
    let html = Some("text/html; charset=utf-8");
    let page = stack().post("/form/name").body("application/json", "{}").send();
    assert_eq!((page.status, page.header("content-type")), (415, html));
    for path in ["/form/name", "/send", "/start"] {
        for (name, value) in [
            ("sec-fetch-site", "cross-site"),
            ("sec-fetch-site", "same-site"),
            ("origin", "https://elsewhere.example"),
        ] {
            let page = stack().post(path).header(name, value).form(&form.fields).send();
            assert_eq!((page.status, page.header("content-type")), (403, html), "{page:?}");
        }
    }
}

#[test]
fn pages_that_are_not_there_are_not_found() {
    let mut visitor = begun();
    for path in ["/form/nothing", "/form/child/2", "/form/child/0", "/form/child/x", "/form/name/1"]
    {
        assert_eq!(visitor.get(path).status, 404, "{path}");
    }
    assert_eq!(visitor.get("/form/child/1").status, 200);
}
