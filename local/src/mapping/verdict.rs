//! Reads from a function's answer which messages of its batch are dealt with. Source: "Implementing
//! partial batch responses", AWS Lambda developer guide.

use serde_json::Value;

/// The verdict on the messages of a batch.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// Whether each message is dealt with, by position; false means that it comes again.
    Done(Vec<bool>),
    /// The answer cannot be trusted, so everything comes again.
    AllFailed(&'static str),
}

/// Reads the answer to a batch of the messages `ids`.
pub(super) fn read(answer: &[u8], ids: &[&str]) -> Verdict {
    let all_done = || Verdict::Done(vec![true; ids.len()]);
    if answer.trim_ascii().is_empty() {
        return all_done();
    }
    let failures = match serde_json::from_slice(answer) {
        Ok(Value::Null) => return all_done(),
        Ok(Value::Object(mut fields)) => match fields.remove("batchItemFailures") {
            None | Some(Value::Null) => return all_done(),
            Some(Value::Array(failures)) => failures,
            Some(_) => return Verdict::AllFailed("batchItemFailures is not a list"),
        },
        Ok(_) | Err(_) => return Verdict::AllFailed("the answer is not a JSON object"),
    };
    let mut done = vec![true; ids.len()];
    for failure in &failures {
        match failure["itemIdentifier"].as_str() {
            None => return Verdict::AllFailed("an itemIdentifier is missing"),
            Some("") => return Verdict::AllFailed("an itemIdentifier is empty"),
            Some(id) => match ids.iter().position(|known| *known == id) {
                Some(at) => done[at] = false,
                None => return Verdict::AllFailed("an itemIdentifier is not of this batch"),
            },
        }
    }
    Verdict::Done(done)
}

#[cfg(test)]
mod tests {
    use super::*;

    const IDS: [&str; 3] = ["a", "b", "c"];

    fn verdict(answer: &str) -> Verdict {
        read(answer.as_bytes(), &IDS)
    }

    #[test]
    fn an_answer_without_failures_means_that_all_is_done() {
        for answer in
            ["", " ", "null", "{}", r#"{"batchItemFailures":null}"#, r#"{"batchItemFailures":[]}"#]
        {
            assert_eq!(verdict(answer), Verdict::Done(vec![true; 3]), "{answer:?}");
        }
    }

    #[test]
    fn named_failures_come_again_and_the_rest_is_done() {
        let answer = r#"{"batchItemFailures":[{"itemIdentifier":"b"},{"itemIdentifier":"b"}]}"#;
        assert_eq!(verdict(answer), Verdict::Done(vec![true, false, true]));
    }

    #[test]
    fn an_answer_that_cannot_be_trusted_fails_the_whole_batch() {
        for answer in [
            r#"{"batchItemFailures":[{"itemIdentifier":""}]}"#,
            r#"{"batchItemFailures":[{"itemIdentifier":null}]}"#,
            r#"{"batchItemFailures":[{"id":"a"}]}"#,
            r#"{"batchItemFailures":[{"itemIdentifier":"unknown"}]}"#,
            r#"{"batchItemFailures":[{"itemIdentifier":"a"},{"itemIdentifier":"z"}]}"#,
            r#"{"batchItemFailures":"a"}"#,
            r#""done""#,
            "{not json",
        ] {
            assert!(matches!(verdict(answer), Verdict::AllFailed(_)), "{answer}");
        }
    }
}
