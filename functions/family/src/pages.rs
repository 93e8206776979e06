//! The family's pages, as compile-time templates: warm, plain words, and no JavaScript.

mod confirmation;
mod form;
mod helplines;
mod layout;
mod message;
mod parts;

pub(crate) use confirmation::{Next, confirmation};
pub(crate) use form::form;
pub(crate) use message::{already_sent, problem};

#[cfg(test)]
mod tests;
