//! One row of a batch on its way into the tables.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use formats::batch::Row;
use formats::{Context, json};
use identity::Caller;
use jiff::Timestamp;
use lambda_kit::http::FieldProblem;
use pipeline::accept::accept_or_replay;
use pipeline::accept::latest_date;
use pipeline::ports::{Accepting, Nature, Placing};
use pipeline::{AcceptError, Receipt, Submission};
use referral::{Referral, Warning};

use super::fault;
use super::key::{Keys, RowKey};
use crate::actor::actor;
use crate::admit::allow;
use crate::send::fields;

/// The time for which a key of a row means the same row. A file is sent again days later, and by
/// colleagues; a family that is referred anew after this time is no repetition.
pub(super) const WINDOW: Duration = Duration::from_hours(30 * 24);
/// The most errors that are told of one row, so that an answer stays small.
const MOST_ERRORS: usize = 20;
/// The number of rows that may meet an outage before no further one is begun.
const MOST_OUTAGES: usize = 5;

/// The outcome of a row.
pub(super) enum Outcome {
    Kept { receipt: Receipt, is_replay: bool, warnings: Vec<Warning> },
    Refused(Vec<FieldProblem>),
    NotReached,
    Unavailable(AcceptError),
}

/// The parts that the rows of one batch share.
pub(super) struct Rows<'a, W> {
    world: &'a W,
    caller: &'a Caller,
    keys: &'a Keys<'a>,
    until: Timestamp,
    outages: AtomicUsize,
}

impl<'a, W: Accepting + Placing> Rows<'a, W> {
    pub(super) fn new(
        world: &'a W,
        caller: &'a Caller,
        keys: &'a Keys<'a>,
        budget: Duration,
    ) -> Self {
        let until = world.nature().now() + budget;
        Self { world, caller, keys, until, outages: AtomicUsize::new(0) }
    }

    /// Accepts a row, unless the time is over or the tables are away.
    pub(super) async fn accept(&self, row: &Row) -> Outcome {
        let is_away = self.outages.load(Ordering::Relaxed) >= MOST_OUTAGES;
        if is_away || self.world.nature().now() >= self.until {
            return Outcome::NotReached;
        }
        let (submission, referral) = match self.submission(row) {
            Ok(read) => read,
            Err(mut errors) => {
                errors.truncate(MOST_ERRORS);
                return Outcome::Refused(errors);
            }
        };
        match accept_or_replay(self.world, submission).await {
            Ok((receipt, is_replay)) => {
                // The warnings are for the day on which it was first accepted.
                let warnings = referral.warnings(latest_date(receipt.accepted_at)).into_iter();
                let named = |one: Warning| Warning { path: row.name_of(&one.path), ..one };
                let warnings = warnings.take(MOST_ERRORS).map(named).collect();
                Outcome::Kept { receipt, is_replay, warnings }
            }
            Err(AcceptError::KeyReused(_)) => Outcome::Refused(fault(
                formats::batch::KEY,
                "reused",
                "This key was used for a referral with other content. Use a new key for a new \
                 referral.",
            )),
            Err(error @ AcceptError::Unavailable(_)) => {
                self.outages.fetch_add(1, Ordering::Relaxed);
                Outcome::Unavailable(error)
            }
        }
    }

    /// The submission of a row, and the referral in it; or all that is wrong with the row.
    fn submission(&self, row: &Row) -> Result<(Submission, Referral), Vec<FieldProblem>> {
        let today = latest_date(self.world.nature().now());
        let places = self.world.places();
        let facts = Context { today, exists: &|postcode| places.index.has(&postcode) };
        let referral = row.read(facts).map_err(|errors| fields(errors).collect::<Vec<_>>())?;
        allow(self.caller, &referral, &places, today).map_err(|problem| {
            let errors = problem.errors().iter().cloned();
            errors
                .map(|one| FieldProblem { path: row.name_of(&one.path), ..one })
                .collect::<Vec<_>>()
        })?;
        let (key, content) = match self.keys.of_row(row)? {
            // The same key at the route for one referral means the same submission.
            RowKey::Own(key) => (key, json::digest_input(&referral)),
            RowKey::Made { key, content } => (key, content),
        };
        let submission = Submission {
            submitter: actor(self.caller),
            key,
            window: WINDOW,
            content,
            referral: referral.clone(),
            status: None,
            suspect: false,
            told: self.caller.told().cloned(),
        };
        Ok((submission, referral))
    }
}

/// The fault that no row has got past: the batch as a whole is to be sent again then.
pub(super) fn outage(outcomes: &[(usize, Outcome)]) -> Option<AcceptError> {
    let mut first = None;
    for (_, outcome) in outcomes {
        match outcome {
            Outcome::Unavailable(error) => first = first.or(Some(*error)),
            Outcome::NotReached => {}
            Outcome::Kept { .. } | Outcome::Refused(_) => return None,
        }
    }
    first
}
