//! The pages around signing in, which itself takes place at the council's own provider.

use ::pages::Page;
use ::pages::components::Button;
use locality::Localities;
use maud::{Markup, html};
use pipeline::sessions::Capacity;

use super::inbox_name;
use crate::own_path::OwnPath;

/// The most inboxes that are named of a capacity.
const FEW: usize = 3;

/// The page that leads to the provider. `is_lost` says that a change was not made before.
pub(crate) fn sign_in(to: &OwnPath, is_lost: bool) -> String {
    let begin = Button {
        href: to.after("/hub/sign-in/begin"),
        ..Button::from("Sign in with your council account")
    };
    let content = html! {
        h1 { "Sign in" }
        @if is_lost {
            p { "You were signed out before your change reached us. " strong { "It was not made." }
                " Sign in, look at the entry, and make it again." }
        } @else if *to == OwnPath::again() {
            p { "You were signed out before your change was made. We have kept what you entered for 15 minutes. When you have signed in, you can make the change." }
        } @else if *to != OwnPath::home() {
            p { "When you have signed in, you go on to the page you asked for." }
        }
        (begin)
    };
    super::signed_out("Sign in", content).to_html()
}

/// The page of somebody who has just signed in, which leads on by itself.
pub(crate) fn signed_in_now(to: &OwnPath) -> String {
    let content = html! {
        h1 { "You are signed in" }
        p { a href=(to.as_str()) { "Go on" } }
    };
    let page = super::signed_out("You are signed in", content);
    Page { leads_to: Some(to.as_str()), ..page }.to_html()
}

/// A reason why nobody is signed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NotSignedIn {
    /// Nothing is known of the sign-in, or no longer, or in another browser.
    Late,
    /// The provider vouches for nobody.
    Refused,
    /// The provider vouches for a person, and none of their groups works here.
    NoKnownGroup,
}

/// The page that says why nobody is signed in.
pub(crate) fn not_signed_in(why: NotSignedIn) -> String {
    let content = html! {
        h1 { "You are not signed in" }
        @match why {
            NotSignedIn::Late => p { "This sign-in began more than 10 minutes ago, or in another browser, or was used already." },
            NotSignedIn::Refused => p { "Your council’s sign-in service did not confirm who you are." },
            NotSignedIn::NoKnownGroup => {
                p { "Your council’s sign-in service knows you, but your account is in no group that works in this inbox." }
                p { "Ask whoever looks after your council’s accounts to add you to your hub’s group." }
            }
        }
        (Button { href: "/hub/sign-in/begin".to_owned(), ..Button::from("Try again") })
    };
    super::signed_out("You are not signed in", content).to_html()
}

/// The page on which a worker who has different roles in different hubs says in which to work now.
pub(crate) fn capacities(id: &str, capacities: &[Capacity], localities: &Localities) -> String {
    let content = html! {
        h1 { "What are you doing today?" }
        p { "You have different roles in different hubs. To change later, sign out and in again." }
        form method="post" action="/hub/sign-in" {
            input type="hidden" name="choice" value=(id);
            @for (number, capacity) in capacities.iter().enumerate() {
                (choice(number, capacity, localities))
            }
        }
    };
    super::signed_out("What are you doing today?", content).to_html()
}

fn choice(number: usize, capacity: &Capacity, localities: &Localities) -> Markup {
    let roles: Vec<_> = capacity.roles.iter().map(|role| role.label()).collect();
    let mut inboxes: Vec<_> =
        capacity.inboxes.iter().map(|id| inbox_name(id, localities)).collect();
    if inboxes.len() > FEW {
        let more = inboxes.len() - FEW;
        inboxes.truncate(FEW);
        inboxes.push(format!("{more} more"));
    }
    let words = if inboxes.is_empty() {
        roles.join(", ")
    } else {
        format!("{}: {}", roles.join(", "), inboxes.join(", "))
    };
    html! {
        (Button {
            name: "capacity".to_owned(),
            value: number.to_string(),
            classes: "govuk-button--secondary".to_owned(),
            ..Button::from(words)
        })
        br;
    }
}
