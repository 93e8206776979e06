//! Tests of the page that confirms a form: the reference, the numbers to call, and what happens
//! next.

use super::*;

#[test]
fn the_confirmation_shows_reference_phones_and_next_steps() {
    let receipt = receipt(Some(phone()));
    let reached = [PARENT, &[(ask::SAFE_TO.name, "text"), (ask::PHONE.name, "101")]].concat();
    let page = confirmation(&receipt, &Next::of(&referral(&reached)), &[]);
    assert!(page.contains(&receipt.reference.to_string()));
    assert!(page.contains("href=\"tel:02079460001\""));
    assert!(page.contains("keep children safe"));
    assert!(!page.contains("Someone at a Family Hub will read"));
}

#[test]
fn a_postcode_is_told_only_if_it_was_read_for_another() {
    let exists = |postcode: referral::Postcode| postcode.as_str() == "SW1V 2AA";
    let shown = |typed: &str| {
        let context = formats::Context { today: TODAY, exists: &exists };
        let pairs = [PARENT, &[(ask::POSTCODE.name, typed)]].concat();
        let referral = form::read(pairs, context).unwrap();
        confirmation(&receipt(None), &Next::of(&referral), &[])
    };
    let read = "We read your postcode as <strong>SW1V 2AA</strong>";
    assert!(shown("SWIV 2AA").contains(read) && shown("sw1v 2aa London").contains(read));
    assert!(!shown("sw1v2aa").contains("SW1V"));
}

/// A worry about somebody's safety, with answers that cannot be read.
pub(super) const UNREAD: &[(&str, &str)] = &[
    (ask::SOMEONE_MAY_BE_HURT.name, "yes"),
    (ask::GIVEN_NAME.name, "Amina"),
    (ask::PHONE.name, "canary"),
    (ask::EMAIL.name, "canary"),
    (ask::SAFE_TO.name, "text"),
    (ask::SAFE_TO.name, "canary"),
    (ask::RELATIONSHIP.name, "canary"),
    (ask::POSTCODE.name, "canary"),
    (ask::COUNCIL.name, "canary"),
    (ask::LANGUAGE.name, "canary language"),
    (ask::ACCESS.name, "canary"),
    (ask::WHERE.name, "canary"),
    (ask::CAN_WAIT.name, "canary"),
    (ask::NEEDS.name, "canary"),
    ("child-1-day", "canary"),
    ("child-2-day", "canary"),
    ("child-3-not-born", "yes"),
    ("child-3-day", "canary"),
];

#[test]
fn a_worry_is_told_which_answers_were_kept_and_never_what_they_say() {
    let long = "canary".repeat(400);
    let texts = ask::IN_ORDER.iter().map(|question| question.name).filter(|name| {
        ![ask::WHO.name, ask::SOMEONE_MAY_BE_HURT.name].contains(name)
            && UNREAD.iter().all(|(known, _)| known != name)
    });
    let mut pairs = [PARENT, UNREAD].concat();
    pairs[0] = (ask::WHO.name, ask::WHO_HELPED);
    pairs.extend(texts.map(|name| (name, long.as_str())));
    pairs.push(("child-1-family-name", &long));
    let page = confirmation(&receipt(Some(phone())), &Next::of(&referral(&pairs)), &[]);
    assert!(!page.to_lowercase().contains("canary"), "{page}");
    assert!(page.contains("a person will look at them"), "{page}");
    for name in [
        "your phone number",
        "your email address",
        "which ways are safe for you",
        "what you are to the children",
        "your postcode",
        "your address",
        "your town or city",
        "your council",
        "which language to use with you",
        "what would make it easier for you",
        "where you live",
        "whether it can wait a few days",
        "what you would like help with",
        "the name of a child",
        "a child’s date of birth, or the date your baby is due",
        "your last name",
        "when is a good time",
        "who must not find out",
        "what is happening",
        "what would help most",
        "what you have tried",
        "who helps you now",
        "where the helper is",
        "who the helper works or volunteers for",
        "the helper’s name",
    ] {
        assert_eq!(page.matches(&format!("<li>{name}</li>")).count(), 1, "{name}: {page}");
    }
    assert!(!page.contains("another answer"), "every question has words of its own");
    assert!(page.contains("We do not have a safe way"), "a list that is not read names no way");
}

#[test]
fn a_family_is_told_that_its_secret_address_was_left_out() {
    let secret = [
        (ask::SOMEONE_MAY_BE_HURT.name, "yes"),
        (ask::POSTCODE.name, "ZZZSECUR"),
        (ask::TOWN.name, "Canaryton"),
    ];
    let secret = [PARENT, &secret].concat();
    let page = confirmation(&receipt(Some(phone())), &Next::of(&referral(&secret)), &[]);
    assert!(page.contains("have not kept:</p><ul><li>your address</li></ul>"), "{page}");
    assert!(!page.contains("Canaryton") && !page.contains("look at them"));
    let plain = confirmation(&receipt(None), &Next::of(&referral(PARENT)), &[]);
    assert!(!plain.contains("kept"), "{plain}");
}

#[test]
fn a_ticked_way_without_its_number_reaches_nobody() {
    let ticked = |more: &[(&str, &str)]| {
        let worry = [(ask::SOMEONE_MAY_BE_HURT.name, "yes"), (ask::SAFE_TO.name, "text")];
        let pairs = [PARENT, &worry, more].concat();
        confirmation(&receipt(Some(phone())), &Next::of(&referral(&pairs)), &[])
    };
    for page in [ticked(&[]), ticked(&[(ask::EMAIL.name, "a@b.example")])] {
        assert!(page.contains("call one of the numbers above"), "{page}");
        assert!(!page.contains("try to get in touch"));
    }
    assert!(ticked(&[(ask::PHONE.name, "101")]).contains("try to get in touch"));
}

#[test]
fn every_phone_link_dials_the_one_number_it_shows() {
    let mut dialled = BTreeSet::new();
    for page in every_page() {
        for link in page.split("<a href=\"tel:").skip(1) {
            let (number, rest) = link.split_once("\">").unwrap();
            let shown = rest.split_once("</a>").unwrap().0;
            assert!(shown.chars().all(|c| c.is_ascii_digit() || c == ' '), "{shown}");
            assert_eq!(shown.replace(' ', ""), number);
            dialled.insert(number.to_owned());
        }
    }
    let national = ["999", "111", "0800 1111", "0808 2000 247", "116 123", "0808 800 5000", "101"];
    let local = ["020 7946 0001", "020 7946 0002", "020 7946 0103"];
    let expected = national.into_iter().chain(local);
    assert_eq!(dialled, expected.map(|number| number.replace(' ', "")).collect());
}

#[test]
fn national_numbers_name_their_service() {
    let page =
        confirmation(&receipt(Some(PhoneNow::national())), &Next::of(&referral(PARENT)), &[]);
    for whose in ["</a> (NSPCC Helpline)", "</a> (police)"] {
        assert!(page.contains(whose), "{whose}");
    }
}

#[test]
fn the_promised_time_follows_from_whether_it_can_wait() {
    for (can_wait, within) in [
        ("yes", "within 5 working days"),
        ("not-sure", "within 2 working days"),
        ("no", "today, or"),
    ] {
        let asked = [
            PARENT,
            &[
                (ask::SAFE_TO.name, "text"),
                (ask::PHONE.name, "101"),
                (ask::CAN_WAIT.name, can_wait),
            ],
        ]
        .concat();
        let page = confirmation(&receipt(None), &Next::of(&referral(&asked)), &[]);
        assert!(page.contains(within), "{within}");
    }
}

#[test]
fn somebody_who_may_be_in_danger_is_not_left_for_days() {
    for need in ["domestic_abuse", "exploitation_and_offending"] {
        for can_wait in ["yes", ""] {
            let asked = [
                (ask::NEEDS.name, need),
                (ask::PHONE.name, "07700 900 982"),
                (ask::SAFE_TO.name, "text"),
                (ask::CAN_WAIT.name, can_wait),
            ];
            let asked = [PARENT, &asked].concat();
            let page = confirmation(&receipt(None), &Next::of(&referral(&asked)), &[]);
            assert!(page.contains("within 2 working days"), "{need} {can_wait}");
        }
    }
}

#[test]
fn a_worry_is_not_told_that_nobody_will_come() {
    let page = confirmation(&receipt(Some(phone())), &Next::of(&referral(PARENT)), &[]);
    assert!(page.contains("call one of the numbers above") && !page.contains("nobody will"));
}

#[test]
fn without_a_safe_way_nobody_will_call() {
    let page = confirmation(&receipt(None), &Next::of(&referral(PARENT)), &[]);
    assert!(page.contains("nobody will call or write"));
    assert!(!page.contains("try to get in touch"));
}

#[test]
fn hubs_nearby_are_listed_when_there_are_any() {
    let page = |hubs: &[Nearby]| confirmation(&receipt(None), &Next::of(&referral(PARENT)), hubs);
    let listed = page(&hubs());
    for words in ["Family Hubs near you", "Portman Family Hub", "12-18 Salisbury Street", "NW8 8DE"]
    {
        assert!(listed.contains(words), "{words}");
    }
    assert!(listed.contains("&lt;b&gt;Queen’s") && !listed.contains("<b>Queen’s"));
    assert!(!page(&[]).contains("near you</h2>"));
}
