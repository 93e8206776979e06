//! Links by which a professional signs in: how many are sent, for how long one is good, and the name of
//! the one who uses it.
//!
//! The address behind a link is kept by the pages themselves, as a draft under the link's own secret. Nothing here
//! knows which organisations there are, so what is counted is the same for every address.

use std::time::Duration;

use referral::{EmailAddress, Personal};

use crate::ports::{
    Aliases as _, CounterStore as _, Fault, Linking, Nature as _, NotSent, Notice, Notices,
    Recipient, Sources, Template, Tokens as _,
};
use crate::rows::Actor;
use crate::secret_id::digest;
use crate::window::Window;

/// The time for which a link is good.
pub const GOOD_FOR: Duration = Duration::from_mins(15);
/// The most links that one address is sent in an hour by the clock.
pub const MOST_TO_AN_ADDRESS: u32 = 5;
/// The most links that are asked for from one source in an hour by the clock: a school's staff share one.
pub const MOST_FROM_A_SOURCE: u32 = 60;

const HOUR: Duration = Duration::from_hours(1);
/// The number of times that a link is sent while it may be tried again.
const TRIES: u32 = 2;

/// Whether a link is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pace {
    /// It is.
    Passes,
    /// The address was sent enough for this hour. Whoever asks is not told: it may not be their own.
    AddressHasEnough,
    /// The source asked for too many in this hour.
    SourceWaits {
        /// The seconds until the hour ends.
        seconds: u32,
    },
}

/// Counts a link that is asked for, by its source and by the address, whoever has it.
pub async fn pace<W: Linking>(
    world: &W,
    address: &EmailAddress,
    source: Option<&str>,
) -> Result<Pace, Fault> {
    let Window { left, .. } = Window::of(world.nature().now(), HOUR);
    if let Some(source) = source
        && !count(world, "link-from", source, MOST_FROM_A_SOURCE).await?
    {
        return Ok(Pace::SourceWaits { seconds: left });
    }
    let passes = count(world, "link-to", &known_as(address), MOST_TO_AN_ADDRESS).await?;
    Ok(if passes { Pace::Passes } else { Pace::AddressHasEnough })
}

/// Counts one more in this hour, unless there are `most` already; whether it did.
async fn count<W: Linking>(world: &W, of: &str, value: &str, most: u32) -> Result<bool, Fault> {
    let Window { begins, expires_at, .. } = Window::of(world.nature().now(), HOUR);
    // Another token in each hour: the rows do not show who asked in two of them.
    let value = format!("{of}|{value}|{begins}");
    let tokens = world.vault().tokens("", Sources, value.as_bytes())?;
    let token = tokens.into_iter().next().ok_or(Fault::Broken("there is no secret for tokens"))?;
    world.store().count_try(&token, begins, most, expires_at).await
}

/// The actor who signs in by a link to this address.
pub fn actor<W: Linking>(world: &W, address: &EmailAddress, client: &str) -> Result<Actor, Fault> {
    Ok(Actor::addressee(&world.vault().alias(&known_as(address))?, client))
}

/// The address as it is compared: mail systems take no notice of capitals.
fn known_as(address: &EmailAddress) -> String {
    address.as_str().to_lowercase()
}

/// Sends a link, a second time where the first was perhaps not taken: it is the same link, and opens once.
///
/// If the process dies, the link was sent, or its secret is nobody's and ends with its draft.
pub async fn send<W: Linking>(
    world: &W,
    notices: &impl Notices,
    to: &EmailAddress,
    organisation: &str,
    link: &str,
) -> Result<(), NotSent> {
    let notice = Notice {
        template: Template::SignInLink,
        to: Recipient::Email(to.clone()),
        values: vec![
            ("organisation", Personal::new(organisation.to_owned())),
            ("link", Personal::new(link.to_owned())),
        ],
        reference: format!("sign-in-{}", digest("notice", link.as_bytes())),
    };
    let mut attempt = 1;
    loop {
        match notices.send(&notice).await {
            Err(NotSent::TryAgain(_)) if attempt < TRIES => {
                crate::patience::pause(world.nature(), attempt).await;
            }
            outcome => return outcome,
        }
        attempt += 1;
    }
}
