//! The page that says whom to ask about these pages.

use locality::rulebook::Rulebook;
use maud::{Markup, html};

use super::{for_each, list, reach};
use crate::pages::helplines::{self, tel};
use crate::visit::Visit;

pub(super) fn content(visit: &Visit, rulebooks: &[Rulebook]) -> Markup {
    html! {
        p { (visit.text("about-contact-lead")) }
        (helplines::danger(visit))
        (for_each(visit, rulebooks, |name| html! { h2 { (name) } }, |rulebook, public| {
            let door = (visit.text("about-contact-door"), tel(&rulebook.front_door.in_hours));
            html! { (list(reach(visit, public).into_iter().chain([door]))) }
        }))
    }
}
