//! Tests that every error that the form can give has words of its own in every language.

use std::collections::BTreeSet;
use std::sync::Mutex;

use formats::form::{self, questions as ask};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use referral::FieldError;

use super::super::Language;
use super::files::messages;

const TODAY: jiff::civil::Date = jiff::civil::date(2026, 11, 21);

/// Answers of every kind that a field can be given, right and wrong.
fn answer() -> impl Strategy<Value = String> {
    let fixed = select(vec![
        "",
        "x",
        "1",
        "7",
        "31",
        "32",
        "13",
        "2021",
        "1850",
        "2999",
        "2027",
        "20",
        "Mar",
        "yes",
        "no",
        "call",
        "letter",
        "email",
        "text",
        "pigeon",
        "housing",
        "not_sure",
        "polski",
        "pl",
        "zz-zz-zz",
        "E09000033",
        "E99999999",
        "nowhere",
        "SW1V 2AA",
        "0L16 1AB",
        "1 High Street",
        "01632 960 001",
        "12",
        "a@",
        "name@example.com",
        "self_parent",
        "self_young_person",
        "helped_by",
        "address",
        "no-fixed-address",
        "concealed",
        "not-sure",
        "mother",
        "step_free",
        "about 3",
        "27 March 2021",
        "3/4/21",
    ]);
    prop_oneof![
        12 => fixed.prop_map(str::to_owned),
        1 => (50_usize..3_000).prop_map(|length| "word ".repeat(length / 5)),
        1 => Just("1".repeat(61)),
    ]
}

/// The key of the words of the question that an error's field asks.
fn question(path: &str) -> &'static str {
    let of_a_child = path.strip_prefix("child-").and_then(|rest| rest.split_once('-'));
    let (list, name) = match of_a_child {
        Some((number, name)) if number.parse::<usize>().is_ok() => (ask::OF_A_CHILD, name),
        _ => (ask::IN_ORDER, path),
    };
    list.iter().find(|question| question.name == name).map_or("", |question| question.words)
}

fn errors(answers: &[(String, String)]) -> Vec<FieldError> {
    let pairs = answers.iter().map(|(name, value)| (name.as_str(), value.as_str()));
    form::read(pairs, TODAY).err().unwrap_or_default()
}

fn names() -> Vec<String> {
    let own = ask::IN_ORDER.iter().map(|question| question.name.to_owned());
    let of_children =
        [1, 2].iter().flat_map(|n| ask::OF_A_CHILD.iter().map(|question| question.of_child(*n)));
    own.chain(of_children).collect()
}

/// The errors that were looked at, by question and code.
static SEEN: Mutex<BTreeSet<(&str, &str)>> = Mutex::new(BTreeSet::new());

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 1_000,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn every_error_has_words(given in prop::collection::vec((any::<Index>(), answer()), 1..20)) {
        let names = names();
        let given = given.iter().map(|(at, value)| (at.get(&names).clone(), value.clone()));
        for error in errors(&given.collect::<Vec<_>>()) {
            let question = question(&error.path);
            prop_assert!(!question.is_empty(), "{} belongs to no question", error.path);
            if !SEEN.lock().unwrap().insert((question, error.code)) {
                continue;
            }
            for language in Language::all() {
                // A message that is missing panics here.
                for for_others in [false, true] {
                    prop_assert!(!language.error(&error, question, for_others).is_empty());
                }
            }
        }
    }
}

/// The texts in quotes in the sources of a crate that may be codes.
fn codes(folder: &str) -> BTreeSet<String> {
    let mut codes = BTreeSet::new();
    let mut folders = vec![std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let source = std::fs::read_to_string(&path).unwrap();
            let is_of_code = |c: char| c.is_ascii_lowercase() || c == '_';
            let texts = source.split('"').filter(|text| text.chars().all(is_of_code));
            codes.extend(texts.filter(|text| text.len() > 3).map(str::to_owned));
        }
    }
    codes
}

#[test]
fn every_message_of_an_error_is_of_a_code_and_of_a_question() {
    let codes: BTreeSet<_> = ["../../crates/referral/src", "../../crates/formats/src", "src"]
        .into_iter()
        .flat_map(codes)
        .map(|code| code.replace('_', "-"))
        .collect();
    assert!(codes.contains("postcode-not-recognised") && codes.contains("too-long"));
    let of_form = ask::IN_ORDER.iter().chain(ask::OF_A_CHILD).map(|question| question.words);
    let of_status = ["reference", "secret", "text"];
    let keys: BTreeSet<_> = of_form.chain(of_status).collect();
    for id in messages(Language::ENGLISH).keys() {
        let Some(rest) = id.strip_prefix("error-") else {
            continue;
        };
        let rest = rest.strip_suffix("-for-others").unwrap_or(rest);
        let of = codes.iter().any(|code| {
            let question = rest.strip_suffix(code.as_str());
            question.is_some_and(|question| {
                question.is_empty() || keys.contains(question.trim_end_matches('-'))
            })
        });
        assert!(of, "{id}");
    }
}
