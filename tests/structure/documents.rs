//! Tests that what the documents name is there.

use std::fs;
use std::path::{Component, Path, PathBuf};

/// The folders that a path from the root of the project begins with.
const ROOTS: [&str; 11] = [
    "bench",
    "cli",
    "crates",
    "docs",
    "functions",
    "fuzz",
    "infra",
    "local",
    "localities",
    "schemas",
    "tests",
];

/// Folders whose files are built or fetched.
const MADE: [&str; 3] = ["data", "fuzz/target", "target"];

/// Names that stand for any others.
const EXAMPLES: [&str; 3] = ["foo.rs", "foo/bar.rs", "mod.rs"];

/// One document, with the folder that its links are read from.
struct Document {
    folder: PathBuf,
    text: String,
}

impl Document {
    /// Every path of the document that leads to nothing that is `there`, with its line.
    fn dead(&self, there: &[PathBuf]) -> Vec<(usize, String)> {
        let is_there = |path: &Path| there.iter().any(|one| one == path);
        let mut dead = Vec::new();
        let mut is_block = false;
        for (number, line) in (1..).zip(self.text.lines()) {
            if line.trim_start().starts_with("```") {
                is_block = !is_block;
                continue;
            }
            let mut last = None;
            let code = if is_block { vec![line] } else { spans(line) };
            for word in code.iter().flat_map(|code| code.split_whitespace()).map(bare) {
                let found = if is_from_root(word) {
                    last = Some(Path::new(word));
                    is_there(Path::new(word))
                } else {
                    is_block || !is_shorthand(word) || self.is_beside(word, last, there)
                };
                if !found {
                    dead.push((number, word.to_owned()));
                }
            }
            let links = if is_block { Vec::new() } else { links(line) };
            for link in links {
                let path = link.split('#').next().unwrap_or_default();
                if !path.is_empty() && !is_there(&normal(&self.folder.join(path))) {
                    dead.push((number, link.to_owned()));
                }
            }
        }
        dead
    }

    /// Whether a short path is there: in `src` beside the document, below a folder of the source
    /// file told before it on its line, or, where there is none, anywhere.
    fn is_beside(&self, word: &str, last: Option<&Path>, there: &[PathBuf]) -> bool {
        match last.filter(|path| is_source(path)) {
            _ if word.starts_with("src/") => there.contains(&self.folder.join(word)),
            Some(path) => path.ancestors().skip(1).any(|base| there.contains(&base.join(word))),
            None => there.iter().any(|one| one.ends_with(word)),
        }
    }
}

fn is_source(path: &Path) -> bool {
    path.extension().is_some_and(|end| end == "rs")
}

/// The parts of a line that are written as code.
fn spans(line: &str) -> Vec<&str> {
    line.split('`').skip(1).step_by(2).collect()
}

/// The places within the project that a line links to.
fn links(line: &str) -> Vec<&str> {
    let ends = line.split("](").skip(1).filter_map(|rest| rest.split_once(')'));
    ends.map(|(link, _)| link).filter(|link| !link.contains(':')).collect()
}

/// A word without what may stand around a path.
fn bare(word: &str) -> &str {
    word.trim_start_matches("./").trim_matches(['"', '\'', ',', ';', '(', ')'])
}

/// Whether a word is a path from the root of the project, whole and not a pattern.
fn is_from_root(word: &str) -> bool {
    let first = word.split_once('/').filter(|(_, rest)| !rest.is_empty()).map(|(first, _)| first);
    first.is_some_and(|first| ROOTS.contains(&first)) && is_plain(word)
}

/// Whether a word is a file, or a folder, that stands for one beside a path told before.
fn is_shorthand(word: &str) -> bool {
    let is_short = word.ends_with('/') || is_source(Path::new(word));
    is_short && is_plain(word) && !word.starts_with('/') && !EXAMPLES.contains(&word)
}

fn is_plain(word: &str) -> bool {
    word.chars().all(|c| c.is_ascii_alphanumeric() || "/._-".contains(c))
}

/// The path without `..`.
fn normal(path: &Path) -> PathBuf {
    let mut normal = PathBuf::new();
    for part in path.components() {
        if part == Component::ParentDir {
            normal.pop();
        } else {
            normal.push(part);
        }
    }
    normal
}

/// Every file and folder below a folder, by its path from the root of the project.
fn everything(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(e2e::project().join(folder)).unwrap() {
        let entry = entry.unwrap();
        let name = entry.file_name().into_string().unwrap();
        let path = folder.join(&name);
        let is_made = name.starts_with('.') || MADE.iter().any(|made| path == Path::new(made));
        if entry.file_type().unwrap().is_dir() && !is_made {
            everything(&path, found);
        }
        found.push(path);
    }
}

#[test]
fn every_path_in_the_documents_is_there() {
    let mut there = Vec::new();
    everything(Path::new(""), &mut there);
    let documents = there.iter().filter(|path| path.extension().is_some_and(|end| end == "md"));
    let documents: Vec<_> = documents.collect();
    assert!(documents.len() > 25, "{documents:?}");
    let mut dead = Vec::new();
    for path in documents {
        let text = fs::read_to_string(e2e::project().join(path)).unwrap();
        let document = Document { folder: path.parent().unwrap().to_owned(), text };
        let found = document.dead(&there);
        dead.extend(found.iter().map(|(line, word)| format!("{}:{line}: {word}", path.display())));
    }
    assert!(dead.is_empty(), "these paths lead nowhere:\n{}", dead.join("\n"));
}

#[test]
fn a_dead_path_is_told_with_its_line() {
    let text = "\
See `crates/a/src/b.rs`, `c.rs`, `gone.rs` and `docs/gone.md`.

The file `c.rs` of any folder, `d.rs` of none, `crates/*`, [a page](../docs/here.md#part), [no page](lost.md),
[a site](https://example.org/lost.md), [this page](#part).
```sh
cat ./docs/here.md | tests/lost.sh
```
";
    let there = ["crates/a/src/b.rs", "crates/a/src/c.rs", "cli/src/gone.rs", "docs/here.md"];
    let document = Document { folder: PathBuf::from("fuzz"), text: text.to_owned() };
    let dead = document.dead(&there.map(PathBuf::from));
    let told: Vec<_> = dead.iter().map(|(line, word)| (*line, word.as_str())).collect();
    assert_eq!(
        told,
        [(1, "gone.rs"), (1, "docs/gone.md"), (3, "d.rs"), (3, "lost.md"), (6, "tests/lost.sh")]
    );
}
