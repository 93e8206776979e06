//! The files that pages ask for: one stylesheet, without anything personal, so any cache may keep it.

use lambda_kit::http::{Problem, Request, Response};

const CSS: &str = include_str!("../assets/family.css");
/// How long a cache may keep a file: a day, in seconds.
const KEEP: u32 = 86_400;

/// The file that the route names.
pub(crate) fn file(request: &Request) -> Result<Response, Problem> {
    match request.path_parameter("file") {
        Some("family.css") => {
            Ok(Response::ok().bytes("text/css; charset=utf-8", CSS.into()).cacheable(KEEP))
        }
        _ => Err(Problem::not_found("There is no such file.")),
    }
}
