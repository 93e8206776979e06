//! Reading a request's body, up to the gateway's limit.

use http_body_util::BodyExt as _;
use hyper::body::{Bytes, Incoming};

/// The largest request an HTTP API takes, in bytes. Source: API Gateway quotas.
const LIMIT: usize = 10 * 1024 * 1024;

/// The number of bytes that are read and thrown away beyond the limit, so that the client hears why
/// it is refused instead of finding its connection reset.
const PATIENCE: usize = 5 * LIMIT;

/// The reason why there is no body.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Unreadable {
    TooLarge,
    /// The client sent something else than it announced, or went away.
    Broken,
}

/// Reads the whole body.
pub(super) async fn read(mut body: Incoming) -> Result<Bytes, Unreadable> {
    let mut all = Vec::new();
    let mut seen = 0;
    while let Some(frame) = body.frame().await {
        let frame = frame.map_err(|_| Unreadable::Broken)?;
        let Some(data) = frame.data_ref() else { continue };
        seen += data.len();
        if seen <= LIMIT {
            all.extend_from_slice(data);
        } else if seen > PATIENCE {
            break;
        }
    }
    if seen <= LIMIT { Ok(all.into()) } else { Err(Unreadable::TooLarge) }
}
