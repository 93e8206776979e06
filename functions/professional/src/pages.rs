//! The professional's pages, as compile-time templates. They decide nothing.

mod check;
mod fields;
mod link;
mod question;
mod referrals;
mod sent;
mod sign_in;
#[cfg(test)]
mod tests;
mod typed;
mod you;

pub(crate) use check::{check, copy};
pub(crate) use link::{SECRET, link_asked, link_opened};
pub(crate) use question::{ADD, REMOVE, question};
pub(crate) use referrals::{referral, referrals, status_copy};
pub(crate) use sent::{numbers, sent};
pub(crate) use sign_in::{EMAIL, NotSignedIn, not_signed_in, sign_in, signed_in_now};
pub(crate) use typed::Typed;
pub(crate) use you::{CAPACITY, NAME, PHONE, ROLE, home, you};

use ::pages::components::{BackLink, Section, ServiceNavigation, Slots};
use ::pages::{Page, Service};
use lambda_kit::http::{Problem, Response};
use maud::{Markup, Render, html};
use referral::EmailAddress;

use crate::app::HOME;

const SERVICE: Service = Service {
    name: "Refer a family",
    one_title: None,
    home: HOME,
    assets: "/refer/professional/assets",
    exit: None,
    is_wide: false,
};

/// A page for somebody who is signed in, with a button to sign out.
fn signed_in(title: &str, content: Markup) -> Page<'_> {
    let sign_out = html! {
        li class="govuk-service-navigation__item" {
            form method="post" action="/refer/professional/sign-out" {
                button class="as-link" { "Sign out" }
            }
        }
    };
    let referrals = Section {
        content: "Your referrals".into(),
        href: referrals::REFERRALS.to_owned(),
        ..Section::default()
    };
    let details = Section {
        content: "Your details".into(),
        href: "/refer/professional/you".to_owned(),
        ..Section::default()
    };
    let navigation = ServiceNavigation {
        navigation: vec![referrals, details],
        collapse_navigation_on_mobile: Some(false),
        slots: Slots { navigation_end: sign_out.into(), ..Slots::default() },
        ..ServiceNavigation::default()
    };
    Page { header_end: navigation.render(), ..signed_out(title, content) }
}

/// A page for anybody.
fn signed_out(title: &str, content: Markup) -> Page<'_> {
    Page::new(&SERVICE, title, content)
}

/// The way back to a page.
fn back(address: &str) -> Markup {
    BackLink { href: address.to_owned(), ..BackLink::default() }.render()
}

/// A number to press on a phone.
fn tel(number: &str) -> Markup {
    let dialled: String = number.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
    html! { a href={ "tel:" (dialled) } { (number) } }
}

/// An email address, which is broken after its "@" first where a line is too short.
fn email(address: &EmailAddress) -> Markup {
    let address = address.as_str();
    html! {
        bdi {
            @if let Some((name, host)) = address.split_once('@') { (name) "@" wbr; (host) }
            @else { (address) }
        }
    }
}

/// The page of a problem, with the problem's status.
pub(crate) fn problem(problem: &Problem) -> Response {
    let title = match problem.status() {
        403 => "You cannot do this",
        404 => "Not found",
        400..500 => "This did not work",
        503 => "This service is not available for the moment",
        _ => "There is a problem with this service",
    };
    let content = html! {
        h1 { (title) }
        @if let Some(detail) = problem.detail() { p { (detail) } }
        p { "What you saved is kept for four hours." }
        p { "If a child is in danger now, call " (tel("999")) "." }
        p { a href=(HOME) { "Go to the first page" } }
    };
    ::pages::problem(problem, &signed_out(title, content))
}
