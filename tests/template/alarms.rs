//! The alarms: what they watch is really said, and what to do about each is written down.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::reading::{Template, target};

/// The metrics of AWS's own services that are watched, with the dimension that each has.
const OF_AWS: [(&str, &str, &str); 3] = [
    ("AWS/Lambda", "Errors", "FunctionName"),
    ("AWS/SQS", "ApproximateNumberOfMessagesVisible", "QueueName"),
    ("AWS/ApiGateway", "5xx", "ApiId"),
];

/// The document that holds the runbook's sections.
const RUNBOOK: &str = "docs/guides/operate.md";

fn alarms(template: &Template) -> Vec<(&str, &Value)> {
    template.all("AWS::CloudWatch::Alarm")
}

/// Every line of the functions' and their libraries' code, tests aside.
fn code(folder: &Path, text: &mut String) {
    for entry in fs::read_dir(folder).unwrap() {
        let path: PathBuf = entry.unwrap().path();
        let is_test = path.file_stem().is_some_and(|name| name == "tests");
        if path.is_dir() && !is_test {
            code(&path, text);
        } else if path.extension().is_some_and(|end| end == "rs") && !is_test {
            let file = fs::read_to_string(&path).unwrap();
            text.push_str(file.split("#[cfg(test)]").next().unwrap());
        }
    }
}

#[test]
fn an_alarm_watches_a_metric_that_is_told() {
    let template = Template::main();
    let mut told = String::new();
    for folder in ["functions", "crates"] {
        code(&e2e::project().join(folder), &mut told);
    }
    for (id, alarm) in alarms(&template) {
        let alarm = &alarm["Properties"];
        let query = alarm["Metrics"][0]["Expression"]["Fn::Sub"].as_str();
        let (namespace, metric, dimensions) = if let Some(query) = query {
            let metric = query.strip_prefix("SELECT SUM(").unwrap().split(')').next().unwrap();
            assert!(query.contains("FROM SCHEMA(Hubward, \"Function\", Client)"), "{query}");
            // An alarm takes one line of a graph.
            assert!(query.ends_with("LIMIT 1"), "{query}");
            ("Hubward", metric, vec!["Function"])
        } else {
            let dimensions = alarm["Dimensions"].as_array().unwrap().iter();
            let dimensions = dimensions.map(|one| one["Name"].as_str().unwrap());
            let text = |name: &str| alarm[name].as_str().unwrap();
            (text("Namespace"), text("MetricName"), dimensions.collect())
        };
        if namespace == "Hubward" {
            assert_eq!(dimensions, ["Function"], "{id}");
            assert!(told.contains(&format!("\"{metric}\"")), "nothing tells {metric}");
        } else {
            assert!(OF_AWS.contains(&(namespace, metric, dimensions[0])), "{id}");
        }
    }
}

#[test]
fn an_alarm_tells_somebody_and_leads_to_its_section_of_the_runbook() {
    let template = Template::main();
    let runbook = fs::read_to_string(e2e::project().join(RUNBOOK)).unwrap();
    let told =
        json!([{"Fn::If": ["MakesAlarmTopic", {"Ref": "AlarmTopic"}, {"Ref": "AlarmTopicArn"}]}]);
    let mut sections = BTreeSet::new();
    for (id, alarm) in alarms(&template) {
        let alarm = &alarm["Properties"];
        assert_eq!(alarm["AlarmActions"], told, "{id}");
        let description = alarm["AlarmDescription"].as_str().unwrap();
        let (_, leads) = description.split_once("Runbook: ").unwrap();
        let section = leads.strip_suffix(" in docs/guides/operate.md").unwrap();
        let name = alarm["AlarmName"]["Fn::Sub"].as_str().unwrap();
        assert!(
            name.starts_with("hubward-${Stage}-") && name.ends_with(section),
            "{name}: {section}"
        );
        assert!(
            runbook.lines().any(|line| line == format!("### {section}")),
            "no section {section}"
        );
        sections.insert(section);
    }
    let asked = [
        "unplaced",
        "sweep-failing",
        "sweep-silent",
        "concern-unopened",
        "clock-run-out",
        "referrals-dead-letters",
        "urgent-dead-letters",
        "webhooks-dead-letters",
        "webhook-given-up",
        "api-failing",
        "client-refused",
        "sign-ins-failing",
        "notices-not-sent",
        "notices-failing",
        "notice-given-up",
        "forms-burst",
        "concern-burst",
    ];
    assert_eq!(sections, asked.into());
}

#[test]
fn a_missing_count_rings_where_it_is_the_sign_and_nowhere_else() {
    let template = Template::main();
    for (id, alarm) in alarms(&template) {
        let expected = if id == "SweepSilentAlarm" { "breaching" } else { "notBreaching" };
        assert_eq!(alarm["Properties"]["TreatMissingData"], expected, "{id}");
    }
    let silent = template.properties("SweepSilentAlarm");
    assert_eq!(silent["Statistic"], "SampleCount");
    assert_eq!(silent["ComparisonOperator"], "LessThanThreshold");
    let every = silent["Period"].as_u64().unwrap() * silent["EvaluationPeriods"].as_u64().unwrap();
    assert!((60..300).contains(&every), "three minutes or so: {every}");
}

#[test]
fn every_dead_letter_queue_and_every_api_has_its_alarm() {
    let template = Template::main();
    let watched: BTreeSet<String> = alarms(&template)
        .iter()
        .filter_map(|(_, alarm)| Some(target(&alarm["Properties"]["Dimensions"].get(0)?["Value"])))
        .collect();
    let queues = template.all("AWS::SQS::Queue");
    let dead = queues.iter().filter(|(_, queue)| queue["Properties"]["RedrivePolicy"].is_null());
    let apis = template.all("AWS::ApiGatewayV2::Api");
    for (id, _) in dead.chain(&apis) {
        assert!(watched.contains(*id), "{id}");
    }
}

#[test]
fn alarms_have_a_topic_unless_another_is_named() {
    let template = Template::main();
    assert_eq!(template.parameter("AlarmTopicArn")["Default"], "");
    assert_eq!(template.resource("AlarmTopic")["Condition"], "MakesAlarmTopic");
    assert_eq!(target(&template.properties("AlarmTopic")["KmsMasterKeyId"]), "TablesKey");
}

#[test]
fn the_dashboard_is_json_and_shows_what_the_alarms_watch() {
    let template = Template::main();
    let body = template.properties("Dashboard")["DashboardBody"]["Fn::Sub"].as_str().unwrap();
    let body: Value = serde_json::from_str(body).unwrap();
    let shown = body.to_string();
    for (id, alarm) in alarms(&template) {
        let Some(metric) = alarm["Properties"]["MetricName"].as_str() else { continue };
        assert!(shown.contains(&format!("\"{metric}\"")), "{id}: {metric}");
    }
}
