//! Tests of the page that confirms a form: the advice, the numbers to call, the reference and the
//! code, and what happens next.

use super::*;

fn reached(more: &[(&str, &str)]) -> Vec<(&'static str, String)> {
    let way = [(ask::SAFE_TO.name, "text"), (ask::PHONE.name, "07700 900 982")];
    let all = [PARENT, &way, more].concat();
    let named = |(name, value): (&str, &str)| {
        let question = ask::IN_ORDER.iter().find(|question| question.name == name);
        (question.map_or("child-1-given-name", |question| question.name), value.to_owned())
    };
    all.into_iter().map(named).collect()
}

fn page_of(pairs: &[(&'static str, String)], phone: Option<PhoneNow>) -> String {
    let pairs: Vec<_> = pairs.iter().map(|(name, value)| (*name, value.as_str())).collect();
    confirmation_of(&pairs, phone)
}

#[test]
fn advice_comes_first_then_the_reference_then_numbers_then_what_happens() {
    let page = page_of(&reached(&[]), None);
    let at = |words: &str| page.find(words).unwrap_or_else(|| panic!("{words}"));
    let order = [
        "do not keep a copy",
        &reference().to_string(),
        "id=\"helplines\"",
        "What happens next",
        SECRET,
    ]
    .map(at);
    assert!(order.is_sorted(), "{order:?}");
    assert_eq!(page.matches("id=\"helplines\"").count(), 1);
}

#[test]
fn a_worry_leads_with_the_numbers_to_call() {
    let page = page_of(&reached(&[(ask::SOMEONE_MAY_BE_HURT.name, "yes")]), Some(phone()));
    let at = |words: &str| page.find(words).unwrap_or_else(|| panic!("{words}"));
    let order = [
        "<h1>Talk to someone now",
        "tel:02079460001",
        "tel:02079460002",
        "We have your form",
        "What happens next",
        "keep children safe",
    ]
    .map(at);
    assert!(order.is_sorted(), "{order:?}");
    assert!(
        !page.contains("Someone at a Family Hub will read") && !page.contains("nobody will call")
    );
}

#[test]
fn where_it_is_not_safe_nobody_is_told_how_to_keep_a_copy() {
    let careful = confirmation_of(&[PARENT, &[(ask::NEEDS.name, "domestic_abuse")]].concat(), None);
    assert!(careful.contains("Do not print it") && !careful.contains("take a picture, or print"));
    let plain = confirmation_of(PARENT, None);
    assert!(plain.contains("take a picture, or print") && !plain.contains("Do not print it"));
}

#[test]
fn the_day_follows_from_whether_it_can_wait() {
    // Today is a Saturday; the hub works from Monday to Friday.
    for (can_wait, day) in [
        ("yes", "by Friday 4 December"),
        ("not-sure", "by Tuesday 1 December"),
        ("no", "by Monday 30 November"),
    ] {
        let page = page_of(&reached(&[(ask::CAN_WAIT.name, can_wait)]), None);
        assert!(page.contains(day), "{can_wait}: {page}");
    }
    let may_be_danger = reached(&[(ask::NEEDS.name, "domestic_abuse")]);
    assert!(page_of(&may_be_danger, None).contains("by Tuesday 1 December"));
}

#[test]
fn without_a_safe_way_nobody_will_call() {
    let page = confirmation_of(PARENT, None);
    assert!(page.contains("nobody will call or write"));
    assert!(!page.contains("try to get in touch"));
    let worry = confirmation_of(PARENT, Some(phone()));
    assert!(worry.contains("call one of the numbers above") && !worry.contains("nobody will call"));
}

#[test]
fn hubs_nearby_are_told_with_phone_hours_and_distance() {
    let page = confirmation_of(&near(), None);
    for words in [
        "Family Hubs near you",
        "Bessborough Family Hub",
        "1 Bessborough Street, Pimlico",
        "About half a mile away",
        "tel:02079460111",
        "Monday to Friday, 09:00 to 17:00",
    ] {
        assert!(page.contains(words), "{words}: {page}");
    }
    let secret = [(ask::WHERE.name, ask::WHERE_CONCEALED), (ask::COUNCIL.name, "E09000033")];
    for nowhere in [PARENT.to_vec(), [PARENT, &secret].concat()] {
        assert!(!confirmation_of(&nowhere, None).contains("near you</h2>"));
    }
}

#[test]
fn nothing_that_was_typed_is_kept_for_the_page() {
    let typed = [
        (ask::GIVEN_NAME.name, "Canaryname"),
        (ask::PHONE.name, "07700 900 983"),
        (ask::SAFE_TO.name, "text"),
        (ask::WHAT_IS_HAPPENING.name, "Canarywords"),
        (ask::TOWN.name, "Canaryton"),
    ];
    let sent = confirmed(&[&near()[..], &typed].concat(), Some(phone()));
    let kept = serde_json::to_string(&sent).unwrap();
    for typed in ["Canary", "900 983", "900983", "Tobi", "SW1V 2AA", "SW1V2AA"] {
        assert!(!kept.contains(typed), "{typed}: {kept}");
    }
}

#[test]
fn answers_that_were_not_taken_are_named_and_never_repeated() {
    let unread = [
        (ask::SOMEONE_MAY_BE_HURT.name, "yes"),
        (ask::PHONE.name, "canary"),
        (ask::EMAIL.name, "canary"),
        (ask::LANGUAGE.name, "canary language"),
        ("child-1-day", "canary"),
    ];
    let page = confirmation_of(&[PARENT, &unread].concat(), Some(phone()));
    assert!(!page.to_lowercase().contains("canary"), "{page}");
    assert!(page.contains("a person will look at them"));
    for name in ["your phone number", "your email address", "which language to use with you"] {
        assert_eq!(page.matches(&format!("<li>{name}</li>")).count(), 1, "{name}: {page}");
    }
    assert!(!page.contains("another answer"), "{page}");

    let secret = [
        (ask::SOMEONE_MAY_BE_HURT.name, "yes"),
        (ask::POSTCODE.name, "ZZZSECUR"),
        (ask::TOWN.name, "Canaryton"),
    ];
    let page = confirmation_of(&[PARENT, &secret].concat(), Some(phone()));
    assert!(page.contains("have not kept:</p><ul><li>your address</li></ul>"), "{page}");
    assert!(!page.contains("Canaryton"));
}

#[test]
fn every_phone_link_dials_the_one_number_it_shows() {
    let mut links = 0;
    for page in every_page(&english()) {
        for link in page.split("<a href=\"tel:").skip(1) {
            let (number, rest) = link.split_once("\">").unwrap();
            let shown = rest.split_once("</a>").unwrap().0;
            assert!(shown.chars().all(|c| c.is_ascii_digit() || c == ' '), "{shown}");
            assert_eq!(shown.replace(' ', ""), number);
            links += 1;
        }
    }
    assert!(links > 100, "{links}");
}

#[test]
fn a_page_that_was_deleted_says_nothing_of_what_was_on_it() {
    let page = gone(&english());
    assert!(!page.contains(SECRET) && !page.contains(&reference().to_string()));
    assert!(page.contains("href=\"/status\""));
}

#[test]
fn a_message_is_told_of_only_where_one_was_chosen() {
    let words = "We will send you one message when a team has it.";
    let plain = confirmed(PARENT, None);
    assert!(!in_one_line(&sent(&english(), &plain, secret())).contains(words));
    let chosen = Sent { notice: true, ..plain };
    assert!(in_one_line(&sent(&english(), &chosen, secret())).contains(words));
}

#[test]
fn a_confirmation_that_an_earlier_version_kept_is_still_read() {
    let mut kept = serde_json::to_value(confirmed(PARENT, None)).unwrap();
    let fields = kept.as_object_mut().unwrap();
    fields.remove("notice").unwrap();
    fields.remove("for_others").unwrap();
    let read: Sent = serde_json::from_value(kept).unwrap();
    assert!(!read.notice && read.reference == reference());
}
