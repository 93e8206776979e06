//! `POST /v1/inbox/{entry}/matches/{other}`: a worker's verdict on whether two entries are about
//! one child.

use ::api::Entry;
use identity::Scope;
use lambda_kit::http::{Problem, Request, Response};
use pipeline::{Reading, collect};
use serde::Deserialize;

use super::CHANGE_SIZE;
use crate::{changes, hub::Hub, problems::of_collecting, worker};

/// The body: the worker's verdict, and the version that they looked at.
#[derive(Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Asked {
    verdict: String,
    #[serde(default, deserialize_with = "super::version::read")]
    version: Option<u64>,
}

/// Records a worker's verdict.
pub(crate) async fn decide_match<W: Reading>(
    hub: &Hub<W>,
    request: &Request,
) -> Result<Response, Problem> {
    let worker = worker::of_request(hub, request, Scope::InboxWrite).await?;
    let asked = Asked::read(request)?;
    let verdict = changes::verdict(&asked.verdict)?;
    let pair = changes::pair(request)?;
    let changed = collect::decide_match(&hub.world, &worker, pair, asked.version, verdict)
        .await
        .map_err(of_collecting)?;
    Ok(Response::ok().json(&Entry::new(&changed, &worker)))
}

impl Asked {
    fn read(request: &Request) -> Result<Self, Problem> {
        request.limit_body(CHANGE_SIZE)?;
        request.require_content_type("application/json")?;
        serde_json::from_slice(request.body()).map_err(|error| {
            if error.is_data() {
                changes::wrong_verdict()
            } else {
                Problem::bad_request("The body is not JSON.")
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use lambda_kit::http::Method;

    use super::*;

    fn read(body: &str) -> Result<Asked, u16> {
        let request = Request::builder(Method::POST, "POST /v1/inbox/{entry}/matches/{other}")
            .header("content-type", "application/json")
            .body(body)
            .build();
        Asked::read(&request).map_err(|problem| problem.status())
    }

    #[test]
    fn a_verdict_is_read_with_the_version_it_rests_on() {
        let asked = Asked { verdict: "same".to_owned(), version: Some(4) };
        assert_eq!(read(r#"{"verdict": "same", "version": 4}"#), Ok(asked));
    }

    #[test]
    fn a_body_without_a_verdict_is_refused() {
        assert_eq!(read("{}"), Err(422));
        assert_eq!(read(r#"{"verdict": "same", "hub": "review"}"#), Err(422));
        assert_eq!(read("{"), Err(400));
    }
}
