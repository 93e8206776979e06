//! `GET /v1/referrals`: the caller's own referrals, what is new since the last look or the one that has
//! a reference.

use api::{SentCursor, SentPage};
use identity::Caller;
use lambda_kit::http::{FieldProblem, Problem, Request, Response};
use pipeline::Placing;
use pipeline::sent::{self, Sent};
use referral::Reference;

use crate::actor::actor;

/// The most referrals on a page, and the number where the caller does not say.
const MOST: usize = 100;

pub(crate) async fn sent<W: Placing>(
    world: &W,
    caller: &Caller,
    request: &Request,
) -> Result<Response, Problem> {
    let asked = Asked::of(request)?;
    let sender = actor(caller).id;
    let sent = match asked {
        // Nobody learns of another sender's referral whether it is there.
        Asked::Reference(reference) => sent::with_reference(world, &sender, &reference)
            .await
            .map(|found| Sent { referrals: found.into_iter().collect(), next: None }),
        Asked::Since(after, limit) => {
            sent::since(world, &sender, after.map(SentCursor::mark), limit).await
        }
    };
    let sent = sent.map_err(|fault| Problem::unavailable(&fault))?;
    Ok(Response::ok().json(&SentPage::new(&sent, &world.places().localities)))
}

/// The referrals that the caller asks for.
#[derive(Debug, PartialEq)]
enum Asked {
    Reference(Reference),
    Since(Option<SentCursor>, usize),
}

impl Asked {
    /// Reads the query. The problem names every parameter at fault.
    fn of(request: &Request) -> Result<Self, Problem> {
        // A parameter that is empty says nothing, as one that is left out.
        let query = |name| request.query(name).filter(|text| !text.is_empty());
        let mut faults = Vec::new();
        let mut fault = |path: &str, code: &str, message: &str| {
            faults.push(FieldProblem::new(path, code, message));
        };
        let since = query("since").map(SentCursor::parse);
        if since == Some(None) {
            fault("since", "not_a_cursor", "Give the text of `next` as it was, or leave it out.");
        }
        let limit = query("limit").map_or(Some(MOST), |limit| limit.parse().ok());
        let limit = limit.filter(|limit| (1..=MOST).contains(limit));
        if limit.is_none() {
            fault("limit", "out_of_range", &format!("Give a number from 1 to {MOST}."));
        }
        let reference = query("reference").map(str::parse::<Reference>);
        if let Some(Err(wrong)) = &reference {
            fault("reference", wrong.code, &wrong.message);
        }
        if reference.is_some() && since.is_some() {
            fault("since", "not_together", "Ask by since or by reference, not by both.");
        }
        if !faults.is_empty() {
            return Err(Problem::bad_request("The query cannot be read.").with_errors(faults));
        }
        Ok(match reference {
            Some(Ok(reference)) => Self::Reference(reference),
            _ => Self::Since(since.flatten(), limit.unwrap_or(MOST)),
        })
    }
}

#[cfg(test)]
mod tests {
    use lambda_kit::http::Method;

    use super::*;

    fn asked(query: &[(&str, &str)]) -> Result<Asked, Vec<String>> {
        let request = Request::builder(Method::GET, "GET /v1/referrals");
        let request = query.iter().fold(request, |all, (name, value)| all.query(name, value));
        Asked::of(&request.build()).map_err(|problem| {
            assert_eq!(problem.status(), 400);
            problem.errors().iter().map(|error| error.path.clone()).collect()
        })
    }

    #[test]
    fn a_query_that_says_nothing_asks_from_the_beginning() {
        assert_eq!(asked(&[]), Ok(Asked::Since(None, MOST)));
        assert_eq!(asked(&[("limit", "7")]), Ok(Asked::Since(None, 7)));
        assert_eq!(asked(&[("since", ""), ("reference", "")]), Ok(Asked::Since(None, MOST)));
    }

    #[test]
    fn a_reference_is_read_however_it_is_spelt() {
        let reference = Reference::from_random([7; 16]);
        let spelt = reference.to_string().to_lowercase().replace('-', " ");
        assert_eq!(asked(&[("reference", &spelt)]), Ok(Asked::Reference(reference)));
    }

    #[test]
    fn every_parameter_at_fault_is_named() {
        let wrong = [("since", "x"), ("limit", "101"), ("reference", "x")];
        assert_eq!(
            asked(&wrong),
            Err(vec!["since".into(), "limit".into(), "reference".into(), "since".into()])
        );
        assert_eq!(asked(&[("limit", "0")]), Err(vec!["limit".into()]));
    }
}
