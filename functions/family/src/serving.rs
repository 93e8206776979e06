//! The world that the family's pages need, and the way to the start page.

use lambda_kit::http::Response;
use pipeline::{Accepting, Drafting, Noticing, Noting, Pacing, Placing, StatusTelling};

use crate::draft::Missing;

/// A world that the family's pages need.
pub(crate) trait Serving:
    Accepting + Placing + Drafting + Pacing + StatusTelling + Noting + Noticing
{
}

impl<W> Serving for W where
    W: Accepting + Placing + Drafting + Pacing + StatusTelling + Noting + Noticing
{
}

/// The way to the start page, which tells why there is no form to go on with.
pub(crate) fn begin_again(missing: Missing) -> Response {
    Response::redirect(missing.address())
}
