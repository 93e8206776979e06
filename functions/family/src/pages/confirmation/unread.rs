//! The answers of a family that were not taken as they were sent, each by its name and never by what
//! was typed.

use maud::{Markup, Render, html};
use referral::{Referral, Treatment};

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
    html! { ul.govuk-list.govuk-list--bullet { @for name in names { li { (name) } } } }
}

/// The question of a field of the form, by its path in the document, in the words of the page.
fn in_words(path: &str) -> &'static str {
    let parts = path.split('.').map(|part| part.split('[').next().unwrap_or_default());
    match parts.collect::<Vec<_>>().as_slice() {
        ["adults", "name", "given"] => "your first name",
        ["adults", "name", "family"] => "your last name",
        ["adults", "relationship"] => "what you are to the children",
        ["adults", "phone"] => "your phone number",
        ["adults", "email"] => "your email address",
        ["adults", "safe_to"] => "which ways are safe for you",
        ["adults", "best_times"] => "when is a good time",
        ["must_not_know", ..] => "who must not find out",
        ["household", "address", "town"] => "your town or city",
        ["household", "address", "postcode"] => "your postcode",
        ["household", "address", ..] => "your address",
        ["household", "authority"] => "your council",
        ["household", "language"] => "which language to use with you",
        ["household", "accessibility" | "accessibility_note"] => {
            "what would make it easier for you"
        }
        ["household", ..] => "where you live",
        ["children", "name", ..] => "the name of a child",
        ["children", "date_of_birth"] => "a child’s date of birth",
        ["children", "due_date"] => "the date your baby is due",
        ["needs"] => "what you would like help with",
        ["reason"] => "what is happening",
        ["family_voice"] => "what would help most",
        ["already_tried"] => "what you have tried",
        ["others_helping"] => "who helps you now",
        ["urgency"] => "whether it can wait a few days",
        ["referrer", "helped_by", "setting"] => "where the helper is",
        ["referrer", "helped_by", "organisation"] => "who the helper works or volunteers for",
        ["referrer", "helped_by", "name"] => "the helper’s name",
        _ => "another answer",
    }
}
