//! `GET /v1/registry/services`: every hub as a service, for anybody (Open Referral UK, HSDS 3.0).

use lambda_kit::http::Response;
use pipeline::ports::Placing;

/// The time that an answer may be kept, in seconds: hubs change by the day, not by the minute.
const KEPT: u32 = 300;

pub(crate) fn services<W: Placing>(world: &W) -> Response {
    Response::ok()
        .json(&locality::registry::services(&world.places().localities))
        .header("access-control-allow-origin", "*")
        .cacheable(KEPT)
}
