//! Pages about these pages, linked from the foot of every one: accessibility, privacy, cookies,
//! contact. What differs between authorities comes from their files, each in a part of its own.

mod accessibility;
mod contact;
mod cookies;
mod privacy;

use ::pages::components::{SummaryList, SummaryRow};
use locality::Localities;
use locality::rulebook::{Public, Rulebook};
use maud::{Markup, html};

use super::helplines::tel;
use crate::visit::Visit;

/// The pages, by the names in their addresses, in the order of their links.
const PAGES: [&str; 4] = ["accessibility", "privacy", "cookies", "contact"];

/// The page of a name, if there is one.
pub(crate) fn about(visit: &Visit, localities: &Localities, page: &str) -> Option<String> {
    let rulebooks = localities.rulebooks();
    let content = match page {
        "accessibility" => accessibility::content(visit, rulebooks),
        "privacy" => privacy::content(visit, rulebooks),
        "cookies" => cookies::content(visit),
        "contact" => contact::content(visit, rulebooks),
        _ => return None,
    };
    let title = visit.text(&format!("about-{page}-title"));
    Some(super::page(visit, &html! { h1 { (title) } (content) }).to_html())
}

/// The links to the pages: words and address.
pub(super) fn links(visit: &Visit) -> Vec<(String, String)> {
    let link = |page: &str| (visit.text(&format!("about-{page}-link")), format!("/about/{page}"));
    PAGES.iter().map(|page| link(page)).collect()
}

/// The heading of an authority's part, on a page that has others above it.
fn part(name: &str) -> Markup {
    html! { h3 { (name) } }
}

/// A part for each authority: what its file tells the public, or its front door's number.
fn for_each(
    visit: &Visit,
    rulebooks: &[Rulebook],
    heading: impl Fn(&str) -> Markup,
    content: impl Fn(&Rulebook, &Public) -> Markup,
) -> Markup {
    html! {
        @for rulebook in rulebooks {
            @match &rulebook.public {
                Some(public) => {
                    @if rulebooks.len() > 1 {
                        (heading(&visit.language.with("about-of", &[("name", &public.name)])))
                    }
                    (content(rulebook, public))
                }
                None => p {
                    (visit.language.markup("about-not-filled", &[
                        ("name", html! { (rulebook.authority.name) }),
                        ("phone", tel(&rulebook.front_door.in_hours)),
                    ]))
                },
            }
        }
    }
}

/// Names and values below each other.
fn list(rows: impl IntoIterator<Item = (String, Markup)>) -> SummaryList {
    let row = |(key, value): (String, Markup)| SummaryRow {
        key: key.into(),
        value: value.into(),
        ..SummaryRow::default()
    };
    SummaryList { rows: rows.into_iter().map(row).collect(), ..SummaryList::default() }
}

/// An e-mail address that may be written to.
fn mail(address: &str) -> Markup {
    html! { a href={ "mailto:" (address) } { (address) } }
}

/// The ways to reach an authority about these pages.
fn reach(visit: &Visit, public: &Public) -> [(String, Markup); 3] {
    [
        (visit.text("about-email"), mail(&public.email)),
        (visit.text("about-phone"), tel(&public.phone)),
        // What a council wrote may be in another language than the page.
        (visit.text("about-post"), html! { span dir="auto" { (public.post) } }),
    ]
}
