//! The answers of a family that were not taken as they were sent, each by its name and never by what
//! was typed.

use formats::form::questions::asked_at;
use maud::{Markup, Render, html};
use referral::{Referral, Treatment};

use crate::words;

/// The names of the answers that were not taken as they were sent, each once.
pub(super) struct Unread {
    kept: Vec<&'static str>,
    left_out: Vec<&'static str>,
}

impl Unread {
    pub(super) fn of(referral: &Referral) -> Self {
        let names = |treatment| {
            let mut names: Vec<_> = Vec::new();
            for one in referral.as_given.iter().filter(|one| one.treatment == treatment) {
                let name = in_words(&one.path);
                if !names.contains(&name) {
                    names.push(name);
                }
            }
            names
        };
        Self { kept: names(Treatment::Kept), left_out: names(Treatment::LeftOut) }
    }
}

impl Render for Unread {
    fn render(&self) -> Markup {
        html! {
            @if !self.kept.is_empty() {
                p.govuk-body {
                    "We were not sure how to read some of your answers. We have kept them just as "
                    "you gave them, and a person will look at them:"
                }
                (list(&self.kept))
            }
            @if !self.left_out.is_empty() {
                p.govuk-body { "Because it must stay secret, we have not kept:" }
                (list(&self.left_out))
            }
        }
    }
}

fn list(names: &[&str]) -> Markup {
    html! { ul { @for name in names { li { (name) } } } }
}

/// The name of an answer, by its path in the document, in the words of the form.
fn in_words(path: &str) -> &'static str {
    if path == "household.address" {
        return "your address";
    }
    let words = asked_at(path).and_then(words::of);
    words.map_or("another answer", |words| words.brief)
}
