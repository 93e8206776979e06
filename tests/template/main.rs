//! Tests of `infra/template.yaml` and `infra/edge.yaml` themselves, which need no stack: what a
//! trial engine drops in silence, and what no request can show.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops here")]

mod alarms;
mod apis;
mod config;
mod contract;
mod edge;
mod functions;
mod reading;
mod rights;
mod roles;
mod storage;
mod suppressions;
