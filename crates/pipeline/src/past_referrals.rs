//! The facts of a stored referral, by which rulebooks place it, read from its sealed body; nothing
//! else of the body is given out. They serve to try new rulebooks on the referrals that are stored;
//! no Lambda function does this.

use jiff::civil::Date;
use locality::Facts;
use referral::ReferralId;

use crate::body;
use crate::ports::{Fault, Open};
use crate::rows::BodyRow;

/// The facts of a stored referral on a day.
pub async fn facts(
    vault: &impl Open<ReferralId>,
    body: &BodyRow,
    on: Date,
) -> Result<Facts, Fault> {
    let plain = vault.open(body.id, &body.sealed).await?;
    Ok(Facts::of(&body::read(&plain)?, on))
}
