//! The way through the form: which pages there are, which of them apply, and where each leads.
//!
//! Two ways lead to the same form: the short one asks for what is needed, and offers the pages of the
//! full one before it is sent. Everything here follows from the answers alone.

mod checks;
mod steps;
#[cfg(test)]
mod tests;
mod walk;

pub(crate) use filling::{Place, is_question};
pub(crate) use steps::{Asked, Step};
pub(crate) use walk::{CHECK, Journey};
