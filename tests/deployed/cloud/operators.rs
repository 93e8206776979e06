//! The operator's tool under the roles that the template makes for people.

use std::collections::BTreeMap;
use std::io::Write as _;
use std::process::{Command, Output, Stdio};

use e2e::tables::Tables;
use e2e::{binaries, project};

use super::{ACCOUNT, Cloud, STAGE};

impl Cloud {
    /// The variables of somebody who has taken a role: `operator`, `publisher` or `replay`.
    pub(crate) fn role(&self, role: &str) -> BTreeMap<String, String> {
        let arn = format!("arn:aws:iam::{ACCOUNT}:role/hubward-{STAGE}-{role}");
        Tables::of(self).administrator().take_role(&arn).unwrap()
    }

    /// Runs `hubward` under a role.
    pub(crate) fn hubward(&self, role: &str, arguments: &[&str]) -> Output {
        self.command(role, arguments).output().expect("hubward runs")
    }

    /// Runs `hubward` under a role, with a line as its input. It must succeed.
    #[track_caller]
    pub(crate) fn hubward_given(&self, role: &str, arguments: &[&str], line: &str) {
        let mut command = self.command(role, arguments);
        let mut tool = command.stdin(Stdio::piped()).spawn().expect("hubward runs");
        writeln!(tool.stdin.take().unwrap(), "{line}").unwrap();
        assert!(tool.wait().unwrap().success(), "{arguments:?}");
    }

    fn command(&self, role: &str, arguments: &[&str]) -> Command {
        let credentials = self.role(role);
        let credentials = credentials.iter().filter(|(name, _)| {
            ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"]
                .contains(&name.as_str())
        });
        let mut command = Command::new(binaries().join("hubward"));
        command
            .args(arguments)
            .arg("--state")
            .arg(self.state())
            .current_dir(project())
            .env_remove("HUBWARD_LOCALITIES")
            .env("USER", "tester")
            .env("AWS_CONFIG_FILE", "/dev/null")
            .env("AWS_SHARED_CREDENTIALS_FILE", "/dev/null")
            .envs(credentials);
        command
    }

    /// Runs `hubward` under a role, which must succeed, and returns its words.
    #[track_caller]
    pub(crate) fn hubward_must(&self, role: &str, arguments: &[&str]) -> String {
        let output = self.hubward(role, arguments);
        let said = said(&output);
        assert!(output.status.success(), "{arguments:?}: {said}");
        said
    }
}

/// The tool's words, on either output.
pub(crate) fn said(output: &Output) -> String {
    let (out, err) = (&output.stdout, &output.stderr);
    format!("{}{}", String::from_utf8_lossy(out), String::from_utf8_lossy(err))
}
