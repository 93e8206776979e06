//! The accessibility statement, as the regulations of 2018 ask for it.

use locality::rulebook::Rulebook;
use maud::{Markup, html};

use super::{for_each, list, part, reach};
use crate::pages::helplines::tel;
use crate::visit::Visit;

/// The Equality Advisory and Support Service.
const ADVICE: &str = "0808 800 0082";

pub(super) fn content(visit: &Visit, rulebooks: &[Rulebook]) -> Markup {
    let text = |id: &str| visit.text(&format!("about-accessibility-{id}"));
    let language = visit.language;
    html! {
        p { (text("lead")) }
        h2 { (text("state-title")) }
        p { (text("state")) }
        h2 { (text("gaps-title")) }
        ul { @for gap in ["gap-title", "gap-time"] { li { (text(gap)) } } }
        h2 { (text("tested-title")) }
        p { (text("tested")) }
        @for public in rulebooks.iter().filter_map(|rulebook| rulebook.public.as_ref()) {
            @if let Some(day) = public.accessibility_checked {
                @let values = [("name", public.name.as_str()), ("day", &language.date(day))];
                p { (language.with("about-accessibility-checked", &values)) }
            }
        }
        h2 { (text("tell-title")) }
        p { (text("tell")) }
        (for_each(visit, rulebooks, part, |_, public| html! { (list(reach(visit, public))) }))
        p { (language.markup("about-accessibility-enforce", &[("phone", tel(ADVICE))])) }
    }
}
