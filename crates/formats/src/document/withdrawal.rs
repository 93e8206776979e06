//! The document by which a sender withdraws its referral: a reason, and words if there are any.

use referral::{FreeText, WithdrawalReason};

use super::Tree;
use super::fields::Fields;
use crate::errors::{Findings, Position};

/// The withdrawal of a referral, as its sender asks for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Withdrawal {
    /// The reason for it.
    pub reason: WithdrawalReason,
    /// More about it, for the workers.
    pub text: Option<FreeText>,
}

/// The withdrawal that a tree says; `None` where it has no reason, which is then an error.
pub(crate) fn withdrawal(tree: &Tree, findings: &Findings<'_>) -> Option<Withdrawal> {
    let position = Position::root(findings);
    let mut fields = Fields::of(tree, position.clone());
    let (reason, text) = (fields.text("reason"), fields.text("text"));
    fields.end();
    let text = position.read("text", text.as_deref(), FreeText::parse);
    let message = "Say why: entered_in_error, no_longer_needed or family_withdrew.";
    let reason = position.required_code("reason", reason.as_deref(), message)?;
    Some(Withdrawal { reason, text })
}
