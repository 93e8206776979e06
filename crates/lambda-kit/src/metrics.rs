//! Metrics as log lines: `CloudWatch`'s embedded metric format, which costs no request and no role.

use std::time::{SystemTime, UNIX_EPOCH};

use serde_json::{Value, json};

use crate::settings::Variables;

/// The namespace under which every metric of Hubward is listed.
const NAMESPACE: &str = "Hubward";

/// Counts `value` under `name`, for this function. A name is a fixed word and a value a number:
/// no personal detail can be in it.
pub fn count(name: &'static str, value: usize) {
    write(name, value, None);
}

/// As [`count`], apart for each value of one more dimension: an id of a program, never of a person.
pub fn count_by(name: &'static str, value: usize, dimension: &'static str, of: &str) {
    write(name, value, Some((dimension, of)));
}

#[expect(clippy::print_stdout, reason = "standard output is where CloudWatch reads metrics")]
fn write(name: &str, value: usize, dimension: Option<(&str, &str)>) {
    let function = Variables::of_process().optional("AWS_LAMBDA_FUNCTION_NAME");
    #[expect(clippy::disallowed_methods, reason = "the format asks for the time of writing")]
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    println!("{}", line(name, value, &function.unwrap_or_default(), dimension, now.as_millis()));
}

fn line(
    name: &str,
    value: usize,
    function: &str,
    dimension: Option<(&str, &str)>,
    millis: u128,
) -> Value {
    let metrics = json!([{"Name": name, "Unit": "Count"}]);
    let dimensions: Vec<&str> =
        ["Function"].into_iter().chain(dimension.map(|(name, _)| name)).collect();
    let directive = json!({"Namespace": NAMESPACE, "Dimensions": [dimensions], "Metrics": metrics});
    let mut line = json!({
        "_aws": {"Timestamp": millis, "CloudWatchMetrics": [directive]},
        "Function": function,
    });
    if let Some((name, of)) = dimension {
        line[name] = of.into();
    }
    line[name] = value.into();
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_count_is_a_line_in_the_embedded_metric_format() {
        let line = line("UnplacedForFiveMinutes", 3, "hubward-prod-sweep", None, 1_763_769_600_000);
        let directive = &line["_aws"]["CloudWatchMetrics"][0];
        assert_eq!(directive["Namespace"], "Hubward");
        assert_eq!(directive["Metrics"][0]["Name"], "UnplacedForFiveMinutes");
        assert_eq!(directive["Dimensions"][0][0], "Function");
        assert_eq!(line["Function"], "hubward-prod-sweep");
        assert_eq!(line["UnplacedForFiveMinutes"], 3);
    }

    #[test]
    fn a_count_can_be_apart_for_each_client() {
        let client = Some(("Client", "school"));
        let line = line("RequestsRefused", 1, "hubward-prod-partner", client, 1_763_769_600_000);
        let directive = &line["_aws"]["CloudWatchMetrics"][0];
        assert_eq!(directive["Dimensions"], json!([["Function", "Client"]]));
        assert_eq!(line["Client"], "school");
    }
}
