//! What a request for figures asks for.

use figures::Period;
use jiff::civil::Date;
use lambda_kit::http::{Problem, Request};
use pipeline::World;
use pipeline::ports::Nature as _;
use referral::InboxId;

use crate::{hub::Hub, when};

/// The figures that are asked for.
pub(crate) struct Asked {
    /// A whole quarter: periods that overlap would tell what each withholds.
    pub(crate) period: Period,
    /// One inbox; all of the worker's if `None`.
    pub(crate) inbox: Option<InboxId>,
}

/// The day on which figures are asked for.
pub(crate) fn today<W: World>(hub: &Hub<W>) -> Date {
    when::day(hub.world.nature().now())
}

/// Reads `quarter` and `inbox` of a request. Without a quarter it is the one before this one, which is over.
pub(crate) fn read(request: &Request, today: Date) -> Result<Asked, Problem> {
    let period = match request.query("quarter") {
        None | Some("") => Period::quarter_of(today).quarter_before(),
        Some(text) => {
            text.parse().map_err(|_| Problem::bad_request("A quarter is written as 2026-Q4."))?
        }
    };
    let inbox = match request.query("inbox") {
        None | Some("") => None,
        Some(text) => Some(
            InboxId::parse(text).map_err(|_| Problem::bad_request("There is no such inbox."))?,
        ),
    };
    Ok(Asked { period, inbox })
}
