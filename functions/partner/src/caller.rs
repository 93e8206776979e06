//! The caller of a request: verified, and at a rate that every client must keep. All routes that are
//! not public begin here.

use identity::{Caller, Scope, Verifier};
use lambda_kit::http::{Problem, Request};
use lambda_kit::metrics;
use pipeline::partners;
use pipeline::ports::{Nature, Partnering};
use pipeline::rows::{Pace, Rate};
use referral::{Lane, Referral};

/// A verified caller, and whether they keep their rate.
pub(crate) struct Called {
    pub(crate) caller: Caller,
    within: Result<(), Problem>,
}

impl Called {
    /// Refuses a caller who asks too fast.
    pub(crate) fn require_pace(&self) -> Result<(), Problem> {
        self.within.clone()
    }

    /// Refuses a referral of a caller who sends too fast, unless it is a safeguarding concern.
    pub(crate) fn require_pace_for(&self, referral: &Referral) -> Result<(), Problem> {
        if referral.lane() == Lane::Safeguarding { Ok(()) } else { self.require_pace() }
    }
}

/// Tells who calls, and at what rate.
pub(crate) struct Callers {
    /// The tokens and keys that are known.
    pub(crate) verifier: Verifier,
    /// The rate of clients with whom none of their own was agreed.
    pub(crate) rate: Rate,
}

impl Callers {
    /// The caller of a request, by their API key or token, if they have this scope and keep their rate.
    pub(crate) async fn caller<W: Partnering>(
        &self,
        world: &W,
        request: &Request,
        scope: Scope,
    ) -> Result<Caller, Problem> {
        let called = self.called(world, request, scope).await?;
        called.require_pace()?;
        Ok(called.caller)
    }

    /// The caller of a request that may hold a safeguarding concern: whether they keep their rate counts
    /// once it has been read.
    pub(crate) async fn called<W: Partnering>(
        &self,
        world: &W,
        request: &Request,
        scope: Scope,
    ) -> Result<Called, Problem> {
        let caller = self.verifier.partner(world, request, scope, world.nature().now()).await?;
        let rate = caller.rate().unwrap_or(self.rate);
        // A client's id is the issuer's to give, so the issuer is part of the name.
        let client = format!("{}#{}", caller.issuer(), caller.client());
        let within = match partners::pace(world, &client, rate).await {
            Ok(Pace::Passes) => Ok(()),
            Ok(Pace::Waits { seconds }) => Err(too_fast(rate, seconds)),
            Err(fault) => {
                // A referral is worth more than the count.
                metrics::count("PaceNotCounted", 1);
                tracing::warn!(error.message = %fault, "a request was let pass without being counted");
                Ok(())
            }
        };
        Ok(Called { caller, within })
    }
}

fn too_fast(rate: Rate, seconds: u32) -> Problem {
    let (per_second, burst) = (rate.per_second(), rate.burst());
    let unit = if seconds == 1 { "second" } else { "seconds" };
    Problem::too_many_requests(
        seconds,
        format!(
            "This client sends more than {per_second} requests a second, and {burst} at once. Try \
             again in {seconds} {unit}. A safeguarding concern is always taken."
        ),
    )
}
