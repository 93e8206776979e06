//! The tools of this machine that a deployment needs.

use std::process::Command;

use super::finding::Findings;

/// The oldest versions that build and deploy Hubward: Rust as in `Cargo.toml`, and the first Python
/// that reads TOML.
const RUST: (u32, u32) = (1, 95);
const PYTHON: (u32, u32) = (3, 11);

pub(super) fn look(findings: &mut Findings) {
    tool(findings, "cargo", Some(RUST), "install Rust with rustup");
    tool(findings, "cc", None, "install a C compiler (Debian: build-essential)");
    tool(findings, "python3", Some(PYTHON), "install Python and pip (Debian: python3 python3-pip)");
    let pip = Command::new("python3").args(["-m", "pip", "--version"]).output();
    match pip {
        Ok(pip) if pip.status.success() => findings.ok("pip", first_line(&pip.stdout)),
        _ => findings.missing("pip", "install pip for python3 (Debian: python3-pip)"),
    }
}

fn tool(findings: &mut Findings, name: &str, oldest: Option<(u32, u32)>, advice: &str) {
    let said = match Command::new(name).arg("--version").output() {
        Ok(said) if said.status.success() => first_line(&said.stdout),
        _ => return findings.missing(name, advice),
    };
    match oldest {
        Some(oldest) if version(&said).is_none_or(|version| version < oldest) => {
            let (major, minor) = oldest;
            findings
                .wrong(name, format!("{said}, but {major}.{minor} or newer is needed: {advice}"));
        }
        _ => findings.ok(name, said),
    }
}

fn first_line(said: &[u8]) -> String {
    String::from_utf8_lossy(said).lines().next().unwrap_or_default().to_owned()
}

/// The first two numbers of the version in a program's words.
fn version(said: &str) -> Option<(u32, u32)> {
    let number = said.split(' ').find(|word| word.starts_with(|c: char| c.is_ascii_digit()))?;
    let mut parts = number.split('.').map(str::parse);
    Some((parts.next()?.ok()?, parts.next()?.ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_found_in_what_a_program_says() {
        assert_eq!(version("cargo 1.95.0 (abc 2026-04-01)"), Some((1, 95)));
        assert_eq!(version("Python 3.11.2"), Some((3, 11)));
        assert_eq!(version("no version"), None);
    }
}
