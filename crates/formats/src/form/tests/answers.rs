//! Tests of what the answers of each kind of person mean.

use referral::Birth;

use super::*;

const FORM: &str = "who=self_parent&given-name=Amina&needs=not_sure";

fn birth(child: &str) -> Birth {
    let referral = read_body(&format!("{FORM}&child-1-given-name=T{child}")).unwrap();
    referral.children.iter().next().unwrap().birth
}

#[test]
fn a_year_a_month_or_an_age_is_no_date_of_birth() {
    for (child, about) in [
        ("&child-1-year=2021", "2021"),
        ("&child-1-birth=born&child-1-month=March&child-1-year=2021", "2021-03"),
        ("&child-1-birth=about&child-1-age=about+3", "2023"),
        ("&child-1-age=18+months", "2025-05"),
        ("&child-1-age=2021", "2021"),
    ] {
        let Birth::About(read) = birth(child) else { panic!("{child}") };
        assert_eq!(read.as_text(), about, "{child}");
    }
    let Birth::Born(born) = birth("&child-1-birth=about&child-1-age=3rd+April+2021") else {
        panic!()
    };
    assert_eq!(born.day(), date(2021, 4, 3));
}

#[test]
fn only_what_was_typed_for_the_chosen_answer_counts() {
    let typed =
        "&child-1-day=3&child-1-month=4&child-1-year=2021&child-1-due=1+2+2027&child-1-age=4";
    assert!(matches!(birth(&format!("{typed}&child-1-birth=born")), Birth::Born(_)));
    assert!(matches!(birth(&format!("{typed}&child-1-birth=due")), Birth::Due(_)));
    assert!(matches!(birth(&format!("{typed}&child-1-birth=about")), Birth::About(_)));
    assert_eq!(birth(&format!("{typed}&child-1-birth=not-sure")), Birth::NotKnown);
    assert!(matches!(birth(typed), Birth::Born(_)), "nothing was chosen, so the first counts");
    // Without a script every box is there: one that is filled in counts where the chosen one is empty.
    let other = "&child-1-birth=about&child-1-day=1&child-1-month=1&child-1-year=2021";
    assert!(matches!(birth(other), Birth::Born(_)));
    assert_eq!(birth(&other.replace("about", "not-sure")), Birth::NotKnown);
}

#[test]
fn an_error_of_a_birth_is_beside_the_field_that_was_filled_in() {
    for (child, field, code) in [
        ("&child-1-birth=born&child-1-year=2999", "child-1-day", "date_in_future"),
        ("&child-1-birth=born&child-1-year=21", "child-1-year", "year_in_two_digits"),
        ("&child-1-birth=born&child-1-day=3/4/21", "child-1-year", "year_in_two_digits"),
        ("&child-1-birth=about&child-1-age=big", "child-1-age", "age_not_read"),
        ("&child-1-birth=due&child-1-due=March+2027", "child-1-due", "due_day_missing"),
        ("&child-1-birth=due&child-1-due=3/4/2029", "child-1-due", "due_date_too_late"),
    ] {
        let told = told(&format!("{FORM}{child}"));
        assert_eq!(told, [(field.to_owned(), code)], "{child}");
    }
}

#[test]
fn a_baby_on_its_way_is_a_child_without_a_name_or_a_day() {
    let referral = read_body(&format!("{FORM}&child-1-birth=due")).unwrap();
    assert_eq!(referral.children.iter().next().unwrap().birth, Birth::NotKnown);
    assert_eq!(told(&format!("{FORM}&child-1-birth=not-sure"))[0].0, "children-not-known");
}

#[test]
fn nobody_agrees_in_the_place_of_a_family() {
    let status = |answers: &str| {
        let body = format!("given-name=A&needs=not_sure&child-1-given-name=T{answers}");
        read_body(&body).unwrap().agreement
    };
    for who in ["relative", "friend", "helped_by"] {
        let agreement = |more: &str| status(&format!("&who={who}{more}"));
        assert_eq!(agreement("").status, AgreementStatus::NotAsked);
        assert_eq!(agreement("&agree=yes").status, AgreementStatus::NotAsked);
        assert_eq!(agreement("&family-asked=not-safe").status, AgreementStatus::NotAskedUnsafe);
        let agreed = agreement("&family-asked=agreed&asked-of=parent");
        assert_eq!(agreed.by, Some(AgreementBy::ParentWithPr));
    }
    assert_eq!(status("&who=self_parent&family-asked=said-no").status, AgreementStatus::Agreed);
}

#[test]
fn a_family_that_does_not_agree_yet_is_not_refused() {
    let referral =
        read_body(&format!("{FORM}&child-1-given-name=T&agree=not-yet&agree-reason=Who+reads+it?"));
    let referral = referral.unwrap();
    assert_eq!(referral.agreement.status, AgreementStatus::Declined);
    assert_eq!(referral.agreement.reason.as_ref().unwrap().as_str(), "Who reads it?");
    assert_eq!(referral.lane(), Lane::NotAgreed);
}

#[test]
fn a_relative_is_one() {
    let body =
        "who=relative&given-name=N&needs=not_sure&child-1-given-name=T&relationship=grandparent";
    let referral = read_body(body).unwrap();
    assert_eq!(referral.referrer.kind, ReferrerKind::Relative);
    assert!(referral.referrer.helped_by.is_none());
    let friend = read_body(&body.replace("relative", "friend")).unwrap();
    assert_eq!(friend.referrer.kind, ReferrerKind::FriendOrNeighbour);
}

#[test]
fn whoever_comes_in_is_not_to_be_reached() {
    let form = format!("{FORM}&child-1-given-name=T&no-contact=yes");
    let referral = read_body(&form).unwrap();
    assert_eq!(referral.adults[0].safe_contact.methods, Some(Vec::new()));
    assert!(!referral.can_be_reached());
    // A number may be given beside it, and is not used.
    assert!(!read_body(&format!("{form}&phone=07700900982")).unwrap().can_be_reached());
    let both = format!("{form}&phone=07700900982&safe-to=call");
    assert_eq!(told(&both), [("safe-to".to_owned(), "conflict")]);
    // A worry is taken, and no way that is in doubt is used.
    let worry = read_body(&format!("{both}&someone-may-be-hurt=yes")).unwrap();
    assert!(!worry.can_be_reached());
    assert_eq!(worry.as_given[0].text.as_ref().unwrap().expose(), "call");
}

#[test]
fn own_words_are_a_need() {
    let referral =
        read_body("who=self_parent&child-1-given-name=T&what-is-happening=Nothing+works").unwrap();
    assert!(referral.needs.contains(Need::NotSure));
}

#[test]
fn a_young_person_tells_their_own_age_and_no_child_s() {
    let form = "who=self_young_person&given-name=Jo&needs=youth_support&child-1-given-name=Other";
    let child = |more: &str| {
        let referral = read_body(&format!("{form}{more}")).unwrap();
        assert_eq!(referral.children.len(), 1);
        referral.children.iter().next().unwrap().clone()
    };
    let jo = child("&own-age=15&own-send=yes");
    assert_eq!(jo.name.unwrap().full(), "Jo");
    assert!(matches!(jo.birth, Birth::About(about) if about.year() == 2011));
    assert_eq!(jo.send, referral::SendStatus::Support);
    assert!(matches!(child("&own-age=3/4/2011").birth, Birth::Born(_)));
    let wrong = told(&format!("{form}&own-age=old&given-name=x"));
    assert_eq!(wrong, [("own-age".to_owned(), "age_not_read")]);
}
