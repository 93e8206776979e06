//! The reply to a batch of referrals: one result for each row.

use lambda_kit::http::FieldProblem;
use pipeline::Receipt;
use referral::{Reference, ReferralId};
use schemars::JsonSchema;
use serde::Serialize;

use crate::partner::{PhoneNow, Warning};
use crate::texts;

/// The reply to a batch. It has a result for each row that is not blank, in the order in which they
/// were sent.
#[derive(Serialize, JsonSchema)]
pub struct BatchResults<'a> {
    /// The number of rows that were accepted now.
    pub accepted: usize,
    /// The number of rows that had been accepted before, under the same key.
    pub replayed: usize,
    /// The number of rows that were refused, and will be again unless they are changed.
    pub refused: usize,
    /// The number of rows that are to be sent again as they are.
    pub try_again: usize,
    /// The results.
    pub rows: Vec<RowResult<'a>>,
}

/// The result of one row.
#[derive(Serialize, JsonSchema)]
pub struct RowResult<'a> {
    /// The number of the row: of CSV as a spreadsheet shows it, the header being 1; of NDJSON the
    /// line.
    pub row: usize,
    /// The outcome.
    pub status: RowStatus,
    /// The id of the referral; null where there is none.
    #[schemars(with = "Option<texts::Id>")]
    pub id: Option<ReferralId>,
    /// The reference of the referral, for people; null where there is none.
    #[schemars(with = "Option<texts::Reference>")]
    pub reference: Option<Reference>,
    /// The numbers to ring now; left out where nobody may be in danger.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "PhoneNow")]
    pub phone_now: Option<PhoneNow<'a>>,
    /// The fields that the sender should look at, though the referral stands; left out where there
    /// are none. A path is the name of a column in CSV.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub warnings: Vec<Warning<'a>>,
    /// The faults for which the row was not accepted; left out where it was. A path is the name of a
    /// column in CSV, and empty where the fault is of the whole row.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<FieldProblem>,
}

/// The outcome of one row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RowStatus {
    /// It is kept, and will be in exactly one inbox.
    Accepted,
    /// It was accepted before, and is no second referral.
    Replayed,
    /// It is not accepted, for the errors that are told.
    Refused,
    /// It is not known to be accepted: send the row again as it is, which makes no second referral.
    TryAgain,
}

impl<'a> BatchResults<'a> {
    /// The reply that counts these results.
    pub fn new(rows: Vec<RowResult<'a>>) -> Self {
        let count = |status| rows.iter().filter(|row| row.status == status).count();
        Self {
            accepted: count(RowStatus::Accepted),
            replayed: count(RowStatus::Replayed),
            refused: count(RowStatus::Refused),
            try_again: count(RowStatus::TryAgain),
            rows,
        }
    }
}

impl<'a> RowResult<'a> {
    /// The result of a row that is kept, now or, as a replay, since it was first sent.
    pub fn kept(
        row: usize,
        receipt: &'a Receipt,
        is_replay: bool,
        warnings: &'a [referral::Warning],
    ) -> Self {
        let status = if is_replay { RowStatus::Replayed } else { RowStatus::Accepted };
        Self {
            id: Some(receipt.id),
            reference: Some(receipt.reference),
            phone_now: receipt.phone_now.as_ref().map(PhoneNow::from),
            warnings: warnings.iter().map(Warning::from).collect(),
            ..Self::without_referral(row, status, Vec::new())
        }
    }

    /// The result of a row that was refused.
    pub fn refused(row: usize, errors: Vec<FieldProblem>) -> Self {
        Self::without_referral(row, RowStatus::Refused, errors)
    }

    /// The result of a row that is to be sent again.
    pub fn try_again(row: usize, code: &str, message: &str) -> Self {
        let error = FieldProblem::new("", code, message);
        Self::without_referral(row, RowStatus::TryAgain, vec![error])
    }

    fn without_referral(row: usize, status: RowStatus, errors: Vec<FieldProblem>) -> Self {
        let (id, reference, phone_now) = (None, None, None);
        Self { row, status, id, reference, phone_now, warnings: Vec::new(), errors }
    }
}
