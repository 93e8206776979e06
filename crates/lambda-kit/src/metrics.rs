//! Metrics as log lines: `CloudWatch`'s embedded metric format, which costs no request and no role.

use std::time::{SystemTime, UNIX_EPOCH};

use serde_json::{Value, json};

use crate::settings::Variables;

/// The namespace under which every metric of Hubward is listed.
const NAMESPACE: &str = "Hubward";

/// Counts `value` under `name`, for this function. A name is a fixed word and a value a number:
/// no personal detail can be in it.
#[expect(clippy::print_stdout, reason = "standard output is where CloudWatch reads metrics")]
pub fn count(name: &'static str, value: usize) {
    let function = Variables::of_process().optional("AWS_LAMBDA_FUNCTION_NAME");
    #[expect(clippy::disallowed_methods, reason = "the format asks for the time of writing")]
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    println!("{}", line(name, value, &function.unwrap_or_default(), now.as_millis()));
}

fn line(name: &str, value: usize, function: &str, millis: u128) -> Value {
    let metrics = json!([{"Name": name, "Unit": "Count"}]);
    let directive =
        json!({"Namespace": NAMESPACE, "Dimensions": [["Function"]], "Metrics": metrics});
    let mut line = json!({
        "_aws": {"Timestamp": millis, "CloudWatchMetrics": [directive]},
        "Function": function,
    });
    line[name] = value.into();
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_count_is_a_line_in_the_embedded_metric_format() {
        let line = line("UnplacedForFiveMinutes", 3, "hubward-prod-sweep", 1_763_769_600_000);
        let directive = &line["_aws"]["CloudWatchMetrics"][0];
        assert_eq!(directive["Namespace"], "Hubward");
        assert_eq!(directive["Metrics"][0]["Name"], "UnplacedForFiveMinutes");
        assert_eq!(directive["Dimensions"][0][0], "Function");
        assert_eq!(line["Function"], "hubward-prod-sweep");
        assert_eq!(line["UnplacedForFiveMinutes"], 3);
    }
}
