//! Tests that every message that the pages ask for is there, and that every message is asked for.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use formats::form::questions::{IN_ORDER, Kind, OF_A_CHILD};
use referral::{AccessNeed, ContactMethod, Need, Relationship};

use super::super::Language;
use super::files::messages;

/// The texts in quotes in the sources of these pages, tests left out.
fn texts() -> BTreeSet<String> {
    let mut texts = BTreeSet::new();
    collect(Path::new(env!("CARGO_MANIFEST_DIR")).join("src").as_path(), &mut texts);
    texts
}

fn collect(folder: &Path, texts: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        if name == "tests" {
            continue;
        }
        if path.is_dir() {
            collect(&path, texts);
        } else {
            let source = fs::read_to_string(&path).unwrap();
            let source = source.split("#[cfg(test)]\nmod tests {").next().unwrap();
            let lines = source.lines().filter(|line| !line.trim_start().starts_with("//"));
            for line in lines {
                // Every second part between quotes is a text.
                let parts = line.replace("'\"'", "").replace("\\\"", "");
                texts.extend(parts.split('"').skip(1).step_by(2).map(str::to_owned));
            }
        }
    }
}

/// Whether a text is an id, with `{…}` for a part that is put in.
fn may_be_an_id(text: &str) -> bool {
    let allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "-{}_.".contains(c);
    let fixed = text.split(['{', '}']).step_by(2).map(str::len).sum::<usize>();
    text.chars().all(allowed) && fixed >= 3
}

/// Whether an id is the text, or the text with its parts put in.
fn fits(id: &str, text: &str) -> bool {
    let mut fixed = text.split(['{', '}']).step_by(2);
    let Some(mut rest) = fixed.next().and_then(|first| id.strip_prefix(first)) else {
        return false;
    };
    let fixed: Vec<_> = fixed.collect();
    let Some((last, between)) = fixed.split_last() else { return rest.is_empty() };
    for part in between {
        let Some(at) = rest.find(part) else { return false };
        rest = &rest[at + part.len()..];
    }
    rest.ends_with(last)
}

/// The ids that follow from the form's questions and from the lists of codes.
fn by_code() -> BTreeSet<String> {
    let mut ids = BTreeSet::new();
    let mut list = |list: &str, codes: Vec<&str>| {
        ids.extend(codes.iter().map(|code| format!("{list}-{}", code.replace('_', "-"))));
    };
    list("need", Need::ALL.iter().map(|one| one.code()).collect());
    list("relationship", Relationship::ALL.iter().map(|one| one.code()).collect());
    list("access", AccessNeed::ALL.iter().map(|one| one.code()).collect());
    list("way", ContactMethod::ALL.iter().map(|one| one.code()).collect());
    for question in IN_ORDER.iter().chain(OF_A_CHILD) {
        list(question.words, vec!["label", "hint", "brief", "title"]);
        match question.kind {
            Kind::One(answers) => {
                list(question.words, answers.iter().map(|answer| answer.value).collect());
            }
            Kind::Tick => list(question.words, vec!["yes"]),
            _ => {}
        }
    }
    ids
}

#[test]
fn every_code_of_a_list_has_its_words() {
    let english = messages(Language::ENGLISH);
    for id in by_code() {
        let is_of_a_list =
            ["need-", "relationship-", "access-", "way-"].iter().any(|list| id.starts_with(list));
        let is_optional = ["-hint", "-title", "-yes"].iter().any(|end| id.ends_with(end));
        assert!(english.contains_key(&id) || is_optional || !is_of_a_list, "{id}");
    }
}

#[test]
fn every_message_is_asked_for() {
    let texts: Vec<_> = texts().into_iter().filter(|text| may_be_an_id(text)).collect();
    let by_code = by_code();
    let unused: Vec<_> = messages(Language::ENGLISH)
        .into_keys()
        .filter(|id| {
            // Beside each message there may be one for somebody who asks for others.
            let id = id.strip_suffix("-for-others").unwrap_or(id);
            let is_asked_for = by_code.contains(id) || texts.iter().any(|text| fits(id, text));
            !id.starts_with("error-") && !is_asked_for
        })
        .collect();
    assert!(unused.is_empty(), "{unused:?}");
}

#[test]
fn every_message_that_is_asked_for_is_there() {
    let english = messages(Language::ENGLISH);
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    let mut asked = 0;
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.file_stem().is_some_and(|name| name == "tests") {
                continue;
            }
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let source = fs::read_to_string(&path).unwrap();
            for call in [".text(", ".with(", ".markup(", ".optional("] {
                for after in source.split(call).skip(1) {
                    let Some(id) = after.trim_start().strip_prefix('"') else { continue };
                    let id = id.split('"').next().unwrap();
                    assert!(english.contains_key(id), "{id} in {}", path.display());
                    asked += 1;
                }
            }
        }
    }
    assert!(asked > 0);
}

#[test]
fn the_reader_of_sources_knows_an_id() {
    assert!(fits("where-title", "where-title") && fits("where-title", "{page}-title"));
    assert!(fits("error-phone-required", "error-{question}-{code}"));
    assert!(!fits("where-title", "where") && !fits("where-title", "title"));
    assert!(!fits("where-hint", "{page}-title") && !may_be_an_id("{}-{}"));
    assert!(texts().contains("skip-to-content"));
}
