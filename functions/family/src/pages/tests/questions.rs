//! Tests of the pages of the form: every one of them empty, filled in, and wrong.

use pipeline::telling::Chosen;
use referral::{EmailAddress, PhoneNumber};

use super::*;
use crate::draft::{Form, Way};
use crate::journey::{Asked, Journey, Place, Step};
use crate::notice::Offer;
use crate::tests::form as of;

const MARK: &str = "0123abcd";

const FILLED: &[(&str, &str)] = &[
    ("who", "self_parent"),
    ("where", "address"),
    ("postcode", "SW1V 2AA"),
    ("address-line-1", "1 <b>High</b> Street"),
    ("given-name", "محمد"),
    ("family-name", "Nguyễn"),
    ("phone", "07700 900 982"),
    ("safe-to", "call"),
    ("child-1-given-name", "Oluwaseun"),
    ("child-1-birth", "born"),
    ("child-1-day", "1"),
    ("child-1-month", "1"),
    ("child-1-year", "2021"),
    ("child-2-birth", "due"),
    ("child-2-due", "27 March 2027"),
    ("child-3-given-name", "Gurpreet"),
    ("child-3-birth", "about"),
    ("child-3-age", "about 3"),
    ("needs", "parenting"),
    ("can-wait", "not-sure"),
    ("what-is-happening", "He does not sleep.\nNor do I."),
    ("agree", "yes"),
];

const WRONG: &[(&str, &str)] = &[
    ("where", "address"),
    ("postcode", "SW1V 9ZZ"),
    ("phone", "ring <b>\"me\"</b>"),
    ("safe-to", "call"),
    ("email", "a@"),
    ("own-age", "old"),
    ("child-1-birth", "born"),
    ("child-1-year", "21"),
    ("child-2-birth", "about"),
    ("child-2-age", "big"),
    ("child-3-birth", "due"),
    ("child-3-due", "soon"),
    ("can-wait", "perhaps"),
];

/// Every page of the form, each as it is drawn from the same answers.
fn drawn(visit: &Visit, form: &mut Form) -> Vec<(String, String)> {
    let index = index();
    let place = Place::of(&index);
    let mut asked: Vec<Asked> = Step::all(form.way)
        .iter()
        .filter(|step| step.is_shown(&form.answers))
        .map(|step| Asked { step, number: None })
        .collect();
    if asked.iter().any(|asked| asked.step.is_list()) {
        let child = Step::named(form.way, "child").unwrap();
        asked.extend((1..=4).map(|number| Asked { step: child, number: Some(number) }));
    }
    let wrong = !form.tried.is_empty();
    if wrong {
        form.tried.extend(asked.iter().map(|asked| asked.step.noted(asked.number)));
    }
    let journey = Journey::of(form, &place, TODAY);
    let page =
        |asked: &Asked| (asked.step.address(asked.number), question(visit, &journey, *asked, MARK));
    let mut pages: Vec<_> = asked.iter().map(page).collect();
    pages.push(("/check".to_owned(), check(visit, &journey, &every_offer(), MARK)));
    pages
}

/// A message on each way.
fn every_offer() -> Vec<Offer> {
    let text = Chosen::FamilyText(PhoneNumber::parse("07700 900 982").unwrap());
    let email = Chosen::FamilyEmail(EmailAddress::parse("name@example.com").unwrap());
    vec![Offer { value: "text", chosen: text }, Offer { value: "email", chosen: email }]
}

/// The same form, whose pages were all sent.
fn tried(mut form: Form) -> Form {
    form.tried.insert("who".to_owned());
    form
}

fn forms() -> Vec<Form> {
    let who = |who| [WRONG, &[("who", who)]].concat();
    vec![
        of(Way::Short, &[]),
        of(Way::Short, FILLED),
        tried(of(Way::Short, WRONG)),
        of(Way::Full, &[]),
        of(Way::Full, FILLED),
        tried(of(Way::Full, WRONG)),
        tried(of(Way::Full, &who(ask::WHO_YOUNG_PERSON))),
        tried(of(Way::Full, &who(ask::WHO_HELPED))),
        tried(of(Way::Full, &[("where", ask::WHERE_CONCEALED), ("someone-may-be-hurt", "yes")])),
    ]
}

/// Every page of every kind of form; in other languages than English, of a form that is wrong.
pub(super) fn pages(visit: &Visit) -> Vec<String> {
    let mut forms = forms();
    if visit.language != Spoken::ENGLISH {
        forms = vec![tried(of(Way::Full, WRONG))];
    }
    forms.iter_mut().flat_map(|form| drawn(visit, form)).map(|(_, page)| page).collect()
}

fn page_of(form: Form, address: &str) -> String {
    let mut form = form;
    let pages = drawn(&english(), &mut form);
    pages.into_iter().find(|(at, _)| at == address).unwrap().1
}

#[test]
fn errors_are_in_the_summary_and_beside_the_field() {
    for (address, field) in [
        ("/form/where", "postcode"),
        ("/form/name", "given-name"),
        ("/form/contact", "phone"),
        ("/form/child/1", "child-1-year"),
        ("/form/child/2", "child-2-age"),
        ("/form/child/3", "child-3-due"),
        ("/form/child/4", "child-4-given-name"),
        ("/form/help", "needs"),
        ("/form/wait", "can-wait"),
        ("/form/agree", "agree"),
    ] {
        let page = page_of(tried(of(Way::Full, WRONG)), address);
        assert!(page.contains("There is a problem"), "{address}");
        let links: Vec<_> = html::selected(&page, ".govuk-error-summary__list a");
        assert_eq!(links[0].get("href"), format!("#{field}"), "{address}");
        for link in &links {
            let id = link.get("href").trim_start_matches('#');
            let beside = html::selected(&page, ".govuk-error-message");
            assert!(beside.iter().any(|error| error.text.ends_with(&link.text)), "{id}: {page}");
        }
    }
    let page = page_of(of(Way::Full, WRONG), "/form/contact");
    assert!(!page.contains("There is a problem"), "nothing is wrong before a page was sent");
}

#[test]
fn the_list_of_children_leads_to_the_child_that_is_wrong() {
    let page = page_of(tried(of(Way::Full, WRONG)), "/form/children");
    assert!(page.contains("href=\"/form/child/2#child-2-age\">Child 2: "), "{page}");
    let page = page_of(of(Way::Full, FILLED), "/form/children");
    for words in ["Oluwaseun", "Born 1 1 2021", "Child 2", "Due 27 March 2027", "About about 3"] {
        assert!(words == "About about 3" || page.contains(words), "{words}: {page}");
    }
    assert_eq!(html::selected(&page, "button[name=remove]").len(), 3);
}

#[test]
fn answers_are_kept_escaped_and_read_in_their_own_direction() {
    let page = page_of(of(Way::Full, WRONG), "/form/contact");
    assert!(page.contains("value=\"ring &lt;b&gt;&quot;me&quot;&lt;/b&gt;\""), "{page}");
    let page = page_of(of(Way::Full, FILLED), "/check");
    for words in ["<bdi>محمد</bdi>", "1 &lt;b&gt;High&lt;/b&gt; Street", "<bdi>Nor do I.</bdi>"]
    {
        assert!(page.contains(words), "{words}: {page}");
    }
    for name in ["given-name", "what-is-happening"] {
        let address = if name == "given-name" { "/form/name" } else { "/form/words" };
        let page = page_of(of(Way::Full, FILLED), address);
        let field = html::selected(&page, &format!("[name={name}]")).remove(0);
        assert_eq!(field.get("dir"), "auto", "{name}");
    }
}

#[test]
fn a_browser_keeps_nothing_of_a_page_and_a_form_says_whose_it_is() {
    for page in pages(&english()) {
        let form = html::selected(&page, "main form").remove(0);
        assert_eq!((form.get("method"), form.get("autocomplete")), ("post", "off"));
        let mark = html::selected(&page, "main form input[name=form]").remove(0);
        assert_eq!(mark.get("value"), MARK);
    }
}

#[test]
fn a_postcode_that_is_asked_about_can_be_kept_without_a_script() {
    let page = page_of(tried(of(Way::Short, WRONG)), "/form/where");
    let keep = html::selected(&page, "input[name=postcode-kept]").remove(0);
    assert_eq!(keep.get("value"), "SW1V 9ZZ");
    let page = page_of(of(Way::Short, FILLED), "/form/where");
    assert!(html::selected(&page, "input[name=postcode-kept]").is_empty());
}

#[test]
fn a_young_person_sees_childline_first_and_no_question_about_children() {
    let form = of(Way::Full, &[("who", ask::WHO_YOUNG_PERSON)]);
    let mut form = form;
    for (address, page) in drawn(&english(), &mut form) {
        assert!(!address.contains("child"), "{address}");
        if address == "/form/young" {
            let (before, _) = page.split_once("How old are you?").unwrap();
            assert!(before.contains("tel:08001111") && before.contains("who"), "{page}");
        }
    }
}

#[test]
fn all_answers_can_be_changed_and_the_short_way_offers_the_rest() {
    let page = page_of(of(Way::Short, FILLED), "/check");
    let links: Vec<_> =
        html::selected(&page, "main a").iter().map(|link| link.get("href").to_owned()).collect();
    for step in ["who", "where#postcode", "name#given-name", "contact#phone", "help#needs"] {
        assert!(links.contains(&format!("/form/{step}")), "{step}: {links:?}");
    }
    for more in ["address", "safety", "children", "wait", "words", "language"] {
        assert!(links.contains(&format!("/form/{more}")), "{more}: {links:?}");
    }
    let page = page_of(of(Way::Full, FILLED), "/check");
    assert!(page.contains("/form/child/3"), "{page}");
}

#[test]
fn somebody_who_asks_for_others_is_asked_about_them_and_offered_nothing_of_their_own() {
    let theirs = ["/form/helper", "/form/asked", "/form/who"];
    for who in [ask::WHO_RELATIVE, ask::WHO_FRIEND, ask::WHO_HELPED] {
        let wrong = [WRONG, &[("who", who)]].concat();
        let mut right = of(Way::Full, FILLED);
        right.answers.put("who", who);
        for mut form in [of(Way::Full, &[("who", who)]), tried(of(Way::Full, &wrong)), right] {
            for (address, page) in drawn(&english(), &mut form) {
                if theirs.contains(&&*address) || address == "/check" {
                    continue;
                }
                let told = html::selected(&page, "main form, .govuk-error-summary");
                let told: Vec<_> = told.into_iter().map(|tag| tag.text.to_lowercase()).collect();
                let told = told.join(" ").replace("in your own words", "");
                for word in told.split(|c: char| !c.is_alphabetic()) {
                    assert!(!["your", "my", "me"].contains(&word), "{who} {address}: {told}");
                }
                for field in html::selected(&page, "main form input[type=text]") {
                    assert_eq!(field.get("autocomplete"), "off", "{address} {}", field.get("name"));
                }
            }
        }
    }
}

#[test]
fn a_message_is_asked_about_only_where_it_is_offered_and_nothing_is_chosen_beforehand() {
    let (form, index) = (of(Way::Short, FILLED), index());
    let journey = Journey::of(&form, &Place::of(&index), TODAY);
    let radios = |page: &str| {
        let tags = tags(page).into_iter().filter(|tag| tag.get("name") == "notice");
        tags.collect::<Vec<_>>()
    };
    assert!(radios(&check(&english(), &journey, &[], MARK)).is_empty());
    let page = check(&english(), &journey, &every_offer(), MARK);
    let found = radios(&page);
    let values: Vec<_> = found.iter().map(|tag| tag.get("value")).collect();
    assert_eq!(values, ["none", "text", "email"]);
    assert!(found.iter().all(|tag| !tag.attributes.contains_key("checked")));
    let said = in_one_line(&words(&page));
    for part in ["no message", "text 07700 900 982", "email name@example.com"] {
        assert!(said.contains(part), "{part}: {said}");
    }
}
