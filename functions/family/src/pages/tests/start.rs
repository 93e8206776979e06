//! Tests of the start page and of the page with the numbers to call.

use super::*;

#[test]
fn the_start_page_begins_either_way_by_a_post() {
    let page = start(&english(), None, None, &[]);
    let tags = tags(&page);
    let form = tags.iter().find(|tag| tag.name == "form").unwrap();
    assert_eq!((form.get("method"), form.get("action")), ("post", "/start"));
    let ways: Vec<_> =
        tags.iter().filter(|tag| tag.get("name") == "way").map(|tag| tag.get("value")).collect();
    assert_eq!(ways, ["short", "full"]);
}

#[test]
fn safety_comes_before_the_buttons() {
    let page = in_one_line(&start(&english(), None, None, &[]));
    let at = |words: &str| page.find(words).unwrap_or_else(|| panic!("{words}"));
    let order = ["<h1>", "tel:999", "Is it safe to use this device?", "action=\"/start\""].map(at);
    assert!(order.is_sorted(), "{order:?}");
    assert!(page.contains("deletes what you typed") && page.contains("does not clear the list"));
}

#[test]
fn hubs_are_told_where_one_authority_is_served_or_known() {
    let one = places();
    let phones = crate::home_area::hub_phones(None, &one, TODAY);
    assert_eq!(phones.len(), 3);
    let page = start(&english(), None, None, &phones);
    assert!(page.contains("Portman Family Hub") && page.contains("tel:02079460112"));

    let essex = include_str!("../../../../../localities/essex.toml");
    let westminster = include_str!("../../../../../localities/westminster.toml");
    let files = [("essex.toml", essex), ("westminster.toml", westminster)];
    let files = files.map(|(name, text)| (name.to_owned(), text.to_owned()));
    let two = Places { localities: Localities::parse(files).unwrap(), index: index().into() };
    assert!(crate::home_area::hub_phones(None, &two, TODAY).is_empty());
    let form = crate::tests::form(crate::draft::Way::Short, &near());
    assert_eq!(crate::home_area::hub_phones(Some(&form), &two, TODAY), phones);
}

#[test]
fn a_lost_form_is_told_of_gently_and_one_that_goes_on_is_led_to() {
    let told = |missing| start(&english(), Some(missing), None, &[]);
    assert!(told(Missing::Another).contains("another tab"));
    assert!(told(Missing::Ended).contains("no longer have what you typed"));
    assert!(!told(Missing::NotBegun).contains("another tab"));
}

#[test]
fn beside_a_form_that_was_begun_the_button_that_stands_out_is_the_one_that_goes_on() {
    let page = start(&english(), None, Some(&begun("/form/name")), &[]);
    let buttons = html::selected(&page, "main .govuk-button");
    let is_green = |tag: &&Tag| !tag.get("class").contains("secondary");
    let green: Vec<_> = buttons.iter().filter(is_green).map(|tag| tag.get("href")).collect();
    assert_eq!(green, ["/form/name"]);
    // The buttons that begin again say that they delete.
    assert_eq!(page.matches("deletes what you typed)").count(), 2, "{page}");
    let sent = start(&english(), None, Some(&Begun { is_sent: true, ..begun("/sent") }), &[]);
    assert!(sent.contains("href=\"/sent\"") && !sent.contains("deletes what you typed)"));
}

#[test]
fn the_numbers_are_those_of_the_place_that_is_known() {
    let numbers_of = |answers: &[(&str, &str)]| {
        let form = crate::tests::form(crate::draft::Way::Short, answers);
        crate::home_area::phone_now(Some(&form), &places(), TODAY)
    };
    let here = numbers_of(&near());
    assert_eq!((&*here.in_hours, &*here.out_of_hours), ("020 7946 0101", "020 7946 0102"));
    let council = [(ask::WHERE.name, ask::WHERE_CONCEALED), (ask::COUNCIL.name, "E09000033")];
    assert_eq!(numbers_of(&council), here);
    for elsewhere in [&[][..], &[(ask::POSTCODE.name, "EH1 1AA")]] {
        assert_eq!(numbers_of(elsewhere), PhoneNow::national());
    }
    assert_eq!(crate::home_area::phone_now(None, &places(), TODAY), PhoneNow::national());
}

#[test]
fn the_page_of_numbers_leads_with_them_and_says_nothing_of_why() {
    let page = numbers(&english(), &phone(), Some(&begun("/form/help")));
    let at = |words: &str| page.find(words).unwrap_or_else(|| panic!("{words}"));
    let order = ["tel:999", "tel:02079460001", "tel:02079460002", "href=\"/form/help\""].map(at);
    assert!(order.is_sorted(), "{order:?}");
    assert!(!words(&page).contains("hurt or"), "{page}");
    let national = numbers(&english(), &PhoneNow::national(), None);
    for whose in ["(NSPCC Helpline)", "(police)", "tel:08088005000", "tel:101"] {
        assert!(national.contains(whose), "{whose}: {national}");
    }
}

#[test]
fn the_page_of_numbers_promises_a_first_reading_only_of_a_form_that_tells_of_danger() {
    const PROMISE: &str = "will read it first";
    let page = |begun: &Begun| in_one_line(&numbers(&english(), &phone(), Some(begun)));
    let unmarked = page(&begun("/form/help"));
    let tags = tags(&unmarked);
    let form = tags.iter().find(|tag| tag.name == "form").unwrap();
    assert_eq!((form.get("method"), form.get("action")), ("post", "/numbers"));
    assert!(unmarked.contains("If you press") && unmarked.contains("value=\"0a1b2c3d\""));
    assert!(!unmarked.contains(PROMISE), "{unmarked}");
    let marked = page(&Begun { tells_of_danger: true, ..begun("/form/help") });
    assert!(marked.contains(PROMISE) && !marked.contains("<form"));
    let sent = page(&Begun { is_sent: true, ..begun("/sent") });
    assert!(!sent.contains(PROMISE) && !sent.contains("<form"));
}
