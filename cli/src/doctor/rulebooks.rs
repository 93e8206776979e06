//! The rulebooks that decide: those published last, or those in the packages.

use super::finding::Findings;
use crate::deployment::Connected;

const TABLE: &str = "HUBWARD_TABLE_RULEBOOKS";

pub(super) async fn look(findings: &mut Findings, connected: &Connected) {
    let what = "rulebooks";
    let Ok(table) = connected.variable(TABLE) else {
        return findings.missing(what, format!("{TABLE} is not set: deploy again"));
    };
    match connected.operator.published_rulebooks(table).await {
        Err(error) => findings.wrong(what, error.to_string()),
        Ok(editions) => match editions.iter().find(|edition| edition.in_force) {
            Some(edition) => findings
                .ok(what, format!("edition {} is in force: {}", edition.edition, edition.what)),
            None => findings.ok(what, "those of the packages are in force; none is published"),
        },
    }
}
