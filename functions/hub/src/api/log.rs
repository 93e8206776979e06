//! `POST /v1/inbox/{entry}/log`: a system writes down what its worker did.

use ::api::LogReceipt;
use identity::Scope;
use lambda_kit::http::{FieldProblem, Problem, Request, Response};
use pipeline::collect::Logged;
use pipeline::{Logging, Reading, collect, ports::Nature as _};

use crate::logged::Asked;
use crate::place::located;
use crate::site::place::refuse_concealed;
use crate::{changes, hub::Hub, problems::of_collecting, when, worker};

/// The most bytes that the body may have: words of 2,000 characters, each of them escaped.
const SIZE: usize = 32 * 1024;
/// The length of the longest idempotency key, in bytes.
const LONGEST_KEY: usize = 255;

/// Writes an item on the log of an entry.
pub(crate) async fn append<W: Reading + Logging>(
    hub: &Hub<W>,
    request: &Request,
) -> Result<Response, Problem> {
    let worker = worker::of_request(hub, request, Scope::InboxWrite).await?;
    let key = idempotency_key(request)?;
    let asked = read(request)?;
    let item = asked
        .item()
        .map_err(|faults| Problem::invalid("Some fields need attention.").with_errors(faults))?;
    let item = located(item, &hub.postcodes, when::day(hub.world.nature().now()));
    let id = changes::entry_id(request)?;
    if matches!(item.said, Logged::Postcode(_)) {
        let opened = collect::open_without_words(&hub.world, &worker, id).await;
        refuse_concealed(&opened.map_err(of_collecting)?)?;
    }
    let appended = collect::append(&hub.world, &worker, id, key, &item).await;
    let appended = appended.map_err(of_collecting)?;
    Ok(Response::ok().json(&LogReceipt::new(&appended, &worker)))
}

/// The caller's key: the same item that is sent with it again is one item.
fn idempotency_key(request: &Request) -> Result<&str, Problem> {
    let key = request.header("idempotency-key").map(str::trim).unwrap_or_default();
    let is_plain = key.bytes().all(|byte| byte.is_ascii_graphic() || byte == b' ');
    if key.is_empty() || key.len() > LONGEST_KEY || !is_plain {
        let message = "Send a header of at most 255 visible ASCII characters, such as a UUID.";
        return Err(Problem::bad_request(
            "Send an Idempotency-Key, so that a retry cannot write a second item.",
        )
        .with_errors([FieldProblem::new("Idempotency-Key", "missing", message)]));
    }
    Ok(key)
}

fn read(request: &Request) -> Result<Asked, Problem> {
    request.limit_body(SIZE)?;
    request.require_content_type("application/json")?;
    // serde_json's own error may quote the item: it is dropped.
    serde_json::from_slice(request.body()).map_err(|error| {
        if error.is_data() {
            let message = "Give the fields of the item, each as a text, and done as true or false.";
            Problem::invalid("The body has fields that are not known, or of the wrong type.")
                .with_errors([FieldProblem::new("", "unknown_field_or_type", message)])
        } else {
            Problem::bad_request("The body is not JSON.")
        }
    })
}

#[cfg(test)]
mod tests {
    use lambda_kit::http::Method;

    use super::*;

    fn request(key: Option<&str>, body: &str) -> Request {
        let request = Request::builder(Method::POST, "POST /v1/inbox/{entry}/log")
            .header("content-type", "application/json");
        let request = match key {
            Some(key) => request.header("idempotency-key", key),
            None => request,
        };
        request.body(body).build()
    }

    #[test]
    fn a_key_of_the_callers_own_is_needed() {
        for key in [None, Some(""), Some("ä"), Some("k".repeat(256).as_str())] {
            let problem = idempotency_key(&request(key, "{}")).unwrap_err();
            assert_eq!(problem.status(), 400);
        }
        assert_eq!(idempotency_key(&request(Some("k-1"), "{}")).unwrap(), "k-1");
    }

    #[test]
    fn a_body_that_is_not_one_is_refused_without_a_word_of_it() {
        for (body, status) in [
            ("{", 400),
            (r#"{"kind": "note", "words": 7}"#, 422),
            (r#"{"kind": "note", "secret": "Amina"}"#, 422),
            (&" ".repeat(33 * 1024), 413),
        ] {
            let problem = read(&request(Some("k"), body)).err().unwrap();
            assert_eq!(problem.status(), status, "{body:.40}");
            assert!(!format!("{problem:?}").contains("Amina"));
        }
    }
}
