//! The trail that a placement leaves behind on its way: reasons, and the rules that were looked at.

use super::{Considered, Reason};
use crate::rulebook::Rulebook;

/// The trail so far.
#[derive(Debug)]
pub(crate) struct Trail<'a> {
    pub(super) reasons: Vec<Reason>,
    pub(super) considered: Vec<Considered>,
    /// Another council's rulebook, when it was the one that decided.
    pub(super) decided_by: Option<&'a Rulebook>,
}

impl Trail<'_> {
    pub(super) fn new(reasons: Vec<Reason>) -> Self {
        Self { reasons, considered: Vec::new(), decided_by: None }
    }

    /// Adds a reason.
    pub(super) fn because(&mut self, code: &str, text: impl Into<String>) {
        self.reasons.push(Reason::new(code, text));
    }

    /// Adds a rule that decided.
    pub(super) fn applied(&mut self, rule: String, code: &str, text: impl Into<String>) {
        self.looked_at(rule, true, code, text);
    }

    /// Adds a rule that was passed over.
    pub(super) fn passed(&mut self, rule: String, code: &str, text: impl Into<String>) {
        self.looked_at(rule, false, code, text);
    }

    fn looked_at(&mut self, rule: String, applied: bool, code: &str, text: impl Into<String>) {
        let text = text.into();
        self.considered.push(Considered { rule, applied, code: code.to_owned(), text });
    }
}
