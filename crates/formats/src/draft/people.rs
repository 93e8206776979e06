//! The adults, the children, and the people who must not know.

use referral::dates::iso_day;
use referral::{
    Adult, Birth, Child, ContactMethod, DateOfBirth, DueDate, EmailAddress, Fault, FreeText, Line,
    MustNotKnow, NhsNumber, PersonName, PhoneNumber, SafeContact, SendStatus, Upn, Urn,
};

use super::days::past;
use super::{AdultDraft, ChildDraft, MustNotKnowDraft, NameDraft};
use crate::errors::Scope;

pub(super) fn adult(draft: &AdultDraft, scope: &Scope<'_>) -> Adult {
    let confirmed = draft.safety_confirmed.as_ref();
    let confirmation = scope.field("safety_confirmed");
    Adult {
        name: name(draft.name.as_ref(), scope),
        relationship: scope.code("relationship", draft.relationship.as_deref()),
        parental_responsibility: draft.parental_responsibility,
        date_of_birth: born(draft.date_of_birth.as_deref(), scope),
        phone: scope.read("phone", draft.phone.as_deref(), PhoneNumber::parse),
        email: scope.read("email", draft.email.as_deref(), EmailAddress::parse),
        safe_contact: SafeContact {
            methods: draft.safe_to.as_ref().and_then(|ways| safe_ways(ways, scope)),
            best_times: scope.read("best_times", draft.best_times.as_deref(), FreeText::parse),
            confirmed_by: confirmed
                .and_then(|c| confirmation.read("by", c.by.as_deref(), Line::parse)),
            confirmed_on: confirmed.and_then(|c| past("on", c.on.as_deref(), &confirmation)),
        },
    }
}

/// The safe ways. A way that is missing from the list is not safe. A concern's list that cannot be
/// read whole is therefore no answer, and is kept whole as it was given.
fn safe_ways(ways: &[String], scope: &Scope<'_>) -> Option<Vec<ContactMethod>> {
    if scope.is_concern() {
        let given: Vec<_> = ways.iter().map(String::as_str).filter(|way| !way.is_empty()).collect();
        let unread = given.iter().find_map(|way| way.parse::<ContactMethod>().err());
        if let Some(fault) = unread {
            scope.field("safe_to").unread(&given.join(", "), fault);
            return None;
        }
        if given.is_empty() && !ways.is_empty() {
            return None;
        }
    }
    Some(scope.codes("safe_to", ways))
}

pub(super) fn must_not_know(draft: &MustNotKnowDraft, scope: &Scope<'_>) -> MustNotKnow {
    MustNotKnow {
        name: name(draft.name.as_ref(), scope),
        relationship: scope.code("relationship", draft.relationship.as_deref()),
        note: scope.read("note", draft.note.as_deref(), FreeText::parse),
    }
}

pub(super) fn child(draft: &ChildDraft, scope: &Scope<'_>) -> Child {
    Child {
        name: name(draft.name.as_ref(), scope),
        birth: birth(draft, scope),
        nhs_number: scope.read("nhs_number", draft.nhs_number.as_deref(), NhsNumber::parse),
        upn: scope.read("upn", draft.upn.as_deref(), Upn::parse),
        school: scope.read("school_urn", draft.school_urn.as_deref(), Urn::parse),
        send: send(draft, scope),
        adopted: draft.adopted,
        restricted: draft.restricted,
    }
}

fn name(draft: Option<&NameDraft>, scope: &Scope<'_>) -> Option<PersonName> {
    let draft = draft?;
    let scope = scope.field("name");
    let part = |name, text: &Option<String>| scope.read(name, text.as_deref(), Line::parse);
    let given = part("given", &draft.given);
    let family = part("family", &draft.family);
    let known_as = part("known_as", &draft.known_as);
    let [given, family, known_as] =
        [&given, &family, &known_as].map(|part| part.as_ref().map(Line::as_str));
    // Each part was read already, so this cannot fail.
    PersonName::read(given, family, known_as).ok().flatten()
}

fn born(text: Option<&str>, scope: &Scope<'_>) -> Option<DateOfBirth> {
    scope
        .read("date_of_birth", text, |text| DateOfBirth::new(iso_day(text)?, scope.context().today))
}

fn birth(draft: &ChildDraft, scope: &Scope<'_>) -> Birth {
    let born = born(draft.date_of_birth.as_deref(), scope);
    let due = scope.read("due_date", draft.due_date.as_deref(), |text| {
        DueDate::new(iso_day(text)?, scope.context().today)
    });
    match (born, due) {
        (Some(born), Some(_)) => {
            let fault = Fault::new("conflict", "Give a date of birth or a due date, not both.");
            scope.field("due_date").unread(draft.due_date.as_deref().unwrap_or_default(), fault);
            Birth::Born(born)
        }
        (Some(born), None) => Birth::Born(born),
        (None, Some(due)) => Birth::Due(due),
        (None, None) => Birth::NotKnown,
    }
}

fn send(draft: &ChildDraft, scope: &Scope<'_>) -> SendStatus {
    match (draft.send, draft.ehcp) {
        (Some(false), Some(true)) => {
            let fault = Fault::new(
                "conflict",
                "A child with an education, health and care plan has special educational needs.",
            );
            scope.field("send").unread("false", fault);
            SendStatus::Ehcp
        }
        (_, Some(true)) => SendStatus::Ehcp,
        (Some(true), _) => SendStatus::Support,
        (Some(false), _) => SendStatus::None,
        (None, _) => SendStatus::NotKnown,
    }
}
