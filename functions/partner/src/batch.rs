//! `POST /v1/referrals/batch`: many referrals in one request, each accepted on its own.
//!
//! What was accepted stays so if the process dies before it answers: the rows have keys that do not
//! change, so that sending the batch again replays these rows and accepts the others. Concerns come
//! first, and rows for which there is no time are named, for the sender to send again.

mod key;
mod row;

use std::time::Duration;

use api::{BatchResults, RowResult};
use formats::batch::{self, Batch, Form, MAX_BYTES, MAX_ROWS, Row};
use formats::csv::columns;
use futures::stream::{self, StreamExt as _};
use lambda_kit::http::{FieldProblem, Problem, Request, Response, StatusCode};
use pipeline::ports::{Accepting, Placing};
use referral::FieldError;

use self::row::{Outcome, Rows, outage};
use crate::caller::Called;
use crate::send::fields;

/// The number of rows that are accepted at the same time.
const AT_ONCE: usize = 16;
/// The time after which no further row is begun. The API waits for 30 seconds, and a row that meets
/// trouble is tried for some of them.
const BUDGET: Duration = Duration::from_secs(18);
/// The time for which a template may be kept, in seconds.
const KEPT: u32 = 300;

pub(crate) async fn send<W>(
    world: &W,
    called: &Called,
    request: &Request,
) -> Result<Response, Problem>
where
    W: Accepting + Placing,
{
    let form = form(request)?;
    let body = request.decoded_body(MAX_BYTES)?;
    let batch = batch::rows(form, &body).map_err(unreadable)?;
    check_count(&batch)?;
    let keys = key::Keys::of(request, &batch)?;
    // A request is one, however many rows it has, and none that holds a concern is refused for its pace.
    if !batch.rows.iter().any(Row::is_concern) {
        called.require_pace()?;
    }
    let rows = Rows::new(world, &called.caller, &keys, BUDGET);
    // The sort is stable: among concerns, and among the others, the order is the sender's.
    let mut order: Vec<_> = batch.rows.iter().enumerate().collect();
    order.sort_by_key(|(_, row)| !row.is_concern());
    let mut work = Vec::with_capacity(order.len());
    for (at, row) in order {
        let rows = &rows;
        work.push(async move { (at, rows.accept(row).await) });
    }
    let mut outcomes: Vec<_> = stream::iter(work).buffer_unordered(AT_ONCE).collect().await;
    outcomes.sort_by_key(|(at, _)| *at);
    if let Some(fault) = outage(&outcomes) {
        return Err(Problem::unavailable(&fault));
    }
    let results = batch.rows.iter().zip(&outcomes);
    let results = results.map(|(row, (_, outcome))| result(row.number, outcome)).collect();
    Ok(Response::ok().json(&BatchResults::new(results)))
}

/// The answer with the template of a file.
pub(crate) fn template() -> Response {
    Response::ok()
        .bytes("text/csv; charset=utf-8; header=present", columns::template().into_bytes())
        .header("content-disposition", "attachment; filename=\"hubward-referrals.csv\"")
        .cacheable(KEPT)
}

fn form(request: &Request) -> Result<Form, Problem> {
    match request.require_content_type("text/csv") {
        Ok(()) => Ok(Form::Csv),
        Err(_) => request
            .require_content_type("application/x-ndjson")
            .map(|()| Form::Ndjson)
            .map_err(|_| {
                let detail = "Send the body as text/csv or as application/x-ndjson.";
                Problem::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "unsupported_media_type", detail)
            }),
    }
}

fn unreadable(errors: Vec<FieldError>) -> Problem {
    Problem::invalid("The file cannot be read, and no row of it was accepted.")
        .with_errors(fields(errors))
}

fn check_count(batch: &Batch) -> Result<(), Problem> {
    match batch.rows.len() {
        0 => Err(Problem::invalid("There is no row in the batch.").with_code("no_rows")),
        1..=MAX_ROWS => Ok(()),
        _ => {
            let detail =
                format!("A request may have at most {MAX_ROWS} rows. Send the others in another.");
            Err(Problem::new(StatusCode::PAYLOAD_TOO_LARGE, "too_many_rows", detail))
        }
    }
}

fn result(number: usize, outcome: &Outcome) -> RowResult<'_> {
    match outcome {
        Outcome::Kept { receipt, is_replay, warnings } => {
            RowResult::kept(number, receipt, *is_replay, warnings)
        }
        Outcome::Refused(errors) => RowResult::refused(number, errors.clone()),
        Outcome::NotReached => RowResult::try_again(
            number,
            "not_reached",
            "There was no time for this row. Send it again as it is.",
        ),
        Outcome::Unavailable(_) => RowResult::try_again(
            number,
            "unavailable",
            "The service was not available for this row. Send it again as it is.",
        ),
    }
}

/// A fault of a row, under the name of a field.
fn fault(path: &str, code: &str, message: &str) -> Vec<FieldProblem> {
    vec![FieldProblem::new(path, code, message)]
}
