//! The needs of a deployment before it begins, as the program that deploys finds them: the
//! configuration has one reader.

use std::path::Path;
use std::process::Command;

use super::finding::{Finding, Findings};

pub(super) fn look(findings: &mut Findings, deploy: &Path, config: &Path) {
    if !deploy.is_file() {
        let told = "run this in Hubward's folder, or name the program with --deploy";
        return findings.missing(deploy.display().to_string(), told);
    }
    let said = Command::new("python3")
        .arg(deploy)
        .args(["check", "--json", "--config"])
        .arg(config)
        .stderr(std::process::Stdio::inherit())
        .output();
    let found =
        said.ok().and_then(|said| serde_json::from_slice::<Vec<Finding>>(&said.stdout).ok());
    if let Some(found) = found {
        findings.extend(found);
    } else {
        let told = "its check did not come to an end: what it says stands above";
        findings.wrong(deploy.display().to_string(), told);
    }
}
