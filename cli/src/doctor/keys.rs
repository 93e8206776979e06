//! The keys and secrets of a deployment: there, usable, and renewed.

use store::{KeyName, KeySource};

use super::finding::Findings;
use crate::deployment::Connected;

pub(super) async fn look(findings: &mut Findings, connected: &Connected) {
    for name in KeyName::ALL {
        let is_key = name.is_of_data_keys();
        let what = format!("{} {name}", if is_key { "key" } else { "secret" });
        match connected.key_source(name) {
            Err(_) => {
                findings.missing(what, format!("{} is not set: deploy again", name.variable()));
            }
            Ok(KeySource::Aws(arn)) if is_key => {
                customer_key(findings, connected, what, &arn).await;
            }
            Ok(source) => match connected.operator.key_versions(name, &source).await {
                Ok(found) => {
                    findings.ok(what, format!("version {} is in force", found.versions.current()));
                }
                Err(error) => findings.wrong(what, error.to_string()),
            },
        }
    }
}

async fn customer_key(findings: &mut Findings, connected: &Connected, what: String, arn: &str) {
    match connected.operator.customer_key(arn).await {
        Err(error) => findings.wrong(what, format!("{arn}: {error}")),
        Ok(key) if !key.enabled => {
            findings.wrong(what, format!("{arn} is disabled: enable it, nothing can be opened"));
        }
        Ok(key) => match key.rotates_itself {
            Some(true) => findings.ok(what, arn),
            Some(false) => findings.wrong(what, format!("{arn} is not rotated: turn that on")),
            None => findings.wrong(what, format!("{arn}: whether it is rotated cannot be asked")),
        },
    }
}
