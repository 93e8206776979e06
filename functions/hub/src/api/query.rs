//! The query of a list request: `state` (of the inbox), `limit`, `cursor`.

use lambda_kit::http::{FieldProblem, Problem, Request};
use pipeline::collect::{MOST_PER_PAGE, Query};
use referral::EntryState;

use super::cursor;
use crate::problems::field;

/// The number of entries on a page when the caller does not say.
const DEFAULT_LIMIT: usize = 20;

/// The page of a list that is asked for.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Paging {
    pub(crate) after: Option<String>,
    pub(crate) limit: usize,
}

/// The page asked for, or everything that is wrong with the query.
pub(crate) fn paging(request: &Request) -> Result<Paging, Problem> {
    let mut faults = Vec::new();
    let paging = read_paging(request, &mut faults);
    refuse(faults)?;
    Ok(paging)
}

/// The query of the inbox, or everything that is wrong with it.
pub(crate) fn query(request: &Request) -> Result<Query, Problem> {
    let mut faults = Vec::new();
    let state = given(request, "state").map(str::parse::<EntryState>);
    if let Some(Err(unknown)) = &state {
        faults.push(field("state", unknown.code, &unknown.message));
    }
    let Paging { after, limit } = read_paging(request, &mut faults);
    refuse(faults)?;
    Ok(Query { state: state.and_then(Result::ok), inbox: None, after, limit })
}

fn read_paging(request: &Request, faults: &mut Vec<FieldProblem>) -> Paging {
    let limit = given(request, "limit").map_or(Some(DEFAULT_LIMIT), |limit| limit.parse().ok());
    let limit = limit.filter(|limit| (1..=MOST_PER_PAGE).contains(limit));
    if limit.is_none() {
        let message = format!("Give a number from 1 to {MOST_PER_PAGE}.");
        faults.push(field("limit", "out_of_range", &message));
    }
    let after = given(request, "cursor").map(cursor::rank);
    if after == Some(None) {
        let message = "Give the text of `next` as it was, or leave it out.";
        faults.push(field("cursor", "not_a_cursor", message));
    }
    Paging { after: after.flatten(), limit: limit.unwrap_or(DEFAULT_LIMIT) }
}

/// A parameter of the query. An empty one counts as not given.
fn given<'a>(request: &'a Request, name: &str) -> Option<&'a str> {
    request.query(name).filter(|value| !value.is_empty())
}

fn refuse(faults: Vec<FieldProblem>) -> Result<(), Problem> {
    if faults.is_empty() {
        return Ok(());
    }
    Err(Problem::bad_request("The query cannot be read.").with_errors(faults))
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
    fn a_query_without_parameters_is_the_first_page_of_all_entries() {
        let query = asked(&[("state", ""), ("cursor", "")]).unwrap();
        assert_eq!((query.state, query.limit, query.after), (None, DEFAULT_LIMIT, None));
    }

    #[test]
    fn a_state_and_a_limit_are_read() {
        let query = asked(&[("state", "in_progress"), ("limit", "100")]).unwrap();
        assert_eq!((query.state, query.limit), (Some(EntryState::InProgress), 100));
    }

    #[test]
    fn a_page_is_read_alike_where_there_is_no_state() {
        let request = |limit: &str| {
            let request = Request::builder(Method::GET, "GET /v1/matches").query("state", "any");
            request.query("limit", limit).build()
        };
        assert_eq!(paging(&request("7")).unwrap(), Paging { after: None, limit: 7 });
        assert_eq!(paging(&request("0")).unwrap_err().status(), 400);
    }

    #[test]
    fn every_fault_is_named_at_once() {
        let faults = asked(&[("state", "open"), ("limit", "0"), ("cursor", "x")]).unwrap_err();
        assert_eq!(faults, ["state", "limit", "cursor"]);
        assert_eq!(asked(&[("limit", "101")]).unwrap_err(), ["limit"]);
    }
}
