//! The kit that every function needs around its handler: HTTP requests and answers with
//! problem+json, SQS partial batches, scheduled runs, logs and settings.
//!
//! The kit knows Lambda's events and nothing about referrals. A function is [`boot()`] around
//! [`http::run_http`], [`sqs::run_sqs`] or [`schedule::run_scheduled`]:
//!
//! ```no_run
//! # use std::process::ExitCode;
//! # use lambda_kit::{boot, http::{run_http, Request, Response}, settings::Variables};
//! #[tokio::main(flavor = "current_thread")]
//! async fn main() -> ExitCode {
//!     boot(async {
//!         let mut variables = Variables::of_process();
//!         let greeting = variables.required("GREETING");
//!         let greeting = variables.finish(greeting)?;
//!         run_http(move |_request: Request| {
//!             let greeting = greeting.clone();
//!             async move { Response::ok().text(greeting) }
//!         })
//!         .await
//!     })
//!     .await
//! }
//! ```

mod boot;
mod deadline;
mod failure;
pub mod http;
pub mod logs;
pub mod metrics;
pub mod schedule;
pub mod settings;
pub mod sqs;
mod unwind;

pub use boot::{BootError, boot, warm_up};
pub use deadline::Deadline;
pub use failure::Failure;
