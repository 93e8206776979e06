//! Tests of the real stack over HTTP: every line of the contract, and the faults that it must
//! survive.
//!
//! `make test` builds the programs and the postcode index first. Most tests share one stack, each
//! with families of its own; those that stop or kill have a stack to themselves.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on stops here")]

mod after_sending;
mod alike;
mod amending;
mod around;
mod bars;
mod batches;
mod collecting;
mod concerns;
mod disclosure;
mod drafts;
mod figures;
mod finding;
mod form;
mod form_again;
mod form_kept;
mod guides;
mod headers;
mod held_clicks;
mod hub_page;
mod hub_work;
mod inbox_list;
mod keys_away;
mod killing;
mod languages;
mod leaving;
mod matching;
mod matrix;
mod moves;
mod notices;
mod partner_keys;
mod places;
mod privacy;
mod professional;
mod professional_links;
mod refusing;
mod repeating;
mod rulebooks;
mod running;
mod safety;
mod sending;
mod sessions;
mod typed;
mod webhooks;

use std::sync::OnceLock;

use e2e::stack::Stack;

/// The stack that tests share. It is ended when the tests' own process ends.
fn stack() -> &'static Stack {
    static STACK: OnceLock<Stack> = OnceLock::new();
    STACK.get_or_init(Stack::start)
}
