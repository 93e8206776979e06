//! Tests of the pages on which a family asks how its request is getting on, and adds to it.

use jiff::civil::date;

use super::*;

#[test]
fn what_is_wrong_is_said_above_and_beside_its_field() {
    let unread = vec![
        ("reference".to_owned(), "reference_not_recognised".to_owned()),
        ("secret".to_owned(), "required".to_owned()),
    ];
    let page = in_one_line(&status(&english(), &Lookup::typed("abc <b>", Outcome::Unread(unread))));
    for (id, words) in [("reference", "Check your reference"), ("secret", "Enter your code")] {
        assert_eq!(page.matches(words).count(), 2, "{words}: {page}");
        assert!(page.contains(&format!("href=\"#{id}\"")));
    }
    assert!(page.contains("value=\"abc &lt;b&gt;\""));
}

#[test]
fn the_code_is_never_shown_again() {
    let found = Lookup::found(&reference(), secret());
    for page in [
        status(&english(), &found),
        note(&english(), Kind::More, &found, "0123", false),
        locked(&english(), &[]),
    ] {
        assert!(!page.contains(SECRET), "{page}");
    }
}

#[test]
fn a_wrong_code_an_unknown_reference_and_an_expired_one_are_told_alike() {
    let page = in_one_line(&status(&english(), &Lookup::typed("x", Outcome::NotFound)));
    assert!(page.contains("cannot find a request with this reference and code"));
}

#[test]
fn words_that_could_not_be_added_are_shown_again_with_the_reason() {
    for (why, words) in [
        (Refused::Empty, "Write what you would like to add"),
        (Refused::TooLong, "This is too long"),
        (Refused::NotSaved, "Nothing is lost"),
        (Refused::Another, "another request in another tab"),
    ] {
        let lookup = Lookup::default().refused(unsent(Kind::More, "One more <thing>"), why);
        let page = in_one_line(&note(&english(), Kind::More, &lookup, "0123", false));
        assert!(page.contains(words) && page.contains("One more &lt;thing&gt;"), "{page}");
        let tags = tags(&page);
        let danger = tags.iter().find(|tag| tag.get("name") == "someone-may-be-hurt").unwrap();
        assert!(danger.attributes.contains_key("checked"), "{page}");
        assert!(page.contains("There is a problem"));
    }
    let tags = tags(&note(&english(), Kind::More, &Lookup::default(), "0123", false));
    let area = tags.iter().find(|tag| tag.name == "textarea").unwrap();
    assert_eq!(area.get("dir"), "auto");
}

#[test]
fn nobody_is_made_to_stop_unseen() {
    let page = in_one_line(&note(&english(), Kind::Withdraw, &Lookup::default(), "0123", false));
    assert!(
        page.contains("A person will check with you first") && page.contains("making you stop")
    );
    assert!(
        in_one_line(&added(&english(), Kind::Withdraw, None))
            .contains("Until then, nothing changes")
    );
}

#[test]
fn a_note_may_tell_of_danger_and_then_the_numbers_lead() {
    let page = note(&english(), Kind::More, &Lookup::default(), "0123", false);
    assert!(page.contains("tel:999") && page.contains("name=\"someone-may-be-hurt\""));
    let withdraw = note(&english(), Kind::Withdraw, &Lookup::default(), "0123", false);
    assert!(!withdraw.contains("name=\"someone-may-be-hurt\""));
    let told = added(&english(), Kind::More, Some(&phone()));
    let at = |words: &str| told.find(words).unwrap_or_else(|| panic!("{words}: {told}"));
    assert!(at("tel:02079460001") < at("We have added it"));
    assert!(!added(&english(), Kind::More, None).contains("tel:02079460001"));
}

#[test]
fn who_is_locked_out_can_call_and_words_that_were_kept_are_shown() {
    let hubs = [HubPhone { name: "Portman".to_owned(), phone: "020 7946 0112".to_owned() }];
    let page = locked(&english(), &hubs);
    assert!(page.contains("tel:02079460112") && page.contains("href=\"/about/contact\""));
    let page = status(&english(), &kept_words(unsent(Kind::More, "We <moved>")));
    assert!(page.contains("We &lt;moved&gt;"), "{page}");
}

#[test]
fn a_reference_is_read_from_left_to_right_in_every_language() {
    let found = Lookup::found(&reference(), secret());
    for page in [
        note(&urdu(), Kind::More, &found, "0123", false),
        sent(&urdu(), &confirmed(PARENT, None), secret()),
    ] {
        let before = page.split(&reference().as_str()).next().unwrap();
        assert!(before.rsplit("<span").next().unwrap().contains("dir=\"ltr\""), "{page}");
    }
}

#[test]
fn another_note_is_asked_for_where_one_was_added_before() {
    for page in
        [sent(&english(), &confirmed(PARENT, None), secret()), added(&english(), Kind::More, None)]
    {
        assert!(
            page.contains("href=\"/status/note?more=1\"")
                && !page.contains("href=\"/status/note\"")
        );
    }
}

/// The page of a request that is at a step, with the day that it is promised.
fn found_at(step: Step, in_touch_by: Option<Date>) -> String {
    let hubs = [HubPhone { name: "Portman".to_owned(), phone: "020 7946 0112".to_owned() }];
    in_one_line(&found(&english(), &request(&hubs, step, in_touch_by), TODAY))
}

#[test]
fn a_day_is_named_until_it_is_over() {
    let (friday, late) = (date(2026, 12, 4), "should have been in touch by now");
    for (by, words) in [(friday, "by Friday 4 December"), (TODAY, "by Saturday 28 November")] {
        let page = found_at(Step::WithATeam, Some(by));
        assert!(page.contains(words) && page.contains("only in the ways you said are safe"));
        assert!(page.contains("If you gave us no safe way") && !page.contains(late), "{page}");
        assert!(!page.contains("tel:02079460112"), "{page}");
    }
    let page = found_at(Step::WithATeam, Some(TODAY.yesterday().unwrap()));
    assert!(page.contains(late) && !page.contains("27 November"), "{page}");
    assert!(page.contains("tel:02079460112") && page.contains("href=\"/about/contact\""), "{page}");
}

#[test]
fn no_day_is_named_of_what_is_not_placed_or_was_stopped() {
    let page = found_at(Step::Received, None);
    assert!(page.contains("They will get in touch only in the ways you said are safe"), "{page}");
    let page = found_at(Step::Withdrawn, None);
    assert!(!page.contains("get in touch") && !page.contains("been in touch"), "{page}");
}
