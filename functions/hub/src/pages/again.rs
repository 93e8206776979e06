//! The page that offers a click again which met the end of a session.

use ::pages::components::{Button, SummaryList, SummaryRow};
use maud::html;
use pipeline::sessions::Click;

/// The fields of a form that say nothing to a worker.
const UNSEEN: [&str; 3] = ["version", "form", "replaces"];
/// The fields whose values are codes.
const CODES: [&str; 11] = [
    "outcome",
    "reason",
    "verdict",
    "code",
    "direction",
    "way",
    "with",
    "need",
    "agreement",
    "answer",
    "about",
];

/// The page: what will be done, what was entered, and one button.
pub(crate) fn again(click: &Click) -> String {
    let entered = click
        .fields
        .iter()
        .filter(|(name, value)| !UNSEEN.contains(&name.as_str()) && !value.trim().is_empty());
    let entered: Vec<_> = entered
        .map(|(name, value)| {
            let value =
                if CODES.contains(&name.as_str()) { in_words(value) } else { value.clone() };
            SummaryRow::of(in_words(name).as_str(), value.as_str())
        })
        .collect();
    let (what, entry) = (what(click), entry(&click.path));
    let content = html! {
        h1 { (what) "?" }
        p { "You were signed out before this was done. " strong { "It has not been done yet." } }
        @if !entered.is_empty() { (SummaryList { rows: entered, ..SummaryList::default() }) }
        form method="post" action=(click.path) {
            @for (name, value) in &click.fields { input type="hidden" name=(name) value=(value); }
            (Button::from("Yes, do it now"))
        }
        p { a href=(entry.unwrap_or("/hub")) {
            @if entry.is_some() { "No, look at the entry" } @else { "No, go to the inbox" }
        } }
    };
    super::signed_in("Do it now?", content).to_html()
}

/// The page where nothing is kept for this worker.
pub(crate) fn nothing_again() -> String {
    let content = html! {
        h1 { "Your change was not made" }
        p { "You were signed out before it was made, and it is not kept any more. Look at the entry, and make it again." }
        p { a href="/hub" { "Go to the inbox" } }
    };
    super::signed_in("Your change was not made", content).to_html()
}

/// The change that a click asks for, in words.
fn what(click: &Click) -> String {
    let parts: Vec<_> = click.path.trim_start_matches('/').split('/').collect();
    match parts.as_slice() {
        ["hub", "entries", _, "claim"] => "Claim this entry".to_owned(),
        ["hub", "entries", _, "accept"] => "Accept this entry".to_owned(),
        ["hub", "entries", _, "close"] => "Close this entry".to_owned(),
        ["hub", "entries", _, "matches", _] => {
            "Record whether two entries are about one child".to_owned()
        }
        ["hub", "entries", _, "log" | "place", _] => "Write this on the log".to_owned(),
        ["hub", "entries", _, "access", "address"] => "Show the address".to_owned(),
        ["hub", "entries", _, "access", "declare_conflict"] => {
            "Say that you know this family".to_owned()
        }
        ["hub", "entries", _, "access" | "handover", step] => {
            format!("Carry out “{}” for this entry", in_words(step).to_lowercase())
        }
        ["hub", "entries", _, action, ..] => format!("{} this entry", in_words(action)),
        _ => "Send what you entered".to_owned(),
    }
}

/// The page of the entry that a path is about.
fn entry(path: &str) -> Option<&str> {
    let rest = path.strip_prefix("/hub/entries/")?;
    let end = rest.find('/').unwrap_or(rest.len());
    path.get(..path.len() - rest.len() + end).filter(|_| end > 0)
}

/// The name of an action or a field in words: `send-to` is `Send to`.
fn in_words(name: &str) -> String {
    let words = name.replace(['-', '_'], " ");
    match words.split_at_checked(1) {
        Some((first, rest)) => first.to_uppercase() + rest,
        None => words,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn click(path: &str, fields: &[(&str, &str)]) -> Click {
        let owned = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
        Click { path: path.to_owned(), fields: fields.iter().map(owned).collect() }
    }

    #[test]
    fn the_page_says_what_will_be_done_and_sends_the_same_form() {
        let fields = [("version", "3"), ("outcome", "advice_given"), ("note", "<b>Spoke</b>")];
        let page = again(&click("/hub/entries/1-2/close", &fields));
        for part in [
            "Close this entry?",
            "It has not been done yet",
            r#"action="/hub/entries/1-2/close""#,
            r#"name="version" value="3""#,
            r#"name="outcome" value="advice_given""#,
            "Advice given",
            "&lt;b&gt;Spoke&lt;/b&gt;",
            r#"href="/hub/entries/1-2""#,
        ] {
            assert!(page.contains(part), "{part}: {page}");
        }
    }

    #[test]
    fn an_action_that_is_new_has_words_too() {
        assert_eq!(what(&click("/hub/entries/1/give-back", &[])), "Give back this entry");
        assert_eq!(what(&click("/hub/search", &[])), "Send what you entered");
        assert_eq!(what(&click("/hub/entries/1/log/note", &[])), "Write this on the log");
        let restrict = what(&click("/hub/entries/1/access/restrict", &[]));
        assert_eq!(restrict, "Carry out “restrict” for this entry");
        assert_eq!(entry("/hub/search"), None);
    }
}
