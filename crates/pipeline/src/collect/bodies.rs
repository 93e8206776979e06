//! Reading the sealed body of a referral for a worker.

use referral::Referral;

use super::CollectError;
use crate::body;
use crate::ports::{Fault, Open as _, Reading};
use crate::rows::BodyRow;

/// The referral as it was sent; `None` if its body cannot be read.
pub(super) async fn read<W: Reading>(
    world: &W,
    row: &BodyRow,
) -> Result<Option<Referral>, CollectError> {
    let read = match world.vault().open(row.id, &row.sealed).await {
        Ok(plain) => body::read(&plain),
        Err(fault) => Err(fault),
    };
    match read {
        Ok(referral) => Ok(Some(referral)),
        Err(Fault::Broken(_)) => Ok(None),
        Err(Fault::Transient(why)) => Err(CollectError::Unavailable(why)),
    }
}
