//! What somebody has sent, and how each stands: what the partners' API tells of it, in words.
//!
//! It comes from their own submission and the rulebook alone, and holds nothing of the family: this
//! function can open no referral.

use ::pages::respond;
use lambda_kit::http::{Problem, Request, Response, StatusCode};
use pipeline::rows::SentMark;
use pipeline::{Fault, Status, sent};
use referral::ReferralId;

use crate::app::{App, Serving};
use crate::pages;
use crate::session::{self, SignedIn};

/// The most referrals on a page.
const MOST: usize = 20;

/// Answers `GET /refer/professional/referrals`: the sender's own, the newest first.
pub(crate) async fn list<W: Serving>(app: &App<W>, request: &Request) -> Result<Response, Problem> {
    let SignedIn { session, .. } = match session::signed_in(app, request).await? {
        Ok(signed_in) => signed_in,
        Err(answer) => return Ok(answer),
    };
    let before = match request.query("before") {
        None => None,
        Some(text) => Some(read_mark(text).ok_or_else(|| {
            Problem::bad_request(
                "The address of this page is not whole. Begin with the first page.",
            )
        })?),
    };
    let found = sent::newest(&app.world, &session.actor, before, MOST).await.map_err(away)?;
    let next = found.next.map(|mark| write_mark(&mark));
    let page = pages::referrals(&found.referrals, before.is_some(), next.as_deref());
    Ok(respond(StatusCode::OK, page))
}

/// Answers `GET /refer/professional/referrals/{id}`.
pub(crate) async fn one<W: Serving>(app: &App<W>, request: &Request) -> Result<Response, Problem> {
    Ok(match found(app, request).await? {
        Ok(status) => respond(StatusCode::OK, pages::referral(&status)),
        Err(answer) => answer,
    })
}

/// Answers `GET /refer/professional/referrals/{id}/copy`: the status as text, to keep with the
/// organisation's own records.
pub(crate) async fn copy<W: Serving>(app: &App<W>, request: &Request) -> Result<Response, Problem> {
    Ok(match found(app, request).await? {
        Ok(status) => {
            let reference = status.reference.as_str();
            let name = format!("attachment; filename=\"status-{reference}.txt\"");
            let text = pages::status_copy(&status, app.world.today());
            Response::ok().text(text).header("content-disposition", &name)
        }
        Err(answer) => answer,
    })
}

/// The status that is asked for, if it is of the sender's own; or the way to sign in. Another's, an unknown
/// one and what is no id at all are answered alike.
async fn found<W: Serving>(
    app: &App<W>,
    request: &Request,
) -> Result<Result<Status, Response>, Problem> {
    let SignedIn { session, .. } = match session::signed_in(app, request).await? {
        Ok(signed_in) => signed_in,
        Err(answer) => return Ok(Err(answer)),
    };
    let missing = || Problem::not_found("There is no such referral of yours.");
    let id = request.path_parameter("id").and_then(|id| id.parse::<ReferralId>().ok());
    let status = pipeline::status(&app.world, &session.actor, id.ok_or_else(missing)?).await;
    status.map_err(away)?.map(Ok).ok_or_else(missing)
}

fn away(fault: Fault) -> Problem {
    Problem::unavailable(&fault)
}

/// A place in the list, as an address holds it.
fn write_mark(mark: &SentMark) -> String {
    mark.rank().replacen('#', ".", 1)
}

/// Reads a place as [`write_mark`] writes it. It is no right: a page is always of the sender's own.
fn read_mark(text: &str) -> Option<SentMark> {
    SentMark::parse(&text.replacen('.', "#", 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_in_the_list_comes_back_from_an_address() {
        let listed_at = jiff::Timestamp::from_millisecond(1_800_000_000_000).unwrap();
        let mark = SentMark { listed_at, id: ReferralId::from_random([7; 16]) };
        let text = write_mark(&mark);
        assert!(
            text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-".contains(&byte)),
            "{text}"
        );
        assert_eq!(read_mark(&text), Some(mark));
        for wrong in ["", "1800000000000", "x.y"] {
            assert_eq!(read_mark(wrong), None, "{wrong}");
        }
    }
}
