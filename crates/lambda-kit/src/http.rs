//! HTTP by API Gateway v2 events: a request comes in, an answer goes out, and errors are
//! problem+json.
//!
//! The gateway does the routing: a handler matches on [`Request::route_key`].

mod answer;
mod content;
mod cookie;
mod guards;
mod headers;
mod problem;
mod request;
mod response;
mod told;

pub use ::http::{Method, StatusCode};
pub use answer::{answer, run_http, run_http_with};
pub use cookie::Cookie;
pub use problem::{FieldProblem, Problem, ProblemBody};
pub use request::{Request, RequestBuilder};
pub use response::Response;
