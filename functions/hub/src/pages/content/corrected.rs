//! The corrections of a referral by its sender: which answers changed, and what was said before.

use std::collections::{BTreeMap, BTreeSet};

use maud::{Markup, html};
use pipeline::collect::OpenedReferral;
use referral::Referral;
use serde_json::Value;

use super::as_given::field_in_words;
use crate::pages::view::View;
use crate::when;

/// The answers that the last correction changed, by their names; nothing where nothing was corrected.
pub(super) fn changes(opened: &OpenedReferral) -> Markup {
    let Some((at, latest)) = opened.corrections().last() else { return html! {} };
    let before = opened.corrections().rev().nth(1).map(|(_, before)| before);
    let before = before.or(opened.referral.as_ref());
    html! {
        div class="govuk-inset-text" {
            p { strong { "Corrected by its sender, " (when::in_words(at)) ". This is their latest version." } }
            @match before.map(|before| changed(before, latest)) {
                Some(names) if !names.is_empty() => {
                    p { "Changed answers:" }
                    ul { @for name in names { li { mark { (name) } } } }
                }
                Some(_) => p { "No answer changed." },
                None => p { "The version before it cannot be read." },
            }
        }
    }
}

/// The versions before the latest one, closed until somebody opens them, the last one first.
pub(super) fn earlier(opened: &OpenedReferral, view: &View) -> Markup {
    let first = opened.referral.as_ref().map(|first| (opened.state.accepted_at, first));
    let mut versions: Vec<_> = first.into_iter().chain(opened.corrections()).collect();
    if opened.corrections().next().is_some() {
        versions.pop();
    } else {
        versions.clear();
    }
    html! {
        @for (at, said) in versions.into_iter().rev() {
            details {
                summary { "What they said before, " (when::in_words(at)) }
                (super::answers_of(said, &opened.state.sender, super::is_masked(said, opened, view)))
            }
        }
    }
}

/// The names of the answers that two versions give differently.
fn changed(before: &Referral, latest: &Referral) -> BTreeSet<String> {
    let [before, latest] = [before, latest].map(answers);
    let names = before.keys().chain(latest.keys());
    let differ = names.filter(|path| before.get(*path) != latest.get(*path));
    differ.map(|path| field_in_words(path)).collect()
}

/// Every answer of a referral by its path, such as `children[0].date_of_birth`.
fn answers(said: &Referral) -> BTreeMap<String, Value> {
    let mut found = BTreeMap::new();
    gather(formats::json::write(said), String::new(), &mut found);
    let given = said.as_given.iter().map(|field| {
        let text = field.text.as_ref().map_or(Value::Null, |text| text.expose().clone().into());
        (field.path.clone(), text)
    });
    found.extend(given);
    found
}

fn gather(value: Value, path: String, found: &mut BTreeMap<String, Value>) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                let path = if path.is_empty() { name } else { format!("{path}.{name}") };
                gather(value, path, found);
            }
        }
        Value::Array(items) if items.iter().any(Value::is_object) => {
            for (at, item) in items.into_iter().enumerate() {
                gather(item, format!("{path}[{at}]"), found);
            }
        }
        answer => {
            found.insert(path, answer);
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn said(day: &str, needs: &str, more: &str) -> Referral {
        let json = format!(
            r#"{{"referrer":{{"kind":"school"}},"agreement":{{"status":"agreed"}},
                "household":{{"address":{{"postcode":"SW1V 3JD"}}}},
                "children":[{{"name":{{"given":"Nguyễn"}},"date_of_birth":"{day}"}}{more}],
                "needs":{needs},"reason":"In words."}}"#
        );
        formats::json::read(json.as_bytes(), date(2026, 11, 2)).unwrap()
    }

    #[test]
    fn the_answers_that_differ_are_named_as_people_say_them() {
        let first = said("2019-01-01", r#"["parenting"]"#, "");
        assert_eq!(changed(&first, &first), BTreeSet::new());
        let second =
            said("2019-01-10", r#"["parenting","housing"]"#, r#",{"name":{"given":"محمد"}}"#);
        let names: Vec<String> = changed(&first, &second).into_iter().collect();
        assert_eq!(names, ["children 1, date of birth", "children 2, name, given", "needs"]);
        assert_eq!(changed(&second, &first), changed(&first, &second));
    }
}
