//! Pace: how many sendings come from one source in an hour. The source is kept as a keyed token, another
//! one in each hour, so that the rows of two hours do not show that one source sent in both.

use std::time::Duration;

use crate::ports::{CounterStore as _, Fault, Nature as _, Pacing, Sources, Tokens as _};
use crate::window::Window;

/// The length of a window.
const WINDOW: Duration = Duration::from_hours(1);

/// Counts a sending from a source, and answers how many came from it in this hour, this one included.
/// Where an answer is lost on the way, a sending may count twice.
pub async fn count<W: Pacing>(world: &W, source: &str) -> Result<u32, Fault> {
    let Window { begins, expires_at, .. } = Window::of(world.nature().now(), WINDOW);
    let value = format!("{source}|{begins}");
    let tokens = world.vault().tokens("", Sources, value.as_bytes())?;
    let token = tokens.into_iter().next().ok_or(Fault::Broken("there is no secret for tokens"))?;
    world.store().count_sending(&token, begins, expires_at).await
}
