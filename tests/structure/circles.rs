//! Tests that the files of a crate depend on each other one way. A module counts with its children
//! as one among its siblings; between parent and child both ways are allowed.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::fs;
use std::path::PathBuf;

use crate::modules::{Named, Path, named};

/// Every circle between modules, in words.
fn circles(root: &str, read: &impl Fn(&str) -> Option<String>) -> Vec<String> {
    let mut ways: BTreeMap<Path, BTreeMap<Path, Named>> = BTreeMap::new();
    for one in named(root, read) {
        let same = one.by.iter().zip(&one.to).take_while(|(by, to)| by == to).count();
        if same < one.by.len() && same < one.to.len() {
            let (from, to) = (one.by[..=same].to_vec(), one.to[..=same].to_vec());
            ways.entry(from).or_default().entry(to).or_insert(one);
        }
    }
    let mut seen = BTreeSet::new();
    let mut told = Vec::new();
    for start in ways.keys() {
        let Some(circle) = shortest(&ways, start) else { continue };
        if seen.insert(circle.iter().cloned().collect::<BTreeSet<_>>()) {
            let next = circle.iter().cycle().skip(1);
            let steps = circle.iter().zip(next).map(|(from, to)| {
                let Named { by, as_written, .. } = &ways[from][to];
                format!(
                    "{} names {} ({as_written} in {})",
                    from.join("::"),
                    to.join("::"),
                    by.join("::")
                )
            });
            told.push(steps.collect::<Vec<_>>().join(", "));
        }
    }
    told
}

/// The shortest way from a module back to itself.
fn shortest(ways: &BTreeMap<Path, BTreeMap<Path, Named>>, start: &Path) -> Option<Vec<Path>> {
    let mut before: BTreeMap<&Path, &Path> = BTreeMap::new();
    let mut next = VecDeque::from([start]);
    while let Some(at) = next.pop_front() {
        for to in ways.get(at).into_iter().flat_map(BTreeMap::keys) {
            if to == start {
                let mut circle = vec![at.clone()];
                while circle.last() != Some(start) {
                    circle.push((*before[circle.last()?]).clone());
                }
                circle.reverse();
                return Some(circle);
            }
            before.entry(to).or_insert_with(|| {
                next.push_back(to);
                at
            });
        }
    }
    None
}

/// The `src` folders of all crates.
fn sources() -> Vec<PathBuf> {
    let project = e2e::project();
    let mut folders = Vec::new();
    for within in ["", "crates", "functions"] {
        for entry in fs::read_dir(project.join(within)).unwrap() {
            folders.push(entry.unwrap().path());
        }
    }
    folders.retain(|folder| folder.join("Cargo.toml").is_file());
    folders.into_iter().map(|folder| folder.join("src")).filter(|src| src.is_dir()).collect()
}

#[test]
fn the_files_of_a_crate_depend_on_each_other_one_way() {
    let sources = sources();
    assert!(sources.len() > 15, "{sources:?}");
    let mut found = Vec::new();
    for src in sources {
        let read = |file: &str| fs::read_to_string(src.join(file)).ok();
        for root in ["lib.rs", "main.rs"] {
            let told = circles(root, &read);
            found.extend(told.into_iter().map(|circle| format!("{}: {circle}", src.display())));
        }
    }
    assert!(found.is_empty(), "circles between files:\n{}", found.join("\n"));
}

/// The circles in these files.
fn found(files: &[(&str, &str)]) -> Vec<String> {
    let read = |file: &str| {
        let found = files.iter().find(|(name, _)| *name == file);
        found.map(|(_, text)| (*text).to_owned())
    };
    circles("lib.rs", &read)
}

#[test]
fn a_circle_is_told_with_what_each_file_names() {
    let planted = [
        ("lib.rs", "mod a; mod b; mod c;"),
        ("a.rs", "use crate::{\n    b::{B, other},\n    c,\n};"),
        ("b.rs", "fn b() { super::c::c() }"),
        ("c.rs", "use std::fmt;\nuse crate::a as first;"),
    ];
    let told = found(&planted);
    assert_eq!(told[0], "a names c (crate::c in a), c names a (crate::a in c)");
    assert_eq!(
        told[1],
        "b names c (super::c::c in b), c names a (crate::a in c), a names b (crate::b::B in a)"
    );
}

#[test]
fn a_circle_through_a_name_that_is_brought_in_again_is_told() {
    let planted = [
        ("lib.rs", "mod a; mod b; pub use a::{A, inner::Deep};"),
        ("a.rs", "pub mod inner; use crate::b::B;"),
        ("a/inner.rs", "pub struct Deep;"),
        ("b.rs", "use crate::Deep;"),
    ];
    assert_eq!(found(&planted), ["a names b (crate::b::B in a), b names a (crate::Deep in b)"]);
}

#[test]
fn a_child_counts_as_its_parent_among_others() {
    let planted = [
        ("lib.rs", "mod a; mod b;"),
        ("a.rs", "mod low; mod high;"),
        ("a/high.rs", "use crate::b;"),
        ("a/low.rs", ""),
        ("b.rs", "use crate::a::low::Low;"),
    ];
    let told = "a names b (crate::b in a::high), b names a (crate::a::low::Low in b)";
    assert_eq!(found(&planted), [told]);
}

#[test]
fn parent_and_child_may_name_each_other_and_tests_whatever_they_like() {
    let files = [
        ("lib.rs", "mod a; mod b; pub use a::A;"),
        ("a.rs", "mod child; use child::Child; pub struct A;"),
        ("a/child.rs", "use super::A; use crate::Other;"),
        ("b.rs", "use crate::A; /* crate::b */"),
        ("never.rs", "use crate::b;"),
    ];
    assert_eq!(found(&files), [""; 0]);
    let tested = "pub struct A;\n#[cfg(test)]\nmod tests { use crate::b::B; }";
    assert_eq!(found(&[("lib.rs", "mod a; mod b;"), ("a.rs", tested), files[3]]), [""; 0]);
}
