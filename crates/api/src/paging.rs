//! Paging: the part of a list that a request asks for, by `limit` and `cursor` of its query.

use std::str::FromStr;

use lambda_kit::http::{FieldProblem, Problem, Request};
use pipeline::collect::{Filter, MOST_PER_PAGE, Query};
use pipeline::rows::Part;
use referral::{InboxId, Invalid};

use crate::cursor::Cursor;

/// The number of items on a page when the caller does not say.
pub const DEFAULT_LIMIT: usize = 20;

/// The page of a list that a request asks for: `limit` and `cursor` of its query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paging {
    /// The place after which the page begins; `None` for the first page.
    pub after: Option<Cursor>,
    /// The most items on the page, from 1 to [`MOST_PER_PAGE`].
    pub limit: usize,
}

impl Paging {
    /// Reads the page that a request asks for. The problem names every parameter at fault.
    pub fn of(request: &Request) -> Result<Self, Problem> {
        let mut faults = Vec::new();
        let paging = Self::read(request, &mut faults);
        refuse(faults)?;
        Ok(paging)
    }

    fn read(request: &Request, faults: &mut Vec<FieldProblem>) -> Self {
        let limit = given(request, "limit").map_or(Some(DEFAULT_LIMIT), |limit| limit.parse().ok());
        let limit = limit.filter(|limit| (1..=MOST_PER_PAGE).contains(limit));
        if limit.is_none() {
            let message = format!("Give a number from 1 to {MOST_PER_PAGE}.");
            faults.push(FieldProblem::new("limit", "out_of_range", &message));
        }
        let after = given(request, "cursor").map(Cursor::parse);
        if after == Some(None) {
            let message = "Give the text of `next` as it was, or leave it out.";
            faults.push(FieldProblem::new("cursor", "not_a_cursor", message));
        }
        Self { after: after.flatten(), limit: limit.unwrap_or(DEFAULT_LIMIT) }
    }

    /// The rank after which the page begins; `None` for the first page.
    pub fn rank(self) -> Option<String> {
        self.after.map(Cursor::into_rank)
    }
}

/// Reads the query of the inbox: a page, the inbox, and the filters that its entries must pass. The
/// problem names every parameter at fault.
pub fn inbox_query(request: &Request) -> Result<Query, Problem> {
    let mut faults = Vec::new();
    let inbox = given(request, "inbox").map(InboxId::parse);
    if let Some(Err(unknown)) = &inbox {
        faults.push(FieldProblem::new("inbox", unknown.code, &unknown.message));
    }
    let filter = Filter {
        part: part(request, &mut faults),
        state: code(request, "state", &mut faults),
        age: code(request, "age", &mut faults),
        need: code(request, "need", &mut faults),
        sender: code(request, "sender", &mut faults),
        mine: yes(request, "mine", &mut faults),
        late: yes(request, "late", &mut faults),
        sought: None,
    };
    let paging = Paging::read(request, &mut faults);
    refuse(faults)?;
    let (limit, after) = (paging.limit, paging.rank());
    Ok(Query { inbox: inbox.and_then(Result::ok), filter, after, limit, ..Query::default() })
}

/// A code of a list. A code that is not of the list is a fault.
fn code<T: FromStr<Err = Invalid>>(
    request: &Request,
    name: &str,
    faults: &mut Vec<FieldProblem>,
) -> Option<T> {
    match given(request, name)?.parse() {
        Ok(code) => Some(code),
        Err(unknown) => {
            faults.push(FieldProblem::new(name, unknown.code, &unknown.message));
            None
        }
    }
}

/// Whether a filter is switched on, by `yes`.
fn yes(request: &Request, name: &str, faults: &mut Vec<FieldProblem>) -> bool {
    let value = given(request, name);
    if value.is_some_and(|value| value != "yes") {
        faults.push(FieldProblem::new(name, "code_not_recognised", "Say yes, or leave it out."));
    }
    value.is_some()
}

/// The part of the inbox: `waiting`, `done`, or all of it.
fn part(request: &Request, faults: &mut Vec<FieldProblem>) -> Part {
    match given(request, "part") {
        None | Some("all") => Part::All,
        Some("waiting") => Part::Waiting,
        Some("done") => Part::Done,
        Some(_) => {
            let message = "Use one of: all, waiting, done.";
            faults.push(FieldProblem::new("part", "code_not_recognised", message));
            Part::All
        }
    }
}

/// The value of a parameter of a query. An empty one counts as left out.
fn given<'a>(request: &'a Request, name: &str) -> Option<&'a str> {
    request.query(name).filter(|value| !value.is_empty())
}

/// Refuses a query with faults, all of them at once.
fn refuse(faults: Vec<FieldProblem>) -> Result<(), Problem> {
    if faults.is_empty() {
        return Ok(());
    }
    Err(Problem::bad_request("The query cannot be read.").with_errors(faults))
}

#[cfg(test)]
mod tests {
    use lambda_kit::http::Method;
    use referral::{AgeBand, EntryId, EntryState, Need, ReferrerKind};

    use super::*;

    fn request(pairs: &[(&str, &str)]) -> Request {
        let request = Request::builder(Method::GET, "GET /v1/inbox");
        let add = |request: lambda_kit::http::RequestBuilder, (name, value): &(&str, &str)| {
            request.query(name, value)
        };
        pairs.iter().fold(request, add).build()
    }

    fn paths(problem: &Problem) -> Vec<&str> {
        assert_eq!(problem.status(), 400);
        problem.errors().iter().map(|error| error.path.as_str()).collect()
    }

    #[test]
    fn a_query_that_says_nothing_asks_for_the_first_page_of_everything() {
        let query = inbox_query(&request(&[("state", ""), ("cursor", "")])).unwrap();
        assert_eq!(query.filter, Filter::default());
        assert_eq!((query.inbox, query.limit, query.after), (None, DEFAULT_LIMIT, None));
    }

    #[test]
    fn a_state_a_limit_and_a_cursor_are_read() {
        let rank = format!("o2#1800000000000#{}", EntryId::from_random([7; 16]));
        let cursor = Cursor::after(&rank).text();
        let asked = request(&[("state", "in_progress"), ("limit", "100"), ("cursor", &cursor)]);
        let query = inbox_query(&asked).unwrap();
        assert_eq!((query.filter.state, query.limit), (Some(EntryState::InProgress), 100));
        assert_eq!(query.after, Some(rank));
    }

    #[test]
    fn a_page_is_read_alike_where_there_is_no_state() {
        let asked = |limit| Paging::of(&request(&[("state", "any"), ("limit", limit)]));
        assert_eq!(asked("7").unwrap(), Paging { after: None, limit: 7 });
        assert_eq!(paths(&asked("0").unwrap_err()), ["limit"]);
    }

    #[test]
    fn filters_are_read() {
        let asked = [
            ("inbox", "westminster-portman"),
            ("part", "waiting"),
            ("age", "under_5"),
            ("need", "parenting"),
            ("sender", "school"),
            ("mine", "yes"),
            ("late", "yes"),
        ];
        let Query { inbox, filter, .. } = inbox_query(&request(&asked)).unwrap();
        assert_eq!(inbox, InboxId::parse("westminster-portman").ok());
        let expected = Filter {
            part: Part::Waiting,
            age: Some(AgeBand::UnderFive),
            need: Some(Need::Parenting),
            sender: Some(ReferrerKind::School),
            mine: true,
            late: true,
            ..Filter::default()
        };
        assert_eq!(filter, expected);
    }

    #[test]
    fn every_filter_at_fault_is_named() {
        let names = ["inbox", "part", "age", "need", "sender", "mine", "late"];
        let asked = names.map(|name| (name, "No such!"));
        assert_eq!(paths(&inbox_query(&request(&asked)).unwrap_err()), names);
    }

    #[test]
    fn every_fault_of_a_query_is_named_at_once() {
        let faults = inbox_query(&request(&[("state", "open"), ("limit", "0"), ("cursor", "x")]));
        assert_eq!(paths(&faults.unwrap_err()), ["state", "limit", "cursor"]);
        assert_eq!(paths(&inbox_query(&request(&[("limit", "101")])).unwrap_err()), ["limit"]);
    }
}
