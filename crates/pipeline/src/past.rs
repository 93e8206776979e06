//! What rules ask of a referral that is stored already: its facts, out of the sealed body, and nothing
//! else of it. For trying new rulebooks on what has come in; no function does this.

use jiff::civil::Date;
use locality::Facts;

use crate::body;
use crate::ports::{Fault, Vault};
use crate::rows::BodyRow;

/// The facts of a stored referral on a day.
pub async fn facts(vault: &impl Vault, body: &BodyRow, on: Date) -> Result<Facts, Fault> {
    let plain = vault.open(body.id, &body.sealed).await?;
    Ok(Facts::of(&body::read(&plain)?, on))
}
