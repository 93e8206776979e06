//! The functions that a program holds, by the names that the linker left in it.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use object::{Object as _, ObjectSymbol as _};

/// The crates that are looked for.
const CRATES: [&str; 2] = ["store", "pipeline"];

/// The requests of the SDK that a program holds: `GetItem`. Those of STS come with the SDK's own ways
/// to find credentials, of which a function uses none.
pub(crate) fn requests(program: &Path) -> BTreeSet<String> {
    let request = |name: &str| {
        let (sdk, rest) = name.strip_prefix("aws_sdk_")?.split_once("::operation::")?;
        let (_, rest) = rest.split_once("::")?;
        let (request, _) = rest.split_once("::orchestrate")?;
        (sdk != "sts").then(|| request.to_owned())
    };
    names(program, &["orchestrate"]).iter().filter_map(|name| request(name)).collect()
}

/// The keys of every function of these crates in a program: see [`key`].
pub(crate) fn functions(program: &Path) -> BTreeSet<String> {
    names(program, &CRATES).iter().filter_map(|name| key(name)).collect()
}

/// The names in a program that hold one of these words.
fn names(program: &Path, words: &[&str]) -> Vec<String> {
    let bytes = fs::read(program).unwrap_or_else(|error| {
        panic!("{} cannot be read ({error}); run `make build`", program.display())
    });
    let file = object::File::parse(&*bytes).unwrap();
    let names = file.symbols().filter_map(|symbol| symbol.name().ok());
    let names = names.filter(|name| words.iter().any(|word| name.contains(word)));
    names.map(|name| format!("{:#}", rustc_demangle::demangle(name))).collect()
}

/// A function's name without where its code happens to stand: `store|Type::method`, with the trait
/// where it has arguments, `store|Type/Open<SessionKey>::open`; or `store|module::function`.
pub(crate) fn key(name: &str) -> Option<String> {
    if let Some(rest) = name.strip_prefix('<') {
        let end = closing(rest)?;
        let (inside, after) = (&rest[..end], rest[end + 1..].strip_prefix("::")?);
        let (of, by) = match split_once_outside(inside, " as ") {
            Some((of, by)) => (of, Some(by)),
            None => (inside, None),
        };
        let of = of.trim_start_matches('&').trim_start_matches("mut ");
        let krate = of.split("::").next()?;
        let called = segments(after).into_iter().next()?;
        return Some(format!(
            "{krate}|{}{}::{}",
            last(of),
            by.map_or(String::new(), with_arguments),
            bare(called)
        ));
    }
    let segments = segments(name);
    let segments: Vec<_> = segments.into_iter().take_while(|part| !part.starts_with('{')).collect();
    let [krate, .., owner, called] = segments.as_slice() else {
        let [krate, called] = segments.as_slice() else { return None };
        return Some(format!("{krate}|{krate}::{}", bare(called)));
    };
    let owner = match owner.strip_prefix("<impl ") {
        Some(inside) => {
            let inside = inside.strip_suffix('>')?;
            match split_once_outside(inside, " for ") {
                Some((by, of)) => format!("{}{}", last(of), with_arguments(by)),
                None => last(inside),
            }
        }
        None => bare(owner).to_owned(),
    };
    Some(format!("{krate}|{owner}::{}", bare(called)))
}

/// `/Trait<Argument>` of a trait with arguments, and nothing of another.
fn with_arguments(by: &str) -> String {
    match by.split_once('<') {
        None => String::new(),
        Some((by, arguments)) => {
            let arguments = arguments.trim_end_matches('>').split(',').map(last);
            format!("/{}<{}>", last(by), arguments.collect::<Vec<_>>().join(","))
        }
    }
}

/// The last name of a path, without arguments.
fn last(path: &str) -> String {
    let path = segments(path);
    path.last().map(|part| bare(part).to_owned()).unwrap_or_default()
}

fn bare(part: &str) -> &str {
    part.split('<').next().unwrap_or_default().trim()
}

/// The parts of a path, divided where no bracket is open.
fn segments(path: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut rest = path;
    while let Some((part, after)) = split_once_outside(rest, "::") {
        // `path::<argument>` belongs to the name before.
        if !part.is_empty() && (!part.starts_with('<') || part.starts_with("<impl ")) {
            parts.push(part);
        }
        rest = after;
    }
    if !rest.starts_with('<') {
        parts.push(rest);
    }
    parts
}

fn split_once_outside<'a>(text: &'a str, at: &str) -> Option<(&'a str, &'a str)> {
    let mut depth = 0_usize;
    for (index, letter) in text.char_indices() {
        if depth == 0 && text[index..].starts_with(at) {
            return Some((&text[..index], &text[index + at.len()..]));
        }
        match letter {
            '<' | '(' | '[' => depth += 1,
            '>' | ')' | ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    None
}

/// The place of the bracket that ends what has begun.
fn closing(text: &str) -> Option<usize> {
    let mut depth = 1_usize;
    text.char_indices().find_map(|(index, letter)| {
        match letter {
            '<' => depth += 1,
            '>' => depth -= 1,
            _ => {}
        }
        (depth == 0).then_some(index)
    })
}

#[test]
fn a_name_of_the_linker_leads_to_the_function_in_the_source() {
    for (name, expected) in [
        ("pipeline::route::deliver::bumps", "pipeline|deliver::bumps"),
        ("pipeline::route::deliver::Delivery::plan", "pipeline|Delivery::plan"),
        ("pipeline::accept::accept::{{closure}}", "pipeline|accept::accept"),
        ("pipeline::accept::accept::<store::aws::Aws<(), ()>>", "pipeline|accept::accept"),
        (
            "store::tables::read::<impl store::tables::DynamoStore>::batch::{{closure}}",
            "store|DynamoStore::batch",
        ),
        (
            "<store::tables::DynamoStore as pipeline::ports::Store>::commit",
            "store|DynamoStore::commit",
        ),
        ("<store::aws::Aws<Q,V,P> as pipeline::ports::World>::store", "store|Aws::store"),
        (
            "<store::vault::HubVault as pipeline::ports::keys::Open<pipeline::rows::session::SessionKey>>::open::{{closure}}",
            "store|HubVault/Open<SessionKey>::open",
        ),
        (
            "store::tables::sessions::<impl pipeline::ports::session::SessionStore for store::tables::DynamoStore>::session",
            "store|DynamoStore::session",
        ),
    ] {
        assert_eq!(key(name).as_deref(), Some(expected), "{name}");
    }
}
