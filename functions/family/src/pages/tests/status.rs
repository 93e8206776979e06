//! Tests of the pages on which a family asks how its request is getting on, and adds to it.

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
    let secret = referral::StatusSecret::parse(SECRET).unwrap();
    let found = Lookup::found(&reference(), secret);
    for page in [
        status(&english(), &found),
        note(&english(), Kind::More, &found, "0123", false),
        locked(&english()),
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
        let lookup = Lookup::default().refused("One more <thing>".to_owned(), why);
        let page = in_one_line(&note(&english(), Kind::More, &lookup, "0123", false));
        assert!(page.contains(words) && page.contains("One more &lt;thing&gt;"), "{page}");
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
        in_one_line(&added(&english(), Kind::Withdraw)).contains("Until then, nothing changes")
    );
}
