//! The tables of a deployment: there, with their keys and indexes, and safe from loss.

use store::TableFound;

use super::finding::Findings;
use crate::deployment::Connected;

/// A table as the template makes it.
struct Table {
    variable: &'static str,
    key: &'static [&'static str],
    indexes: &'static [&'static str],
    /// The attribute by which rows expire.
    expires: Option<&'static str>,
    /// Whether rows that were deleted can be restored: what a family wiped away must not be.
    restored: bool,
}

/// A table of rows that stay.
const fn lasting(variable: &'static str, key: &'static [&'static str]) -> Table {
    Table { variable, key, indexes: &[], expires: None, restored: true }
}

const TABLES: [Table; 9] = [
    Table { expires: Some("expires"), ..lasting("HUBWARD_TABLE_REFERRALS", &["pk", "sk"]) },
    Table { indexes: &["by_inbox", "by_triage"], ..lasting("HUBWARD_TABLE_INBOX", &["entry"]) },
    Table { expires: Some("expires"), ..lasting("HUBWARD_TABLE_MATCHES", &["token", "child"]) },
    lasting("HUBWARD_TABLE_AUDIT", &["stream", "seq"]),
    Table { indexes: &["by_shard"], ..lasting("HUBWARD_TABLE_DUE", &["work"]) },
    Table { expires: Some("expires"), ..lasting("HUBWARD_TABLE_SESSIONS", &["id"]) },
    Table { expires: Some("expires"), restored: false, ..lasting("HUBWARD_TABLE_DRAFTS", &["id"]) },
    lasting("HUBWARD_TABLE_RULEBOOKS", &["pk", "sk"]),
    Table { expires: Some("expires"), ..lasting("HUBWARD_TABLE_PARTNERS", &["id"]) },
];

pub(super) async fn look(findings: &mut Findings, connected: &Connected) {
    for table in &TABLES {
        let what = table.variable.trim_start_matches("HUBWARD_TABLE_").to_lowercase();
        let what = format!("table {what}");
        let Ok(name) = connected.variable(table.variable) else {
            findings.missing(what, format!("{} is not set: deploy again", table.variable));
            continue;
        };
        match connected.operator.inspect_table(name).await {
            Ok(None) => findings.missing(what, format!("there is no table {name}")),
            Err(error) => findings.wrong(what, error.to_string()),
            Ok(Some(found)) => {
                let faults = table.faults(&found, connected.is_on_one_machine());
                if faults.is_empty() {
                    findings.ok(what, name);
                } else {
                    findings.wrong(what, format!("{name}: {}", faults.join("; ")));
                }
            }
        }
    }
    if connected.is_on_one_machine() {
        let told = "on one machine tables have no recovery, key or protection of their own";
        findings.skipped("tables' safety", told);
    }
}

impl Table {
    /// The settings of the table that are wrong, each with its remedy.
    fn faults(&self, found: &TableFound, is_on_one_machine: bool) -> Vec<String> {
        let mut faults = Vec::new();
        let mut check = |holds: bool, fault: String| {
            if !holds {
                faults.push(fault);
            }
        };
        check(found.key == self.key, format!("its key is {:?}, not {:?}", found.key, self.key));
        let has = |name: &&&str| found.indexes.iter().any(|index| index == **name);
        for index in self.indexes.iter().filter(|name| !has(name)) {
            check(false, format!("the index {index} is missing"));
        }
        if is_on_one_machine {
            return faults;
        }
        check(found.own_key, "it is not encrypted with Hubward's key: deploy again".to_owned());
        check(found.protected, "deletion protection is off: turn it on again".to_owned());
        match found.recovery {
            Some(is_on) => {
                let (is, should_be) = if is_on { ("on", "off") } else { ("off", "on") };
                let fault = format!("point-in-time recovery is {is}: turn it {should_be} again");
                check(is_on == self.restored, fault);
            }
            None => check(false, "whether it can be restored cannot be asked".to_owned()),
        }
        match (&found.expires, self.expires) {
            (None, _) => check(false, "whether rows expire cannot be asked".to_owned()),
            (Some(found), expected) if found.as_deref() == expected => {}
            (Some(_), Some(expected)) => {
                check(false, format!("rows do not expire by `{expected}`: deploy again"));
            }
            (Some(Some(found)), None) => {
                check(false, format!("rows expire by `{found}`: they must stay; turn that off"));
            }
            (Some(None), None) => {}
        }
        faults
    }
}
