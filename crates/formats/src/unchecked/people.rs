//! The adults, the children, and the people who must not know.

use referral::dates::iso_day;
use referral::{
    Adult, Birth, BornAbout, Child, ContactMethod, DateOfBirth, DueDate, EmailAddress, FreeText,
    Invalid, Line, MustNotKnow, NhsNumber, PersonName, PhoneNumber, SafeContact, SendStatus, Upn,
    Urn,
};

use super::days::day_in_the_past;
use super::{UncheckedAdult, UncheckedChild, UncheckedMustNotKnow, UncheckedName};
use crate::errors::Position;

pub(super) fn adult(unchecked: &UncheckedAdult, position: &Position<'_>) -> Adult {
    let confirmed = unchecked.safety_confirmed.as_ref();
    let confirmation = position.field("safety_confirmed");
    Adult {
        name: name(unchecked.name.as_ref(), position),
        relationship: position.code("relationship", unchecked.relationship.as_deref()),
        parental_responsibility: unchecked.parental_responsibility,
        date_of_birth: born(unchecked.date_of_birth.as_deref(), position),
        phone: position.read("phone", unchecked.phone.as_deref(), PhoneNumber::parse),
        email: position.read("email", unchecked.email.as_deref(), EmailAddress::parse),
        safe_contact: SafeContact {
            methods: unchecked.safe_to.as_ref().and_then(|ways| safe_ways(ways, position)),
            best_times: position.read(
                "best_times",
                unchecked.best_times.as_deref(),
                FreeText::parse,
            ),
            confirmed_by: confirmed
                .and_then(|c| confirmation.read("by", c.by.as_deref(), Line::parse)),
            confirmed_on: confirmed
                .and_then(|c| day_in_the_past("on", c.on.as_deref(), &confirmation)),
        },
    }
}

/// The safe ways. A way that is missing from the list is not safe. A concern's list that cannot be
/// read whole is therefore no answer, and is kept whole as it was given.
fn safe_ways(ways: &[String], position: &Position<'_>) -> Option<Vec<ContactMethod>> {
    if position.keeps_unread() {
        let given: Vec<_> = ways.iter().map(String::as_str).filter(|way| !way.is_empty()).collect();
        let unread = given.iter().find_map(|way| way.parse::<ContactMethod>().err());
        if let Some(fault) = unread {
            position.field("safe_to").unread(&given.join(", "), fault);
            return None;
        }
        if given.is_empty() && !ways.is_empty() {
            return None;
        }
    }
    Some(position.codes("safe_to", ways))
}

pub(super) fn must_not_know(
    unchecked: &UncheckedMustNotKnow,
    position: &Position<'_>,
) -> MustNotKnow {
    MustNotKnow {
        name: name(unchecked.name.as_ref(), position),
        relationship: position.code("relationship", unchecked.relationship.as_deref()),
        note: position.read("note", unchecked.note.as_deref(), FreeText::parse),
    }
}

pub(super) fn child(unchecked: &UncheckedChild, position: &Position<'_>) -> Child {
    Child {
        name: name(unchecked.name.as_ref(), position),
        birth: birth(unchecked, position),
        nhs_number: position.read("nhs_number", unchecked.nhs_number.as_deref(), NhsNumber::parse),
        upn: position.read("upn", unchecked.upn.as_deref(), Upn::parse),
        school: position.read("school_urn", unchecked.school_urn.as_deref(), Urn::parse),
        send: send(unchecked, position),
        adopted: unchecked.adopted,
        restricted: unchecked.restricted,
    }
}

fn name(unchecked: Option<&UncheckedName>, position: &Position<'_>) -> Option<PersonName> {
    let unchecked = unchecked?;
    let position = position.field("name");
    let part = |name, text: &Option<String>| position.read(name, text.as_deref(), Line::parse);
    let given = part("given", &unchecked.given);
    let family = part("family", &unchecked.family);
    let known_as = part("known_as", &unchecked.known_as);
    let [given, family, known_as] =
        [&given, &family, &known_as].map(|part| part.as_ref().map(Line::as_str));
    // Each part was read already, so this cannot fail.
    PersonName::read(given, family, known_as).ok().flatten()
}

fn born(text: Option<&str>, position: &Position<'_>) -> Option<DateOfBirth> {
    position.read("date_of_birth", text, |text| {
        DateOfBirth::new(iso_day(text)?, position.context().today)
    })
}

fn birth(unchecked: &UncheckedChild, position: &Position<'_>) -> Birth {
    let today = position.context().today;
    let born = born(unchecked.date_of_birth.as_deref(), position);
    let about = position
        .read("born_about", unchecked.born_about.as_deref(), |text| BornAbout::parse(text, today));
    let due = position.read("due_date", unchecked.due_date.as_deref(), |text| {
        DueDate::new(iso_day(text)?, today)
    });
    let not_both = |name: &str, text: &Option<String>, message: &'static str| {
        let fault = Invalid::new("conflict", message);
        position.field(name).unread(text.as_deref().unwrap_or_default(), fault);
    };
    if born.is_some() && about.is_some() {
        let message = "Give a date of birth, or roughly when the child was born, not both.";
        not_both("born_about", &unchecked.born_about, message);
    }
    if (born.is_some() || about.is_some()) && due.is_some() {
        let message = "Give a date of birth or a due date, not both.";
        not_both("due_date", &unchecked.due_date, message);
    }
    match (born, about, due) {
        (Some(born), _, _) => Birth::Born(born),
        (None, Some(about), _) => Birth::About(about),
        (None, None, Some(due)) => Birth::Due(due),
        (None, None, None) => Birth::NotKnown,
    }
}

fn send(unchecked: &UncheckedChild, position: &Position<'_>) -> SendStatus {
    match (unchecked.send, unchecked.ehcp) {
        (Some(false), Some(true)) => {
            let fault = Invalid::new(
                "conflict",
                "A child with an education, health and care plan has special educational needs.",
            );
            position.field("send").unread("false", fault);
            SendStatus::Ehcp
        }
        (_, Some(true)) => SendStatus::Ehcp,
        (Some(true), _) => SendStatus::Support,
        (Some(false), _) => SendStatus::None,
        (None, _) => SendStatus::NotKnown,
    }
}
