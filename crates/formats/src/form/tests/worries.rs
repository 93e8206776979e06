//! Tests of worries about somebody's safety, which are taken even where a field cannot be read.

use super::*;

#[test]
fn a_worry_is_taken_even_if_fields_cannot_be_read() {
    let body = "who=self_parent&someone-may-be-hurt=yes&phone=next+door&safe-to=call&safe-to=shout\
        &postcode=the+flats&language=ours+and+yours&can-wait=perhaps&where=here&council=Westminster\
        &child-1-day=30&child-1-month=2&child-1-year=21&child-1-given-name=Tobi";
    let referral = read_body(body).unwrap();
    let kept: Vec<_> = referral
        .as_given
        .iter()
        .map(|one| (one.path.as_str(), one.text.as_ref().unwrap().expose().as_str()))
        .collect();
    let expected = [
        ("household.no_fixed_address", "here"),
        ("children[0].date_of_birth", "30 2 21"),
        ("household.authority", "Westminster"),
        ("household.address.postcode", "the flats"),
        ("household.language", "ours and yours"),
        ("adults[0].phone", "next door"),
        ("adults[0].safe_to", "call, shout"),
        ("urgency", "another"),
    ];
    assert_eq!(kept, expected);
}

#[test]
fn a_concern_needs_no_need_and_no_child() {
    let referral =
        read_body("who=self_parent&children-not-known=yes&someone-may-be-hurt=yes").unwrap();
    assert_eq!(referral.children, Children::NotKnown);
    assert_eq!(referral.lane(), Lane::Safeguarding);
}

#[test]
fn safe_ways_of_a_worry_are_read_whole_or_not_at_all() {
    let form = "who=self_parent&someone-may-be-hurt=yes&children-not-known=yes&phone=101";
    let methods = |ways: &str| {
        let referral = read_body(&format!("{form}{ways}")).unwrap();
        referral.adults[0].safe_contact.methods.clone()
    };
    assert_eq!(methods("&safe-to=call&safe-to=shout"), None);
    assert_eq!(methods("&safe-to=shout"), None);
    assert_eq!(methods("&safe-to=call"), Some(vec![ContactMethod::Call]));
}
