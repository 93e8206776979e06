//! Calls functions by the clock, as `EventBridge` Scheduler does.

use std::sync::Arc;

use hyper::body::Bytes;
use serde_json::json;
use tokio::time::{Duration, MissedTickBehavior};
use uuid::Uuid;

use crate::{clock, lambda::Function, stop::Stop, template::ScheduleSpec};

/// Calls `function` at once and then at the schedule's rate, until `stop`.
///
/// It is called at once, so that referrals waiting in the tables are in the queues again soon after
/// a restart.
pub(crate) async fn run(
    spec: ScheduleSpec,
    function: Arc<Function>,
    region: String,
    account: String,
    mut stop: Stop,
) {
    let mut ticks = tokio::time::interval(spec.every.max(Duration::from_secs(1)));
    ticks.set_missed_tick_behavior(MissedTickBehavior::Skip);
    loop {
        tokio::select! {
            _ = ticks.tick() => {}
            () = stop.requested() => return,
        }
        // The function has logged its own failure, and the next tick does its work.
        let _ = function.invoke(payload(&spec, &region, &account)).await;
    }
}

/// The schedule's input, or the scheduler's own. Source: "`EventBridge` Scheduler templated
/// targets": without an input, a scheduled event whose `detail` is the text `{}`.
fn payload(spec: &ScheduleSpec, region: &str, account: &str) -> Bytes {
    if let Some(input) = &spec.input {
        return Bytes::from(input.clone());
    }
    let event = json!({
        "version": "0",
        "id": Uuid::new_v4().to_string(),
        "detail-type": "Scheduled Event",
        "source": "aws.scheduler",
        "account": account,
        "time": clock::now().strftime("%Y-%m-%dT%H:%M:%SZ").to_string(),
        "region": region,
        "resources": [spec.arn],
        "detail": "{}",
    });
    Bytes::from(event.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spec(input: Option<&str>) -> ScheduleSpec {
        ScheduleSpec {
            arn: "arn:aws:scheduler:eu-west-2:000000000000:schedule/default/sweep".to_owned(),
            every: Duration::from_mins(1),
            function: String::new(),
            input: input.map(str::to_owned),
        }
    }

    #[test]
    fn a_schedule_without_an_input_sends_the_schedulers_event() {
        let event = payload(&spec(None), "eu-west-2", "000000000000");
        let event: serde_json::Value = serde_json::from_slice(&event).unwrap();
        assert_eq!(event["source"], "aws.scheduler");
        assert_eq!(event["detail"], "{}");
        assert_eq!(event["time"].as_str().unwrap().len(), "2026-11-22T00:00:00Z".len());
    }

    #[test]
    fn an_input_is_sent_as_it_stands() {
        assert_eq!(payload(&spec(Some(r#"{"daily":true}"#)), "", ""), r#"{"daily":true}"#);
    }
}
