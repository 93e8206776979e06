//! Tests of the code itself, which need no stack: who depends on whom, and the paths that documents
//! name.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops here")]

mod circles;
mod dependencies;
mod documents;
mod modules;
mod tokens;
