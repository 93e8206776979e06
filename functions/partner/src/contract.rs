//! `GET /openapi.json`: the contract as it is committed, for anybody.

use lambda_kit::http::Response;

/// The contract: the file that a test compares with the code.
pub(crate) const DOCUMENT: &str = include_str!("../../../schemas/openapi.json");
/// The time that it may be kept, in seconds.
pub(crate) const KEPT: u32 = 3600;

/// Answers with the contract, which every website may read.
pub(crate) fn document() -> Response {
    Response::ok()
        .bytes("application/json", DOCUMENT.as_bytes().to_vec())
        .header("access-control-allow-origin", "*")
        .cacheable(KEPT)
}
