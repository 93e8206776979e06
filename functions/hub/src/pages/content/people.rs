//! The children and the adults, as one source alone describes them.

use jiff::civil::Date;
use maud::{Markup, html};
use referral::{Adult, Birth, BornAbout, Child, PersonName};

use super::answers::{
    NOT_ANSWERED, answer, day_in_words, label, list, phone, row, text, yes_or_no,
};

pub(super) fn child(said: &Child) -> Markup {
    let birth = match said.birth {
        Birth::Born(day) => row("Date of birth", Some(day_in_words(day.day()))),
        Birth::About(about) => row("Born about", Some(about_in_words(about))),
        Birth::Due(day) => row("Due date", Some(day_in_words(day.day()))),
        Birth::NotKnown => row("Date of birth", Some(NOT_ANSWERED)),
    };
    html! {
        dl {
            (row("Name", Some(said.name.as_ref().map_or("Not given".to_owned(), PersonName::full))))
            (birth)
            (row("NHS number", text(said.nhs_number.as_ref())))
            (row("Unique pupil number", text(said.upn.as_ref())))
            (row("School (URN)", text(said.school.as_ref())))
            (row("Special educational needs", Some(said.send.label())))
            @if said.adopted { (row("Adoption", Some("Adopted, or being adopted"))) }
            @if said.restricted { (row("Record", Some("Restricted"))) }
        }
    }
}

/// A year or a month of birth, as one reads it aloud.
fn about_in_words(about: BornAbout) -> String {
    let first = about.month().and_then(|month| Date::new(about.year(), month, 1).ok());
    let month = first.map(|day| format!("{} ", day.strftime("%B"))).unwrap_or_default();
    format!("{month}{} (the day is not known)", about.year())
}

/// An adult, as this source alone describes them.
pub(super) fn adult(said: &Adult, by: &str) -> Markup {
    let safe = &said.safe_contact;
    let ways = safe.methods.as_ref().map(|ways| match ways.as_slice() {
        [] => html! { "None of them" },
        ways => list(ways.iter().copied()),
    });
    html! {
        dl {
            (row("Name", Some(said.name.as_ref().map_or("Not given".to_owned(), PersonName::full))))
            (answer("Relationship", label(said.relationship)))
            (answer("Parental responsibility", said.parental_responsibility.map(yes_or_no)))
            (row("Date of birth", said.date_of_birth.map(|day| day_in_words(day.day()))))
            (answer("Phone", phone(said.phone.as_ref())))
            (answer("Email", text(said.email.as_ref())))
            (answer("Safe ways of contact", ways))
            (row("Said by", Some(by)))
            (row("Best times", text(safe.best_times.as_ref())))
            (row("Confirmed by", text(safe.confirmed_by.as_ref())))
            (row("Confirmed on", safe.confirmed_on.map(day_in_words)))
        }
    }
}
