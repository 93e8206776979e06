//! How to reach a family: the ways that are safe, and what each source said about them.

use maud::{Markup, html};
use pipeline::collect::{Answer, Avoided, Person, Reach, Way};
use referral::ContactMethod;

use super::content::{NOT_ANSWERED, label, row, text, whole};

/// The box above the referrals that says how to reach the family.
pub(super) fn reach(reach: &Reach, no_contact: bool) -> Markup {
    html! {
        section class="reach" {
            h2 { "How to reach this family" }
            @if no_contact {
                details {
                    summary { "What was said before: do not use it" }
                    (everybody(reach))
                }
            } @else { (everybody(reach)) }
        }
    }
}

fn everybody(reach: &Reach) -> Markup {
    html! {
            @if reach.people.is_empty() { p { "Nobody to get in touch with was named." } }
            @for one in &reach.people { (person(one)) }
            @for one in &reach.must_not_know { (avoided(one)) }
    }
}

fn person(person: &Person) -> Markup {
    let names: Vec<_> = person.names.iter().map(|name| name.expose().as_str()).collect();
    html! {
        h3 { @if names.is_empty() { "Name not given" } @else { (names.join(", ")) } }
        @if person.ways.is_empty() {
            p { strong { "No safe way is known. Do not get in touch before you know one." } }
        } @else {
            ul { @for way in &person.ways { li { (self::way(way)) } } }
        }
        @for warning in &person.warnings { p class="careful" { (warning) } }
        details {
            summary { "What each source said is safe" }
            dl { @for answer in &person.answers { dt { (answer.by) } dd { (ways(answer)) } } }
        }
    }
}

fn way(way: &Way) -> Markup {
    html! {
        strong { (way.method.label()) @if let Some(to) = &way.to { ": " (self::to(way.method, to.expose())) } }
        br;
        span class="facts" { "Safe, said by " (way.said_by.join(" and ")) }
    }
}

/// The number or address of a way. A number is a link to call it only where calling is safe.
fn to(method: ContactMethod, to: &str) -> Markup {
    let digits = to.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect::<String>();
    html! {
        @if method == ContactMethod::Call { a href={ "tel:" (digits) } { (whole(to)) } }
        @else { (whole(to)) }
    }
}

fn ways(answer: &Answer) -> String {
    match answer.safe_to.as_deref() {
        None => NOT_ANSWERED.to_owned(),
        Some([]) => "None of them".to_owned(),
        Some(ways) => ways.iter().map(|way| way.label()).collect::<Vec<_>>().join(", "),
    }
}

fn avoided(one: &Avoided) -> Markup {
    let name = one.name.as_ref().map_or("Somebody", |name| name.expose().as_str());
    html! {
        dl class="careful" {
            (row("Must not know", Some(name)))
            (row("Relationship", label(one.relationship)))
            (row("Note", text(one.note.as_ref())))
            (row("Said by", Some(&one.said_by)))
        }
    }
}
