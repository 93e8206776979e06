//! Tests of the form as families fill it in.

mod answers;
mod languages;
mod worries;

use jiff::civil::{Date, date};
use proptest::prelude::*;
use proptest::sample::select;
use referral::{
    AgreementBy, AgreementStatus, Birth, Children, ContactMethod, Lane, Location, Need,
    ReferrerKind, Urgency,
};

use super::questions::{ACCESS, CHILD_GIVEN_NAME, IN_ORDER, NEEDS, OF_A_CHILD, SAFE_TO};
use super::*;

const TODAY: Date = date(2026, 11, 21);

const SIMPLE: &str = "who=self_parent&given-name=Amina&family-name=Okafor&phone=07700+900+982\
    &safe-to=text&safe-to=call&where=address&address-line-1=12+Example+Street&postcode=sw1v2aa\
    &child-1-given-name=Tobi&child-1-day=4&child-1-month=March&child-1-year=2021\
    &child-3-birth=due&child-3-due=1+feb+2027\
    &needs=parenting&needs=speech_and_language&can-wait=not-sure&token=left-alone";

fn read_body(body: &str) -> Result<Referral, Vec<FieldError>> {
    read(pairs(body.as_bytes()), TODAY)
}

fn told(body: &str) -> Vec<(String, &'static str)> {
    read_body(body).unwrap_err().into_iter().map(|e| (e.path, e.code)).collect()
}

#[test]
fn a_family_s_form_becomes_a_referral() {
    let referral = read_body(SIMPLE).unwrap();
    assert_eq!(referral.referrer.kind, ReferrerKind::SelfParent);
    assert_eq!(referral.agreement.status, AgreementStatus::Agreed);
    assert_eq!(referral.urgency, Some(Urgency::Soon));
    assert_eq!(referral.adults[0].safe_contact.safe(), [ContactMethod::Call, ContactMethod::Text]);
    assert_eq!(referral.household.location.postcode().unwrap().to_string(), "SW1V 2AA");
    let births: Vec<_> = referral.children.iter().map(|child| child.birth).collect();
    assert!(
        matches!(births[..], [Birth::Born(_), Birth::Due(due)] if due.day() == date(2027, 2, 1))
    );
    assert!(referral.needs.contains(Need::SpeechAndLanguage));
    assert_eq!(referral.lane(), Lane::Agreed);
}

#[test]
fn a_question_left_alone_has_no_answer() {
    let silent = read_body("who=self_parent&given-name=Amina&children-not-known=yes&needs=send");
    let silent = silent.unwrap();
    assert_eq!(silent.urgency, None);
    assert_eq!(silent.household.interpreter_needed, None);
    assert_eq!(silent.adults[0].safe_contact.methods, None);
    assert_eq!((silent.agreement.by, silent.level_of_need), (None, None));
    let said = read_body(&format!("{SIMPLE}&interpreter=yes")).unwrap();
    assert_eq!(said.household.interpreter_needed, Some(true));
    let safe = &said.adults[0].safe_contact;
    assert_eq!(safe.allows(ContactMethod::Email), Some(false), "asked, and not ticked");
}

#[test]
fn an_empty_form_says_what_is_needed_in_the_page_s_order() {
    let expected = [("who", "required"), ("children-not-known", "required"), ("needs", "required")];
    assert_eq!(told(""), expected.map(|(field, code)| (field.to_owned(), code)));
}

#[test]
fn errors_are_beside_their_fields() {
    let body = "who=self_parent&phone=ring+me&email=x&postcode=nonsense&council=Westminster\
        &child-2-given-name=A&child-2-day=30&child-2-month=2&child-2-year=2021\
        &child-4-day=1&child-4-month=&child-4-year=2020\
        &child-5-day=1&child-5-month=1&child-5-year=2027\
        &needs=everything&can-wait=perhaps&where=somewhere";
    let fields: Vec<_> = told(body).into_iter().map(|(field, _)| field).collect();
    let expected = [
        "where",
        "postcode",
        "council",
        "phone",
        "email",
        "child-2-day",
        "child-4-month",
        "child-5-day",
        "needs",
        "can-wait",
    ];
    assert_eq!(fields, expected);
}

#[test]
fn a_list_is_no_longer_than_one_in_json() {
    let ticked = |name: &str, answer: &str, times: usize| {
        let form = "who=self_parent&child-1-given-name=T&needs=not_sure&phone=101&safe-to=call";
        read_body(&format!("{form}{}", format!("&{name}={answer}").repeat(times)))
    };
    for (name, answer) in [(NEEDS.name, "housing"), (ACCESS.name, "other"), (SAFE_TO.name, "text")]
    {
        ticked(name, answer, 24).unwrap();
        let told = ticked(name, answer, 26).unwrap_err();
        let told: Vec<_> = told.iter().map(|e| (e.path.as_str(), e.code)).collect();
        assert_eq!(told, [(name, "too_many")]);
    }
}

#[test]
fn no_error_repeats_what_was_typed() {
    let body = "who=canary&given-name=&phone=canary&email=canary&postcode=canary99&council=canary\
        &child-1-day=canary&needs=canary&can-wait=canary&safe-to=canary&language=canary+canary";
    let errors = read_body(body).unwrap_err();
    assert!(errors.len() >= 9);
    assert!(!format!("{errors:?}").contains("canary"));
}

#[test]
fn invisible_characters_and_the_script_of_digits_do_not_matter() {
    for phone in
        ["\u{202d}07700 900982\u{202c}", "٠٧٧٠٠ ٩٠٠٩٨٢", "7700900982", "０７７００−９００−９８２"]
    {
        let pairs = [
            ("who", "\u{200f}self_parent\u{feff}"),
            ("given-name", "\u{202b}ශ්\u{200d}රී\u{202c}"),
            ("phone", phone),
            ("email", "a\u{200b}b@c.example"),
            ("safe-to", "call"),
            ("safe-to", "email"),
            ("postcode", "ＳＷ１Ｖ\u{3000}２ＡＡ"),
            ("child-1-day", "٠٤"),
            ("child-1-month", "०३"),
            ("child-1-year", "２０２１"),
            ("needs", "parenting\u{200e}"),
        ];
        let referral = read(pairs, TODAY).unwrap();
        let adult = &referral.adults[0];
        assert_eq!(adult.phone.as_ref().unwrap().as_str(), "+447700900982");
        assert_eq!(adult.email.as_ref().unwrap().as_str(), "ab@c.example");
        assert_eq!(adult.name.as_ref().unwrap().full(), "ශ්\u{200d}රී");
        assert_eq!(referral.household.location.postcode().unwrap().to_string(), "SW1V 2AA");
        let born = referral.children.iter().next().unwrap().birth;
        assert!(matches!(born, Birth::Born(born) if born.day() == date(2021, 3, 4)));
    }
}

#[test]
fn a_safe_way_and_a_number_or_address_go_together() {
    let form = "who=self_parent&child-1-given-name=T&needs=not_sure";
    for (answers, expected) in [
        ("&safe-to=voicemail", &[("phone", "needed_for_safe_way")][..]),
        ("&safe-to=email", &[("email", "needed_for_safe_way")]),
        ("&safe-to=letter&postcode=SW1V+2AA", &[("address-line-1", "needed_for_safe_way")]),
        ("&safe-to=letter&where=concealed", &[("safe-to", "needed_for_safe_way")]),
        ("&safe-to=letter&where=no-fixed-address", &[("safe-to", "needed_for_safe_way")]),
        ("&safe-to=letter&postcode=ZZZSECUR", &[("safe-to", "needed_for_safe_way")]),
        ("&phone=07700+900982", &[("phone", "is_it_safe")]),
        (
            "&email=a@b.example&safe-to=text",
            &[("phone", "needed_for_safe_way"), ("email", "is_it_safe")],
        ),
        ("&phone=ring+me", &[("phone", "phone_not_recognised")]),
    ] {
        let expected: Vec<_> =
            expected.iter().map(|(at, code)| ((*at).to_owned(), *code)).collect();
        assert_eq!(told(&format!("{form}{answers}")), expected, "{answers}");
        // A worry about somebody's safety is never held up by it.
        read_body(&format!("{form}{answers}&someone-may-be-hurt=yes")).unwrap();
    }
    for answers in [
        "",
        "&safe-to=call&phone=101",
        "&safe-to=letter&address-line-2=12+Example+Street",
        "&safe-to=email&safe-to=text&email=a@b.example&phone=07700900982",
        "&address-line-1=1+High+Street",
    ] {
        read_body(&format!("{form}{answers}")).unwrap();
    }
}

#[test]
fn an_unclear_postcode_is_asked_about_in_the_reader_s_words() {
    let exists =
        |postcode: referral::Postcode| ["I1 1LL", "L1 1LL"].contains(&postcode.as_str().as_str());
    let context = Context { today: TODAY, exists: &exists };
    let body = "who=self_parent&child-1-given-name=T&needs=not_sure&postcode=11+1LL";
    let errors = read(pairs(body.as_bytes()), context).unwrap_err();
    assert_eq!(
        (errors[0].path.as_str(), errors[0].message.as_str()),
        ("postcode", "Did you mean I1 1LL or L1 1LL?")
    );
}

#[test]
fn an_address_that_must_not_be_known_is_dropped() {
    let body = "who=self_parent&where=concealed&postcode=SW1V+2AA&address-line-1=12+Example+Street\
        &council=E09000033&child-1-given-name=T&needs=not_sure";
    let referral = read_body(body).unwrap();
    let authority = Some("E09000033".parse().unwrap());
    assert_eq!(referral.household.location, Location::Concealed { authority });
    assert!(referral.is_protected());
}

#[test]
fn no_fixed_address_needs_no_postcode() {
    let body = "who=self_parent&where=no-fixed-address&child-1-given-name=T&needs=housing";
    let location = read_body(body).unwrap().household.location;
    assert_eq!(location, Location::NoFixedAddress { authority: None });
    assert_eq!(told(&format!("{body}&postcode=SW1V+2AA")), [("where".to_owned(), "conflict")]);
}

#[test]
fn a_young_person_is_the_child() {
    let referral = read_body("who=self_young_person&given-name=Jo&needs=youth_support").unwrap();
    assert_eq!(referral.children.iter().next().unwrap().name.as_ref().unwrap().full(), "Jo");
    assert_eq!(referral.agreement.by, Some(AgreementBy::YoungPerson));
    assert!(referral.is_protected());
}

#[test]
fn a_helper_is_named_beside_the_parent() {
    let body = "who=helped_by&helper-setting=Library&child-1-given-name=T&needs=not_sure&can-wait=no\
        &family-asked=agreed&asked-of=carer";
    let referral = read_body(body).unwrap();
    assert_eq!(referral.agreement.by, Some(AgreementBy::OtherCarer));
    assert_eq!(referral.lane(), Lane::Agreed);
    assert_eq!(referral.referrer.kind, ReferrerKind::SelfParent);
    assert_eq!(referral.referrer.helped_by.unwrap().setting.unwrap().as_str(), "Library");
    assert_eq!(referral.urgency, Some(Urgency::Urgent));
}

#[test]
fn the_same_form_on_another_day_is_the_same_referral() {
    let later = read(pairs(SIMPLE.as_bytes()), date(2026, 11, 22)).unwrap();
    assert_eq!(later, read_body(SIMPLE).unwrap());
}

#[test]
fn a_line_break_counts_as_one_character() {
    let body = format!("{SIMPLE}&what-is-happening={}", "x%0D%0A".repeat(1_000));
    let referral = read_body(&body).unwrap();
    assert!(referral.reason.unwrap().as_str().starts_with("x\nx\n"));
}

fn is_of_the_form(field: &str) -> bool {
    IN_ORDER.iter().any(|question| question.name == field)
}

#[test]
fn every_error_names_a_field_of_the_form() {
    let long = "x".repeat(2_001);
    let mut pairs: Vec<(String, &str)> =
        IN_ORDER.iter().map(|one| (one.name.to_owned(), long.as_str())).collect();
    pairs.push((CHILD_GIVEN_NAME.of_child(1), &long));
    for error in read(pairs, TODAY).unwrap_err() {
        assert!(is_of_the_form(&error.path) || error.path.starts_with("child-1-"));
    }
}

/// Any field with any answer: right for some field, nearly right, or right for none.
fn answer() -> impl Strategy<Value = (String, String)> {
    let child = (0..22_usize, select(OF_A_CHILD));
    let child = child.prop_map(|(number, question)| question.of_child(number));
    let name = prop_oneof![select(IN_ORDER).prop_map(|one| one.name.to_owned()), child];
    let known = vec![
        "",
        " ",
        "yes",
        "no",
        "self_parent",
        "helped_by",
        "concealed",
        "address",
        "parenting",
        "SW1V 2AA",
        "07700 900 982",
        "a@b.example",
        "E09000033",
        "3",
        "March",
        "2021",
        "call",
    ];
    let value = prop_oneof![3 => select(known).prop_map(str::to_owned), 1 => "\\PC{0,120}"];
    (name, value)
}

proptest! {
    #[test]
    fn every_error_of_any_form_has_a_field(sent in prop::collection::vec(answer(), 0..40)) {
        if let Err(errors) = read(sent, TODAY) {
            prop_assert!(!errors.is_empty());
            for error in errors {
                let field = error.path.as_str();
                prop_assert!(is_of_the_form(field) || field.starts_with("child-"));
            }
        }
    }
}
