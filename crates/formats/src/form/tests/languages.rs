//! Tests of answers in the digits and words of other languages.

use super::*;

fn phone_and_postcode(phone: &str, postcode: &str) -> (String, String) {
    let pairs = [
        ("who", "self_parent"),
        ("given-name", "محمد"),
        ("phone", phone),
        ("safe-to", "call"),
        ("postcode", postcode),
        ("needs", "not_sure"),
        ("child-1-given-name", "Oluwaseun"),
    ];
    let referral = read(pairs, TODAY).unwrap();
    let phone = referral.adults[0].phone.as_ref().unwrap().as_str().to_owned();
    (phone, referral.household.location.postcode().unwrap().to_string())
}

#[test]
fn phone_numbers_and_postcodes_are_read_in_the_digits_of_every_script() {
    for (phone, postcode) in [
        ("٠٧٧٠٠ ٩٠٠ ٩٨٢", "SW١V ٢AA"),
        ("۰۷۷۰۰ ۹۰۰ ۹۸۲", "sw۱v۲aa"),
        ("০৭৭০০ ৯০০ ৯৮২", "SW১V ২AA"),
        // A number pasted from contacts is between marks of direction.
        ("\u{202a}+٤٤ ٧٧٠٠ ٩٠٠٩٨٢\u{202c}", "\u{200e}SW1V 2AA\u{200f}"),
    ] {
        let read = phone_and_postcode(phone, postcode);
        assert_eq!(read, ("+447700900982".to_owned(), "SW1V 2AA".to_owned()), "{phone}");
    }
}

#[test]
fn a_date_of_birth_is_read_in_the_words_and_digits_of_other_languages() {
    for [day, month, year] in [
        ["27", "marca", "2021"],
        ["27", "березня", "2021"],
        ["۲۷", "مارچ", "۲۰۲۱"],
        ["২৭", "মার্চ", "২০২১"],
        ["٢٧", "آذار", "٢٠٢١"],
        ["٢٧", "مارس", "٢٠٢١"],
        ["٢٧/٣/٢٠٢١", "", ""],
        ["27 marca 2021 r.", "", ""],
    ] {
        let pairs = [
            ("who", "self_parent"),
            ("given-name", "Gurpreet"),
            ("needs", "not_sure"),
            ("child-1-birth", "born"),
            ("child-1-day", day),
            ("child-1-month", month),
            ("child-1-year", year),
        ];
        let referral = read(pairs, TODAY).unwrap();
        let born = referral.children.iter().next().unwrap().birth;
        let is_read = matches!(born, Birth::Born(born) if born.day() == date(2021, 3, 27));
        assert!(is_read, "{day} {month} {year}");
    }
}

#[test]
fn an_age_is_read_in_the_words_of_other_languages() {
    for age in ["3 lata", "близько 3 років", "٣ سنوات", "۳ سال", "৩ বছর", "około 3"]
    {
        let pairs = [
            ("who", "self_parent"),
            ("given-name", "Nguyễn"),
            ("needs", "not_sure"),
            ("child-1-birth", "about"),
            ("child-1-age", age),
        ];
        let referral = read(pairs, TODAY).unwrap();
        let born = referral.children.iter().next().unwrap().birth;
        assert!(matches!(born, Birth::About(born) if born.year() == 2023), "{age}");
    }
}
