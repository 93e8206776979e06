//! The modules of a program or library, and the other modules that each of them names.

use std::collections::{BTreeMap, BTreeSet};

use crate::tokens::tokens;

/// A module's path from the root, which has none: `place::nearby`.
pub(crate) type Path = Vec<String>;

/// A module that names another, and the path by which it does.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Named {
    pub(crate) by: Path,
    pub(crate) to: Path,
    pub(crate) as_written: String,
}

struct Module {
    /// The names that `use` brings in, with what they stand for.
    names: BTreeMap<String, Path>,
    /// Every path in the code.
    paths: BTreeSet<Path>,
}

/// Every naming of one module by another, from the root file on. `read` gives the text of a file
/// below `src`.
pub(crate) fn named(root: &str, read: &impl Fn(&str) -> Option<String>) -> Vec<Named> {
    let mut modules = BTreeMap::new();
    collect(&mut modules, Path::new(), root, read);
    let mut all = Vec::new();
    for (by, module) in &modules {
        for path in &module.paths {
            if let Some(to) = resolve(&modules, by, path, 0).filter(|to| to != by) {
                all.push(Named { by: by.clone(), to, as_written: path.join("::") });
            }
        }
    }
    all
}

/// Reads a module's file, and those of the modules that it declares.
fn collect(
    modules: &mut BTreeMap<Path, Module>,
    at: Path,
    file: &str,
    read: &impl Fn(&str) -> Option<String>,
) {
    let Some(text) = read(file) else { return };
    let tokens = tokens(&text);
    for declared in tokens.windows(3) {
        if let [keyword, name, end] = declared
            && (keyword, end) == (&"mod".to_owned(), &";".to_owned())
        {
            let child = [&at[..], std::slice::from_ref(name)].concat();
            let file = format!("{}.rs", child.join("/"));
            collect(modules, child, &file, read);
        }
    }
    modules.insert(at, Module::of(&tokens));
}

impl Module {
    fn of(tokens: &[String]) -> Self {
        let mut module = Self { names: BTreeMap::new(), paths: BTreeSet::new() };
        let mut at = 0;
        while at < tokens.len() {
            at = match tokens[at].as_str() {
                "use" => module.import(tokens, at + 1, &Path::new()),
                _ => module.path(tokens, at),
            };
        }
        module
    }

    /// Reads a tree of `use` from `at`, and returns the place after it.
    fn import(&mut self, tokens: &[String], mut at: usize, before: &Path) -> usize {
        let mut path = before.clone();
        while let Some(token) = tokens.get(at).map(String::as_str) {
            match token {
                "{" => {
                    at += 1;
                    while tokens.get(at).is_some_and(|token| token != "}") {
                        at = match tokens[at].as_str() {
                            "," => at + 1,
                            _ => self.import(tokens, at, &path).max(at + 1),
                        };
                    }
                    return at + 1;
                }
                // From outside, although a module here has the same name.
                "::" if path.is_empty() => path.push(token.to_owned()),
                "::" | "*" => {}
                "as" => {
                    self.names.insert(tokens[at + 1].clone(), path.clone());
                    self.paths.insert(path);
                    return at + 2;
                }
                word if is_name(word) => path.push(word.to_owned()),
                _ => break,
            }
            at += 1;
        }
        if path.len() > 1 && path.last().is_some_and(|last| last == "self") {
            path.pop();
        }
        if let Some(name) = path.last() {
            self.names.insert(name.clone(), path.clone());
            self.paths.insert(path);
        }
        at
    }

    /// Reads a path of at least two parts from `at`, and returns the place after it.
    fn path(&mut self, tokens: &[String], at: usize) -> usize {
        let is_word = |at: usize| tokens.get(at).is_some_and(|token| is_name(token));
        if !is_word(at) {
            return at + 1;
        }
        let mut end = at + 1;
        while tokens.get(end).is_some_and(|token| token == "::") && is_word(end + 1) {
            end += 2;
        }
        if end > at + 1 && (at == 0 || tokens[at - 1] != "::") {
            self.paths.insert(tokens[at..end].iter().step_by(2).cloned().collect());
        }
        end
    }
}

fn is_name(token: &str) -> bool {
    token.starts_with(|c: char| c.is_alphabetic() || c == '_')
}

/// The module that a path leads to from `at`, through what others bring in again.
fn resolve(
    modules: &BTreeMap<Path, Module>,
    at: &Path,
    path: &[String],
    depth: usize,
) -> Option<Path> {
    let (first, mut rest) = path.split_first()?;
    let child = |of: &Path, name: &String| [&of[..], std::slice::from_ref(name)].concat();
    let mut found = match first.as_str() {
        "crate" => Path::new(),
        "self" => at.clone(),
        "super" => at.split_last()?.1.to_vec(),
        _ if modules.contains_key(&child(at, first)) => child(at, first),
        // Circles of names do not end by themselves: `use a::a`.
        _ if depth > 8 => return None,
        _ => {
            let whole = modules[at].names.get(first)?;
            if whole.first() == Some(first) {
                return None;
            }
            return resolve(modules, at, &[&whole[..], rest].concat(), depth + 1);
        }
    };
    while let Some((next, after)) = rest.split_first() {
        if next == "super" {
            found.pop()?;
        } else if modules.contains_key(&child(&found, next)) {
            found = child(&found, next);
        } else {
            // A name that the module does not define may be brought in from elsewhere.
            let brought = modules[&found].names.get(next).filter(|_| depth <= 8);
            let whole = brought.map(|whole| [&whole[..], after].concat());
            let further = whole.and_then(|whole| resolve(modules, &found, &whole, depth + 1));
            return Some(further.unwrap_or(found));
        }
        rest = after;
    }
    Some(found)
}
