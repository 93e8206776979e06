//! The end of telling.

use crate::due::DueRow;
use crate::ports::{Fault, Telling, TellingStore as _};

/// The outcome of work that ends here. What made it due anew meanwhile is found by the next sweep.
pub(super) async fn over<W: Telling, T>(world: &W, due: &DueRow, told: T) -> Result<T, Fault> {
    world.store().finish(due).await?;
    Ok(told)
}
