//! Arbitrary referrals, as the reader may give them, and arbitrary values to put in place of a
//! field's.

use jiff::ToSpan as _;
use jiff::civil::Date;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;
use referral::code_list::CodeList;
use referral::{
    Accessibility, Address, Adult, Agreement, Birth, BornAbout, Child, Children, DateOfBirth,
    DueDate, EmailAddress, FreeText, GivenPostcode, GssCode, HelpedBy, Household, LanguageTag,
    Line, Location, MustNotKnow, Needs, NhsNumber, OdsCode, Organisation, PersonName, Personal,
    PhoneNumber, Referral, Referrer, SafeContact, Upn, Uprn, Urn,
};
use serde_json::{Value, json};

use crate::TODAY;

pub(crate) fn referral() -> impl Strategy<Value = Referral> {
    let people = (
        prop::collection::vec(adult(), 0..3),
        prop::collection::vec(must_not_know(), 0..2),
        prop_oneof![
            prop::collection::vec(child(), 1..4).prop_map(Children::Known),
            Just(Children::NotKnown),
        ],
    );
    let texts = (of(free_text()), of(free_text()), of(free_text()), of(free_text()));
    let help = (prop::collection::vec(code(), 0..4), any::<bool>(), of(code()), of(code()));
    (referrer(), agreement(), household(), people, texts, help).prop_map(
        |(referrer, agreement, household, people, texts, (needs, concern, urgency, level))| {
            let needs = Needs::new(needs);
            Referral {
                referrer,
                agreement,
                household,
                adults: people.0,
                must_not_know: people.1,
                children: people.2,
                safeguarding_concern: concern || needs.is_empty(),
                needs,
                reason: texts.0,
                already_tried: texts.1,
                others_helping: texts.2,
                family_voice: texts.3,
                urgency,
                level_of_need: level,
                as_given: Vec::new(),
            }
        },
    )
}

/// Values that are right for some field, nearly right, or right for none.
pub(crate) fn json_value() -> impl Strategy<Value = Value> {
    let texts = vec![
        "",
        " ",
        "parenting",
        "school",
        "agreed",
        "call",
        "SW1V 2AA",
        "EH1",
        "2020-02-29",
        "2020-02-30",
        "2031-01-01",
        "07700 900 982",
        "a@b.example",
        "E09000033",
        "100001",
        "943 476 5919",
        "pl",
        "X",
    ];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i32>().prop_map(Value::from),
        select(texts).prop_map(Value::from),
        "\\PC{0,8}".prop_map(Value::from),
        (99..102_usize).prop_map(|length| Value::from("x".repeat(length))),
        (1_999..2_002_usize).prop_map(|length| Value::from("x".repeat(length))),
    ];
    leaf.prop_recursive(2, 8, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..27).prop_map(Value::from),
            (select(&["name", "given", "kind", "status", "postcode", "colour"][..]), inner)
                .prop_map(|(key, value)| json!({key: value})),
        ]
    })
}

fn code<T: CodeList + std::fmt::Debug>() -> impl Strategy<Value = T> {
    select(T::all())
}

fn codes<T: CodeList + Ord + std::fmt::Debug>() -> impl Strategy<Value = Vec<T>> {
    prop::collection::btree_set(code::<T>(), 0..4).prop_map(|set| set.into_iter().collect())
}

fn line() -> impl Strategy<Value = Line> {
    "[A-ZÀ-Ö][a-zà-ö'’0-9-]{0,12}( [A-Z].)?".prop_map(|text| Line::parse(&text).unwrap())
}

fn personal() -> impl Strategy<Value = Personal<String>> {
    line().prop_map(|line| Personal::new(line.as_str().to_owned()))
}

fn free_text() -> impl Strategy<Value = FreeText> {
    "[\\PC\n]{1,80}".prop_filter_map("something is left", |text| FreeText::read(&text).ok()?)
}

/// A text of a given shape, read by its own type.
fn shaped<T: std::fmt::Debug + 'static>(
    shape: &'static str,
    parse: fn(&str) -> Result<T, referral::Invalid>,
) -> impl Strategy<Value = T> {
    shape.prop_filter_map("the type reads it", move |text: String| parse(&text).ok())
}

fn phone() -> impl Strategy<Value = PhoneNumber> {
    shaped(
        "0[12][0-9]{9}|07[0-9]{9}|\\+48[0-9]{9}( x[0-9]{1,4})?|101 ext [0-9]{5}|0[0-9]{9} \\(mum\\)",
        PhoneNumber::parse,
    )
}

fn email() -> impl Strategy<Value = EmailAddress> {
    shaped("[a-z.+]{1,10}@[a-z]{1,8}\\.example", EmailAddress::parse)
}

fn postcode() -> impl Strategy<Value = GivenPostcode> {
    shaped("[A-Z]{1,2}[0-9][A-Z0-9]?( [0-9]([A-Z]{2})?)?|(GIR|NPT) 0AA", GivenPostcode::parse)
}

fn authority() -> impl Strategy<Value = Option<GssCode>> {
    of(shaped("[EWSN]0[6-9]0000[0-9]{2}", GssCode::parse))
}

fn days_before() -> impl Strategy<Value = Date> {
    (0..9_000_i32).prop_map(|days| TODAY - days.days())
}

fn name() -> impl Strategy<Value = Option<PersonName>> {
    of((of(personal()), of(personal()), of(personal()))).prop_map(|parts| {
        let (given, family, known_as) = parts?;
        let some = given.is_some() || family.is_some() || known_as.is_some();
        some.then_some(PersonName { given, family, known_as })
    })
}

fn referrer() -> impl Strategy<Value = Referrer> {
    let organisation = (
        of(line()),
        of(shaped("[0-9]{6}", Urn::parse)),
        of(shaped("[A-Z][0-9]{5}", OdsCode::parse)),
    );
    let organisation = of(organisation).prop_map(|parts| {
        let (name, urn, ods) = parts?;
        let some = name.is_some() || urn.is_some() || ods.is_some();
        some.then_some(Organisation { name, urn, ods })
    });
    let helper = of((of(line()), of(line()), of(line()))).prop_map(|parts| {
        parts.map(|(setting, organisation, name)| HelpedBy { setting, organisation, name })
    });
    let person = (of(line()), of(email()), of(phone()), any::<bool>());
    (code(), organisation, person, of(line()), of(line()), helper).prop_map(
        |(kind, organisation, (name, email, phone, anonymous), role, record, helped_by)| {
            let named = !anonymous;
            Referrer {
                kind,
                organisation,
                name: name.filter(|_| named),
                role,
                email: email.filter(|_| named),
                phone: phone.filter(|_| named),
                record,
                anonymous,
                helped_by,
            }
        },
    )
}

fn agreement() -> impl Strategy<Value = Agreement> {
    (code(), of(code()), of(days_before()), of(free_text()))
        .prop_map(|(status, by, on, reason)| Agreement { status, by, on, reason })
}

fn household() -> impl Strategy<Value = Household> {
    let uprn = of(shaped("[1-9][0-9]{0,11}", Uprn::parse));
    let lines = prop::collection::vec(personal(), 0..7);
    let address = (lines, of(personal()), of(postcode()), uprn, authority()).prop_map(
        |(lines, town, postcode, uprn, authority)| {
            let empty = lines.is_empty() && town.is_none() && postcode.is_none() && uprn.is_none();
            if empty {
                Location::NotGiven { authority }
            } else {
                Location::Address(Address { lines, town, postcode, uprn, authority })
            }
        },
    );
    let location = prop_oneof![
        4 => address,
        1 => authority().prop_map(|authority| Location::NoFixedAddress { authority }),
        1 => authority().prop_map(|authority| Location::Concealed { authority }),
        1 => authority().prop_map(|authority| Location::NotGiven { authority }),
    ];
    let language = of(shaped("[a-z]{2}|bfi|zh-Hant|es-419", LanguageTag::parse));
    let access = (codes(), of(free_text())).prop_map(|(needs, note)| Accessibility { needs, note });
    (location, language, of(any::<bool>()), access, any::<bool>()).prop_map(
        |(location, language, interpreter_needed, accessibility, disagree)| Household {
            location,
            language,
            interpreter_needed,
            accessibility,
            parents_disagree_on_residence: disagree,
        },
    )
}

fn adult() -> impl Strategy<Value = Adult> {
    let safe = (of(codes()), of(free_text()), of(line()), of(days_before())).prop_map(
        |(methods, best_times, confirmed_by, confirmed_on)| SafeContact {
            methods,
            best_times,
            confirmed_by,
            confirmed_on,
        },
    );
    (name(), of(code()), of(any::<bool>()), of(days_before()), of(phone()), of(email()), safe)
        .prop_map(
            |(name, relationship, parental_responsibility, born, phone, email, safe_contact)| {
                Adult {
                    name,
                    relationship,
                    parental_responsibility,
                    date_of_birth: born.map(|day| DateOfBirth::new(day, TODAY).unwrap()),
                    phone,
                    email,
                    safe_contact,
                }
            },
        )
}

fn must_not_know() -> impl Strategy<Value = MustNotKnow> {
    (name(), of(code()), of(free_text())).prop_map(|(name, relationship, note)| MustNotKnow {
        name,
        relationship,
        note,
    })
}

fn child() -> impl Strategy<Value = Child> {
    let birth = prop_oneof![
        days_before().prop_map(|day| Birth::Born(DateOfBirth::new(day, TODAY).unwrap())),
        (-300..300_i32)
            .prop_map(|days| Birth::Due(DueDate::new(TODAY + days.days(), TODAY).unwrap())),
        (1900..=2025_i16, prop::option::of(1..=12_i8))
            .prop_map(|(year, month)| Birth::About(BornAbout::new(year, month, TODAY).unwrap())),
        Just(Birth::NotKnown),
    ];
    let numbers = (
        of(shaped("[0-9]{10}", NhsNumber::parse)),
        of(shaped("[A-Z][0-9]{11}[0-9A-Z]", Upn::parse)),
        of(shaped("[0-9]{6}", Urn::parse)),
    );
    (name(), birth, numbers, code(), any::<bool>(), any::<bool>()).prop_map(
        |(name, birth, (nhs_number, upn, school), send, adopted, restricted)| Child {
            name,
            birth,
            nhs_number,
            upn,
            school,
            send,
            adopted,
            restricted,
        },
    )
}
