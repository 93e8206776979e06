//! One referral in words: everything that was said, under the names people use.

use jiff::civil::Date;
use locality::{Authority, Placement};
use maud::{Markup, Render, html};
use pipeline::collect::{OpenedReferral, said_by};
use pipeline::rows::Sender;
use referral::code_list::CodeList;
use referral::{
    Adult, AsGiven, Birth, Child, Children, EmailAddress, FreeText, GssCode, LanguageTag, Line,
    Location, NhsNumber, PersonName, PhoneNumber, Referral, Upn, Urn,
};

use super::sent_by::sent_by;
use crate::when;

/// One referral of an entry.
pub(super) fn referral(opened: &OpenedReferral) -> Markup {
    let OpenedReferral { state, referral, placement } = opened;
    html! {
        section class="referral" {
            h2 { "Referral " (whole(state.reference.as_str())) }
            p class="facts" { "Received " (when::in_words(state.accepted_at)) }
            @match referral {
                Some(referral) => (content(referral, &state.sender)),
                None => p { "What it says cannot be read. Ask your service desk for help, and name the reference." },
            }
            @if let Some(placement) = placement { (decision(placement)) }
        }
    }
}

/// Every rule that was looked at, for whoever wants to know; closed until it is asked for.
fn decision(placement: &Placement) -> Markup {
    html! {
        @if !placement.considered.is_empty() {
            details {
                summary { "How the rules placed it" }
                ol {
                    @for one in &placement.considered {
                        li { strong { (one.rule) @if one.applied { ", which decided" } } ": " (one.text) }
                    }
                }
                p class="facts" {
                    @if let Some(rulebook) = &placement.rulebook { "Rulebook " (rulebook) ", " }
                    "postcodes " (placement.index)
                }
            }
        }
    }
}

fn content(said: &Referral, sender: &Sender) -> Markup {
    let by = said_by(sender, said);
    html! {
        @if said.is_protected() {
            p class="careful" { strong { "Take care: somebody could come to harm if this is passed on. Keep to the safe ways of contact." } }
        }
        @if said.safeguarding_concern { p class="careful" { strong { "The sender is worried about somebody’s safety." } } }
        h3 { "What help is wanted" }
        dl {
            (answer("Needs", (!said.needs.is_empty()).then(|| list(said.needs.iter()))))
            (answer("How soon", label(said.urgency)))
            (row("Reason", text(said.reason.as_ref())))
            (row("What would help most", text(said.family_voice.as_ref())))
            (row("Already tried", text(said.already_tried.as_ref())))
            (row("Who else helps", text(said.others_helping.as_ref())))
            (answer("Level of need", label(said.level_of_need)))
        }
        h3 { "Children" }
        @if said.children == Children::NotKnown { p { "Not known" } }
        @for child in &said.children { (self::child(child)) }
        h3 { "Adults" }
        @if said.adults.is_empty() { p { "Nobody was named" } }
        @for adult in &said.adults { (self::adult(adult, &by)) }
        @for person in &said.must_not_know {
            dl class="careful" {
                (row("Must not know", Some(person.name.as_ref().map_or("Somebody".to_owned(), PersonName::full))))
                (row("Relationship", label(person.relationship)))
                (row("Note", text(person.note.as_ref())))
            }
        }
        h3 { "Where they live, and how to talk with them" }
        (household(said))
        h3 { "Who sent it" }
        (sent_by(said, sender))
        (as_given(&said.as_given))
    }
}

/// Fields that are not simply what was sent, each with what was given.
fn as_given(fields: &[AsGiven]) -> Markup {
    html! {
        @if !fields.is_empty() {
            h3 { "As given" }
            p { "These answers were not read as they were sent. Look at each, and ask if it matters." }
            dl {
                @for field in fields {
                    dt { (field_in_words(&field.path)) }
                    dd {
                        @if let Some(text) = &field.text { "‘" (text.expose()) "’. " }
                        (field.treatment.label()) "."
                    }
                }
            }
        }
    }
}

/// `adults[0].date_of_birth` as people say it: "adults 1, date of birth".
fn field_in_words(path: &str) -> String {
    let part = |part: &str| {
        let (name, index) = part.trim_end_matches(']').split_once('[').unwrap_or((part, ""));
        let name = name.replace('_', " ");
        match index.parse::<usize>() {
            Ok(index) => format!("{name} {}", index + 1),
            Err(_) => name,
        }
    };
    path.split('.').map(part).collect::<Vec<_>>().join(", ")
}

fn child(said: &Child) -> Markup {
    let birth = match said.birth {
        Birth::Born(day) => row("Date of birth", Some(day_in_words(day.day()))),
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

/// An adult, as this source alone tells of them.
fn adult(said: &Adult, by: &str) -> Markup {
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

fn household(said: &Referral) -> Markup {
    let household = &said.household;
    html! {
        dl {
            (row("Address", Some(home(&household.location))))
            (row("Council", household.location.authority().map(council)))
            (answer("Language", household.language.as_ref().map(LanguageTag::name)))
            (answer("Interpreter", household.interpreter_needed.map(yes_or_no)))
            @if !household.accessibility.needs.is_empty() {
                (row("Access", Some(list(household.accessibility.needs.iter().copied()))))
            }
            (row("Access, in words", text(household.accessibility.note.as_ref())))
            @if household.parents_disagree_on_residence {
                (row("Home", Some("The parents disagree on where the child lives")))
            }
        }
    }
}

fn home(location: &Location) -> Markup {
    html! {
        @match location {
            Location::Address(address) => {
                @for (index, line) in address.lines.iter().chain(&address.town).enumerate() {
                    @if index > 0 { ", " }
                    (line.expose())
                }
                @if let Some(postcode) = address.postcode {
                    @if !(address.lines.is_empty() && address.town.is_none()) { ", " }
                    (whole(postcode.as_str()))
                }
            }
            Location::NoFixedAddress { .. } => "No fixed address",
            Location::Concealed { .. } => "Kept secret for their safety: do not ask for it or pass it on",
            Location::NotGiven { .. } => (NOT_ANSWERED),
        }
    }
}

/// The words for a question that nobody answered: neither a no nor the usual answer.
pub(super) const NOT_ANSWERED: &str = "Not answered";

/// A question and its answer, or that there is none.
pub(super) fn answer(term: &str, said: Option<impl Render>) -> Markup {
    html! {
        dt { (term) }
        dd { @match said { Some(said) => (said), None => (NOT_ANSWERED) } }
    }
}

/// A term and what was said of it; nothing where nothing was said.
pub(super) fn row(term: &str, said: Option<impl Render>) -> Markup {
    html! { @if let Some(said) = said { dt { (term) } dd { (said) } } }
}

/// One under the other: labels have commas of their own.
fn list<C: CodeList>(codes: impl Iterator<Item = C>) -> Markup {
    html! { ul { @for code in codes { li { (code.label()) } } } }
}

/// What is read as one, and never broken over two lines.
pub(super) fn whole(said: impl Render) -> Markup {
    html! { span class="whole" { (said) } }
}

pub(super) fn phone(said: Option<&PhoneNumber>) -> Option<Markup> {
    said.map(|number| whole(number.as_dialled()))
}

pub(super) fn label<C: CodeList>(code: Option<C>) -> Option<&'static str> {
    code.map(CodeList::label)
}

/// What is shown as it was written.
pub(super) trait Written {
    fn written(&self) -> &str;
}

macro_rules! written {
    ($($type:ty),+) => {$(
        impl Written for $type {
            fn written(&self) -> &str {
                self.as_str()
            }
        }
    )+};
}

written!(EmailAddress, FreeText, Line, NhsNumber, Upn, Urn);

pub(super) fn text<T: Written>(said: Option<&T>) -> Option<&str> {
    said.map(Written::written)
}

fn yes_or_no(yes: bool) -> &'static str {
    if yes { "Yes" } else { "No" }
}

/// A council's name; its code where the table does not have it.
fn council(code: GssCode) -> String {
    Authority::find(code).map_or_else(|| code.as_str().to_owned(), |found| found.name.to_owned())
}

pub(super) fn day_in_words(day: Date) -> String {
    day.strftime("%-d %B %Y").to_string()
}

#[cfg(test)]
mod tests {
    use referral::Treatment;

    use super::*;

    #[test]
    fn a_field_kept_as_given_is_shown_under_its_name_and_escaped() {
        let field = |path: &str, treatment, text: Option<&str>| AsGiven {
            path: path.to_owned(),
            treatment,
            text: text.map(|text| text.to_owned().into()),
        };
        let page = as_given(&[
            field("adults[1].date_of_birth", Treatment::Kept, Some("about <1990>")),
            field("household.address", Treatment::LeftOut, None),
        ])
        .into_string();
        for shown in [
            "<dt>adults 2, date of birth</dt>",
            "‘about &lt;1990&gt;’. Could not be read, and is kept as it was given.",
            "<dt>household, address</dt><dd>Was left out, and is not kept.</dd>",
        ] {
            assert!(page.contains(shown), "{shown}: {page}");
        }
        assert_eq!(as_given(&[]).into_string(), "");
    }
}
