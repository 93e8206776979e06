//! What a list request asks for: `state`, `limit`, `cursor`.

use lambda_kit::http::{FieldProblem, Problem, Request};
use pipeline::collect::{MOST_PER_PAGE, Query};
use referral::EntryState;

use super::cursor;
use crate::problems::field;

/// Entries a page when the caller does not say.
const DEFAULT_LIMIT: usize = 20;

/// The query, or everything that is wrong with it. An empty parameter is one not given.
pub(crate) fn query(request: &Request) -> Result<Query, Problem> {
    let given = |name: &str| request.query(name).filter(|value| !value.is_empty());
    let mut faults: Vec<FieldProblem> = Vec::new();
    let mut fault = |path: &str, code: &str, message: &str| faults.push(field(path, code, message));

    let state = given("state").map(str::parse::<EntryState>);
    if let Some(Err(unknown)) = &state {
        fault("state", unknown.code, &unknown.message);
    }
    let limit = given("limit").map_or(Some(DEFAULT_LIMIT), |limit| limit.parse().ok());
    let limit = limit.filter(|limit| (1..=MOST_PER_PAGE).contains(limit));
    if limit.is_none() {
        fault("limit", "out_of_range", &format!("Give a number from 1 to {MOST_PER_PAGE}."));
    }
    let after = given("cursor").map(cursor::rank);
    if after == Some(None) {
        fault("cursor", "not_a_cursor", "Give the text of `next` as it was, or leave it out.");
    }
    if !faults.is_empty() {
        return Err(Problem::bad_request("The query cannot be read.").with_errors(faults));
    }
    Ok(Query {
        state: state.and_then(Result::ok),
        inbox: None,
        after: after.flatten(),
        limit: limit.unwrap_or(DEFAULT_LIMIT),
    })
}

#[cfg(test)]
mod tests {
    use lambda_kit::http::Method;

    use super::*;

    fn asked(pairs: &[(&str, &str)]) -> Result<Query, Vec<String>> {
        let request = pairs
            .iter()
            .fold(Request::builder(Method::GET, "GET /v1/inbox"), |request, (name, value)| {
                request.query(name, value)
            })
            .build();
        query(&request).map_err(|problem| {
            assert_eq!(problem.status(), 400);
            problem.errors().iter().map(|error| error.path.clone()).collect()
        })
    }

    #[test]
    fn nothing_asked_is_the_first_page_of_everything() {
        let query = asked(&[("state", ""), ("cursor", "")]).unwrap();
        assert_eq!((query.state, query.limit, query.after), (None, DEFAULT_LIMIT, None));
    }

    #[test]
    fn a_state_and_a_limit_are_read() {
        let query = asked(&[("state", "in_progress"), ("limit", "100")]).unwrap();
        assert_eq!((query.state, query.limit), (Some(EntryState::InProgress), 100));
    }

    #[test]
    fn every_fault_is_named_at_once() {
        let faults = asked(&[("state", "open"), ("limit", "0"), ("cursor", "x")]).unwrap_err();
        assert_eq!(faults, ["state", "limit", "cursor"]);
        assert_eq!(asked(&[("limit", "101")]).unwrap_err(), ["limit"]);
    }
}
