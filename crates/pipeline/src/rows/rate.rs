//! The arithmetic by which a client's requests are let pass or told to wait: the generic cell rate
//! algorithm (GCRA; ITU-T I.371, annex A). One time is kept for each client, its *arrival*: the
//! theoretical arrival time of the next request if requests came evenly. Time is passed in.
//!
//! The largest of two times cannot be written in one update of a table, so a request that passes is
//! one of two steps, each a conditional update of its own: the first where the client has been quiet,
//! the second within a burst. Of two requests at once, each step is carried out on what the other left.

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use super::after;

/// The furthest that clocks may be apart. An arrival that is further ahead than any clock may have set
/// it was set by a clock that is wrong, and counts as none.
const APART: Duration = Duration::from_mins(1);

/// The rate that a client may keep: requests a second, and how many may come at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Numbers", into = "Numbers")]
pub struct Rate {
    per_second: u32,
    burst: u32,
}

/// A rate as it is stored.
#[derive(Serialize, Deserialize)]
struct Numbers {
    per_second: u32,
    burst: u32,
}

/// The reason why two numbers are no rate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotARate {
    /// The number of requests a second is out of bounds.
    #[error("a rate is 1 to {} requests a second", Rate::FASTEST)]
    PerSecond,
    /// The number of requests at once is out of bounds.
    #[error("1 to {} requests may come at once", Rate::LARGEST)]
    Burst,
}

/// The answer of the rate to a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pace {
    /// The request passes.
    Passes,
    /// The request comes too soon.
    Waits {
        /// The time after which the next one passes, in whole seconds; at least one.
        seconds: u32,
    },
}

/// A change to a client's arrival, which is carried out only on its condition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PaceStep {
    /// Sets the arrival to `to`, only if there is none, or it is before `now` or after `furthest`.
    Begin {
        /// The time now.
        now: Timestamp,
        /// The time after which no arrival can rightly be.
        furthest: Timestamp,
        /// The arrival that is set.
        to: Timestamp,
    },
    /// Adds `interval` to the arrival, only if there is one and it is not after `latest`.
    Add {
        /// The time between two requests that come evenly.
        interval: Duration,
        /// The last arrival with which a request passes.
        latest: Timestamp,
    },
}

impl Rate {
    /// The most requests a second that can be asked for.
    pub const FASTEST: u32 = 1_000;
    /// The most requests at once that can be asked for.
    pub const LARGEST: u32 = 10_000;

    /// The rate of this many requests a second, and this many at once.
    pub fn new(per_second: u32, burst: u32) -> Result<Self, NotARate> {
        if !(1..=Self::FASTEST).contains(&per_second) {
            return Err(NotARate::PerSecond);
        }
        if !(1..=Self::LARGEST).contains(&burst) {
            return Err(NotARate::Burst);
        }
        Ok(Self { per_second, burst })
    }

    /// The requests a second.
    pub fn per_second(self) -> u32 {
        self.per_second
    }

    /// The requests that may come at once.
    pub fn burst(self) -> u32 {
        self.burst
    }

    /// The time between two requests that come evenly, in whole microseconds.
    fn interval(self) -> Duration {
        Duration::from_micros(u64::from(1_000_000 / self.per_second))
    }

    /// The last arrival with which a request passes now.
    fn latest(self, now: Timestamp) -> Timestamp {
        after(now, self.interval() * (self.burst - 1))
    }

    /// The step of a request after a time in which the client was quiet.
    pub fn after_quiet(self, now: Timestamp) -> PaceStep {
        let furthest = after(now, self.interval() * self.burst + APART);
        PaceStep::Begin { now, furthest, to: after(now, self.interval()) }
    }

    /// The step of a request within a burst.
    pub fn within_burst(self, now: Timestamp) -> PaceStep {
        PaceStep::Add { interval: self.interval(), latest: self.latest(now) }
    }

    /// The pace of a request that met this arrival, as the steps have it.
    pub fn pace(self, arrival: Timestamp, now: Timestamp) -> Pace {
        let over = arrival.duration_since(self.latest(now));
        if over <= SignedDuration::ZERO {
            return Pace::Passes;
        }
        let whole = over.as_secs() + i64::from(over.subsec_nanos() > 0);
        Pace::Waits { seconds: u32::try_from(whole).unwrap_or(u32::MAX).max(1) }
    }

    /// The time from which an arrival set now says nothing any more, and may be deleted.
    pub fn forgotten_at(self, now: Timestamp) -> Timestamp {
        after(now, self.interval() * self.burst + 2 * APART)
    }
}

impl PaceStep {
    /// The arrival after this step, if its condition holds for the one before.
    pub fn carried_out(self, arrival: Option<Timestamp>) -> Option<Timestamp> {
        match self {
            Self::Begin { now, furthest, to } => {
                arrival.is_none_or(|arrival| arrival < now || furthest < arrival).then_some(to)
            }
            Self::Add { interval, latest } => {
                arrival.filter(|arrival| *arrival <= latest).map(|arrival| after(arrival, interval))
            }
        }
    }
}

impl TryFrom<Numbers> for Rate {
    type Error = NotARate;

    fn try_from(Numbers { per_second, burst }: Numbers) -> Result<Self, NotARate> {
        Self::new(per_second, burst)
    }
}

impl From<Rate> for Numbers {
    fn from(Rate { per_second, burst }: Rate) -> Self {
        Self { per_second, burst }
    }
}

#[cfg(test)]
mod tests;
