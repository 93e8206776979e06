//! Makes the guide that stands on the page of the contract HTML: one text for the repository and the page.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

use pulldown_cmark::{Options, Parser, html};

fn main() -> Result<(), Box<dyn Error>> {
    let here = PathBuf::from(variable("CARGO_MANIFEST_DIR")?);
    let out = PathBuf::from(variable("OUT_DIR")?);
    let guide = here.join("../../docs/guides/api.md");
    println!("cargo::rerun-if-changed={}", guide.display());
    let text = fs::read_to_string(&guide)?;
    // The page has a title of its own.
    let (_, text) = text.split_once("\n## ").ok_or("the guide has no section")?;
    fs::write(out.join("guide.html"), made(&format!("## {text}")))?;
    check(&guide, text)
}

#[expect(clippy::disallowed_methods, reason = "Cargo tells a build script by variables")]
fn variable(name: &str) -> Result<String, env::VarError> {
    env::var(name)
}

fn made(text: &str) -> String {
    let mut made = String::new();
    html::push_html(&mut made, Parser::new_ext(text, Options::ENABLE_TABLES));
    made
}

/// Refuses a link to a file, which is not beside the page.
fn check(guide: &Path, text: &str) -> Result<(), Box<dyn Error>> {
    let link = text
        .split("](")
        .skip(1)
        .find(|link| !link.starts_with('/') && !link.starts_with("https://"));
    match link {
        Some(link) => {
            let to: String = link.chars().take_while(|c| *c != ')').collect();
            Err(format!("{}: the page cannot lead to {to}", guide.display()).into())
        }
        None => Ok(()),
    }
}
