//! The privacy notice, as articles 13 and 14 of the UK GDPR ask for it.

use locality::rulebook::{Public, Rulebook};
use maud::{Markup, html};

use super::{for_each, list, part, reach};
use crate::pages::helplines::tel;
use crate::visit::Visit;

/// The Information Commissioner's helpline.
const COMMISSIONER: &str = "0303 123 1113";

pub(super) fn content(visit: &Visit, rulebooks: &[Rulebook]) -> Markup {
    let text = |id: &str| visit.text(&format!("about-privacy-{id}"));
    html! {
        p { (text("lead")) }
        @for part in ["what", "why"] {
            h2 { (text(&format!("{part}-title"))) }
            p { (text(part)) }
        }
        h2 { (text("who-title")) }
        ul { @for who in ["who-hub", "who-safe", "who-area", "who-notice", "who-not"] { li { (text(who)) } } }
        h2 { (text("how-title")) }
        p { (text("how")) }
        h2 { (text("rights-title")) }
        p { (text("rights")) }
        p { (text("rights-how")) }
        (for_each(visit, rulebooks, part, |_, public| of_one(visit, public)))
        p { (visit.language.markup("about-privacy-ico", &[("phone", tel(COMMISSIONER))])) }
    }
}

fn of_one(visit: &Visit, public: &Public) -> Markup {
    let own = |words: &str| html! { span dir="auto" { (words) } };
    let officer = (visit.text("about-officer"), own(&public.data_protection_officer));
    let complaints = (visit.text("about-complaints"), own(&public.complaints));
    let retention = public.retention.as_deref();
    let retention = retention.map(|words| (visit.text("about-retention"), own(words)));
    let rows = [officer].into_iter().chain(reach(visit, public)).chain([complaints]);
    html! { (list(rows.chain(retention))) }
}
