//! Runs schemathesis against the stack: data that fits the contract and data that breaks it, one request
//! after another as its links say, with and without a token.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;

use e2e::family::family;
use e2e::project;

use crate::stack;

/// The operations of partners and of hubs: the paths, and the client that asks.
const PARTS: [(&str, &str); 2] = [
    ("^/(openapi|v1/(referrals|registry)|fhir)", "school"),
    ("^/v1/(inbox|matches|authorities)", "all-hubs"),
];

/// The number of generated cases an operation, if `CONTRACT_EXAMPLES` does not say.
const EXAMPLES: &str = "4";

#[test]
fn schemathesis_finds_nothing_that_the_contract_does_not_allow() {
    let tools = tools();
    // There is something to open, claim and close.
    for _ in 0..12 {
        stack().post_referral(&family());
    }
    let runs = PARTS.map(|(paths, client)| {
        let (tools, token) = (tools.clone(), stack().token(client));
        thread::spawn(move || run(&tools, paths, &token))
    });
    for ((paths, _), run) in PARTS.into_iter().zip(runs) {
        let (succeeded, said) = run.join().unwrap();
        assert!(succeeded, "{paths}:\n{said}");
        // A run that chose no operation would have found nothing either.
        assert!(said.contains("Tested: ") && !said.contains("Tested: 0"), "{said}");
    }
}

/// The folder with schemathesis, which is fetched if it is not there.
fn tools() -> PathBuf {
    let fetched = Command::new("python3")
        .arg(project().join("infra/tools.py"))
        .arg("contract")
        .output()
        .unwrap();
    assert!(fetched.status.success(), "{}", String::from_utf8_lossy(&fetched.stderr));
    PathBuf::from(String::from_utf8(fetched.stdout).unwrap().trim_end())
}

fn run(tools: &Path, paths: &str, token: &str) -> (bool, String) {
    let here = project().join("tests/contract");
    let folder = tempfile::tempdir().unwrap();
    #[expect(clippy::disallowed_methods, reason = "a test's own settings")]
    let examples = std::env::var("CONTRACT_EXAMPLES").unwrap_or_else(|_| EXAMPLES.to_owned());
    let output = Command::new("python3")
        .arg(tools.join("bin/st"))
        .arg("--config-file")
        .arg(here.join("schemathesis.toml"))
        .arg("run")
        .arg(format!("{}/openapi.json", stack().url()))
        .args(["--url", &stack().url(), "--include-path-regex", paths])
        .args(["--header", &format!("Authorization: Bearer {token}")])
        .args(["--max-examples", &examples])
        .current_dir(folder.path())
        .env("PYTHONPATH", std::env::join_paths([tools, here.as_path()]).unwrap())
        .env("SCHEMATHESIS_HOOKS", "hooks")
        .env("PYTHONDONTWRITEBYTECODE", "1")
        .output()
        .unwrap();
    let said = [output.stdout, output.stderr].concat();
    (output.status.success(), String::from_utf8_lossy(&said).into_owned())
}
