//! The queues, and the mappings that hand their messages to `route`.

use e2e::aws::Api;
use e2e::tables::Tables;
use serde_json::{Value, json};

use super::{Cloud, STAGE};

impl Cloud {
    /// Does `work` while no message is handed to `route`.
    pub(crate) fn while_nothing_is_routed<T>(&self, work: impl FnOnce() -> T) -> T {
        self.switch_mappings(false);
        let done = work();
        self.switch_mappings(true);
        done
    }

    fn switch_mappings(&self, on: bool) {
        let tables = Tables::of(self);
        let ask = |method: &str, path: &str, request: &Value| {
            tables.administrator().call_path(Api::Lambda, method, path, request)
        };
        let list = format!(
            "/2015-03-31/event-source-mappings/?FunctionName=hubward-{STAGE}-route&MaxItems=10"
        );
        let found = ask("GET", &list, &Value::Null);
        let mappings = found["EventSourceMappings"].as_array().expect("mappings");
        assert_eq!(mappings.len(), 2, "one a queue: {found}");
        for mapping in mappings {
            let id = mapping["UUID"].as_str().unwrap();
            let path = format!("/2015-03-31/event-source-mappings/{id}");
            ask("PUT", &path, &json!({"Enabled": on}));
        }
    }

    /// Does `work` while a message that was not dealt with comes again after seconds.
    pub(crate) fn while_messages_come_again_soon<T>(&self, work: impl FnOnce() -> T) -> T {
        self.hide_messages_for(3);
        let done = work();
        self.hide_messages_for(120);
        done
    }

    fn hide_messages_for(&self, seconds: u32) {
        let tables = Tables::of(self);
        for queue in ["referrals", "urgent"] {
            let attributes = json!({"VisibilityTimeout": seconds.to_string()});
            let request = json!({"QueueUrl": tables.queue(queue), "Attributes": attributes});
            tables.call_queues("SetQueueAttributes", &request);
        }
    }
}
