//! The keys of a batch's rows: the sender's own, or one made of the batch's key and of what the row
//! says.

use std::fmt::Write as _;

use formats::batch::{Batch, KEY, Row};
use lambda_kit::http::{FieldProblem, Problem, Request};
use sha2::{Digest as _, Sha256};

use super::fault;
use crate::send::{KEY_MALFORMED, is_key};

/// The keys of the rows that have none of their own begin with this one.
pub(super) struct Keys<'a>(Option<&'a str>);

/// The key of one row.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum RowKey {
    /// The sender's own: the row under it may not change.
    Own(String),
    /// A key that is made of these bytes, which tell all that the row says.
    Made { key: String, content: Vec<u8> },
}

impl<'a> Keys<'a> {
    /// The batch's key, which may be left out if every row has its own. A row that cannot be read at
    /// all is refused by itself, and spoils no other.
    pub(super) fn of(request: &'a Request, batch: &Batch) -> Result<Self, Problem> {
        let given = request.header("idempotency-key").map(str::trim).filter(|key| !key.is_empty());
        let wrong = |code: &str, message: &str| {
            Problem::bad_request("Send keys, so that a retry cannot make a second referral.")
                .with_errors([FieldProblem::new("Idempotency-Key", code, message)])
        };
        match given {
            Some(key) if is_key(key) => Ok(Self(Some(key))),
            Some(_) => Err(wrong("malformed", KEY_MALFORMED)),
            None if batch.rows.iter().all(|row| row.key().is_some() || !row.is_told_apart()) => {
                Ok(Self(None))
            }
            None => Err(wrong(
                "missing",
                "Send a header Idempotency-Key of your own choosing, or an idempotency_key in every \
                 row.",
            )),
        }
    }

    /// The key of a row.
    pub(super) fn of_row(&self, row: &Row) -> Result<RowKey, Vec<FieldProblem>> {
        if let Some(key) = row.key() {
            let own = || RowKey::Own(key.to_owned());
            return is_key(key).then(own).ok_or_else(|| fault(KEY, "malformed", KEY_MALFORMED));
        }
        let content = row.content();
        let mut key = format!("{}/row/", self.0.unwrap_or_default());
        for byte in Sha256::digest(&content) {
            // Writing to a string cannot fail.
            let _ = write!(key, "{byte:02x}");
        }
        Ok(RowKey::Made { key, content })
    }
}

#[cfg(test)]
mod tests {
    use formats::batch::{Form, rows};
    use lambda_kit::http::Method;

    use super::*;

    fn keys(header: Option<&str>, csv: &str) -> Result<Vec<Result<RowKey, String>>, String> {
        let batch = rows(Form::Csv, csv.as_bytes()).unwrap();
        let request = Request::builder(Method::POST, "POST /v1/referrals/batch");
        let request = header.iter().fold(request, |made, key| made.header("idempotency-key", key));
        let request = request.build();
        let keys =
            Keys::of(&request, &batch).map_err(|problem| problem.errors()[0].code.clone())?;
        let of_row = |row| keys.of_row(row).map_err(|errors| errors[0].code.clone());
        Ok(batch.rows.iter().map(of_row).collect())
    }

    #[test]
    fn rows_that_say_the_same_have_one_key_and_others_another() {
        let made =
            keys(Some("spring"), "postcode,reason\nSW1V 2AA,x\n\"SW1V 2AA\",x\nSW1V 2AA,y\n");
        let made: Vec<_> = made.unwrap().into_iter().map(Result::unwrap).collect();
        assert_eq!(made[0], made[1]);
        assert_ne!(made[0], made[2]);
        let RowKey::Made { key, .. } = &made[0] else { panic!("{made:?}") };
        assert!(key.starts_with("spring/row/") && key.len() == 11 + 64, "{key}");
        let other = keys(Some("summer"), "postcode,reason\nSW1V 2AA,x\n").unwrap();
        assert_ne!(other[0].as_ref(), Ok(&made[0]));
    }

    #[test]
    fn a_batch_without_a_key_needs_one_in_every_row() {
        let text = "postcode,idempotency_key\nSW1V 2AA,a\nSW1V 2AA,";
        assert_eq!(keys(None, text), Err("missing".to_owned()));
        assert_eq!(keys(None, &format!("{text}b")).unwrap().len(), 2);
        assert_eq!(keys(Some("ü"), text), Err("malformed".to_owned()));
        let wrong = keys(None, "postcode,idempotency_key\nSW1V 2AA,Nguyễn").unwrap();
        assert_eq!(wrong, [Err("malformed".to_owned())]);
    }
}
