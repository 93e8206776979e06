//! The event that Lambda makes of SQS messages. Source: "Using Lambda with Amazon SQS".

use rustack_sqs_model::types::{Message, MessageAttributeValue};
use serde_json::{Map, Value, json};

/// The event for a batch from the queue `source`.
pub(super) fn of(batch: &[Message], source: &str, region: &str) -> Value {
    let records: Vec<Value> = batch.iter().map(|message| record(message, source, region)).collect();
    json!({"Records": records})
}

fn record(message: &Message, source: &str, region: &str) -> Value {
    // The attributes are collected into JSON's own map, which is in order.
    let attributes: Map<String, Value> =
        message.attributes.iter().map(|(name, value)| (name.clone(), json!(value))).collect();
    let own: Map<String, Value> = message
        .message_attributes
        .iter()
        .map(|(name, value)| (name.clone(), attribute(value)))
        .collect();
    json!({
        "messageId": message.message_id,
        "receiptHandle": message.receipt_handle,
        "body": message.body,
        "attributes": attributes,
        "messageAttributes": own,
        "md5OfBody": message.md5_of_body,
        "eventSource": "aws:sqs",
        "eventSourceARN": source,
        "awsRegion": region,
    })
}

fn attribute(value: &MessageAttributeValue) -> Value {
    use base64::{Engine as _, engine::general_purpose::STANDARD};
    json!({
        "stringValue": value.string_value,
        "binaryValue": value.binary_value.as_ref().map(|bytes| STANDARD.encode(bytes)),
        "stringListValues": [],
        "binaryListValues": [],
        "dataType": value.data_type,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_carries_the_fields_that_lambda_sends() {
        let message = Message {
            message_id: Some("m-1".to_owned()),
            receipt_handle: Some("r-1".to_owned()),
            body: Some(r#"{"referral":"x"}"#.to_owned()),
            md5_of_body: Some("d41d".to_owned()),
            attributes: [("ApproximateReceiveCount".to_owned(), "2".to_owned())].into(),
            ..Message::default()
        };
        let event = of(&[message], "arn:aws:sqs:eu-west-2:000000000000:q", "eu-west-2");
        let record = &event["Records"][0];
        assert_eq!(record["messageId"], "m-1");
        assert_eq!(record["body"], r#"{"referral":"x"}"#);
        assert_eq!(record["attributes"]["ApproximateReceiveCount"], "2");
        assert_eq!(record["eventSource"], "aws:sqs");
        assert_eq!(record["eventSourceARN"], "arn:aws:sqs:eu-west-2:000000000000:q");
        assert_eq!(record["awsRegion"], "eu-west-2");
        assert_eq!(record["messageAttributes"], json!({}));
    }
}
